//! An inventory with the evidence and the tests of scans: it is read without problems and judged by what the scans found.

use std::fmt::Write as _;

use gapcheck::import::checks::{Attached, attach};
use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::model::date::Date;
use gapcheck::model::files::{FileState, Files};
use gapcheck::model::import::{CheckResult, Origin, Outcome};
use gapcheck::{Request, read};

use crate::attached::mapping;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// A monthly scan of the half-year: so many of its results failed.
fn scan(file: &str, day: &str, outcomes: &[Outcome]) -> Vec<CheckResult> {
    let results = (1..).zip(outcomes).map(|(at, outcome)| CheckResult {
        tool: "Prowler".to_owned(),
        check: "mfa".to_owned(),
        title: "Everybody has a second factor".to_owned(),
        resource: format!("user-{at}"),
        found: String::new(),
        outcome: *outcome,
        date: Some(date(day)),
        criteria: Vec::new(),
        origin: Origin { file: file.to_owned(), at: String::new() },
    });
    results.collect()
}

/// The control as the writer has to write it: what a scan says, and no word more.
fn inventory(attached: &Attached, control: &str, people: &str) -> String {
    let mut yaml = format!(
        "organization: Acme\nscope: {{ report: type2, period: {{ start: 2026-07-01, end: 2026-12-31 }} }}\n{people}controls:\n  \
         - id: AC-01\n    name: Second factor\n    criteria: [CC6.1]\n    status: implemented\n    owner: jane\n{control}    evidence:\n"
    );
    for one in &attached.additions {
        let (first, last) = one.evidence.covers.unwrap();
        writeln!(
            yaml,
            "      - {{ title: \"{}\", kind: report, path: {}, covers: {{ start: {first}, end: {last} }}, collected: {last}, \
             source: {}, items: {} }}",
            one.evidence.title,
            one.evidence.path.as_ref().unwrap(),
            one.evidence.source.as_ref().unwrap(),
            one.evidence.items.unwrap()
        )
        .unwrap();
    }
    yaml.push_str("    tests:\n      - { of: design, date: 2026-07-02, by: alex, conclusion: effective }\n");
    for test in attached.additions.iter().filter_map(|one| one.test.as_ref()) {
        let (day, (first, last)) = (test.date.unwrap(), test.period.unwrap());
        let by = if people.is_empty() { format!("by: {}, ", test.by) } else { String::new() };
        let conclusion = if test.exceptions.is_empty() { "effective" } else { "exception" };
        let exceptions = test.exceptions.iter().map(|(item, told)| format!("{{ item: {item}, description: {told} }}"));
        writeln!(
            yaml,
            "      - {{ of: operation, date: {day}, {by}period: {{ start: {first}, end: {last} }}, population: {{ size: {size}, \
             source: {source}, retrieved: {day} }}, sample: {{ size: {size}, method: all }}, exceptions: [{exceptions}], \
             conclusion: {conclusion} }}",
            size = test.size,
            source = test.source.as_ref().unwrap(),
            exceptions = exceptions.collect::<Vec<_>>().join(", ")
        )
        .unwrap();
    }
    yaml
}

/// The verdict on the operation of the control, and the rules that speak of it.
fn judged(yaml: &str, as_of: &str) -> (String, Vec<&'static str>) {
    let catalog = bundled().unwrap();
    let (sources, as_of) = (single("inventory.yaml", yaml), date(as_of));
    let inventory = read(&sources, &catalog, as_of).unwrap_or_else(|problems| panic!("{problems:?}\n{yaml}"));
    let mut files = Files::default();
    for month in ["07", "08", "09", "10"] {
        files.insert(0, &format!("scans/{month}.json"), FileState::Found(None));
    }
    let request = Request { as_of, fail_on: None, baseline: None };
    let assessment = gapcheck::assess(&sources, &inventory, &catalog, &files, &request);
    let gaps = assessment.gaps.iter().filter(|gap| gap.id().starts_with("AC-01:"));
    let mut rules: Vec<&'static str> =
        gaps.map(|gap| gap.finding.rule.name).filter(|rule| OF_SCANS.contains(rule)).collect();
    rules.sort_unstable();
    (assessment.controls[0].operation.unwrap().word().to_owned(), rules)
}

/// The rules that scans have a say in.
const OF_SCANS: [&str; 9] = [
    "evidence-absent",
    "evidence-outside-period",
    "evidence-stale",
    "occurrence-missed",
    "operating-exceptions",
    "operation-untested",
    "population-unproved",
    "sample-too-small",
    "tester-not-independent",
];

/// What the scans of some months come to.
fn scanned(scans: &[(&str, &[Outcome])]) -> Attached {
    let scans = scans
        .iter()
        .flat_map(|(month, outcomes)| scan(&format!("scans/{month}.json"), &format!("2026-{month}-15"), outcomes));
    attach(&mut scans.collect(), &mapping("checks: [{ check: mfa, controls: [AC-01] }]"))
}

const AUTOMATED: &str = "    frequency: monthly\n    execution: automated\n";
const BY_HAND: &str = "    frequency: monthly\n    execution: manual\n";
const ALL: &[Outcome] = &[Outcome::Passed, Outcome::Passed, Outcome::Passed];
const ONE_FAILED: &[Outcome] = &[Outcome::Passed, Outcome::Failed, Outcome::Passed];
const OPEN: &[Outcome] = &[Outcome::Open];

#[test]
fn scans_without_failures_show_operation_and_one_failure_shows_in_the_verdict() {
    let clean = scanned(&[("07", ALL), ("08", ALL), ("09", ALL)]);
    assert_eq!(judged(&inventory(&clean, AUTOMATED, ""), "2026-10-20"), ("no-gap".to_owned(), vec![]));
    let failed = scanned(&[("07", ALL), ("08", ONE_FAILED), ("09", ALL)]);
    let (verdict, rules) = judged(&inventory(&failed, AUTOMATED, ""), "2026-10-20");
    assert_eq!((&*verdict, rules), ("partial", vec!["operating-exceptions"]));
}

#[test]
fn a_month_without_a_scan_is_missed_and_open_results_test_nothing() {
    let missed = scanned(&[("07", ALL), ("09", ALL)]);
    let (verdict, rules) = judged(&inventory(&missed, AUTOMATED, ""), "2026-10-20");
    assert_eq!((&*verdict, rules), ("partial", vec!["occurrence-missed"]));
    let open = scanned(&[("07", OPEN), ("08", OPEN), ("09", OPEN)]);
    assert!(open.additions.iter().all(|one| one.test.is_none()));
    let (_, rules) = judged(&inventory(&open, AUTOMATED, ""), "2026-10-20");
    assert_eq!(rules, ["operation-untested"]);
}

#[test]
fn nobody_is_said_to_have_checked_that_a_scan_saw_everything() {
    let clean = scanned(&[("07", ALL), ("08", ALL), ("09", ALL)]);
    assert_eq!(judged(&inventory(&clean, BY_HAND, ""), "2026-10-20").1, ["population-unproved"]);
}

#[test]
fn where_people_are_listed_a_scanner_is_none_of_them() {
    let people = "people: [{ id: jane, name: Jane Roe }, { id: alex, name: Alex Doe }]\n";
    let clean = scanned(&[("07", ALL), ("08", ALL), ("09", ALL)]);
    let (verdict, rules) = judged(&inventory(&clean, AUTOMATED, people), "2026-10-20");
    assert_eq!((&*verdict, rules), ("no-gap", vec!["tester-not-independent"]));
}
