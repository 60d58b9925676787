//! Real files of other people, where `GAPCHECK_REAL_SOURCES` says they lie: held against counts made without gapcheck.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use gapcheck::import::file::{File, decode};
use gapcheck::import::import;
use gapcheck::import::words::status::{self, Told};
use gapcheck::load::catalog::bundled;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::import::{Import, Outcome};
use gapcheck::model::words::Status;
use gapcheck::source::problem::Problems;
use serde_json::Value;

fn sources() -> Option<PathBuf> {
    let folder = std::env::var_os("GAPCHECK_REAL_SOURCES").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("GAPCHECK_REAL_SOURCES is not set: no real file is imported");
    }
    folder
}

fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| bundled().expect("the catalog reads"))
}

/// The files at a path: itself, or all of a folder and those in it, without what describes the folder.
fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let mut all: Vec<PathBuf> = fs::read_dir(path)
        .unwrap_or_else(|_| panic!("{}", path.display()))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| !["SOURCE.md", "LICENSE-upstream.txt"].iter().any(|name| path.ends_with(name)))
        .collect();
    all.sort();
    all.iter().flat_map(|path| files(path)).collect()
}

fn with_problems(folder: &Path, paths: &[&str]) -> (Import, Vec<String>, Vec<Vec<u8>>) {
    let paths: Vec<PathBuf> = paths.iter().flat_map(|path| files(&folder.join(path))).collect();
    let bytes: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).expect("a file")).collect();
    let names: Vec<String> =
        paths.iter().map(|path| path.strip_prefix(folder).expect("inside").display().to_string()).collect();
    let texts: Vec<_> = bytes.iter().map(|bytes| decode(bytes)).collect();
    let files: Vec<File<'_>> = (0..paths.len())
        .map(|at| {
            let text = texts[at].as_ref().map(|(text, encoding)| (text.as_str(), *encoding));
            File::new(at as u32, &names[at], &bytes[at], text)
        })
        .collect();
    let mut problems = Problems::default();
    let import = import(&files, &BTreeMap::new(), catalog(), &mut problems);
    (import, problems.sorted().into_iter().map(|problem| problem.message.clone()).collect(), bytes)
}

fn imported(folder: &Path, paths: &[&str]) -> Import {
    let (import, problems, _) = with_problems(folder, paths);
    assert!(problems.is_empty(), "{paths:?}: {problems:?}");
    import
}

/// The rows that were read of the used tables, in order.
fn rows(import: &Import) -> Vec<usize> {
    import.understood.iter().filter(|table| table.unused.is_none()).map(|table| table.rows).collect()
}

fn links(import: &Import) -> usize {
    import.controls.iter().map(|control| control.criteria.len()).sum()
}

fn unknown(import: &Import) -> BTreeMap<String, usize> {
    import.unknown.iter().map(|(id, origins)| (id.clone(), origins.len())).collect()
}

fn named(import: &Import) -> BTreeSet<&str> {
    import.controls.iter().flat_map(|control| &control.criteria).map(String::as_str).collect()
}

fn common() -> BTreeSet<String> {
    let common = catalog().criteria.iter().filter(|criterion| criterion.id.is_common());
    common.map(|criterion| criterion.id.to_string()).collect()
}

/// How often each status is met: those of the source in our words, where we have words for them.
fn statuses(expected: &Value) -> BTreeMap<String, u64> {
    let mut counted = BTreeMap::new();
    for (word, times) in expected.as_object().expect("statuses") {
        let ours = match status::read(word) {
            Told::Status(status) => status.to_string(),
            _ => "unsaid".to_owned(),
        };
        *counted.entry(ours).or_default() += times.as_u64().expect("a number");
    }
    counted
}

