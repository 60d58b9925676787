//! The compliance roadmap in Markdown: milestones, reports side by side, and the chart.

use crate::report::markdown::page::Column::Words;
use crate::report::markdown::page::Page;
use crate::report::markdown::words as escaped;
use crate::report::plan::mermaid;
use crate::report::plan::page::PlanPage;
use crate::report::plan::{options, words};
use crate::text::capital::capital;

/// The days on the way to the report.
pub(super) fn write(page: &PlanPage<'_>, text: &mut Page) {
    let milestones = page.plan().milestones.iter().filter(|_| page.is_whole()).map(|milestone| {
        vec![
            capital(milestone.name),
            words::day(milestone.date),
            words::day(milestone.promised),
            words::holds(milestone).to_owned(),
            escaped::sentence(&milestone.because),
        ]
    });
    let mut milestones = milestones.peekable();
    if milestones.peek().is_some() {
        let columns =
            [Words("Milestone"), Words("Reached"), Words("Promised"), Words("Promise"), Words("What decides it")];
        text.table(&columns, milestones);
    }
    let mut reports = options::rows(page.plan()).into_iter().filter(|_| page.is_whole()).peekable();
    if reports.peek().is_some() {
        text.block("The reports there could be, side by side:");
        text.table(&options::COLUMNS.map(Words), reports.map(|cells| cells.map(|cell| escaped::plain(&cell)).to_vec()));
    }
    match mermaid::chart(page) {
        Some(chart) => text.fenced("mermaid", &chart),
        None => text.block("Nothing on it has a day."),
    }
}
