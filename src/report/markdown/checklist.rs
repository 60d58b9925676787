//! How far the work around the assessment has come, as a list of tasks that GitHub shows with boxes.

use crate::model::assessment::Assessment;
use crate::report::checklist::items::{METHOD, headline, items};
use crate::report::markdown::page::Page;
use crate::report::markdown::view::View;
use crate::report::markdown::words;

/// The checklist as a section of the report.
pub(super) fn section(view: &View<'_>, page: &mut Page) {
    write(view.assessment, page);
}

/// The checklist, each item with its fact and what is missing.
pub(in crate::report) fn write(assessment: &Assessment<'_>, page: &mut Page) {
    let items = items(assessment);
    page.block(&format!("**{}** {METHOD}", headline(&items)));
    page.list(items.iter().map(|item| {
        let sign = if item.ticked() { "x" } else { " " };
        let missing: Vec<String> = item.missing.iter().map(|what| words::sentence(what)).collect();
        let missing = if missing.is_empty() { String::new() } else { format!(" *Missing:* {}.", missing.join("; ")) };
        format!("[{sign}] **{}:** {}{missing}", item.name, words::sentence(&item.fact))
    }));
}
