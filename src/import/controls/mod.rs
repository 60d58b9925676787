//! From the rows of understood tables to controls.

mod derive;
mod draft;
mod evidence;
mod join;
mod merge;
mod remarks;
mod row;

pub use crate::import::controls::draft::{Draft, Drafted, Source, drafts};
pub use crate::import::controls::join::{Joined, join, joins};
pub use crate::import::controls::merge::{Merged, merge};
pub use crate::import::controls::remarks::Remarks;
