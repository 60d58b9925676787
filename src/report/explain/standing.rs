//! How a control and what is on file for it stand, in words.

use crate::model::assessment::Assessment;
use crate::model::date::Date;
use crate::model::document::{Control, Evidence, PolicyDocument};
use crate::model::scope::Report;
use crate::model::standing::{DesignTest, EvidenceState, Standing};
use crate::model::statement::Statement;
use crate::report::explain::operation::Observed;
use crate::report::explain::page::Item;
use crate::text::count::count;
use crate::text::list::and;
use crate::text::natural::compare;

/// The day things must be in date for: the day of the assessment, or the last day the report speaks of if that is earlier.
pub(super) fn day(assessment: &Assessment<'_>) -> Date {
    assessment.as_of.min(assessment.inventory.scope.report.end())
}

/// What supports the design of a control, or that nothing does.
pub(super) fn support(standing: &Standing) -> String {
    if !standing.in_place {
        return "It is not in place, so nothing can support it.".to_owned();
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

/// Every piece of evidence of a control with how it stands, and why; for Type II also what it shows. The newest first, so
/// that no order of writing shows.
pub(super) fn evidence(assessment: &Assessment<'_>, control: &Control, standing: &Standing) -> Vec<Item> {
    let observed = Observed::of(assessment, control, standing);
    let pieces = control.evidence.iter().zip(&standing.evidence);
    let told = pieces.map(|(evidence, state)| {
        let covered = evidence.covers.as_ref().map(|covers| covers.0.end);
        let date = covered.or(evidence.collected.as_ref().map(|collected| collected.value));
        let item = Item::of(titled(evidence), piece(assessment, control, evidence, *state));
        let under = observed.iter().flat_map(|observed| {
            let said = Statement::of_evidence(control, evidence, *state);
            [Item::plain(particulars(evidence)), Item::plain(observed.shows(&said, no_use(*state)))]
        });
        (date, item.with(under))
    });
    newest_first(told.collect())
}

/// What a piece of evidence says of itself: what it covers, when it was taken, from where.
fn particulars(evidence: &Evidence) -> String {
    let covers = evidence.covers.as_ref().map(|covers| format!("covers {}", covers.0));
    let collected = evidence.collected.as_ref().map(|collected| format!("was collected on {}", collected.value));
    let source = evidence.source.as_ref().map(|source| format!("comes from {source}"));
    let items =
        evidence.items.map(|items| format!("lists {}", count(usize::try_from(items).unwrap_or(usize::MAX), "item")));
    let known: Vec<String> = [covers, collected, source, items].into_iter().flatten().collect();
    if known.is_empty() {
        "It says neither when it was taken nor from where.".to_owned()
    } else {
        format!("It {}.", and(known))
    }
}

/// Why evidence in a state shows nothing of what was.
const fn no_use(state: EvidenceState) -> &'static str {
    match state {
        EvidenceState::InDate(_) | EvidenceState::Stale(_) => "it speaks of no time",
        EvidenceState::Undated => "nobody can tell of what time it speaks",
        EvidenceState::DatedAhead(_) => "nothing can be shown before it was",
        EvidenceState::NotThere => "nobody can be shown it",
        EvidenceState::Altered => "it is not what was recorded",
    }
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

fn titled(evidence: &Evidence) -> String {
    let title = title(evidence);
    match evidence.kind {
        Some(kind) => format!("{title} ({kind})"),
        None => title.to_owned(),
    }
}

fn piece(assessment: &Assessment<'_>, control: &Control, evidence: &Evidence, state: EvidenceState) -> String {
    let why = match state {
        EvidenceState::InDate(date) => format!("in date. {}", limit(assessment, control, date)),
        EvidenceState::Stale(date) => format!("out of date. {}", limit(assessment, control, date)),
        EvidenceState::Undated => {
            "on file, but it supports nothing: neither `collected` nor `covers` says what time it speaks of.".to_owned()
        }
        EvidenceState::DatedAhead(date) if date > assessment.as_of => {
            format!("dated ahead: {date} lies after the day of the assessment, {}.", assessment.as_of)
        }
        EvidenceState::DatedAhead(date) => {
            let taken = evidence.collected.as_ref().map_or(String::new(), |taken| format!(", on {}", taken.value));
            format!("dated ahead: it speaks of time up to {date}, but was taken before that{taken}.")
        }
        EvidenceState::NotThere if evidence.path.is_some() => {
            "not there: no file that could be read lies where the inventory says.".to_owned()
        }
        EvidenceState::NotThere => "not there: neither `path` nor `url` says where it lies.".to_owned(),
        EvidenceState::Altered => "altered: the file is not the one whose SHA-256 was recorded.".to_owned(),
    };
    format!("{why}{}", place(evidence))
}

/// Up to when a piece of evidence was in date, and how far that is from the day it must be in date for.
fn limit(assessment: &Assessment<'_>, control: &Control, speaks_of: Date) -> String {
    let limit = assessment.inventory.conventions.freshness(control.frequency);
    let (until, day) = (limit.after(speaks_of), day(assessment));
    let whose = control.frequency.map_or("a control that names no frequency".to_owned(), |frequency| {
        format!("a control of frequency `{frequency}`")
    });
    let over = usize::try_from(day.days_since(until)).ok().filter(|days| *days > 0);
    let verdict = match over {
        Some(days) => format!("{} before {day}, the day it must be in date for", count(days, "day")),
        None => format!("and {day} is the day it must be in date for"),
    };
    format!(
        "It speaks of time up to {speaks_of}; evidence of {whose} is in date for {limit}: until {until}, {verdict}."
    )
}

fn place(evidence: &Evidence) -> String {
    match (&evidence.path, &evidence.url) {
        (Some(path), _) => format!(" Its path is `{}`.", path.value.0),
        (None, Some(url)) => format!(" It lies behind `{}`, which was not looked up.", url.0),
        (None, None) => String::new(),
    }
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