/// Holds an import against what was counted in the files themselves.
fn hold(import: &Import, name: &str, expected: &Value) {
    let number = |key: &str| expected[key].as_u64().unwrap_or_else(|| panic!("{name}: {key}")) as usize;
    let unknown = unknown(import);
    assert_eq!(import.controls.len(), number("controls"), "{name}: controls");
    // They count every id that is named, those that do not exist among them.
    assert_eq!(links(import) + unknown.values().sum::<usize>(), number("links"), "{name}: links");
    let named = named(import);
    assert_eq!(named.len(), number("distinct_valid_criteria"), "{name}: criteria");
    let common = common();
    let covered = common.iter().filter(|id| named.contains(id.as_str())).count();
    assert_eq!(format!("{covered}/{}", common.len()), expected["common_criteria_covered"], "{name}: common criteria");
    let missing: Vec<&String> = common.iter().filter(|id| !named.contains(id.as_str())).collect();
    let told: Vec<&str> =
        expected["missing_common_criteria"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert_eq!(missing, told, "{name}: missing");
    let wrong = expected["unknown_criteria"].as_object().expect("ids");
    let wrong: BTreeMap<String, usize> =
        wrong.iter().map(|(id, times)| (id.clone(), times.as_u64().expect("a number") as usize)).collect();
    assert_eq!(unknown, wrong, "{name}: ids that do not exist");
    let only_unknown: BTreeSet<&gapcheck::model::import::Origin> = import.unknown.values().flatten().collect();
    let without = import.controls.iter().filter(|control| control.criteria.is_empty());
    let without = without.filter(|control| !control.origins.iter().any(|origin| only_unknown.contains(origin)));
    assert_eq!(without.count(), number("controls_without_criteria"), "{name}: controls without criteria");
    let mut counted: BTreeMap<String, u64> = BTreeMap::new();
    for control in &import.controls {
        *counted.entry(control.status.map_or("unsaid".to_owned(), |status| status.to_string())).or_default() += 1;
    }
    assert_eq!(counted, statuses(&expected["status"]), "{name}: statuses");
    let no_owner = import.controls.iter().filter(|control| control.owner.is_none()).count();
    assert_eq!(no_owner, number("no_owner"), "{name}: without owner");
    let no_evidence =
        import.controls.iter().filter(|control| control.evidence_wanted.is_empty() && control.evidence.is_empty());
    // The variant for Notion has no column of evidence at all; they count the names of scripts for it.
    let scripts = name == "A03 notion-soc2-controls.csv";
    let expected = if scripts { 14 } else { number("no_evidence") };
    assert_eq!(no_evidence.count(), expected, "{name}: without evidence, wanted or held");
}

/// Where the files of an entry lie.
fn paths(name: &str) -> Vec<&str> {
    match name {
        "A01-concord-controlpack" => vec!["A01-concord-controlpack/controls"],
        "A03 controls-matrix.csv" => vec!["A03-soc2-sentinel-csv/controls-matrix.csv"],
        "A03 notion-soc2-controls.csv" => vec!["A03-soc2-sentinel-csv/notion-soc2-controls.csv"],
        "A04 SOC2-AWS-Master-Mapping.csv" => vec!["A04-aws-mapping-csv-xlsx/SOC2-AWS-Master-Mapping.csv"],
        "A08-eramba-templates" => vec![
            "A08-eramba-templates/internal_controls.csv",
            "A08-eramba-templates/mapping_controls_to_requirements.csv",
        ],
        "A09 controls-matrix.yml" => vec!["A09-tbowman-yaml/controls-matrix.yml"],
        "A13 ccf-crosswalk.yaml" => vec!["A13-autocomply-crosswalk/ccf-crosswalk.yaml"],
        "A17 generic-evidence.json" => vec!["A17-corsair-evidence/fixtures/generic-evidence.json"],
        "A17 generic-evidence-v2.json" => vec!["A17-corsair-evidence/fixtures/generic-evidence-v2.json"],
        folder => vec![folder],
    }
}

#[test]
fn every_source_counts_as_it_was_counted() {
    let Some(folder) = sources() else { return };
    let text = fs::read_to_string(folder.join("EXPECTED.json")).expect("EXPECTED.json");
    let expected: BTreeMap<String, Value> = serde_json::from_str(&text).expect("JSON");
    assert_eq!(expected.len(), 13);
    for (name, expected) in &expected {
        if name.starts_with("A31") {
            findings(&folder, expected);
        } else {
            hold(&imported(&folder, &paths(name)), name, expected);
        }
    }
}

/// Findings of a scanner are results of checks, not controls.
fn findings(folder: &Path, expected: &Value) {
    let import = imported(folder, &["A31-defectdojo-scans/prowler-output.asff.json"]);
    let count = |outcome| import.results.iter().filter(|result| result.outcome == outcome).count() as u64;
    assert!(import.controls.is_empty());
    assert_eq!(import.results.len() as u64, expected["controls"]);
    assert_eq!(import.results.iter().map(|result| result.criteria.len()).sum::<usize>() as u64, expected["links"]);
    let named: BTreeSet<&String> = import.results.iter().flat_map(|result| &result.criteria).collect();
    assert_eq!(named.len() as u64, expected["distinct_valid_criteria"]);
    assert!(import.unknown.is_empty());
    let without = import.results.iter().filter(|result| result.criteria.is_empty()).count() as u64;
    assert_eq!(without, expected["controls_without_criteria"]);
    assert_eq!(count(Outcome::Failed), expected["status"]["FAILED"]);
    assert_eq!(count(Outcome::Passed), expected["status"]["PASSED"]);
    assert_eq!(count(Outcome::Open), expected["status"]["INFOED"]);
}

#[test]
fn the_workbook_says_what_its_csv_twin_says() {
    let Some(folder) = sources() else { return };
    let csv = imported(&folder, &["A04-aws-mapping-csv-xlsx/SOC2-AWS-Master-Mapping.csv"]);
    let xlsx = imported(&folder, &["A04-aws-mapping-csv-xlsx/SOC2-AWS-Master-Mapping.xlsx"]);
    let told = |import: &Import| -> Vec<(String, String, Vec<String>)> {
        import.controls.iter().map(|c| (c.id.clone(), c.name.clone(), c.criteria.clone())).collect()
    };
    assert_eq!(told(&csv), told(&xlsx));
    assert_eq!(csv.controls.len(), 10);
}

#[test]
fn other_tables_have_the_rows_that_the_index_states() {
    let Some(folder) = sources() else { return };
    let rows = |path: &str| rows(&imported(&folder, &[path]));
    assert_eq!(rows("A03-soc2-sentinel-csv/notion-cmmc-l2-controls.csv"), [22]);
    assert_eq!(rows("A03-soc2-sentinel-csv/notion-poam-tracker-seed.csv"), [2]);
    assert_eq!(rows("A03-soc2-sentinel-csv/notion-pre-assessment-readiness.csv"), [8]);
    // The mapping sheets there and back, and the same rows once more for each of five industries.
    assert_eq!(rows("A05-starter-kit-xlsx/SOC2_ISO_27001_Control_Mapping.xlsx"), [32, 10, 32, 32, 32, 32, 32]);
    assert_eq!(rows("A05-starter-kit-xlsx/SOC2_NIST_800-53_Control_Mapping.xlsx"), [42, 13, 42, 42, 42, 42, 42]);
    assert_eq!(rows("A09-tbowman-yaml/controls.yml"), [17]);
    assert_eq!(rows("A09-tbowman-yaml/soc2-table.md"), [5]);
    assert_eq!(rows("A10-2lines-markdown/compliance/controls/tsc-security.md"), [34]);
    assert_eq!(rows("A10-2lines-markdown/compliance/controls/tsc-confidentiality.md"), [6]);
    assert_eq!(rows("A10-2lines-markdown/compliance/controls/agent-controls.md"), [19]);
    assert_eq!(rows("A11-aragora-md-gap/SOC2_CONTROL_MATRIX.md"), [75]);
    assert_eq!(rows("A12-greenlang/SOC2-MAPPING.md")[0], 48);
    assert_eq!(rows("A14-warlock/remediation-soc2.yaml"), [46]);
    assert_eq!(rows("A14-warlock/nist-800-53-to-soc2.json"), [194]);
    assert_eq!(rows("A15-trestle-soc2/soc2.sample.v1.csv"), [31]);
    assert_eq!(rows("A16-openlane-import-csv/sample_control.csv"), [1]);
    assert_eq!(rows("A18-ann-ette-md/SOC2-CONTROL-MAPPING.md")[0], 76);
    assert_eq!(rows("A21-grc-library-trackers/soc2-pbc-tracker.md"), [12]);
}

#[test]
fn sheets_that_repeat_a_control_make_one_of_it() {
    let Some(folder) = sources() else { return };
    let iso = imported(&folder, &["A05-starter-kit-xlsx/SOC2_ISO_27001_Control_Mapping.xlsx"]);
    assert_eq!(iso.controls.len(), 42);
    assert_eq!(iso.controls.iter().map(|control| control.origins.len()).sum::<usize>(), 6 * 32 + 10);
    let nist = imported(&folder, &["A05-starter-kit-xlsx/SOC2_NIST_800-53_Control_Mapping.xlsx"]);
    assert_eq!(nist.controls.len(), 55);
}

#[test]
fn links_in_other_shapes_are_grouped() {
    let Some(folder) = sources() else { return };
    let export = imported(&folder, &["A13-autocomply-crosswalk/grcen_catalog_export.example.json"]);
    assert_eq!((export.controls.len(), links(&export), named(&export).len()), (2, 4, 4));
    let nist = imported(&folder, &["A14-warlock/nist-800-53-to-soc2.json"]);
    assert_eq!((nist.controls.len(), links(&nist) + unknown(&nist).values().sum::<usize>()), (181, 194));
    let rules = imported(&folder, &["A15-trestle-soc2/soc2.sample.v1.csv"]);
    assert_eq!((rules.controls.len(), links(&rules)), (31, 0), "its ids are nobody's criteria");
    let openlane = imported(&folder, &["A16-openlane-import-csv/sample_control.csv"]);
    assert_eq!(openlane.understood[0].columns.len(), 79);
    assert_eq!(openlane.controls[0].id, "example_refcode");
}

#[test]
fn attribute_tables_and_ticks_are_statuses() {
    let Some(folder) = sources() else { return };
    let implemented =
        |import: &Import| import.controls.iter().filter(|c| c.status == Some(Status::Implemented)).count();
    let ticks = imported(&folder, &["A18-ann-ette-md/SOC2-CONTROL-MAPPING.md"]);
    assert_eq!(implemented(&ticks), ticks.controls.len());
    assert!(ticks.controls.iter().all(|control| !control.criteria.is_empty()), "a criterion is carried down");
}

#[test]
fn results_of_checks_come_back_as_results() {
    let Some(folder) = sources() else { return };
    for (path, count) in [("A35-tailsnitch/soc2-evidence.csv", 2), ("A35-tailsnitch/soc2-evidence.json", 1)] {
        let import = imported(&folder, &[path]);
        assert_eq!((import.results.len(), import.controls.len()), (count, 0), "{path}");
        assert_eq!(import.results[0].criteria, ["CC6.1", "CC6.3"], "{path}");
    }
}

#[test]
fn a_broken_file_is_told_with_its_place() {
    let Some(folder) = sources() else { return };
    let path = "A12-greenlang/soc2_security_policies.yaml";
    let bytes = fs::read(folder.join(path)).expect("a file");
    let (text, encoding) = decode(&bytes).expect("a text");
    let mut problems = Problems::default();
    let import =
        import(&[File::new(0, path, &bytes, Some((&text, encoding)))], &BTreeMap::new(), catalog(), &mut problems);
    assert!(import.controls.is_empty());
    let [problem] = problems.sorted()[..] else { panic!("{:?}", problems.sorted()) };
    let at = problem.place.expect("a place").start as usize;
    assert_eq!(text[..at].lines().count(), 52);
    assert_eq!(problem.message, "the indentation fits nothing above it");
}

#[test]
fn every_file_is_read_or_told_and_none_panics() {
    let Some(folder) = sources() else { return };
    let mut read = 0;
    for path in files(&folder) {
        let relative = path.strip_prefix(&folder).expect("inside").display().to_string();
        let (import, problems, _) = with_problems(&folder, &[&relative]);
        assert!(!import.understood.is_empty() || !problems.is_empty(), "{relative}: nothing is told");
        let ids: BTreeSet<&str> = import.controls.iter().map(|control| control.id.as_str()).collect();
        assert_eq!(ids.len(), import.controls.len(), "{relative}: an id stands twice");
        assert!(import.controls.iter().all(|control| !control.name.trim().is_empty()), "{relative}");
        read += usize::from(problems.is_empty());
    }
    eprintln!("{read} files read without a problem");
}
