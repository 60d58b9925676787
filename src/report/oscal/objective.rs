//! What is looked into for each criterion: the design of its controls, and for Type II how they operated, and by which methods.

use serde::Serialize;

use crate::model::catalog::Criterion;
use crate::model::words::TestOf;
use crate::report::oscal::desk::Desk;
use crate::report::oscal::ids::control_id;
use crate::report::oscal::prop::Prop;
use crate::report::oscal::text;

/// The methods by which observations come about, and what each looks at.
const METHODS: [(&str, &str, &str); 3] = [
    ("examine", "EXAMINE", "The inventory of controls, and the evidence and documents on file."),
    ("interview", "INTERVIEW", "What people signed about controls."),
    ("test", "TEST", "Tests of controls on file."),
];

/// What is looked into for a criterion.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct LocalObjective {
    control_id: String,
    description: String,
    parts: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    props: Vec<Prop>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prose: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Part>,
}

/// The id of the objective on design or operation of a criterion: `cc6.1_obj-design`.
pub(super) fn objective_id(criterion: &Criterion, of: TestOf) -> String {
    format!("{}_obj-{of}", control_id(criterion.id))
}

/// What is looked into: design alone, or design and operation.
pub(super) fn looked_into(desk: &Desk<'_>) -> &'static [TestOf] {
    match desk.assessment.inventory.scope.report.period() {
        None => &[TestOf::Design],
        Some(_) => &[TestOf::Design, TestOf::Operation],
    }
}

/// The objectives of every criterion that applies, and the methods for them.
pub(super) fn objectives(desk: &Desk<'_>) -> Vec<LocalObjective> {
    desk.applicable().map(|criterion| of_criterion(desk, criterion)).collect()
}

fn of_criterion(desk: &Desk<'_>, criterion: &Criterion) -> LocalObjective {
    let of = looked_into(desk).iter();
    LocalObjective {
        control_id: control_id(criterion.id),
        description: text::paragraph(&format!("{}: {}", criterion.title, criterion.wording())),
        parts: of.map(|of| objective(criterion, *of)).chain(METHODS.iter().map(|of| method(criterion, *of))).collect(),
    }
}

fn objective(criterion: &Criterion, of: TestOf) -> Part {
    let prose = match of {
        TestOf::Design => "Whether controls are in place whose design serves the criterion.",
        TestOf::Operation => "Whether controls that serve the criterion operated through the observation period.",
    };
    Part {
        id: Some(objective_id(criterion, of)),
        name: "assessment-objective",
        title: Some(format!("{}: {of}", criterion.id)),
        props: METHODS.iter().map(|(name, ..)| Prop::known("method-id", method_id(criterion, name))).collect(),
        prose: Some(prose.to_owned()),
        parts: Vec::new(),
    }
}

fn method_id(criterion: &Criterion, name: &str) -> String {
    format!("{}_mth-{name}", control_id(criterion.id))
}

fn method(criterion: &Criterion, (name, method, looks_at): (&'static str, &'static str, &'static str)) -> Part {
    let part = |id, name, props, prose, parts| Part { id, name, title: None, props, prose, parts };
    let objects = part(None, "assessment-objects", Vec::new(), Some(looks_at.to_owned()), Vec::new());
    let id = method_id(criterion, name);
    part(Some(id), "assessment-method", vec![Prop::known("method", method)], None, vec![objects])
}
