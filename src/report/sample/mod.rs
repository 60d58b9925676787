//! A sample, and the worksheet that goes with it: a format is a function from a sample to text or a workbook.

mod csv;
mod json;
mod markdown;
mod terminal;
pub(super) mod words;

use crate::model::sampling::Sampling;
use crate::report::format;
use crate::report::format::{Content, FormatOf};

/// A format of a sample.
///
/// Its text is laid out for a width where the format has one.
pub type SampleFormat = FormatOf<fn(&Sampling<'_>, usize) -> Content>;

/// Every format, in the order of the help; the first is the default.
pub static SAMPLE_FORMATS: &[&SampleFormat] =
    &[&terminal::FORMAT, &markdown::FORMAT, &csv::FORMAT, &crate::report::xlsx::sample::FORMAT, &json::FORMAT];

/// The format of a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static SampleFormat> {
    format::by_name(SAMPLE_FORMATS, name)
}
