//! The checklist of an assessment: how far the work around it has come, ticked from facts and never by a typed word.
//!
//! [`items`] looks at the facts once; a format is a function from an assessment to text.

pub mod item;
pub mod items;
mod json;
mod markdown;
mod on_records;
mod terminal;

use crate::model::assessment::Assessment;
use crate::report::format;
use crate::report::format::FormatOf;

/// A format of the checklist.
///
/// Its text is laid out for a width where the format has one.
pub type ChecklistFormat = FormatOf<fn(&Assessment<'_>, usize) -> String>;

/// Every format, in the order of the help; the first is the default.
pub static CHECKLIST_FORMATS: &[&ChecklistFormat] = &[&terminal::FORMAT, &markdown::FORMAT, &json::FORMAT];

/// The format of a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static ChecklistFormat> {
    format::by_name(CHECKLIST_FORMATS, name)
}
