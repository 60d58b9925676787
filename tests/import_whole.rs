//! The whole way of a foreign table: whatever stands in it, the inventory that is written can be read, and says no more than the
//! table does.
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

mod common;

use std::collections::{BTreeMap, BTreeSet};

use gapcheck::edit::new;
use gapcheck::import::file::{File, decode};
use gapcheck::import::import;
use gapcheck::import::update::update;
use gapcheck::load::inventory::single;
use gapcheck::model::edit::{Edit, Record, Written};
use gapcheck::model::import::Import;
use gapcheck::model::import_update::Memory;
use gapcheck::report::import::{IMPORT_FORMATS, ImportPage};
use gapcheck::source::problem::Problems;
use proptest::prelude::*;

/// What people, programs and attackers put into cells.
const CELLS: [&str; 30] = [
    "",
    " ",
    "AC-1",
    "AC-1",
    "ac 1",
    "CC6.1",
    "CC8.2, cc 6.3",
    "A1.2-A1.3",
    "Implemented",
    "N/A",
    "Partial",
    "Quarterly",
    "Jane Roe",
    "no",
    "2026-01-01",
    "03/04/2026",
    "=cmd|' /C calc'!A0",
    "\u{1b}[31mred\u{1b}[0m",
    "::error::gotcha",
    "a: b",
    "- x",
    "#",
    "\"\u{202e}",
    "line one\nline two",
    "https://example.org/a?b=c",
    "evidence/a.pdf",
    "{{ 7*7 }}",
    "<script>",
    "&a *b",
    "A control that says at some length who does what, when, and how it is shown, so that it is taken for a description.",
];
const HEADINGS: [&str; 14] = [
    "Control ID",
    "Control Name",
    "Description",
    "TSC",
    "Owner",
    "Status",
    "Frequency",
    "Evidence",
    "Evidence Link",
    "Type",
    "Implemented on",
    "Notes",
    "",
    "SOC 2",
];

fn table() -> impl Strategy<Value = (Vec<usize>, Vec<Vec<usize>>)> {
    prop::collection::vec(0..HEADINGS.len(), 2..9).prop_flat_map(|headings| {
        let row = prop::collection::vec(0..CELLS.len(), headings.len());
        (Just(headings), prop::collection::vec(row, 1..9))
    })
}

fn csv((headings, rows): &(Vec<usize>, Vec<Vec<usize>>)) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(headings.iter().map(|at| HEADINGS[*at])).unwrap();
    for row in rows {
        writer.write_record(row.iter().map(|at| CELLS[*at])).unwrap();
    }
    writer.into_inner().unwrap()
}

fn read(bytes: &[u8]) -> Option<Import> {
    let (text, encoding) = decode(bytes)?;
    let file = File::new(0, "controls.csv", bytes, Some((&text, encoding)));
    let mut problems = Problems::default();
    let import = import(&[file], &BTreeMap::new(), common::catalog(), &mut problems);
    problems.is_empty().then_some(import)
}

fn written(edits: &[Edit]) -> String {
    let mut head = Record::default();
    head.put("organization", Some(Written::Text("Acme".to_owned())));
    let controls = edits.iter().map(|edit| match edit {
        Edit::Add(record) => record.clone(),
        other => panic!("{other:?}"),
    });
    new::inventory(&[], &head, &controls.collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(common::random::cases(400, 6))]

    #[test]
    fn what_is_written_can_be_read_and_claims_no_more(table in table()) {
        let Some(import) = read(&csv(&table)) else { return Ok(()) };
        let files = BTreeSet::from(["controls.csv".to_owned()]);
        let first = update(&import, None, Memory::default(), &files);
        let text = written(&first.edits);
        let inventory = gapcheck::read(&single("inventory.yaml", &text), common::catalog(), common::as_of());
        let inventory = inventory.unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
        prop_assert_eq!(inventory.controls.len(), import.controls.len());
        for theirs in &import.controls {
            let ours = &inventory.controls[inventory.index.controls[theirs.id.as_str()]];
            prop_assert_eq!(ours.criteria.len(), theirs.criteria.len());
            prop_assert_eq!(ours.evidence.len(), theirs.evidence.len());
            let said = table.1.iter().flatten().any(|at| CELLS[*at] == "Implemented");
            prop_assert!(said || ours.status.to_string() != "implemented", "nobody said so: {}", text);
        }
        // The same again changes nothing.
        let again = update(&import, Some(&inventory), first.memory.clone(), &files);
        prop_assert_eq!(&again.edits, &[], "{}", text);
        // What is told drives no terminal.
        let page = ImportPage { import: &import, update: &first, target: "inventory.yaml", is_there: false, dry_run: false };
        for format in IMPORT_FORMATS {
            let told = anstream::adapter::strip_str(&(format.render)(&page, 80)).to_string();
            prop_assert!(!told.contains('\u{1b}'), "{}", told);
            if format.name == "terminal" {
                prop_assert!(!told.contains('\u{202e}'), "{}", told);
                // As whatever is printed goes through, for the log of a CI system.
                let logged = gapcheck::text::escape::github_log(&told);
                prop_assert!(!logged.lines().any(|line| line.trim_start().starts_with("::")), "{}", logged);
            } else {
                prop_assert!(serde_json::from_str::<serde_json::Value>(&told).is_ok(), "{}", told);
            }
        }
    }
}
