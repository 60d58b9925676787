//! What to do next: the tasks that are most worthwhile.

use super::layout::{Cell, dotted, left, paragraph, row, section};
use super::style::FAINT;
use crate::model::assessment::Assessment;
use crate::model::plan::Task;
use crate::model::words::TaskStatus;
use crate::text::count::{count, number};
use crate::text::escape::terminal;

/// How many tasks are named.
const NAMED: usize = 5;

/// The first tasks of the plan that are not done.
pub fn steps(assessment: &Assessment<'_>, width: usize) -> String {
    let left_to_do = || assessment.plan.tasks.iter().filter(|task| task.status != TaskStatus::Done);
    let tasks = (1..).zip(left_to_do().take(NAMED));
    let steps: String = tasks.map(|(at, task)| step(assessment, at, task, width)).collect();
    if steps.is_empty() {
        return String::new();
    }
    let more = match left_to_do().count().saturating_sub(NAMED) {
        0 => String::new(),
        more => paragraph(&format!("{} in the Markdown report", count(more, "more task")), width, "  ", FAINT),
    };
    section("What to do next", width, &(steps + &more))
}

fn step(assessment: &Assessment<'_>, at: usize, task: &Task, width: usize) -> String {
    let owner = task.owner.as_deref().map_or("unassigned", |owner| assessment.inventory.person_name(owner));
    let due = if task.due < assessment.as_of { "was due" } else { "due" };
    let mut facts = vec![
        terminal(owner).into_owned(),
        effort(task.effort.likely),
        format!("{due} {}", task.due),
        format!("closes {}", count(task.gaps.len(), "gap")),
    ];
    if task.status != TaskStatus::Open {
        facts.push(task.status.word().replace('-', " "));
    }
    let title =
        row(&[Cell::new(at.to_string(), 2).right().style(FAINT), Cell::new(terminal(&task.title), left(width, &[2]))]);
    title + &dotted(&facts, width, "      ", FAINT)
}

/// `2 days`, `half a day`, `1.5 days`.
fn effort(tenths: u32) -> String {
    let (days, tenth) = (usize::try_from(tenths / 10).unwrap_or(usize::MAX), tenths % 10);
    match (days, tenth) {
        (0, 5) => "half a day".to_owned(),
        (_, 0) => count(days, "day"),
        (_, tenth) => format!("{}.{tenth} days", number(days)),
    }
}
