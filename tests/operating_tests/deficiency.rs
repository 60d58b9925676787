//! Tests that found that the control did not operate.

use super::*;

fn deficient(date: &str) -> String {
    test(date, "by: alex, conclusion: deficient")
}

#[test]
fn it_is_told_with_tester_and_day() {
    let gap = gap(DEFICIENT, "", &[&deficient("2026-04-15")]);
    says(
        &gap,
        "Access review: a test found that it did not operate as described",
        "The test of operation of 2026-04-15 by Alex Doe found that it did not operate as described. No later test found \
         it effective.",
    );
    assert_eq!(
        gap.finding.desired_state,
        "The control operated as described through the whole period, and tests of its operation show it."
    );
    assert_eq!(
        gap.finding.recommendation,
        "Find out since when and why the control did not operate, put it back to work, look at what it let through in the \
         meantime, and have its operation tested again on items from after that."
    );
    assert!(circumstances(&gap).is_empty());
    assert_eq!(gap.risk.working.iter().find(|factor| factor.name == "fault").map(|fault| fault.points), Some(85));
}

#[test]
fn it_tells_what_was_found_where_that_is_listed() {
    let found = test(
        "2026-04-15",
        "by: alex, sample: { size: 8 }, conclusion: deficient, exceptions: [{ item: week 30, description: Not sent. }, \
         { item: week 7, root_cause: Leave, resolved: 2026-05-01 }]",
    );
    let gap = gap(DEFICIENT, "", &[&found, &deficient("2026-06-15")]);
    assert_eq!(
        gap.finding.current_state,
        "The test of operation of 2026-04-15 by Alex Doe found that it did not operate as described: 2 exceptions among \
         the 8 items it looked at. week 30: Not sent (no root cause is given; not resolved). week 7 (root cause: Leave; \
         resolved on 2026-05-01). The test of operation of 2026-06-15 by Alex Doe found that it did not operate as \
         described. No later test found it effective."
    );
    // Neither the rate nor the missing cause makes it more likely than it is.
    assert!(circumstances(&gap).is_empty());
}

#[test]
fn a_later_test_lessens_it_and_does_not_undo_it() {
    let first = deficient("2026-04-15");
    let retested = gap(DEFICIENT, "", &[&first, &effective("2026-04-16")]);
    says(
        &retested,
        "Access review: a test found that it did not operate as described, a later one that it does",
        "The test of operation of 2026-04-15 by Alex Doe found that it did not operate as described. The test of \
         operation of 2026-04-16 by Sam Poe found it effective.",
    );
    assert_eq!(
        retested.finding.recommendation,
        "Write down since when and why the control did not operate, look at what it let through in the meantime, and tell \
         your auditor before they find it, with the later test. Then decide whether to accept what remains, with a rationale \
         and an approver."
    );
    assert_eq!(
        circumstances(&retested),
        [("retested", -45, "A later test, of 2026-04-16, found the control effective.")]
    );
    for no_retest in [
        effective("2026-04-14"),
        effective("2026-04-15"),
        effective("2026-11-23"),
        effective("2026-04-16").replace("operation", "design"),
        "{ of: operation, conclusion: effective }".to_owned(),
        test("2026-04-16", "conclusion: exception"),
        test("2026-04-16", "conclusion: effective, exceptions: [{ item: a }]"),
        test("2026-04-16", "period: { start: 2025-11-01, end: 2025-11-30 }, conclusion: effective"),
    ] {
        let gap = gap(DEFICIENT, "", &[&first, &no_retest]);
        assert!(gap.finding.current_state.ends_with(" No later test found it effective."), "{no_retest}");
        assert!(circumstances(&gap).is_empty(), "{no_retest}");
    }
}

#[test]
fn of_several_each_needs_its_retest() {
    let gap = gap(DEFICIENT, "", &[&deficient("2026-04-15"), &effective("2026-05-01"), &deficient("2026-06-15")]);
    assert_eq!(
        gap.finding.current_state,
        "The test of operation of 2026-04-15 by Alex Doe found that it did not operate as described. The test of \
         operation of 2026-06-15 by Alex Doe found that it did not operate as described. The test of operation of \
         2026-05-01 by Sam Poe found it effective."
    );
    assert!(circumstances(&gap).is_empty());
}

#[test]
fn one_without_a_date_stands() {
    let undated = "{ of: operation, conclusion: deficient }";
    let gap = gap(DEFICIENT, "", &[undated, &effective("2026-11-01")]);
    assert_eq!(
        gap.finding.current_state,
        "The test of operation without a date found that it did not operate as described. No later test found it effective."
    );
    assert!(circumstances(&gap).is_empty());
}

#[test]
fn only_operation_in_the_period_counts() {
    let one = deficient("2026-04-15");
    assert!(none(DEFICIENT, "", &[&one.replace("operation", "design")]));
    assert!(none(DEFICIENT, "", &[&one.replace("2026-04", "2025-04")]));
    assert!(none(DEFICIENT, "", &[&one.replace("deficient", "exception")]));
    assert!(silent(DEFICIENT, &format!(", tests: [{one}]")));
    let of_status = |status: &str| {
        let yaml = tested(", until: 2026-06-30", &[&one]).replace("implemented", status);
        found(DEFICIENT, &yaml, &Files::default()).len()
    };
    assert_eq!(["informal", "retired", "planned", "in-progress"].map(of_status), [1, 1, 0, 0]);
}
