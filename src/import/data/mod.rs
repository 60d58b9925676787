//! Lists of records in JSON and YAML of any shape, as tables.
//!
//! A list of mappings is a table, and so is a mapping of mappings whose keys are ids. A file that is one record is a table of one
//! row. Where lists lie in lists, those under a key such as `controls` are the ones that are meant.

mod flatten;
mod lists;
mod names;
mod own;

pub use crate::import::data::lists::tables;
pub use crate::import::data::own::is_inventory;
