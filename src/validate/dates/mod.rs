//! Times and numbers that cannot be: periods that end before they begin, samples larger than their population.

mod control;
mod evidence;
mod report;
mod settings;
mod test;
mod vendor;

use crate::model::date::{Date, Period};
use crate::model::document::{Document, Scope};
use crate::source::file::Located;
use crate::source::problem::{Problem, Problems};

/// Checks every time and every number of a document against itself.
pub(super) fn check(document: &Document, problems: &mut Problems) {
    if let Some(scope) = &document.scope {
        check_scope(scope, problems);
    }
    for control in &*document.controls {
        control::check(control, problems);
    }
    for vendor in &document.vendors {
        vendor::check(vendor, problems);
    }
    for report in &document.reports {
        report::check(report, problems);
    }
    if let Some(settings) = &document.settings {
        settings::check(settings, problems);
    }
    for acceptance in &document.acceptances {
        in_order(
            ("it was approved on", acceptance.approved.as_ref()),
            ("the acceptance expires on", Some(&acceptance.expires)),
            problems,
        );
    }
    for document in &document.documents {
        in_order(
            ("it was approved on", document.approved.as_ref()),
            ("the document was last reviewed on", document.reviewed.as_ref()),
            problems,
        );
    }
}

fn check_scope(scope: &Scope, problems: &mut Problems) {
    if let Some(period) = &scope.period {
        ends_after_start("the observation period", &period.value, problems);
    }
    if let Some(milestones) = &scope.milestones {
        in_order(
            ("fieldwork begins on", milestones.fieldwork.as_ref()),
            ("the report is promised for", milestones.report.as_ref()),
            problems,
        );
    }
}

/// Whether both dates of a period could be read. One that could not stands at its default; its own problem has been told.
fn is_read(period: &Period) -> bool {
    period.start != Date::default() && period.end != Date::default()
}

fn ends_after_start(what: &str, period: &Period, problems: &mut Problems) {
    if is_read(period) && period.end < period.start {
        problems.add(
            Problem::at(period.place, format!("{what} ends on {}, before it starts on {}", period.end, period.start))
                .help("swap the two dates, or correct the year"),
        );
    }
}

/// The first day of a period, standing where the period does.
fn start(period: &Period) -> Located<Date> {
    Located { value: period.start, place: period.place }
}

/// The last day of a period, standing where the period does.
fn end(period: &Period) -> Located<Date> {
    Located { value: period.end, place: period.place }
}

pub(super) fn in_order(
    earlier: (&str, Option<&Located<Date>>),
    later: (&str, Option<&Located<Date>>),
    problems: &mut Problems,
) {
    let ((earlier_words, Some(earlier)), (later_words, Some(later))) = (earlier, later) else { return };
    if later.value != Date::default() && later.value < earlier.value {
        problems.add(
            Problem::at(
                later.place,
                format!("{later_words} {}, before {earlier_words} {}", later.value, earlier.value),
            )
            .related(earlier.place, "the other date")
            .help("correct one of the two dates"),
        );
    }
}
