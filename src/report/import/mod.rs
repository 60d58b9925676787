//! What an import understood, what it did not, what it left out, and what it changes.

mod json;
mod terminal;

use crate::model::import::Import;
use crate::model::import_update::Update;
use crate::report::format::FormatOf;

/// A format of what is told of an import, laid out for a width where it has one.
pub type ImportFormat = FormatOf<fn(&ImportPage<'_>, usize) -> String>;

/// Every format, in the order of the help; the first is the default.
pub static IMPORT_FORMATS: &[&ImportFormat] = &[&terminal::FORMAT, &json::FORMAT];

/// All that is told of an import.
#[derive(Clone, Copy, Debug)]
pub struct ImportPage<'a> {
    /// What was understood.
    pub import: &'a Import,
    /// What changes in the inventory.
    pub update: &'a Update,
    /// The file of the inventory, as it was given.
    pub target: &'a str,
    /// Whether the inventory is there already.
    pub is_there: bool,
    /// Whether nothing is written: it is only shown.
    pub dry_run: bool,
}

impl ImportPage<'_> {
    /// Whether the inventory is written.
    #[must_use]
    pub fn writes(&self) -> bool {
        !self.dry_run && !self.update.edits.is_empty()
    }
}
