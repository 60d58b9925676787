//! What is to be done about a gap where its rule finds faults that are mended in different ways, and who tests a control.
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

use gapcheck::Request;
use gapcheck::load;
use gapcheck::model::date::Date;
use gapcheck::model::files::Files;
use gapcheck::model::gap::Gap;
use gapcheck::model::plan::{OwnerFrom, Phase, Task};

/// What an assessment of 2026-11-22 finds, and what it plans.
struct Assessed {
    gaps: Vec<Gap>,
    tasks: Vec<Task>,
    notes: Vec<String>,
}

fn assessed(yaml: &str) -> Assessed {
    let day = Date::new(2026, 11, 22).unwrap();
    let sources = load::inventory::single("inventory.yaml", yaml);
    let catalog = load::catalog::bundled().unwrap();
    let inventory = gapcheck::read(&sources, &catalog, day).unwrap_or_else(|problems| panic!("{problems:?}\n{yaml}"));
    let request = Request { as_of: day, fail_on: None, baseline: None };
    let result = gapcheck::assess(&sources, &inventory, &catalog, &Files::default(), &request);
    Assessed { gaps: result.gaps, tasks: result.plan.tasks, notes: result.plan.notes }
}

impl Assessed {
    /// The ids and titles of the tasks that close some gaps, each once, in the order of the gaps.
    #[track_caller]
    fn closing(&self, gaps: &[&str]) -> Vec<(&str, &str)> {
        let of = |id: &&str| {
            let task = self.tasks.iter().find(|task| task.gaps.iter().any(|gap| gap == id));
            let known = || self.gaps.iter().map(Gap::id).collect::<Vec<_>>();
            let task = task.unwrap_or_else(|| panic!("no task closes {id}; gaps: {:?}", known()));
            (task.id.as_str(), task.title.as_str())
        };
        let mut told: Vec<(&str, &str)> = gaps.iter().map(of).collect();
        told.dedup();
        told
    }

    #[track_caller]
    fn task(&self, id: &str) -> &Task {
        let ids = || self.tasks.iter().map(|task| &task.id).collect::<Vec<_>>();
        self.tasks.iter().find(|task| task.id == id).unwrap_or_else(|| panic!("no task {id} among {:?}", ids()))
    }

    #[track_caller]
    fn advice(&self, id: &str) -> &str {
        let ids = || self.gaps.iter().map(Gap::id).collect::<Vec<_>>();
        let gap =
            self.gaps.iter().find(|gap| gap.id() == id).unwrap_or_else(|| panic!("no gap {id} among {:?}", ids()));
        &gap.finding.recommendation
    }
}

/// Controls of Jane's for a report over a period.
fn over(period: &str, controls: &str) -> Assessed {
    let (start, end) = period.split_once("..").unwrap();
    assessed(&format!(
        "
organization: Acme
scope: {{ report: type2, period: {{ start: {start}, end: {end} }} }}
people: [{{ id: jane }}, {{ id: alex, name: Alex Doe }}, {{ id: sam }}, {{ id: zoe, days_per_week: 0 }}]
documents: [{{ id: POL-1, url: 'https://x' }}]
controls:
{controls}"
    ))
}

/// A control of Jane's.
fn control(id: &str, more: &str) -> String {
    format!("  - {{ id: {id}, name: Look, criteria: [CC6.1], status: implemented, owner: jane, {more} }}\n")
}

const NOW: &str = "2026-07-01..2026-12-31";
const PAST: &str = "2025-07-01..2025-12-31";

fn tests(tests: &[&str]) -> String {
    let tests: Vec<String> = tests.iter().map(|test| format!("{{ of: operation, {test} }}")).collect();
    control("K", &format!("tests: [{}]", tests.join(", ")))
}

#[test]
fn where_only_a_date_is_wrong_only_the_date_is_put_right() {
    let dated = |dates: &str| {
        let evidence = format!("frequency: annual, evidence: [{{ title: Look, url: 'https://x', {dates} }}]");
        over(NOW, &control("K", &evidence))
    };
    let title = [("T-K:date-evidence", "Put right the dates of the evidence for K (Look)")];
    let ahead = dated("covers: 2026-12-01, collected: 2026-11-19");
    assert_eq!(ahead.closing(&["K:evidence-dated-ahead"]), title);
    assert_eq!(
        ahead.task("T-K:date-evidence").steps,
        [
            "Whoever filed the evidence of K looks at its source for the day it was taken and the time it speaks of.",
            "Put `covers` and `collected` right where they are a slip, and keep a note of what was changed and why.",
            "Where the time it is to cover is not over yet, take it anew once it is.",
        ]
    );
    let undated = dated("kind: record");
    assert_eq!(undated.closing(&["K:evidence-stale"]), title);
    let old = dated("covers: 2025-10-01");
    assert_eq!(old.closing(&["K:evidence-stale"]), [("T-K:collect-evidence", "Collect evidence for K (Look)")]);
}

