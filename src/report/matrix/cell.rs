//! What a cell of the matrix says, in raw words: whoever prints them escapes them for the medium.

use crate::model::date::Date;
use crate::model::document::Sample;
use crate::model::operation::Operation;
use crate::model::standing::{DesignTest, EvidenceState};
use crate::model::verdict::Verdict;
use crate::model::words::SampleMethod;
use crate::report::account;
use crate::report::matrix::row::{Entry, Pair, Tested, in_date, name};
use crate::report::meaning;
use crate::report::strip;
use crate::text::count::number;

/// How often and by what a control runs: `quarterly, manual`.
#[must_use]
pub fn runs(pair: &Pair<'_>) -> String {
    let frequency = pair.control.frequency.map_or("frequency not said", |frequency| frequency.word());
    match pair.control.execution {
        Some(execution) => format!("{frequency}, {execution}"),
        None => frequency.to_owned(),
    }
}

/// Its status, and where it was in place for a part of the period only, for which: `implemented since 2026-08-17`, `retired,
/// in place up to 2026-09-30`.
#[must_use]
pub fn status(pair: &Pair<'_>) -> String {
    let status = pair.control.status.word().replace('-', " ");
    let operation = pair.operation.filter(|operation| operation.span.is_some());
    let until = pair.control.until.as_ref().filter(|_| operation.is_some_and(|operation| operation.ended));
    let since = pair.control.since.as_ref().filter(|_| operation.is_some_and(|operation| operation.late));
    match (since, until) {
        (None, None) => status,
        (Some(since), None) => format!("{status} since {}", since.value),
        (None, Some(until)) => format!("{status}, in place up to {}", until.value),
        (Some(since), Some(until)) => format!("{status}, in place from {} to {}", since.value, until.value),
    }
}

/// How much of its evidence is in date, and up to when the newest speaks: `1 of 2 in date, newest 2026-09-30`.
#[must_use]
pub fn evidence(pair: &Pair<'_>) -> String {
    let all = pair.evidence.len();
    if all == 0 {
        return "none".to_owned();
    }
    let newest = newest(pair).map_or_else(String::new, |newest| format!(", newest {newest}"));
    format!("{} of {} in date{newest}", number(in_date(pair)), number(all))
}

