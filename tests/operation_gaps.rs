//! What the rules say of controls that did not run, were not tested or began late: whole messages, worked out by hand.
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

#[allow(dead_code, reason = "other tests of rules share it, and each uses its own part")]
mod access_review;

use access_review::{circumstances, found, review, says};
use gapcheck::model::files::Files;
use gapcheck::model::gap::Gap;

const MISSED: &str = "occurrence-missed";
const UNTESTED: &str = "operation-untested";
const LATE: &str = "control-started-late";

/// What a rule finds about the review on 2026-11-22, for a period.
fn gap(rule: &str, period: &str, more: &str) -> Option<Gap> {
    let mut gaps = found(rule, &format!("{}{}", scope(period), review(more)), &Files::default());
    assert!(gaps.len() < 2);
    gaps.pop()
}

fn scope(period: &str) -> String {
    let (start, end) = period.split_once("..").unwrap();
    format!("scope: {{ report: type2, period: {{ start: {start}, end: {end} }} }}")
}

/// Evidence that was taken on these days, and speaks of them.
fn on(days: &[&str]) -> String {
    let pieces: Vec<String> =
        days.iter().map(|day| format!("{{ url: 'https://x/{day}', collected: {day} }}")).collect();
    format!(", evidence: [{}]", pieces.join(", "))
}

fn missed(period: &str, more: &str) -> Gap {
    gap(MISSED, period, more).unwrap()
}

const STAYS: &str = "What did not run then stays missed, whatever is done later.";

#[test]
fn missed_quarters_that_follow_one_another_are_told_as_one_time() {
    let gap = missed("2026-01-01..2026-12-31", &format!(", frequency: quarterly{}", on(&["2026-08-01"])));
    assert_eq!(gap.id(), "AC-02:occurrence-missed");
    says(
        &gap,
        "Access review: 2 of 3 occurrences so far were missed",
        &format!(
            "It is quarterly. No evidence on file shows 2 of its 3 occurrences so far: 2026-01-01 to 2026-06-30 (2 \
             quarters). What shows the last of them was due on file by 2026-07-15, with a grace of 15 days. {STAYS}"
        ),
    );
    assert_eq!(gap.finding.desired_state, "Evidence on file shows the control each time it had to run.");
    assert_eq!(
        gap.finding.recommendation,
        "If it did run, file what shows it, and say under `covers` what time it speaks of. If not, run it when it is next \
         due, keep evidence each time, and tell your auditor before they find it. Then decide whether to accept what was \
         missed, with a rationale and an approver."
    );
    assert_eq!(circumstances(&gap), [("share", 15, "2 of 3 occurrences so far were missed: half or more.")]);
    assert_eq!(gap.finding.criteria.iter().map(ToString::to_string).collect::<Vec<_>>(), ["CC6.3"]);
    let parted = missed("2026-01-01..2026-12-31", &format!(", frequency: quarterly{}", on(&["2026-05-01"])));
    says(
        &parted,
        "Access review: 2 of 3 occurrences so far were missed",
        &format!(
            "It is quarterly. No evidence on file shows 2 of its 3 occurrences so far: 2026-01-01 to 2026-03-31 and \
             2026-07-01 to 2026-09-30. What shows the last of them was due on file by 2026-10-15, with a grace of 15 days. \
             {STAYS}"
        ),
    );
}

#[test]
fn one_only_and_all_have_sentences_of_their_own() {
    let one = missed("2026-01-01..2026-12-31", &format!(", frequency: quarterly{}", on(&["2026-02-01", "2026-08-01"])));
    says(
        &one,
        "Access review: 1 of 3 occurrences so far was missed",
        &format!(
            "It is quarterly. No evidence on file shows 1 of its 3 occurrences so far: 2026-04-01 to 2026-06-30. What shows \
             it was due on file by 2026-07-15, with a grace of 15 days. {STAYS}"
        ),
    );
    assert!(circumstances(&one).is_empty(), "1 of 3 is neither half nor a tenth");
    let only = missed("2026-07-01..2026-12-31", ", frequency: quarterly");
    says(
        &only,
        "Access review: its only occurrence so far was missed",
        &format!(
            "It is quarterly. No evidence on file shows its only occurrence so far: 2026-07-01 to 2026-09-30. What shows it \
             was due on file by 2026-10-15, with a grace of 15 days. {STAYS}"
        ),
    );
    assert_eq!(circumstances(&only), [("share", 15, "The only occurrence so far was missed.")]);
    let all = missed("2026-07-01..2026-12-31", ", frequency: monthly");
    says(
        &all,
        "Access review: 4 of 4 occurrences so far were missed",
        &format!(
            "It is monthly. No evidence on file shows any of its 4 occurrences so far: 2026-07-01 to 2026-10-31 (4 months). \
             What shows the last of them was due on file by 2026-11-10, with a grace of 10 days. {STAYS}"
        ),
    );
}

