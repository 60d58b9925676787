//! What the rules of evidence say, whole sentence by whole sentence.
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

mod access_review;
mod common;

use access_review::{about, about_with, circumstances, found, review, says, silent};
use gapcheck::model::files::{FileState, Files};

#[test]
fn absent_evidence_says_what_an_auditor_may_ask_for() {
    let gap = about("evidence-absent", "");
    says(
        &gap,
        "Access review: no evidence is on file",
        "It is said to be in place, and the inventory lists no evidence for it.",
    );
    assert!(
        gap.finding.recommendation.contains("For CC6.3 an auditor may ask to see "),
        "{}",
        gap.finding.recommendation
    );
    let planned = review("").replace("implemented", "planned");
    assert!(found("evidence-absent", &planned, &Files::default()).is_empty());
    assert!(!silent("evidence-absent", ", kind: policy"), "no document shows this policy");
}

/// What is wanted counts as nothing held: the gap is the same, it only says what to collect, and so does its task.
#[test]
fn evidence_that_is_wanted_is_named_and_not_held() {
    let wanted = ", evidence_wanted: [The list of users reviewed., Tickets of what was removed]";
    let (gap, without) = (about("evidence-absent", wanted), about("evidence-absent", ""));
    assert_eq!(
        gap.finding.recommendation,
        "Keep what the control leaves behind when it operates, and list it under `evidence` with the time it covers and the \
         day it was taken. Wanted here: The list of users reviewed and Tickets of what was removed."
    );
    assert_eq!((gap.id(), gap.risk.score()), (without.id(), without.risk.score()));
    let proof = |inventory: &str| {
        common::assess(inventory, |found| {
            let task = found.plan.tasks.iter().find(|task| task.id == "T-AC-02:collect-evidence").expect("a task");
            task.proof.clone()
        })
    };
    assert_eq!(
        proof(&review(wanted)),
        [
            "the record, export or screenshot itself",
            "its source and the day it was taken",
            "The list of users reviewed.",
            "Tickets of what was removed"
        ]
    );
    assert_eq!(proof(&review("")).len(), 2);
}

#[test]
fn stale_evidence_says_how_old_how_old_it_may_be_and_by_how_much() {
    let rule = "evidence-stale";
    let dated = |dates: &str, frequency: &str| format!(", frequency: {frequency}, evidence: [{{ url: a, {dates} }}]");
    let gap = about(rule, &dated("covers: { start: 2026-04-01, end: 2026-06-30 }, collected: 2026-11-01", "quarterly"));
    // 30 June plus 110 days is 18 October; from there to 22 November are 13 + 22 = 35 days.
    says(
        &gap,
        "Access review: its evidence is out of date",
        "The newest evidence speaks of 2026-06-30. Evidence of a quarterly control is in date for 110 days, so it was until \
         2026-10-18: 35 days before 2026-11-22.",
    );
    assert!(circumstances(&gap).is_empty());
    // Monthly: 45 days. 24 August plus 45 is 8 October, 45 days before; 23 August plus 45 is 7 October, 46 days before.
    assert!(circumstances(&about(rule, &dated("collected: 2026-08-24", "monthly"))).is_empty());
    let long = about(rule, &dated("collected: 2026-08-23", "monthly"));
    let because = "It is out of date by 46 days, longer than the 45 days it was in date for.";
    assert_eq!(circumstances(&long), [("long out of date", 15, because)]);
    let two = about(rule, ", evidence: [{ url: a, collected: 2026-01-01 }, { url: b, collected: 2026-02-01 }]");
    assert!(two.finding.current_state.starts_with("The newest evidence speaks of 2026-02-01. "));
    says(
        &about(rule, ", evidence: [{ url: a }, { url: b }]"),
        "Access review: its evidence has no date",
        "Neither `covers` nor `collected` is given for 2 pieces of evidence on file.",
    );
    assert!(silent(rule, ""), "nothing on file is absent, not stale");
    assert!(silent(rule, ", evidence: [{ title: lost }]"), "what is not there is missing, not stale");
}

#[test]
fn missing_evidence_is_listed_with_the_reason() {
    let mut files = Files::default();
    files.insert(0, "../b.pdf", FileState::Outside);
    files.insert(0, "c.pdf", FileState::Unreadable("permission denied".to_owned()));
    files.insert(0, "e.pdf", FileState::Found(None));
    let gap = about_with(
        "evidence-missing",
        ", evidence: [{ path: e.pdf }, { title: Ticket }, { path: c.pdf }, { path: a.pdf }, { path: ../b.pdf }, { url: d }]",
        &files,
    );
    says(
        &gap,
        "Access review: evidence is not where it should be",
        "4 of 6 pieces of evidence cannot be shown: Ticket (neither path nor url is given), `../b.pdf` (outside the folder of \
         the inventory, where gapcheck does not look), `a.pdf` (not found) and `c.pdf` (could not be read: permission denied).",
    );
    let only = about("evidence-missing", ", evidence: [{ path: a.pdf }]");
    assert_eq!(only.finding.current_state, "Its only piece of evidence cannot be shown: `a.pdf` (not found).");
}

