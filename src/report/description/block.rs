//! What the skeleton consists of, before any markup. Words of the inventory are in it as they are: a format escapes them.

use crate::source::file::Place;

/// A block of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading within the section.
    Heading(String),
    /// A paragraph of our own words, with what stands between ticks as code.
    Words(String),
    /// A paragraph of the inventory's words, and where they stand.
    Said(String, Place),
    /// What a person has to write, as the rest of "To write: ".
    ToWrite(String),
    /// A table.
    Table(Table),
    /// The data flows as a picture, for what can draw them.
    Flows,
}

/// A table; each row has a cell for every column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is of.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<&'static str>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A word or a day that is never torn apart at the end of a line.
    Whole(String),
    /// Ids, one after the other.
    Ids(Vec<String>),
    /// An id with a name.
    Named(String, String),
    /// A place in the inventory.
    Source(Place),
}

impl Cell {
    /// Words that may be absent.
    #[must_use]
    pub fn words(text: Option<&str>) -> Self {
        Self::Text(text.unwrap_or_default().trim().to_owned())
    }

    /// Ids.
    #[must_use]
    pub fn ids<T: std::fmt::Display>(ids: impl IntoIterator<Item = T>) -> Self {
        Self::Ids(ids.into_iter().map(|id| id.to_string()).collect())
    }
}

/// A table as the only block; of no rows, none.
#[must_use]
pub fn table(caption: &str, columns: &[&'static str], rows: Vec<Vec<Cell>>) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Table(Table { caption: caption.to_owned(), columns: columns.to_vec(), rows })]
}
