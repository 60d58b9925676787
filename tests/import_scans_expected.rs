//! Real outputs of scanners, counted by others: read where `GAPCHECK_REAL_SOURCES` says they lie.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use gapcheck::import::file::{File, decode};
use gapcheck::import::format::FORMATS;
use gapcheck::import::scan::criteria::without_unknown;
use gapcheck::import::table::Reading;
use gapcheck::load::catalog::bundled;
use gapcheck::model::import::{Field, Outcome};
use gapcheck::source::problem::Problems;

/// The formats of scanners and of plans.
const OURS: [&str; 7] = [
    "ASFF",
    "OCSF",
    "OSCAL component definition",
    "OSCAL system security plan",
    "Prowler CSV",
    "SARIF",
    "pass/fail list",
];

/// The folder of the real sources; without one the test says so and passes.
fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("GAPCHECK_REAL_SOURCES").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("GAPCHECK_REAL_SOURCES names no folder: nothing was compared");
    }
    folder
}

/// The format that takes a file, and what it reads.
fn reading(path: &Path) -> Option<(&'static str, Reading)> {
    let bytes = std::fs::read(path).unwrap();
    let decoded = decode(&bytes);
    let name = path.file_name().unwrap().to_string_lossy();
    let file = File::new(0, &name, &bytes, decoded.as_ref().map(|(text, encoding)| (text.as_str(), *encoding)));
    let mut problems = Problems::default();
    let mut formats = FORMATS.iter().filter(|format| OURS.contains(&format.name));
    let found = formats.find_map(|format| Some((format.name, (format.read)(&file, &mut problems)?)));
    assert!(problems.is_empty(), "{name}: {problems:?}");
    found
}

fn read(way: &str) -> Option<(&'static str, Reading)> {
    Some(reading(&folder()?.join(way)).unwrap_or_else(|| panic!("{way} is of no format")))
}

fn outcomes(reading: &Reading) -> (usize, usize, usize) {
    let of = |outcome| reading.results.iter().filter(|result| result.outcome == outcome).count();
    (of(Outcome::Passed), of(Outcome::Failed), of(Outcome::Open))
}

#[test]
fn the_findings_of_security_hub_are_counted_as_others_counted_them() {
    let Some((format, mut reading)) = read("A31-defectdojo-scans/prowler-output.asff.json") else { return };
    assert_eq!((format, &*reading.format), ("ASFF", "ASFF findings of Prowler"));
    assert_eq!(reading.results.len(), 731);
    assert_eq!(outcomes(&reading), (441, 286, 4));
    assert!(reading.left_out.is_empty());
    assert!(without_unknown(&mut reading.results, &bundled().unwrap()).is_empty());
    let links: Vec<&String> = reading.results.iter().flat_map(|result| &result.criteria).collect();
    assert_eq!(links.len(), 312);
    assert_eq!(links.iter().collect::<BTreeSet<_>>().len(), 14);
    assert_eq!(reading.results.iter().filter(|result| result.criteria.is_empty()).count(), 624);
    assert!(reading.results.iter().all(|result| result.date.unwrap().to_string() == "2023-03-18"));
    assert!(reading.results.iter().all(|result| !result.check.starts_with("prowler-") && !result.resource.is_empty()));
}

#[test]
fn the_findings_of_prowler_are_read_in_both_formats() {
    // Passed, failed and open as JSON; the same as CSV, where each file has four rows and those of Azure are of other checks.
    for (provider, as_json, as_csv) in [
        ("aws", (0, 2, 3), (0, 2, 2)),
        ("azure", (0, 5, 0), (3, 1, 0)),
        ("gcp", (3, 2, 0), (3, 1, 0)),
        ("kubernetes", (1, 5, 0), (1, 3, 0)),
    ] {
        let way = format!("A30-prowler/examples/output/example_output_{provider}");
        let Some((format, json)) = read(&format!("{way}.ocsf.json")) else { return };
        assert_eq!((format, outcomes(&json)), ("OCSF", as_json), "{provider}");
        let (format, csv) = read(&format!("{way}.csv")).unwrap();
        assert_eq!((format, outcomes(&csv)), ("Prowler CSV", as_csv), "{provider}");
        for result in json.results.iter().chain(&csv.results) {
            assert_eq!((&*result.tool, &*result.date.unwrap().to_string()), ("Prowler", "2025-02-14"));
            assert!(!result.resource.is_empty() && !result.title.is_empty() && !result.found.is_empty());
            assert_eq!(result.criteria, [""; 0], "none of these samples names SOC 2");
        }
        assert!(json.left_out.is_empty() && csv.left_out.is_empty());
    }
}

