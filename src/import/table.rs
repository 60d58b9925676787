//! What a format makes of a file: tables of cells, or results of checks.

use crate::model::import::{CheckResult, Field, LeftOut};
use crate::source::file::Place;

/// What a file holds.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// What was found out about its format, such as `CSV, separated by semicolons, Windows-1252`.
    pub format: String,
    /// Its tables, in order.
    pub tables: Vec<Table>,
    /// Its sheets of a single column, every line of them a row: no tables to import, yet lists of something.
    pub lists: Vec<Table>,
    /// What a scanner found.
    pub results: Vec<CheckResult>,
    /// What was left out before a table was made of it.
    pub left_out: Vec<LeftOut>,
}

/// Rows of cells under headings: a sheet, a table of a page, or a list of records.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The sheet, the heading or the key under which it stands.
    pub part: Option<String>,
    /// Its columns, from the left.
    pub columns: Vec<Heading>,
    /// Its rows, from the top; each has a cell for every column.
    pub rows: Vec<Row>,
}

/// The heading of a column.
#[derive(Clone, Debug, Default)]
pub struct Heading {
    /// What stands there. Of nested records it is the way to the value, such as `metadata.id` or `spec.evidence[].type`.
    pub text: String,
    /// What the column is about, where the format itself says so; such a column is understood as that.
    pub field: Option<Field>,
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Where it stands, in words: `row 12`, `sheet Controls, row 5`, `controls[3]`.
    pub at: String,
    /// Where it stands in a text, for a message that shows it.
    pub place: Option<Place>,
    /// A cell for every column: the values in it, one unless the file itself has a list there. None where nothing stands, one
    /// empty where an empty text does.
    pub cells: Vec<Vec<String>>,
}
