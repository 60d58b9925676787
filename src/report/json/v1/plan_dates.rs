//! The days of the plan: those on the way, each report there could be, and when to begin.

use serde::Serialize;

use crate::model::date::Date;
use crate::model::plan;
use crate::model::plan::Threat;
use crate::model::plan_dates;

/// A day on the way to the report: when it can be, and when it was promised.
#[derive(Serialize)]
pub(super) struct Milestone<'a> {
    name: &'static str,
    date: Option<String>,
    promised: Option<String>,
    holds: Option<bool>,
    because: &'a str,
}

impl<'a> Milestone<'a> {
    pub(super) fn of(milestone: &'a plan::Milestone) -> Self {
        Self {
            name: milestone.name,
            date: written(milestone.date),
            promised: written(milestone.promised),
            holds: milestone.holds,
            because: &milestone.because,
        }
    }
}

/// A report there could be, and when.
#[derive(Serialize)]
pub(super) struct PlanOption<'a> {
    name: &'static str,
    start: Option<String>,
    end: String,
    fieldwork: String,
    report: String,
    fieldwork_days_to_spare: Option<i64>,
    report_days_to_spare: Option<i64>,
    last_start: Option<String>,
    because: &'a str,
}

impl<'a> PlanOption<'a> {
    pub(super) fn of(option: &'a plan_dates::PlanOption) -> Self {
        Self {
            name: option.name,
            start: written(option.start),
            end: option.end.to_string(),
            fieldwork: option.fieldwork.to_string(),
            report: option.report.to_string(),
            fieldwork_days_to_spare: option.fieldwork_holds,
            report_days_to_spare: option.report_holds,
            last_start: written(option.last_start),
            because: &option.because,
        }
    }
}

/// By when the controls must be in place.
#[derive(Serialize)]
pub(super) struct InPlaceBy<'a> {
    date: String,
    alternative: bool,
    because: &'a str,
    last_starts: Vec<LastStart<'a>>,
}

/// The last day to start a task for that.
#[derive(Serialize)]
struct LastStart<'a> {
    task: &'a str,
    date: String,
    late: bool,
}

impl<'a> InPlaceBy<'a> {
    pub(super) fn of(dates: &'a plan_dates::PlanDates) -> Option<Self> {
        let by = dates.in_place_by.as_ref()?;
        let last_start = |last: &'a plan_dates::LastStart| LastStart {
            task: &last.task,
            date: last.day.to_string(),
            late: last.late,
        };
        Some(Self {
            date: by.day.to_string(),
            alternative: by.alternative,
            because: &by.because,
            last_starts: dates.last_starts.iter().map(last_start).collect(),
        })
    }
}

/// Something that threatens the report.
#[derive(Serialize)]
pub(super) struct Escalation<'a> {
    threat: &'static str,
    task: Option<&'a str>,
    because: &'a str,
}

impl<'a> Escalation<'a> {
    pub(super) fn of(escalation: &'a plan::Escalation) -> Self {
        let threat = match escalation.threat {
            Threat::Overdue => "overdue",
            Threat::PastThePromise => "past_the_promise",
            Threat::CriticalAndLate => "critical_and_late",
            Threat::Unowned => "unowned",
            Threat::OwnerWithoutTime => "owner_without_time",
            Threat::Blocked => "blocked",
        };
        Self { threat, task: escalation.task.as_deref(), because: &escalation.because }
    }
}

fn written(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}