#[test]
fn results_of_static_analysis_are_counted_with_what_was_suppressed() {
    for (way, tool, counts) in [
        ("A31-defectdojo-scans/dockle_0_3_15.sarif", "Dockle", (0, 4, 0)),
        ("A31-defectdojo-scans/njsscan.sarif", "nodejsscan", (0, 2, 0)),
        ("A31-defectdojo-scans/suppression_test.sarif", "CodeScanner", (0, 2, 3)),
        ("A32-trivy-golden/alpine-310.sarif", "Trivy", (0, 4, 0)),
    ] {
        let Some((format, reading)) = read(way) else { return };
        assert_eq!((format, outcomes(&reading)), ("SARIF", counts), "{way}");
        assert!(
            reading
                .results
                .iter()
                .all(|result| result.tool == tool && !result.title.is_empty() || tool == "nodejsscan")
        );
    }
    let (_, clean) = read("A31-defectdojo-scans/no_runs.sarif").unwrap();
    assert_eq!((clean.results.len(), clean.left_out.len()), (0, 1));
}

#[test]
fn the_twins_of_one_scan_name_the_same_checks() {
    let Some((format, asff)) = read("A32-trivy-golden/alpine-310.asff.json") else { return };
    let (_, sarif) = read("A32-trivy-golden/alpine-310.sarif").unwrap();
    let checks = |reading: &Reading| reading.results.iter().map(|result| result.check.clone()).collect::<BTreeSet<_>>();
    assert_eq!((format, outcomes(&asff)), ("ASFF", (0, 4, 0)));
    assert_eq!(checks(&asff), checks(&sarif));
}

#[test]
fn what_tailsnitch_says_is_the_same_in_both_formats() {
    let Some((_, json)) = read("A35-tailsnitch/soc2-evidence.json") else { return };
    let (_, csv) = read("A35-tailsnitch/soc2-evidence.csv").unwrap();
    assert_eq!((outcomes(&json), outcomes(&csv)), ((1, 0, 0), (1, 1, 0)));
    assert_eq!(json.results[0].criteria, ["CC6.1", "CC6.3"]);
    assert_eq!(csv.results[1].criteria, ["CC6.1", "CC6.2", "CC6.3"]);
}

#[test]
fn requirements_that_components_implement_become_controls() {
    let cell = |reading: &Reading, row: usize, field: Field| -> Vec<String> {
        let table = &reading.tables[0];
        let column = table.columns.iter().position(|column| column.field == Some(field)).unwrap();
        table.rows[row].cells[column].clone()
    };
    let way = "A33-oscal-nist/examples/component-definition/json/example-component-definition.json";
    let Some((_, components)) = read(way) else { return };
    assert_eq!(components.tables[0].rows.len(), 3);
    assert_eq!(cell(&components, 1, Field::Id), ["sc-8.1-mongodb"]);
    assert_eq!(cell(&components, 1, Field::Name), ["MongoDB: sc-8.1"]);
    assert_eq!(cell(&components, 1, Field::Owner), ["MongoDB"]);
    assert!(cell(&components, 1, Field::Description)[0].contains("to prevent unauthorized disclosure of information,"));
    let (_, twin) =
        read("A33-oscal-nist/examples/component-definition/yaml/example-component-definition.yaml").unwrap();
    for row in 0..3 {
        for field in [Field::Id, Field::Name, Field::Description, Field::Criteria, Field::Status, Field::Owner] {
            assert_eq!(cell(&components, row, field), cell(&twin, row, field));
        }
    }
    let (_, plan) = read("A33-oscal-nist/examples/ssp/json/ifa_ssp-example.json").unwrap();
    assert_eq!(plan.tables[0].rows.len(), 1);
    assert_eq!(cell(&plan, 0, Field::Id), ["ac-6.1-ifa-goodread-system"]);
    assert_eq!(cell(&plan, 0, Field::Status), ["implemented"]);
    assert_eq!(cell(&plan, 0, Field::Owner), ["Juno Styles"]);
    assert_eq!(cell(&plan, 0, Field::Criteria), [""; 0]);
    assert_eq!(plan.left_out.len(), 1);
}

/// Every real source, and which of these formats takes it: a list of controls is never taken for a scan.
#[test]
fn only_scans_and_plans_are_taken() {
    let Some(folder) = folder() else { return };
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    let mut folders = vec![folder.clone()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if let Some((format, _)) = reading(&path) {
                taken.insert(path.strip_prefix(&folder).unwrap().to_string_lossy().into_owned(), format);
            }
        }
    }
    let mut by_format: BTreeMap<&str, usize> = BTreeMap::new();
    for format in taken.values() {
        *by_format.entry(format).or_default() += 1;
    }
    let expected = [
        ("ASFF", 2),
        ("OCSF", 4),
        // As JSON and as YAML.
        ("OSCAL component definition", 2),
        ("OSCAL system security plan", 2),
        ("Prowler CSV", 4),
        // Two of Checkov, two of Tailsnitch.
        ("pass/fail list", 4),
        ("SARIF", 5),
    ];
    assert_eq!(by_format, BTreeMap::from(expected), "{taken:#?}");
}
