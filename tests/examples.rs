//! The examples are read, assessed and held to what their READMEs say of them.
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

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use gapcheck::Request;
use gapcheck::assess::rule::RULES;
use gapcheck::io;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::date::Date;
use gapcheck::model::document::Document;
use gapcheck::model::gap::Treatment;
use gapcheck::model::inventory::Inventory;
use gapcheck::model::level::Level;
use gapcheck::model::verdict::Verdict;
use gapcheck::source::describe::Definitions;
use gapcheck::source::file::Sources;
use gapcheck::source::reader::Readable;
use serde_json::Value;

/// The examples, and whether the table of each lists every gap there is.
const EXAMPLES: [(&str, bool); 4] = [("acme", true), ("ci-gate", true), ("nearly-finished", true), ("startup", false)];

/// The day the examples are written for.
fn day() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What an assessment of an example came to.
struct Outcome {
    /// Every gap with its level and whether it is accepted.
    gaps: BTreeMap<String, (Level, bool)>,
    /// The verdict on the design of every criterion.
    design: BTreeMap<String, Verdict>,
    /// The verdict on the operation of every criterion, for Type II.
    operation: BTreeMap<String, Verdict>,
    /// Whether the gate at `high` failed.
    gate_failed: bool,
}

fn read(path: &Path) -> (Sources, Inventory, Catalog) {
    let catalog = gapcheck::load::catalog::bundled().unwrap();
    let input = io::input::read(&[path.to_path_buf()]).unwrap();
    assert!(input.problems.is_empty(), "{} is UTF-8", path.display());
    match gapcheck::read(&input.sources, &catalog, day()) {
        Ok(inventory) => (input.sources, inventory, catalog),
        Err(problems) => {
            let told: Vec<String> = problems
                .sorted()
                .into_iter()
                .map(|problem| {
                    let at = problem.place.map(|place| input.sources.position(place));
                    format!("{at:?}: {}; {:?}", problem.message, problem.help)
                })
                .collect();
            panic!("{} has problems:\n{}", path.display(), told.join("\n"))
        }
    }
}

fn assess(path: &Path, as_of: Date) -> Outcome {
    let (sources, inventory, catalog) = read(path);
    let files = io::evidence::look_up(&inventory, &sources);
    let request = Request { as_of, fail_on: Some(Level::High), baseline: None };
    let result = gapcheck::assess(&sources, &inventory, &catalog, &files, &request);
    let accepted = |treatment: &Treatment| matches!(treatment, Treatment::Accepted(_));
    let gaps = result.gaps.iter().map(|gap| (gap.id().to_owned(), (gap.risk.level(), accepted(&gap.treatment))));
    let verdict = |at: usize| catalog.criteria.get(at).map(|criterion| criterion.id.to_string());
    let design = result.criteria.iter().filter_map(|result| Some((verdict(result.criterion)?, result.design.verdict)));
    let operation = result
        .criteria
        .iter()
        .filter_map(|result| Some((verdict(result.criterion)?, result.operation.as_ref()?.verdict)));
    Outcome {
        gaps: gaps.collect(),
        design: design.collect(),
        operation: operation.collect(),
        gate_failed: result.gate.failed(),
    }
}

fn example(name: &str) -> Outcome {
    assess(&root().join("examples").join(name), day())
}

/// The gap ids in the tables of a README whose first column is `gap`.
fn told(name: &str) -> Vec<String> {
    let readme = std::fs::read_to_string(root().join("examples").join(name).join("README.md")).unwrap();
    let mut gaps = Vec::new();
    let mut in_table = false;
    for line in readme.lines() {
        let first = line.strip_prefix("| ").and_then(|rest| rest.split(" |").next());
        match first {
            Some("gap") => in_table = true,
            Some(cell) if in_table => {
                let id = cell.strip_prefix('`').and_then(|cell| cell.strip_suffix('`'));
                gaps.push(id.unwrap_or_else(|| panic!("{name}: `{cell}` is not a gap id in backticks")).to_owned());
            }
            Some(_) => {}
            None => in_table &= line.starts_with("|--"),
        }
    }
    gaps
}

