//! The plan in Markdown: what threatens the report, whether it can hold, and the four deliverables, as GitHub shows them.

mod action;
mod analysis;
mod controls;
mod opening;
mod roadmap;
mod week;

use crate::report::account;
use crate::report::markdown::page::Page;
use crate::report::plan::page::PlanPage;
use crate::report::plan::{PlanFormat, words};

/// The format `markdown`.
pub(super) static FORMAT: PlanFormat = PlanFormat {
    name: "markdown",
    extension: "md",
    summary: "the four deliverables for people, with a chart that GitHub draws",
    styled: false,
    render,
};

/// A section: its title, and the function that adds its blocks.
type Section = (&'static str, fn(&PlanPage<'_>, &mut Page));

/// The sections of the whole plan.
const WHOLE: [Section; 7] = [
    ("What threatens the report", opening::threats),
    ("Can the promised day hold", opening::verdict),
    (words::ANALYSIS, analysis::write),
    (words::ACTION, action::write),
    (words::CONTROLS, controls::write),
    (words::ROADMAP, roadmap::write),
    ("How it was planned", opening::method),
];

/// The sections of what one owner has to do.
const THEIRS: [Section; 4] = [
    ("What threatens the report", opening::threats),
    (words::ACTION, action::write),
    (words::CONTROLS, controls::write),
    (words::ROADMAP, roadmap::write),
];

/// Those of a week.
const WEEK: [Section; 2] = [("What threatens the report", opening::threats), ("This week", week::write)];

fn render(page: &PlanPage<'_>, _: usize) -> String {
    let mut text = Page::default();
    opening::write(page, &mut text);
    let sections: &[Section] = match (&page.week, &page.whose) {
        (Some(_), _) => &WEEK,
        (None, Some(_)) => &THEIRS,
        (None, None) => &WHOLE,
    };
    for (title, write) in sections {
        text.heading(2, title);
        write(page, &mut text);
    }
    text.block(account::LIMITS);
    text.into_text()
}
