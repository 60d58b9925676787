//! Criteria proposed for controls: which, how surely, and because of which words.

mod json;
mod markdown;
mod terminal;
pub mod view;

use crate::report::format;
use crate::report::format::FormatOf;
use crate::report::propose::view::View;

/// A format of what is proposed.
///
/// Its text is laid out for a width where the format has one.
pub type ProposeFormat = FormatOf<fn(&View<'_>, usize) -> String>;

/// Every format, in the order of the help; the first is the default.
pub static PROPOSE_FORMATS: &[&ProposeFormat] = &[&terminal::FORMAT, &markdown::FORMAT, &json::FORMAT];

/// The format of a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static ProposeFormat> {
    format::by_name(PROPOSE_FORMATS, name)
}
