//! Other people's control sets, where `GAPCHECK_REAL_INVENTORIES` says they lie: held against counts made from the YAML alone.
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

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value as Json;
use serde_yaml::Value as Yaml;

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("GAPCHECK_REAL_INVENTORIES").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("GAPCHECK_REAL_INVENTORIES is not set: no real inventory is read");
    }
    folder
}

fn gapcheck(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_gapcheck")).args(arguments).output().expect("gapcheck starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// What can be counted in the YAML without gapcheck.
struct Counted {
    controls: usize,
    unmapped: usize,
    claimed: BTreeSet<String>,
    named: BTreeSet<String>,
}

/// The family of an id and the category it stands for.
fn category(id: &str) -> &'static str {
    match id.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.') {
        "CC" => "security",
        "A" => "availability",
        "PI" => "processing_integrity",
        "C" => "confidentiality",
        _ => "privacy",
    }
}

fn count(path: &Path) -> Counted {
    let yaml: Yaml = serde_yaml::from_str(&fs::read_to_string(path).expect("a text")).expect("YAML");
    let selected: BTreeSet<&str> =
        yaml["scope"]["categories"].as_sequence().expect("a list").iter().filter_map(Yaml::as_str).collect();
    let controls = yaml["controls"].as_sequence().expect("a list");
    let criteria = |control: &Yaml| -> Vec<String> {
        control["criteria"]
            .as_sequence()
            .expect("a list")
            .iter()
            .map(|id| id.as_str().expect("a text").to_owned())
            .collect()
    };
    let of = |in_place: bool| {
        let counted = controls.iter().filter(|control| !in_place || control["status"] == "implemented");
        counted.flat_map(&criteria).filter(|id| selected.contains(category(id))).collect()
    };
    Counted {
        controls: controls.len(),
        unmapped: controls.iter().filter(|control| criteria(control).is_empty()).count(),
        claimed: of(true),
        named: of(false),
    }
}

#[test]
fn they_assess_as_their_yaml_says() {
    let Some(folder) = folder() else { return };
    for name in ["comply", "probo", "safetymp", "sentinel"] {
        let path = folder.join(format!("{name}.yaml"));
        let counted = count(&path);
        let path = path.to_str().expect("a path");
        let (status, stdout, stderr) = gapcheck(&["assess", path, "--as-of", "2026-11-22", "--format", "json"]);
        assert_eq!((status, stderr.as_str()), (Some(0), ""), "{name}");
        let result: Json = serde_json::from_str(&stdout).expect("JSON");
        let number = |pointer: &str| {
            result.pointer(pointer).and_then(Json::as_u64).unwrap_or_else(|| panic!("{name}: {pointer}")) as usize
        };
        assert_eq!(result["controls"].as_array().map(Vec::len), Some(counted.controls), "{name}");
        assert_eq!(result["unmapped"].as_array().map(Vec::len), Some(counted.unmapped), "{name}");
        let claimed: BTreeSet<String> = result["criteria"]
            .as_array()
            .expect("a list")
            .iter()
            .filter(|criterion| criterion["design"] != "gap")
            .map(|criterion| criterion["id"].as_str().expect("an id").to_owned())
            .collect();
        assert_eq!(claimed, counted.claimed, "{name}: criteria with a control in place");
        assert_eq!(number("/summary/coverage/claimed"), counted.claimed.len(), "{name}");
        // None of these sets holds evidence or tests, so nobody has looked at anything and nothing may be green.
        assert_eq!(number("/summary/coverage/evidenced") + number("/summary/coverage/tested"), 0, "{name}");
        assert_eq!(number("/summary/design/no_gap") + number("/summary/design/partial"), 0, "{name}");
        assert_eq!(number("/summary/design/unverified"), counted.claimed.len(), "{name}");
        let without =
            |rule: &str| result["gaps"].as_array().expect("a list").iter().filter(|gap| gap["rule"] == rule).count();
        assert_eq!(
            without("criterion-without-control"),
            number("/summary/criteria/applicable") - counted.named.len(),
            "{name}"
        );
        assert_eq!(without("control-unmapped"), counted.unmapped, "{name}");
        println!(
            "{name}: {} controls, {} of {} criteria claimed, none evidenced",
            counted.controls,
            claimed.len(),
            number("/summary/criteria/applicable")
        );
        for format in ["terminal", "markdown"] {
            let (status, stdout, _) = gapcheck(&["assess", path, "--as-of", "2026-11-22", "--format", format]);
            assert_eq!(status, Some(0), "{name} as {format}");
            assert!(stdout.len() > 1_000, "{name} as {format}");
        }
        assert_eq!(gapcheck(&["assess", path, "--fail-on", "high"]).0, Some(1), "{name} is far from passing a gate");
    }
}

#[test]
fn a_criterion_that_does_not_exist_is_refused_with_the_right_hint() {
    let Some(folder) = folder() else { return };
    let path = folder.join("probo-with-upstream-mistake.yaml");
    let (status, stdout, stderr) = gapcheck(&["assess", path.to_str().expect("a path")]);
    assert_eq!((status, stdout.as_str()), (Some(2), ""));
    assert!(stderr.contains("`CC8.2` is not one of the 61 criteria"), "{stderr}");
    assert!(stderr.contains("`CC8.2` is numbering from before 2017; change management is `CC8.1`"), "{stderr}");
    assert!(stderr.contains("probo-with-upstream-mistake.yaml:609:5"), "{stderr}");
}
