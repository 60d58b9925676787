//! The OSCAL documents: whole parts worked out by hand, and what every one of them must hold for its readers.
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

#[path = "../common/mod.rs"]
mod common;
mod identity;
mod parts;
mod shape;
mod totals;

use std::path::{Path, PathBuf};

use gapcheck::Request;
use gapcheck::io;
use gapcheck::load::baseline::baseline;
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::files::Files;
use gapcheck::report::format::Content;
use gapcheck::report::{Options, by_name};
use serde_json::Value;

use common::{as_of, catalog};

/// The inventories of this repository.
fn inventories() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = ["acme", "ci-gate", "nearly-finished", "startup"].map(|name| format!("examples/{name}"));
    let others = ["tests/healthy.yaml", "tests/inventory/complete.yaml", "tests/fixtures/hostile.yaml"];
    names.iter().map(String::as_str).chain(others).map(|name| root.join(name)).collect()
}

/// Looks at the assessment of every inventory of this repository.
fn each(mut look: impl FnMut(&str, &Assessment<'_>)) {
    for path in inventories() {
        let input = io::input::read(std::slice::from_ref(&path)).unwrap();
        let inventory = gapcheck::read(&input.sources, catalog(), as_of()).unwrap();
        let files = io::evidence::look_up(&inventory, &input.sources);
        let request = Request { as_of: as_of(), fail_on: None, baseline: None };
        let assessment = gapcheck::assess(&input.sources, &inventory, catalog(), &files, &request);
        look(&path.display().to_string(), &assessment);
    }
}

/// Assesses a text, held against an earlier result where one is given.
fn assess<T>(yaml: &str, earlier: Option<&str>, look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    let sources = single("in.yaml", yaml);
    let inventory = gapcheck::read(&sources, catalog(), as_of()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let request = Request { as_of: as_of(), fail_on: None, baseline: earlier.map(|text| baseline(text).unwrap()) };
    look(&gapcheck::assess(&sources, &inventory, catalog(), &Files::default(), &request))
}

fn content(format: &str, assessment: &Assessment<'_>, options: &Options) -> Content {
    (by_name(format).unwrap().render)(assessment, options)
}

/// What a format came to, as text; empty where it came to nothing.
fn text(format: &str, assessment: &Assessment<'_>) -> String {
    content(format, assessment, &Options::default()).into_text()
}

/// The results of an assessment, and the document they stand in.
fn results(assessment: &Assessment<'_>) -> Value {
    read(&text("oscal-ar", assessment))["assessment-results"].take()
}

/// The plan of action and milestones, where there is one.
fn plan(assessment: &Assessment<'_>) -> Option<Value> {
    let text = text("oscal-poam", assessment);
    (!text.is_empty()).then(|| read(&text)["plan-of-action-and-milestones"].take())
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A list of an object; empty where it has none.
fn list<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of[name].as_array().map_or(&[], Vec::as_slice)
}

/// The value of a property of ours.
fn prop<'a>(of: &'a Value, name: &str) -> Option<&'a str> {
    let found = list(of, "props").iter().find(|prop| prop["name"] == name && prop["ns"] == "urn:gapcheck:oscal:1");
    found.map(|prop| prop["value"].as_str().unwrap())
}

/// The one of a list that has a property of ours.
fn with<'a>(list: &'a [Value], name: &str, value: &str) -> &'a Value {
    list.iter().find(|one| prop(one, name) == Some(value)).unwrap_or_else(|| panic!("none of {name} {value}"))
}
