//! What an import understood, what it did not, what it left out, and what it changes.

mod terminal;

use crate::model::import::Import;
use crate::model::import_update::Update;

pub use crate::report::import::terminal::render;

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
