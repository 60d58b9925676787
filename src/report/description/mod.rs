//! The description of the system: whether it can be written, and its skeleton, filled in from facts.
//!
//! [`skeleton`] puts it together once, without markup; a format is a function from a description to text.

pub mod block;
mod html;
mod json;
mod markdown;
pub mod skeleton;
mod terminal;
pub mod words;

use crate::model::description::{Description, DescriptionState};
use crate::report::format;
use crate::report::format::FormatOf;

/// The published JSON Schema of the format `json`.
pub const SCHEMA: &str = include_str!("../../../schemas/description-v1.schema.json");

/// A format of the description.
pub type DescriptionFormat = FormatOf<fn(&Description<'_>, &Layout) -> String>;

/// How it is laid out, and what was asked of it.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The width text is laid out for, in terminal cells.
    pub width: usize,
    /// The state at which the gate fails.
    pub fail_on: Option<DescriptionState>,
}

/// Every format, in the order of the help; the first is the default.
pub static DESCRIPTION_FORMATS: &[&DescriptionFormat] =
    &[&terminal::FORMAT, &markdown::FORMAT, &html::FORMAT, &json::FORMAT];

/// The format of a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static DescriptionFormat> {
    format::by_name(DESCRIPTION_FORMATS, name)
}
