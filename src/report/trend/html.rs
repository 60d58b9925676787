//! The trend as a page for a browser.

use crate::report::html::trend::document;
use crate::report::trend::TrendFormat;

/// The format `html`.
pub(super) static FORMAT: TrendFormat = TrendFormat {
    name: "html",
    extension: "html",
    summary: "pictures and a table as one page for a browser",
    styled: false,
    render: |trend, _| document(trend),
};
