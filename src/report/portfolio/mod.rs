//! Many organisations in one table, with one set of definitions.
//!
//! [`words`] says once what every format says alike; a format is a function from the table to text.

mod columns;
mod csv;
mod flat;
mod html;
mod json;
mod jsonl;
mod markdown;
mod terminal;
pub mod words;

use crate::model::portfolio::Portfolio;
use crate::report::format;
use crate::report::format::FormatOf;

/// Makes a table, laid out for a width where the format has one.
pub type Render = fn(&Portfolio, usize) -> String;

/// A format of a portfolio.
pub type PortfolioFormat = FormatOf<Render>;

/// Every format, in the order of the help; the first is the default.
pub static PORTFOLIO_FORMATS: &[&PortfolioFormat] =
    &[&terminal::FORMAT, &markdown::FORMAT, &html::FORMAT, &csv::FORMAT, &json::FORMAT, &jsonl::FORMAT];

/// The format of a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static PortfolioFormat> {
    format::by_name(PORTFOLIO_FORMATS, name)
}
