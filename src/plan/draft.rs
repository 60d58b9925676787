//! What a task says before it has its days.

use crate::model::catalog::Criterion;
use crate::model::level::Level;
use crate::model::plan::Task;
use crate::plan::Ground;
use crate::plan::decided;
use crate::plan::due;
use crate::plan::group::Group;
use crate::plan::how;
use crate::plan::owner::owner;
use crate::plan::tester::{Testers, independent};
use crate::plan::title;

/// A task, and what it is worth.
pub(super) struct Draft {
    /// The task, without its days.
    pub(super) task: Task,
    /// The scores of its gaps together.
    pub(super) risk: u64,
}

/// The task of a group.
pub(super) fn draft(ground: &Ground<'_>, group: &Group<'_>, testers: &Testers<'_>) -> Draft {
    let inventory = ground.inventory;
    let remedy = group.remedy;
    let (owner, owner_from) = independent(ground, group, testers, owner(ground, group));
    let about = title::short(group);
    let task = Task {
        id: group.id(),
        title: decided::title(inventory, group).unwrap_or_else(|| title::title(ground, group)),
        gaps: group.gaps.iter().map(|gap| gap.id().to_owned()).collect(),
        phase: remedy.phase,
        steps: decided::steps(inventory, group).unwrap_or_else(|| steps(ground, group, &about)),
        done_when: remedy.how.done_when.replace("{}", &about),
        proof: proof(ground, group),
        resources: decided::resources(inventory, group).unwrap_or_else(|| remedy.how.resources.to_owned()),
        owner,
        owner_from,
        effort: decided::effort(inventory, group),
        due: due::due(inventory, group, ground.as_of),
        status: decided::status(inventory, group),
        score: group.score(),
        level: group.gaps.iter().map(|gap| gap.risk.level()).max().unwrap_or(Level::VeryLow),
        ticket: decided::ticket(inventory, group),
        ..Task::default()
    };
    Draft { task, risk: group.risk() }
}

/// What to do: the steps of the remedy, and of the criterion where it is the one that says.
fn steps(ground: &Ground<'_>, group: &Group<'_>, about: &str) -> Vec<String> {
    let own = group.remedy.how.steps.iter().map(|step| step.replace("{}", about));
    let criterion = of_criterion(ground, group).into_iter().flat_map(|criterion| &criterion.remediation).cloned();
    own.chain(criterion).collect()
}

/// What will show that it is done, likewise.
fn proof(ground: &Ground<'_>, group: &Group<'_>) -> Vec<String> {
    let own = group.remedy.how.proof.iter().map(|proof| (*proof).to_owned());
    let criterion = of_criterion(ground, group).into_iter().flat_map(|criterion| &criterion.evidence).cloned();
    own.chain(criterion).chain(wanted(ground, group)).collect()
}

/// What evidence the inventory wants of the control whose evidence is to be collected.
fn wanted(ground: &Ground<'_>, group: &Group<'_>) -> Vec<String> {
    let collects = group.remedy.how == &how::COLLECT;
    let position = collects.then(|| ground.inventory.index.controls.get(group.about.subject)).flatten();
    let control = position.and_then(|at| ground.inventory.controls.get(*at));
    control.into_iter().flat_map(|control| &control.evidence_wanted).map(|text| text.trim().to_owned()).collect()
}

/// The criterion a task is about, where putting a control in place for it is the task.
fn of_criterion<'a>(ground: &Ground<'a>, group: &Group<'_>) -> Option<&'a Criterion> {
    let says_itself = group.remedy.how.proof.is_empty();
    says_itself.then(|| ground.catalog.criterion(group.about.subject.parse().ok()?)).flatten()
}
