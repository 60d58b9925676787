//! An inventory with one control of each kind an auditor asks about, assessed.

#![allow(dead_code, reason = "each test file uses its own part")]

use gapcheck::Request;
use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::{Assessment, ControlResult};
use gapcheck::model::date::Date;
use gapcheck::model::files::{FileState, Files};
use gapcheck::model::verdict::Verdict;

/// What is worked out by hand in the tests that use it.
pub const INVENTORY: &str = include_str!("inventory.yaml");

/// The gap that is left.
pub const CAPACITY: &str = "A1.1:criterion-without-control";

/// What was concluded of the controls, on design and on operation.
const CONCLUDED: [(&str, Verdict, Verdict); 6] = [
    ("BK-01", Verdict::NoGap, Verdict::Partial),
    ("CA-01", Verdict::Unverified, Verdict::Partial),
    ("FO-01", Verdict::NoGap, Verdict::NoGap),
    ("NEW-01", Verdict::Gap, Verdict::Gap),
    ("OLD-01", Verdict::Gap, Verdict::Gap),
    ("RT-01", Verdict::NoGap, Verdict::Gap),
];

/// Assesses an inventory on 2026-11-22, with one gap and with verdicts that are chosen, so that rules yet to come change
/// nothing here.
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
    assessment.gaps.retain(|gap| gap.id() == CAPACITY);
    assessment.gaps[0].number = 1;
    let capacity = catalog.position("A1.1".parse().expect("an id")).expect("a criterion");
    for result in &mut assessment.criteria {
        result.gaps = if result.criterion == capacity { vec![0] } else { Vec::new() };
    }
    for (id, design, operation) in CONCLUDED {
        let at = at(&assessment, id);
        let type2 = assessment.controls[at].operation.is_some();
        assessment.controls[at] = ControlResult { design, operation: type2.then_some(operation), gaps: Vec::new() };
    }
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
