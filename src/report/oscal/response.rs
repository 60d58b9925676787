//! What is done about a risk: the task of the plan that closes the gap, the signature for it, or what is recommended.

use serde::Serialize;
use uuid::Uuid;

use crate::model::document::Acceptance;
use crate::model::gap::Gap;
use crate::model::plan::Task;
use crate::model::words::TaskStatus;
use crate::report::oscal::desk::Desk;
use crate::report::oscal::origin::Origin;
use crate::report::oscal::party::{APPROVER, OWNER};
use crate::report::oscal::prop::Prop;
use crate::report::oscal::task::{self, OscalTask};
use crate::report::oscal::text;

/// An answer to a risk.
#[derive(Serialize)]
pub(super) struct Response {
    uuid: Uuid,
    lifecycle: &'static str,
    title: String,
    description: String,
    props: [Prop; 1],
    origins: [Origin; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tasks: Vec<OscalTask>,
}

/// The UUID of the answer to a gap.
pub(super) fn response_id(desk: &Desk<'_>, gap: &Gap) -> Uuid {
    desk.ids.id("response", &[gap.id()])
}

/// The answer to a gap.
pub(super) fn response(desk: &Desk<'_>, gap: &Gap) -> Response {
    match (desk.acceptance(gap), desk.task_of(gap.id())) {
        (Some(acceptance), _) => accepted(desk, gap, acceptance),
        (None, Some(task)) => planned(desk, gap, task),
        (None, None) => Response {
            uuid: response_id(desk, gap),
            lifecycle: "recommendation",
            title: text::title(&gap.finding.title, gap.id()),
            description: text::paragraph(&gap.finding.recommendation),
            props: [Prop::known("type", "mitigate")],
            origins: [Origin::tool(desk)],
            tasks: Vec::new(),
        },
    }
}

/// Somebody signed for it.
fn accepted(desk: &Desk<'_>, gap: &Gap, acceptance: &Acceptance) -> Response {
    let party = desk.parties.party(&acceptance.approved_by.value);
    Response {
        uuid: response_id(desk, gap),
        lifecycle: "completed",
        title: format!("Accepted until {}", acceptance.expires.value),
        description: text::title(&acceptance.rationale, "No reason is given."),
        props: [Prop::known("type", "accept")],
        origins: [party.map_or_else(|| Origin::tool(desk), |party| Origin::party(party, APPROVER))],
        tasks: Vec::new(),
    }
}

/// A task of the plan closes it.
fn planned(desk: &Desk<'_>, gap: &Gap, task: &Task) -> Response {
    let lifecycle = lifecycle(desk, gap, task);
    let decided = || task.owner.as_deref().filter(|_| lifecycle != RECOMMENDED);
    let owner = decided().and_then(|owner| desk.parties.party(owner));
    Response {
        uuid: response_id(desk, gap),
        lifecycle,
        title: text::title(&task.title, &task.id),
        description: steps(task),
        props: [Prop::known("type", "mitigate")],
        origins: [owner.map_or_else(|| Origin::tool(desk), |owner| Origin::party(owner, OWNER))],
        tasks: vec![task::under(desk, gap, task)],
    }
}

const RECOMMENDED: &str = "recommendation";

/// How far the answer has come: said to be done, decided with an owner and a day, or only recommended.
fn lifecycle(desk: &Desk<'_>, gap: &Gap, task: &Task) -> &'static str {
    let entry = desk.assessment.inventory.remediation_of(gap.id());
    let agreed = entry.is_some_and(|entry| entry.owner.is_some() && entry.due.is_some());
    match (task.status, agreed) {
        (TaskStatus::Done, _) => "completed",
        (_, true) => "planned",
        (_, false) => RECOMMENDED,
    }
}

/// What to do, step by step, and what it takes.
fn steps(task: &Task) -> String {
    let steps = text::list("Step by step:", &task.steps);
    let proof = text::list("What will show it:", &task.proof);
    let resources = format!("Resources: {}", task.resources);
    let rest = [steps, proof, (!task.resources.trim().is_empty()).then(|| text::paragraph(&resources))];
    let told: Vec<String> = rest.into_iter().flatten().collect();
    if told.is_empty() { text::title(&task.title, &task.id) } else { told.join("\n\n") }
}
