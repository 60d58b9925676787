//! What the rules about tests say, whole sentence by whole sentence, on 2026-11-22 of a period from 2026-01-01 to 2026-12-31.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

#[path = "../access_review/mod.rs"]
mod access_review;
mod deficiency;
mod exceptions;
mod population;
mod samples;
mod tester;

use access_review::{about, circumstances, found, review, says, silent};
use gapcheck::model::files::Files;
use gapcheck::model::gap::Gap;
use gapcheck::model::level::Level;
use gapcheck::model::settings::{Conventions, Drawn, Settings};
use gapcheck::model::words::Frequency;

const EXCEPTIONS: &str = "operating-exceptions";
const DEFICIENT: &str = "operation-deficient";
const SAMPLE: &str = "sample-too-small";
const POPULATION: &str = "population-unproved";
const TESTER: &str = "tester-not-independent";

/// The access review of a Type II report with these tests.
fn tested(rest: &str, tests: &[&str]) -> String {
    let scope = "\nscope: { report: type2, period: { start: 2026-01-01, end: 2026-12-31 } }";
    review(&format!("{rest}, tests: [{}]", tests.join(", "))) + scope
}

/// The only gap of a rule about the control with these tests; the order in which they are written changes no word of it.
#[track_caller]
fn gap(rule: &str, rest: &str, tests: &[&str]) -> Gap {
    let only = |tests: &[&str]| {
        let mut gaps = found(rule, &tested(rest, tests), &Files::default());
        assert_eq!(gaps.len(), 1, "{rule} on {tests:?}");
        gaps.remove(0)
    };
    let backwards: Vec<&str> = tests.iter().rev().copied().collect();
    let (gap, other) = (only(tests), only(&backwards));
    assert_eq!(gap.id(), format!("AC-02:{rule}"));
    assert_eq!(gap.finding.title, other.finding.title);
    assert_eq!(gap.finding.current_state, other.finding.current_state);
    assert_eq!(circumstances(&gap), circumstances(&other));
    gap
}

fn none(rule: &str, rest: &str, tests: &[&str]) -> bool {
    found(rule, &tested(rest, tests), &Files::default()).is_empty()
}

/// What the circumstances are called, with their points.
fn points(gap: &Gap) -> Vec<(&str, i16)> {
    circumstances(gap).into_iter().map(|(factor, points, _)| (factor, points)).collect()
}

/// A test of operation of a day, with the rest of it.
fn test(date: &str, rest: &str) -> String {
    format!("{{ of: operation, date: {date}, {rest} }}")
}

/// A test of operation without exceptions.
fn effective(date: &str) -> String {
    test(date, "by: sam, conclusion: effective")
}