#[test]
fn every_frequency_has_its_own_word_for_a_time() {
    // Two that follow one another of each, over by 2026-11-22 with their grace.
    for (frequency, period, told) in [
        ("weekly", "2026-07-01..2026-07-14", "2026-07-01 to 2026-07-14 (2 weeks)"),
        ("semiannual", "2025-08-01..2026-07-31", "2025-08-01 to 2026-07-31 (2 half-years)"),
        ("annual", "2024-08-01..2026-07-31", "2024-08-01 to 2026-07-31 (2 years)"),
        ("daily", "2026-07-02..2026-07-03", "2026-07-02 to 2026-07-03 (2 working days)"),
    ] {
        let gap = missed(period, &format!(", frequency: {frequency}"));
        let state = format!("It is {frequency}. No evidence on file shows any of its 2 occurrences so far: {told}. ");
        assert!(gap.finding.current_state.starts_with(&state), "{}", gap.finding.current_state);
    }
}

#[test]
fn of_many_missed_weeks_six_times_are_named() {
    // Every other week is shown, from the second. The week that ends on 10 November was due by the 15th, the next by the 22nd,
    // which is the day itself: nineteen are due, ten of them missed.
    let shown = [
        "2026-07-08",
        "2026-07-22",
        "2026-08-05",
        "2026-08-19",
        "2026-09-02",
        "2026-09-16",
        "2026-09-30",
        "2026-10-14",
        "2026-10-28",
    ];
    let gap = missed("2026-07-01..2026-12-31", &format!(", frequency: weekly{}", on(&shown)));
    says(
        &gap,
        "Access review: 10 of 19 occurrences so far were missed",
        &format!(
            "It is weekly. No evidence on file shows 10 of its 19 occurrences so far: 2026-07-01 to 2026-07-07, 2026-07-15 to \
             2026-07-21, 2026-07-29 to 2026-08-04, 2026-08-12 to 2026-08-18, 2026-08-26 to 2026-09-01, 2026-09-09 to 2026-09-15 \
             and 4 more. What shows the last of them was due on file by 2026-11-15, with a grace of 5 days. {STAYS}"
        ),
    );
    let less = missed(
        "2026-07-01..2026-12-31",
        &format!(
            ", frequency: weekly{}",
            on(&[&shown[..], &["2026-07-01"; 1], &["2026-07-15"], &["2026-07-29"], &["2026-08-12"]].concat())
        ),
    );
    assert!(less.finding.current_state.contains("6 of its 19 occurrences"));
    assert!(!less.finding.current_state.contains("more"), "six are named without a rest");
}

#[test]
fn days_of_rest_part_no_stretch_and_are_counted_in() {
    // 2 November 2026 is a Monday. Until the 18th, whose grace ended on the 21st, there are 13 working days and 4 of rest.
    let gap = missed("2026-11-02..2027-02-01", &format!(", frequency: daily{}", on(&["2026-11-11"])));
    says(
        &gap,
        "Access review: 12 of 13 occurrences so far were missed",
        &format!(
            "It is daily. No evidence on file shows 12 of its 13 occurrences so far: 2026-11-02 to 2026-11-10 (7 working \
             days) and 2026-11-12 to 2026-11-18 (5 working days). What shows the last of them was due on file by 2026-11-21, \
             with a grace of 3 days. {STAYS}"
        ),
    );
    let because = "12 of 17 occurrences so far were missed, 4 days of rest counted in: half or more.";
    assert_eq!(circumstances(&gap), [("share", 15, because)]);
    // A stretch ends on its last missed day, not on the Sunday after it.
    let friday = missed(
        "2026-11-13..2027-02-12",
        &format!(", frequency: daily{}", on(&["2026-11-16", "2026-11-17", "2026-11-18"])),
    );
    assert!(
        friday.finding.current_state.contains(" occurrences so far: 2026-11-13. "),
        "{}",
        friday.finding.current_state
    );
    // 1 of 4 working days, and 2 of rest.
    assert!(circumstances(&friday).is_empty());
}

