//! The row of an organisation: what is taken from its assessment before that is let go.

use crate::model::assessment::{Assessment, Summary};
use crate::model::plan::{Milestone, Plan, Task};
use crate::model::portfolio::{Client, Promise};
use crate::model::words::TaskStatus;

/// What is kept of an assessment, under the name of the file or folder it was made of.
#[must_use]
pub fn client(name: &str, assessment: &Assessment<'_>) -> Client {
    let (inventory, plan) = (assessment.inventory, &assessment.plan);
    let unfinished = || plan.tasks.iter().filter(|task| task.status != TaskStatus::Done);
    Client {
        name: name.to_owned(),
        organization: inventory.organization.clone(),
        system: inventory.scope.system.clone(),
        report: inventory.scope.report.clone(),
        categories: inventory.scope.categories.clone(),
        summary: Summary { areas: Vec::new(), categories: Vec::new(), ..assessment.summary.clone() },
        tasks: unfinished().count(),
        overdue: unfinished().filter(|task: &&Task| task.due < assessment.as_of).count(),
        plan_end: plan.end,
        report_ready: milestone(plan, "report").and_then(|report| report.date),
        promise: worse_promise(plan),
        verdict: plan.verdict.clone(),
        own_settings: inventory.conventions.table().iter().filter(|one| one.instead_of.is_some()).count(),
        exceeding: assessment.gate.exceeding.len(),
        reports: Vec::new(),
    }
}

fn milestone<'a>(plan: &'a Plan, name: &str) -> Option<&'a Milestone> {
    plan.milestones.iter().find(|milestone| milestone.name == name)
}

/// Of the promises of the report and of fieldwork the one that stands worse; of two alike that of the report.
fn worse_promise(plan: &Plan) -> Option<Promise> {
    ["report", "fieldwork"].into_iter().filter_map(|what| promise(plan, what)).min_by_key(|promise| promise.spare)
}

fn promise(plan: &Plan, what: &'static str) -> Option<Promise> {
    let milestone = milestone(plan, what)?;
    let (day, reached) = (milestone.promised?, milestone.date?);
    Some(Promise { what, day, spare: day.days_since(reached) })
}
