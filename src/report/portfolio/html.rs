//! The table as a page for a browser, with a link to each organisation's report.

use crate::model::portfolio::Portfolio;
use crate::report::html::portfolio::document;
use crate::report::portfolio::PortfolioFormat;

/// The format `html`.
pub(super) static FORMAT: PortfolioFormat = PortfolioFormat {
    name: "html",
    extension: "html",
    summary: "the table as one page for a browser, with a link to each report",
    styled: false,
    render,
};

fn render(portfolio: &Portfolio, _: usize) -> String {
    document(portfolio)
}
