//! What the plan says of reports side by side, and of the last days on which work can begin.

use crate::model::date::Date;
use crate::model::plan::Plan;
use crate::model::plan_dates::{LastStart, PlanOption};
use crate::text::count::count;

/// The columns under which reports stand side by side.
pub(in crate::report) const COLUMNS: [&str; 7] =
    ["Report", "Begins", "Ends", "Fieldwork", "Ready", "Against the promises", "Last day to begin"];

/// What is said where a report has no such day.
pub(in crate::report) const NONE: &str = "–";

/// The reports side by side, a row each; none where the plan tells of none.
pub(in crate::report) fn rows(plan: &Plan) -> Vec<[String; 7]> {
    plan.dates.options.iter().map(row).collect()
}

fn row(option: &PlanOption) -> [String; 7] {
    let day = |day: Option<Date>| day.map_or_else(|| NONE.to_owned(), |day| day.to_string());
    [
        option.name.to_owned(),
        day(option.start),
        option.end.to_string(),
        option.fieldwork.to_string(),
        option.report.to_string(),
        promises(option).unwrap_or_else(|| NONE.to_owned()),
        day(option.last_start),
    ]
}

/// Whether the promises that were made hold: `fieldwork 3 days to spare, report 41 days late`.
pub(in crate::report) fn promises(option: &PlanOption) -> Option<String> {
    let told = [("fieldwork", option.fieldwork_holds), ("report", option.report_holds)];
    let told = told.into_iter().filter_map(|(name, days)| Some(format!("{name} {}", spare(days?))));
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(", "))
}

fn spare(days: i64) -> String {
    let many = count(usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX), "day");
    match days {
        0 => "on the day".to_owned(),
        1.. => format!("{many} to spare"),
        _ => format!("{many} late"),
    }
}

/// By when controls must be in place, in sentences; nothing where nothing asks for a day.
pub(in crate::report) fn in_place_by(plan: &Plan) -> Option<String> {
    let by = plan.dates.in_place_by.as_ref()?;
    Some(format!("Controls must be in place by {}. {}", by.day, by.because))
}

/// The last day a task can begin for that, where there is one.
pub(in crate::report) fn last_start<'a>(plan: &'a Plan, task: &str) -> Option<&'a LastStart> {
    plan.dates.last_starts.iter().find(|last| last.task == task)
}

/// The last day to begin, and that it has passed where it has.
pub(in crate::report) fn told(last: &LastStart) -> String {
    if last.late { format!("{}, passed", last.day) } else { last.day.to_string() }
}
