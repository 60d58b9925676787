//! What to do about the gaps, the most worthwhile first.

mod decided;
mod due;
mod group;
mod remedy;
pub mod schedule;
mod title;

use std::cmp::{Ordering, Reverse};

use crate::model::catalog::Catalog;
use crate::model::coverage::Coverage;
use crate::model::date::Date;
use crate::model::document::Milestones;
use crate::model::gap::Gap;
use crate::model::inventory::Inventory;
use crate::model::level::Level;
use crate::model::plan::{Milestone, Plan, Task};
use crate::model::standing::Standing;
use crate::model::words::TaskStatus;
use crate::plan::group::Group;
use crate::text::natural::compare;

/// What a plan is made on, beside the gaps.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The criteria.
    pub catalog: &'a Catalog,
    /// The inventory, with what was decided about gaps.
    pub inventory: &'a Inventory,
    /// Which control addresses which criterion.
    pub coverage: &'a Coverage,
    /// How each control stands, in the inventory's order.
    pub standings: &'a [Standing],
    /// The day of the assessment, from which days are counted.
    pub as_of: Date,
}

/// The plan for the gaps that stand open, each of them in exactly one task. Gaps somebody signed for and gaps of the baseline
/// have none.
///
/// Tasks come by the level of their worst gap, and within a level the one that closes most risk for a day of work first, so
/// that a handful of trifles never stands before what matters; tasks that are said to be done come last. Gaps come worst
/// first.
#[must_use]
pub fn plan(ground: &Ground<'_>, gaps: &[Gap]) -> Plan {
    let groups = group::groups(gaps.iter().filter(|gap| gap.is_open()));
    let mut weighed: Vec<(u64, Task)> = groups.iter().map(|group| (risk(group), task(ground, group))).collect();
    weighed.sort_by(|(a_risk, a), (b_risk, b)| {
        let done = |task: &Task| task.status == TaskStatus::Done;
        let level = Level::of(b.score).cmp(&Level::of(a.score));
        let worth = most_for_a_day((*a_risk, a), (*b_risk, b));
        let ties = || Reverse(a.score).cmp(&Reverse(b.score)).then_with(|| compare(&a.id, &b.id));
        done(a).cmp(&done(b)).then(level).then(worth).then_with(ties)
    });
    Plan {
        tasks: weighed.into_iter().map(|(_, task)| task).collect(),
        milestones: milestones(&ground.inventory.scope.milestones),
    }
}

/// Which of two tasks closes more risk for a day of work: a / x and b / y are compared as a × y and b × x, without a rest. A
/// task of no effort at all counts as a tenth of a day.
fn most_for_a_day((a_risk, a): (u64, &Task), (b_risk, b): (u64, &Task)) -> Ordering {
    let effort = |task: &Task| u64::from(task.effort_tenths.max(1));
    (b_risk * effort(a)).cmp(&(a_risk * effort(b)))
}

/// The scores of a group's gaps together.
fn risk(group: &Group<'_>) -> u64 {
    group.gaps.iter().map(|gap| u64::from(gap.risk.score())).sum()
}

fn task(ground: &Ground<'_>, group: &Group<'_>) -> Task {
    let inventory = ground.inventory;
    Task {
        id: group.id(),
        title: title::title(ground, group),
        gaps: group.gaps.iter().map(|gap| gap.id().to_owned()).collect(),
        owner: decided::owner(inventory, group),
        effort_tenths: decided::effort_tenths(inventory, group),
        due: due::due(inventory, &group.gaps, ground.as_of),
        status: decided::status(inventory, group),
        score: group.gaps.iter().map(|gap| gap.risk.score()).max().unwrap_or(0),
        ticket: decided::ticket(inventory, group),
    }
}

/// The days promised to customers, in the order of the way to the report.
fn milestones(promised: &Milestones) -> Vec<Milestone> {
    let days = [("fieldwork", &promised.fieldwork), ("report", &promised.report)];
    days.into_iter().filter_map(|(name, day)| Some(Milestone { name, promised: day.as_ref()?.value })).collect()
}
