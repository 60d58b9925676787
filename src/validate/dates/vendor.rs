//! Times of the reports another organisation gave us.

use crate::model::date::Date;
use crate::model::document::{AssuranceReport, Vendor};
use crate::model::words::AssuranceKind;
use crate::source::file::Located;
use crate::source::problem::{Problem, Problems};
use crate::validate::dates::{end, ends_after_start, in_order};

pub(super) fn check(vendor: &Vendor, problems: &mut Problems) {
    for report in &vendor.reports {
        check_report(report, problems);
    }
}

fn check_report(report: &AssuranceReport, problems: &mut Problems) {
    if let Some(told) = speaks_of(report) {
        let reviewed = ("the report was reviewed on", report.reviewed.as_ref());
        in_order(("the time it speaks of ended on", Some(&told)), reviewed, problems);
    }
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

/// The last day of what a report looks back on; before it the report cannot have been written. Certificates and the like
/// may run into the future, and say nothing here.
fn speaks_of(report: &AssuranceReport) -> Option<Located<Date>> {
    match report.kind {
        AssuranceKind::Soc2Type2 | AssuranceKind::Soc1Type2 | AssuranceKind::Soc3 => report.period.as_ref().map(end),
        AssuranceKind::Soc2Type1 | AssuranceKind::Soc1Type1 => report.date.clone(),
        AssuranceKind::Iso27001
        | AssuranceKind::PciDss
        | AssuranceKind::PenetrationTest
        | AssuranceKind::Questionnaire
        | AssuranceKind::Other => None,
    }
}
