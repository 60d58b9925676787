//! What SOC 2 controls also speak to in another framework, for people, spreadsheets and machines.
//!
//! [`shown`] says what is asked for: the list of frameworks, a mapping to browse, or a mapping laid over an inventory. A format
//! is a function from that to text.

mod browse;
mod cell;
mod clause;
mod counts;
mod csv;
mod json;
mod markdown;
pub mod shown;
mod terminal;
mod words;

use crate::report::crosswalk::shown::Shown;
use crate::report::format;
use crate::report::format::FormatOf;

/// A format of a crosswalk.
///
/// Its text is laid out for a width where the format has one.
pub type CrosswalkFormat = FormatOf<fn(&Shown<'_>, usize) -> String>;

/// Every format, in the order of the help; the first is the default.
pub static CROSSWALK_FORMATS: &[&CrosswalkFormat] =
    &[&terminal::FORMAT, &markdown::FORMAT, &json::FORMAT, &csv::FORMAT];

/// The format of a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static CrosswalkFormat> {
    format::by_name(CROSSWALK_FORMATS, name)
}
