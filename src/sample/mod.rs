//! Samples: from a list of items to those that a test looks at, and from a filled-in worksheet to a test.
//!
//! A sample follows from the set of ids, the seed and the size alone, whatever the order of the rows, and anybody can draw it
//! again with `sha256sum`.

mod attributes;
mod columns;
pub mod draw;
pub mod outcome;
pub mod population;
pub mod record;
mod spelling;
pub mod worksheet;

pub use crate::sample::attributes::attributes;
pub use crate::sample::columns::names_ids;
