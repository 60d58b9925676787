//! A table of lines: headings found, what is above them and what is no row told.

use crate::import::grid::Line;
use crate::import::grid::header;
use crate::import::grid::help;
use crate::import::table::{Heading, Row, Table};

/// A line that became no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Its number.
    pub number: usize,
    /// What stands there.
    pub what: String,
    /// Why it is no row.
    pub why: String,
}

/// A table, and the lines that are no part of it.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The table, its rows without a word where they stand.
    pub table: Table,
    /// The lines that are no part of it.
    pub dropped: Vec<Dropped>,
}

/// How the parts of a table are called where it came from.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// A column without a heading, by its number from zero.
    pub column: fn(usize) -> String,
}

/// The table that lines make below the line of their headings, where they make one: a row at least. Where that line is a row
/// itself there are no headings, and the columns are numbered.
#[must_use]
pub fn of(lines: Vec<Line>, head: usize, names: Names) -> Option<Found> {
    let without_headings = header::is_row(&lines, head);
    let mut above = lines;
    let mut rows = above.split_off(head);
    let head = if without_headings { Line::default() } else { rows.remove(0) };
    let why = if without_headings {
        "it stands above the rows, which have no headings".to_owned()
    } else {
        above_why(head.number)
    };
    let mut dropped: Vec<Dropped> = above.into_iter().map(|line| drop(&line, why.clone())).collect();
    if !without_headings && help::is_first(&rows) {
        let why = "it explains the headings: nearly all of its cells are sentences, those of the rows below are not";
        dropped.push(drop(&rows.remove(0), why.to_owned()));
    }
    let columns = columns(&head, &rows, names);
    let headings = columns.iter().map(|(_, heading)| heading.clone()).collect();
    let mut table = Table { part: None, columns: headings, rows: Vec::new() };
    for line in rows {
        if line.title {
            dropped.push(drop(&line, "it is laid over several columns, a title and no row".to_owned()));
        } else {
            table.rows.push(row(line, &columns));
        }
    }
    (!table.rows.is_empty()).then_some(Found { table, dropped })
}

fn above_why(headings: usize) -> String {
    format!("it stands above the headings, which are in row {headings}")
}

fn drop(line: &Line, why: String) -> Dropped {
    let cells: Vec<&str> = line.filled().map(|(_, cell)| cell).collect();
    Dropped { number: line.number, what: crate::text::wrap::truncate(&cells.join(" · ").replace('\n', " "), 80), why }
}

/// The columns in which anything stands, each with its heading.
fn columns(head: &Line, rows: &[Line], names: Names) -> Vec<(usize, Heading)> {
    let width = rows.iter().map(|line| line.cells.len()).max().unwrap_or(0).max(head.cells.len());
    let mut used = vec![false; width];
    for line in rows.iter().filter(|line| !line.title) {
        for (at, _) in line.filled() {
            if let Some(used) = used.get_mut(at) {
                *used = true;
            }
        }
    }
    let used = used.iter().enumerate().filter(|(at, used)| **used || !head.cell(*at).is_empty());
    used.map(|(at, _)| {
        let text = head.cell(at);
        let text = if text.is_empty() { (names.column)(at) } else { text.replace('\n', " ") };
        (at, Heading { text, field: None })
    })
    .collect()
}

fn row(line: Line, columns: &[(usize, Heading)]) -> Row {
    let at = format!("row {}", line.number);
    let place = line.place;
    let mut cells = line.cells;
    let mut take = |column: usize| match cells.get_mut(column).map(std::mem::take) {
        Some(text) if !text.is_empty() => vec![text],
        _ => Vec::new(),
    };
    Row { at, place, cells: columns.iter().map(|(column, _)| take(*column)).collect() }
}
