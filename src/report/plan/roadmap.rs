//! The bars and the days of the compliance roadmap, whoever draws them.

use std::collections::BTreeMap;

use crate::model::date::Date;
use crate::model::plan::Phase;
use crate::model::words::TaskStatus;
use crate::report::plan::page::{Numbered, PlanPage};
use crate::text::capital::capital;
use crate::text::count::count;
use crate::text::list::some;

/// Up to how many tasks each has a bar of its own; of more, those of a phase that begin in one month share one.
pub(in crate::report) const EACH: usize = 40;
/// Up to how many tasks a shared bar names them all; of more it names one less, and counts the rest.
const NAMED: usize = 3;

/// A bar: a task, or several.
pub(in crate::report) struct Bar {
    /// What it is called, beginning with a number.
    pub(in crate::report) name: String,
    /// Its first day.
    pub(in crate::report) first: Date,
    /// Its last.
    pub(in crate::report) last: Date,
    /// Whether it decides the end of the plan.
    pub(in crate::report) critical: bool,
    /// Whether work on it has begun.
    pub(in crate::report) begun: bool,
}

/// A day to reach.
pub(in crate::report) struct Mark {
    /// What is reached.
    pub(in crate::report) name: String,
    /// The day.
    pub(in crate::report) day: Date,
    /// Whether it was promised to customers, and is not when it can be reached.
    pub(in crate::report) promised: bool,
    /// Whether that promise cannot hold.
    pub(in crate::report) broken: bool,
}

/// The bars of each phase in the order of work, those that begin first first.
pub(in crate::report) fn phases(page: &PlanPage<'_>) -> Vec<(Phase, Vec<Bar>)> {
    let each = page.tasks().filter_map(bar).count() <= EACH;
    let of = |phase: Phase| {
        let tasks = page.tasks().filter(|numbered| numbered.task.phase == phase);
        let mut bars: Vec<(Bar, usize)> = tasks.filter_map(|of| Some((bar(of)?, of.number))).collect();
        bars.sort_by_key(|(bar, number)| (bar.first, bar.last, *number));
        (phase, if each { bars.into_iter().map(|(bar, _)| bar).collect() } else { by_month(bars) })
    };
    Phase::ALL.into_iter().map(of).filter(|(_, bars)| !bars.is_empty()).collect()
}

fn bar(Numbered { number, task }: Numbered<'_>) -> Option<Bar> {
    let (first, last) = (task.start?, task.finish?);
    let begun = task.status == TaskStatus::InProgress;
    Some(Bar { name: format!("{number} {}", task.title), first, last, critical: task.critical, begun })
}

/// The bars that begin in one month as one, with their numbers.
fn by_month(bars: Vec<(Bar, usize)>) -> Vec<Bar> {
    let mut months: BTreeMap<(i32, u32), Vec<(Bar, usize)>> = BTreeMap::new();
    for (bar, number) in bars {
        months.entry(bar.first.month()).or_default().push((bar, number));
    }
    months.into_values().filter_map(shared).collect()
}

/// Some bars as one, which says how many they are and the numbers of the first in the plan; one alone keeps its name.
fn shared(mut bars: Vec<(Bar, usize)>) -> Option<Bar> {
    if bars.len() == 1 {
        return bars.pop().map(|(bar, _)| bar);
    }
    bars.sort_by_key(|(_, number)| *number);
    let named = if bars.len() > NAMED { NAMED - 1 } else { NAMED };
    let numbers = some(bars.iter().map(|(_, number)| number), named);
    let name = format!("{}, no. {numbers}", count(bars.len(), "task"));
    let bars = || bars.iter().map(|(bar, _)| bar);
    let first = bars().map(|bar| bar.first).min()?;
    let last = bars().map(|bar| bar.last).max()?;
    Some(Bar { name, first, last, critical: bars().any(|bar| bar.critical), begun: bars().all(|bar| bar.begun) })
}

/// The milestones still ahead: the day each can be reached, and the day it was promised; part of no week and of nobody's tasks.
pub(in crate::report) fn marks(page: &PlanPage<'_>) -> Vec<Mark> {
    let milestones = page.plan().milestones.iter().filter(|_| page.is_whole());
    let marks = milestones.flat_map(|milestone| {
        let name = capital(milestone.name);
        let reached = milestone.date.map(|day| Mark { name: name.clone(), day, promised: false, broken: false });
        let broken = milestone.holds == Some(false);
        let promised =
            milestone.promised.map(|day| Mark { name: format!("{name} promised"), day, promised: true, broken });
        reached.into_iter().chain(promised)
    });
    // What lies behind would leave little room for what is to be done.
    marks.filter(|mark| mark.day >= page.assessment.as_of).collect()
}
