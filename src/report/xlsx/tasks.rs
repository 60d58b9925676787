//! The tasks of the plan, each with all that whoever does it has to know.

use std::collections::BTreeMap;

use crate::model::date::Date;
use crate::report::plan::page::Numbered;
use crate::report::plan::words;
use crate::report::xlsx::cell::{Cell, Written};
use crate::report::xlsx::page::{Column, Page, column, painted};
use crate::report::xlsx::view::{View, joined, lines};

const COLUMNS: [Column; 18] = [
    column("No.", 6.0),
    column("Recommended action", 38.0),
    column("Issue", 38.0),
    column("Responsible", 16.0),
    column("Phase", 13.0),
    painted("Level", 10.0),
    column("Score", 7.0),
    painted("Status", 11.0),
    column("Due", 11.0),
    column("Steps", 76.0),
    column("Done when", 40.0),
    column("Proof", 40.0),
    column("Resources", 30.0),
    column("Least effort (days)", 8.0),
    column("Most effort (days)", 8.0),
    column("Slack (working days)", 9.0),
    column("Gaps", 34.0),
    column("Id", 34.0),
];

/// What some tasks have and others lack; it has a column only where one has it.
struct Extras<'a> {
    last_starts: BTreeMap<&'a str, Date>,
    tickets: bool,
}

pub(super) fn fill(view: &View<'_>, page: &mut Page<'_>) -> Written {
    let note = format!("{} {}", words::headline(&view.plan), words::EFFORTS.replace('`', ""));
    page.title("Tasks", &note)?;
    let plan = view.plan.plan();
    let extras = Extras {
        last_starts: plan.dates.last_starts.iter().map(|last| (last.task.as_str(), last.day)).collect(),
        tickets: plan.tasks.iter().any(|task| task.ticket.is_some()),
    };
    let mut columns = COLUMNS.to_vec();
    columns.extend((!extras.last_starts.is_empty()).then_some(column("Last day to begin", 12.0)));
    columns.extend(extras.tickets.then_some(column("Ticket", 16.0)));
    page.sole_table(&columns, (2, view.plan.tasks().map(|of| row(view, of, &extras))))
}

fn row<'a>(view: &View<'a>, Numbered { number, task }: Numbered<'a>, extras: &Extras<'_>) -> Vec<Cell<'a>> {
    let steps = (1..).zip(&task.steps).map(|(at, step)| format!("{at}. {step}"));
    let mut row = vec![
        number.into(),
        task.title.as_str().into(),
        view.plan.issue(task).into(),
        view.plan.owner(task).into(),
        words::phase(task.phase).into(),
        task.level.plain().into(),
        task.score.into(),
        words::status(task).into(),
        task.due.into(),
        lines(steps).into(),
        task.done_when.as_str().into(),
        lines(task.proof.iter().cloned()).into(),
        task.resources.as_str().into(),
        days(task.effort.low),
        days(task.effort.high),
        task.slack.and_then(|days| usize::try_from(days).ok()).into(),
        joined(&task.gaps).into(),
        task.id.as_str().into(),
    ];
    let last = extras.last_starts.get(task.id.as_str()).copied();
    row.extend((!extras.last_starts.is_empty()).then(|| last.into()));
    row.extend(extras.tickets.then(|| task.ticket.as_deref().into()));
    row
}

/// Tenths of a working day as a number of days.
pub(super) fn days<'a>(tenths: u32) -> Cell<'a> {
    Cell::Number(f64::from(tenths) / 10.0)
}
