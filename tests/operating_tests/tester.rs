//! Who may test a control.

use super::*;

const WHO: &str = ", owner: jane, performer: sam";

fn design(date: &str, rest: &str) -> String {
    format!("{{ of: design, date: {date}{rest} }}")
}

fn of_type_1(rest: &str, tests: &[&str]) -> Gap {
    about(TESTER, &format!("{rest}, tests: [{}]", tests.join(", ")))
}

fn quiet(rest: &str, tests: &[&str]) -> bool {
    silent(TESTER, &format!("{rest}, tests: [{}]", tests.join(", ")))
}

#[test]
fn the_one_who_answers_for_it_or_does_it_is_not_independent() {
    let by = |who: &str| design("2026-10-15", &format!(", by: {who}, conclusion: effective"));
    let gap = of_type_1(WHO, &[&by("jane")]);
    says(
        &gap,
        "Access review: it was not tested by somebody independent",
        "The test of design of 2026-10-15 by Jane Roe was done by somebody who owns the control.",
    );
    assert_eq!(
        gap.finding.desired_state,
        "Every test that counts was done by somebody named who neither owns nor performs the control."
    );
    assert_eq!(
        gap.finding.recommendation,
        "Have somebody who neither owns nor performs the control test it again, and record under `by` who that was."
    );
    assert!(circumstances(&gap).is_empty());
    assert_eq!(gap.risk.working.iter().find(|factor| factor.name == "fault").map(|fault| fault.points), Some(15));
    assert_eq!(
        of_type_1(WHO, &[&by("sam")]).finding.current_state,
        "The test of design of 2026-10-15 by Sam Poe was done by somebody who performs the control."
    );
    assert_eq!(
        of_type_1(", owner: sam, performer: sam", &[&by("sam")]).finding.current_state,
        "The test of design of 2026-10-15 by Sam Poe was done by somebody who owns and performs the control."
    );
    assert!(quiet(WHO, &[&by("alex")]));
    assert!(quiet("", &[&by("jane")]), "nobody is said to own or perform it");
}

#[test]
fn nobody_named_is_in_doubt_and_weighs_less() {
    let unnamed = design("2026-10-15", ", conclusion: effective");
    let gap_of = of_type_1(WHO, &[&unnamed]);
    says(
        &gap_of,
        "Access review: nobody is named who tested it",
        "The test of design of 2026-10-15 does not say who did it.",
    );
    assert_eq!(
        circumstances(&gap_of),
        [("unnamed", -5, "Who tested it may be independent; the inventory does not say.")]
    );
    let by_owner = design("2026-10-15", ", by: jane, conclusion: effective");
    let both = of_type_1(WHO, &[&unnamed, &by_owner]);
    says(
        &both,
        "Access review: it was not tested by somebody independent",
        "The test of design of 2026-10-15 by Jane Roe was done by somebody who owns the control. The test of design of \
         2026-10-15 does not say who did it.",
    );
    assert!(circumstances(&both).is_empty());
}

#[test]
fn of_tests_of_design_the_last_concluded_one_counts() {
    let by = |date: &str, who: &str| design(date, &format!(", by: {who}, conclusion: effective"));
    let (first, last) = ("2026-09-01", "2026-10-15");
    assert!(quiet(WHO, &[&by(first, "jane"), &by(last, "alex")]));
    assert!(!quiet(WHO, &[&by(first, "alex"), &by(last, "jane")]));
    assert!(!quiet(WHO, &[&by(last, "alex"), &by(last, "jane")]), "of one day all count");
    // Neither one without a conclusion or a date, nor one to come, is the last.
    assert!(!quiet(WHO, &[&by(first, "jane"), &design(last, ", by: alex")]));
    assert!(!quiet(WHO, &[&by(first, "jane"), "{ of: design, by: alex, conclusion: effective }"]));
    assert!(!quiet(WHO, &[&by(first, "jane"), &by("2026-11-23", "alex")]));
    assert!(quiet(WHO, &[&by(first, "jane"), &by("2026-11-22", "alex")]));
    assert!(quiet(WHO, &["{ of: design, by: jane, conclusion: effective }"]));
    let operation = test("2026-11-01", "by: jane, conclusion: effective");
    assert!(quiet(WHO, &[&by(last, "alex"), &operation]), "of design only");
    // However old, and whatever it found.
    assert!(!quiet(WHO, &["{ of: design, date: 2024-01-01, by: jane, conclusion: deficient }"]));
}

#[test]
fn in_the_period_every_concluded_test_of_operation_counts_as_well() {
    let operation = |date: &str, who: &str| test(date, &format!("by: {who}, conclusion: exception"));
    let of_design = design("2026-10-15", ", by: alex, conclusion: effective");
    let tests = [operation("2026-04-01", "sam"), operation("2026-10-01", "jane"), of_design.clone()];
    let tests: Vec<&str> = tests.iter().map(String::as_str).collect();
    assert_eq!(
        gap(TESTER, WHO, &tests).finding.current_state,
        "The test of operation of 2026-04-01 by Sam Poe was done by somebody who performs the control. The test of \
         operation of 2026-10-01 by Jane Roe was done by somebody who owns the control."
    );
    assert!(quiet(WHO, &tests), "a Type I report asks for design only");
    let unnamed = gap(TESTER, WHO, &[&test("2026-10-01", "conclusion: effective"), &of_design]);
    assert_eq!(points(&unnamed), [("unnamed", -5)]);
    assert_eq!(
        gap(TESTER, WHO, &[&of_design.replace("alex", "jane")]).finding.current_state,
        "The test of design of 2026-10-15 by Jane Roe was done by somebody who owns the control."
    );
    assert!(none(TESTER, WHO, &[&operation("2025-12-31", "jane"), &of_design]), "before the period");
    assert!(none(TESTER, WHO, &[&operation("2026-11-23", "jane"), &of_design]), "to come");
    assert!(none(TESTER, WHO, &["{ of: operation, by: jane, conclusion: effective }", &of_design]), "no date");
    assert!(none(TESTER, WHO, &[&test("2026-10-01", "by: jane"), &of_design]), "no conclusion");
}

#[test]
fn only_what_is_in_place_is_asked() {
    let by_owner = test("2026-04-01", "by: jane, conclusion: effective");
    let of_status = |status: &str| {
        let yaml = tested(&format!("{WHO}, until: 2026-06-30"), &[&by_owner]).replace("implemented", status);
        found(TESTER, &yaml, &Files::default()).len()
    };
    assert_eq!(["implemented", "informal", "retired", "planned"].map(of_status), [1, 1, 0, 0]);
}
