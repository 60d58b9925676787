//! The tasks of the plan, and the days on the way to the report.

use serde::Serialize;
use uuid::Uuid;

use crate::model::date::Date;
use crate::model::gap::Gap;
use crate::model::plan::{Milestone, Task};
use crate::report::oscal::desk::Desk;
use crate::report::oscal::party::OWNER;
use crate::report::oscal::prop::Prop;
use crate::report::oscal::text;

/// A thing to be done, or a day to be reached.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct OscalTask {
    uuid: Uuid,
    r#type: &'static str,
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    props: Vec<Prop>,
    timing: Timing,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dependencies: Vec<Dependency>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    responsible_roles: Vec<ResponsibleRole>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Timing {
    OnDate { date: String },
    WithinDateRange { start: String, end: String },
}

impl Timing {
    fn on(day: Date) -> Self {
        Self::OnDate { date: text::moment(day) }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Dependency {
    task_uuid: Uuid,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ResponsibleRole {
    role_id: &'static str,
    party_uuids: [Uuid; 1],
}

/// A task as it stands under one of the gaps it closes. The format knows a task by the risk it answers, so one that closes
/// several gaps stands under each, with a UUID of each and our id for all of them.
pub(super) fn under(desk: &Desk<'_>, gap: &Gap, task: &Task) -> OscalTask {
    let owner = task.owner.as_deref().and_then(|owner| desk.parties.party(owner));
    let role = |party| ResponsibleRole { role_id: OWNER, party_uuids: [party] };
    OscalTask {
        uuid: desk.task_id(gap.id()),
        r#type: "milestone",
        title: text::title(&task.title, &task.id),
        description: text::paragraph(&task.done_when),
        props: props(task),
        timing: match (task.start, task.finish) {
            (Some(start), Some(finish)) => {
                Timing::WithinDateRange { start: text::moment(start), end: text::moment(finish) }
            }
            _ => Timing::on(task.due),
        },
        dependencies: desk.before(task).into_iter().map(|task_uuid| Dependency { task_uuid }).collect(),
        responsible_roles: owner.map(role).into_iter().collect(),
    }
}

fn props(task: &Task) -> Vec<Prop> {
    let props = [
        Prop::said("task", Some(&task.id)),
        Some(Prop::ours("phase", task.phase.word())),
        Some(Prop::ours("task-status", task.status)),
        Some(Prop::ours("effort", task.effort)),
        Some(Prop::ours("due", task.due)),
        task.critical.then(|| Prop::ours("critical", true)),
        Prop::said("ticket", task.ticket.as_deref()),
    ];
    props.into_iter().flatten().collect()
}

/// The days on the way to the report that have one.
pub(super) fn milestones(desk: &Desk<'_>) -> Vec<OscalTask> {
    desk.assessment.plan.milestones.iter().filter_map(|milestone| reached(desk, milestone)).collect()
}

fn reached(desk: &Desk<'_>, milestone: &Milestone) -> Option<OscalTask> {
    let day = milestone.date.or(milestone.promised)?;
    let props = [
        Some(Prop::ours("milestone", milestone.name.replace(' ', "-"))),
        milestone.promised.map(|day| Prop::ours("promised", day)),
        milestone.holds.map(|holds| Prop::ours("promise-can-hold", holds)),
    ];
    Some(OscalTask {
        uuid: desk.ids.id("milestone", &[milestone.name]),
        r#type: "milestone",
        title: milestone.name.to_owned(),
        description: text::paragraph(&milestone.because),
        props: props.into_iter().flatten().collect(),
        timing: Timing::on(day),
        dependencies: Vec::new(),
        responsible_roles: Vec::new(),
    })
}
