//! Results become evidence and tests on the controls a mapping names, and everything else is told.

use gapcheck::import::checks::{Attached, Mapping, attach, read as read_mapping};
use gapcheck::model::import::{CheckResult, ImportedEvidence, ImportedTest, Origin, Outcome};
use gapcheck::model::words::EvidenceKind;
use gapcheck::source::file::SourceFile;
use gapcheck::source::problem::Problems;

use crate::read;
use crate::samples::OCSF;

pub fn mapping(text: &str) -> Mapping {
    let mut problems = Problems::default();
    let mapping = read_mapping(0, &SourceFile::new("checks.yaml", text, ""), &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    mapping
}

fn told(attached: &Attached) -> Vec<String> {
    let told = attached.left_out.iter();
    told.map(|one| format!("{} {}: {}: {}", one.origin.file, one.origin.at, one.what, one.why)).collect()
}

/// A result of Lint in one file.
fn result(check: &str, resource: &str, outcome: Outcome, day: Option<&str>) -> CheckResult {
    CheckResult {
        tool: "Lint".to_owned(),
        check: check.to_owned(),
        resource: resource.to_owned(),
        outcome,
        date: day.map(|day| day.parse().unwrap()),
        origin: Origin { file: "lint.json".to_owned(), at: String::new() },
        ..CheckResult::default()
    }
}

#[test]
fn one_scan_makes_one_piece_of_evidence_and_one_test_for_a_control() {
    let mut results = read("scans/october.json", OCSF).1.results;
    let mapping = mapping(
        "checks:\n- { tool: PROWLER, check: \"vault_*\", controls: [AC-01] }\n- { check: vault_locked, controls: [AC-01] }\n\
         - { check: vault_visited, controls: [PH-09] }\n- { tool: Trivy, check: \"*\", controls: [AC-01] }\n",
    );
    let attached = attach(&mut results, &mapping);
    let day = "2026-10-05".parse().unwrap();
    let path = Some("scans/october.json".to_owned());
    assert_eq!(attached.additions.len(), 2);
    let first = &attached.additions[0];
    assert_eq!(first.control, "AC-01");
    assert_eq!(
        first.evidence,
        ImportedEvidence {
            title: "Prowler: 4 results of 3 checks, 2 of them open".to_owned(),
            kind: Some(EvidenceKind::Report),
            path: path.clone(),
            url: None,
            covers: Some((day, day)),
            collected: Some(day),
            source: Some("Prowler".to_owned()),
            items: Some(4),
        }
    );
    assert_eq!(
        first.test,
        Some(ImportedTest {
            date: Some(day),
            by: "Prowler".to_owned(),
            period: Some((day, day)),
            size: 2,
            exceptions: vec![("blue, arn:door/7".to_owned(), "Vaults are locked: Vault blue is open.".to_owned())],
            source: path,
        })
    );
    let second = &attached.additions[1];
    assert_eq!((&*second.control, &second.test, second.evidence.items), ("PH-09", &None, Some(1)));
    assert_eq!(
        told(&attached),
        [
            "scans/october.json : 2 results for `AC-01`: neither passed nor failed: the test does not count what nobody can tell",
            "scans/october.json : 1 result for `AC-01`: no day: counted with the days of the others",
            "scans/october.json : 1 result for `PH-09`: nothing passed or failed: it is evidence, and no test",
            "scans/october.json : 1 result for `PH-09`: no day: the evidence and the test are not dated",
            "checks.yaml line 5: *: no result of such a check: the entry adds nothing",
            "scans/october.json Acme Scan: backups kept: 1 result, and no entry of the mapping speaks of them",
        ]
    );
    assert_eq!(results.iter().map(|result| &*result.check).collect::<Vec<_>>(), ["backups kept"]);
}

#[test]
fn the_same_scan_makes_the_same_again() {
    let mapping = mapping("checks: [{ check: \"*\", controls: [A, B] }]");
    let of = || attach(&mut read("scan.json", OCSF).1.results, &mapping);
    assert_eq!(of(), of());
    let mut turned = read("scan.json", OCSF).1.results;
    turned.reverse();
    let (turned, plain) = (attach(&mut turned, &mapping), of());
    assert_eq!(turned.additions[0].evidence, plain.additions[0].evidence);
}

#[test]
fn days_run_from_the_first_to_the_last_and_files_stay_apart() {
    let mut results = vec![
        result("k", "a", Outcome::Passed, Some("2026-10-07")),
        result("k", "b", Outcome::Passed, Some("2026-10-05")),
        result("k", "c", Outcome::Open, Some("2026-10-09")),
        CheckResult {
            origin: Origin { file: "other.json".to_owned(), at: String::new() },
            ..result("k", "d", Outcome::Failed, None)
        },
    ];
    let attached = attach(&mut results, &mapping("checks: [{ check: k, controls: [AC-2, AC-10] }]"));
    let days = |days: Option<(gapcheck::model::date::Date, gapcheck::model::date::Date)>| {
        days.map_or_else(|| "-".to_owned(), |(first, last)| format!("{first}..{last}"))
    };
    let told: Vec<String> = attached
        .additions
        .iter()
        .map(|one| {
            let test = one.test.as_ref().unwrap();
            format!(
                "{} {} {} {} {}",
                one.control,
                one.evidence.path.as_ref().unwrap(),
                days(one.evidence.covers),
                days(test.period),
                test.size
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "AC-2 lint.json 2026-10-05..2026-10-09 2026-10-05..2026-10-07 2",
            "AC-2 other.json - - 1",
            "AC-10 lint.json 2026-10-05..2026-10-09 2026-10-05..2026-10-07 2",
            "AC-10 other.json - - 1",
        ]
    );
    assert!(results.is_empty());
}

#[test]
fn resources_narrow_an_entry() {
    let mut results = vec![
        result("k", "arn:prod/1", Outcome::Passed, None),
        result("k", "arn:test/1", Outcome::Failed, None),
        result("k", "arn:prod/2", Outcome::Passed, None),
    ];
    let attached =
        attach(&mut results, &mapping("checks: [{ check: k, controls: [A], resources: [\"*:prod/*\", x] }]"));
    let test = attached.additions[0].test.as_ref().unwrap();
    assert_eq!((test.size, test.exceptions.len()), (2, 0));
    assert_eq!(results.len(), 1);
    assert_eq!(told(&attached)[1], "lint.json Lint: k: 1 result, and no entry of the mapping speaks of them");
}

#[test]
fn of_very_many_failures_a_hundred_are_listed_and_the_rest_counted() {
    let failures = |number: usize| -> Vec<CheckResult> {
        (0..number).map(|at| result(&format!("k{}", at % 2), &format!("r{at}"), Outcome::Failed, None)).collect()
    };
    let mapping = mapping("checks: [{ check: \"k*\", controls: [A] }]");
    let test = |number: usize| attach(&mut failures(number), &mapping).additions.remove(0).test.unwrap();
    assert_eq!(test(100).exceptions.len(), 100);
    let many = test(12_345);
    assert_eq!((many.size, many.exceptions.len()), (12_345, 101));
    assert_eq!(many.exceptions[99], ("r99".to_owned(), "k1".to_owned()));
    assert_eq!(
        many.exceptions[100],
        ("12,245 more items".to_owned(), "Results of k0 and k1 that are not listed one by one.".to_owned())
    );
}

#[test]
fn long_and_broken_lines_are_cut_to_one() {
    let long = CheckResult {
        title: "Doors\nare  shut".to_owned(),
        found: "é".repeat(1000),
        ..result("k", "", Outcome::Failed, None)
    };
    let attached = attach(&mut vec![long], &mapping("checks: [{ check: k, controls: [A] }]"));
    let (item, told) = attached.additions[0].test.as_ref().unwrap().exceptions[0].clone();
    assert_eq!((&*item, told.chars().count()), ("k", 300));
    assert!(told.starts_with("Doors are shut: éé") && told.ends_with("é…"));
}
