//! Lines of cells, as a spreadsheet has them, into a table: where the headings are, what is no row.

pub mod cell;
pub mod header;
pub mod help;
pub mod table;

use crate::source::file::Place;

/// A line of cells that is not blank.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Its number as a spreadsheet counts, from one.
    pub number: usize,
    /// Where it stands in a text.
    pub place: Option<Place>,
    /// Its cells from the first column on, trimmed; empty where nothing stands.
    pub cells: Vec<String>,
    /// Whether it is a text laid over several columns, which is a title within a table and no row of it.
    pub title: bool,
}

impl Line {
    /// The columns in which something stands.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(|(at, cell)| (at, cell.as_str()))
    }

    /// What stands in a column.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}
