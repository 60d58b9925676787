//! The control implementation plan as CSV: a row for each control that has to be put in place, mended or described.

use crate::report::csv::table::{day, lines, numbered, table, text};
use crate::report::plan::csv::owner;
use crate::report::plan::page::{Numbered, PlanPage};
use crate::report::plan::{PlanFormat, options, words};

/// The format `csv-controls`.
pub(in crate::report::plan) static FORMAT: PlanFormat = PlanFormat {
    name: "csv-controls",
    extension: "csv",
    summary: "the control implementation plan, a row for each control task",
    styled: false,
    render,
};

const COLUMNS: [&str; 11] =
    ["Number", "Task", "Id", "Owner", "Start", "Finish", "Last day to start", "Steps", "Done when", "Proof", "Status"];

fn render(page: &PlanPage<'_>, _: usize) -> String {
    table(COLUMNS, page.controls().map(|numbered| row(page, numbered)))
}

fn row(page: &PlanPage<'_>, Numbered { number, task }: Numbered<'_>) -> [String; 11] {
    [
        number.to_string(),
        text(&task.title),
        text(&task.id),
        owner(page, task),
        day(task.start),
        day(task.finish),
        day(options::last_start(page.plan(), &task.id).map(|last| last.day)),
        numbered(&task.steps),
        text(&task.done_when),
        lines(task.proof.iter().cloned()),
        words::status(task),
    ]
}
