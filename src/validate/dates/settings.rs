//! Conventions that cannot be: days off that last for years, more runs than anybody waits for.

use crate::model::document::Settings;
use crate::model::settings::{PlanTerms, WorkCalendar};
use crate::source::problem::{Problem, Problems};
use crate::validate::dates::{ends_after_start, is_read};

/// How long days off may last at most before it can only be a slip of the pen.
const LONGEST: i64 = 366;

/// Checks the calendar and the terms of the plan.
pub(super) fn check(settings: &Settings, problems: &mut Problems) {
    for off in settings.calendar.iter().flat_map(WorkCalendar::off) {
        ends_after_start("a period of days off", off, problems);
        if is_read(off) && off.days() > LONGEST {
            problems.add(
                Problem::at(off.place, format!("days off for {} days on end", off.days()))
                    .help("a period of days off is a year at most; correct the year"),
            );
        }
    }
    let runs = settings.plan.as_ref().and_then(|plan| plan.runs.as_ref());
    if let Some(runs) = runs.filter(|runs| runs.value > PlanTerms::MOST_RUNS) {
        problems.add(
            Problem::at(runs.place, format!("a plan is simulated at most {} times", PlanTerms::MOST_RUNS))
                .help("a thousand times tells the days well enough"),
        );
    }
}
