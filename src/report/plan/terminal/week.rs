//! What to begin or to go on with in a week, by owner, step by step.

use anstyle::Style;

use crate::model::plan::Task;
use crate::model::words::TaskStatus;
use crate::report::plan::page::{Numbered, PlanPage, Week};
use crate::report::plan::terminal::controls::{how, title};
use crate::report::plan::terminal::opening::indent;
use crate::report::plan::words;
use crate::report::terminal::layout::{dotted, paragraph};
use crate::report::terminal::style::{BAD, FAINT, STRONG};
use crate::text::count::count;
use crate::text::escape::terminal;

/// The tasks of the week, what is nobody's first.
pub(super) fn week(page: &PlanPage<'_>, width: usize) -> String {
    let headline = paragraph(&terminal(&words::headline(page)), width, "", STRONG);
    let groups = words::by_owner(page).into_iter().map(|(owner, tasks)| {
        let load = count(tasks.len(), "task");
        let heading = match owner {
            None => paragraph(&format!("NOBODY: {load}"), width, "", BAD.bold()),
            Some(owner) => paragraph(&format!("{}: {load}", terminal(owner)), width, "", STRONG),
        };
        heading + &tasks.into_iter().map(|numbered| task(page, numbered, width)).collect::<String>()
    });
    std::iter::once(headline).chain(groups).collect::<Vec<_>>().join("\n")
}

fn task(page: &PlanPage<'_>, numbered: Numbered<'_>, width: usize) -> String {
    let task = numbered.task;
    let mut facts: Vec<String> = vec![words::days(task.effort.likely), words::due(page, task)];
    if let Some(week) = &page.week {
        facts.insert(0, told(task, week));
    }
    facts.extend(words::waits_for(page, task).map(|tasks| format!("after {tasks}")));
    if task.status != TaskStatus::Open {
        facts.push(words::status(task));
    }
    title(numbered, width) + &dotted(&facts, width, &indent(4), FAINT) + &how(numbered, width) + &ticket(task, width)
}

/// What happens to a task in a week.
fn told(task: &Task, week: &Week) -> String {
    let within = |day| week.days.start <= day && day <= week.days.end;
    match (task.start, task.finish) {
        (Some(start), Some(finish)) if within(start) && within(finish) && start == finish => format!("on {start}"),
        (Some(start), Some(finish)) if within(start) && within(finish) => format!("{start} to {finish}"),
        (Some(start), Some(finish)) if within(start) => format!("begins {start}, until {finish}"),
        (_, Some(finish)) => format!("goes on, until {finish}"),
        _ => "not scheduled".to_owned(),
    }
}

fn ticket(task: &Task, width: usize) -> String {
    let ticket = task.ticket.as_deref().map(|ticket| format!("Tracked at: {}", terminal(ticket)));
    ticket.map(|ticket| paragraph(&ticket, width, &indent(4), Style::new())).unwrap_or_default()
}
