//! What to do: the first steps for the summary, and the action plan.

use crate::model::gap::Gap;
use crate::model::plan::Task;
use crate::model::words::TaskStatus;
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::Page;
use crate::report::markdown::view::{View, spaced};
use crate::report::markdown::words;
use crate::report::plan::words::days;
use crate::text::count::{count, number};

/// How many tasks the summary names.
const FIRST: usize = 5;

/// The first tasks of the plan, for the summary.
pub(super) fn first_steps(view: &View<'_>, page: &mut Page) {
    let to_do: Vec<&Task> = view.assessment.plan.tasks.iter().filter(|task| task.status != TaskStatus::Done).collect();
    if to_do.is_empty() {
        page.block(nothing_planned(view));
        return;
    }
    page.steps(to_do.iter().take(FIRST).map(|task| {
        let closes = task.gaps.iter().filter_map(|id| view.gap(id)).map(|gap| view.number(gap));
        let title = words::sentence(task.title.trim_end_matches('.'));
        format!("{title} ({}, {}, due {}). Gaps: {}.", owner(view, task), effort(task), task.due, words::some(closes))
    }));
    if to_do.len() > FIRST {
        let plan = if view.options.quiet { "action plan of the whole report" } else { "[action plan](#action-plan)" };
        page.block(&format!("{} more stand in the {plan}.", number(to_do.len() - FIRST)));
    }
}

/// The action plan, a row a task.
pub(super) fn action_plan(view: &View<'_>, page: &mut Page) {
    let plan = &view.assessment.plan;
    let promised = plan.milestones.iter().filter_map(|milestone| Some((milestone.name, milestone.promised?)));
    let promised: Vec<String> = promised.map(|(name, day)| format!("{name} on {day}")).collect();
    if !promised.is_empty() {
        page.block(&format!("Promised to customers: {}.", words::and(promised)));
    }
    if plan.tasks.is_empty() {
        page.block(nothing_planned(view));
        return;
    }
    let all: u32 = plan.tasks.iter().map(|task| task.effort.likely).fold(0, u32::saturating_add);
    page.block(&format!(
        "{}, the most worthwhile first, {} of work in all. Efforts are estimates until the organisation sets its own.",
        count(plan.tasks.len(), "task"),
        days(all),
    ));
    let mut columns = vec![Number("No."), Words("Issue"), Words("Recommended action"), Words("Responsible")];
    columns.extend([Words("Resources"), Words("Due"), Words("Status"), Words("Tracked at")]);
    page.table(&columns, (1..).zip(&plan.tasks).map(|(number, task)| row(view, number, task)));
}

fn row(view: &View<'_>, number: usize, task: &Task) -> Vec<String> {
    vec![
        number.to_string(),
        issue(view, task),
        words::sentence(&task.title),
        owner(view, task),
        effort(task),
        task.due.to_string(),
        spaced(task.status.word()),
        task.ticket.as_deref().map(words::code).unwrap_or_default(),
    ]
}

/// What a task mends: its worst gap in words, all of them by number.
fn issue(view: &View<'_>, task: &Task) -> String {
    let mut gaps: Vec<&Gap> = task.gaps.iter().filter_map(|id| view.gap(id)).collect();
    gaps.sort_by_key(|gap| gap.number);
    let Some(worst) = gaps.first() else { return String::new() };
    let numbers = words::some(gaps.iter().map(|gap| view.number(gap)));
    format!("{} ({numbers})", words::sentence(&worst.finding.title))
}

fn owner(view: &View<'_>, task: &Task) -> String {
    task.owner.as_deref().map_or_else(|| "unassigned".to_owned(), |owner| view.person(owner))
}

fn effort(task: &Task) -> String {
    days(task.effort.likely)
}

fn nothing_planned(view: &View<'_>) -> &'static str {
    if view.assessment.summary.open_total() == 0 {
        "Nothing: no gap stands open."
    } else {
        "No task is planned yet. Begin with the top gaps; each says what to do."
    }
}
