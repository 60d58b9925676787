//! How a control and what is on file for it stand, in words.

use crate::model::assessment::Assessment;
use crate::model::date::Date;
use crate::model::document::{Control, Evidence, PolicyDocument};
use crate::model::scope::Report;
use crate::model::standing::{DesignTest, Standing};
use crate::model::words::Status;
use crate::report::explain::page::Item;
use crate::text::list::and;
use crate::text::natural::compare;

/// The day things must be in date for: the day of the assessment, or the last day the report speaks of if that is earlier.
pub(super) fn day(assessment: &Assessment<'_>) -> Date {
    assessment.as_of.min(assessment.inventory.scope.report.end())
}

/// What supports the design of a control, or that nothing does.
pub(super) fn support(control: &Control, standing: &Standing) -> String {
    if !standing.in_place {
        return match retired(control) {
            Some(retired) if standing.operation.is_some() => {
                format!("{retired}, so nothing can support it now; it speaks for the time before.")
            }
            Some(retired) => format!("{retired}, so nothing can support it."),
            None => "It is not in place, so nothing can support it.".to_owned(),
        };
    }
    if standing.deficient() {
        return "Its design was found deficient, so nothing else can support it.".to_owned();
    }
    let supports = [
        (standing.documented, "an approved document"),
        (standing.evidenced(), "evidence in date"),
        (standing.design_tested(), "a test of design"),
    ];
    if !standing.supported() {
        return "It is in place by assertion only: no evidence in date, no approved document, no test of design."
            .to_owned();
    }
    format!("It is supported by {}.", and(supports.iter().filter(|(holds, _)| *holds).map(|(_, words)| *words)))
}

/// That a control is retired, and since when, where that is said: `It was in place up to 2026-09-30`.
pub(super) fn retired(control: &Control) -> Option<String> {
    (control.status == Status::Retired).then(|| {
        let until = control.until.as_ref();
        until.map_or("It is retired".to_owned(), |until| format!("It was in place up to {}", until.value))
    })
}

/// Items by their dates, the newest first and those without a date last; of one day by their words.
pub(super) fn newest_first(mut dated: Vec<(Option<Date>, Item)>) -> Vec<Item> {
    dated.sort_by(|(a, told_a), (b, told_b)| {
        b.cmp(a).then_with(|| told_a.label.cmp(&told_b.label)).then_with(|| told_a.text.cmp(&told_b.text))
    });
    dated.into_iter().map(|(_, item)| item).collect()
}

/// The documents that describe a control, by their ids.
pub(super) fn documents(assessment: &Assessment<'_>, control: &Control) -> Vec<Item> {
    let mut documents: Vec<&PolicyDocument> = assessment.inventory.documents_of(control).collect();
    documents.sort_by(|a, b| compare(&a.id, &b.id));
    documents.into_iter().map(|document| self::document(assessment, document)).collect()
}

/// What people find a piece of evidence by: its title, else its path, else its address.
pub(super) fn title(evidence: &Evidence) -> &str {
    let written = evidence.title.as_deref().or(evidence.path.as_ref().map(|path| &*path.value.0));
    written.or(evidence.url.as_ref().map(|url| &*url.0)).unwrap_or("evidence without a title")
}

/// What the tests of design of a control come to.
pub(super) fn design_test(assessment: &Assessment<'_>, test: DesignTest) -> String {
    let limit = assessment.inventory.conventions.test_freshness();
    let on = |date: Option<Date>| date.map_or("without a date".to_owned(), |date| format!("of {date}"));
    match test {
        DesignTest::None => "No test of design is on file.".to_owned(),
        DesignTest::Open => "Tests of design are on file, but none has a conclusion that counts.".to_owned(),
        DesignTest::OutOfDate(None) => "The last test of design has no date, so it does not count.".to_owned(),
        DesignTest::OutOfDate(Some(date)) if date > assessment.as_of => {
            format!("The last test of design is dated {date}, after the day of the assessment, so it does not count.")
        }
        DesignTest::OutOfDate(Some(date)) => {
            let until = limit.after(date);
            format!("The last test of design, of {date}, was in date for {limit}, until {until}: it no longer counts.")
        }
        DesignTest::Effective(date) => {
            let until = limit.after(date);
            format!("The test of design of {date} found it effective; that counts for {limit}, until {until}.")
        }
        DesignTest::Exception(date) => format!("The last test of design, {}, found an exception.", on(date)),
        DesignTest::Deficient(date) => format!("A test of design, {}, found the design deficient.", on(date)),
    }
}

/// Whether a test is on file that counts for the report.
pub(super) fn counted_test(assessment: &Assessment<'_>, standing: &Standing) -> &'static str {
    match (&assessment.inventory.scope.report, standing.tested) {
        (Report::Type1 { .. }, true) => "A concluded test of design in date is on file.",
        (Report::Type1 { .. }, false) => "No concluded test of design in date is on file.",
        (Report::Type2 { .. }, true) => "A concluded test of operation in the period is on file.",
        (Report::Type2 { .. }, false) => "No concluded test of operation in the period is on file.",
    }
}

/// How a document stands: whether it is approved, and what was found against it.
fn document(assessment: &Assessment<'_>, document: &PolicyDocument) -> Item {
    let name = |id: &str| assessment.inventory.person_name(id).to_owned();
    let approved = match (&document.approved, &document.approved_by) {
        (Some(date), Some(by)) if date.value <= assessment.as_of => {
            format!("approved by {} on {}.", name(&by.value.0), date.value)
        }
        (Some(date), Some(_)) => format!("to be approved on {}, after the day of the assessment.", date.value),
        (Some(_), None) => "not approved: no approver is named.".to_owned(),
        (None, _) => "not approved: no date of approval is named.".to_owned(),
    };
    let against =
        assessment.gaps.iter().filter(|gap| gap.finding.id.as_str().starts_with(&format!("{}:", document.id.value)));
    let under = against
        .map(|gap| Item::plain(format!("gap {}, {}: {}", gap.number, gap.risk.level().plain(), gap.finding.title)));
    let title = document.title.as_deref().unwrap_or("");
    Item::of(format!("`{}` {title}", document.id.value).trim_end(), approved).with(under)
}