#[test]
fn exceptions_are_settled_then_tested_again_then_told() {
    let found = |resolved: &str, retests: &[&str]| {
        let exception = format!("by: alex, conclusion: exception, exceptions: [{{ item: a, {resolved} }}]");
        let first = format!("date: 2026-10-01, {exception}");
        over(NOW, &tests(&[&[first.as_str()], retests].concat()))
    };
    let later = "date: 2026-11-02, by: alex, sample: { size: 9 }, conclusion: effective";
    let gaps = ["K:operating-exceptions"];
    let settle = [("T-K:settle-exceptions", "Find the cause of what tests of K (Look) found, and put it right")];
    assert_eq!(found("root_cause: Late", &[]).closing(&gaps), settle);
    // Put right, but nobody knows how it came about; or known, and still there.
    assert_eq!(found("resolved: 2026-10-20", &[]).closing(&gaps), settle);
    assert_eq!(found("root_cause: Late", &[later]).closing(&gaps), settle);
    let resolved = found("root_cause: Late, resolved: 2026-10-20", &[]);
    let again = [("T-K:test-again", "Have K (Look) tested again, now that its exceptions are put right")];
    assert_eq!(resolved.closing(&gaps), again);
    assert_eq!(
        resolved.advice(gaps[0]),
        "Have the control tested again, by somebody who neither owns nor performs it, on items from after the day the last \
         exception was put right. Tell your auditor what was found and what was done before they find it."
    );
    let task = resolved.task("T-K:test-again");
    assert_eq!((task.phase, task.owner.as_deref(), task.effort.likely), (Phase::Test, Some("alex"), 10));
    let retested = found("root_cause: Late, resolved: 2026-10-20", &[later]);
    let told =
        [("T-K:tell-exceptions", "Tell the auditor what tests of K (Look) found, and decide whether to accept it")];
    assert_eq!(retested.closing(&gaps), told);
    assert_eq!(
        retested.advice(gaps[0]),
        "Nothing is left to put right. Tell your auditor what was found and what was done before they find it, and decide \
         whether to accept what remains, with a rationale and an approver."
    );
    let task = retested.task("T-K:tell-exceptions");
    assert_eq!((task.phase, task.owner.as_deref(), task.effort.likely), (Phase::Decision, Some("jane"), 2));
}

#[test]
fn of_two_tests_of_one_control_one_is_enough() {
    let doubtful = "date: 2026-10-01, by: jane, conclusion: exception, \
                    exceptions: [{ item: a, root_cause: Late, resolved: 2026-10-20 }]";
    let both = over(NOW, &tests(&[doubtful]));
    let gaps = ["K:operating-exceptions", "K:tester-not-independent", "K:sample-too-small"];
    let again = [("T-K:test-again", "Have K (Look) tested again, now that its exceptions are put right")];
    assert_eq!(both.closing(&gaps), again);
    let alone = over(NOW, &tests(&["date: 2026-10-01, by: jane, conclusion: effective"]));
    let repeat = [("T-K:repeat-test", "Repeat the tests of K (Look) so that they can be relied on")];
    assert_eq!(alone.closing(&gaps[1..]), repeat);
}

#[test]
fn what_a_later_test_found_effective_is_not_put_back_to_work() {
    let deficient = "date: 2026-10-01, by: alex, conclusion: deficient";
    let gaps = ["K:operation-deficient"];
    let restore = [("T-K:restore-operation", "Put K (Look) back to work as described and test it again")];
    assert_eq!(over(NOW, &tests(&[deficient])).closing(&gaps), restore);
    let later = "date: 2026-11-02, by: alex, conclusion: effective";
    let retested = over(NOW, &tests(&[deficient, later]));
    let look_back = [("T-K:look-back", "Look back at the time K (Look) did not work, and tell the auditor")];
    assert_eq!(retested.closing(&gaps), look_back);
    let task = retested.task("T-K:look-back");
    assert_eq!((task.effort.likely, task.owner.as_deref()), (10, Some("jane")));
    assert_eq!(
        task.done_when,
        "The time K did not work was looked through, the auditor knows of it, and it is accepted what remains of it."
    );
}

