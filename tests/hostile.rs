//! Text that means harm comes back as text: in every format, on every page, and in what is said of an inventory's faults.
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

use std::path::PathBuf;
use std::process::Command;

use gapcheck::Request;
use gapcheck::assess::holdings::holdings;
use gapcheck::assess::rule::infos;
use gapcheck::crosswalk::crosswalk;
use gapcheck::io;
use gapcheck::load::baseline::baseline;
use gapcheck::load::catalog::{bundled, glossary};
use gapcheck::load::crosswalk::mappings;
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::date::Date;
use gapcheck::model::description::DescriptionState;
use gapcheck::model::due::Horizon;
use gapcheck::model::level::Level;
use gapcheck::model::portfolio::{Order, Portfolio, Unassessed};
use gapcheck::portfolio::client::client;
use gapcheck::portfolio::{Common, portfolio};
use gapcheck::report::binder;
use gapcheck::report::binder::contents::{Binder, Ground};
use gapcheck::report::binder::requests::requests;
use gapcheck::report::checklist::{self, CHECKLIST_FORMATS};
use gapcheck::report::crosswalk::CROSSWALK_FORMATS;
use gapcheck::report::crosswalk::shown::{Asked, Part, Shown};
use gapcheck::report::description::{self, DESCRIPTION_FORMATS, Layout};
use gapcheck::report::explain::{Knowledge, explain};
use gapcheck::report::format::Content;
use gapcheck::report::plan::page::PlanPage;
use gapcheck::report::plan::{self, PLAN_FORMATS};
use gapcheck::report::portfolio::PORTFOLIO_FORMATS;
use gapcheck::report::sample::SAMPLE_FORMATS;
use gapcheck::report::{FORMATS, Options, by_name, problems};
use sampling::samplings;
use serde_json::Value;

/// What no report may hold as it is: what drives a terminal, reorders text, or hides in it.
fn is_harmful(c: char) -> bool {
    let hidden = "\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{180e}\u{200b}\u{200e}\u{200f}\u{2028}\u{2029}\u{feff}\u{3164}\u{ffa0}";
    let reorders = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{e0000}'..='\u{e007f}');
    (c.is_control() && c != '\n') || hidden.contains(c) || reorders
}

/// Holds a text to being text: nothing harmful, and no escape but the styles this program writes itself.
#[track_caller]
fn assert_tame(what: &str, text: &str) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        assert_plain(what, before);
        let codes = after.strip_prefix('[').and_then(|after| after.split_once('m'));
        let Some((_, after)) = codes.filter(|(codes, _)| codes.chars().all(|c| c.is_ascii_digit() || c == ';')) else {
            panic!("{what}: an escape that is no style: {:?}", after.chars().take(20).collect::<String>());
        };
        rest = after;
    }
    assert_plain(what, rest);
}

#[track_caller]
fn assert_plain(what: &str, text: &str) {
    if let Some(at) = text.find(is_harmful) {
        let near: String = text[at..].chars().take(20).collect();
        panic!("{what}: {near:?}");
    }
}

/// Holds a text to what a CI system reads as nothing but a log.
#[track_caller]
fn assert_no_command(what: &str, text: &str) {
    for line in text.split(['\n', '\r']) {
        let line = anstream::adapter::strip_str(line).to_string();
        assert!(!line.trim_start().starts_with("::"), "{what}: {line:.200}");
        for command in ["##[", "##vso[", "##teamcity["] {
            assert!(!line.contains(command), "{what}: {line:.200}");
        }
    }
}

fn fixture() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hostile.yaml")
}

fn day() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

/// An earlier result whose ids and level-headedness are somebody else's.
const BEFORE: &str = r#"{ "schema_version": 1, "as_of": "2026-10-22", "gaps": [
    { "id": "\u001b[2J\u202e|<script>##[error]`x`", "risk": { "level": "low" } },
    { "id": "\n::error::owned\n| a | b |", "risk": { "level": "high" } } ] }"#;

