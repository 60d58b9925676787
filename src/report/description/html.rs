//! The description as a page for a browser.

use crate::model::description::Description;
use crate::report::description::{DescriptionFormat, Layout};
use crate::report::html::description::document;

/// The format `html`.
pub(super) static FORMAT: DescriptionFormat = DescriptionFormat {
    name: "html",
    extension: "html",
    summary: "the readiness and the skeleton of Section 3 as one page for a browser, to read or to print",
    styled: false,
    render,
};

fn render(description: &Description<'_>, _: &Layout) -> String {
    document(description)
}
