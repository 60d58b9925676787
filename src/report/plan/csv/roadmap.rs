//! The compliance roadmap as CSV: a row for each milestone, for each report there could be, and for each phase of the work.

use crate::model::plan::{Milestone, Phase};
use crate::model::plan_dates::PlanOption;
use crate::report::csv::table::{day, table, text, yes};
use crate::report::plan::page::PlanPage;
use crate::report::plan::{PlanFormat, options, words};
use crate::text::capital::capital;
use crate::text::count::count;

/// The format `csv-roadmap`.
pub(in crate::report::plan) static FORMAT: PlanFormat = PlanFormat {
    name: "csv-roadmap",
    extension: "csv",
    summary: "the compliance roadmap, a row for each phase, milestone and report",
    styled: false,
    render,
};

const COLUMNS: [&str; 7] = ["Kind", "Name", "Start", "Finish", "Promised", "Holds", "Because"];

fn render(page: &PlanPage<'_>, _: usize) -> String {
    let phases = Phase::ALL.iter().filter_map(|of| phase(page, *of));
    let milestones = page.plan().milestones.iter().filter(|_| page.is_whole()).map(milestone);
    let reports = page.plan().dates.options.iter().filter(|_| page.is_whole()).map(report);
    table(COLUMNS, phases.chain(milestones).chain(reports))
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

/// A report there could be: from the first day of its observation period to the day it is ready.
fn report(option: &PlanOption) -> [String; 7] {
    let spare: Vec<i64> = option.fieldwork_holds.into_iter().chain(option.report_holds).collect();
    let holds = spare.iter().min().map(|least| yes(*least >= 0));
    let against = options::promises(option).map(|against| format!("; {against}")).unwrap_or_default();
    [
        "report".to_owned(),
        option.name.to_owned(),
        day(option.start),
        option.report.to_string(),
        String::new(),
        holds.unwrap_or_default(),
        format!("fieldwork from {}{against}", option.fieldwork),
    ]
}

fn milestone(milestone: &Milestone) -> [String; 7] {
    [
        "milestone".to_owned(),
        capital(milestone.name),
        String::new(),
        day(milestone.date),
        day(milestone.promised),
        milestone.holds.map(yes).unwrap_or_default(),
        text(&milestone.because),
    ]
}
