//! The bars and the days of the compliance roadmap, whoever draws them.

use std::collections::BTreeMap;

use crate::model::date::Date;
use crate::model::plan::Phase;
use crate::model::words::TaskStatus;
use crate::report::plan::page::{Numbered, PlanPage};
use crate::report::plan::words;
use crate::text::count::count;

/// Up to how many tasks each has a bar of its own; of more, those of a phase that begin in one month share one.
pub(in crate::report) const EACH: usize = 40;

/// A bar: a task, or several.
pub(in crate::report) struct Bar {
    /// What it is called, beginning with a number or a month.
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
        let bars: Vec<Bar> = bars.into_iter().map(|(bar, _)| bar).collect();
        (phase, if each { bars } else { by_month(bars) })
    };
    Phase::ALL.into_iter().map(of).filter(|(_, bars)| !bars.is_empty()).collect()
}

fn bar(Numbered { number, task }: Numbered<'_>) -> Option<Bar> {
    let (first, last) = (task.start?, task.finish?);
    let begun = task.status == TaskStatus::InProgress;
    Some(Bar { name: format!("{number} {}", task.title), first, last, critical: task.critical, begun })
}

/// The bars that begin in one month as one.
fn by_month(bars: Vec<Bar>) -> Vec<Bar> {
    let mut months: BTreeMap<(i32, u32), Vec<Bar>> = BTreeMap::new();
    for bar in bars {
        months.entry(bar.first.month()).or_default().push(bar);
    }
    let shared = |((year, month), bars): ((i32, u32), Vec<Bar>)| {
        let name = format!("{}, begun in {year:04}-{month:02}", count(bars.len(), "task"));
        let first = bars.iter().map(|bar| bar.first).min()?;
        let last = bars.iter().map(|bar| bar.last).max()?;
        let (critical, begun) = (bars.iter().any(|bar| bar.critical), bars.iter().all(|bar| bar.begun));
        Some(Bar { name, first, last, critical, begun })
    };
    months.into_iter().filter_map(shared).collect()
}

/// The milestones still ahead: the day each can be reached, and the day it was promised; part of no week and of nobody's tasks.
pub(in crate::report) fn marks(page: &PlanPage<'_>) -> Vec<Mark> {
    let milestones = page.plan().milestones.iter().filter(|_| page.is_whole());
    let marks = milestones.flat_map(|milestone| {
        let name = words::capital(milestone.name);
        let reached = milestone.date.map(|day| Mark { name: name.clone(), day, promised: false, broken: false });
        let broken = milestone.holds == Some(false);
        let promised =
            milestone.promised.map(|day| Mark { name: format!("{name} promised"), day, promised: true, broken });
        reached.into_iter().chain(promised)
    });
    // What lies behind would leave little room for what is to be done.
    marks.filter(|mark| mark.day >= page.assessment.as_of).collect()
}
