//! The plan on a terminal: what threatens the report first, then whether it can hold, then the four deliverables.
//!
//! Every word that comes from the inventory goes through [`crate::text::escape::terminal`].

mod action;
mod analysis;
mod chart;
mod controls;
mod opening;
mod roadmap;
mod week;

use crate::report::plan::page::PlanPage;
use crate::report::plan::{PlanFormat, words};
use crate::report::terminal::layout::paragraph;
use crate::report::terminal::style::FAINT;

/// The format `terminal`.
pub(super) static FORMAT: PlanFormat = PlanFormat {
    name: "terminal",
    extension: "txt",
    summary: "the whole plan for people, as it stands on the terminal",
    styled: true,
    render,
};

/// The narrowest width anything is laid out for.
const NARROWEST: usize = 40;
/// From this width on, the action plan is a table.
const WIDE: usize = 140;

fn render(page: &PlanPage<'_>, width: usize) -> String {
    let width = width.max(NARROWEST);
    let mut blocks = vec![opening::heading(page, width), opening::threats(page, width)];
    if page.week.is_some() {
        blocks.push(week::week(page, width));
    } else {
        blocks.extend([
            opening::verdict(page, width),
            opening::critical_path(page, width),
            opening::notes(page, width),
            analysis::analysis(page, width),
            action::action_plan(page, width),
            controls::controls(page, width),
            roadmap::roadmap(page, width),
        ]);
    }
    blocks.push(closing(page, width));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n")
}

/// What efforts are, and where to go from here.
fn closing(page: &PlanPage<'_>, width: usize) -> String {
    let (then, command) = match page.week {
        Some(_) => ("The whole plan:", "gapcheck plan INVENTORY"),
        None => ("What to begin or to go on with this week:", "gapcheck plan INVENTORY --this-week"),
    };
    paragraph(words::EFFORTS, width, "", FAINT)
        + &paragraph(then, width, "", FAINT)
        + &paragraph(command, width, "  ", anstyle::Style::new())
}
