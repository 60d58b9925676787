//! What to do about the open gaps.

use serde::Serialize;

use crate::model::plan;
use crate::report::json::v1::plan_dates::{Escalation, InPlaceBy, Milestone, PlanOption};

/// The remediation plan. A task that is said to be done has no days.
#[derive(Serialize)]
pub(super) struct Plan<'a> {
    tasks: Vec<Task<'a>>,
    milestones: Vec<Milestone<'a>>,
    critical_path: &'a [String],
    verdict: Option<&'a str>,
    options: Vec<PlanOption<'a>>,
    in_place_by: Option<InPlaceBy<'a>>,
    escalations: Vec<Escalation<'a>>,
    notes: &'a [String],
}

impl<'a> Plan<'a> {
    pub(super) fn of(plan: &'a plan::Plan) -> Self {
        Self {
            tasks: plan.tasks.iter().map(Task::of).collect(),
            milestones: plan.milestones.iter().map(Milestone::of).collect(),
            critical_path: &plan.critical_path,
            verdict: plan.verdict.as_deref(),
            options: plan.dates.options.iter().map(PlanOption::of).collect(),
            in_place_by: InPlaceBy::of(&plan.dates),
            escalations: plan.escalations.iter().map(Escalation::of).collect(),
            notes: &plan.notes,
        }
    }
}

/// One thing to do.
#[derive(Serialize)]
struct Task<'a> {
    id: &'a str,
    title: &'a str,
    gaps: &'a [String],
    owner: Option<&'a str>,
    effort_days: f64,
    start: Option<String>,
    finish: Option<String>,
    due: String,
    depends_on: &'a [String],
    critical: bool,
    status: String,
    resources: &'a str,
    ticket: Option<&'a str>,
}

impl<'a> Task<'a> {
    fn of(task: &'a plan::Task) -> Self {
        Self {
            id: &task.id,
            title: &task.title,
            gaps: &task.gaps,
            owner: task.owner.as_deref(),
            effort_days: f64::from(task.effort.likely) / 10.0,
            start: task.start.map(|day| day.to_string()),
            finish: task.finish.map(|day| day.to_string()),
            due: task.due.to_string(),
            depends_on: &task.depends_on,
            critical: task.critical,
            status: task.status.snake(),
            resources: &task.resources,
            ticket: task.ticket.as_deref(),
        }
    }
}
