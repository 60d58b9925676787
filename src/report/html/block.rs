//! What most sections are: paragraphs, lists, tables and pictures, one after the other.

use askama::Template;
use askama::filters::Safe;

use crate::report::html::markup::{Markup, text};

/// A block of a section.
pub(in crate::report) enum Block {
    /// A heading within the section, with the id it is reached by.
    Heading(&'static str, String),
    /// A paragraph.
    Words(Markup),
    /// A list.
    List(Vec<Markup>),
    /// A table.
    Table(Table),
    /// Something that stands for itself, such as a picture.
    Whole(Markup),
}

/// A table with a name; its first column names the rows.
pub(in crate::report) struct Table {
    /// The id it is reached by.
    pub(in crate::report) id: String,
    /// What stands above it.
    pub(in crate::report) caption: String,
    /// Its columns.
    pub(in crate::report) columns: Vec<Column>,
    /// Its rows.
    pub(in crate::report) rows: Vec<Vec<Markup>>,
}

/// A column of a table.
#[derive(Clone, Copy)]
pub(in crate::report) enum Column {
    /// Words, to the left.
    Words(&'static str),
    /// Numbers, to the right.
    Number(&'static str),
}

impl Column {
    fn name(self) -> &'static str {
        match self {
            Self::Words(name) | Self::Number(name) => name,
        }
    }

    fn is_number(self) -> bool {
        matches!(self, Self::Number(_))
    }
}

#[derive(Template)]
#[template(path = "blocks.html")]
struct Blocks<'b> {
    blocks: &'b [Block],
}

/// Blocks as they are printed.
pub(in crate::report) fn blocks(blocks: &[Block]) -> Markup {
    printed(&Blocks { blocks })
}

/// A paragraph of our own words.
pub(in crate::report) fn words(said: &str) -> Block {
    Block::Words(text(said))
}

/// A template as it is printed.
///
/// Printing to a text fails only where a template itself asks for it, which none does.
pub(in crate::report) fn printed(template: &impl Template) -> Markup {
    Safe(template.render().unwrap_or_else(|error| error.to_string()))
}
