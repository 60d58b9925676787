//! The days promised to customers, and how far back from them everything has to be.

use crate::model::date::Date;
use crate::model::document::Milestones;
use crate::model::settings::PlanTerms;

/// How many days are looked back for a day that leads to another: more than two lengths of time of a hundred years.
const FARTHEST: u32 = 2 * 36_600;

/// The days promised to customers.
#[derive(Clone, Copy)]
pub(in crate::plan) struct Promise {
    /// When fieldwork begins.
    pub(super) fieldwork: Option<Date>,
    /// When the report is there.
    pub(super) report: Option<Date>,
}

impl Promise {
    /// The promise of a scope.
    pub(in crate::plan) fn of(written: &Milestones) -> Self {
        Self {
            fieldwork: written.fieldwork.as_ref().map(|day| day.value),
            report: written.report.as_ref().map(|day| day.value),
        }
    }

    /// The last day on which fieldwork can begin for all of it to hold.
    pub(in crate::plan) fn last_fieldwork(self, terms: &PlanTerms) -> Option<Date> {
        let for_report = self.report.and_then(|report| last_before(report, |day| terms.report_after().after(day)));
        self.fieldwork.into_iter().chain(for_report).min()
    }

    /// The last day of which the report can speak for all of it to hold.
    pub(super) fn last_end(self, terms: &PlanTerms) -> Option<Date> {
        last_before(self.last_fieldwork(terms)?, |day| terms.fieldwork_after().after(day))
    }
}

/// The last day that leads to one no later than another, where each day leads to itself or a later one, and a later day to none
/// that is earlier.
pub(super) fn last_before(limit: Date, leads_to: impl Fn(Date) -> Date) -> Option<Date> {
    (0..FARTHEST).map(|back| limit.minus_days(back)).find(|day| leads_to(*day) <= limit)
}
