//! What changed from one assessment to another: a format is a function from a difference to text.

mod counts;
mod json;
mod markdown;
mod terminal;
mod ways;
mod words;

use crate::model::difference::Difference;
use crate::report::format;
use crate::report::format::FormatOf;

/// A format of what changed.
///
/// Its text is laid out for a width where the format has one.
pub type DiffFormat = FormatOf<fn(&Difference, usize) -> String>;

/// Every format, in the order of the help; the first is the default.
pub static DIFF_FORMATS: &[&DiffFormat] = &[&terminal::FORMAT, &markdown::FORMAT, &json::FORMAT];

/// The JSON Schema that every JSON difference of version 1 meets.
pub const SCHEMA: &str = include_str!("../../../schemas/diff-v1.schema.json");

/// The format of a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static DiffFormat> {
    format::by_name(DIFF_FORMATS, name)
}
