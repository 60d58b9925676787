//! Words that only an auditor may use of an organisation, or nobody, are never ours: not in a report, a page, a help text.
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

#[path = "common/sampling.rs"]
mod sampling;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gapcheck::Request;
use gapcheck::assess::holdings::holdings;
use gapcheck::assess::rule::infos;
use gapcheck::crosswalk::crosswalk;
use gapcheck::io;
use gapcheck::load::catalog::{bundled, glossary};
use gapcheck::load::crosswalk::mappings;
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::date::Date;
use gapcheck::model::description::DescriptionState;
use gapcheck::model::due::Horizon;
use gapcheck::model::files::Files;
use gapcheck::model::level::Level;
use gapcheck::model::portfolio::Order;
use gapcheck::portfolio::client::client;
use gapcheck::portfolio::{Common, portfolio};
use gapcheck::report::binder;
use gapcheck::report::binder::contents::{Binder, Ground};
use gapcheck::report::binder::requests::requests;
use gapcheck::report::checklist::CHECKLIST_FORMATS;
use gapcheck::report::criteria::{CRITERIA_FORMATS, Selection, browse};
use gapcheck::report::crosswalk::CROSSWALK_FORMATS;
use gapcheck::report::crosswalk::shown::{Asked, Part, Shown};
use gapcheck::report::description::{self, DESCRIPTION_FORMATS, Layout};
use gapcheck::report::due::DUE_FORMATS;
use gapcheck::report::explain::{Knowledge, explain};
use gapcheck::report::format::Content;
use gapcheck::report::inventory_schema::inventory_schema;
use gapcheck::report::matrix::MATRIX_FORMATS;
use gapcheck::report::matrix::row::Matrix;
use gapcheck::report::plan::PLAN_FORMATS;
use gapcheck::report::plan::page::PlanPage;
use gapcheck::report::portfolio::PORTFOLIO_FORMATS;
use gapcheck::report::sample::SAMPLE_FORMATS;
use gapcheck::report::{FORMATS, Format, Options, json};
use sampling::samplings;

const WORDS: [&str; 7] =
    ["compliant", "certified", "audit-ready", "audit ready", "satisfied", "passes soc 2", "passed soc 2"];

/// The first of the words that occurs as a word of its own, with what stands around it.
fn found(text: &str) -> Option<String> {
    // Lines that were wrapped are one sentence.
    let text = anstream::adapter::strip_str(text).to_string().to_lowercase();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    WORDS.iter().find_map(|word| {
        let (at, _) = text.match_indices(word).find(|(at, _)| {
            !letter(text[..*at].chars().next_back()) && !letter(text[at + word.len()..].chars().next())
        })?;
        let start = text[..at].char_indices().rev().nth(30).map_or(0, |(at, _)| at);
        Some(text[start..].chars().take(80).collect())
    })
}

#[track_caller]
fn assert_ours(what: &str, text: &str) {
    assert_eq!(found(text), None, "{what}");
}

