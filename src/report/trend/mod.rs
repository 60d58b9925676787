//! Readiness over time: a format is a function from a trend to text.
//!
//! [`words`] says once what every format says alike.

mod columns;
mod csv;
mod html;
mod json;
mod lines;
mod markdown;
mod spark;
mod terminal;
pub mod words;

use crate::model::trend::Trend;
use crate::report::format;
use crate::report::format::FormatOf;

/// A format of a trend.
///
/// Its text is laid out for a width where the format has one.
pub type TrendFormat = FormatOf<fn(&Trend, usize) -> String>;

/// Every format, in the order of the help; the first is the default.
pub static TREND_FORMATS: &[&TrendFormat] =
    &[&terminal::FORMAT, &markdown::FORMAT, &html::FORMAT, &csv::FORMAT, &json::FORMAT];

/// The JSON Schema that every JSON trend of version 1 meets.
pub const SCHEMA: &str = include_str!("../../../schemas/trend-v1.schema.json");

/// The format of a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static TrendFormat> {
    format::by_name(TREND_FORMATS, name)
}
