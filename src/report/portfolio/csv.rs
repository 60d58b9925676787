//! The table as CSV: the same columns as JSON lines, for spreadsheets.

use serde_json::Value;

use crate::model::portfolio::Portfolio;
use crate::report::csv::table::{line, records};
use crate::report::portfolio::PortfolioFormat;
use crate::report::portfolio::flat::{Row, rows};
use crate::text::escape;

/// The format `csv`.
pub(super) static FORMAT: PortfolioFormat = PortfolioFormat {
    name: "csv",
    extension: "csv",
    summary: "a row for each organisation, for spreadsheets",
    styled: false,
    render,
};

fn render(portfolio: &Portfolio, _: usize) -> String {
    let header = cells(&Row::default()).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let rows = rows(portfolio).map(|row| cells(&row).iter().map(|(_, value)| cell(value)).collect());
    records(std::iter::once(header).chain(rows))
}

/// The columns by name, in their order.
fn cells(row: &Row<'_>) -> Vec<(String, Value)> {
    // A struct of texts, numbers and lists always becomes an object.
    match serde_json::to_value(row) {
        Ok(Value::Object(columns)) => columns.into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Words are escaped; numbers are not text, and a negative one is no formula.
fn cell(value: &Value) -> String {
    let text = |text: &str| escape::csv(&line(text)).into_owned();
    match value {
        Value::Null | Value::Object(_) => String::new(),
        Value::Bool(holds) => if *holds { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(words) => text(words),
        Value::Array(items) => text(&items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")),
    }
}
