//! The results of scanners become evidence and tests of controls: those that a mapping file, written by people, names.

mod attach;
pub mod mapping;
mod pattern;
mod piece;

pub use crate::import::checks::attach::{Attached, Attachment, attach};
pub use crate::import::checks::mapping::{Mapping, read};