#[test]
fn reports_that_are_there_are_judged_and_not_asked_for() {
    let vendor = |end: &str| {
        assessed(&format!(
            "
organization: Acme
scope: {{ report: type2, period: {{ start: 2026-07-01, end: 2026-12-31 }} }}
controls: []
vendors:
  - id: host
    name: Harbour
    relation: carve-out
    reports: [{{ kind: soc2-type2, period: {{ start: 2026-01-01, end: {end} }}, exceptions: 2 }}]
"
        ))
    };
    let gaps = ["host:subservice-report-gap"];
    let judge = [("T-host:judge-report", "Judge what the exceptions in the reports of host (Harbour) mean")];
    assert_eq!(
        vendor("2026-11-21").closing(&gaps),
        [("T-host:ask-for-report", "Ask for the reports of host (Harbour) and judge them")]
    );
    assert_eq!(vendor("2026-11-22").closing(&gaps), judge);
}

#[test]
fn a_control_that_runs_again_leaves_evidence_behind() {
    // Evidence of July alone: August to October are missed, and a monthly control's evidence is in date for 45 days.
    let monthly = "frequency: monthly, evidence: [{ title: Look, url: 'https://x', covers: { start: 2026-07-01, end: 2026-07-31 } }]";
    let one = over(NOW, &control("K", monthly));
    let gaps = ["K:occurrence-missed", "K:evidence-stale"];
    assert_eq!(one.closing(&gaps), [("T-K:run-when-due", "Run K (Look) each time it is due, and keep what shows it")]);
    assert_eq!(one.task("T-K:run-when-due").gaps, gaps);
    let none = over(NOW, &control("K", "frequency: monthly"));
    assert_eq!(none.task("T-K:run-when-due").gaps, ["K:occurrence-missed", "K:evidence-absent"]);
    // What was missed on another control has nothing to do with it.
    let two = control("K", "frequency: monthly") + &control("L", "frequency: annual");
    assert_eq!(
        over(NOW, &two).closing(&["K:evidence-absent", "L:evidence-absent"]),
        [
            ("T-K:run-when-due", "Run K (Look) each time it is due, and keep what shows it"),
            ("T-L:collect-evidence", "Collect evidence for L (Look)")
        ]
    );
}

#[test]
fn nothing_is_run_for_a_control_that_was_retired() {
    let retired = control("K", "frequency: monthly, until: 2026-10-31").replace("implemented", "retired");
    let retired = over(NOW, &retired);
    assert_eq!(
        retired.closing(&["K:occurrence-missed"]),
        [("T-K:account-for-missed", "Account to the auditor for what K (Look) missed")]
    );
    assert_eq!(
        retired.advice("K:occurrence-missed"),
        "If it did run, file what shows it, and say under `covers` what time it speaks of. If not, tell your auditor what took \
         its place before they find it. Then decide whether to accept what was missed, with a rationale and an approver."
    );
}

#[test]
fn nothing_is_run_for_a_period_that_is_over() {
    let outside = "frequency: annual, evidence: [{ title: Look, url: 'https://x', covers: 2025-06-01 }]";
    let stale = "evidence: [{ title: Look, url: 'https://x', covers: 2024-06-01 }], frequency: once";
    let controls = control("K", "frequency: monthly")
        + &control("L", stale)
        + &control("M", outside)
        + &control("N", "kind: procedure");
    let past = over(PAST, &controls);
    assert_eq!(
        past.closing(&[
            "K:occurrence-missed",
            "K:evidence-absent",
            "L:evidence-stale",
            "M:evidence-outside-period",
            "N:evidence-absent"
        ]),
        [
            ("T-K:account-for-missed", "Account to the auditor for what K (Look) missed"),
            ("T-L:find-evidence", "Find evidence for L (Look) from the period that is over"),
            ("T-M:find-evidence", "Find evidence for M (Look) from the period that is over"),
            ("T-N:find-evidence", "Find evidence for N (Look) from the period that is over"),
        ]
    );
    assert!(past.tasks.iter().all(|task| !task.title.starts_with("Run ") && !task.title.starts_with("Collect ")));
    let accept = "tell your auditor before they find it.";
    let nothing = format!("nothing can be run for that period any more: {accept}");
    assert_eq!(
        past.advice("K:occurrence-missed"),
        format!(
            "If it did run, file what shows it, and say under `covers` what time it speaks of. If not, {nothing} Then decide \
             whether to accept what was missed, with a rationale and an approver."
        )
    );
    assert_eq!(
        past.advice("L:evidence-stale"),
        format!(
            "Take the evidence of the last occurrence of the period and list it with the time it covers and the day it was \
             taken. If there was none, {nothing}"
        )
    );
    assert_eq!(
        past.advice("M:evidence-outside-period"),
        format!(
            "Take evidence of what the control did within the period, and say under `covers` what time it speaks of. If there is \
             none, {nothing}"
        )
    );
    let absent = format!(
        "Look for what the control left behind in the observation period, and list it under `evidence` with the time it covers \
         and the day it was taken. If there is nothing, {nothing} For CC6.1 an auditor may ask to see "
    );
    assert!(past.advice("N:evidence-absent").starts_with(&absent), "{}", past.advice("N:evidence-absent"));
    assert_eq!(
        past.advice("K:operation-untested"),
        "Have somebody who neither owns nor performs the control take the full list of its items in the period, check that it \
         is complete, look at a sample of them, and record all of it under `tests` with `of: operation`, and with the time \
         tested under `period`: the day of the test lies outside it."
    );
    let note = "The observation period as scoped ended on 2025-12-31: what is put in place or run from now on does not count for \
                it; it can still be tested, and evidence of it found.";
    assert!(past.notes.contains(&note.to_owned()), "{:?}", past.notes);
    // On its last day it still is the period.
    let last = over("2026-07-01..2026-11-22", &control("K", "frequency: monthly"));
    assert_eq!(last.task("T-K:run-when-due").title, "Run K (Look) each time it is due, and keep what shows it");
    assert!(!last.notes.iter().any(|note| note.contains("ended on")), "{:?}", last.notes);
}