#[test]
fn altered_evidence_shows_the_hash_found_and_who_recorded_another() {
    let mut files = Files::default();
    files.insert(0, "a.pdf", FileState::Found(Some("0123456789ab".repeat(5) + "cdef")));
    let (stated, locked) = ("FEDCBA987654".repeat(5) + "3210", "a1b2c3d4e5f6".repeat(5) + "0000");
    let state = |files: &Files, sha256: &str| {
        let gap = about_with("evidence-altered", &format!(", evidence: [{{ path: a.pdf{sha256} }}]"), files);
        assert_eq!(gap.finding.title, "Access review: evidence was altered since its hash was recorded");
        gap.finding.current_state
    };
    let sha256 = format!(", sha256: {stated}");
    assert_eq!(
        state(&files, &sha256),
        "Its only piece of evidence did not match the SHA-256 recorded: `a.pdf` (recorded fedcba987654… in the inventory, found \
         0123456789ab…)."
    );
    files.lock(0, "a.pdf", &locked);
    assert_eq!(
        state(&files, ""),
        "Its only piece of evidence did not match the SHA-256 recorded: `a.pdf` (recorded a1b2c3d4e5f6… in `gapcheck.lock`, \
         found 0123456789ab…)."
    );
    assert_eq!(
        state(&files, &sha256),
        "Its only piece of evidence did not match the SHA-256 recorded: `a.pdf` (recorded fedcba987654… in the inventory and \
         a1b2c3d4e5f6… in `gapcheck.lock`, found 0123456789ab…)."
    );
    // The lock agrees, the inventory does not: the inventory is the one named.
    files.lock(0, "a.pdf", &("0123456789ab".repeat(5) + "cdef"));
    assert!(state(&files, &sha256).contains("(recorded fedcba987654… in the inventory, found "));
    assert!(found("evidence-altered", &review(", evidence: [{ path: a.pdf }]"), &files).is_empty());
}

#[test]
fn evidence_dated_ahead_says_which_date_is_wrong() {
    let gap = about(
        "evidence-dated-ahead",
        ", evidence: [{ title: A, url: a, collected: 2026-11-23 }, { title: B, url: b, covers: 2026-12-31 },
          { title: C, url: c, covers: 2026-10-31, collected: 2026-10-30 }, { title: D, url: d, covers: 2026-11-22 }]",
    );
    says(
        &gap,
        "Access review: evidence is dated ahead of what it shows",
        "3 of 4 pieces of evidence cannot have the date given: A (taken on 2026-11-23, after the day of the assessment), B (covers \
         the time until 2026-12-31, after the day of the assessment) and C (taken on 2026-10-30, but covers the time until \
         2026-10-31).",
    );
}

#[test]
fn evidence_outside_the_period_weighs_less_while_nothing_may_have_been_due() {
    let rule = "evidence-outside-period";
    let at = |start: &str, more: &str| {
        let scope = format!("scope: {{ report: type2, period: {{ start: {start}, end: 2027-02-28 }} }}");
        let mut gaps = found(rule, &format!("{scope}{}", review(more)), &Files::default());
        gaps.pop()
    };
    let quarterly = ", frequency: quarterly, evidence: [{ url: a, covers: { start: 2026-07-01, end: 2026-08-22 } },
        { url: b, collected: 2026-08-12 }, { url: c, covers: { start: 2026-07-01, end: 2026-08-22 } }]";
    // From 23 August to 22 November are 9 + 30 + 31 + 22 = 92 days: a quarter is over, and something was due.
    let gap = at("2026-08-23", quarterly).unwrap();
    says(
        &gap,
        "Access review: its evidence lies outside the observation period",
        "The observation period is 2026-08-23 to 2027-02-28. The evidence on file speaks of 2026-07-01 to 2026-08-22 and \
         2026-08-12, and of nothing within it.",
    );
    assert!(circumstances(&gap).is_empty());
    let early = at("2026-08-24", quarterly).unwrap();
    let because = "The period is 91 days old; nothing may have been due in it yet.";
    assert_eq!(circumstances(&early), [("early in the period", -25, because)]);
    assert!(at("2026-08-22", quarterly).is_none(), "one shared day is enough");
    let stale = ", frequency: weekly, evidence: [{ url: a, collected: 2026-08-01 }]";
    assert!(at("2026-08-24", stale).is_some(), "what is out of date lies outside as well");
    assert!(at("2026-11-23", quarterly).is_none(), "the period has not begun");
    assert!(at("2026-08-24", ", evidence: [{ url: a }]").is_none(), "what has no date lies nowhere");
    assert!(
        at("2026-08-24", ", evidence: [{ path: gone, covers: 2026-08-01 }]").is_none(),
        "what is lost says nothing"
    );
}