fn natural_set<'a>(ids: impl IntoIterator<Item = &'a String>) -> BTreeSet<&'a str> {
    ids.into_iter().map(String::as_str).collect()
}

#[test]
fn every_folder_is_an_example_with_a_readme() {
    let folders: Vec<String> = std::fs::read_dir(root().join("examples"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    assert_eq!(natural_set(&folders), EXAMPLES.iter().map(|(name, _)| *name).collect());
    let index = std::fs::read_to_string(root().join("examples/README.md")).unwrap();
    for (name, _) in EXAMPLES {
        assert!(index.contains(&format!("[{name}]({name}/)")), "{name} stands in the index");
        let readme = std::fs::read_to_string(root().join("examples").join(name).join("README.md")).unwrap();
        let command = format!("gapcheck assess examples/{name} --as-of 2026-11-22");
        assert!(readme.contains(&command), "{name}: the README gives the command `{command}`");
    }
}

#[test]
fn every_gap_a_readme_tells_of_is_found() {
    for (name, complete) in EXAMPLES {
        let found = example(name).gaps;
        let told = told(name);
        assert!(!told.is_empty(), "{name}: no table of gaps was found");
        assert_eq!(natural_set(&told).len(), told.len(), "{name}: a gap is told of twice");
        let missing: Vec<&String> = told.iter().filter(|id| !found.contains_key(*id)).collect();
        assert!(missing.is_empty(), "{name}: not found: {missing:#?}\nfound: {:#?}", found.keys());
        if complete {
            assert_eq!(natural_set(found.keys()), natural_set(&told), "{name}: the table lists all there are");
        }
    }
}

#[test]
fn every_gap_a_comment_tells_of_is_found() {
    let mut checked = 0;
    for (name, _) in EXAMPLES {
        let found = example(name).gaps;
        let subject_and_rule = |word: &&str| word.contains(':') && !word.contains(' ') && !word.ends_with(':');
        for path in yaml_files(name) {
            let text = std::fs::read_to_string(&path).unwrap();
            for comment in text.lines().filter_map(|line| line.split_once('#').map(|(_, comment)| comment)) {
                for id in comment.split('`').skip(1).step_by(2).filter(subject_and_rule) {
                    assert!(found.contains_key(id), "{}: a comment tells of `{id}`", path.display());
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 20, "the comments of the examples name gaps; {checked} were seen");
}

fn yaml_files(name: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("examples").join(name)).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.extension().is_some_and(|extension| extension == "yaml")).collect()
}

/// What `gapcheck schema` prints for editors agrees with what the reader took: of a folder each file is a part.
#[test]
fn every_example_meets_the_schema_of_the_format() {
    let mut held = 0;
    for (name, _) in EXAMPLES {
        let files = yaml_files(name);
        let schema = gapcheck::report::inventory_schema::inventory_schema(files.len() > 1);
        let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
        for path in files {
            let yaml: Value = serde_yaml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            let json = serde_json::to_value(&yaml).expect("keys that are texts");
            let faults: Vec<String> = validator.iter_errors(&json).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{}: {faults:#?}", path.display());
            held += 1;
        }
    }
    assert_eq!(held, 12 + 3, "twelve files of acme and one of each of the others");
}

#[test]
fn acme_holds_every_key_of_the_format() {
    let mut definitions = Definitions::default();
    let schema = Document::describe(&mut definitions);
    let definitions = definitions.into_value();
    let mut met = BTreeSet::new();
    for path in yaml_files("acme") {
        let value: Value = serde_yaml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        walk(&schema, &value, &definitions, &mut met);
    }
    let known = definitions.as_object().unwrap().iter().flat_map(|(name, schema)| {
        let keys = schema.get("properties").and_then(Value::as_object).into_iter().flat_map(|map| map.keys());
        keys.map(move |key| format!("{name}.{key}"))
    });
    let missing: Vec<String> = known.filter(|key| !met.contains(key)).collect();
    assert!(missing.is_empty(), "keys of the format that acme does not show: {missing:?}");
    assert!(met.contains("TestException.root_cause") && met.contains("Freshness.per_event"), "{met:?}");
}

/// Notes every key of every record that a value holds, guided by the schema.
fn walk(schema: &Value, value: &Value, definitions: &Value, met: &mut BTreeSet<String>) {
    for choice in schema.get("anyOf").and_then(Value::as_array).into_iter().flatten() {
        walk(choice, value, definitions, met);
    }
    for item in value.as_array().into_iter().flatten() {
        schema.get("items").into_iter().for_each(|schema| walk(schema, item, definitions, met));
    }
    let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/")) else {
        return;
    };
    let schema = &definitions[name];
    let properties = schema.get("properties").and_then(Value::as_object);
    for (key, inner) in properties.into_iter().flatten() {
        if let Some(inner_value) = value.get(key).filter(|value| !value.is_null()) {
            met.insert(format!("{name}.{key}"));
            walk(inner, inner_value, definitions, met);
        }
    }
}

#[test]
fn acme_covers_the_criteria_and_tells_its_decisions_apart() {
    let outcome = example("acme");
    let accepted: Vec<&String> = outcome.gaps.iter().filter(|(_, (_, accepted))| *accepted).map(|(id, _)| id).collect();
    assert_eq!(accepted, ["CC6.3:system-not-covered:legacy"]);
    let with = |wanted: Verdict| -> Vec<&str> {
        outcome.design.iter().filter(|(_, verdict)| **verdict == wanted).map(|(id, _)| id.as_str()).collect()
    };
    assert_eq!(outcome.design.len(), 61);
    assert_eq!(with(Verdict::NotApplicable), ["CC6.4", "P3.1"]);
    assert_eq!(with(Verdict::Gap), ["P6.7", "PI1.5"]);
}

#[test]
fn acme_shows_every_verdict_on_operation() {
    let outcome = example("acme");
    let with = |wanted: Verdict| -> Vec<&str> {
        outcome.operation.iter().filter(|(_, verdict)| **verdict == wanted).map(|(id, _)| id.as_str()).collect()
    };
    assert_eq!(outcome.operation.len(), 61);
    assert_eq!(with(Verdict::Gap), ["P6.7", "P7.1", "PI1.5"]);
    assert_eq!(with(Verdict::Unverified), ["P1.1"]);
    // A successor of a control retired within the period, and one that nothing stood in for.
    assert_eq!(outcome.operation["P6.2"], Verdict::NoGap);
    assert_eq!((outcome.operation["P5.1"], outcome.operation["P5.2"]), (Verdict::Partial, Verdict::Partial));
    // Recorded zeros: in a list with no items, and in a test that found nothing to draw from.
    assert_eq!((outcome.operation["P6.3"], outcome.operation["CC1.1"]), (Verdict::NoGap, Verdict::NoGap));
    assert!(with(Verdict::NoGap).len() > with(Verdict::Partial).len(), "most of it is in order");
    assert!(with(Verdict::Partial).len() > 15);
}

/// The README of acme says which rules cannot show there, and how they do.
#[test]
fn acme_shows_every_rule_but_three() {
    let rule_of = |id: &String| id.split(':').nth(1).unwrap().to_owned();
    let shown: BTreeSet<String> = told("acme").iter().map(rule_of).collect();
    let missing: Vec<&str> = RULES.iter().map(|rule| rule.info.name).filter(|name| !shown.contains(*name)).collect();
    assert_eq!(missing, ["period-too-short", "period-too-long", "systems-undefined"]);
    assert!(example("startup").gaps.contains_key("scope:systems-undefined"));
    for (start, rule) in [("2026-10-02", "period-too-short"), ("2025-12-31", "period-too-long")] {
        let folder = tempfile::tempdir().unwrap();
        for path in yaml_files("acme") {
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.replace(
                "period: { start: 2026-07-01, end: 2026-12-31 }",
                &format!("period: {{ start: {start}, end: 2026-12-31 }}"),
            );
            std::fs::write(folder.path().join(path.file_name().unwrap()), text).unwrap();
        }
        let gaps = assess(folder.path(), day()).gaps;
        assert!(gaps.contains_key(&format!("scope:{rule}")), "{rule}: {:#?}", gaps.keys());
    }
}

#[test]
fn one_criterion_of_the_nearly_finished_one_is_left() {
    let outcome = example("nearly-finished");
    let left: Vec<_> = outcome.design.iter().filter(|(_, verdict)| **verdict != Verdict::NoGap).collect();
    assert_eq!(left, [(&"CC9.1".to_owned(), &Verdict::Partial)]);
    assert_eq!(outcome.design.len(), 33);
}

#[test]
fn evidence_of_the_nearly_finished_one_grows_old() {
    let later = assess(&root().join("examples/nearly-finished"), Date::new(2026, 12, 18).unwrap()).gaps;
    let stale: Vec<&str> =
        later.keys().filter_map(|id| id.strip_suffix(":evidence-stale")).collect::<BTreeSet<_>>().into_iter().collect();
    // Weekly: OP-02, 13 November and 30 days. Monthly: IN-01, RI-03 and TE-06, 31 October and 45 days.
    assert_eq!(stale, ["IN-01", "OP-02", "RI-03", "RI-07", "TE-06"]);
}

#[test]
fn the_gate_fails_on_the_new_system_alone() {
    let outcome = example("ci-gate");
    assert!(outcome.gate_failed);
    assert_eq!(outcome.gaps.get("CC6.3:system-not-covered:reports"), Some(&(Level::VeryHigh, false)));
    let text = std::fs::read_to_string(root().join("examples/ci-gate/inventory.yaml")).unwrap();
    let mended = text.replace("systems: [app, store]", "systems: [app, store, reports]");
    assert_ne!(mended, text);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("inventory.yaml");
    std::fs::write(&path, mended).unwrap();
    let outcome = assess(&path, day());
    assert!(!outcome.gate_failed);
    assert_eq!(outcome.gaps, BTreeMap::new());
}

#[test]
fn the_first_inventory_flatters_nobody() {
    let outcome = example("startup");
    let unverified = outcome.design.values().filter(|verdict| **verdict == Verdict::Unverified).count();
    let free = outcome.design.values().filter(|verdict| **verdict == Verdict::NoGap).count();
    assert!(unverified > free, "{unverified} unverified, {free} without a gap");
    let files = io::input::read(&[root().join("examples/startup")]).unwrap().sources;
    assert!(files.iter().all(|(_, file)| !file.text.contains("\nsystems:") && !file.text.contains("\npeople:")));
}

#[test]
fn hashes_in_the_examples_are_those_of_their_files_but_one() {
    for (name, expected) in [("acme", 1), ("nearly-finished", 0)] {
        let gaps = example(name).gaps;
        assert_eq!(gaps.keys().filter(|id| id.ends_with(":evidence-altered")).count(), expected, "{name}");
    }
}

#[test]
fn the_hostile_inventory_is_valid_and_hostile() {
    let path = root().join("tests/fixtures/hostile.yaml");
    let (_, inventory, _) = read(&path);
    let text = |id: &str| {
        let at = inventory.index.controls[id];
        let control = &inventory.controls[at];
        (control.name.0.as_str(), control.description.as_deref().unwrap_or_default())
    };
    let (_, long) = text("LONG-1");
    assert_eq!(long.chars().count(), 100_000);
    assert!(long.contains(&"x".repeat(50_000)), "half of it has no blank");
    assert!(text("AC-1").0.starts_with("=HYPERLINK("));
    assert!(text("AC-2").0.contains("\u{1b}]52;") && text("AC-2").0.contains('\u{9b}'));
    assert!(text("AC-3").0.contains('\u{202e}') && text("AC-3").0.contains('\u{200b}'));
    assert!(text("CH-1").0.starts_with("::error ") && text("CH-1").1.contains("\n##[command]"));
    assert!(text("XM-1").0.starts_with("]]>") && text("XM-1").1.contains('\0'));
    assert_eq!((text("MM-1").0, text("null").0), ("end", "null"));
    let outcome = assess(&path, day());
    assert!(outcome.gaps.len() > 50, "it is full of gaps, so that its texts come back: {}", outcome.gaps.len());
}
