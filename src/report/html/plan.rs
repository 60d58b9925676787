//! The plan: whether the promised day can hold, the roadmap, what to do this week, and the action plan; as a section of the
//! report, and as a page of its own.

use askama::filters::Safe;

use crate::report::html::block::{Block, Column, Table, blocks, words as said};
use crate::report::html::markup::{Markup, code, element, joined, numbered, prose, some, strong, text, whole};
use crate::report::html::page::{self, Part};
use crate::report::html::picture::{gantt, roadmap};
use crate::report::html::view::View;
use crate::report::plan::options;
use crate::report::plan::page::{Numbered, PlanPage};
use crate::report::plan::words;
use crate::text::capital::capital;
use crate::text::count::count;

mod steps;

/// A part of the plan: the id it is reached by, its title, and what it holds.
type PlanPart = (&'static str, &'static str, fn(&View<'_>, &PlanPage<'_>) -> Vec<Block>);

/// The parts of the whole plan.
const WHOLE: [PlanPart; 7] = [
    ("threats", "What threatens the report", escalations),
    ("verdict", "Can the promised day hold", verdict),
    ("roadmap", words::ROADMAP, on_the_way),
    ("week", "This week", steps::week),
    ("action-plan", words::ACTION, action),
    ("control-plan", words::CONTROLS, steps::controls),
    ("planning", "How it was planned", method),
];

/// The parts of what one owner has to do, and of a week.
const PART: [PlanPart; 4] = [
    ("threats", "What threatens the report", escalations),
    ("roadmap", words::ROADMAP, on_the_way),
    ("action-plan", words::ACTION, action),
    ("control-plan", words::CONTROLS, steps::controls),
];

/// The plan as a section of the report.
pub(super) fn section(view: &View<'_>) -> Markup {
    let page = PlanPage::of(view.assessment);
    let mut all = vec![said(&words::headline(&page))];
    for (id, title, write) in WHOLE {
        all.push(Block::Heading(id, title.to_owned()));
        all.extend(write(view, &page));
    }
    blocks(&all)
}

/// The plan, or a part of it, as a page of its own.
pub(in crate::report) fn document(page: &PlanPage<'_>) -> String {
    let view = View::of_plan(page.assessment);
    let parts: &[PlanPart] = if page.is_whole() { &WHOLE } else { &PART };
    let parts = parts.iter().enumerate().map(|(at, (id, title, write))| {
        let headline = (at == 0).then(|| Block::Words(strong(&text(&words::headline(page)))));
        let body: Vec<Block> = headline.into_iter().chain(write(&view, page)).collect();
        Part { id, title, body: blocks(&body) }
    });
    page::plan(&view, parts.collect())
}

/// What threatens the report, the worst first: what sort of threat, and what is the matter.
pub(super) fn threats(page: &PlanPage<'_>) -> Vec<(&'static str, Markup)> {
    let escalations = page.escalations();
    escalations.map(|escalation| (words::threat(escalation.threat), prose(&escalation.because))).collect()
}

fn table(id: &str, caption: &str, columns: &[Column], rows: Vec<Vec<Markup>>) -> Block {
    Block::Table(Table { id: id.to_owned(), caption: caption.to_owned(), columns: columns.to_vec(), rows })
}

fn escalations(_: &View<'_>, page: &PlanPage<'_>) -> Vec<Block> {
    let rows = page.escalations().map(|escalation| {
        let task = escalation.task.as_deref().and_then(|task| page.task(task));
        let threat = text(&capital(words::threat(escalation.threat)));
        vec![threat, task.map_or_else(|| text(""), to_task), prose(&escalation.because)]
    });
    let rows: Vec<Vec<Markup>> = rows.collect();
    if rows.is_empty() {
        return vec![said(if page.is_whole() { words::NO_THREAT } else { "Nothing of this part." })];
    }
    let columns = [Column::Words("Threat"), Column::Number("Task"), Column::Words("What is the matter")];
    vec![table("escalations", "What threatens the report, the worst first", &columns, rows)]
}

/// The number of a task, leading to its row.
fn to_task(Numbered { number, task }: Numbered<'_>) -> Markup {
    numbered(&element("task", &task.id), number)
}

fn verdict(_: &View<'_>, page: &PlanPage<'_>) -> Vec<Block> {
    let verdict = page.plan().verdict.iter().map(|verdict| Block::Words(strong(&text(verdict))));
    let mut all: Vec<Block> = verdict.collect();
    all.push(said(&words::progress(page)));
    let forecast: Vec<Markup> = words::forecast(page).iter().map(|line| text(line)).collect();
    all.extend((!forecast.is_empty()).then_some(Block::List(forecast)));
    let rows = words::critical_path(page).into_iter().map(|step| {
        let task = step.of.task;
        vec![
            to_task(step.of),
            prose(&task.title),
            text(page.owner(task).unwrap_or("unassigned")),
            whole(words::day(task.start)),
            whole(words::day(task.finish)),
            text(&step.because),
        ]
    });
    let rows: Vec<Vec<Markup>> = rows.collect();
    if !rows.is_empty() {
        let names = ["Task", "Responsible", "Start", "Finish", "Why not earlier"].map(Column::Words);
        let columns: Vec<Column> = std::iter::once(Column::Number("No.")).chain(names).collect();
        all.extend([said(words::PATH), table("critical-path", "Critical path", &columns, rows)]);
    }
    all
}

