//! Times that cannot be: periods that end before they begin, samples larger than their population.

use crate::model::date::{Date, Period};
use crate::model::document::{Control, Document, Evidence, Test, Vendor};
use crate::source::file::Located;
use crate::source::problem::{Problem, Problems};

/// Checks every time and every number of a document against itself.
pub(super) fn check(document: &Document, problems: &mut Problems) {
    if let Some(period) = document.scope.as_ref().and_then(|scope| scope.period.as_ref()) {
        ends_after_start("the observation period", &period.value, problems);
    }
    for control in &*document.controls {
        check_control(control, problems);
    }
    for vendor in &document.vendors {
        check_vendor(vendor, problems);
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

fn check_control(control: &Control, problems: &mut Problems) {
    for evidence in &control.evidence {
        check_evidence(evidence, problems);
    }
    for test in &control.tests {
        check_test(test, problems);
    }
}

fn check_evidence(evidence: &Evidence, problems: &mut Problems) {
    if let Some(covers) = &evidence.covers {
        ends_after_start("the time the evidence covers", &covers.0, problems);
    }
    if let Some(hash) = &evidence.sha256 {
        let whole = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !whole {
            problems.add(
                Problem::at(hash.place, "a SHA-256 has 64 hexadecimal digits")
                    .help("`sha256sum FILE` prints the one of a file"),
            );
        }
    }
}

fn check_test(test: &Test, problems: &mut Problems) {
    if let Some(period) = &test.period {
        ends_after_start("the period tested", period, problems);
    }
    let size = test.sample.as_ref().and_then(|sample| sample.size.as_ref());
    let population = test.population.as_ref().and_then(|population| population.size);
    if let (Some(size), Some(population)) = (size, population)
        && size.value > population
    {
        problems.add(
            Problem::at(
                size.place,
                format!("a sample of {} is larger than its population of {population}", size.value),
            )
            .help("the sample is taken from the population; correct one of the two numbers"),
        );
    }
    if let Some(size) = size {
        let exceptions = test.exceptions.len();
        if u32::try_from(exceptions).is_ok_and(|exceptions| exceptions > size.value) {
            problems.add(
                Problem::at(size.place, format!("{exceptions} exceptions in a sample of {}", size.value))
                    .help("every exception is an item of the sample; correct the size"),
            );
        }
    }
}

fn check_vendor(vendor: &Vendor, problems: &mut Problems) {
    for report in &vendor.reports {
        let Some(period) = &report.period else { continue };
        ends_after_start("the period of the report", period, problems);
        if let Some(bridge) = report.bridge_until.as_ref().filter(|bridge| bridge.value < period.end) {
            problems.add(
                Problem::at(
                    bridge.place,
                    format!(
                        "the bridge letter ends on {}, before the report it extends ({})",
                        bridge.value, period.end
                    ),
                )
                .help("a bridge letter runs from the end of a report"),
            );
        }
    }
}

fn ends_after_start(what: &str, period: &Period, problems: &mut Problems) {
    // A date that could not be read stands at its default; its own problem has been told.
    let read = period.start != Date::default() && period.end != Date::default();
    if read && period.end < period.start {
        problems.add(
            Problem::at(period.place, format!("{what} ends on {}, before it starts on {}", period.end, period.start))
                .help("swap the two dates, or correct the year"),
        );
    }
}

fn in_order(earlier: (&str, Option<&Located<Date>>), later: (&str, Option<&Located<Date>>), problems: &mut Problems) {
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
