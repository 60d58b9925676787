//! What the organisation decided about the gaps of a task; it goes before what gapcheck proposes.

use crate::model::document::Remediation;
use crate::model::inventory::Inventory;
use crate::model::words::TaskStatus;
use crate::plan::group::Group;

/// Who does a task: whom a remediation entry names, else whom a rule names, else the owner of a control; of the worst gap that
/// has one.
pub(super) fn owner(inventory: &Inventory, group: &Group<'_>) -> Option<String> {
    let named = entries(inventory, group).find_map(|entry| entry.owner.as_ref()).map(|owner| owner.value.0.clone());
    named.or_else(|| group.gaps.iter().find_map(|gap| inventory.owner_of(&gap.finding)).map(str::to_owned))
}

/// How much work it is, in tenths of a day. Decided efforts add up; while nobody decided on one of the gaps it is never less
/// than what is proposed.
pub(super) fn effort_tenths(inventory: &Inventory, group: &Group<'_>) -> u32 {
    let efforts: Vec<u32> = entries(inventory, group)
        .filter_map(|entry| entry.effort)
        .map(|effort| effort.days().saturating_mul(10))
        .collect();
    let decided = efforts.iter().fold(0_u32, |sum, tenths| sum.saturating_add(*tenths));
    if efforts.len() == group.gaps.len() { decided } else { decided.max(group.proposed_tenths) }
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

/// Where it is tracked: the first ticket, worst gap first.
pub(super) fn ticket(inventory: &Inventory, group: &Group<'_>) -> Option<String> {
    entries(inventory, group).find_map(|entry| entry.ticket.clone())
}

fn entries<'a>(inventory: &'a Inventory, group: &Group<'a>) -> impl Iterator<Item = &'a Remediation> {
    group.gaps.iter().filter_map(|gap| inventory.remediation_of(gap.id()))
}
