//! A list that somebody else's file holds.

use crate::model::date::Date;
use crate::source::file::Place;

/// A table of a file: headings and rows.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// The sheet or the heading under which it stands, where the file has several.
    pub part: Option<String>,
    /// The headings.
    pub columns: Vec<String>,
    /// The rows; each has a cell for every column.
    pub rows: Vec<ListRow>,
}

/// A row of a list.
#[derive(Clone, Debug, Default)]
pub struct ListRow {
    /// Where it stands, in words: `row 12`, `sheet Changes, row 5`.
    pub at: String,
    /// Where it stands in a text, for a message that shows it.
    pub place: Option<Place>,
    /// Its cells, each on one line.
    pub cells: Vec<String>,
}

impl List {
    /// What stands in a column of a row.
    #[must_use]
    pub fn cell<'l>(&self, row: &'l ListRow, column: usize) -> &'l str {
        row.cells.get(column).map_or("", String::as_str)
    }
}

/// What a cell says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// This one.
    On(Date),
    /// One of two: `03/04/2026` is in March or in April.
    Ambiguous,
    /// None.
    None,
}

/// What reads a day as people write them.
pub type ReadDay = fn(&str) -> Day;
