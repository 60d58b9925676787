//! Which criteria were looked at, and which were scoped out and why.

use serde::Serialize;

use crate::model::words::TestOf;
use crate::report::oscal::desk::Desk;
use crate::report::oscal::ids::control_id;
use crate::report::oscal::objective::{looked_into, objective_id};
use crate::report::oscal::text;

/// What was looked at.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ReviewedControls {
    control_selections: [Selection; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    control_objective_selections: Vec<Objectives>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Selection {
    description: &'static str,
    // The format wants criteria named, or all of them with none left after the exceptions.
    #[serde(skip_serializing_if = "Option::is_none")]
    include_all: Option<All>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    include_controls: Vec<Control>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    exclude_controls: Vec<Control>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<String>,
}

#[derive(Serialize)]
struct All {}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Control {
    control_id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Objectives {
    description: &'static str,
    include_objectives: Vec<Objective>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Objective {
    objective_id: String,
}

impl ReviewedControls {
    pub(super) fn of(desk: &Desk<'_>) -> Self {
        let include_controls: Vec<Control> =
            desk.applicable().map(|criterion| Control { control_id: control_id(criterion.id) }).collect();
        let excluded = desk.scoped_out().map(|(criterion, _)| Control { control_id: control_id(criterion) });
        let selection = Selection {
            description: "The criteria of the selected categories.",
            include_all: include_controls.is_empty().then_some(All {}),
            include_controls,
            exclude_controls: excluded.collect(),
            remarks: reasons(desk),
        };
        Self { control_selections: [selection], control_objective_selections: objectives(desk).into_iter().collect() }
    }
}

/// Why criteria were scoped out, and who approved that.
fn reasons(desk: &Desk<'_>) -> Option<String> {
    let person = |approver| desk.assessment.inventory.person_name(approver);
    let told = desk.scoped_out().map(|(criterion, exclusion)| {
        format!("{criterion}: {} Approved by {}.", exclusion.rationale, person(&exclusion.approved_by))
    });
    text::list("Criteria that do not apply to the service:", told)
}

fn objectives(desk: &Desk<'_>) -> Option<Objectives> {
    let of_criterion = |criterion| looked_into(desk).iter().map(move |of: &TestOf| objective_id(criterion, *of));
    let ids = desk.applicable().flat_map(of_criterion);
    let include_objectives: Vec<Objective> = ids.map(|objective_id| Objective { objective_id }).collect();
    let description = match looked_into(desk) {
        [_] => "The design of the controls for each criterion.",
        _ => "The design of the controls for each criterion, and how they operated.",
    };
    (!include_objectives.is_empty()).then_some(Objectives { description, include_objectives })
}