#[test]
fn who_tests_most_of_the_others_tests_what_its_owner_may_not() {
    let by = |id: &str, owner: &str, testers: &[&str]| {
        let tests: Vec<String> = testers
            .iter()
            .map(|by| format!("{{ of: design, date: 2026-10-01, by: {by}, conclusion: effective }}"))
            .collect();
        format!(
            "  - {{ id: {id}, name: Look, criteria: [CC6.1], status: implemented, {owner} tests: [{}] }}\n",
            tests.join(", ")
        )
    };
    let tester = |rest: &str| {
        let assessed = over(NOW, &(by("K", "owner: jane, frequency: monthly, ", &[]) + rest));
        let task = assessed.task("T-K:test-design");
        (task.owner.clone(), task.owner_from.clone())
    };
    let most = |tester: &str| (Some(tester.to_owned()), OwnerFrom::TestsMost);
    assert_eq!(tester(""), (None, OwnerFrom::Nobody));
    // Jane tests most of all, but owns this one; of Sam and Alex, who did as many, Alex comes first.
    let even = by("L", "", &["jane", "jane", "jane", "sam", "alex"]);
    assert_eq!(tester(&even), most("alex"));
    assert_eq!(tester(&(even.clone() + &by("M", "", &["sam"]))), most("sam"));
    // What somebody tested that they own or perform says nothing; nor does who has no day for it.
    assert_eq!(tester(&(even.clone() + &by("M", "performer: sam,", &["sam", "sam"]))), most("alex"));
    assert_eq!(tester(&by("L", "owner: sam,", &["sam"])), (None, OwnerFrom::Nobody));
    assert_eq!(tester(&by("L", "", &["zoe"])), (None, OwnerFrom::Nobody));
    // Whoever performs the control is out as well, under their name too.
    let performed = by("K", "owner: jane, performer: alex,", &[]) + &even;
    let assessed = over(NOW, &performed);
    assert_eq!(assessed.task("T-K:test-design").owner.as_deref(), Some("sam"));
    // Whom an entry names is a decision.
    let decided = by("K", "owner: jane,", &[]) + &even + "remediation: [{ gap: 'K:design-untested', owner: jane }]\n";
    assert_eq!(over(NOW, &decided).task("T-K:test-design").owner.as_deref(), Some("jane"));
    // Nothing but tests falls to testers.
    let others = over(NOW, &(by("K", "", &[]) + &even));
    assert_eq!(others.task("T-K:collect-evidence").owner, None);
}

#[test]
fn a_tester_goes_before_who_looks_after_the_area() {
    let of = |testers: &str| {
        assessed(&format!(
            "
organization: Acme
people: [{{ id: finn, areas: [access] }}, {{ id: alex }}]
controls:
  - {{ id: K, name: Look, criteria: [CC6.1], status: implemented }}
  - {{ id: L, name: Look, criteria: [CC6.1], status: implemented, tests: [{testers}] }}
"
        ))
    };
    let owner = |assessed: &Assessed| {
        let task = assessed.task("T-K:test-design");
        (task.owner.clone(), task.owner_from.clone())
    };
    assert_eq!(owner(&of("")), (Some("finn".to_owned()), OwnerFrom::Area));
    let tested = of("{ of: design, date: 2026-10-01, by: alex, conclusion: effective }");
    assert_eq!(owner(&tested), (Some("alex".to_owned()), OwnerFrom::TestsMost));
    assert_eq!(tested.task("T-K:collect-evidence").owner.as_deref(), Some("finn"));
}
