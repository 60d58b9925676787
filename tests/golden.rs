//! Every example in every format, byte for byte as it was read by a person and found right.
//!
//! `UPDATE=1 cargo test --test golden` writes the files anew; read the difference before you commit it.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may write what it compares"
)]

use std::fs;
use std::path::{Path, PathBuf};

use gapcheck::Request;
use gapcheck::io::{evidence, input};
use gapcheck::load::catalog::bundled;
use gapcheck::model::date::Date;
use gapcheck::model::level::Level;
use gapcheck::report::{FORMATS, Options};

const EXAMPLES: [&str; 4] = ["startup", "acme", "nearly-finished", "ci-gate"];

/// The formats somebody reads through whenever they change. What the others hold is worked out by hand in tests of their own.
const READ_THROUGH: [&str; 3] = ["terminal", "markdown", "json"];

fn hold(example: &str) {
    let catalog = bundled().expect("the catalog reads");
    let as_of = Date::new(2026, 11, 22).expect("a day");
    // Tests run in the folder of the package, so paths and thus the texts are the same on every machine.
    let input = input::read(&[PathBuf::from(format!("examples/{example}"))]).expect("the example");
    let inventory = gapcheck::read(&input.sources, &catalog, as_of).unwrap_or_else(|problems| panic!("{problems:?}"));
    let files = evidence::look_up(&inventory, &input.sources);
    let request = Request { as_of, fail_on: Some(Level::High), baseline: None };
    let assessment = gapcheck::assess(&input.sources, &inventory, &catalog, &files, &request);
    for format in FORMATS.iter().filter(|format| READ_THROUGH.contains(&format.name)) {
        for width in if format.styled { vec![80, 200] } else { vec![100] } {
            let text = (format.render)(&assessment, &Options { width, ..Options::default() }).into_text();
            let text = anstream::adapter::strip_str(&text).to_string();
            let name = if format.styled {
                format!("{example}-{width}.{}", format.extension)
            } else {
                format!("{example}.{}", format.extension)
            };
            compare(&Path::new("tests/golden").join(name), &text);
        }
    }
}

fn compare(path: &Path, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all("tests/golden").expect("a folder");
        return fs::write(path, text).expect("a file");
    }
    let golden = fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    let differs = golden.lines().zip(text.lines()).position(|(old, new)| old != new);
    let line = differs.unwrap_or_else(|| golden.lines().count().min(text.lines().count()));
    let show = |text: &str| text.lines().nth(line).unwrap_or("(nothing)").to_owned();
    assert!(
        golden == text,
        "{}:{} was\n  {}\nand is\n  {}\nUPDATE=1 cargo test --test golden writes it anew; read the difference first",
        path.display(),
        line + 1,
        show(&golden),
        show(text)
    );
}

#[test]
fn startup() {
    hold("startup");
}

#[test]
fn acme() {
    hold("acme");
}

#[test]
fn nearly_finished() {
    hold("nearly-finished");
}

#[test]
fn ci_gate() {
    hold("ci-gate");
}

#[test]
fn every_example_is_held() {
    let folders = fs::read_dir("examples").expect("the examples");
    let mut names: Vec<String> = folders
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let mut expected = EXAMPLES;
    expected.sort_unstable();
    assert_eq!(names, expected);
}
