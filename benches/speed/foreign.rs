//! A control matrix as people keep it in a spreadsheet: twelve columns, of which some are of no use.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::time::Duration;

use calamine::{Reader, Xlsx};
use gapcheck::edit::{edited, new};
use gapcheck::import::file::{File, decode};
use gapcheck::import::{import, update};
use gapcheck::load::inventory::single;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::date::Date;
use gapcheck::model::edit::{Edit, Record, Written};
use gapcheck::model::import::Import;
use gapcheck::model::import_update::Memory;
use gapcheck::source::problem::Problems;
use rust_xlsxwriter::Workbook;

use crate::timed;

const HEADINGS: [&str; 12] = [
    "Control ID",
    "Control Name",
    "Description",
    "SOC 2 Criteria",
    "Owner",
    "Status",
    "Frequency",
    "Key Evidence",
    "Department",
    "Last reviewed",
    "Comments",
    "Priority",
];

/// The rows of such a matrix.
fn rows(controls: usize) -> impl Iterator<Item = [String; 12]> {
    (0..controls).map(|at| {
        [
            format!("CTL-{at:05}"),
            format!("Control number {at}"),
            format!("Each quarter the owner of system {at} compares the list of its users, with their rights, with the roster."),
            format!("CC6.{}, CC {}.1; ISO 27001 A.5.{}", at % 8 + 1, at % 5 + 1, at % 30 + 1),
            format!("Person {}", at % 40),
            ["Implemented", "In progress", "Not started", "Partial"].map(str::to_owned)[at % 4].clone(),
            ["Quarterly", "Annually", "per change", "24x7"].map(str::to_owned)[at % 4].clone(),
            "Export of users + ticket of each removal".to_owned(),
            format!("Department {}", at % 12),
            format!("2026-{:02}-{:02}", at % 12 + 1, at % 28 + 1),
            "Reviewed with the auditor, \"no finding\", see minutes".to_owned(),
            ["High", "Medium", "Low"].map(str::to_owned)[at % 3].clone(),
        ]
    })
}

/// As CSV.
pub fn csv(controls: usize) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADINGS).expect("a row");
    for row in rows(controls) {
        writer.write_record(&row).expect("a row");
    }
    writer.into_inner().expect("all of it")
}

/// As a workbook.
pub fn xlsx(controls: usize) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, HEADINGS).expect("a row");
    for (number, row) in (1..).zip(rows(controls)) {
        sheet.write_row(number, 0, row).expect("a row");
    }
    book.save_to_buffer().expect("a workbook")
}

/// Importing 10,000 rows, against what the libraries need to read their cells: the best of several rounds.
pub fn importing(catalog: &Catalog) {
    let rows = 10_000;
    let (csv, xlsx) = (csv(rows), xlsx(rows));
    let cells_of_csv =
        || csv::Reader::from_reader(csv.as_slice()).records().flatten().map(|row| row.len()).sum::<usize>();
    let cells_of_xlsx = || {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx.as_slice())).expect("a workbook");
        book.worksheets().iter().map(|(_, sheet)| sheet.used_cells().count()).sum::<usize>()
    };
    println!("{:>28} {:>9} {:>9} {:>7}", "importing 10,000 rows", "cells", "import", "ratio");
    for (name, bytes, cells) in [("csv", &csv, &cells_of_csv as &dyn Fn() -> usize), ("xlsx", &xlsx, &cells_of_xlsx)] {
        let cells = best(|| assert_eq!(cells(), 12 * (rows + usize::from(name == "xlsx")), "{name}"));
        let took = best(|| assert_eq!(first(catalog, bytes).1.len(), rows));
        told(name, cells, took);
    }
    let (import, added) = first(catalog, &csv);
    let files = BTreeSet::from(["controls.csv".to_owned()]);
    let memory = update::update(&import, None, Memory::default(), &files).memory;
    let text = written(&added);
    let reading = best(|| drop(read(catalog, &text)));
    let again = best(|| assert!(next(catalog, &text, &memory, &import).is_empty()));
    told("again, nothing new", reading, again);
    let mut changed = import.clone();
    for control in &mut changed.controls {
        control.name += " (renamed)";
    }
    let renamed = best(|| {
        let edits = next(catalog, &text, &memory, &changed);
        assert_eq!(edits.len(), rows);
        assert!(edited(&text, &edits).is_ok());
    });
    told("again, every name changed", reading, renamed);
}

fn told(name: &str, base: Duration, took: Duration) {
    let ms = [base, took].map(|took| took.as_secs_f64() * 1e3);
    println!("{name:>28} {:>6.0} ms {:>6.0} ms {:>7.2}", ms[0], ms[1], ms[1] / ms[0]);
}

fn best(mut work: impl FnMut()) -> Duration {
    (0..5).map(|_| timed(&mut work)).min().unwrap_or_default()
}

/// What a file says, as the text of an inventory would hold it.
fn first(catalog: &Catalog, bytes: &[u8]) -> (Import, Vec<Record>) {
    let text = decode(bytes);
    let file = File::new(0, "controls", bytes, text.as_ref().map(|(text, encoding)| (text.as_str(), *encoding)));
    let mut problems = Problems::default();
    let import = import(&[file], &BTreeMap::new(), catalog, &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    let update = update::update(&import, None, Memory::default(), &BTreeSet::new());
    let added = update.edits.into_iter().filter_map(|edit| match edit {
        Edit::Add(record) => Some(record),
        _ => None,
    });
    let added: Vec<Record> = added.collect();
    std::hint::black_box(written(&added));
    (import, added)
}

fn written(controls: &[Record]) -> String {
    let mut head = Record::default();
    head.put("organization", Some(Written::Text("Acme".to_owned())));
    new::inventory(&[], &head, controls)
}

fn read(catalog: &Catalog, text: &str) -> gapcheck::model::inventory::Inventory {
    let as_of = Date::new(2026, 11, 22).expect("a day");
    gapcheck::read(&single("bench.yaml", text), catalog, as_of)
        .unwrap_or_else(|told| panic!("{:?}", told.sorted().first()))
}

fn next(catalog: &Catalog, text: &str, memory: &Memory, import: &Import) -> Vec<Edit> {
    update::update(import, Some(&read(catalog, text)), memory.clone(), &BTreeSet::new()).edits
}
