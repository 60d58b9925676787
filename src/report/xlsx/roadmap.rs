//! The roadmap: the days on the way, the reports there could be side by side, what decides the end and what threatens it.

use crate::model::plan::{Milestone, Phase};
use crate::model::plan_dates::PlanOption;
use crate::report::plan::{options, words};
use crate::report::xlsx::cell::{Cell, Written};
use crate::report::xlsx::page::{Column, Page, column, painted};
use crate::report::xlsx::tasks::days;
use crate::report::xlsx::view::View;
use crate::text::capital::capital;

/// The widths of all tables of the sheet.
const WIDTHS: [f64; 8] = [36.0, 13.0, 13.0, 13.0, 16.0, 76.0, 16.0, 16.0];
/// Over how many columns sentences reach, and how many characters those take.
const SPAN: (u16, f64) = (6, 167.0);

pub(super) fn fill(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.widths(WIDTHS)?;
    page.title("Roadmap", "When what is planned can be reached, and whether that holds what was promised.")?;
    let plan = view.plan.plan();
    for told in plan.verdict.iter().cloned().chain(options::in_place_by(plan)) {
        page.sentence(&told, SPAN.0, SPAN.1)?;
    }
    milestones(view, page)?;
    reports(view, page)?;
    phases(view, page)?;
    critical_path(view, page)?;
    threats(view, page)?;
    forecast(view, page)
}

fn milestones(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.section("Days on the way")?;
    let columns = [
        column("Milestone", 0.0),
        column("Can be reached", 0.0),
        column("Promised", 0.0),
        column("Days to spare", 0.0),
        painted("Holds", 0.0),
        column("Why", 0.0),
    ];
    let row = |milestone: &'_ Milestone| {
        let spare = milestone.date.zip(milestone.promised).map(|(date, promised)| promised.days_since(date));
        vec![
            capital(milestone.name).into(),
            milestone.date.into(),
            milestone.promised.into(),
            number(spare),
            milestone.holds.map(|_| words::holds(milestone)).into(),
            milestone.because.clone().into(),
        ]
    };
    table(page, &columns, view.plan.plan().milestones.iter().map(row), "The plan has no milestone.")
}

fn reports(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.section("Reports there could be, side by side")?;
    let [name, begins, ends, fieldwork, ready, promises, last] = options::COLUMNS;
    let columns = [name, begins, ends, fieldwork, ready, "Why", promises, last].map(|name| column(name, 0.0));
    let row = |option: &'_ PlanOption| {
        vec![
            option.name.into(),
            option.start.into(),
            option.end.into(),
            option.fieldwork.into(),
            option.report.into(),
            option.because.clone().into(),
            options::promises(option).into(),
            option.last_start.into(),
        ]
    };
    table(page, &columns, view.plan.plan().dates.options.iter().map(row), "The plan tells of no report.")
}

fn phases(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.section("Work by phase")?;
    let columns = [
        column("Phase", 0.0),
        column("Begins", 0.0),
        column("Ends", 0.0),
        column("Tasks", 0.0),
        column("Effort (days)", 0.0),
    ];
    let row = |phase: &Phase| {
        let tasks = || view.plan.to_do().map(|numbered| numbered.task).filter(|task| task.phase == *phase);
        let effort = tasks().map(|task| task.effort.likely).fold(0, u32::saturating_add);
        (tasks().next().is_some()).then(|| {
            vec![
                words::phase(*phase).into(),
                tasks().filter_map(|task| task.start).min().into(),
                tasks().filter_map(|task| task.finish).max().into(),
                tasks().count().into(),
                days(effort),
            ]
        })
    };
    table(page, &columns, Phase::ALL.iter().filter_map(row), "Nothing is to do.")
}

fn critical_path(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.section("Critical path")?;
    page.note("Every working day one of these is late, the end of the plan is late.")?;
    let columns = [
        column("Task", 0.0),
        column("No.", 0.0),
        column("Starts", 0.0),
        column("Finishes", 0.0),
        column("Responsible", 0.0),
        column("Why then", 0.0),
    ];
    let steps = words::critical_path(&view.plan).into_iter().map(|step| {
        let task = step.of.task;
        vec![
            task.title.clone().into(),
            step.of.number.into(),
            task.start.into(),
            task.finish.into(),
            view.plan.owner(task).into(),
            step.because.into(),
        ]
    });
    table(page, &columns, steps, "Nothing is to do, so nothing decides the end.")
}

fn threats(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.section("What threatens the plan")?;
    let names = ["Threat", "Task no.", "Starts", "Finishes", "Due", "What it is"];
    let threats = view.plan.escalations().map(|escalation| {
        let task = escalation.task.as_deref().and_then(|id| view.plan.task(id));
        let threat = capital(words::threat(escalation.threat));
        vec![
            threat.into(),
            task.map(|of| of.number).into(),
            task.and_then(|of| of.task.start).into(),
            task.and_then(|of| of.task.finish).into(),
            task.map(|of| of.task.due).into(),
            escalation.because.clone().into(),
        ]
    });
    table(page, &names.map(|name| column(name, 0.0)), threats, words::NO_THREAT)
}

/// How long it may take all the same, and what else there is to say.
fn forecast(view: &View<'_>, page: &mut Page<'_>) -> Written {
    let lines: Vec<String> =
        words::forecast(&view.plan).into_iter().chain(view.plan.plan().notes.iter().cloned()).collect();
    if lines.is_empty() {
        return Ok(());
    }
    page.section("How sure the days are")?;
    lines.iter().try_for_each(|line| page.sentence(line, SPAN.0, SPAN.1))
}

/// A table; a sentence where it has no row.
fn table<'c>(
    page: &mut Page<'_>,
    columns: &[Column],
    rows: impl Iterator<Item = Vec<Cell<'c>>>,
    none: &str,
) -> Written {
    let mut rows = rows.peekable();
    if rows.peek().is_none() {
        return page.note(none);
    }
    page.table(columns, rows)?;
    Ok(())
}

fn number<'a>(days: Option<i64>) -> Cell<'a> {
    days.and_then(|days| i32::try_from(days).ok()).map_or(Cell::Empty, |days| Cell::Number(days.into()))
}
