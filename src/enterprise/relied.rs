//! The other organisations that are relied on for what a question asks: what we expect of them, and what their reports show.

use crate::enterprise::desk::Desk;
use crate::enterprise::phrase::{Phrases, Words};
use crate::enterprise::sub_processors::{name, newest_report, report_until};
use crate::model::document::AssuranceReport;
use crate::model::document::Vendor;
use crate::model::enterprise::{AnswerState, Relied};
use crate::model::enterprise_asked::Question;

/// Those relied on, the best first, then by id.
pub(super) fn relied(desk: &Desk<'_>, question: &Question) -> Vec<Relied> {
    let words = &Phrases::of(&question.words);
    let vendors = desk.assessment.inventory.vendors.iter().enumerate();
    let mut found: Vec<Relied> = vendors
        .flat_map(|(at, vendor)| {
            let expected = vendor.expected_controls.iter().filter(|expected| {
                expected.criteria.iter().any(|named| question.criteria.contains(&named.value.criterion))
            });
            let told = expected.filter_map(|expected| expected.text.as_deref());
            let told = told.filter(|text| Words::of([*text]).say_any(words));
            told.map(move |text| (at, vendor, text))
        })
        .map(|(at, vendor, text)| relied_on(desk, (at, vendor), text))
        .collect();
    found.sort_by(|a, b| b.state.cmp(&a.state).then(a.vendor.cmp(&b.vendor)));
    found
}

/// A report in date shows it; one that was read and leaves nothing open supports it, since somebody independent tested.
fn relied_on(desk: &Desk<'_>, (at, vendor): (usize, &Vendor), text: &str) -> Relied {
    let as_of = desk.assessment.as_of;
    let report = newest_report(desk, vendor);
    let in_date = report.and_then(|report| report_until(desk, report)).is_some_and(|until| as_of <= until);
    let read = report.and_then(|report| report.reviewed.as_ref()).is_some_and(|day| day.value <= as_of);
    let state = match () {
        () if !in_date => AnswerState::Claimed,
        () if !read || report.is_some_and(leaves_open) || !desk.held_by(&vendor.id.value).is_empty() => {
            AnswerState::Evidenced
        }
        () => AnswerState::Supported,
    };
    Relied { vendor: at, text: text.to_owned(), state, report: report.map(name) }
}

/// Whether it names exceptions, and nobody said what they mean for us.
fn leaves_open(report: &AssuranceReport) -> bool {
    let judged = report.exceptions_assessed.as_deref().is_some_and(|said| !said.trim().is_empty());
    report.exceptions.is_some_and(|exceptions| exceptions > 0) && !judged
}
