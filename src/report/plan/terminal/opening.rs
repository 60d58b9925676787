//! What a founder asks first: what threatens the report, whether the promised day can hold, and what decides it.

use anstyle::Style;

use crate::report::account;
use crate::report::plan::page::PlanPage;
use crate::report::plan::threats::{self, Told};
use crate::report::plan::words;
use crate::report::terminal::layout::{Cell, dotted, left, paragraph, row, section};
use crate::report::terminal::style::{BAD, FAINT, GOOD, STRONG};
use crate::text::capital::capital;
use crate::text::escape::terminal;

/// Whose plan it is, for which report, as of when.
pub(super) fn heading(page: &PlanPage<'_>, width: usize) -> String {
    let assessment = page.assessment;
    let names = [Some(&assessment.inventory.organization), assessment.inventory.scope.system.as_ref()];
    let names: Vec<String> = names.into_iter().flatten().map(|name| terminal(name).into_owned()).collect();
    let facts = [
        format!("SOC 2 remediation plan, {}, {}", account::report_type(assessment), account::report_time(assessment)),
        account::categories(assessment),
        format!("planned on {}", assessment.as_of),
    ];
    dotted(&names, width, "", STRONG) + &dotted(&facts, width, "", FAINT)
}

/// What threatens the report, the worst first. Where only a part was asked for, only what is about that part.
pub(super) fn threats(page: &PlanPage<'_>, width: usize) -> String {
    let lines: String = threats::threats(page)
        .into_iter()
        .map(|Told { threat, numbers, because }| {
            let label = capital(words::threat(threat));
            let numbers = if numbers.is_empty() { numbers } else { format!(" (no. {numbers})") };
            let told = format!("{label}{numbers}: {because}");
            row(&[Cell::new("!", 1).style(BAD.bold()), Cell::new(terminal(&told), left(width, &[1])).style(BAD)])
        })
        .collect();
    match (lines.is_empty(), page.is_whole()) {
        (true, true) => paragraph(words::NO_THREAT, width, "", GOOD),
        (true, false) => lines,
        (false, _) => section("What threatens the report", width, &lines),
    }
}

/// The verdict, how much there is to do, and how long it may take all the same.
pub(super) fn verdict(page: &PlanPage<'_>, width: usize) -> String {
    let whole = page.is_whole();
    let verdict = page.plan().verdict.iter().filter(|_| whole);
    let verdict: String = verdict.map(|said| paragraph(&terminal(said), width, "", STRONG)).collect();
    let headline = paragraph(&terminal(&words::headline(page)), width, "", Style::new());
    let progress = page.tasks().next().map(|_| paragraph(&words::progress(page), width, "", Style::new()));
    let forecast = words::forecast(page).into_iter().filter(|_| whole);
    let forecast: String = forecast.map(|line| paragraph(&line, width, "", FAINT)).collect();
    verdict + &headline + &progress.unwrap_or_default() + &forecast
}

/// The tasks that decide the end, each with why it begins when it does.
pub(super) fn critical_path(page: &PlanPage<'_>, width: usize) -> String {
    let steps: String = words::critical_path(page)
        .into_iter()
        .filter(|_| page.is_whole())
        .map(|step| {
            let task = step.of.task;
            let facts = [
                words::time(task).unwrap_or_default(),
                terminal(page.owner(task).unwrap_or("unassigned")).into_owned(),
                terminal(&step.because).into_owned(),
            ];
            let room = left(width, &[4]);
            let number = Cell::new(step.of.number.to_string(), 4).right().style(FAINT);
            row(&[number, Cell::new(terminal(&task.title), room)]) + &dotted(&facts, width, &indent(4), FAINT)
        })
        .collect();
    if steps.is_empty() {
        return steps;
    }
    section("Critical path", width, &(paragraph(words::PATH, width, "  ", FAINT) + &steps))
}

/// What else there is to say about the plan.
pub(super) fn notes(page: &PlanPage<'_>, width: usize) -> String {
    let notes = page.plan().notes.iter().filter(|_| page.is_whole());
    let notes: String = notes
        .map(|note| row(&[Cell::new("·", 1).style(FAINT), Cell::new(terminal(note), left(width, &[1]))]))
        .collect();
    if notes.is_empty() { notes } else { section("Notes", width, &notes) }
}

/// What stands before a line below the first cell of a row.
pub(super) fn indent(cells: usize) -> String {
    " ".repeat(cells + 4)
}
