//! What the organisation decided about the gaps of a task; it goes before what gapcheck proposes.

use crate::model::document::Remediation;
use crate::model::effort::Effort;
use crate::model::inventory::Inventory;
use crate::model::words::TaskStatus;
use crate::plan::group::Group;

/// How much work it is. Decided efforts add up; while nobody decided on one of the gaps it is never less than what is
/// proposed.
pub(super) fn effort(inventory: &Inventory, group: &Group<'_>) -> Effort {
    let efforts: Vec<Effort> = entries(inventory, group).filter_map(|entry| entry.effort).collect();
    let decided = efforts.iter().fold(Effort::default(), |sum, effort| sum.plus(*effort));
    if efforts.len() == group.gaps.len() { decided } else { decided.at_least(Effort::about(group.proposed_tenths)) }
}

/// How far it has come: done when all of its gaps are, open while nobody has begun.
pub(super) fn status(inventory: &Inventory, group: &Group<'_>) -> TaskStatus {
    let statuses: Vec<TaskStatus> = group
        .gaps
        .iter()
        .map(|gap| inventory.remediation_of(gap.id()).and_then(|entry| entry.status).unwrap_or_default())
        .collect();
    let all = |status: TaskStatus| statuses.iter().all(|known| *known == status);
    if statuses.contains(&TaskStatus::Blocked) {
        return TaskStatus::Blocked;
    }
    match () {
        () if all(TaskStatus::Done) => TaskStatus::Done,
        () if all(TaskStatus::Open) => TaskStatus::Open,
        () => TaskStatus::InProgress,
    }
}

/// What to do, in the organisation's own line.
pub(super) fn title(inventory: &Inventory, group: &Group<'_>) -> Option<String> {
    entries(inventory, group).find_map(|entry| entry.title.as_ref()).map(|title| title.0.clone())
}

/// What to do, step by step, in the organisation's own words.
pub(super) fn steps(inventory: &Inventory, group: &Group<'_>) -> Option<Vec<String>> {
    let decided = entries(inventory, group).find(|entry| !entry.steps.is_empty());
    decided.map(|entry| entry.steps.iter().map(|step| step.0.clone()).collect())
}

/// What it takes beside time, in the organisation's own words.
pub(super) fn resources(inventory: &Inventory, group: &Group<'_>) -> Option<String> {
    entries(inventory, group).find_map(|entry| entry.resources.as_ref()).map(|resources| resources.0.clone())
}

/// Where it is tracked: the first ticket, worst gap first.
pub(super) fn ticket(inventory: &Inventory, group: &Group<'_>) -> Option<String> {
    entries(inventory, group).find_map(|entry| entry.ticket.clone())
}

/// The entries about the gaps of a group, that of the worst gap first.
pub(super) fn entries<'a>(inventory: &'a Inventory, group: &Group<'a>) -> impl Iterator<Item = &'a Remediation> {
    group.gaps.iter().filter_map(|gap| inventory.remediation_of(gap.id()))
}
