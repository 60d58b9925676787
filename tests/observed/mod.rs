//! An inventory with one control of each kind an auditor asks about, assessed.

use gapcheck::Request;
use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::date::Date;
use gapcheck::model::files::{FileState, Files};

/// What is worked out by hand in the tests that use it.
pub const INVENTORY: &str = include_str!("inventory.yaml");

/// Assesses an inventory on 2026-11-22 without its gaps, so that rules yet to come change nothing here.
pub fn with<T>(yaml: &str, look: impl FnOnce(&mut Assessment<'_>) -> T) -> T {
    let catalog = bundled().expect("the catalog");
    let as_of = Date::new(2026, 11, 22).expect("a day");
    let sources = single("chain.yaml", yaml);
    let inventory = gapcheck::read(&sources, &catalog, as_of).unwrap_or_else(|problems| {
        panic!("{:?}", problems.sorted().iter().map(|one| &one.message).collect::<Vec<_>>())
    });
    let mut files = Files::default();
    files.insert(0, "evidence/q1.txt", FileState::Found(None));
    files.insert(0, "evidence/changed.txt", FileState::Found(Some("0".repeat(64))));
    let request = Request { as_of, fail_on: None, baseline: None };
    let mut assessment = gapcheck::assess(&sources, &inventory, &catalog, &files, &request);
    assessment.gaps.clear();
    assessment.criteria.iter_mut().for_each(|result| result.gaps.clear());
    assessment.controls.iter_mut().for_each(|result| result.gaps.clear());
    look(&mut assessment)
}

/// Where a control stands in the inventory.
pub fn at(assessment: &Assessment<'_>, id: &str) -> usize {
    assessment.inventory.index.controls[id]
}

/// The escape sequences of a text.
pub fn sequences(text: &str) -> std::collections::BTreeSet<String> {
    let after = text.split('\u{1b}').skip(1);
    after.map(|rest| rest.split_inclusive(|c: char| c.is_ascii_alphabetic()).next().unwrap_or("").to_owned()).collect()
}
