//! The control implementation plan: each control that has to be put in place, mended or described, step by step.

use anstyle::Style;

use crate::report::plan::page::{Numbered, PlanPage};
use crate::report::plan::terminal::opening::indent;
use crate::report::plan::{options, words};
use crate::report::terminal::layout::{Cell, dotted, left, paragraph, row, section};
use crate::report::terminal::style::{FAINT, STRONG};
use crate::text::escape::terminal;

/// Every control task with its steps, and how one can tell that it is done.
pub(super) fn controls(page: &PlanPage<'_>, width: usize) -> String {
    let tasks: String = page.controls().map(|numbered| control(page, numbered, width)).collect();
    if tasks.is_empty() {
        return section(words::CONTROLS, width, &paragraph(words::NO_CONTROL, width, "  ", Style::new()));
    }
    let by = options::in_place_by(page.plan());
    let by = by.map(|said| paragraph(&terminal(&said), width, "  ", Style::new())).unwrap_or_default();
    section(words::CONTROLS, width, &(by + &tasks))
}

fn control(page: &PlanPage<'_>, numbered: Numbered<'_>, width: usize) -> String {
    let last = options::last_start(page.plan(), &numbered.task.id);
    let last = last.map(|last| format!("last day to start {}", options::told(last)));
    let time = words::time(numbered.task).unwrap_or_else(|| "not scheduled".to_owned());
    let facts = [Some(owner(page, numbered)), Some(time), last];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    title(numbered, width) + &dotted(&facts, width, &indent(4), FAINT) + &how(numbered, width)
}

/// Number and title of a task.
pub(super) fn title(Numbered { number, task }: Numbered<'_>, width: usize) -> String {
    let number = Cell::new(number.to_string(), 4).right().style(FAINT);
    row(&[number, Cell::new(terminal(&task.title), left(width, &[4])).style(STRONG)])
}

fn owner(page: &PlanPage<'_>, numbered: Numbered<'_>) -> String {
    terminal(page.owner(numbered.task).unwrap_or("UNASSIGNED")).into_owned()
}

/// The steps of a task, when it is done, and what proves it.
pub(super) fn how(Numbered { task, .. }: Numbered<'_>, width: usize) -> String {
    let room = left(width, &[4, 2]);
    let steps = (1..).zip(&task.steps).map(|(at, step)| {
        row(&[Cell::new("", 4), Cell::new(format!("{at}."), 2).right().style(FAINT), Cell::new(terminal(step), room)])
    });
    let steps: String = steps.collect();
    let rest =
        [words::told("Done when", &task.done_when), words::told("Proof", &task.proof.join("; "))].into_iter().flatten();
    steps + &rest.map(|text| paragraph(&terminal(&text), width, &indent(4), FAINT)).collect::<String>()
}
