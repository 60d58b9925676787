//! What all days of a plan are worked out from.

use crate::model::date::{Date, Period};
use crate::model::gap::Gap;
use crate::model::plan::Task;
use crate::model::scope::Report;
use crate::model::settings::PlanTerms;
use crate::plan::Ground;
use crate::plan::dates::missed::Missed;
use crate::plan::dates::promise::Promise;
use crate::plan::dates::work::{Needs, Work};
use crate::text::count::count;

/// What all days of a plan are worked out from.
pub(super) struct Frame<'a> {
    /// The inventory and the day.
    pub(super) ground: &'a Ground<'a>,
    /// What is left to do.
    pub(super) work: Work<'a>,
    /// What was promised.
    pub(super) promise: Promise,
    /// What is missed already of a period that has begun; `None` where none has.
    pub(super) missed: Option<Missed>,
}

impl<'a> Frame<'a> {
    pub(super) fn of(ground: &'a Ground<'a>, tasks: &'a [Task], gaps: &[Gap]) -> Self {
        let scope = &ground.inventory.scope;
        let work = Work::of(tasks, gaps);
        let begun = scope.report.period().filter(|period| period.start <= ground.as_of);
        let missed = begun.map(|period| Missed::of(ground, &work, period));
        Self { ground, work, promise: Promise::of(&scope.milestones), missed }
    }

    /// The day of the assessment.
    pub(super) const fn today(&self) -> Date {
        self.ground.as_of
    }

    /// How the way to the report is planned.
    pub(super) const fn terms(&self) -> &'a PlanTerms {
        &self.ground.inventory.conventions.plan
    }

    /// The report of the scope.
    pub(super) const fn report(&self) -> &'a Report {
        &self.ground.inventory.scope.report
    }

    /// The period as scoped, where the report speaks of one.
    pub(super) const fn period(&self) -> Option<&'a Period> {
        self.report().period()
    }

    /// What the report of the scope waits for.
    pub(super) const fn own_needs(&self) -> Needs<'a> {
        match self.report() {
            Report::Type1 { .. } => self.work.design,
            Report::Type2 { .. } => self.work.whole,
        }
    }

    /// The earliest day on which an observation period can start: the day after the controls are in place.
    pub(super) fn earliest_start(&self) -> Date {
        self.work.whole.controls.map_or(self.today(), |last| last.day.plus_days(1))
    }

    /// The day on which the last control is in place, where that is too late for a period that is still to begin.
    pub(super) fn too_late_for(&self, period: &Period) -> Option<Date> {
        let last = self.work.whole.controls.map(|last| last.day);
        last.filter(|day| self.missed.is_none() && *day >= period.start)
    }
}

/// A number of days, whether forwards or back: `41 days`.
pub(super) fn days(days: i64) -> String {
    count(usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX), "day")
}
