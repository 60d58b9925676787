//! What buyers ask before they sign, for people, buyers, spreadsheets and machines: documents, sub-processors, answers.
//!
//! A [`sheet`] is worked out once, with what of it may go out to a buyer; a format is a function from that to a report.

mod answer;
mod cell;
mod csv;
mod fill;
mod guard;
mod html;
mod json;
mod markdown;
pub mod options;
mod row;
pub mod sheet;
mod terminal;
pub(super) mod words;
mod xlsx;

pub(super) use crate::report::enterprise::cell::{
    answer as answer_word, ask as ask_words, behind as behind_words, data as data_words, piece as piece_words,
    presence as document_word, standing as standing_words, to_do as to_do_words,
};

use crate::report::enterprise::sheet::Sheet;
use crate::report::format;
use crate::report::format::{Content, FormatOf};

/// The JSON Schema of the format `json`.
pub const SCHEMA: &str = include_str!("../../../schemas/enterprise-v1.schema.json");

/// A format of what buyers ask.
///
/// Its text is laid out for a width where the format has one.
pub type EnterpriseFormat = FormatOf<fn(&Sheet<'_>, usize) -> Content>;

/// Every format, in the order of the help; the first is the default.
pub static ENTERPRISE_FORMATS: &[&EnterpriseFormat] =
    &[&terminal::FORMAT, &markdown::FORMAT, &html::FORMAT, &csv::FORMAT, &xlsx::FORMAT, &json::FORMAT];

/// The format of a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static EnterpriseFormat> {
    format::by_name(ENTERPRISE_FORMATS, name)
}