#[test]
fn the_share_that_was_missed_weighs() {
    let months = [
        "2026-01-05",
        "2026-02-05",
        "2026-03-05",
        "2026-04-05",
        "2026-05-05",
        "2026-06-05",
        "2026-07-05",
        "2026-08-05",
        "2026-09-05",
        "2026-10-05",
    ];
    let share = |end: &str, shown: &[&str]| {
        let gap = missed(&format!("2026-01-01..{end}"), &format!(", frequency: monthly{}", on(shown)));
        let told = circumstances(&gap);
        told.iter().map(|(factor, points, because)| format!("{factor} {points} {because}")).collect::<Vec<_>>().concat()
    };
    assert_eq!(share("2026-10-31", &months[1..]), "share -15 1 of 10 occurrences so far was missed: a tenth or less.");
    assert_eq!(share("2026-09-30", &months[1..9]), "", "1 of 9");
    assert_eq!(share("2026-10-31", &months[6..]), "share 15 6 of 10 occurrences so far were missed: half or more.");
    assert_eq!(share("2026-10-31", &months[5..]), "share 15 5 of 10 occurrences so far were missed: half or more.");
    assert_eq!(share("2026-10-31", &months[4..]), "", "4 of 10");
}

#[test]
fn what_runs_all_the_time_or_on_demand_is_told_without_counting() {
    let period = "2026-07-01..2026-10-31";
    let continuous = missed(period, ", frequency: continuous");
    says(
        &continuous,
        "Access review: nothing shows that it ran in the observation period",
        &format!(
            "It runs all the time, and nothing on file shows that it did: 2026-07-01 to 2026-10-31. What shows it was due on file \
             by 2026-11-15, with a grace of 15 days. {STAYS}"
        ),
    );
    assert_eq!(
        continuous.finding.desired_state,
        "Evidence on file shows the control at work in the observation period."
    );
    assert_eq!(
        continuous.finding.recommendation,
        "If it did run, file what shows it, and say under `covers` what time it speaks of. If not, nothing can be run for that \
         period any more: tell your auditor before they find it. Then decide whether to accept what was missed, with a \
         rationale and an approver."
    );
    let event = missed(period, ", frequency: per-event");
    says(
        &event,
        "Access review: nothing shows that it ran in the observation period",
        &format!(
            "It runs whenever something calls for it, and nothing on file shows that it did, or that nothing did: 2026-07-01 to \
             2026-10-31. What shows it was due on file by 2026-11-15, with a grace of 15 days. {STAYS}"
        ),
    );
    assert!(
        event
            .finding
            .recommendation
            .contains(" speaks of. If nothing called for it, record that with `items: 0`. If not, nothing can")
    );
    assert!(gap(MISSED, period, ", frequency: once").is_none());
    assert!(gap(MISSED, period, "").is_none(), "without a frequency nothing is due");
}

#[test]
fn a_control_retired_in_the_period_is_asked_for_the_time_it_was_there() {
    let retired = |rule: &str, more: &str| {
        let yaml = scope("2026-07-01..2026-12-31") + &review(more).replace("implemented", "retired");
        found(rule, &yaml, &Files::default())
    };
    let gaps = retired(MISSED, ", frequency: monthly, until: 2026-08-31");
    says(
        &gaps[0],
        "Access review: 2 of 2 occurrences so far were missed",
        &format!(
            "It is monthly. No evidence on file shows any of its 2 occurrences so far: 2026-07-01 to 2026-08-31 (2 months). \
             What shows the last of them was due on file by 2026-09-10, with a grace of 10 days. {STAYS}"
        ),
    );
    assert_eq!(
        gaps[0].finding.recommendation,
        "If it did run, file what shows it, and say under `covers` what time it speaks of. If not, tell your auditor what took \
         its place before they find it. Then decide whether to accept what was missed, with a rationale and an approver."
    );
    assert_eq!(retired(MISSED, ", frequency: monthly, until: 2026-06-30").len(), 0);
    assert_eq!(retired(MISSED, ", frequency: monthly").len(), 0);
    assert_eq!(retired(UNTESTED, ", frequency: monthly, until: 2026-08-31").len(), 0);
    assert_eq!(retired(LATE, ", frequency: monthly, since: 2026-08-01, until: 2026-08-31").len(), 0);
}

