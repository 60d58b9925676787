//! What is proposed, in Markdown.

use crate::model::proposal::{Proposal, Proposed};
use crate::report::markdown::page::{Column, Page};
use crate::report::markdown::words::{code, plain};
use crate::report::propose::ProposeFormat;
use crate::report::propose::view::{CONFIDENCE, NOTHING, View, because, names};

/// The format `markdown`.
pub(super) static FORMAT: ProposeFormat = ProposeFormat {
    name: "markdown",
    extension: "md",
    summary: "a table for each control, to be read and discussed",
    styled: false,
    render,
};

const COLUMNS: [Column; 4] = [
    Column::Number("confidence"),
    Column::Words("criterion"),
    Column::Words("point of focus"),
    Column::Words("because"),
];

fn render(view: &View<'_>, _: usize) -> String {
    let mut page = Page::default();
    page.heading(1, &format!("{}: criteria proposed for controls", plain(&view.inventory.organization)));
    page.block(&format!("{}.", view.headline()));
    for proposed in view.proposed {
        control(view, proposed, &mut page);
    }
    if !view.proposed.is_empty() {
        page.heading(2, "How to read this");
        page.block(&plain(CONFIDENCE));
        page.block(&plain(&view.closing()));
    }
    page.into_text()
}

fn control(view: &View<'_>, proposed: &Proposed<'_>, page: &mut Page) {
    let id = code(proposed.control.id.value.as_str());
    page.heading(2, &format!("{id} {}", plain(&proposed.control.name)));
    if let Some(names) = names(proposed) {
        page.block(&format!("It {}.", plain(&names)));
    }
    if proposed.proposals.is_empty() {
        page.block(&format!("{}.", plain(NOTHING)));
    }
    if !proposed.proposals.is_empty() {
        page.table(&COLUMNS, proposed.proposals.iter().map(|proposal| cells(view, proposed, proposal)));
    }
}

fn cells(view: &View<'_>, proposed: &Proposed<'_>, proposal: &Proposal) -> Vec<String> {
    let point = view.point(proposal).map_or_else(String::new, |point| plain(&point.title));
    let reasons: Vec<String> = proposal.reasons.iter().map(|reason| plain(&because(reason))).collect();
    vec![format!("{} %", proposal.confidence), plain(&view.title(proposed, proposal)), point, reasons.join("; ")]
}
