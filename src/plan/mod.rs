//! What to do about the gaps, by whom and when.

mod dates;
mod decided;
mod depends;
mod draft;
mod due;
mod escalation;
mod group;
mod how;
mod owner;
mod remedy;
pub mod schedule;
mod tester;
mod timing;
mod title;

use std::cmp::{Ordering, Reverse};

use crate::model::catalog::Catalog;
use crate::model::coverage::Coverage;
use crate::model::date::Date;
use crate::model::gap::Gap;
use crate::model::inventory::Inventory;
use crate::model::plan::{Escalation, OwnerFrom, Plan, Task, Threat};
use crate::model::standing::Standing;
use crate::model::words::TaskStatus;
use crate::plan::draft::Draft;
use crate::plan::tester::Testers;
use crate::plan::timing::Timing;
use crate::text::list::ticked_and;
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
    /// Whether it is to be simulated how long the plan may take all the same, which takes longer than all the rest.
    pub odds: bool,
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
    let waiting = depends::dependencies(ground.inventory, &groups);
    let testers = Testers::of(ground.inventory);
    let mut drafts: Vec<Draft> = groups.iter().map(|group| draft::draft(ground, group, &testers)).collect();
    let timing = timing::timing(ground, &drafts, &waiting.after);
    let ids: Vec<String> = drafts.iter().map(|draft| draft.task.id.clone()).collect();
    let named = |positions: &[usize]| positions.iter().filter_map(|at| ids.get(*at)).cloned().collect();
    let still_open: Vec<bool> = drafts.iter().map(|draft| draft.task.status != TaskStatus::Done).collect();
    for (draft, after) in drafts.iter_mut().zip(&waiting.after) {
        let after: Vec<usize> = after.iter().copied().filter(|at| still_open.get(*at) == Some(&true)).collect();
        draft.task.depends_on = named(&after);
    }
    for (at, times) in &timing.times {
        let Some(Draft { task, .. }) = drafts.get_mut(*at) else { continue };
        (task.start, task.finish, task.turn) = (times.start, times.finish, times.turn);
        (task.slack, task.critical) = (Some(times.slack), times.slack == 0);
    }
    let mut notes = waiting.notes;
    notes.extend(remarks(&drafts, &timing));
    let known = drafts.iter().filter_map(|draft| without_time(ground, &draft.task)).collect();
    drafts.sort_by(most_worthwhile);
    let tasks: Vec<Task> = drafts.into_iter().map(|draft| draft.task).collect();
    let found = dates::dates(ground, &tasks, gaps);
    let escalations = escalation::escalations(ground, &tasks, gaps, &found, known);
    notes.extend(found.notes);
    Plan {
        tasks,
        milestones: found.milestones,
        critical_path: named(&timing.critical_path),
        end: timing.end,
        forecast: timing.forecast,
        notes,
        escalations,
        verdict: Some(found.verdict),
        dates: found.dates,
    }
}

/// Which of two tasks stands first in a list of what to do.
fn most_worthwhile(a: &Draft, b: &Draft) -> Ordering {
    let done = |draft: &Draft| draft.task.status == TaskStatus::Done;
    let (one, other) = (&a.task, &b.task);
    let ties = || Reverse(one.score).cmp(&Reverse(other.score)).then_with(|| compare(&one.id, &other.id));
    done(a).cmp(&done(b)).then(other.level.cmp(&one.level)).then_with(|| most_for_a_day(a, b)).then_with(ties)
}

/// Which of two tasks closes more risk for a day of work: a / x and b / y are compared as a × y and b × x, without a rest. A
/// task of no effort at all counts as a tenth of a day.
fn most_for_a_day(a: &Draft, b: &Draft) -> Ordering {
    let effort = |draft: &Draft| u64::from(draft.task.effort.likely.max(1));
    (b.risk * effort(a)).cmp(&(a.risk * effort(b)))
}

/// What else there is to say about a plan.
fn remarks(drafts: &[Draft], timing: &Timing) -> Vec<String> {
    let tasks = || drafts.iter().map(|draft| &draft.task);
    let done = tasks().filter(|task| task.status == TaskStatus::Done).map(|task| {
        let (gaps, still) = if task.gaps.len() == 1 { ("its gap", "is") } else { ("its gaps", "are") };
        format!(
            "`{}` is said to be done, yet {gaps} {} {still} still found: it is not scheduled.",
            task.id,
            ticked_and(&task.gaps)
        )
    });
    let last = timing.end.filter(|_| timing.beyond);
    let beyond = last.map(|day| format!("The work planned reaches beyond {day}; no later day is told."));
    done.chain(beyond).collect()
}

/// That whose a task is has no time for it.
fn without_time(ground: &Ground<'_>, task: &Task) -> Option<Escalation> {
    let OwnerFrom::WithoutTime(owner) = &task.owner_from else { return None };
    let name = ground.inventory.person_name(owner);
    let because = format!(
        "`{}` is for {name} to do, who has no day a week for remediation; it is scheduled as if nobody had it.",
        task.id
    );
    Some(Escalation { threat: Threat::OwnerWithoutTime, task: Some(task.id.clone()), because })
}
