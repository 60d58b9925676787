//! What the rules of design say, whole sentence by whole sentence.
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

use access_review::{about, circumstances, found, review, says, silent};
use gapcheck::model::files::Files;
use gapcheck::model::gap::Gap;

#[test]
fn a_deficient_design_names_tester_day_and_findings() {
    let gap = about(
        "design-deficient",
        ", tests: [{ of: design, date: 2026-10-20, by: alex, conclusion: deficient, exceptions: [
            { item: user list, description: Service accounts are not on it. }, { item: roster }, { description: No end date. }] }]",
    );
    says(
        &gap,
        "Access review: its design was found deficient",
        "The test of design of 2026-10-20 by Alex Doe found the design deficient. Found: No end date, roster and user list \
         (Service accounts are not on it).",
    );
    assert!(circumstances(&gap).is_empty());
    let undated = about("design-deficient", ", tests: [{ of: design, conclusion: deficient }]");
    assert_eq!(undated.finding.current_state, "The test of design without a date found the design deficient.");
}

#[test]
fn an_exception_in_a_test_of_design_weighs_less() {
    let gap = about("design-deficient", ", tests: [{ of: design, date: 2026-10-20, conclusion: exception }]");
    says(
        &gap,
        "Access review: the test of its design found an exception",
        "The test of design of 2026-10-20 found an exception.",
    );
    let because = "The test found an exception, not a deficient design.";
    assert_eq!(circumstances(&gap), [("exception only", -25, because)]);
}

#[test]
fn an_untested_design_says_why_it_counts_as_untested() {
    let rule = "design-untested";
    says(&about(rule, ""), "Access review: nobody has tested its design", "No test of design is on file.");
    says(
        &about(rule, ", tests: [{ of: design, date: 2026-10-20 }]"),
        "Access review: the test of its design has no conclusion",
        "What tests of design are on file say nothing of what they came to.",
    );
    says(
        &about(rule, ", tests: [{ of: design, date: 2025-11-21, conclusion: effective }]"),
        "Access review: the test of its design is out of date",
        "The last test of design is of 2025-11-21. A test is in date for 365 days, so this one was until 2026-11-21.",
    );
    says(
        &about(rule, ", tests: [{ of: design, date: 2026-11-23, conclusion: effective }]"),
        "Access review: the test of its design cannot be dated",
        "The test of design on file has no date, or one after the day of the assessment, 2026-11-22.",
    );
    assert!(silent(rule, ", tests: [{ of: design, date: 2026-10-20, conclusion: deficient }]"));
    assert!(silent(rule, ", tests: [{ of: design, date: 2026-10-20, conclusion: exception }]"));
    // A test of operation says nothing of design.
    assert!(!silent(rule, ", tests: [{ of: operation, date: 2026-10-20, conclusion: effective }]"));
}

#[test]
fn what_is_not_laid_down_or_not_named_is_said() {
    let informal = found("control-informal", &review("").replace("implemented", "informal"), &Files::default());
    says(
        &informal[0],
        "Access review: it is done in practice but not laid down",
        "Its status is `informal`: people do it, but no agreed description says how.",
    );
    says(
        &about("control-without-owner", ", performer: sam"),
        "Access review: nobody answers for it",
        "No owner is named. Sam Poe performs it, but nobody is said to answer for it.",
    );
    says(
        &about("control-without-owner", ""),
        "Access review: nobody answers for it",
        "No owner is named, and nobody who performs it.",
    );
    let count = |status: &str| {
        found("control-without-owner", &review("").replace("implemented", status), &Files::default()).len()
    };
    assert_eq!((count("planned"), count("in-progress"), count("retired")), (1, 1, 0));
}

#[test]
fn a_missing_frequency_says_what_is_assumed() {
    says(
        &about("control-without-frequency", ", kind: procedure"),
        "Access review: how often it operates is not said",
        "It names no frequency; until it does, its evidence is taken to be in date for 90 days.",
    );
    assert!(silent("control-without-frequency", ", kind: policy"));
    let planned = review("").replace("implemented", "planned");
    assert!(found("control-without-frequency", &planned, &Files::default()).is_empty());
}

