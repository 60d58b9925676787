//! Times of the reports about our own organisation.

use crate::model::document::OwnReport;
use crate::source::problem::{Problem, Problems};
use crate::validate::dates::{end, ends_after_start, in_order};

pub(super) fn check(report: &OwnReport, problems: &mut Problems) {
    let period_end = report.period.as_ref().map(end);
    let spoken_of = period_end.as_ref().or(report.date.as_ref());
    let spoken_of = spoken_of.filter(|_| !report.runs_ahead());
    in_order(
        ("the time it speaks of ended on", spoken_of),
        ("the report was issued on", report.issued.as_ref()),
        problems,
    );
    let Some(period) = &report.period else { return };
    ends_after_start("the period of the report", period, problems);
    if let Some(bridge) = report.bridge_until.as_ref().filter(|bridge| bridge.value < period.end) {
        problems.add(
            Problem::at(
                bridge.place,
                format!("the bridge letter ends on {}, before the report it extends ({})", bridge.value, period.end),
            )
            .help("a bridge letter runs from the end of a report"),
        );
    }
}