#[test]
fn only_controls_in_scope_are_asked_and_only_for_type_2() {
    let yaml = scope("2026-07-01..2026-12-31") + &review(", frequency: monthly, since: 2026-08-01");
    let count = |yaml: &str| [MISSED, UNTESTED, LATE].map(|rule| found(rule, yaml, &Files::default()).len());
    assert_eq!(count(&yaml), [1, 1, 1]);
    assert_eq!(count(&yaml.replace("implemented", "informal")), [1, 1, 1]);
    assert_eq!(count(&yaml.replace("implemented", "planned")), [0, 0, 0]);
    assert_eq!(count(&yaml.replace("[CC6.3]", "[C1.1]")), [0, 0, 0], "confidentiality is out of scope");
    assert_eq!(count(&yaml.replace("[CC6.3]", "[]")), [1, 1, 0], "without a criterion nothing is uncovered");
    let type1 = review(", frequency: monthly, since: 2026-08-01");
    assert_eq!(count(&type1), [0, 0, 0]);
}

#[test]
fn untested_operation_says_whether_there_is_any_test() {
    let period = "2026-07-01..2026-12-31";
    let none = gap(UNTESTED, period, ", tests: [{ of: design, date: 2026-10-01, conclusion: effective }]").unwrap();
    assert_eq!(none.id(), "AC-02:operation-untested");
    says(
        &none,
        "Access review: nobody has tested its operation in the period",
        "No test of operation is on file. The observation period is 2026-07-01 to 2026-12-31.",
    );
    assert_eq!(
        none.finding.desired_state,
        "A test of operation says what it came to, when it was done and by whom, what time it speaks of, and how many of how \
         many items were looked at."
    );
    assert_eq!(
        none.finding.recommendation,
        "Have somebody who neither owns nor performs the control take the full list of its items in the period, check that it is \
         complete, look at a sample of them, and record all of it under `tests` with `of: operation`."
    );
    let told =
        "None of the tests of operation on file has a date and a conclusion and speaks of 2026-07-01 to 2026-12-31.";
    for test in ["date: 2026-10-01", "conclusion: effective", "date: 2026-06-30, conclusion: effective"] {
        let gap = gap(UNTESTED, period, &format!(", tests: [{{ of: operation, {test} }}]")).unwrap();
        assert_eq!(gap.finding.current_state, told, "{test}");
    }
    for conclusion in ["effective", "exception", "deficient"] {
        let test = format!(", tests: [{{ of: operation, date: 2026-10-01, conclusion: {conclusion} }}]");
        assert!(gap(UNTESTED, period, &test).is_none(), "{conclusion}");
    }
    assert!(gap(UNTESTED, "2026-11-22..2027-05-21", "").is_some(), "from the first day of the period on");
    // While nothing is over or shown there is nothing to test; without a frequency nobody can tell.
    for frequency in ["annual", "per-event", "continuous", "once"] {
        let control = format!(", frequency: {frequency}");
        assert!(gap(UNTESTED, period, &control).is_none(), "{frequency}");
        assert!(gap(UNTESTED, period, &(control + &on(&["2026-07-15"]))).is_some(), "{frequency}, shown");
    }
    // The first quarter ends on 30 September; what shows it may come in for 15 days.
    let quarterly = |start: &str| gap(UNTESTED, &format!("{start}..2026-12-31"), ", frequency: quarterly").is_some();
    // From 8 August it ends on 7 November, and the grace on the 22nd, which is the day itself.
    assert_eq!((quarterly("2026-08-07"), quarterly("2026-08-08")), (true, false));
    assert!(gap(UNTESTED, "2026-11-23..2027-05-22", "").is_none());
}