/// What follows on its evidence where an approved document describes it.
#[must_use]
pub const fn document(pair: &Pair<'_>) -> &'static str {
    if pair.documented { "; an approved document describes it" } else { "" }
}

/// The last day that evidence on file speaks of.
#[must_use]
pub fn newest(pair: &Pair<'_>) -> Option<Date> {
    let dated = pair.evidence.iter().filter_map(|(_, state)| match state {
        EvidenceState::InDate(date) | EvidenceState::Stale(date) => Some(*date),
        EvidenceState::Undated | EvidenceState::DatedAhead(_) | EvidenceState::NotThere | EvidenceState::Altered => {
            None
        }
    });
    dated.max()
}

/// Its pieces of evidence by name, each with what is wrong with it.
pub fn files(pair: &Pair<'_>) -> impl Iterator<Item = String> {
    pair.evidence.iter().map(|(evidence, state)| {
        if matches!(state, EvidenceState::InDate(_)) {
            return name(evidence).to_owned();
        }
        format!("{} ({})", name(evidence), meaning::on_file(*state))
    })
}

/// What became of its occurrences: `3 of 4 due evidenced, 1 missed`.
#[must_use]
pub fn occurrences(pair: &Pair<'_>) -> String {
    let shown = |operation: &Operation| if operation.shown { "shown in the period" } else { "not shown" };
    match pair.operation {
        None => "not in place in the period".to_owned(),
        Some(operation) if operation.span.is_none() => "at no time of the period in place".to_owned(),
        Some(operation) if operation.occurrences.is_empty() => format!("cannot be told apart; {}", shown(operation)),
        Some(operation) => strip::counted(operation),
    }
}

/// What its tests of design come to: `2026-08-25 by Alex Doe: effective`.
#[must_use]
pub fn design_test(pair: &Pair<'_>) -> String {
    let (state, by) = pair.design_test;
    let of = |date: Option<_>, outcome: &str| {
        let date = date.map_or("without a date".to_owned(), |date: Date| date.to_string());
        format!("{date} {}: {outcome}", by_whom(by))
    };
    match state {
        DesignTest::None => "none".to_owned(),
        DesignTest::Open => "without a conclusion".to_owned(),
        DesignTest::OutOfDate(Some(date)) => of(Some(date), "effective, but not in date"),
        DesignTest::OutOfDate(None) => of(None, "effective, but nobody knows when"),
        DesignTest::Effective(date) => of(Some(date), "effective"),
        DesignTest::Exception(date) => of(date, "exception"),
        DesignTest::Deficient(date) => of(date, "deficient"),
    }
}

/// A test of operation: `2026-10-22 by Alex Doe: 25 of 142, 1 exception, resolved; exception`.
#[must_use]
pub fn operation_test(tested: &Tested<'_>) -> String {
    let test = tested.test;
    let date = test.date.as_ref().map_or("no date,".to_owned(), |date| date.value.to_string());
    let exceptions = account::exceptions(test.exceptions.len(), tested.unresolved);
    let exceptions = exceptions.unwrap_or("no exception".to_owned());
    let outcome = tested.outcome.map_or("no conclusion", |outcome| outcome.word());
    let retested = tested.retested.map_or_else(String::new, |day| format!("; retested {day}"));
    format!("{date} {}: {}, {exceptions}; {outcome}{retested}", by_whom(tested.by), sample(tested))
}

/// How many items a test looked at: `25 of 142`.
fn sample(tested: &Tested<'_>) -> String {
    let population = tested.test.population.as_ref().and_then(|population| population.size);
    if population == Some(0) {
        return "nothing to test".to_owned();
    }
    let of = population.map_or_else(String::new, |size| format!(" of {size}"));
    match &tested.test.sample {
        Some(Sample { size: Some(size), .. }) if of.is_empty() => format!("sample of {}", size.value),
        Some(Sample { size: Some(size), .. }) => format!("{}{of}", size.value),
        Some(Sample { method: Some(SampleMethod::All), .. }) => format!("all{of}"),
        Some(_) | None => format!("sample not said{of}"),
    }
}

fn by_whom(by: Option<&str>) -> String {
    by.map_or("by nobody named".to_owned(), |by| format!("by {by}"))
}

/// Its tests of operation in the period, or that there is none.
#[must_use]
pub fn operation_tests(pair: &Pair<'_>) -> Vec<String> {
    if pair.operation_tests.is_empty() {
        return vec!["none".to_owned()];
    }
    pair.operation_tests.iter().map(operation_test).collect()
}

/// The two verdicts beside each other: `design: partial · operation: gap`.
#[must_use]
pub fn verdicts(design: Verdict, operation: Option<Verdict>) -> String {
    let operation = operation.map_or_else(String::new, |verdict| format!(" · operation: {}", verdict.plain()));
    format!("design: {}{operation}", design.plain())
}

/// The two verdicts on a criterion.
#[must_use]
pub fn criterion_verdicts(entry: &Entry<'_>) -> String {
    let operation = entry.result.operation.as_ref().map(|judgement| judgement.verdict);
    match entry.result.design.verdict {
        Verdict::NotApplicable => Verdict::NotApplicable.plain().to_owned(),
        design => verdicts(design, operation),
    }
}

/// What is said of a criterion that no control names.
#[must_use]
pub fn nothing_names_it(entry: &Entry<'_>) -> &'static str {
    match entry.result.design.verdict {
        Verdict::NotApplicable => "Scoped out, and no control names it.",
        _ => "No control names it.",
    }
}