#[test]
fn a_vague_description_says_which_questions_are_open() {
    let rule = "control-vaguely-worded";
    says(
        &about(rule, ", owner: jane, frequency: quarterly, systems: [prod], documented_in: [], evidence: [{ url: a }]"),
        "Access review: it is not described",
        "It has no description.",
    );
    let gap = about(rule, ", description: Needless access rights are removed regularly");
    says(
        &gap,
        "Access review: its description leaves open who does it, where, when and how it is shown",
        "Its description does not say who does it, where, when or how it is shown: Needless access rights are removed \
         regularly",
    );
    assert_eq!(
        gap.finding.recommendation,
        "Write one sentence that also says who does it, where, when and how it is shown. A control for CC6.3 may read like \
         this: The owner of each system keeps a matrix of roles and permissions and approves any change to it in a ticket."
    );
}

#[test]
fn a_long_description_is_repeated_in_part_and_in_one_line() {
    let long = format!(", description: \"Rights are\\n\\n  {}\"", "taken away again ".repeat(20));
    let gap = about("control-vaguely-worded", &long);
    let (_, repeated) = gap.finding.current_state.split_once(": ").unwrap();
    assert!(repeated.starts_with("Rights are taken away again taken"), "{repeated}");
    assert_eq!((repeated.chars().count(), repeated.chars().last()), (200, Some('…')));
}

#[test]
fn each_question_is_answered_by_a_field_or_by_words() {
    let rule = "control-vaguely-worded";
    let open = |more: &str| {
        let gaps = found(rule, &review(more), &Files::default());
        gaps.first().map(|gap| gap.finding.title.replace("Access review: its description leaves open ", ""))
    };
    // Two are left open by words that name nothing; each line below answers one of the four.
    let nothing = ", description: Needless rights are looked for and taken away again";
    let all = "who does it, where, when and how it is shown";
    assert_eq!(open(nothing).as_deref(), Some(all));
    for (answer, left) in [
        (", owner: jane", "where, when and how it is shown"),
        (", performer: sam", "where, when and how it is shown"),
        (" by managers", "where, when and how it is shown"),
        (" by IT", "where, when and how it is shown"),
        (" by it", all),
        (", systems: [prod]", "who does it, when and how it is shown"),
        (" on PROD", "who does it, when and how it is shown"),
        (" on the ledger", "who does it, when and how it is shown"),
        (", frequency: weekly", "who does it, where and how it is shown"),
        (", kind: policy", "who does it, where and how it is shown"),
        (" Each quarter", "who does it, where and how it is shown"),
        (", evidence: [{ url: a }]", "who does it, where and when"),
        (", documented_in: [POL]", "who does it, where and when"),
        (" with a signed checklist", "who does it, where and when"),
    ] {
        assert_eq!(open(&format!("{nothing}{answer}")).as_deref(), Some(left), "{answer}");
    }
    // Two open questions are reported, one is let pass; a description shorter than six words is not.
    let two = open(&format!("{nothing}, owner: jane, systems: [prod]"));
    assert_eq!(two.as_deref(), Some("when and how it is shown"));
    assert_eq!(open(&format!("{nothing}, owner: jane, systems: [prod], frequency: weekly")), None);
    assert_eq!(
        open(", description: Needless rights are taken away., owner: jane, systems: [prod], frequency: weekly")
            .as_deref(),
        Some("what and how it is shown")
    );
}

#[test]
fn an_unmapped_control_is_said_to_support_nothing() {
    let gaps = found("control-unmapped", &review("").replace("[CC6.3]", "[]"), &Files::default());
    says(
        &gaps[0],
        "Access review: it is mapped to no criterion",
        "It names no criterion, so it supports nothing in the report.",
    );
    assert!(gaps[0].finding.criteria.is_empty());
}

