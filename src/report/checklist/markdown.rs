//! The checklist in Markdown.

use crate::model::assessment::Assessment;
use crate::report::account;
use crate::report::checklist::ChecklistFormat;
use crate::report::markdown::checklist::write;
use crate::report::markdown::page::Page;
use crate::report::markdown::words;

/// The format `markdown`.
pub(super) static FORMAT: ChecklistFormat = ChecklistFormat {
    name: "markdown",
    extension: "md",
    summary: "a list of tasks, as GitHub shows it",
    styled: false,
    render,
};

fn render(assessment: &Assessment<'_>, _: usize) -> String {
    let mut page = Page::default();
    page.heading(1, &format!("{}: assessment checklist", words::plain(&assessment.inventory.organization)));
    let scope = words::plain(&account::scope_line(assessment));
    page.block(&format!("{scope}. Assessed on {}.", assessment.as_of));
    write(assessment, &mut page);
    page.into_text()
}
