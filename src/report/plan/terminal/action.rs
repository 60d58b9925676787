//! The action plan: a table where there is room for one, else a few lines for each task.

use anstyle::Style;

use crate::report::plan::page::{Numbered, PlanPage};
use crate::report::plan::series;
use crate::report::plan::terminal::WIDE;
use crate::report::plan::terminal::opening::indent;
use crate::report::plan::words;
use crate::report::terminal::layout::{Cell, dotted, left, paragraph, row, section};
use crate::report::terminal::style::{ATTENTION, BAD, FAINT, STRONG, of_level};
use crate::text::count::count;
use crate::text::escape::terminal;

/// How wide a day is.
const DAY: usize = 10;
/// How wide an effort, and the tasks one waits for, are in the table.
const EFFORT: usize = 9;
const STATUS: usize = 11;

/// Every task: number, issue, recommended action, responsible, resources, estimated completion, and the rest.
pub(super) fn action_plan(page: &PlanPage<'_>, width: usize) -> String {
    let mut tasks = page.tasks().peekable();
    if tasks.peek().is_none() {
        return section(words::ACTION, width, &paragraph(&terminal(&words::headline(page)), width, "  ", Style::new()));
    }
    let body: String = if width >= WIDE {
        std::iter::once(header(width)).chain(tasks.map(|numbered| wide(page, numbered, width))).collect()
    } else {
        tasks.map(|numbered| narrow(page, numbered, width)).collect()
    };
    section(words::ACTION, width, &(by_series(page, width) + &body))
}

/// The criteria without any control by series, where they are many.
fn by_series(page: &PlanPage<'_>, width: usize) -> String {
    let series = series::without_control(page);
    if series.is_empty() {
        return String::new();
    }
    let line = |of: &series::Series<'_>| {
        let facts =
            [count(of.criteria, "criterion"), format!("no. {}", of.numbers), of.effort.clone(), of.time.clone()];
        row(&[Cell::new(of.id, 4), Cell::new(of.title, left(width, &[4])).style(STRONG)])
            + &dotted(&facts, width, &indent(4), Style::new())
    };
    let lines: String = series.iter().map(line).collect();
    paragraph(&series::headline(&series), width, "  ", Style::new()) + &lines + "\n"
}

fn narrow(page: &PlanPage<'_>, numbered: Numbered<'_>, width: usize) -> String {
    let Numbered { number, task } = numbered;
    let indent = indent(4);
    let issue = words::told("Issue", page.issue(task));
    let mut facts = vec![responsible(page, numbered), completion(numbered), effort(numbered), words::due(page, task)];
    facts.extend(words::waits_for(page, task).map(|tasks| format!("waits for {tasks}")));
    facts.push(words::status(task));
    let resources = words::told("Resources", &task.resources);
    let number = Cell::new(number.to_string(), 4).right().style(of_level(task.level));
    row(&[number, Cell::new(terminal(&task.title), left(width, &[4])).style(STRONG)])
        + &issue.map(|text| paragraph(&terminal(&text), width, &indent, Style::new())).unwrap_or_default()
        + &dotted(&facts, width, &indent, Style::new())
        + &resources.map(|text| paragraph(&terminal(&text), width, &indent, FAINT)).unwrap_or_default()
}

fn responsible(page: &PlanPage<'_>, numbered: Numbered<'_>) -> String {
    terminal(page.owner(numbered.task).unwrap_or("UNASSIGNED")).into_owned()
}

fn completion(Numbered { task, .. }: Numbered<'_>) -> String {
    task.finish.map_or_else(|| "not scheduled".to_owned(), |finish| format!("complete {finish}"))
}

fn effort(Numbered { task, .. }: Numbered<'_>) -> String {
    words::days(task.effort.likely)
}

/// The widths of the columns of words: issue, action, responsible, resources.
fn rooms(width: usize) -> [usize; 4] {
    let rest = left(width, &[4, DAY, DAY, EFFORT, EFFORT, STATUS]) - 6;
    let fifth = rest / 5;
    [fifth + fifth / 4, fifth + fifth / 4, fifth - fifth / 4, rest - 3 * fifth - fifth / 4]
}

fn header(width: usize) -> String {
    let [issue, action, responsible, resources] = rooms(width);
    let cell = |text: &'static str, room: usize| Cell::new(text, room).style(FAINT);
    row(&[
        cell("No.", 4).right(),
        cell("Issue", issue),
        cell("Recommended action", action),
        cell("Responsible", responsible),
        cell("Resources", resources),
        cell("Completion", DAY),
        cell("Effort", EFFORT),
        cell("Due", DAY),
        cell("Waits for", EFFORT),
        cell("Status", STATUS),
    ])
}

fn wide(page: &PlanPage<'_>, numbered: Numbered<'_>, width: usize) -> String {
    let Numbered { number, task } = numbered;
    let [issue, action, responsible, resources] = rooms(width);
    let owner = page
        .owner(task)
        .map_or(Cell::new("UNASSIGNED", responsible).style(BAD), |owner| Cell::new(terminal(owner), responsible));
    let behind = if task.finish.is_some_and(|finish| finish > task.due) { ATTENTION } else { Style::new() };
    let late = if task.due < page.assessment.as_of { BAD } else { Style::new() };
    row(&[
        Cell::new(number.to_string(), 4).right().style(of_level(task.level)),
        Cell::new(terminal(page.issue(task)), issue),
        Cell::new(terminal(&task.title), action),
        owner,
        Cell::new(terminal(&task.resources), resources).style(FAINT),
        Cell::new(words::day(task.finish), DAY).style(behind),
        Cell::new(words::days(task.effort.likely), EFFORT),
        Cell::new(task.due.to_string(), DAY).style(late),
        Cell::new(words::waits_for(page, task).unwrap_or_else(|| "–".to_owned()), EFFORT),
        Cell::new(words::status(task), STATUS),
    ])
}