#[test]
fn an_implausible_mapping_touches_only_what_is_implausible() {
    let yaml = review(", kind: physical").replace("[CC6.3]", "[CC6.2, CC6.3, CC6.4, A1.1]");
    let gaps = found("implausible-mapping", &yaml, &Files::default());
    says(
        &gaps[0],
        "Access review: a physical control hardly addresses what it is mapped to",
        "A physical control does not usually address CC6.2 and CC6.3.",
    );
    let criteria: Vec<String> = gaps[0].finding.criteria.iter().map(ToString::to_string).collect();
    assert_eq!(criteria, ["CC6.2", "CC6.3"]);
    let thirteen = "[CC1.1, CC1.2, CC1.3, CC1.4, CC1.5, CC2.1, CC2.2, CC2.3, CC3.1, CC3.2, CC3.3, CC3.4, CC4.1]";
    let gaps = found("implausible-mapping", &review("").replace("[CC6.3]", thirteen), &Files::default());
    says(
        &gaps[0],
        "Access review: 13 criteria are more than one control can carry",
        "It names 13 criteria; one control is plausible for at most 12.",
    );
    assert_eq!(gaps[0].finding.criteria.len(), 13);
}

#[test]
fn a_single_control_is_named_with_who_answers_for_it() {
    let rule = "single-control-reliance";
    let gaps = found(rule, &review(", nature: detective, owner: jane"), &Files::default());
    assert_eq!(gaps.iter().map(Gap::id).collect::<Vec<_>>(), ["CC6.3:single-control-reliance"]);
    says(
        &gaps[0],
        "Role-based access and least privilege: it rests on a single control",
        "`AC-02` (Access review) is the only control in place for it. Jane Roe answers for it.",
    );
    assert_eq!(
        gaps[0].finding.recommendation,
        "Put a second control beside `AC-02` that works without it: one that prevents what the first only finds afterwards."
    );
    assert_eq!((gaps[0].finding.control, gaps[0].finding.owner.as_deref()), (None, Some("jane")));
    let beside = |more: &str| {
        let both = review(&format!(" }}, {{ id: AC-03, name: Roster, criteria: [CC6.3], status: {more}"));
        found(rule, &both, &Files::default()).len()
    };
    assert_eq!((beside("planned"), beside("implemented")), (1, 0));
    let deficient = "tests: [{ of: design, date: 2026-10-20, conclusion: deficient }]";
    assert_eq!(beside(&format!("implemented, {deficient}")), 0, "`design-deficient` speaks of it");
    assert!(silent(rule, &format!(", {deficient}")), "a deficient control is nothing to rely on");
}

/// What the report is not about makes no gaps: a control for a category that was not selected, or for a criterion that was
/// scoped out. One that names nothing at all is judged, for nobody said it is out of scope.
#[test]
fn controls_out_of_scope_make_no_gaps() {
    let ids = |scope: &str| {
        let yaml = format!(
            "organization: Acme\nscope: {{ {scope} }}\ncontrols:\n  - {{ id: PR-1, name: Notice, criteria: [P1.1], status: implemented }}\n  - {{ id: FR-1, name: Fraud, criteria: [CC3.3], status: implemented }}\n  - {{ id: UN-1, name: Unmapped, criteria: [], status: implemented }}\n"
        );
        let catalog = gapcheck::load::catalog::bundled().unwrap();
        let sources = gapcheck::load::inventory::single("scope.yaml", &yaml);
        let as_of = "2026-11-22".parse().unwrap();
        let inventory = gapcheck::read(&sources, &catalog, as_of).unwrap();
        let request = gapcheck::Request { as_of, fail_on: None, baseline: None };
        let files = gapcheck::model::files::Files::default();
        let assessment = gapcheck::assess(&sources, &inventory, &catalog, &files, &request);
        let about: std::collections::BTreeSet<String> = assessment
            .gaps
            .iter()
            .filter_map(|gap| Some(inventory.controls[gap.finding.control?].id.to_string()))
            .collect();
        about.into_iter().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(ids("categories: [security]"), "FR-1 UN-1");
    assert_eq!(ids("categories: [security, privacy]"), "FR-1 PR-1 UN-1");
    let scoped_out = "not_applicable: [{ criteria: [CC3.3], rationale: None., approved_by: cto }]";
    assert_eq!(ids(scoped_out), "UN-1");
}
