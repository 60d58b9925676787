//! Who says something, and what it is about.

use serde::Serialize;
use uuid::Uuid;

use crate::model::document::Control;
use crate::report::oscal::desk::Desk;

/// Where something comes from.
#[derive(Serialize)]
pub(super) struct Origin {
    actors: [Actor; 1],
}

/// Who or what says something.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Actor {
    r#type: &'static str,
    #[serde(rename = "actor-uuid")]
    uuid: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    role_id: Option<&'static str>,
}

impl Origin {
    /// This program says so.
    pub(super) const fn tool(desk: &Desk<'_>) -> Self {
        Self { actors: [Actor { r#type: "tool", uuid: desk.tool, role_id: None }] }
    }

    /// A person says so, in a role.
    pub(super) const fn party(party: Uuid, role: &'static str) -> Self {
        Self { actors: [Actor { r#type: "party", uuid: party, role_id: Some(role) }] }
    }
}

/// What something is about.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Subject {
    subject_uuid: Uuid,
    r#type: &'static str,
}

impl Subject {
    /// Systems, as the components they are.
    pub(super) fn systems(desk: &Desk<'_>, systems: &[usize]) -> Vec<Self> {
        let components = desk.components(systems).into_iter();
        components.map(|subject_uuid| Self { subject_uuid, r#type: "component" }).collect()
    }

    /// The systems a control covers.
    pub(super) fn of_control(desk: &Desk<'_>, control: &Control) -> Vec<Self> {
        Self::systems(desk, &desk.assessment.inventory.systems_of(control))
    }
}
