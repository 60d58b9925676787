//! What the tests share that read a report back: the inventories, assessed, and the JSON result to hold it against.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::fs;
use std::path::{Path, PathBuf};

use gapcheck::Request;
use gapcheck::io;
use gapcheck::load::baseline::baseline;
use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::date::Date;
use gapcheck::model::files::Files;
use gapcheck::model::level::Level;
use gapcheck::report::{Options, by_name};
use serde_json::Value;

/// An earlier result of the small inventory: the control had no owner then either, and something else is gone.
pub const BEFORE: &str = r#"{ "schema_version": 1, "as_of": "2026-10-01", "gaps": [
    { "id": "AC-01:control-without-owner", "risk": { "level": "low" } },
    { "id": "=GONE:x", "risk": { "level": "high" } } ] }"#;

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn day() -> Date {
    Date::new(2026, 11, 22).expect("a day")
}

/// Assesses one text.
pub fn of<T>(name: &str, yaml: &str, before: Option<&str>, look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    let catalog = bundled().expect("the catalog");
    let sources = single(name, yaml);
    let inventory = gapcheck::read(&sources, &catalog, day()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let baseline = before.map(|before| baseline(before).expect("an earlier result"));
    let request = Request { as_of: day(), fail_on: None, baseline };
    look(&gapcheck::assess(&sources, &inventory, &catalog, &Files::default(), &request))
}

/// The healthy inventory with a review that is overdue and a control that is nobody's, whose name looks like a formula.
pub fn small<T>(before: Option<&str>, look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    of("small.yaml", &small_yaml(), before, look)
}

pub fn small_yaml() -> String {
    let healthy = fs::read_to_string(root().join("tests/healthy.yaml")).expect("an inventory");
    let overdue = ["reviewed: ", "approved: "]
        .iter()
        .fold(healthy, |text, word| text.replacen(&format!("{word}2026-02-01"), &format!("{word}2024-02-01"), 1));
    let (before, control) = overdue.split_once("  - id: AC-01").expect("a control");
    let control = control.replacen("    owner: jane\n", "", 1);
    let control = control.replacen("Single sign-on with a second factor", r#"'=Single sign-on, "2nd" factor'"#, 1);
    format!("{before}  - id: AC-01{control}")
}

/// Assesses a file or a folder, with its files as they lie.
pub fn assessed<T>(path: &Path, look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    let catalog = bundled().expect("the catalog");
    let input = io::input::read(&[path.to_path_buf()]).expect("an inventory");
    let inventory = gapcheck::read(&input.sources, &catalog, day()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let files = io::evidence::look_up(&inventory, &input.sources);
    let request = Request { as_of: day(), fail_on: Some(Level::High), baseline: None };
    look(&gapcheck::assess(&input.sources, &inventory, &catalog, &files, &request))
}

/// The example with everything in it.
pub fn whole<T>(look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    assessed(&root().join("examples/acme"), look)
}

/// The inventory that means harm.
pub fn hostile<T>(look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    assessed(&root().join("tests/fixtures/hostile.yaml"), look)
}

/// Every inventory of the repository that has no problem.
pub fn inventories() -> Vec<PathBuf> {
    let examples = ["acme", "ci-gate", "nearly-finished", "startup"].map(|name| root().join("examples").join(name));
    let others = ["tests/healthy.yaml", "tests/fixtures/hostile.yaml", "tests/inventory/complete.yaml"];
    examples.into_iter().chain(others.map(|name| root().join(name))).collect()
}

/// The JSON result.
pub fn json(assessment: &Assessment<'_>) -> Value {
    let text = (by_name("json").expect("a format").render)(assessment, &Options::default()).into_text();
    serde_json::from_str(&text).expect("JSON")
}

/// A value as a text; nothing for null.
pub fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
