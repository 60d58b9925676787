//! The README's blocks are run, and its tables are held against what they are made from.
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
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gapcheck::assess::rule::RULES;
use gapcheck::model::document::{
    Acceptance, AssumedControl, Control, DataFlow, Document, Excluded, Incident, OwnReport, Person, PolicyDocument,
    Remediation, Requirement, Scope, Service, Settings, System, SystemChange, Vendor, Vouched,
};
use gapcheck::model::settings::{Grace, PlanTerms, VendorTerms, WorkCalendar};
use gapcheck::report::FORMATS;
use gapcheck::report::plan::PLAN_FORMATS;
use gapcheck::source::file::SourceFile;
use gapcheck::source::problem::Problems;
use serde_yaml::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("the README")
}

/// A fenced block: the words behind the fence, the text, and the line it begins on.
struct Block {
    info: String,
    text: String,
    line: usize,
}

fn blocks(markdown: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (number, line) in markdown.lines().enumerate() {
        match (line.strip_prefix("```"), open.take()) {
            (Some(info), None) => open = Some(Block { info: info.to_owned(), text: String::new(), line: number + 1 }),
            (Some(_), Some(block)) => blocks.push(block),
            (None, Some(mut block)) => {
                block.text.push_str(line);
                block.text.push('\n');
                open = Some(block);
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block of the README is never closed");
    blocks
}

/// A folder of a test's own with the examples in it, as a reader has them.
fn workplace(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("readme").join(name);
    fs::remove_dir_all(&folder).ok();
    for shipped in ["examples", "ci"] {
        copy(&root().join(shipped), &folder.join(shipped));
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

/// Runs a line as a reader would type it; what it prints on both streams, in that order.
fn run(line: &str, folder: &Path) -> String {
    let bin = Path::new(env!("CARGO_BIN_EXE_gapcheck")).parent().expect("a folder");
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
    let line = line.replace("cargo run --release --", "gapcheck");
    let output = Command::new("sh")
        .args(["-c", &line])
        .current_dir(folder)
        .env_clear()
        .env("PATH", path)
        .env("COLUMNS", "100")
        .output()
        .expect("a shell");
    let text = [output.stdout, output.stderr].map(|stream| String::from_utf8_lossy(&stream).into_owned()).concat();
    text.trim_end().to_owned()
}

/// Every command of the README prints what the README says; a line of three dots stands for any lines.
#[test]
fn its_commands_print_what_it_says() {
    let folder = workplace("commands");
    let mut commands = 0;
    for block in blocks(&readme()) {
        if let Some((_, name)) = block.info.split_once(" file=") {
            fs::write(folder.join(name), &block.text).expect("a file");
        }
        if block.info != "console" {
            continue;
        }
        for session in block.text.split("\n$ ").map(|session| session.trim_start_matches("$ ")) {
            let (command, expected) = session.split_once('\n').unwrap_or((session, ""));
            if command.starts_with("cargo test") || command.starts_with("cargo install") {
                continue;
            }
            commands += 1;
            let printed = run(command, &folder);
            assert!(
                fits(&printed, expected.trim_end()),
                "README.md:{}: `{command}` prints\n{printed}\n\nbut the README says\n{expected}",
                block.line
            );
        }
    }
    assert!(commands >= 10, "the README shows {commands} commands");
}

/// Whether a text is the expected one, where a line `...` stands for any number of lines.
fn fits(printed: &str, expected: &str) -> bool {
    if expected.is_empty() {
        return true;
    }
    let lines: Vec<&str> = printed.lines().map(str::trim_end).collect();
    let mut at = 0;
    let mut anywhere = false;
    for wanted in expected.lines().map(str::trim_end) {
        if wanted == "..." {
            anywhere = true;
            continue;
        }
        let found = if anywhere {
            lines.iter().skip(at).position(|line| *line == wanted)
        } else {
            (lines.get(at) == Some(&wanted)).then_some(0)
        };
        let Some(skipped) = found else { return false };
        at += skipped + 1;
        anywhere = false;
    }
    anywhere || at == lines.len()
}

/// Holds a block for pipelines to what the project ships: inputs and outputs of its step are declared, its hooks are there.
fn is_shipped(block: &Block) {
    let read = |name: &str| -> Value { serde_yaml::from_str(&fs::read_to_string(name).expect(name)).expect(name) };
    let (shown, action, hooks): (Value, _, _) =
        (serde_yaml::from_str(&block.text).expect("a pipeline"), read("action.yml"), read(".pre-commit-hooks.yaml"));
    let ours = |step: &&Value| step["uses"].as_str().is_some_and(|uses| uses.contains("/gapcheck@"));
    let step = shown.as_sequence().and_then(|steps| steps.iter().find(ours));
    if let Some(step) = step {
        for (input, _) in step["with"].as_mapping().expect("inputs") {
            assert!(action["inputs"].get(input).is_some(), "README.md:{}: no input {input:?}", block.line);
        }
        let outputs: Vec<&str> = block.text.split("steps.soc2.outputs.").skip(1).collect();
        for output in outputs.iter().map(|text| text.split(' ').next().expect("a name")) {
            assert!(action["outputs"].get(output).is_some(), "README.md:{}: no output {output}", block.line);
        }
        return assert!(!outputs.is_empty(), "README.md:{}: it uses no output", block.line);
    }
    let hook = &shown["repos"][0]["hooks"][0]["id"];
    let there = hooks.as_sequence().expect("hooks").iter().any(|shipped| shipped["id"] == *hook);
    assert!(hook.is_string() && there, "README.md:{}: no hook {hook:?}", block.line);
}

/// Inventories the README shows are inventories, and what it shows for pipelines is what the project ships.
#[test]
fn its_inventories_have_no_problem() {
    let folder = workplace("inventories");
    for block in blocks(&readme()).iter().filter(|block| block.info.starts_with("yaml")) {
        if block.info == "yaml checks" {
            let mut problems = Problems::default();
            let mapping =
                gapcheck::import::checks::read(0, &SourceFile::new("checks.yaml", &block.text, ""), &mut problems);
            assert!(problems.is_empty() && !mapping.entries.is_empty(), "README.md:{}: {problems:?}", block.line);
            continue;
        }
        if block.info.ends_with("pipeline") {
            is_shipped(block);
            continue;
        }
        let path = folder.join("block.yaml");
        let part = if block.info.contains("part") { "organization: Part Co.\n" } else { "" };
        fs::write(&path, format!("{part}{}", block.text)).expect("a file");
        let said = run("gapcheck check block.yaml", &folder);
        assert!(said.starts_with("no problem"), "README.md:{}:\n{said}", block.line);
    }
}

/// The description of the format names every key of the records its tables speak of.
#[test]
fn its_description_of_the_format_leaves_no_key_out() {
    let readme = readme();
    let section = readme.split("\n## ").find(|section| section.starts_with("The inventory\n")).expect("a section");
    let records = [
        Document::KEYS,
        Scope::KEYS,
        System::KEYS,
        DataFlow::KEYS,
        Person::KEYS,
        PolicyDocument::KEYS,
        Control::KEYS,
        Vendor::KEYS,
        OwnReport::KEYS,
        Service::KEYS,
        Requirement::KEYS,
        Excluded::KEYS,
        AssumedControl::KEYS,
        Incident::KEYS,
        SystemChange::KEYS,
        Vouched::KEYS,
        Acceptance::KEYS,
        Remediation::KEYS,
        Settings::KEYS,
        VendorTerms::KEYS,
        WorkCalendar::KEYS,
        PlanTerms::KEYS,
    ];
    // A default may stand beside the key: `daily: 3d`.
    let named = |key: &str| section.contains(&format!("`{key}`")) || section.contains(&format!("`{key}: "));
    let keys = records.iter().chain([&Grace::KEYS]).flat_map(|keys| keys.iter());
    let missing: Vec<&&str> = keys.filter(|key| !named(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for key in ["items: 0", "population: { size: 0 }", "exceptions_assessed", "samples"] {
        assert!(section.contains(&format!("`{key}`")), "{key}");
    }
}

/// The text between two markers of the README, without blank lines around it.
fn between(marker: &str) -> String {
    let readme = readme();
    let start = format!("<!-- {marker} -->\n");
    let (_, rest) = readme.split_once(&start).unwrap_or_else(|| panic!("the README lacks {start}"));
    rest.split("<!-- end -->").next().expect("a part").trim().to_owned()
}

#[test]
fn its_table_of_rules_is_current() {
    let mut table = String::from("| rule | nature | finds |\n|---|---|---|");
    for rule in RULES {
        let page = rule.info.summary();
        table.push_str(&format!("\n| `{}` | {} | {page} |", rule.info.name, rule.info.nature));
    }
    assert_eq!(between("rules"), table, "\nthe table should read:\n{table}\n");
}

#[test]
fn its_table_of_formats_is_current() {
    let mut table = String::from("| format | extension | what it is for |\n|---|---|---|");
    for format in FORMATS {
        table.push_str(&format!("\n| `{}` | `.{}` | {} |", format.name, format.extension, format.summary));
    }
    assert_eq!(between("formats"), table, "\nthe table should read:\n{table}\n");
}

#[test]
fn its_table_of_the_formats_of_the_plan_is_current() {
    let mut table = String::from("| format | extension | what it is for |\n|---|---|---|");
    for format in PLAN_FORMATS {
        table.push_str(&format!("\n| `{}` | `.{}` | {} |", format.name, format.extension, format.summary));
    }
    assert_eq!(between("plan formats"), table, "\nthe table should read:\n{table}\n");
}
