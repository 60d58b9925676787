//! What is due, for people, calendars, spreadsheets and machines: a format is a function from an agenda to text.

mod csv;
mod ics;
mod json;
mod markdown;
mod terminal;
mod words;

use crate::model::due::Agenda;
use crate::report::format;
use crate::report::format::FormatOf;

/// A format of what is due.
///
/// Its text is laid out for a width where the format has one.
pub type DueFormat = FormatOf<fn(&Agenda<'_>, usize) -> String>;

/// Every format, in the order of the help; the first is the default.
pub static DUE_FORMATS: &[&DueFormat] =
    &[&terminal::FORMAT, &markdown::FORMAT, &json::FORMAT, &csv::FORMAT, &ics::FORMAT];

/// The format of a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static DueFormat> {
    format::by_name(DUE_FORMATS, name)
}