/// Milestones, reports side by side, and the pictures of both roadmap and plan.
fn on_the_way(_: &View<'_>, page: &PlanPage<'_>) -> Vec<Block> {
    let mut all = if page.is_whole() { milestones(page) } else { Vec::new() };
    match gantt::gantt(page) {
        Some(picture) => {
            all.extend(gantt::capped(page).map(|told| said(&told)));
            all.push(said(
                "Bars are tasks: dark with a line along them where they decide the end of the plan. Upright lines are days \
                 promised to customers.",
            ));
            all.push(Block::Whole(picture));
        }
        None => all.push(said("No task has a day.")),
    }
    all
}

fn milestones(page: &PlanPage<'_>) -> Vec<Block> {
    let rows = page.plan().milestones.iter().map(|milestone| {
        vec![
            text(&capital(milestone.name)),
            whole(words::day(milestone.date)),
            whole(words::day(milestone.promised)),
            text(words::holds(milestone)),
            prose(&milestone.because),
        ]
    });
    let rows: Vec<Vec<Markup>> = rows.collect();
    let mut all = Vec::new();
    if let Some(picture) = roadmap::roadmap(page) {
        all.push(said(
            "Full signs are days that can be reached, hollow ones were promised to customers; the upright line is \
                       the day of the assessment. Days at the end are reached / promised.",
        ));
        all.push(Block::Whole(picture));
    }
    if !rows.is_empty() {
        let columns = ["Milestone", "Reached", "Promised", "Promise", "What decides it"].map(Column::Words);
        all.push(table("milestones", "Milestones", &columns, rows));
    }
    let reports = options::rows(page.plan()).into_iter().map(|cells| cells.map(|cell| text(&cell)).into());
    let reports: Vec<Vec<Markup>> = reports.collect();
    if !reports.is_empty() {
        all.push(table(
            "options",
            "The reports there could be, side by side",
            &options::COLUMNS.map(Column::Words),
            reports,
        ));
    }
    all
}

fn action(view: &View<'_>, page: &PlanPage<'_>) -> Vec<Block> {
    let rows: Vec<Vec<Markup>> = page.tasks().map(|numbered| row(view, page, numbered)).collect();
    if rows.is_empty() {
        return vec![said(&words::headline(page))];
    }
    let names = ["Issue", "Recommended action", "Responsible", "Resources", "Estimated completion", "Effort", "Due"];
    let more = ["Depends on", "Status", "Tracked at"];
    let columns: Vec<Column> =
        std::iter::once(Column::Number("No.")).chain(names.into_iter().chain(more).map(Column::Words)).collect();
    let told = format!("{}, the most worthwhile first. {}", count(rows.len(), "task"), words::EFFORTS.replace('`', ""));
    vec![said(&told), table("actions", "Action plan", &columns, rows)]
}

fn row(view: &View<'_>, page: &PlanPage<'_>, Numbered { number, task }: Numbered<'_>) -> Vec<Markup> {
    let gaps = some(task.gaps.iter().filter_map(|id| view.gap(id)).map(|gap| view.number(gap)));
    let due = if task.due < page.assessment.as_of { strong(&whole(task.due)) } else { whole(task.due) };
    let id = element("task", &task.id);
    vec![
        Safe(format!("<span id=\"{id}\">{number}</span>")),
        Safe(format!("{} ({})", prose(page.issue(task)).0, gaps.0)),
        prose(&task.title),
        page.owner(task).map_or_else(|| strong(&text("unassigned")), text),
        text(&task.resources),
        whole(words::day(task.finish)),
        text(&task.effort.to_string()),
        due,
        text(&words::waits_for(page, task).unwrap_or_default()),
        text(&words::status(task)),
        task.ticket.as_deref().map_or_else(|| text(""), code),
    ]
}

/// How the days came about, and what else there is to say.
fn method(_: &View<'_>, page: &PlanPage<'_>) -> Vec<Block> {
    let notes: Vec<Markup> = page.plan().notes.iter().map(|note| prose(note)).collect();
    let notes = (!notes.is_empty()).then_some(Block::List(notes));
    notes.into_iter().chain([said(words::METHOD), Block::Words(prose(words::EFFORTS))]).collect()
}

/// Facts in a line.
fn in_a_line(facts: impl IntoIterator<Item = Markup>) -> Markup {
    joined(facts, " · ")
}
