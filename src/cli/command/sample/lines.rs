//! Lists of a single column: an id on each line of a text, or in each row of a sheet.

use crate::import::table::{Heading, Row, Table};
use crate::sample::names_ids;
use crate::source::file::Place;

/// What separates columns.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// A list with an id on each line, where no line holds what separates columns.
pub(super) fn lines(number: u32, text: &str) -> Option<Table> {
    let mut offset = 0;
    let mut rows = Vec::new();
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let (start, end) = (offset, offset + line.trim_end().len());
        offset += line.len();
        let cell = line.trim().trim_matches('"').trim();
        if cell.contains(SEPARATORS) {
            return None;
        }
        if !cell.is_empty() {
            let place = Place { file: number, start: u32::try_from(start).ok()?, end: u32::try_from(end).ok()? };
            rows.push(Row { at: format!("row {}", at + 1), place: Some(place), cells: vec![vec![cell.to_owned()]] });
        }
    }
    below_heading(Table { rows, ..Table::default() })
}

/// A list below its heading, where anything stands there. The first line is the heading where it says that ids stand below it,
/// or holds no digit while all others do.
pub(super) fn below_heading(mut list: Table) -> Option<Table> {
    let has_heading = begins_with_heading(&list.rows);
    let heading = if has_heading { text_of(&list.rows.remove(0)) } else { "line".to_owned() };
    list.columns = vec![Heading { text: heading, field: None }];
    (!list.rows.is_empty()).then_some(list)
}

fn begins_with_heading(rows: &[Row]) -> bool {
    let Some((first, rest)) = rows.split_first() else { return false };
    let digit = |row: &Row| text_of(row).contains(|c: char| c.is_ascii_digit());
    names_ids(&text_of(first)) || (!rest.is_empty() && !digit(first) && rest.iter().all(digit))
}

fn text_of(row: &Row) -> String {
    row.cells.concat().concat()
}

/// Why a file in which no list was found holds none, in the rest of a sentence that begins with its name.
pub(super) fn why_none(text: Option<&str>) -> String {
    let is_filled = |line: &&str| line.contains(|c: char| !c.is_whitespace() && c != '"' && !SEPARATORS.contains(&c));
    let why = match text.map(|text| text.lines().filter(is_filled).count()) {
        Some(0) => "it is empty",
        Some(1) => "nothing stands below its headings",
        Some(_) => {
            "it is neither a table, with headings in its first row and as many cells in every other, nor a text with an id on \
             each line"
        }
        None => "no sheet and no table in it has a row below headings",
    };
    format!("holds no list: {why}")
}