/// The two values that OSCAL has for the state of an objective, in the one field that has them. They are that format's words
/// and it knows no others; anywhere else in it, and in every other format, the word is as much forbidden as the others.
const OSCAL_STATES: [&str; 2] = [r#""state": "satisfied","#, r#""state": "not-satisfied","#];
/// The same where they are written in the source.
const OSCAL_NAMES: [&str; 2] = [r#"#[serde(rename = "satisfied")]"#, r#"#[serde(rename = "not-satisfied")]"#];

/// What scanners write for what passed and failed: words that are read, and printed nowhere.
const SCANNER_WORDS: [&str; 4] = [r#""compliant""#, r#""non-compliant""#, r#""Non_Compliant""#, r#""not-compliant""#];

/// A text without some parts of it.
fn without(parts: &[&str], text: &str) -> String {
    parts.iter().fold(text.to_owned(), |text, part| text.replace(part, ""))
}

/// A report as it is held to our words.
fn report(format: &Format, assessment: &Assessment<'_>, options: &Options) -> String {
    let text = (format.render)(assessment, options).into_text();
    if format.name.starts_with("oscal-") { without(&OSCAL_STATES, &text) } else { text }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn day() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

#[test]
fn the_words_would_be_found() {
    for text in
        ["You are Compliant.", "is\n   certified", "(AUDIT-READY)", "\u{1b}[1msatisfied\u{1b}[0m", "it passes SOC 2"]
    {
        assert!(found(text).is_some(), "{text}");
    }
    assert_eq!(found("noncompliant uncertified dissatisfied bypasses socks 2 certifiedly"), None);
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() { paths.extend(files(&path)) } else { paths.push(path) }
    }
    paths.sort();
    paths
}

#[test]
fn the_words_of_oscal_are_excepted_in_their_field_alone() {
    assert_eq!(found(&without(&OSCAL_STATES, "{\n  \"state\": \"not-satisfied\",\n}")), None);
    for text in ["\"title\": \"satisfied\",", "\"state\": \"satisfied by all\",", "it is satisfied"] {
        assert!(found(&without(&OSCAL_STATES, text)).is_some(), "{text}");
    }
}

#[test]
fn no_source_and_no_catalog_holds_them() {
    // Whatever is written anywhere in the source is caught, before any run has to print it.
    for folder in ["src", "criteria", "schemas", "examples", "init", "propose", "templates"] {
        let paths = files(&root().join(folder));
        assert!(!paths.is_empty(), "{folder}");
        for path in paths {
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
            let excepted: &[(&str, &[&str])] =
                &[("src/report/oscal/finding.rs", &OSCAL_NAMES), ("src/import/scan/outcome.rs", &SCANNER_WORDS)];
            let of_this = excepted.iter().filter(|(file, _)| path.ends_with(file));
            let text = of_this.fold(text, |text, (_, parts)| without(parts, &text));
            assert_ours(&path.display().to_string(), &text);
        }
    }
    for path in ["tests/healthy.yaml", "tests/inventory/complete.yaml", "tests/fixtures/hostile.yaml"] {
        assert_ours(path, &fs::read_to_string(root().join(path)).unwrap());
    }
}

/// Assesses every inventory of the repository.
fn each_assessment(mut look: impl FnMut(&str, &Assessment<'_>)) {
    let catalog = bundled().unwrap();
    let mut paths: Vec<PathBuf> = fs::read_dir(root().join("examples"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    paths.extend(["tests/healthy.yaml", "tests/inventory/complete.yaml"].map(|path| root().join(path)));
    assert!(paths.len() >= 6);
    for path in paths {
        let input = io::input::read(std::slice::from_ref(&path)).unwrap();
        let inventory = gapcheck::read(&input.sources, &catalog, day()).unwrap();
        let files = io::evidence::look_up(&inventory, &input.sources);
        for fail_on in [None, Some(Level::VeryLow), Some(Level::VeryHigh)] {
            let request = Request { as_of: day(), fail_on, baseline: None };
            look(
                &path.display().to_string(),
                &gapcheck::assess(&input.sources, &inventory, &catalog, &files, &request),
            );
        }
    }
}

#[test]
fn no_report_uses_them() {
    each_assessment(|what, assessment| {
        for format in FORMATS {
            for quiet in [false, true] {
                assert_ours(what, &report(format, assessment, &Options { quiet, ..Options::default() }));
            }
        }
        let matrix = Matrix::of(assessment, None);
        for (format, width) in MATRIX_FORMATS.iter().flat_map(|format| [(format, 80), (format, 200)]) {
            assert_ours(what, &(format.render)(&matrix, width));
        }
        for page in [PlanPage::of(assessment), PlanPage::of(assessment).this_week()] {
            for (format, width) in PLAN_FORMATS.iter().flat_map(|format| [(format, 80), (format, 200)]) {
                assert_ours(what, &(format.render)(&page, width));
            }
        }
        let asked = gapcheck::load::catalog::description().unwrap();
        let description = gapcheck::description(assessment, &asked);
        for (format, width) in DESCRIPTION_FORMATS.iter().flat_map(|format| [(format, 80), (format, 200)]) {
            for fail_on in [None, Some(DescriptionState::Partly)] {
                assert_ours(what, &(format.render)(&description, &Layout { width, fail_on }));
            }
        }
        let common =
            Common { catalog: assessment.catalog, as_of: day(), fail_on: assessment.gate.fail_on, order: Order::Risk };
        let table = portfolio(&common, vec![client("acme.yaml", assessment)], Vec::new());
        for (format, width) in PORTFOLIO_FORMATS.iter().flat_map(|format| [(format, 80), (format, 200)]) {
            assert_ours(what, &(format.render)(&table, width));
        }
        for format in CHECKLIST_FORMATS {
            assert_ours(what, &(format.render)(assessment, 80));
        }
    });
}

#[test]
fn no_trend_uses_them() {
    let catalog = bundled().unwrap();
    each_assessment(|what, assessment| {
        let readiness = |day| gapcheck::readiness(assessment.inventory, &catalog, &Files::default(), day);
        let revision = gapcheck::model::trend::Revision::default();
        let judged = |revision, as_of| gapcheck::trend::Judged {
            revision,
            as_of,
            paths: vec!["in.yaml".to_owned()],
            readiness: readiness(as_of),
        };
        let earlier = Date::new(2026, 5, 22).unwrap();
        let judged = vec![judged(Some(revision.clone()), earlier), judged(None, day())];
        let skipped = gapcheck::model::trend::Skipped {
            revision: Some(revision.clone()),
            why: "it has a problem".to_owned(),
            problems: 3,
        };
        let trend = gapcheck::model::trend::Trend {
            inventory: vec!["in.yaml".to_owned()],
            basis: gapcheck::model::trend::Basis::OneDay(day()),
            wanted: gapcheck::model::trend::Wanted { max: Some(2), ..Default::default() },
            points: gapcheck::trend::points(judged),
            skipped: vec![skipped],
            revisions: 9,
            assessments: 2,
            shallow: Some(revision),
            formerly: vec!["old.yaml".to_owned()],
            uncommitted_files: 2,
            pointers: 1,
            files_assumed: true,
        };
        for (format, width) in
            gapcheck::report::trend::TREND_FORMATS.iter().flat_map(|format| [(format, 60), (format, 200)])
        {
            assert_ours(what, &(format.render)(&trend, width));
        }
    });
}

#[test]
fn no_crosswalk_uses_them() {
    let (catalog, mappings) = (bundled().unwrap(), mappings().unwrap());
    let whole = |mapping| Part::of(&Asked { clauses: &[], criteria: None }, mapping, &[]).unwrap();
    for format in CROSSWALK_FORMATS {
        assert_ours(format.name, &(format.render)(&Shown::Frameworks(&mappings), 100));
        for mapping in &mappings {
            let at_length: Vec<String> = mapping.whole.clone();
            let at_length = Part::of(&Asked { clauses: &at_length, criteria: None }, mapping, &[]).unwrap();
            for part in [whole(mapping), at_length] {
                let shown = Shown::Mapping { mapping, catalog: &catalog, part };
                assert_ours(&mapping.name, &(format.render)(&shown, 100));
            }
        }
    }
    each_assessment(|what, assessment| {
        for mapping in mappings.iter().filter(|_| assessment.gate.fail_on.is_none()) {
            let crosswalk = crosswalk(assessment, mapping);
            let clause = mapping.targets[0].id.clone();
            let one = Part::of(&Asked { clauses: &[clause], criteria: None }, mapping, &[]).unwrap();
            for part in [whole(mapping), one] {
                let shown = Shown::Crosswalk { crosswalk: &crosswalk, part };
                for format in CROSSWALK_FORMATS {
                    assert_ours(what, &(format.render)(&shown, 100));
                }
            }
        }
    });
}

#[test]
fn no_binder_uses_them() {
    let catalog = bundled().unwrap();
    each_assessment(|what, assessment| {
        let horizon = Horizon { as_of: day(), until: Date::new(2027, 6, 30).unwrap() };
        let (files, folders) = (Files::default(), io::lock::folders(assessment.sources));
        let agenda = gapcheck::due(assessment.inventory, &catalog, &files, horizon);
        let holdings = holdings(assessment.inventory, &files, &folders);
        let binder = Binder::of(Ground { assessment, agenda: &agenda, holdings: &holdings, folders: &folders });
        let requests = requests(&binder);
        for page in binder::pages(&binder, &requests) {
            assert_ours(what, &page.text);
        }
        let told = binder::Packed { binder: &binder, requests: &requests, path: "binder.zip", bytes: 1 };
        assert_ours(what, &binder::packed(&told, 100));
        assert_ours(what, &binder::refusal(&holdings, &folders).unwrap_or_default());
    });
}

#[test]
fn no_answer_to_a_buyer_uses_them() {
    let asked = gapcheck::load::enterprise::asked().unwrap();
    each_assessment(|what, assessment| {
        let files = Files::default();
        let enterprise = gapcheck::enterprise::enterprise(assessment, &files, &asked);
        for (for_buyers, fail_on) in
            [(false, None), (true, None), (false, Some(gapcheck::model::enterprise::FailOn::OutOfDate))]
        {
            let options = gapcheck::report::enterprise::options::Options { for_buyers, fail_on, ..Default::default() };
            let sheet = gapcheck::report::enterprise::sheet::Sheet::of(&enterprise, &options);
            for format in gapcheck::report::enterprise::ENTERPRISE_FORMATS {
                assert_ours(what, &(format.render)(&sheet, 100).into_text());
            }
        }
    });
}

#[test]
fn no_sample_uses_them() {
    let catalog = bundled().unwrap();
    each_assessment(|what, assessment| {
        for sampling in samplings(assessment.inventory, &catalog, "PR-") {
            for format in SAMPLE_FORMATS {
                if let Content::Text(text) = (format.render)(&sampling, 100) {
                    assert_ours(what, &text);
                }
            }
        }
    });
}

#[test]
fn no_list_of_what_is_due_uses_them() {
    let catalog = bundled().unwrap();
    each_assessment(|what, assessment| {
        let horizon = Horizon { as_of: day(), until: Date::new(2027, 6, 30).unwrap() };
        let files = Files::default();
        let agenda = gapcheck::due(assessment.inventory, &catalog, &files, horizon);
        assert!(!agenda.items.is_empty(), "{what}");
        for format in DUE_FORMATS {
            assert_ours(what, &(format.render)(&agenda, 100));
        }
    });
}

#[test]
fn no_difference_uses_them() {
    let catalog = bundled().unwrap();
    let files = Files::default();
    let mut last: Option<(gapcheck::model::snapshot::Assessed, gapcheck::model::inventory::Inventory)> = None;
    each_assessment(|what, assessment| {
        let inventory = assessment.inventory;
        let side = gapcheck::model::snapshot::Side::of(what.to_owned(), inventory, &catalog, day());
        let snapshot = gapcheck::snapshot(inventory, &catalog, &files, day());
        let now = gapcheck::model::snapshot::Assessed { side, snapshot };
        if let Some((before, old)) = last.replace((now.clone(), inventory.clone())) {
            let (old_files, new_files) = (&files, &files);
            let between =
                gapcheck::diff::Between { old: &old, old_files, new: inventory, new_files, numbered_from: 99 };
            for between in [Some(&between), None] {
                let fail_on = assessment.gate.fail_on;
                let difference = gapcheck::difference((before.clone(), now.clone()), between, &catalog, fail_on);
                for format in gapcheck::report::diff::DIFF_FORMATS {
                    assert_ours(what, &(format.render)(&difference, 100));
                }
            }
        }
    });
}

#[test]
fn not_even_of_an_organisation_without_a_gap() {
    let catalog = bundled().unwrap();
    let sources = single("healthy.yaml", &fs::read_to_string(root().join("tests/healthy.yaml")).unwrap());
    let inventory = gapcheck::read(&sources, &catalog, day()).unwrap();
    let request = Request { as_of: day(), fail_on: Some(Level::VeryLow), baseline: None };
    let assessment = gapcheck::assess(&sources, &inventory, &catalog, &Files::default(), &request);
    assert_eq!(assessment.gaps.len(), 0);
    for format in FORMATS {
        let text = report(format, &assessment, &Options::default());
        assert_ours(format.name, &text);
        // A list of gaps is empty, and says nothing.
        if ["jsonl", "gitlab"].contains(&format.name) {
            assert_eq!(text.trim_end(), if format.name == "gitlab" { "[]" } else { "" });
            continue;
        }
        if ["csv", "csv-tasks"].contains(&format.name) {
            assert_eq!(text.lines().count(), 1, "{}", format.name);
            continue;
        }
        if !matches!((format.render)(&assessment, &Options::default()), Content::Text(_)) {
            continue;
        }
        // The best that can be said is said.
        assert!(
            text.to_lowercase().contains("no gap identified")
                || text.contains("\"no_gap\"")
                || text.contains("\"no-gap\""),
            "{}",
            format.name
        );
    }
}

#[test]
fn no_page_uses_them() {
    let (catalog, rules, terms) = (bundled().unwrap(), infos(), glossary().unwrap());
    let knowledge = Knowledge { catalog: &catalog, rules: &rules, terms: &terms };
    let points = catalog
        .criteria
        .iter()
        .flat_map(|one| one.points.iter().map(move |point| format!("{}/{}", one.id, point.slug)));
    let mut things: Vec<String> = rules.iter().map(|rule| rule.name.to_owned()).collect();
    things.extend(catalog.criteria.iter().map(|one| one.id.to_string()).chain(points));
    things.extend(terms.iter().map(|term| term.name.clone()));
    things.extend(catalog.series.iter().map(|series| series.id.clone()));
    assert!(things.len() > 34 + 61 + 330 + 60, "{}", things.len());
    for thing in things.iter().map(|thing| Some(thing.as_str())).chain([None]) {
        let page = explain(thing, &knowledge, None).unwrap_or_else(|unknown| panic!("{unknown}"));
        assert_ours(thing.unwrap_or("the overview"), &page.terminal(100));
        assert_ours(thing.unwrap_or("the overview"), &page.markdown());
    }
    each_assessment(|what, assessment| {
        if assessment.gate.fail_on.is_some() {
            return;
        }
        let controls = assessment.inventory.controls.iter().map(|control| control.id.to_string());
        let gaps = assessment.gaps.iter().map(|gap| gap.id().to_owned());
        for thing in controls.chain(gaps) {
            let page = explain(Some(&thing), &knowledge, Some(assessment)).unwrap();
            assert_ours(&format!("{what}: {thing}"), &page.terminal(100));
        }
    });
    for format in CRITERIA_FORMATS {
        let all = browse(&catalog, &Selection { ids: Vec::new() }, format, 100).unwrap();
        assert_ours(format.name, &all);
        for criterion in &catalog.criteria {
            let one = browse(&catalog, &Selection { ids: vec![criterion.id.to_string()] }, format, 100).unwrap();
            assert_ours(&criterion.id.to_string(), &one);
        }
    }
}

/// Every command, as the program lists them.
fn commands() -> Vec<String> {
    let help = Command::new(env!("CARGO_BIN_EXE_gapcheck")).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let listed = help.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1);
    // A description that is too long for its line goes on further in.
    let lines = listed.take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("   "));
    let named = lines.filter_map(|line| line.split_whitespace().next());
    named.filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn no_help_and_no_schema_uses_them() {
    for part in [false, true] {
        assert_ours("the schema of an inventory", &inventory_schema(part).to_string());
    }
    assert_ours("the schema of a result", json::SCHEMA);
    assert_ours("the schema of a description", description::SCHEMA);
    assert_ours("the schema of a difference", gapcheck::report::diff::SCHEMA);
    assert_ours("the schema of a trend", gapcheck::report::trend::SCHEMA);
    assert_ours("the schema of what buyers ask", gapcheck::report::enterprise::SCHEMA);
    let commands = commands();
    assert!(commands.len() > 15, "{commands:?}");
    let helps = commands.iter().map(|command| vec![command, "--help"]);
    let pages = commands.iter().map(|command| vec!["man", command]);
    let due = [vec!["evidence", "--help"], vec!["evidence", "due", "--help"], vec!["man", "evidence"]];
    let scripts = ["bash", "zsh", "fish"].map(|shell| vec!["completions", shell]);
    for arguments in helps.chain(pages).chain(due).chain(scripts).chain([vec!["--help"], vec!["-h"], vec!["man"]]) {
        let output = Command::new(env!("CARGO_BIN_EXE_gapcheck")).args(&arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}");
        assert_ours(&arguments.join(" "), &String::from_utf8(output.stdout).unwrap());
    }
}

#[test]
fn what_an_organisation_says_of_itself_comes_back_as_its_own_words() {
    let catalog = bundled().unwrap();
    let name = "We are certified, compliant, audit-ready and satisfied";
    let yaml =
        format!("organization: Acme\ncontrols: [{{ id: A-1, name: '{name}', criteria: [CC6.1], status: planned }}]\n");
    let sources = single("in.yaml", &yaml);
    let inventory = gapcheck::read(&sources, &catalog, day()).unwrap();
    let request = Request { as_of: day(), fail_on: None, baseline: None };
    let assessment = gapcheck::assess(&sources, &inventory, &catalog, &Files::default(), &request);
    for format in FORMATS {
        // One line holds what is wide enough.
        let text = report(format, &assessment, &Options { width: 300, ..Options::default() });
        // A property of an annotation holds no comma.
        let text = if format.name == "github" { text.replace("%2C", ",") } else { text };
        // A row for each criterion names no control but by its id; a workbook is no text.
        assert_eq!(text.contains(name), !["csv-criteria", "xlsx"].contains(&format.name), "{}", format.name);
        assert_ours(format.name, &text.replace(name, ""));
    }
}
