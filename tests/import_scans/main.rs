//! What scanners and plans say: read from small files of our own, attached to controls, and judged.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic"
)]

mod attached;
mod damage;
mod formats;
mod judged;
mod mapping;
mod oscal;
mod samples;

use gapcheck::import::file::{File, decode};
use gapcheck::import::format::FORMATS;
use gapcheck::import::table::Reading;
use gapcheck::model::import::CheckResult;
use gapcheck::source::problem::Problems;

/// The formats of scanners and of plans; what they leave is for others.
const OURS: [&str; 7] = [
    "ASFF",
    "OCSF",
    "OSCAL component definition",
    "OSCAL system security plan",
    "Prowler CSV",
    "SARIF",
    "pass/fail list",
];

/// The format that takes a file, what it reads, and what it finds wrong.
fn taken(name: &str, bytes: &[u8]) -> Option<(&'static str, Reading, Vec<String>)> {
    let decoded = decode(bytes);
    let file = File::new(0, name, bytes, decoded.as_ref().map(|(text, encoding)| (text.as_str(), *encoding)));
    let mut problems = Problems::default();
    let mut formats = FORMATS.iter().filter(|format| OURS.contains(&format.name));
    let found = formats.find_map(|format| Some((format.name, (format.read)(&file, &mut problems)?)));
    let told = problems.sorted().into_iter().map(|problem| problem.message.clone()).collect();
    found.map(|(format, reading)| (format, reading, told))
}

fn read(name: &str, text: &str) -> (&'static str, Reading) {
    let (format, reading, problems) = taken(name, text.as_bytes()).expect("a known format");
    assert_eq!(problems, [""; 0]);
    (format, reading)
}

/// A result in one line: check, resource, outcome, day, criteria, place.
fn line(result: &CheckResult) -> String {
    let day = result.date.map_or_else(|| "-".to_owned(), |day| day.to_string());
    let criteria = result.criteria.join(" ");
    format!("{} {} | {:?} {day} | {criteria} | {}", result.check, result.resource, result.outcome, result.origin.at)
}

fn lines(reading: &Reading) -> Vec<String> {
    reading.results.iter().map(line).collect()
}

/// What was left out, with why.
fn left_out(reading: &Reading) -> Vec<String> {
    reading.left_out.iter().map(|one| format!("{}: {}: {}", one.origin.at, one.what, one.why)).collect()
}
