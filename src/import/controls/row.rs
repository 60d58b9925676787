//! A row through the eyes of its layout: the values of each field.

use crate::import::columns::{Layout, is_blank};
use crate::import::table::Row;
use crate::model::import::Field;

/// A row and what its columns are about.
#[derive(Clone, Copy)]
pub struct View<'t> {
    /// The row.
    pub row: &'t Row,
    /// What its columns are about.
    pub layout: &'t Layout,
}

impl<'t> View<'t> {
    /// The values of a column that say something.
    pub fn column(self, at: usize) -> impl Iterator<Item = &'t str> {
        self.row.cells.get(at).into_iter().flatten().map(|value| value.trim()).filter(|value| !is_blank(value))
    }

    /// The values of all columns of a field.
    pub fn values(self, field: Field) -> impl Iterator<Item = &'t str> {
        self.layout.all(field).flat_map(move |at| self.column(at))
    }

    /// The text of a field on one line; several values are parted by commas.
    pub fn line(self, field: Field) -> Option<String> {
        let values: Vec<String> = self.values(field).map(one_line).filter(|value| !value.is_empty()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    /// The text of a field with its lines.
    pub fn text(self, field: Field) -> Option<String> {
        let values: Vec<String> = self.values(field).map(lines).filter(|value| !value.is_empty()).collect();
        (!values.is_empty()).then(|| values.join("\n"))
    }

    /// The first value of a field.
    pub fn first(self, field: Field) -> Option<&'t str> {
        self.values(field).next()
    }

    /// The first thing the row says at all.
    pub fn anything(self) -> Option<&'t str> {
        self.row.cells.iter().flatten().map(|value| value.trim()).find(|value| !is_blank(value))
    }
}

/// A text without the marks of emphasis around it, on one line.
fn one_line(text: &str) -> String {
    let bare = text.trim().trim_matches(['*', '`', '_']);
    bare.replace("<br>", " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn lines(text: &str) -> String {
    let text = ["<br>", "<br/>", "<br />"].iter().fold(text.replace("\r\n", "\n"), |text, tag| text.replace(tag, "\n"));
    text.trim().to_owned()
}