/// Assesses the hostile inventory, as it is and with each of its quirks turned on.
fn assessed(compared: bool, look: impl FnOnce(&Assessment<'_>)) {
    let catalog = bundled().unwrap();
    let input = io::input::read(&[fixture()]).unwrap();
    let inventory = gapcheck::read(&input.sources, &catalog, day()).unwrap();
    let files = io::evidence::look_up(&inventory, &input.sources);
    let baseline = compared.then(|| baseline(BEFORE).unwrap());
    let request = Request { as_of: day(), fail_on: Some(Level::VeryLow), baseline };
    look(&gapcheck::assess(&input.sources, &inventory, &catalog, &files, &request));
}

fn layouts() -> Vec<Options> {
    let widths = [40, 80, 100, 200].map(|width| Options { width, ..Options::default() });
    let quiet = Options { quiet: true, ..Options::default() };
    widths.into_iter().chain([quiet]).collect()
}

#[test]
fn no_format_passes_on_what_does_harm() {
    for compared in [false, true] {
        assessed(compared, |assessment| {
            for format in FORMATS {
                for options in layouts() {
                    let text = (format.render)(assessment, &options).into_text();
                    // Lines of CSV end in two characters.
                    let text = if format.extension == "csv" { text.replace("\r\n", "\n") } else { text };
                    let what = format!("{} at {}", format.name, options.width);
                    assert_tame(&what, &text);
                    assert!(format.styled || !text.contains('\u{1b}'), "{what}: an escape");
                    if format.name == "github" {
                        assert_commands_are_ours(&what, &text);
                    } else if !format.styled {
                        assert_no_command(&what, &text);
                    }
                }
            }
        });
    }
}

/// Holds a text to being commands of ours alone: an annotation a line, and in it nothing but its properties and its message.
#[track_caller]
fn assert_commands_are_ours(what: &str, text: &str) {
    for line in text.lines() {
        let (command, message) = line[2..].split_once("::").unwrap_or_else(|| panic!("{what}: {line:.200}"));
        let (name, properties) = command.split_once(' ').unwrap();
        assert!(line.starts_with("::") && ["error", "warning", "notice"].contains(&name), "{what}: {line:.200}");
        for property in properties.split(',') {
            let (key, value) = property.split_once('=').unwrap_or_else(|| panic!("{what}: {line:.200}"));
            let keys = ["file", "line", "endLine", "col", "endColumn", "title"];
            assert!(keys.contains(&key) && !value.contains(':'), "{what}: {line:.200}");
        }
        assert!(!message.contains("##["), "{what}: {line:.200}");
    }
}

/// Runs the program on the hostile inventory and gives what it printed.
fn printed(arguments: &[&str], columns: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command.args(arguments).env("COLUMNS", columns).env_remove("NO_COLOR");
    let output = command.output().unwrap();
    assert!(output.stderr.is_empty(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What styled texts look like is settled where they are printed, so the program itself is asked.
#[test]
fn nothing_printed_is_a_command_to_a_ci_system() {
    let path = fixture();
    let path = path.to_str().unwrap();
    let mut broken = String::new();
    for columns in ["40", "57", "100", "160"] {
        for colour in ["never", "always"] {
            let text = printed(&["assess", path, "--as-of", "2026-11-22", "--color", colour], columns);
            assert_no_command(&format!("assess at {columns}"), &text);
            assert_tame("assess", &text);
            broken += &text;
            for asked in
                [&["plan"][..], &["plan", "--this-week"], &["checklist"], &["crosswalk", "iso27001"], &["enterprise"]]
            {
                let asked = [asked, &[path, "--as-of", "2026-11-22", "--color", colour]].concat();
                let text = printed(&asked, columns);
                assert_no_command(&format!("{asked:?} at {columns}"), &text);
                assert_tame("the plan", &text);
            }
        }
    }
    for thing in ["CH-1", "CH-2", "CH-1:control-not-in-place", "LONG-1", "CC8.1", "CC6.4"] {
        for format in ["terminal", "markdown", "json"] {
            let text = printed(
                &["explain", thing, "-i", path, "--as-of", "2026-11-22", "-f", format, "--color", "always"],
                "60",
            );
            assert_no_command(&format!("explain {thing} as {format}"), &text);
            broken += &text;
        }
    }
    // The words are there, only broken.
    assert!(broken.contains(" ## [error]Not a title"), "{broken}");
}

#[test]
fn a_line_that_begins_like_a_command_is_broken() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("in.yaml");
    let path = path.to_str().unwrap();
    let text = "organization: '::error file=x::owned'\nscope: { system: '##vso[task.setvariable x]y' }\ncontrols: []\n";
    std::fs::write(path, text).unwrap();
    for (colour, begins) in [("never", ": :error file=x::owned · "), ("always", "\u{1b}[1m: :error file=x::owned · ")]
    {
        let text = printed(&["assess", path, "--color", colour], "100");
        assert!(text.starts_with(begins), "{text}");
        assert!(text.contains(" · ##vso [task.setvariable x]y"), "{text}");
    }
    let markdown = printed(&["assess", path, "-f", "markdown"], "100");
    assert!(markdown.contains(r"# \::error file=x::owned: SOC 2 gap analysis report"), "{markdown}");
    let json = printed(&["assess", path, "-f", "json"], "100");
    assert!(json.contains(r##""system": "#\u0023vso[task.setvariable x]y""##), "{json}");
}

#[test]
fn a_report_in_a_file_is_no_command_either() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = fixture();
    for name in ["report.txt", "report.md", "report.json"] {
        let target = folder.path().join(name);
        let output = ["assess", path.to_str().unwrap(), "--as-of", "2026-11-22", "-q", "-o", target.to_str().unwrap()];
        printed(&output, "100");
        let text = std::fs::read_to_string(&target).unwrap();
        assert_no_command(name, &text);
        assert_plain(name, &text);
        assert!(!text.contains('\u{1b}'), "{name}");
    }
}

#[test]
fn every_page_about_the_inventory_is_tame() {
    assessed(false, |assessment| {
        let (rules, terms) = (infos(), glossary().unwrap());
        let knowledge = Knowledge { catalog: assessment.catalog, rules: &rules, terms: &terms };
        let controls = assessment.inventory.controls.iter().map(|control| control.id.to_string());
        let gaps = assessment.gaps.iter().map(|gap| gap.id().to_owned());
        let criteria = assessment.catalog.criteria.iter().map(|criterion| criterion.id.to_string());
        let things: Vec<String> = controls.chain(gaps).chain(criteria).collect();
        assert!(things.len() > 120, "{}", things.len());
        for thing in things {
            let page = explain(Some(&thing), &knowledge, Some(assessment)).unwrap();
            for width in [40, 100] {
                assert_tame(&thing, &page.terminal(width));
            }
            let markdown = page.markdown();
            assert_plain(&thing, &markdown);
            assert_no_command(&thing, &markdown);
            assert_markdown_is_ours(&thing, &markdown);
            let json = page.json();
            assert_plain(&thing, &json);
            assert_no_command(&thing, &json);
            serde_json::from_str::<Value>(&json).unwrap_or_else(|error| panic!("{thing}: {error}"));
        }
    });
}

#[test]
fn every_part_of_the_plan_is_tame() {
    assessed(false, |assessment| {
        let parts = [PlanPage::of(assessment), PlanPage::of(assessment).this_week()];
        for (part, format) in parts.iter().flat_map(|part| PLAN_FORMATS.iter().map(move |format| (part, format))) {
            for width in [40, 200] {
                let text = (format.render)(part, width).replace("\r\n", "\n");
                assert_tame(format.name, &text);
                assert!(format.styled || !text.contains('\u{1b}'), "{}: an escape", format.name);
                if ["markdown", "json", "mermaid"].contains(&format.name) {
                    assert_no_command(format.name, &text);
                }
            }
        }
        for part in &parts {
            assert_markdown_is_ours("the plan", &(plan::by_name("markdown").unwrap().render)(part, 0));
        }
        let asked = gapcheck::load::catalog::description().unwrap();
        let description = gapcheck::description(assessment, &asked);
        assert!(description.to_write() > 15, "{}", description.to_write());
        for (format, width) in DESCRIPTION_FORMATS.iter().flat_map(|format| [(format, 40), (format, 200)]) {
            let text = (format.render)(&description, &Layout { width, fail_on: Some(DescriptionState::Partly) });
            assert_tame(format.name, &text);
            assert!(format.styled || !text.contains('\u{1b}'), "{}: an escape", format.name);
            if ["markdown", "json"].contains(&format.name) {
                assert_no_command(format.name, &text);
            }
        }
        let layout = Layout { width: 0, fail_on: None };
        assert_markdown_is_ours(
            "the description",
            &(description::by_name("markdown").unwrap().render)(&description, &layout),
        );
        for format in CHECKLIST_FORMATS {
            let text = (format.render)(assessment, 80);
            assert_tame(format.name, &text);
            if !format.styled {
                assert_no_command(format.name, &text);
            }
        }
        assert_markdown_is_ours("the checklist", &(checklist::by_name("markdown").unwrap().render)(assessment, 0));
    });
}

/// An earlier result in which ids and names are somebody else's.
const RESULT: &str = r###"{ "schema_version": 1, "as_of": "2026-10-22", "organization": "\u001b[2J<img>\n::error::x", "tool": {},
    "scope": { "system": "| `a` |", "categories": ["security"], "report": "type1", "as_of": "2026-10-22" },
    "catalog": { "edition": "##[error]", "digest": "\u202e" }, "criteria": [],
    "controls": [{ "id": "\u001b]0;x\u0007|</details>", "name": "</summary>`<!--", "design": "gap", "operation": null }],
    "gaps": [
    { "id": "\u001b[2J\u202e|<script>##[error]`x`", "title": "</summary></details>\n::error::x", "risk": { "level": "low" } },
    { "id": "\n::error::owned\n| a | b |", "rule": "*", "title": "a | b \\| `c", "risk": { "level": "high" } } ] }"###;

/// What changed from and to the hostile inventory, and from a hostile result.
fn differences() -> Vec<gapcheck::model::difference::Difference> {
    let catalog = bundled().unwrap();
    let hostile = io::input::read(&[fixture()]).unwrap();
    let empty = single("::error::x\u{202e}<b>.yaml", "organization: '<b>Acme</b> ##[error]'\ncontrols: []\n");
    let (read, files) =
        (|sources| gapcheck::read(sources, &catalog, day()).unwrap(), gapcheck::model::files::Files::default());
    let both = [(&hostile.sources, read(&hostile.sources)), (&empty, read(&empty))];
    let assessed = |at: usize| {
        let (sources, inventory) = &both[at];
        let path = sources.iter().next().unwrap().1.name.clone();
        let side = gapcheck::model::snapshot::Side::of(path, inventory, &catalog, day());
        let snapshot = gapcheck::snapshot(inventory, &catalog, &files, day());
        gapcheck::model::snapshot::Assessed { side, snapshot }
    };
    let known = [(0, 1), (1, 0)].map(|(old, new)| {
        let (a, b) = (&both[old].1, &both[new].1);
        let between =
            gapcheck::diff::Between { old: a, old_files: &files, new: b, new_files: &files, numbered_from: 9 };
        gapcheck::difference((assessed(old), assessed(new)), Some(&between), &catalog, Some(Level::VeryLow))
    });
    let result = || gapcheck::load::result::result("\u{1b}[1m|x|.json".to_owned(), RESULT).unwrap();
    let unknown = gapcheck::difference((result(), assessed(0)), None, &catalog, Some(Level::VeryLow));
    let back = gapcheck::difference((assessed(0), result()), None, &catalog, None);
    known.into_iter().chain([unknown, back]).collect()
}

#[test]
fn what_changed_is_tame() {
    for difference in differences() {
        assert!(difference.gaps.len() > 33 && difference.controls.len() > 15, "{}", difference.gaps.len());
        for (format, width) in
            gapcheck::report::diff::DIFF_FORMATS.iter().flat_map(|format| [(format, 40), (format, 200)])
        {
            let text = (format.render)(&difference, width);
            assert_tame(format.name, &text);
            assert!(format.styled || !text.contains('\u{1b}'), "{}: an escape", format.name);
            if !format.styled {
                assert_no_command(format.name, &text);
            }
        }
        let markdown = gapcheck::report::diff::by_name("markdown").unwrap();
        assert_markdown_is_ours("what changed", &(markdown.render)(&difference, 0));
        let json = gapcheck::report::diff::by_name("json").unwrap();
        let document: Value = serde_json::from_str(&(json.render)(&difference, 0)).unwrap();
        assert_eq!(document["new"]["organization"], difference.new.organization.as_str());
    }
}

/// The hostile inventory with every control naming clauses of its own, listed and not.
fn assessed_with_clauses(look: impl FnOnce(&Assessment<'_>)) {
    let catalog = bundled().unwrap();
    let text = std::fs::read_to_string(fixture()).unwrap();
    let named =
        "    clauses: { iso27001: [A.5.15, A.5.31], gdpr: [Art.32(1), Art.35], pci-dss: [8.3.6] }\n    criteria: [";
    let text = text.replace("    criteria: [CC", &format!("{named}CC"));
    let sources = single("hostile.yaml", &text);
    let inventory = gapcheck::read(&sources, &catalog, day()).unwrap();
    let files = gapcheck::model::files::Files::default();
    let request = Request { as_of: day(), fail_on: None, baseline: None };
    let assessment = gapcheck::assess(&sources, &inventory, &catalog, &files, &request);
    let naming = inventory.controls.iter().filter(|control| !control.clauses.0.is_empty()).count();
    assert!(naming > 5, "{naming} controls name clauses");
    look(&assessment);
}

#[test]
fn every_crosswalk_is_tame() {
    assessed_with_clauses(|assessment| {
        for mapping in mappings().unwrap() {
            let crosswalk = crosswalk(assessment, &mapping);
            let known: Vec<&str> = crosswalk.clauses.iter().map(|clause| clause.id).collect();
            let typed: Vec<String> = known.iter().copied().step_by(7).map(str::to_owned).collect();
            for clauses in [&[][..], &typed] {
                let part = Part::of(&Asked { clauses, criteria: None }, &mapping, &known).unwrap();
                let shown = Shown::Crosswalk { crosswalk: &crosswalk, part };
                for (format, width) in CROSSWALK_FORMATS.iter().flat_map(|format| [(format, 40), (format, 100)]) {
                    let text = (format.render)(&shown, width).replace("\r\n", "\n");
                    assert_tame(format.name, &text);
                    if !format.styled {
                        assert!(!text.contains('\u{1b}'), "{}: an escape", format.name);
                        assert_no_command(format.name, &text);
                    }
                    if format.name == "markdown" {
                        assert_markdown_is_ours(&mapping.name, &text);
                    }
                }
            }
        }
        // What is typed where a clause is asked for is no better.
        let mapping = &mappings().unwrap()[0];
        let typed = ["\u{1b}[2J\u{202e}::error::x".to_owned()];
        let said = Part::of(&Asked { clauses: &typed, criteria: None }, mapping, &[]).unwrap_err();
        assert_plain("what is said of a clause", &said);
    });
}

#[test]
fn what_buyers_ask_is_tame() {
    let (catalog, asked) = (bundled().unwrap(), gapcheck::load::enterprise::asked().unwrap());
    // Another organisation whose every word is somebody else's, and a policy that answers for all.
    let evil = r#""=1+1\n::error::x\u202E \e[2J<b>`]]> |x| ##[error]y""#;
    let vendor =
        format!("vendors:\n  - {{ id: evil, name: {evil}, purpose: {evil}, location: {evil}, data: [{evil}] }}\n");
    let text = std::fs::read_to_string(fixture()).unwrap().replacen("vendors:\n", &vendor, 1);
    let sources = single(
        "hostile.yaml",
        &text.replacen("owner: \"true\" }", "owner: \"true\", subjects: [dpa, ai-use, privacy] }", 1),
    );
    let inventory = gapcheck::read(&sources, &catalog, day()).unwrap();
    assert!(inventory.documents.iter().any(|document| !document.subjects.is_empty()) && inventory.vendors.len() == 2);
    let files = gapcheck::model::files::Files::default();
    let request = Request { as_of: day(), fail_on: None, baseline: None };
    let assessment = gapcheck::assess(&sources, &inventory, &catalog, &files, &request);
    let enterprise = gapcheck::enterprise::enterprise(&assessment, &files, &asked);
    for for_buyers in [false, true] {
        let options = gapcheck::report::enterprise::options::Options { for_buyers, ..Default::default() };
        let sheet = gapcheck::report::enterprise::sheet::Sheet::of(&enterprise, &options);
        for (format, width) in gapcheck::report::enterprise::ENTERPRISE_FORMATS
            .iter()
            .flat_map(|format| [(format, 40), (format, 100), (format, 200)])
        {
            let text = (format.render)(&sheet, width).into_text().replace("\r\n", "\n");
            assert_tame(format.name, &text);
            if !format.styled {
                assert!(!text.contains('\u{1b}'), "{}: an escape", format.name);
                assert_no_command(format.name, &text);
            }
            if format.name == "markdown" {
                assert_markdown_is_ours("what buyers ask", &text);
            }
            if format.name == "html" {
                assert!(!text.contains("<script") && !text.contains("<b>"), "{text}");
            }
        }
    }
}

#[test]
fn a_table_of_many_organisations_is_tame() {
    assessed(false, |assessment| {
        let name = "<b>\u{1b}[2J|a\n::error::x\u{202e}`]]>";
        let mut row = client(name, assessment);
        row.verdict = row.verdict.map(|verdict| verdict + name);
        let bad = Unassessed { name: name.to_owned(), problems: 2, first: name.to_owned() };
        let common =
            Common { catalog: assessment.catalog, as_of: day(), fail_on: Some(Level::Low), order: Order::Risk };
        let table = portfolio(&common, vec![row], vec![bad]);
        let table = Portfolio { skipped: vec![name.to_owned()], ..table };
        for (format, width) in PORTFOLIO_FORMATS.iter().flat_map(|format| [(format, 40), (format, 80), (format, 200)]) {
            let text = (format.render)(&table, width).replace("\r\n", "\n");
            assert_tame(format.name, &text);
            assert!(format.styled || !text.contains('\u{1b}'), "{}: an escape", format.name);
            if !format.styled {
                assert_no_command(format.name, &text);
            }
            match format.name {
                "markdown" => assert_markdown_is_ours("the portfolio", &text),
                "html" => assert!(!text.contains("<b>") && !text.contains("]]>"), "an element"),
                _ => {}
            }
        }
    });
}

#[test]
fn a_trend_is_tame() {
    assessed(false, |assessment| {
        let evil = "<b>\u{1b}[2J|a\n::error::x\u{202e}`]]> ##[error]y";
        let revision = || gapcheck::model::trend::Revision {
            hash: "0123456789abcdef".to_owned(),
            subject: evil.to_owned(),
            ..Default::default()
        };
        let readiness = gapcheck::readiness(
            assessment.inventory,
            assessment.catalog,
            &gapcheck::model::files::Files::default(),
            day(),
        );
        let judged = |revision, path: &str| gapcheck::trend::Judged {
            revision,
            as_of: day(),
            paths: vec![path.to_owned()],
            readiness: gapcheck::model::trend::Readiness { organization: evil.to_owned(), ..readiness.clone() },
        };
        let skipped =
            |revision| gapcheck::model::trend::Skipped { revision, why: format!("{evil}:1:1: `{evil}`"), problems: 2 };
        let trend = gapcheck::model::trend::Trend {
            inventory: vec![evil.to_owned()],
            basis: gapcheck::model::trend::Basis::OwnDay,
            wanted: gapcheck::model::trend::Wanted::default(),
            points: gapcheck::trend::points(vec![judged(Some(revision()), evil), judged(None, "soc2.yaml")]),
            skipped: vec![skipped(Some(revision())), skipped(None)],
            revisions: 2,
            assessments: 2,
            shallow: Some(revision()),
            formerly: vec![evil.to_owned()],
            uncommitted_files: 0,
            pointers: 0,
            files_assumed: false,
        };
        let formats = gapcheck::report::trend::TREND_FORMATS;
        for (format, width) in formats.iter().flat_map(|format| [(format, 40), (format, 80), (format, 200)]) {
            let text = (format.render)(&trend, width).replace("\r\n", "\n");
            assert_tame(format.name, &text);
            assert!(format.styled || !text.contains('\u{1b}'), "{}: an escape", format.name);
            if !format.styled {
                assert_no_command(format.name, &text);
            }
            match format.name {
                "markdown" => assert_markdown_is_ours("the trend", &text),
                "html" => assert!(!text.contains("<b>") && !text.contains("]]>"), "an element"),
                _ => {}
            }
        }
    });
}

#[test]
fn no_table_is_torn_and_no_element_is_theirs() {
    for compared in [false, true] {
        assessed(compared, |assessment| {
            let text = (by_name("markdown").unwrap().render)(assessment, &Options::default()).into_text();
            assert!(text.lines().filter(|line| line.starts_with("| --- ")).count() > 10, "there are tables");
            assert_markdown_is_ours("the report", &text);
            let summary = (by_name("github-summary").unwrap().render)(assessment, &Options::default()).into_text();
            assert_eq!(summary.lines().filter(|line| line.starts_with("| ---")).count(), 3, "there are tables");
            assert_markdown_is_ours("the summary of a step", &summary);
        });
    }
}

/// What a population may hold, besides what does no harm.
const ITEM: &str = "<b>\u{1b}[2J|a\n::error::x\u{202e}`]]> =cmd() ##[error]";

#[test]
fn every_sample_is_tame() {
    assessed(false, |assessment| {
        let drawn = samplings(assessment.inventory, assessment.catalog, ITEM);
        assert!(drawn.len() > 15, "{}", drawn.len());
        for (sampling, format, width) in drawn
            .iter()
            .flat_map(|one| SAMPLE_FORMATS.iter().flat_map(move |format| [(one, format, 40), (one, format, 200)]))
        {
            // A workbook is no text; its cells are looked at where workbooks are.
            let Content::Text(text) = (format.render)(sampling, width) else { continue };
            let text = text.replace("\r\n", "\n");
            assert_tame(format.name, &text);
            if !format.styled {
                assert!(!text.contains('\u{1b}'), "{}: an escape", format.name);
                assert_no_command(format.name, &text);
            }
            if format.name == "markdown" {
                assert_markdown_is_ours("the worksheet", &text);
            }
        }
    });
}

#[test]
fn every_page_of_the_binder_is_tame() {
    assessed(false, |assessment| {
        let until = Date::new(2027, 6, 30).unwrap();
        let files = gapcheck::model::files::Files::default();
        let folders = io::lock::folders(assessment.sources);
        let agenda = gapcheck::due(assessment.inventory, assessment.catalog, &files, Horizon { as_of: day(), until });
        let holdings = holdings(assessment.inventory, &files, &folders);
        let binder = Binder::of(Ground { assessment, agenda: &agenda, holdings: &holdings, folders: &folders });
        let requests = requests(&binder);
        let pages = binder::pages(&binder, &requests);
        assert_eq!(pages.len(), 7);
        for page in pages {
            let text = page.text.replace("\r\n", "\n");
            assert_tame(page.name, &text);
            assert!(!text.contains('\u{1b}'), "{}: an escape", page.name);
            if !page.name.starts_with("index.html") {
                assert_no_command(page.name, &text);
            }
            if page.name.starts_with("control-matrix.md") {
                assert_markdown_is_ours(page.name, &text);
            }
        }
        let told = binder::Packed { binder: &binder, requests: &requests, path: "::error::x\u{1b}[2J", bytes: 1 };
        assert_tame("what is said of a binder", &binder::packed(&told, 40));
        assert_plain("why there is no binder", &binder::refusal(&holdings, &folders).unwrap());
    });
}

/// Tables keep their columns, headings are ours, and of elements and links only those this program makes are there.
#[track_caller]
fn assert_markdown_is_ours(what: &str, text: &str) {
    let mut columns = None;
    let mut fenced = false;
    for line in text.lines() {
        fenced ^= line.starts_with("```");
        if fenced {
            continue;
        }
        if line.starts_with('|') {
            let cells = borders(line);
            assert_eq!(*columns.get_or_insert(cells), cells, "{what}: {line:.300}");
        } else {
            columns = None;
        }
        let words = without_code(line);
        for (at, _) in words.match_indices('<') {
            let ours = ["<a id=\"gap-", "</a>", "<!-- markdownlint"].iter().any(|ours| words[at..].starts_with(ours));
            let folded = ["<!-- gapcheck diff -->", "<details>", "</details>"].contains(&line)
                || (line.starts_with("<summary>") && line.ends_with("</summary>") && words.matches('<').count() == 2);
            assert!(ours || folded, "{what}: an element in {line:.300}");
        }
        for (at, _) in words.match_indices("](") {
            let escaped = words[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
            assert!(escaped || words[at..].starts_with("](#"), "{what}: a link in {line:.300}");
        }
        for address in ["http://", "https://", "www."] {
            assert!(!words.contains(address), "{what}: an address that links itself in {line:.300}");
        }
        let nested = words.trim_start().starts_with("- ");
        assert!(nested || !words.starts_with("    "), "{what}: indented code: {line:.100}");
    }
    assert!(!fenced, "{what}: a block of code is left open");
}

/// How many bars of a row end a cell: those no backslash escapes, in code as well.
fn borders(line: &str) -> usize {
    let mut escaped = false;
    line.chars()
        .filter(|c| {
            let border = *c == '|' && !escaped;
            escaped = *c == '\\' && !escaped;
            border
        })
        .count()
}

/// A line without its spans of code.
fn without_code(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('`') {
        let escaped = rest[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
        let fence = if escaped { 1 } else { rest[at..].bytes().take_while(|byte| *byte == b'`').count() };
        out += &rest[..at];
        rest = &rest[at + fence..];
        if escaped {
            continue;
        }
        // The span ends at the next run of as many backticks.
        let mut end = 0;
        let close = loop {
            let Some(run) = rest[end..].find('`').map(|run| end + run) else { break None };
            let length = rest[run..].bytes().take_while(|byte| *byte == b'`').count();
            end = run + length;
            if length == fence {
                break Some(end);
            }
        };
        match close {
            Some(end) => rest = &rest[end..],
            None => out += &"`".repeat(fence),
        }
    }
    out + rest
}

#[test]
fn a_machine_reads_the_very_words() {
    let yaml: Value = serde_yaml::from_str(&std::fs::read_to_string(fixture()).unwrap()).unwrap();
    assessed(false, |assessment| {
        let text = (by_name("json").unwrap().render)(assessment, &Options::default()).into_text();
        let json: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(json["organization"], yaml["organization"]);
        let of = |document: &Value, id: &str| {
            let found = document["controls"].as_array().unwrap().iter().find(|control| control["id"] == id).cloned();
            found.unwrap_or_else(|| panic!("no control {id}"))
        };
        let controls = yaml["controls"].as_array().unwrap();
        assert!(controls.len() > 15, "{}", controls.len());
        for control in controls {
            let id = control["id"].as_str().unwrap();
            assert_eq!(of(&json, id)["name"], control["name"], "{id}");
        }
        let accepted: Vec<&Value> =
            json["gaps"].as_array().unwrap().iter().filter(|gap| gap["treatment"] == "accepted").collect();
        assert_eq!(accepted.len(), 1);
        assert_eq!(accepted[0]["acceptance"]["rationale"], yaml["acceptances"][0]["rationale"]);
        assert_eq!(json["not_applicable"][0]["rationale"], yaml["scope"]["not_applicable"][0]["rationale"]);
        let missing =
            json["gaps"].as_array().unwrap().iter().find(|gap| gap["id"] == "CH-2:control-not-in-place").unwrap();
        assert_eq!(
            missing["title"],
            "##[error]Not a title %25 %0D %0A , : ;: only in progress, with nothing in place beside it"
        );
    });
}

/// Everything harmful, one by one and with what makes it worse.
fn harmful() -> Vec<String> {
    let single = ('\0'..='\u{ffff}').chain('\u{e0000}'..='\u{e007f}').filter(|c| is_harmful(*c)).map(String::from);
    let longer = ["\u{1b}[2J", "\u{1b}]0;x\u{7}", "\u{9b}31m", "\r\n::error::x", "##[error]x", "\u{202e}\u{2066}x"];
    single.chain(longer.map(String::from)).collect()
}

#[test]
fn what_is_said_of_faults_is_tame() {
    let catalog = bundled().unwrap();
    let mut told = 0;
    for harm in harmful() {
        for text in [
            format!("organization: a{harm}b\ncontrols: oops\n"),
            format!("organization: A\ncontrols: []\nk{harm}ey: x\n'q{harm}': y\n"),
            format!(
                "organization: A\ncontrols: [{{ id: 'a{harm}b', name: n, criteria: ['CC{harm}1.1', 'CC1.9'], status: 'x{harm}y' }}]\n"
            ),
            format!(
                "organization: \"a{harm}b\"\nscope: {{ as_of: '2026{harm}', categories: ['{harm}'] }}\ncontrols: []\n"
            ),
            format!("organization: A # {harm}\n{harm}controls: [{harm}\n"),
        ] {
            let sources = single(&format!("in{harm}.yaml"), &text);
            let Err(problems) = gapcheck::read(&sources, &catalog, day()) else { continue };
            told += 1;
            let drawn = problems::render(&problems, &sources);
            assert_tame(&format!("{text:?}"), &drawn);
            let short = problems::short(&problems, &sources);
            assert_plain(&format!("{text:?}"), &short);
            assert!(short.lines().all(|line| line.contains(".yaml:")), "a problem takes several lines: {short:?}");
        }
    }
    assert!(told > 400, "{told}");
}
