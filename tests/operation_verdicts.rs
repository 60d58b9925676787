//! What is concluded of operation through the period: every row of the table of verdicts, with its reasons in whole sentences.
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

use std::sync::OnceLock;

use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::date::Date;
use gapcheck::model::files::Files;
use gapcheck::model::level::Level;
use gapcheck::model::verdict::Verdict;
use gapcheck::{Request, read};

/// Looks at the assessment of an inventory on a day, and at where the result of CC6.3 stands.
fn look<T>(yaml: &str, as_of: &str, look: impl FnOnce(&Assessment<'_>, usize) -> T) -> T {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    let catalog = CATALOG.get_or_init(|| bundled().unwrap());
    let (sources, as_of): (_, Date) = (single("inventory.yaml", yaml), as_of.parse().unwrap());
    let inventory = read(&sources, catalog, as_of).unwrap_or_else(|problems| panic!("{problems:?}\n{yaml}"));
    let request = Request { as_of, fail_on: None, baseline: None };
    let assessment = gapcheck::assess(&sources, &inventory, catalog, &Files::default(), &request);
    let is = |at: usize| assessment.catalog.criteria[at].id.to_string() == "CC6.3";
    let at = assessment.criteria.iter().position(|result| is(result.criterion)).unwrap();
    look(&assessment, at)
}

/// An inventory with these controls, each given by its status and further fields, all for CC6.3 and run by Sam.
fn with(controls: &[&str]) -> String {
    let mut all = String::new();
    for (at, fields) in (1..).zip(controls) {
        all.push_str(&format!("\n  - {{ id: C{at}, name: C{at}, criteria: [CC6.3], owner: sam, status: {fields} }}"));
    }
    format!(
        "organization: Acme
scope: {{ report: type2, period: {{ start: 2026-07-01, end: 2026-12-31 }} }}
systems: [{{ id: prod }}]
people: [{{ id: sam, name: Sam Poe }}, {{ id: alex, name: Alex Doe }}, {{ id: cto, name: Chris Moe }}]
documents: [{{ id: POL, url: p, approved_by: cto, approved: 2026-01-01 }}]
controls:{}",
        if all.is_empty() { " []" } else { &all }
    )
}

/// The verdict on the operation of CC6.3 with its reasons, and the words for the controls.
fn on(as_of: &str, yaml: &str) -> (String, Vec<&'static str>) {
    look(yaml, as_of, |assessment, at| {
        let operation = assessment.criteria[at].operation.as_ref().unwrap();
        let of_controls = assessment.controls.iter().map(|control| control.operation.unwrap().word());
        (format!("{}: {}", operation.verdict.word(), operation.because.join(" ")), of_controls.collect())
    })
}

#[track_caller]
fn says(controls: &[&str], operation: &str, of_controls: &[&str]) {
    assert_eq!(on("2026-11-22", &with(controls)), (operation.to_owned(), of_controls.to_vec()));
}

/// A control in place, with more about it.
fn implemented(more: &str) -> String {
    format!("implemented, documented_in: [POL], {more}")
}

/// Quarterly, with evidence of the only quarter that is due.
const SHOWN: &str = "frequency: quarterly, evidence: \
                     [{ url: a, covers: { start: 2026-07-01, end: 2026-09-30 }, collected: 2026-10-01 }]";

/// Evidence of the first month of the period.
const SHOWN_IN_JULY: &str =
    "evidence: [{ url: b, covers: { start: 2026-07-01, end: 2026-07-31 }, collected: 2026-08-01 }]";

/// A test of that quarter with nothing to say against it but its conclusion.
fn test(day: &str, more: &str) -> String {
    format!(
        "{{ of: operation, date: {day}, by: alex, period: {{ start: 2026-07-01, end: 2026-09-30 }}, \
         population: {{ size: 1, source: Tickets, retrieved: 2026-10-01, reconciled: true }}, \
         sample: {{ size: 1, method: all }}, {more} }}"
    )
}

const ONE: &str = "The control in place is shown to have operated in the period. 1 of 1 occurrence so far is evidenced, 1 not \
                   due yet.";
const REMAINS: &str = "1 gap of moderate level or above that speaks of operation remains.";

#[test]
fn what_operated_whenever_it_was_due_has_no_gap() {
    says(&[&implemented(SHOWN)], &format!("no-gap: {ONE}"), &["no-gap"]);
    says(
        &[&implemented(SHOWN), &implemented(SHOWN)],
        "no-gap: 2 of 2 controls in place are shown to have operated in the period. 2 of 2 occurrences so far are evidenced, \
         2 not due yet.",
        &["no-gap", "no-gap"],
    );
    let tested = implemented(&format!("{SHOWN}, tests: [{}]", test("2026-10-15", "conclusion: effective")));
    says(&[&tested], &format!("no-gap: {ONE}"), &["no-gap"]);
}

#[test]
fn nothing_in_place_has_operated() {
    let without = "gap: Without a control in place nothing can have operated.";
    says(&[], without, &[]);
    says(&["planned", "retired"], without, &["gap", "gap"]);
    says(&[&format!("retired, until: 2026-10-10, {SHOWN}")], without, &["gap"]);
    let deficient = "tests: [{ of: design, date: 2026-10-15, by: alex, conclusion: deficient }]";
    says(
        &[&implemented(&format!("{SHOWN}, {deficient}"))],
        "gap: However it operates, a control whose design is deficient does not do its work.",
        &["gap"],
    );
    // One that serves beside it is looked at alone.
    says(
        &[&implemented(&format!("{SHOWN}, {deficient}")), &implemented(SHOWN), "planned"],
        &format!("no-gap: {ONE}"),
        &["gap", "no-gap", "gap"],
    );
}

#[test]
fn what_is_scoped_out_is_not_asked() {
    let yaml = with(&[&implemented(SHOWN)]).replace(
        "scope: {",
        "scope: { not_applicable: [{ criteria: [CC6.3], rationale: No roles., approved_by: cto }], ",
    );
    assert_eq!(on("2026-11-22", &yaml).0, "not-applicable: Scoped out by Chris Moe: No roles.");
}

#[test]
fn without_anything_on_file_operation_is_unverified() {
    let one = "unverified: Nothing on file shows that the control in place operated in the period: there is no concluded test, \
               and no evidence.";
    says(&[&implemented("frequency: quarterly")], one, &["unverified"]);
    says(&[&implemented("frequency: annual")], &format!("{one} Nothing is due yet."), &["unverified"]);
    let quarterly = implemented("frequency: quarterly");
    says(
        &[&quarterly, &quarterly, &implemented("frequency: once"), "planned"],
        "unverified: Nothing on file shows that any of the 3 controls in place operated in the period: there is no concluded \
         test, and no evidence.",
        &["unverified", "unverified", "unverified", "gap"],
    );
}

#[test]
fn what_is_on_file_and_shows_nothing_at_work_is_told() {
    let but = |evidence: &[&str], why: &str| {
        let each: Vec<String> = evidence.iter().map(|fields| format!("{{ {fields} }}")).collect();
        let control = implemented(&format!("frequency: annual, evidence: [{}]", each.join(", ")));
        let said = format!(
            "unverified: Nothing on file shows that the control in place operated in the period: there is no concluded test, \
             and no evidence but {why}. Nothing is due yet."
        );
        says(&[&control], &said, &["unverified"]);
    };
    let rule = "a written rule, which says what is to be done, not that it was";
    but(&["url: a, collected: 2026-06-30"], "what speaks of other times");
    but(&["url: a, kind: policy, covers: { start: 2026-07-01, end: 2026-11-20 }, collected: 2026-11-20"], rule);
    but(&["url: a, kind: policy, collected: 2026-06-30", "url: b, kind: policy, collected: 2026-09-30"], rule);
    but(&["url: a"], "what has no date");
    but(&["url: a, collected: 2026-11-23"], "what is dated ahead");
    but(&["path: gone.csv, collected: 2026-09-30"], "what cannot be found");
    but(
        &["url: a, kind: policy, collected: 2026-09-30", "url: b, collected: 2026-06-30", "url: c"],
        &format!("what speaks of other times, what has no date and {rule}"),
    );
}

#[test]
fn before_the_period_nothing_can_have_operated() {
    let before = |control: &str| on("2026-06-30", &with(&[&implemented(control)]));
    let early = "unverified: The observation period begins on 2026-07-01; nothing can have operated in it yet.";
    assert_eq!(before("frequency: quarterly"), (early.to_owned(), vec!["unverified"]));
    assert_eq!(
        before("frequency: quarterly, until: 2026-06-29"),
        ("gap: No control operated: 1 was in place at no time of the period.".to_owned(), vec!["gap"])
    );
    let first_day = on("2026-07-01", &with(&[&implemented("frequency: quarterly")]));
    assert!(first_day.0.starts_with("unverified: Nothing on file shows "), "{}", first_day.0);
}

#[test]
fn what_a_test_found_deficient_did_not_operate() {
    let deficient = test("2026-10-15", "conclusion: deficient");
    let deficient = implemented(&format!("{SHOWN}, tests: [{deficient}]"));
    says(&[&deficient], "gap: No control operated: a test of operation found 1 control deficient.", &["gap"]);
    says(
        &[&deficient, &deficient],
        "gap: No control operated: a test of operation found 2 controls deficient.",
        &["gap", "gap"],
    );
    says(
        &[&deficient, &implemented("frequency: quarterly, until: 2026-06-30"), &implemented("since: 2027-01-01")],
        "gap: No control operated: a test of operation found 1 control deficient and 2 were in place at no time of the period.",
        &["gap", "gap", "gap"],
    );
    says(
        &[&deficient, &implemented("frequency: annual")],
        "unverified: No control is shown to have operated: a test of operation found 1 control deficient and nothing on file \
         shows that 1 other operated.",
        &["gap", "unverified"],
    );
    says(
        &[
            &implemented("frequency: annual, until: 2026-06-30"),
            &implemented("frequency: annual"),
            &implemented("frequency: once"),
        ],
        "unverified: No control is shown to have operated: 1 was in place at no time of the period and nothing on file shows that \
         2 others operated.",
        &["gap", "unverified", "unverified"],
    );
    // Beside one that operated it still shows.
    says(
        &[&deficient, &implemented(SHOWN)],
        "partial: 1 of 2 controls in place is shown to have operated in the period, and `C1` is not. 2 of 2 occurrences so far are \
             evidenced, 2 not due yet. A test found that it did not operate as described: `C1`.",
        &["gap", "no-gap"],
    );
    // What was found deficient outside the period counts once, as deficient.
    let both = test("2026-10-15", "conclusion: deficient");
    says(
        &[&implemented(&format!("frequency: annual, until: 2026-06-30, tests: [{both}]"))],
        "gap: No control operated: a test of operation found 1 control deficient.",
        &["gap"],
    );
}

#[test]
fn a_passed_retest_leaves_operation_partial() {
    let tests = [test("2026-10-15", "conclusion: deficient"), test("2026-10-20", "conclusion: effective")];
    says(
        &[&implemented(&format!("{SHOWN}, tests: [{}]", tests.join(", ")))],
        &format!("partial: {ONE} A test found that it did not operate as described for a part of the period: `C1`."),
        &["partial"],
    );
}

#[test]
fn a_missed_occurrence_leaves_operation_partial() {
    let monthly = implemented(
        "frequency: monthly, evidence: [{ url: a, collected: 2026-07-15 }, { url: b, collected: 2026-09-15 }, { url: c, collected: 2026-10-15 }]",
    );
    // July to October are due, the grace of October ended on 10 November; November and December are not.
    says(
        &[&monthly],
        "partial: The control in place is shown to have operated in the period. 3 of 4 occurrences so far are evidenced, \
             1 was missed, 2 not due yet. Occurrences were missed: `C1`.",
        &["partial"],
    );
    // Whatever else operated: also where the one that missed is not shown at all.
    says(
        &[&implemented(SHOWN), &implemented("frequency: monthly")],
        &format!(
            "partial: 1 of 2 controls in place is shown to have operated in the period, and `C2` is not. 1 of 5 occurrences so far is \
             evidenced, 4 were missed, 3 not due yet. Occurrences were missed: `C2`. {REMAINS}"
        ),
        &["no-gap", "unverified"],
    );
    let all = implemented("frequency: monthly");
    let said = on("2026-11-22", &with(&[&implemented(SHOWN), &all, &all, &all, &all])).0;
    assert!(said.contains(" Occurrences were missed: `C2`, `C3`, `C4` and 1 more. "), "{said}");
    let who =
        "1 of 5 controls in place is shown to have operated in the period, and `C2`, `C3`, `C4` and 1 more are not. ";
    assert!(said.contains(who), "{said}");
}

#[test]
fn an_acceptance_makes_no_occurrence_unmissed() {
    let monthly =
        "implemented, documented_in: [POL], frequency: monthly, evidence: [{ url: a, collected: 2026-07-15 }]";
    let accepted = with(&[monthly])
        + "\nacceptances: [{ gap: 'C1:occurrence-missed', rationale: None., approved_by: cto, approved: 2026-11-20, expires: 2027-01-01 }]";
    let said = on("2026-11-22", &accepted);
    assert_eq!(said, on("2026-11-22", &with(&[monthly])));
    assert_eq!(look(&accepted, "2026-11-22", |assessment, _| assessment.summary.accepted), 1);
}

#[test]
fn days_of_rest_and_recorded_zeros_are_told() {
    // 2026-11-13 is a Friday, and the grace of the weekend after it is over.
    let daily = implemented(
        "frequency: daily, since: 2026-11-13, evidence: [{ url: a, covers: { start: 2026-11-13, end: 2026-11-13 } }, \
         { url: b, covers: { start: 2026-11-16, end: 2026-11-20 } }]",
    );
    let said = on("2026-11-22", &with(&[&implemented(SHOWN), &daily])).0;
    // 13 and 16 to 20 November, and the quarter, are evidenced; the 14th and 15th were days of rest; what begins on the 21st is
    // open: 41 days until the end of December, and a quarter.
    assert_eq!(
        said,
        "no-gap: 2 of 2 controls in place are shown to have operated in the period. 7 of 7 occurrences so far are evidenced, \
         2 fell on days of rest, 42 not due yet."
    );
    let zero = "frequency: per-event, evidence: \
                [{ url: a, covers: { start: 2026-07-01, end: 2026-11-20 }, collected: 2026-11-21, items: 0 }]";
    says(
        &[&implemented(zero)],
        "no-gap: The control in place is shown to have operated in the period. It is on record that nothing called for the \
         control.",
        &["no-gap"],
    );
}

#[test]
fn an_unresolved_exception_leaves_operation_partial() {
    let of = |exceptions: &str| implemented(&format!("{SHOWN}, tests: [{}]", test("2026-10-15", exceptions)));
    says(
        &[&of("conclusion: exception, exceptions: [{ item: Q3, root_cause: Leave }]")],
        &format!("partial: {ONE} A test found an exception that is not resolved: `C1`."),
        &["partial"],
    );
    // What is resolved keeps its gap, moderate here: 60, and 10 for the rate, less 25 are 45. The verdict asks what is open.
    says(
        &[&of("conclusion: effective, exceptions: [{ item: Q3, root_cause: Leave, resolved: 2026-11-01 }]")],
        &format!("no-gap: {ONE}"),
        &["no-gap"],
    );
    // A test alone shows operation, also one that found exceptions, but no occurrence.
    let alone = test("2026-10-15", "conclusion: exception, exceptions: [{ item: Q3, root_cause: Leave }]");
    let alone = implemented(&format!("frequency: annual, tests: [{alone}]"));
    says(
        &[&alone],
        &format!(
            "partial: The control in place is shown to have operated in the period. No occurrence had to be shown so far: 1 \
             not due yet. A test found an exception that is not resolved: `C1`. {REMAINS}"
        ),
        &["partial"],
    );
}

#[test]
fn what_is_not_laid_down_leaves_operation_partial_where_nothing_else_operated() {
    let informal = format!("informal, {SHOWN}");
    says(&[&informal], &format!("partial: {ONE} What operated is done in practice but not laid down."), &["partial"]);
    let two = "2 of 2 controls in place are shown to have operated in the period. 2 of 2 occurrences so far are evidenced, 2 \
               not due yet.";
    says(&[&informal, &implemented(SHOWN)], &format!("no-gap: {two}"), &["partial", "no-gap"]);
    // What is laid down and not shown does not make up for it.
    says(
        &[&informal, &implemented("frequency: annual")],
        "partial: 1 of 2 controls in place is shown to have operated in the period, and `C2` is not. 1 of 1 occurrence so far is evidenced, 2 \
         not due yet. What operated is done in practice but not laid down. 1 gap of moderate level or above that speaks of \
         operation remains.",
        &["partial", "unverified"],
    );
}

#[test]
fn without_a_frequency_operation_is_partial_at_best() {
    let evidence = "evidence: [{ url: a, covers: { start: 2026-07-01, end: 2026-11-20 }, collected: 2026-11-21 }]";
    says(
        &[&implemented(evidence)],
        "partial: The control in place is shown to have operated in the period. How often it should have operated is not said.",
        &["partial"],
    );
    says(
        &[&implemented(evidence), &implemented(SHOWN)],
        "no-gap: 2 of 2 controls in place are shown to have operated in the period. 1 of 1 occurrence so far is evidenced, 1 \
         not due yet.",
        &["partial", "no-gap"],
    );
}

#[test]
fn a_part_of_the_period_leaves_operation_partial() {
    let late = |since: &str| {
        let evidence = "evidence: [{ url: a, covers: { start: 2026-08-15, end: 2026-11-14 }, collected: 2026-11-15 }]";
        implemented(&format!("frequency: quarterly, since: {since}, {evidence}"))
    };
    let gone = "Nothing that is shown to have operated was in place in 2026-07-01 to 2026-08-14.";
    says(&[&late("2026-08-15")], &format!("partial: {ONE} {gone}"), &["partial"]);
    says(&[&late("2026-07-01")], &format!("no-gap: {ONE}"), &["no-gap"]);
    // The first that operated counts.
    let two = "2 of 2 controls in place are shown to have operated in the period. 2 of 2 occurrences so far are evidenced, 2 \
               not due yet.";
    says(&[&late("2026-09-01"), &late("2026-08-15")], &format!("partial: {two} {gone}"), &["partial", "partial"]);
    says(&[&late("2026-08-15"), &implemented(SHOWN)], &format!("no-gap: {two}"), &["partial", "no-gap"]);
    // One that was there and is not shown covers nothing.
    says(
        &[&late("2026-08-15"), &implemented("frequency: annual")],
        &format!(
            "partial: 1 of 2 controls in place is shown to have operated in the period, and `C2` is not. 1 of 1 occurrence so far is \
             evidenced, 2 not due yet. {gone} {REMAINS}"
        ),
        &["partial", "unverified"],
    );
    // One that was retired since did the work before, where that is shown, and up to its last day.
    let retired = |until: &str| format!("retired, until: {until}, frequency: monthly, {SHOWN_IN_JULY}");
    says(&[&late("2026-08-15"), &retired("2026-08-14")], &format!("no-gap: {ONE}"), &["partial", "gap"]);
    let hole = "Nothing that is shown to have operated was in place in 2026-08-11 to 2026-08-14.";
    says(&[&late("2026-08-15"), &retired("2026-08-10")], &format!("partial: {ONE} {hole}"), &["partial", "gap"]);
    says(&[&late("2026-08-15"), "retired, until: 2026-08-14"], &format!("partial: {ONE} {gone}"), &["partial", "gap"]);
    let not = format!("partial: {ONE} {gone}");
    says(&[&late("2026-08-15"), "retired, until: 2026-06-30"], &not, &["partial", "gap"]);
    says(&[&late("2026-08-15"), "retired"], &not, &["partial", "gap"]);
    says(&[&late("2026-08-15"), "retired, since: 2026-07-02, until: 2026-08-14"], &not, &["partial", "gap"]);
}

#[test]
fn a_control_that_ended_leaves_operation_partial() {
    let ended = implemented(&format!("{SHOWN}, until: 2026-11-20"));
    let gone = "Nothing that is shown to have operated was in place in 2026-11-21 to 2026-11-22.";
    says(&[&ended], &format!("partial: {ONE} {gone}"), &["partial"]);
    says(&[&implemented(&format!("{SHOWN}, until: 2026-11-22"))], &format!("no-gap: {ONE}"), &["no-gap"]);
}

#[test]
fn gaps_that_speak_of_operation_weigh_and_others_do_not() {
    // Evidence that is not where it should be, beside some that is: of nature evidence, and 50 or so.
    let lost = SHOWN.replace("[{", "[{ path: gone.csv, collected: 2026-11-01 }, {");
    says(&[&implemented(&lost)], &format!("partial: {ONE} {REMAINS}"), &["partial"]);
    // What is not laid down is a fault of design.
    let informal = with(&[&format!("informal, {SHOWN}"), &implemented(SHOWN)]);
    assert!(on("2026-11-22", &informal).0.starts_with("no-gap: "));
    look(&informal, "2026-11-22", |assessment, _| {
        let gap = assessment.gaps.iter().find(|gap| gap.id() == "C1:control-informal").unwrap();
        assert!(gap.risk.level() >= Level::Moderate, "or it would weigh on nothing");
    });
    // A system that no control covers is of nature missing, and speaks of operation all the same.
    let legacy = with(&[&implemented(&format!("{SHOWN}, systems: [prod]"))])
        .replace("[{ id: prod }]", "[{ id: prod }, { id: legacy }]");
    assert_eq!(on("2026-11-22", &legacy), (format!("partial: {ONE} {REMAINS}"), vec!["no-gap"]));
}

/// What covers for a fault makes its gap low, and keeps nobody from reading of it: no verdict rests on the level alone.
#[test]
fn faults_keep_operation_partial_also_where_their_gaps_weigh_little() {
    let sound = implemented(&format!("{SHOWN}, tests: [{}]", test("2026-10-15", "conclusion: effective")));
    let of = |fields: &str, fault: &str| {
        let yaml = with(&[&implemented(fields), &sound]).replace("{ id: prod }", "{ id: prod, exposure: isolated }");
        let (said, of_controls) = on("2026-11-22", &yaml);
        assert!(
            said.starts_with("partial: 2 of 2 controls in place are shown to have operated in the period. "),
            "{said}"
        );
        assert!(said.ends_with(&format!(" due yet. {fault}")), "no gap weighs: {said}");
        assert_eq!(of_controls, ["partial", "no-gap"], "{fault}");
    };
    let retested = |more: &str| {
        format!("{SHOWN}, tests: [{}, {}]", test("2026-10-15", more), test("2026-10-20", "conclusion: effective"))
    };
    // 60, and 10 for the rate, less 20 for the retest, 10 for where the system stands, 20 for the control beside it: 20, low.
    of(
        &retested("conclusion: exception, exceptions: [{ item: Q3, root_cause: Leave }]"),
        "A test found an exception that is not resolved: `C1`.",
    );
    // 85, less 45 for the retest, 10 and 20: 10, low.
    of(
        &retested("conclusion: deficient"),
        "A test found that it did not operate as described for a part of the period: `C1`.",
    );
    // One of the nineteen weeks that are due, 60 less 15 for the share, 10 and 20: 15, low.
    let weeks = "evidence: [{ url: a, covers: { start: 2026-07-08, end: 2026-11-17 }, collected: 2026-11-18 }]";
    let weekly = test("2026-10-15", "conclusion: effective").replace("size: 1,", "size: 13,");
    of(&format!("frequency: weekly, {weeks}, tests: [{weekly}]"), "Occurrences were missed: `C1`.");
}

#[test]
fn a_type_1_report_says_nothing_of_operation() {
    let yaml = with(&[&implemented(SHOWN)])
        .replace("report: type2, period: { start: 2026-07-01, end: 2026-12-31 }", "report: type1");
    look(&yaml, "2026-11-22", |assessment, at| {
        assert_eq!(assessment.criteria[at].operation, None);
        assert_eq!((assessment.controls[0].operation, assessment.summary.operation), (None, None));
        assert_eq!(assessment.criteria[at].design.verdict, Verdict::NoGap);
    });
}
