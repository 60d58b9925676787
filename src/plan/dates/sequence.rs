//! The last day to start each task: back from the day the controls must be in place, through what is left of each task at its
//! owner's pace.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::date::Date;
use crate::model::gap::Gap;
use crate::model::plan::Task;
use crate::model::plan_dates::LastStart;
use crate::model::scope::Report;
use crate::plan::dates::frame::Frame;
use crate::plan::dates::work::{is_open, of_operation};
use crate::plan::owner::units_per_day;
use crate::plan::schedule::calendar::Calendar;
use crate::plan::timing::{calendar, puts_in_place};

/// The last day to start every task that must be finished by a day for the controls to be in place, and every one these wait
/// for: if the owners do them in the order of the plan, and nothing besides.
pub(super) fn last_starts(frame: &Frame<'_>, tasks: &[Task], gaps: &[Gap], by: Date) -> Vec<LastStart> {
    let calendar = calendar(frame.ground);
    let needed = needed(frame, tasks, gaps);
    let mut line = Line::of(frame, tasks, &needed, calendar.days_a_week());
    line.go_back();
    let days_before: BTreeSet<u64> = line.steps.iter().map(Step::days_before).collect();
    let days = days_back(&calendar, by, &days_before);
    let of_task: BTreeMap<usize, u64> = line.steps.iter().map(|step| (step.at, step.days_before())).collect();
    let known = of_task.iter().filter_map(|(at, before)| Some((tasks.get(*at)?, *days.get(before)?)));
    known.map(|(task, day)| LastStart { task: task.id.clone(), day, late: day < frame.today() }).collect()
}

/// The tasks that put controls in place, and all they wait for, as positions.
fn needed(frame: &Frame<'_>, tasks: &[Task], gaps: &[Gap]) -> BTreeSet<usize> {
    let without = match frame.report() {
        Report::Type1 { .. } => of_operation(tasks, gaps),
        Report::Type2 { .. } => BTreeSet::new(),
    };
    let position: BTreeMap<&str, usize> = tasks.iter().enumerate().map(|(at, task)| (task.id.as_str(), at)).collect();
    let counts = |task: &Task| is_open(task) && puts_in_place(task) && !without.contains(task.id.as_str());
    let mut open: Vec<usize> = tasks.iter().enumerate().filter(|(_, task)| counts(task)).map(|(at, _)| at).collect();
    let mut needed: BTreeSet<usize> = open.iter().copied().collect();
    while let Some(task) = open.pop().and_then(|at| tasks.get(at)) {
        let before = task.depends_on.iter().filter_map(|id| position.get(id.as_str()).copied());
        open.extend(before.filter(|at| needed.insert(*at)));
    }
    needed
}

/// A task on the way back. Time is counted backwards from the end of the last day, in units of its owner's time.
struct Step {
    at: usize,
    effort: u64,
    per_day: u64,
    /// When it must be finished.
    ends: u64,
    /// The steps that must be finished before it, and whether its own owner does them.
    before: Vec<(usize, bool)>,
}

impl Step {
    const fn begins(&self) -> u64 {
        self.ends.saturating_add(self.effort)
    }

    /// How many working days before the last one it begins.
    const fn days_before(&self) -> u64 {
        self.begins().saturating_sub(1) / self.per_day
    }
}

/// The needed tasks, each behind all it waits for.
struct Line {
    steps: Vec<Step>,
}

impl Line {
    fn of(frame: &Frame<'_>, tasks: &[Task], needed: &BTreeSet<usize>, days_a_week: u64) -> Self {
        let order = in_order(tasks, needed);
        let inventory = frame.ground.inventory;
        let mut steps: Vec<Step> = Vec::new();
        let mut step_of: BTreeMap<&str, (usize, Option<&str>)> = BTreeMap::new();
        let mut last_of: BTreeMap<Option<&str>, usize> = BTreeMap::new();
        for (at, task) in order.into_iter().filter_map(|at| Some((at, tasks.get(at)?))) {
            let owner = task.owner.as_deref();
            let after = task.depends_on.iter().filter_map(|id| step_of.get(id.as_str()));
            let mut before: Vec<(usize, bool)> = after.map(|(step, theirs)| (*step, *theirs == owner)).collect();
            before.extend(last_of.insert(owner, steps.len()).map(|step| (step, true)));
            step_of.insert(&task.id, (steps.len(), owner));
            steps.push(Step {
                at,
                effort: u64::from(task.effort.likely).saturating_mul(days_a_week).max(1),
                per_day: units_per_day(inventory, owner, days_a_week),
                ends: 0,
                before,
            });
        }
        Self { steps }
    }

    /// Gives every step its end: the last one may end with the last day, and each other when what follows it begins.
    fn go_back(&mut self) {
        for number in (0..self.steps.len()).rev() {
            let Some((begins, days, before)) =
                self.steps.get(number).map(|step| (step.begins(), step.days_before(), step.before.clone()))
            else {
                continue;
            };
            for (first, same_owner) in before {
                let Some(first) = self.steps.get_mut(first) else { continue };
                // Another owner must be done the working day before.
                let ends = if same_owner { begins } else { (days + 1).saturating_mul(first.per_day) };
                first.ends = first.ends.max(ends);
            }
        }
    }
}

/// The needed tasks in the order of the plan, in which each stands behind all it waits for.
fn in_order(tasks: &[Task], needed: &BTreeSet<usize>) -> Vec<usize> {
    let mut order: Vec<usize> = needed.iter().copied().collect();
    order.sort_by_key(|at| tasks.get(*at).map(|task| task.turn));
    order
}

/// The days that lie so many working days before the last working day up to one.
fn days_back(calendar: &Calendar, by: Date, days_before: &BTreeSet<u64>) -> BTreeMap<u64, Date> {
    let (mut day, mut gone) = (by, 0);
    let mut days = BTreeMap::new();
    for before in days_before {
        day = calendar.back(day, before - gone);
        gone = *before;
        days.insert(*before, day);
    }
    days
}
