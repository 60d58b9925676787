//! The plan as a page for a browser.

use crate::report::html::plan::document;
use crate::report::plan::PlanFormat;
use crate::report::plan::page::PlanPage;

/// The format `html`.
pub(super) static FORMAT: PlanFormat = PlanFormat {
    name: "html",
    extension: "html",
    summary: "the deliverables as one page for a browser, with roadmap and Gantt chart",
    styled: false,
    render,
};

fn render(page: &PlanPage<'_>, _: usize) -> String {
    document(page)
}
