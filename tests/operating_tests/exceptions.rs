//! What tests found that deviates, and what became of it.

use super::*;

#[test]
fn each_is_told_with_tester_day_cause_and_end() {
    let found = test(
        "2026-10-15",
        "by: alex, period: { start: 2026-01-01, end: 2026-09-30 }, sample: { size: 25 }, conclusion: exception,
         exceptions: [
            { item: user-117, description: Left in August and still active., root_cause: The list came late.,
              resolved: 2026-10-20 },
            { item: user-9, description: \"  No\\n  ticket \" }]",
    );
    let gap = gap(EXCEPTIONS, "", &[&found]);
    says(
        &gap,
        "Access review: a test of its operation found 2 exceptions",
        "The test of operation of 2026-10-15 by Alex Doe found 2 exceptions among the 25 items it looked at. user-9: No \
         ticket (no root cause is given; not resolved). user-117: Left in August and still active (root cause: The list \
         came late; resolved on 2026-10-20).",
    );
    assert_eq!(
        gap.finding.desired_state,
        "Every item of the period that was looked at shows the control operating as described. Where one does not, its \
         root cause is known, it is put right, and a later test found the control effective."
    );
    assert_eq!(
        gap.finding.recommendation,
        "For each exception find out how it came about and what else it touched, put that right, note `root_cause` and \
         `resolved`, and have the control tested again on items from after that day."
    );
    assert_eq!(circumstances(&gap), [("root cause", 6, "No root cause is given for 1 of 2 exceptions.")]);
    assert_eq!(gap.risk.working.iter().find(|factor| factor.name == "fault").map(|fault| fault.points), Some(60));
    // The place is that of the test, in the list of tests of the control.
    assert_ne!(gap.finding.place, None);
}

#[test]
fn what_is_not_said_of_one_is_said_to_be_missing() {
    let listed_all = |exceptions: &str| {
        let test = test("2026-10-15", &format!("exceptions: [{exceptions}], conclusion: exception"));
        let state = gap(EXCEPTIONS, "", &[&test]).finding.current_state.into_owned();
        let (begin, told) = state.split_once(". ").unwrap();
        assert!(begin.starts_with("The test of operation of 2026-10-15 found "));
        told.to_owned()
    };
    let listed = |exception: &str| listed_all(&format!("{{ {exception} }}"));
    assert_eq!(listed(""), "An item that is not named (no root cause is given; not resolved).");
    assert_eq!(listed("item: user-9"), "user-9 (no root cause is given; not resolved).");
    assert_eq!(listed("description: No ticket., root_cause: ' '"), "No ticket (no root cause is given; not resolved).");
    // What was put right only after the day of the assessment is not.
    assert_eq!(
        listed("item: user-9, root_cause: Late, resolved: 2026-11-22"),
        "user-9 (root cause: Late; resolved on 2026-11-22)."
    );
    assert_eq!(
        listed("item: user-9, root_cause: Late, resolved: 2026-11-23"),
        "user-9 (root cause: Late; not resolved before 2026-11-23)."
    );
    // Those that are not put right come first.
    let both = listed_all("{ item: a, resolved: 2026-11-01 }, { item: b }");
    assert_eq!(both, "b (no root cause is given; not resolved). a (no root cause is given; resolved on 2026-11-01).");
    let long = listed(&format!("item: {}", "a".repeat(161)));
    assert_eq!(long, format!("{}… (no root cause is given; not resolved).", "a".repeat(159)));
}

#[test]
fn of_very_many_only_some_are_told() {
    let list = |numbers: std::ops::RangeInclusive<u8>| {
        let items: Vec<String> = numbers.map(|at| format!("{{ item: u-{at}, root_cause: Late }}")).collect();
        let test = test("2026-10-15", &format!("exceptions: [{}], conclusion: exception", items.join(", ")));
        gap(EXCEPTIONS, "", &[&test]).finding.current_state.into_owned()
    };
    let told = |at: u8| format!(" u-{at} (root cause: Late; not resolved).");
    let up_to_six = |from: u8| (from..from + 6).map(told).collect::<String>();
    let begin = "The test of operation of 2026-10-15 found";
    assert_eq!(list(7..=12), format!("{begin} 6 exceptions.{}", up_to_six(7)));
    let one_more = "1 more exception stands in the inventory.";
    assert_eq!(list(6..=12), format!("{begin} 7 exceptions.{} {one_more}", up_to_six(6)));
    let two_more = "2 more exceptions stand in the inventory.";
    assert_eq!(list(5..=12), format!("{begin} 8 exceptions.{} {two_more}", up_to_six(5)));
    let days = ["01", "02", "03", "04", "05", "06", "07"];
    let tests: Vec<String> = days.iter().map(|day| test(&format!("2026-10-{day}"), "conclusion: exception")).collect();
    let tests: Vec<&str> = tests.iter().map(String::as_str).collect();
    let gap = gap(EXCEPTIONS, "", &tests);
    assert_eq!(gap.finding.title, "Access review: 7 tests of its operation found something that deviates");
    assert!(gap.finding.current_state.ends_with(
        " The test of operation of 2026-10-06 ended with an exception and does not list what deviated. The same goes for \
         1 more test."
    ));
}

#[test]
fn resolved_ones_stay_and_weigh_less() {
    let one = |resolved: &str| {
        let rest = format!("exceptions: [{{ item: a, root_cause: Late, {resolved} }}], conclusion: exception");
        test("2026-10-15", &rest)
    };
    let resolved = gap(EXCEPTIONS, "", &[&one("resolved: 2026-11-22")]);
    assert_eq!(resolved.finding.title, "Access review: a test of its operation found 1 exception, resolved since");
    assert_eq!(
        circumstances(&resolved),
        [("resolved", -25, "Each was put right, or a later test found the control effective where none is listed.")]
    );
    let ahead = gap(EXCEPTIONS, "", &[&one("resolved: 2026-11-23")]);
    assert_eq!(ahead.finding.title, "Access review: a test of its operation found 1 exception");
    assert_eq!(points(&ahead), []);
    // One of two that is not resolved leaves both.
    let beside = one("").replace("10-15", "10-14");
    assert_eq!(points(&gap(EXCEPTIONS, "", &[&one("resolved: 2026-11-22"), &beside])), []);
}

#[test]
fn a_passed_retest_is_told_beside_them() {
    let bare = test("2026-10-15", "conclusion: exception");
    let gap_with = |others: &[&str]| gap(EXCEPTIONS, "", &[&[bare.as_str()], others].concat());
    let told = "The test of operation of 2026-10-15 ended with an exception and does not list what deviated.";
    let alone = gap_with(&[]);
    says(&alone, "Access review: a test of its operation found something that deviates", told);
    assert_eq!(points(&alone), []);
    for day in ["2026-10-14", "2026-10-15"] {
        let with = gap_with(&[&effective(day)]);
        assert_eq!((&*with.finding.current_state, points(&with)), (told, vec![]), "{day}");
    }
    let retested = gap_with(&[&effective("2026-10-16"), &effective("2026-11-01")]);
    says(
        &retested,
        "Access review: a test of its operation found something that deviates, resolved since",
        &format!("{told} The test of operation of 2026-11-01 by Sam Poe found the control effective."),
    );
    assert_eq!(
        circumstances(&retested),
        [
            ("resolved", -25, "Each was put right, or a later test found the control effective where none is listed."),
            ("retested", -20, "On 2026-11-01, later than all of them, a test found the control effective.")
        ]
    );
    // An unresolved exception in the later test makes it no retest; nor does one that is of design or still to come.
    let doubtful = test("2026-11-01", "conclusion: effective, exceptions: [{ item: b, root_cause: Late }]");
    assert_eq!(points(&gap_with(&[&doubtful])), []);
    assert_eq!(points(&gap_with(&[&effective("2026-11-01").replace("operation", "design")])), []);
    assert_eq!(points(&gap_with(&[&effective("2026-11-23")])), []);
    assert_eq!(points(&gap_with(&["{ of: operation, conclusion: effective }"])), []);
    // Its exceptions put right, it is one, and deviates itself: it is no retest of its own.
    let settled = doubtful.replace("root_cause: Late", "root_cause: Late, resolved: 2026-11-02");
    let with = gap_with(&[&settled]);
    assert_eq!(points(&with), [("resolved", -25)]);
    assert_eq!(
        with.finding.current_state,
        format!(
            "{told} The test of operation of 2026-11-01 found 1 exception. b (root cause: Late; resolved on 2026-11-02). \
             The test of operation of 2026-11-01 found the control effective."
        )
    );
}

#[test]
fn a_retest_counts_whole_only_after_the_last_of_them() {
    let one = |day: &str, resolved: &str| {
        test(day, &format!("conclusion: exception, exceptions: [{{ item: a, root_cause: Late{resolved} }}]"))
    };
    let (open, settled) = ("", ", resolved: 2026-11-20");
    // Not resolved, and yet operating since: the retest counts for itself.
    let since = gap(EXCEPTIONS, "", &[&one("2026-10-15", open), &effective("2026-11-01")]);
    assert_eq!(points(&since), [("retested", -20)]);
    let between =
        gap(EXCEPTIONS, "", &[&one("2026-10-15", settled), &effective("2026-11-01"), &one("2026-11-02", settled)]);
    assert_eq!(points(&between), [("resolved", -25)]);
    says(
        &between,
        "Access review: 2 tests of its operation found 2 exceptions, resolved since",
        "The test of operation of 2026-10-15 found 1 exception. a (root cause: Late; resolved on 2026-11-20). The test \
         of operation of 2026-11-02 found 1 exception. a (root cause: Late; resolved on 2026-11-20). The test of \
         operation of 2026-11-01 by Sam Poe found the control effective.",
    );
}

#[test]
fn a_test_without_a_date_counts_against_only() {
    let undated = "{ of: operation, by: alex, conclusion: exception }";
    let gap_of = gap(EXCEPTIONS, "", &[undated, &effective("2026-11-01")]);
    says(
        &gap_of,
        "Access review: a test of its operation found something that deviates",
        "The test of operation without a date by Alex Doe ended with an exception and does not list what deviated.",
    );
    assert_eq!(points(&gap_of), []);
    // Told last, though a name may sort before.
    let dated = test("2026-10-15", "conclusion: exception");
    assert_eq!(
        gap(EXCEPTIONS, "", &[undated, &dated]).finding.current_state,
        "The test of operation of 2026-10-15 ended with an exception and does not list what deviated. The test of \
         operation without a date by Alex Doe ended with an exception and does not list what deviated."
    );
}

#[test]
fn what_is_listed_counts_whatever_the_conclusion() {
    let listing = |rest: &str| test("2026-10-15", &format!("exceptions: [{{ item: a, root_cause: Late }}]{rest}"));
    for conclusion in ["", ", conclusion: effective", ", conclusion: exception", ", conclusion: deficient"] {
        assert_eq!(
            gap(EXCEPTIONS, "", &[&listing(conclusion)]).finding.current_state,
            "The test of operation of 2026-10-15 found 1 exception. a (root cause: Late; not resolved).",
            "{conclusion}"
        );
    }
    assert!(none(EXCEPTIONS, "", &[&test("2026-10-15", "conclusion: deficient")]));
    assert!(none(EXCEPTIONS, "", &[&effective("2026-10-15")]));
    // Of design, of another time, still to come.
    assert!(none(EXCEPTIONS, "", &[&listing("").replace("operation", "design")]));
    assert!(none(EXCEPTIONS, "", &[&listing("").replace("2026-10-15", "2025-12-31")]));
    assert!(!none(EXCEPTIONS, "", &[&listing("").replace("2026-10-15", "2026-01-01")]));
    assert!(none(EXCEPTIONS, "", &[&listing("").replace("2026-10-15", "2026-11-23")]));
    assert!(!none(EXCEPTIONS, "", &[&listing("").replace("2026-10-15", "2026-11-22")]));
    let before = ", period: { start: 2025-10-01, end: 2025-12-31 }";
    assert!(none(EXCEPTIONS, "", &[&listing(before)]));
    assert!(silent(EXCEPTIONS, &format!(", tests: [{}]", listing(""))), "a Type I report asks for design");
}

#[test]
fn more_than_one_in_ten_weighs_more() {
    let sampled = |day: &str, exceptions: usize, sample: &str| {
        let items = vec!["{ item: a, root_cause: Late }"; exceptions].join(", ");
        test(day, &format!("conclusion: exception, exceptions: [{items}], sample: {{ {sample} }}"))
    };
    let rate = |tests: &[&str]| {
        let gap = gap(EXCEPTIONS, "", tests);
        let rate = circumstances(&gap).into_iter().find(|(factor, _, _)| *factor == "rate");
        rate.map(|(_, points, because)| format!("{points} {because}"))
    };
    let one = |exceptions: usize, sample: &str| rate(&[&sampled("2026-10-15", exceptions, sample)]);
    assert_eq!(one(2, "size: 20"), None);
    assert_eq!(one(2, "size: 19").unwrap(), "10 2 of 19 items looked at deviated, more than one in ten.");
    assert_eq!(one(1, "size: 1").unwrap(), "10 1 of 1 item looked at deviated, more than one in ten.");
    assert_eq!(one(3, "method: all"), None);
    // The highest rate is told: 3 of 20 is more than 4 of 28 (60 to 56 of 420), and 1 of 5 than either.
    let tests = [sampled("2026-10-01", 4, "size: 28"), sampled("2026-10-02", 3, "size: 20")];
    let both = rate(&[&tests[0], &tests[1]]).unwrap();
    assert_eq!(both, "10 3 of 20 items looked at deviated, more than one in ten.");
    let third = sampled("2026-10-03", 1, "size: 5");
    assert!(rate(&[&tests[0], &third, &tests[1]]).unwrap().starts_with("10 1 of 5 "));
    // Of equal ones the larger sample.
    assert!(rate(&[&sampled("2026-10-01", 2, "size: 10"), &third]).unwrap().starts_with("10 2 of 10 "));
}

#[test]
fn a_test_of_all_items_says_so() {
    let all = test("2026-10-15", "sample: { method: all }, exceptions: [{ item: a }], conclusion: exception");
    let gap = gap(EXCEPTIONS, "", &[&all]);
    assert_eq!(
        gap.finding.current_state,
        "The test of operation of 2026-10-15 found 1 exception among all items. a (no root cause is given; not resolved)."
    );
    assert_eq!(circumstances(&gap), [("root cause", 6, "No root cause is given for it.")]);
}

#[test]
fn a_retired_control_answers_for_its_part_of_the_period() {
    let deviating = test("2026-03-15", "conclusion: exception");
    let retired = |until: &str| {
        let yaml = tested(&format!(", until: {until}"), &[&deviating]).replace("implemented", "retired");
        found(EXCEPTIONS, &yaml, &Files::default()).len()
    };
    assert_eq!((retired("2026-01-01"), retired("2025-12-31")), (1, 0));
    let planned = tested("", &[&deviating]).replace("implemented", "planned");
    assert!(found(EXCEPTIONS, &planned, &Files::default()).is_empty());
    let out_of_scope = tested("", &[&deviating]).replace("CC6.3", "A1.1");
    assert!(found(EXCEPTIONS, &out_of_scope, &Files::default()).is_empty());
}