#[test]
fn a_written_rule_shows_nothing_done_in_the_period() {
    let at = |more: &str| {
        let scope = "scope: { report: type2, period: { start: 2026-07-01, end: 2026-12-31 } }";
        found("evidence-outside-period", &format!("{scope}{}", review(more)), &Files::default()).pop()
    };
    let rule =
        "{ title: Rule, kind: policy, url: a, covers: { start: 2026-07-01, end: 2026-11-20 }, collected: 2026-11-20 }";
    let one = at(&format!(", evidence: [{rule}]")).unwrap();
    says(
        &one,
        "Access review: its only evidence is a written rule",
        "The evidence on file is a written rule, which says what is to be done, not that it was done in the observation \
         period, 2026-07-01 to 2026-12-31: Rule.",
    );
    assert_eq!(one.finding.desired_state, "Evidence on file shows the control at work in the observation period.");
    let other = rule.replace("title: Rule", "title: Annex").replace("url: a", "url: b");
    says(
        &at(&format!(", evidence: [{rule}, {other}]")).unwrap(),
        "Access review: its evidence is written rules and nothing else",
        "The pieces of evidence on file are written rules, which say what is to be done, not that it was done in the \
         observation period, 2026-07-01 to 2026-12-31: Annex and Rule.",
    );
    let before = "{ title: Old, url: c, collected: 2026-06-30 }";
    says(
        &at(&format!(", evidence: [{rule}, {before}]")).unwrap(),
        "Access review: its evidence lies outside the observation period",
        "The observation period is 2026-07-01 to 2026-12-31. The evidence on file speaks of 2026-06-30, and of nothing \
         within it. Rule is a written rule, which says what is to be done, not that it was.",
    );
    let within = "{ title: New, url: c, collected: 2026-07-01 }";
    assert!(at(&format!(", evidence: [{rule}, {within}]")).is_none());
    assert!(at(&format!(", kind: policy, evidence: [{rule}]")).is_none(), "the control is the rule");
}

#[test]
fn a_recorded_zero_is_all_there_is_to_show() {
    let rules = |period: &str, frequency: &str, more: &str| {
        let (start, end) = period.split_once("..").unwrap();
        let scope = format!("scope: {{ report: type2, period: {{ start: {start}, end: {end} }} }}");
        let test = "{ of: operation, date: 2026-11-10, by: alex, period: { start: 2026-07-01, end: 2026-10-31 }, \
                    population: { size: 0 }, conclusion: effective }";
        let yaml = format!("{scope}{}", review(&format!(", frequency: {frequency}, tests: [{test}]{more}")));
        ["evidence-absent", "evidence-outside-period"].map(|rule| found(rule, &yaml, &Files::default()).len())
    };
    let before = ", evidence: [{ url: c, collected: 2026-06-30 }]";
    let over = "2026-07-01..2026-10-31";
    assert_eq!(rules(over, "per-event", ""), [0, 0]);
    assert_eq!(rules(over, "per-event", before), [0, 0]);
    assert_eq!(rules(over, "monthly", ""), [1, 0], "each month has to be shown");
    assert_eq!(rules(over, "monthly", before), [0, 1]);
    // From 10 October to the day are 22 + 22 = 44 days, of which the record speaks of 22; from the 11th, of 21 of 43.
    assert_eq!(rules("2026-10-10..2027-03-31", "per-event", ""), [0, 0]);
    assert_eq!(rules("2026-10-11..2027-03-31", "per-event", ""), [1, 0]);
    assert_eq!(rules("2026-10-11..2027-03-31", "per-event", before), [0, 1]);
}

#[test]
fn the_order_of_evidence_changes_no_sentence() {
    let one = about("evidence-missing", ", evidence: [{ path: a10.pdf }, { path: a2.pdf }]");
    let other = about("evidence-missing", ", evidence: [{ path: a2.pdf }, { path: a10.pdf }]");
    assert_eq!(one.finding.current_state, other.finding.current_state);
    let state = "2 of 2 pieces of evidence cannot be shown: `a2.pdf` (not found) and `a10.pdf` (not found).";
    assert_eq!(one.finding.current_state, state);
}

#[test]
fn only_controls_in_place_are_held_to_design_and_evidence() {
    let mut files = Files::default();
    files.insert(0, "altered.pdf", FileState::Found(Some("0".repeat(64))));
    let altered = format!(", evidence: [{{ path: altered.pdf, sha256: {} }}]", "1".repeat(64));
    for (rule, more) in [
        ("design-deficient", ", tests: [{ of: design, date: 2026-10-20, conclusion: deficient }]"),
        ("implausible-mapping", ", kind: physical"),
        ("evidence-stale", ", evidence: [{ url: a }]"),
        ("evidence-missing", ", evidence: [{ title: lost }]"),
        ("evidence-altered", &altered),
        ("evidence-dated-ahead", ", evidence: [{ url: a, collected: 2026-11-23 }]"),
        ("evidence-outside-period", ", evidence: [{ url: a, collected: 2026-08-01 }]"),
    ] {
        let scope = "scope: { report: type2, period: { start: 2026-09-01, end: 2026-12-31 } }";
        let of = |status: &str| {
            let yaml = format!("{scope}{}", review(more).replace("implemented", status));
            found(rule, &yaml, &files).len()
        };
        assert_eq!((of("implemented"), of("informal"), of("planned"), of("retired")), (1, 1, 0, 0), "{rule}");
    }
}