#[test]
fn a_late_start_says_how_much_of_the_period_was_gone() {
    let period = "2026-07-01..2026-12-31";
    let late = gap(LATE, period, ", since: 2026-08-15").unwrap();
    assert_eq!(late.id(), "AC-02:control-started-late");
    // July has 31 days, and 14 of August make 45; the half-year has 184.
    says(
        &late,
        "Access review: in place only since 2026-08-15, after the period had begun",
        "The observation period began on 2026-07-01, and the control has been in place only since 2026-08-15: 45 of the 184 days of the \
         period were gone. No other control for CC6.3 was there from the first day.",
    );
    assert_eq!(
        late.finding.desired_state,
        "A control for CC6.3 is in place from the first day of the observation period."
    );
    assert_eq!(
        late.finding.recommendation,
        "Agree with your auditor whether the period can begin on 2026-08-15; what was missing before cannot be made good. If \
         another control did the work before, list it with its `since`, and with its `until` if it was retired."
    );
    assert!(circumstances(&late).is_empty());
    // Half of 184 days are 92: gone by 1 October.
    assert!(circumstances(&gap(LATE, period, ", since: 2026-10-01").unwrap()).is_empty());
    assert_eq!(
        circumstances(&gap(LATE, period, ", since: 2026-10-02").unwrap()),
        [("late", 15, "More than half was gone: 93 of the 184 days of the period.")]
    );
    assert!(gap(LATE, period, ", since: 2026-07-01").is_none());
    assert!(gap(LATE, period, "").is_none(), "it was always there");
    let first = gap(LATE, period, ", since: 2026-07-02").unwrap();
    assert!(first.finding.current_state.contains(": 1 of the 184 days of the period was gone. "));
    let last = gap(LATE, period, ", since: 2026-12-31").unwrap();
    assert!(
        last.finding.recommendation.starts_with("Agree with your auditor whether the period can begin on 2026-12-31;")
    );
    let after = gap(LATE, period, ", since: 2027-01-02").unwrap();
    assert!(after.finding.current_state.contains(": 184 of the 184 days of the period were gone. "));
    let agree =
        "Agree with your auditor on a later period, or on what the report says of this one. If another control did";
    assert!(after.finding.recommendation.starts_with(agree));
    assert!(gap(LATE, "2026-11-22..2027-05-21", ", since: 2026-11-23").is_some());
    assert!(gap(LATE, "2026-11-23..2027-05-22", ", since: 2026-11-24").is_none(), "the period has not begun");
}

#[test]
fn a_late_start_touches_the_criteria_that_nothing_else_covered() {
    let criteria = |other: &str| {
        let control =
            "{ id: AC-02, name: Access review, criteria: [CC6.2, CC6.3], status: implemented, since: 2026-08-15 }";
        let other = format!("{{ id: AC-03, name: Other, criteria: [CC6.3], {other} }}");
        let yaml = format!(
            "organization: Acme\n{}\nsystems: [{{ id: prod }}]\ncontrols: [{control}, {other}]",
            scope("2026-07-01..2026-12-31")
        );
        let gaps = found(LATE, &yaml, &Files::default());
        let gap = gaps.iter().find(|gap| gap.id() == "AC-02:control-started-late").unwrap();
        gap.finding.criteria.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(criteria("status: implemented"), "CC6.2");
    assert_eq!(criteria("status: informal, since: 2026-07-01"), "CC6.2");
    assert_eq!(criteria("status: implemented, since: 2026-07-02"), "CC6.2 CC6.3");
    assert_eq!(criteria("status: planned"), "CC6.2 CC6.3");
    assert_eq!(criteria("status: retired"), "CC6.2 CC6.3", "nobody says when it ended");
    assert_eq!(criteria("status: retired, until: 2026-07-01"), "CC6.2");
    assert_eq!(criteria("status: retired, until: 2026-06-30"), "CC6.2 CC6.3");
    assert_eq!(
        criteria("status: implemented, until: 2026-06-30"),
        "CC6.2 CC6.3",
        "it was over before the period began"
    );
}
