//! The system the report describes, the systems it is made of, and this program: what the format calls components.

use serde::Serialize;
use uuid::Uuid;

use crate::model::document::System;
use crate::report::oscal::desk::Desk;
use crate::report::oscal::prop::Prop;
use crate::report::oscal::text;

/// A system, or a program.
#[derive(Serialize)]
pub(super) struct Component {
    uuid: Uuid,
    r#type: &'static str,
    title: String,
    description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    props: Vec<Prop>,
    status: Status,
}

#[derive(Serialize)]
struct Status {
    state: &'static str,
}

/// Systems in scope are in use; an inventory names no others.
const OPERATIONAL: Status = Status { state: "operational" };

/// The system the report describes, then those it is made of.
pub(super) fn systems(desk: &Desk<'_>) -> Vec<Component> {
    let inventory = desk.assessment.inventory;
    let described = inventory.scope.system.as_deref().unwrap_or(&inventory.organization);
    let whole = Component {
        uuid: desk.this_system,
        r#type: "system",
        title: text::title(described, "The system the report describes"),
        description: "The system the report describes.".to_owned(),
        props: Vec::new(),
        status: OPERATIONAL,
    };
    let parts = inventory.systems.iter().zip(&desk.systems).map(|(system, uuid)| component(system, *uuid));
    std::iter::once(whole).chain(parts).collect()
}

fn component(system: &System, uuid: Uuid) -> Component {
    let said = [
        Prop::said("system", Some(system.id.as_str())),
        Prop::said("kind", system.kind.as_deref()),
        system.criticality.map(|level| Prop::ours("criticality", level)),
        system.exposure.map(|exposure| Prop::ours("exposure", exposure)),
    ];
    let data = system.data.iter().filter_map(|class| Prop::said("data", Some(class)));
    Component {
        uuid,
        r#type: "system",
        title: text::title(system.name.as_deref().unwrap_or(""), &system.id),
        description: text::paragraph(&format!("The system `{}` of the inventory.", system.id.value)),
        props: said.into_iter().flatten().chain(data).collect(),
        status: OPERATIONAL,
    }
}

/// What the assessment was made with.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct AssessmentAssets {
    components: [Component; 1],
    assessment_platforms: [Platform; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Platform {
    uuid: Uuid,
    title: &'static str,
    uses_components: [Uses; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Uses {
    component_uuid: Uuid,
}

impl AssessmentAssets {
    pub(super) fn of(desk: &Desk<'_>) -> Self {
        let tool = Component {
            uuid: desk.tool,
            r#type: "software",
            title: env!("CARGO_PKG_NAME").to_owned(),
            description: "Assesses an inventory of controls against the trust services criteria.".to_owned(),
            props: vec![Prop::known("version", env!("CARGO_PKG_VERSION"))],
            status: OPERATIONAL,
        };
        let platform = Platform {
            uuid: desk.ids.id("platform", &[]),
            title: "A run of gapcheck",
            uses_components: [Uses { component_uuid: desk.tool }],
        };
        Self { components: [tool], assessment_platforms: [platform] }
    }
}
