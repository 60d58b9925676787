//! What the tests of formats with a record a gap share: a small inventory worked out by hand, and all that lie here.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::path::Path;

use gapcheck::io::{evidence, input};
use gapcheck::load::baseline::baseline;
use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::baseline::Baseline;
use gapcheck::model::date::Date;
use gapcheck::model::files::Files;
use gapcheck::model::level::Level;
use gapcheck::report::{Options, by_name};
use gapcheck::{Narrowed, Request};
use serde_json::Value;

/// 36 gaps: 33 common criteria without a control, that of A1.2 signed for, CAP-1 not in place, CAP-2 mapped to nothing.
pub const SMALL: &str = "\
# Two controls.
organization: \"Ünder: 100% & Co.\"
scope:
  categories: [availability]
  not_applicable:
    - { criteria: [A1.3], rationale: No recovery is promised., approved_by: jane }
systems: [{ id: prod }]
controls:
  - { name: \"Capacité | <b>\", id: CAP-1, criteria: [A1.1], owner: jane, status: in-progress }
  - { name: \"##[x] ::y\", id: CAP-2, criteria: [], owner: jane, frequency: annual, status: planned }
acceptances:
  - gap: A1.2:criterion-without-control
    rationale: \"A partner's, \\\"all\\\" of it.\"
    approved_by: jane
    approved: 2026-11-01
    expires: 2027-01-31
";

pub fn day() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

pub fn rendered(format: &str, assessment: &Assessment<'_>) -> String {
    asked(format, assessment, &Options::default())
}

pub fn asked(format: &str, assessment: &Assessment<'_>, options: &Options) -> String {
    (by_name(format).unwrap().render)(assessment, options).into_text()
}

/// Assesses a text, held against a baseline or not.
pub fn assess(yaml: &str, baseline: Option<Baseline>, look: impl FnOnce(&Assessment<'_>)) {
    let catalog = bundled().unwrap();
    let sources = single("in.yaml", yaml);
    let inventory = gapcheck::read(&sources, &catalog, day()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let request = Request { as_of: day(), fail_on: Some(Level::High), baseline };
    look(&gapcheck::assess(&sources, &inventory, &catalog, &Files::default(), &request));
}

/// Assesses a text and shows what belongs to availability.
pub fn assess_availability(yaml: &str, look: impl FnOnce(&Assessment<'_>)) {
    let catalog = bundled().unwrap();
    let sources = single("in.yaml", yaml);
    let whole = gapcheck::read(&sources, &catalog, day()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let mut selected = whole.clone();
    selected.scope.categories.retain(|category| category.plain() == "availability");
    let request = Request { as_of: day(), fail_on: None, baseline: None };
    let narrowed = Narrowed { whole: &whole, selected: &selected };
    look(&gapcheck::assess_narrowed(&sources, &narrowed, &catalog, &Files::default(), &request));
}

/// Assesses every inventory of the repository, as it is and held against an earlier result of its own in which half of the
/// gaps were not there yet and some were less grave.
pub fn each(mut look: impl FnMut(&str, &Assessment<'_>)) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let examples = ["acme", "ci-gate", "nearly-finished", "startup"].map(|name| format!("examples/{name}"));
    let others = ["tests/healthy.yaml", "tests/inventory/complete.yaml", "tests/fixtures/hostile.yaml"];
    let catalog = bundled().unwrap();
    for path in examples.into_iter().chain(others.map(str::to_owned)) {
        let input = input::read(&[root.join(&path)]).unwrap();
        let inventory = gapcheck::read(&input.sources, &catalog, day()).unwrap();
        let files = evidence::look_up(&inventory, &input.sources);
        let mut request = Request { as_of: day(), fail_on: Some(Level::High), baseline: None };
        let first = gapcheck::assess(&input.sources, &inventory, &catalog, &files, &request);
        look(&path, &first);
        request.baseline = Some(earlier(&first));
        look(&format!("{path} compared"), &gapcheck::assess(&input.sources, &inventory, &catalog, &files, &request));
    }
}

/// A result as a baseline: without the second half of its gaps, every third of the others less grave, and one that is gone.
pub fn earlier(assessment: &Assessment<'_>) -> Baseline {
    let mut result = json(assessment);
    let gaps = result["gaps"].as_array_mut().unwrap();
    let half = gaps.len() / 2;
    gaps.truncate(half);
    for gap in gaps.iter_mut().step_by(3) {
        gap["risk"]["level"] = "very_low".into();
    }
    gaps.push(serde_json::json!({ "id": "GONE-1:evidence-stale", "risk": { "level": "high" } }));
    baseline(&result.to_string()).unwrap()
}

pub fn json(assessment: &Assessment<'_>) -> Value {
    serde_json::from_str(&rendered("json", assessment)).unwrap()
}

/// The gaps of the JSON result, worst first.
pub fn gaps(json: &Value) -> &[Value] {
    json["gaps"].as_array().unwrap()
}

/// The file and the line on which a gap stands by the JSON result, or else the line on which the organisation is named,
/// found in the files by this test itself. Beside it the line's text.
pub fn line_of(gap: &Value, assessment: &Assessment<'_>) -> (String, usize, String) {
    let files: Vec<(String, String)> = assessment
        .sources
        .iter()
        .map(|(_, file)| {
            let text = std::fs::read_to_string(&file.name).unwrap_or_else(|_| file.text.clone());
            (file.name.clone(), text.trim_start_matches('\u{feff}').to_owned())
        })
        .collect();
    if let Some(line) = gap["location"]["line"].as_u64() {
        let (name, text) = files.iter().find(|(name, _)| gap["location"]["file"] == *name).unwrap();
        let line = usize::try_from(line).unwrap();
        return (name.clone(), line, text.split('\n').nth(line - 1).unwrap().to_owned());
    }
    let named = files.iter().find_map(|(name, text)| {
        let (at, line) = text.split('\n').enumerate().find(|(_, line)| line.starts_with("organization:"))?;
        Some((name.clone(), at + 1, line.trim_end_matches('\r').to_owned()))
    });
    named.unwrap()
}
