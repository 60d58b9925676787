//! The compliance roadmap as CSV: a row for each milestone, for each report there could be, and for each phase of the work.

use crate::model::plan::{Milestone, Phase};
use crate::report::plan::csv::{day, table, text};
use crate::report::plan::page::PlanPage;
use crate::report::plan::{PlanFormat, words};
use crate::text::count::count;

/// The format `csv-roadmap`.
pub(in crate::report::plan) static FORMAT: PlanFormat = PlanFormat {
    name: "csv-roadmap",
    extension: "csv",
    summary: "the compliance roadmap, a row for each phase and each milestone",
    styled: false,
    render,
};

const COLUMNS: [&str; 7] = ["Kind", "Name", "Start", "Finish", "Promised", "Holds", "Because"];

fn render(page: &PlanPage<'_>, _: usize) -> String {
    let phases = Phase::ALL.iter().filter_map(|of| phase(page, *of));
    let milestones = page.plan().milestones.iter().filter(|_| page.is_whole()).map(milestone);
    table(COLUMNS, phases.chain(milestones))
}

fn phase(page: &PlanPage<'_>, phase: Phase) -> Option<[String; 7]> {
    let tasks = || page.to_do().map(|numbered| numbered.task).filter(|task| task.phase == phase);
    let start = tasks().filter_map(|task| task.start).min()?;
    let finish = tasks().filter_map(|task| task.finish).max();
    let name = words::phase(phase).to_owned();
    Some([
        "phase".to_owned(),
        name,
        start.to_string(),
        day(finish),
        String::new(),
        String::new(),
        count(tasks().count(), "task"),
    ])
}

fn milestone(milestone: &Milestone) -> [String; 7] {
    let holds = milestone.holds.map(|holds| if holds { "yes" } else { "no" });
    [
        "milestone".to_owned(),
        words::capital(milestone.name),
        String::new(),
        day(milestone.date),
        day(milestone.promised),
        holds.unwrap_or_default().to_owned(),
        text(&milestone.because),
    ]
}
