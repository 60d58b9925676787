//! What to do about the open gaps.

use serde::Serialize;

use crate::model::plan;

/// The remediation plan. What no schedule has worked out yet is `null`, `false` or empty.
#[derive(Serialize)]
pub(super) struct Plan<'a> {
    tasks: Vec<Task<'a>>,
    milestones: Vec<Milestone>,
    critical_path: Vec<String>,
    verdict: Option<String>,
}

impl<'a> Plan<'a> {
    pub(super) fn of(plan: &'a plan::Plan) -> Self {
        Self {
            tasks: plan.tasks.iter().map(Task::of).collect(),
            milestones: plan.milestones.iter().map(Milestone::of).collect(),
            critical_path: Vec::new(),
            verdict: None,
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
    depends_on: Vec<String>,
    critical: bool,
    status: String,
    resources: &'static str,
    ticket: Option<&'a str>,
}

impl<'a> Task<'a> {
    fn of(task: &'a plan::Task) -> Self {
        Self {
            id: &task.id,
            title: &task.title,
            gaps: &task.gaps,
            owner: task.owner.as_deref(),
            effort_days: f64::from(task.effort_tenths) / 10.0,
            start: None,
            finish: None,
            due: task.due.to_string(),
            depends_on: Vec::new(),
            critical: false,
            status: task.status.snake(),
            resources: "",
            ticket: task.ticket.as_deref(),
        }
    }
}

/// A day on the way to the report: when it can be, and when it was promised.
#[derive(Serialize)]
struct Milestone {
    name: &'static str,
    date: Option<String>,
    promised: String,
}

impl Milestone {
    fn of(milestone: &plan::Milestone) -> Self {
        Self { name: milestone.name, date: None, promised: milestone.promised.to_string() }
    }
}
