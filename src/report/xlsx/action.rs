//! The action plan: who does what when, with a bar over the weeks beside it.

use crate::report::plan::page::Numbered;
use crate::report::plan::words;
use crate::report::xlsx::cell::{Cell, Written};
use crate::report::xlsx::gantt;
use crate::report::xlsx::page::{Column, Page, column, painted};
use crate::report::xlsx::tasks::days;
use crate::report::xlsx::view::{View, joined};

/// The columns before the weeks; the Gantt chart looks at those from the start to the status.
const COLUMNS: [Column; 11] = [
    column("No.", 6.0),
    column("Recommended action", 44.0),
    column("Responsible", 16.0),
    painted("Level", 10.0),
    column("Effort (days)", 8.0),
    column("Waits for", 10.0),
    column("Due", 11.0),
    column("Start", 11.0),
    column("Finish", 11.0),
    column("Critical", 8.0),
    painted("Status", 11.0),
];

pub(super) fn fill(view: &View<'_>, page: &mut Page<'_>) -> Written {
    let weeks = gantt::weeks(&view.plan);
    page.title("Action plan", &words::headline(&view.plan))?;
    // Months stand over the weeks, in the row above the head.
    page.note(&gantt::legend(&weeks))?;
    let head = page.row;
    page.sole_table(&COLUMNS, (2, view.plan.tasks().map(|of| row(view, of))))?;
    let last = page.row.saturating_sub(1);
    gantt::draw(page, &weeks, (u16::try_from(COLUMNS.len()).unwrap_or(u16::MAX), head, last))
}

fn row<'a>(view: &View<'a>, Numbered { number, task }: Numbered<'a>) -> Vec<Cell<'a>> {
    let waits = task.depends_on.iter().filter_map(|id| Some(view.plan.task(id)?.number.to_string()));
    vec![
        number.into(),
        task.title.as_str().into(),
        view.plan.owner(task).into(),
        task.level.plain().into(),
        days(task.effort.likely),
        joined(waits).into(),
        task.due.into(),
        task.start.into(),
        task.finish.into(),
        task.critical.into(),
        words::status(task).into(),
    ]
}
