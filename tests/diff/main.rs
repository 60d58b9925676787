//! What changed between two assessments, and what changed it: by hand, on random pairs, in every format, and as it is run.
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

mod causes;
mod command;
#[path = "../common/mod.rs"]
mod common;
mod properties;
mod reports;

use gapcheck::diff::Between;
use gapcheck::load::inventory::single;
use gapcheck::model::date::Date;
use gapcheck::model::difference::Difference;
use gapcheck::model::files::{FileState, Files};
use gapcheck::model::inventory::Inventory;
use gapcheck::model::level::Level;
use gapcheck::model::snapshot::{Assessed, Side};

use common::{as_of, catalog};

/// An inventory with the files that lie beside it, and the day it is assessed on.
#[derive(Clone)]
struct Given {
    yaml: String,
    files: Vec<(String, FileState)>,
    day: Date,
}

impl Given {
    fn new(yaml: &str) -> Self {
        Self { yaml: yaml.to_owned(), files: Vec::new(), day: as_of() }
    }

    fn on(self, day: &str) -> Self {
        Self { day: day.parse().expect("a day"), ..self }
    }

    fn with(mut self, path: &str) -> Self {
        self.files.push((path.to_owned(), FileState::Found(None)));
        self
    }

    fn read(&self, day: Date) -> Inventory {
        gapcheck::read(&single("in.yaml", &self.yaml), catalog(), day)
            .unwrap_or_else(|problems| panic!("{problems:?}\n{}", self.yaml))
    }

    fn found(&self) -> Files {
        let mut files = Files::default();
        for (path, state) in &self.files {
            files.insert(0, path, state.clone());
        }
        files
    }

    fn assessed(&self, path: &str) -> Assessed {
        let inventory = self.read(self.day);
        let snapshot = gapcheck::snapshot(&inventory, catalog(), &self.found(), self.day);
        Assessed { side: Side::of(path.to_owned(), &inventory, catalog(), self.day), snapshot }
    }
}

/// How the second differs from the first.
fn diff(old: &Given, new: &Given) -> Difference {
    gated(old, new, None)
}

fn gated(old: &Given, new: &Given, fail_on: Option<Level>) -> Difference {
    let (later, now) = (old.read(new.day), new.read(new.day));
    let (old_files, new_files) = (old.found(), new.found());
    let between = Between { old: &later, old_files: &old_files, new: &now, new_files: &new_files, numbered_from: 1 };
    gapcheck::difference((old.assessed("old"), new.assessed("new")), Some(&between), catalog(), fail_on)
}

/// The same where only results of the two are left.
fn without_causes(old: &Given, new: &Given) -> Difference {
    gapcheck::difference((old.assessed("old"), new.assessed("new")), None, catalog(), None)
}
