//! The action plan as CSV: a row for each task, under the names by which issue trackers import it.

use crate::model::level::Level;
use crate::model::plan::Task;
use crate::report::csv::table::{day, line, lines, numbered, table, text, yes};
use crate::report::plan::csv::owner;
use crate::report::plan::page::{Numbered, PlanPage};
use crate::report::plan::{PlanFormat, options, words};
use crate::text::capital::capital;
use crate::text::escape;

/// The format `csv`.
pub(in crate::report) static FORMAT: PlanFormat = PlanFormat {
    name: "csv",
    extension: "csv",
    summary: "the action plan, a row for each task, for issue trackers and spreadsheets",
    styled: false,
    render,
};

/// The first ten are those trackers know: Jira and what imports as if from there read `Summary`, GitLab and Linear `Title`. None
/// holds a punctuation mark, which Jira's importer stumbles over.
const COLUMNS: [&str; 32] = [
    "Summary",
    "Description",
    "Assignee",
    "Due date",
    "Labels",
    "Priority",
    "Status",
    "Start date",
    "Estimate in days",
    "Title",
    "Number",
    "Id",
    "Issue",
    "Recommended action",
    "Responsible",
    "Resources",
    "Estimated completion",
    "Phase",
    "Depends on",
    "Gaps",
    "Steps",
    "Done when",
    "Proof",
    "Effort low in days",
    "Effort high in days",
    "Level",
    "Score",
    "Critical",
    "Slack in working days",
    "Last day to start",
    "Ticket",
    "Owner id",
];

fn render(page: &PlanPage<'_>, _: usize) -> String {
    table(COLUMNS, page.tasks().map(|numbered| row(page, numbered)))
}

fn row(page: &PlanPage<'_>, numbered: Numbered<'_>) -> [String; 32] {
    let Numbered { number, task } = numbered;
    let last_start = options::last_start(page.plan(), &task.id);
    [
        text(&task.title),
        description(page, task),
        owner(page, task),
        task.due.to_string(),
        labels(task),
        priority(task.level).to_owned(),
        capital(&words::status(task)),
        day(task.start),
        tenths(task.effort.likely),
        text(&task.title),
        number.to_string(),
        text(&task.id),
        text(page.issue(task)),
        text(&task.title),
        owner(page, task),
        text(&task.resources),
        day(task.finish),
        task.phase.word().to_owned(),
        text(&task.depends_on.join(", ")),
        text(&task.gaps.join(", ")),
        self::numbered(&task.steps),
        text(&task.done_when),
        lines(task.proof.iter().cloned()),
        tenths(task.effort.low),
        tenths(task.effort.high),
        task.level.plain().to_owned(),
        task.score.to_string(),
        yes(task.critical),
        task.slack.map(|days| days.to_string()).unwrap_or_default(),
        day(last_start.map(|last| last.day)),
        task.ticket.as_deref().map(text).unwrap_or_default(),
        task.owner.as_deref().map(text).unwrap_or_default(),
    ]
}

/// Tenths of a working day, always with one decimal, so that engines that guess a column's type from its head guess right.
fn tenths(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// What a ticket needs to be worked on by somebody who sees nothing else.
fn description(page: &PlanPage<'_>, task: &Task) -> String {
    let issue = words::told("Issue", &line(page.issue(task)));
    let steps = (1..).zip(&task.steps).map(|(at, step)| format!("{at}. {}", line(step)));
    let rest = [
        ("Done when", task.done_when.clone()),
        ("Proof", task.proof.join("; ")),
        ("Resources", task.resources.clone()),
        ("Waits for", task.depends_on.join(", ")),
        ("Closes", task.gaps.join(", ")),
    ];
    let rest = rest.into_iter().filter_map(|(name, text)| words::told(name, &line(&text)));
    let parts: Vec<String> = issue.into_iter().chain(steps).chain(rest).collect();
    escape::csv(&parts.join("\n")).into_owned()
}

/// Words without blanks, with a blank between, as Jira takes them.
fn labels(task: &Task) -> String {
    let critical = if task.critical { " critical-path" } else { "" };
    format!("soc2 {} {}{critical}", task.phase.word(), task.level.word())
}

/// Jira's words.
const fn priority(level: Level) -> &'static str {
    match level {
        Level::VeryHigh => "Highest",
        Level::High => "High",
        Level::Moderate => "Medium",
        Level::Low => "Low",
        Level::VeryLow => "Lowest",
    }
}
