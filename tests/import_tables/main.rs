//! Foreign tables and pages: what is read from them, what is left out, and what is said of those at fault.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_collect,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

mod csv;
mod damage;
mod markdown;
mod xlsx;

use gapcheck::import::file::{File, decode};
use gapcheck::import::format::{
    Format, csv as csv_format, markdown as markdown_format, markdown_front, xlsx as xlsx_format,
};
use gapcheck::import::table::Table;
use gapcheck::source::problem::Problems;

/// The formats of this test, in the order in which they are asked.
const FORMATS: [Format; 4] = [xlsx_format::FORMAT, markdown_front::FORMAT, markdown_format::FORMAT, csv_format::FORMAT];

/// What came of a file, written out.
#[derive(Debug, Default, PartialEq)]
struct Read {
    /// What it was taken for.
    format: String,
    /// Each table: where, its headings, its rows.
    tables: Vec<String>,
    /// What was left out: where, what, why.
    left_out: Vec<String>,
    /// What is wrong: the message, the text underlined, the advice.
    problems: Vec<String>,
}

fn table(table: &Table) -> String {
    let part = table.part.iter().map(|part| format!("[{part}]\n"));
    let head: Vec<&str> = table.columns.iter().map(|column| column.text.as_str()).collect();
    let rows = table.rows.iter().map(|row| {
        assert_eq!(row.cells.len(), head.len(), "a cell for every column: {row:?}");
        let cells: Vec<String> = row.cells.iter().map(|values| values.join(" + ").replace('\n', "⏎")).collect();
        format!("{}: {}\n", row.at, cells.join(" | "))
    });
    part.chain([format!("{}\n", head.join(" | "))]).chain(rows).collect()
}

/// Reads a file by the first format that takes it.
fn read(name: &str, bytes: &[u8]) -> Option<Read> {
    let text = decode(bytes);
    let file = File::new(0, name, bytes, text.as_ref().map(|(text, encoding)| (text.as_str(), *encoding)));
    let mut problems = Problems::default();
    let reading = FORMATS.iter().find_map(|format| (format.read)(&file, &mut problems))?;
    let underlined = |place: gapcheck::source::file::Place| {
        let text = file.text.expect("a place stands in a text");
        text.get(place.start as usize..place.end as usize).expect("a place is a part of the text").to_owned()
    };
    for row in reading.tables.iter().flat_map(|table| &table.rows) {
        row.place.map(underlined);
    }
    let problem = |problem: &gapcheck::source::problem::Problem| {
        let place = problem.place.map(|place| format!(" «{}»", underlined(place))).unwrap_or_default();
        format!("{}{place} ({})", problem.message, problem.help.as_deref().unwrap_or("no advice"))
    };
    Some(Read {
        format: reading.format,
        tables: reading.tables.iter().map(table).collect(),
        left_out: reading
            .left_out
            .iter()
            .map(|left| format!("{}: {}: {}", left.origin.at, left.what, left.why))
            .collect(),
        problems: problems.sorted().into_iter().map(problem).collect(),
    })
}

/// Reads a text, which must be taken by a format.
fn text(text: &str) -> Read {
    read("file", text.as_bytes()).expect("a format takes it")
}
