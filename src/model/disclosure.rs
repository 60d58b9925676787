//! What falls into the time a report speaks of, and what of it a description has to tell.

use crate::model::date::Date;
use crate::model::document::{Control, Incident, SystemChange};
use crate::model::scope::Report;

/// Whether something falls into the time a report speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Falls {
    /// It does.
    Within,
    /// It lies before or after.
    Outside,
    /// It has no day.
    Unknown,
}

impl Falls {
    /// Of what began on a day and was over on another. A report of Type I is told all that began by its date.
    fn of(report: &Report, began: Option<Date>, ended: Option<Date>) -> Self {
        let Some(began) = began else { return Self::Unknown };
        let over_before = report.period().is_some_and(|period| ended.is_some_and(|ended| ended < period.start));
        if began > report.end() || over_before { Self::Outside } else { Self::Within }
    }
}

impl Incident {
    /// Whether it falls into the time a report speaks of. One that goes on reaches to the end.
    #[must_use]
    pub fn falls(&self, report: &Report) -> Falls {
        let day = |day: &crate::source::file::Located<Date>| day.value;
        Falls::of(report, self.began.as_ref().map(day), self.ended.as_ref().map(day))
    }

    /// Whether a description has to tell of it: a control failed, or a promise was not kept.
    #[must_use]
    pub const fn must_be_told(&self) -> bool {
        !self.failed_controls.is_empty() || !self.commitments.is_empty()
    }
}

impl SystemChange {
    /// Whether it falls into the time a report speaks of.
    #[must_use]
    pub fn falls(&self, report: &Report) -> Falls {
        let date = self.date.as_ref().map(|date| date.value);
        Falls::of(report, date, date)
    }
}

impl Control {
    /// The days within the observation period on which it began, and after which it was no more. None of a report of Type I.
    #[must_use]
    pub fn changed_within(&self, report: &Report) -> (Option<Date>, Option<Date>) {
        let Some(period) = report.period() else { return (None, None) };
        let began =
            self.since.as_ref().map(|since| since.value).filter(|day| (period.start..=period.end).contains(day));
        let ended = self.until.as_ref().map(|until| until.value).filter(|day| (period.start..period.end).contains(day));
        // What was there on the first day did not begin on it.
        (began.filter(|day| *day > period.start), ended)
    }
}
