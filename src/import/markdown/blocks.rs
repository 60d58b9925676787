//! What a page is made of, as far as controls are told in it.

use crate::import::markdown::label::Line;
use crate::source::file::Place;

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// From one, the highest.
        level: usize,
        /// What it says.
        text: String,
        /// Where.
        place: Place,
    },
    /// A paragraph, line by line.
    Paragraph(Vec<Line>),
    /// An item of a list.
    Item {
        /// How deep its list lies in others, from one.
        depth: usize,
        /// What it says before the lists in it.
        lines: Vec<Line>,
    },
    /// A table.
    Table(Grid),
}

/// A table of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Its headings.
    pub head: Vec<String>,
    /// Where they stand.
    pub place: Place,
    /// Its rows.
    pub rows: Vec<(Place, Vec<String>)>,
}
