//! What is left to do before the controls are in place, and before the auditor comes.

use std::collections::BTreeSet;

use crate::model::date::Date;
use crate::model::gap::Gap;
use crate::model::level::Level;
use crate::model::plan::{Phase, Task};
use crate::model::rule::GapNature;
use crate::model::words::TaskStatus;
use crate::plan::timing::puts_in_place;

/// The work a plan holds, by what waits for it.
#[derive(Clone, Copy)]
pub(super) struct Work<'a> {
    /// The last document to be settled.
    pub(super) policy: Option<Last<'a>>,
    /// The last one of moderate risk or above.
    pub(super) policy_that_matters: Option<Last<'a>>,
    /// What a report on operation waits for.
    pub(super) whole: Needs<'a>,
    /// What a report on design alone waits for.
    pub(super) design: Needs<'a>,
    /// Whether nothing at all is left to do.
    pub(super) none: bool,
}

/// What a report waits for.
#[derive(Clone, Copy)]
pub(super) struct Needs<'a> {
    /// The last task before the controls are in place.
    pub(super) controls: Option<Last<'a>>,
    /// The last task that collects evidence or tests.
    pub(super) proof: Option<Last<'a>>,
}

/// The task that is finished last of some.
#[derive(Clone, Copy)]
pub(super) struct Last<'a> {
    /// Its id.
    pub(super) id: &'a str,
    /// The day it is finished.
    pub(super) day: Date,
}

impl<'a> Work<'a> {
    /// The work of some tasks that close some gaps.
    pub(super) fn of(tasks: &'a [Task], gaps: &[Gap]) -> Self {
        let of_operation = of_operation(tasks, gaps);
        let for_design = |task: &&Task| !of_operation.contains(task.id.as_str());
        let open = || tasks.iter().filter(|task| is_open(task));
        let needs = |tasks: Vec<&'a Task>| Needs {
            controls: last(tasks.iter().copied().filter(|task| puts_in_place(task))),
            proof: last(tasks.iter().copied().filter(|task| proves(task))),
        };
        Self {
            policy: last(open().filter(|task| task.phase == Phase::Policy)),
            policy_that_matters: last(open().filter(|task| task.phase == Phase::Policy && puts_in_place(task))),
            whole: needs(open().collect()),
            design: needs(open().filter(for_design).collect()),
            none: open().next().is_none(),
        }
    }
}

/// Whether a task is to be done.
pub(in crate::plan) fn is_open(task: &Task) -> bool {
    task.status != TaskStatus::Done
}

/// Whether fieldwork waits for the evidence or the tests of a task.
pub(in crate::plan) fn proves(task: &Task) -> bool {
    matches!(task.phase, Phase::Evidence | Phase::Test) && task.level >= Level::Moderate
}

/// The ids of the tasks that a report on design alone can do without: nothing they close from moderate risk on says
/// anything about design.
pub(in crate::plan) fn of_operation<'a>(tasks: &'a [Task], gaps: &[Gap]) -> BTreeSet<&'a str> {
    let matters = |gap: &&Gap| gap.risk.level() >= Level::Moderate && speaks_of_design(gap);
    let design: BTreeSet<&str> = gaps.iter().filter(matters).map(Gap::id).collect();
    let without = |task: &&Task| !task.gaps.iter().any(|gap| design.contains(gap.as_str()));
    tasks.iter().filter(without).map(|task| task.id.as_str()).collect()
}

fn speaks_of_design(gap: &Gap) -> bool {
    let rule = gap.finding.rule;
    rule.nature != GapNature::Operation && rule.name != "evidence-outside-period"
}

/// The task that is finished last; of several the one that stands first.
fn last<'a>(tasks: impl Iterator<Item = &'a Task>) -> Option<Last<'a>> {
    let known = tasks.filter_map(|task| Some(Last { id: &task.id, day: task.finish? }));
    known.reduce(|last, other| if other.day > last.day { other } else { last })
}
