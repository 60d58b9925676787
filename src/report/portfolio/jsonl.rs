//! The table as JSON lines: an organisation a line, flat, for engines that read columns. Files of many folders read together
//! are one table.

use crate::model::portfolio::Portfolio;
use crate::report::portfolio::PortfolioFormat;
use crate::report::portfolio::flat::rows;
use crate::text::escape;

/// The format `jsonl`.
pub(super) static FORMAT: PortfolioFormat = PortfolioFormat {
    name: "jsonl",
    extension: "jsonl",
    summary: "JSON lines: an organisation a line, flat, for engines that read columns",
    styled: false,
    render,
};

fn render(portfolio: &Portfolio, _: usize) -> String {
    // A struct of texts, numbers and lists always becomes JSON.
    let lines = rows(portfolio).map(|row| serde_json::to_string(&row).unwrap_or_default() + "\n");
    let lines: String = lines.collect();
    escape::json(&lines).into_owned()
}
