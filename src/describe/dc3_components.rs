//! DC 3: infrastructure, software, people, procedures and data, and where the system ends.

use std::collections::BTreeMap;

use crate::describe::part::{Lack, named, part, places, says, thing};
use crate::describe::vouching::{Vouching, vouching};
use crate::model::assessment::Assessment;
use crate::model::component::Component;
use crate::model::description::{Missing, Part, Subject, Thing};
use crate::model::document::PolicyDocument;
use crate::model::words::VouchedList;
use crate::source::file::Place;
use crate::text::count::{count, counted};
use crate::text::natural::compare;

/// What a person or a team does.
const ROLE: Lack = Lack { no: "role and no team", write: "the role", key: "people[].role" };
/// What a system holds.
const DATA: Lack = Lack { no: "classes of data", write: "the data", key: "systems[].data" };
/// What makes a document one in force.
const APPROVED: Lack = Lack { no: "approval, or no file to read", write: "the approval", key: "documents[].approved" };

pub(super) fn parts(assessment: &Assessment<'_>) -> Vec<Part> {
    vec![
        infrastructure(assessment),
        software(assessment),
        people(assessment),
        procedures(assessment),
        data(assessment),
        boundary(assessment),
    ]
}

fn of(assessment: &Assessment<'_>, component: Option<Component>) -> Vec<Thing> {
    let systems = assessment.inventory.systems.iter().filter(|system| Component::of(system) == component);
    systems.map(|system| thing(&system.id)).collect()
}

fn infrastructure(assessment: &Assessment<'_>) -> Part {
    let (held, unplaced) = (of(assessment, Some(Component::Infrastructure)), of(assessment, None));
    part(Subject::Infrastructure, "system")
        .missing_if(
            held.is_empty(),
            "no system is of a kind that is infrastructure",
            "what the system runs on, also where another organisation runs it",
            "systems",
        )
        .missing((!unplaced.is_empty()).then(|| neither(&unplaced)))
        .holding(held)
}

/// Systems of which nobody can tell whether they are infrastructure or software.
fn neither(unplaced: &[Thing]) -> Missing {
    Missing {
        what: format!(
            "{} by kind neither infrastructure nor software ({})",
            counted(unplaced.len(), "system is", "systems are"),
            named(unplaced)
        ),
        write: format!("whether {} is infrastructure or software", named(unplaced)),
        key: "systems[].kind",
        places: places(unplaced),
    }
}

fn software(assessment: &Assessment<'_>) -> Part {
    let held = of(assessment, Some(Component::Software));
    part(Subject::Software, "system")
        .missing_if(
            held.is_empty(),
            "no system is of a kind that is software",
            "which programs and databases provide the services",
            "systems",
        )
        .holding(held)
}

fn people(assessment: &Assessment<'_>) -> Part {
    let all = &assessment.inventory.people;
    let (placed, unplaced): (Vec<_>, Vec<_>) =
        all.iter().partition(|person| says(person.role.as_ref()) || says(person.team.as_ref()));
    part(Subject::People, "person")
        .missing_if(
            all.is_empty(),
            "no person or team is listed",
            "which teams run the system, and what each does",
            "people",
        )
        .holding(placed.into_iter().map(|person| thing(&person.id)))
        .lacking(ROLE, unplaced.into_iter().map(|person| thing(&person.id)))
}

fn procedures(assessment: &Assessment<'_>) -> Part {
    let all = &assessment.inventory.documents;
    let (held, rest): (Vec<_>, Vec<_>) = all.iter().partition(|document| is_in_force(assessment, document));
    part(Subject::Procedures, "document")
        .missing_if(
            all.is_empty(),
            "no policy or procedure is listed",
            "by which policies and procedures the system is run",
            "documents",
        )
        .holding(held.into_iter().map(|document| thing(&document.id)))
        .lacking(APPROVED, rest.into_iter().map(|document| thing(&document.id)))
}

/// Whether a document is approved, and is where the inventory says.
fn is_in_force(assessment: &Assessment<'_>, document: &PolicyDocument) -> bool {
    let approved = document.approved.as_ref().is_some_and(|approved| approved.value <= assessment.as_of);
    let gone = format!("{}:document-missing", *document.id);
    approved && document.approved_by.is_some() && !assessment.gaps.iter().any(|gap| gap.id() == gone)
}

fn data(assessment: &Assessment<'_>) -> Part {
    let inventory = assessment.inventory;
    let mut classes: BTreeMap<&str, Place> = BTreeMap::new();
    let of_systems = inventory.systems.iter().map(|system| (&system.data, system.place));
    let of_flows = inventory.data_flows.iter().map(|flow| (&flow.data, flow.place));
    for (data, place) in of_systems.chain(of_flows) {
        for class in data.iter().filter(|class| !class.trim().is_empty()) {
            classes.entry(class).or_insert(place);
        }
    }
    let empty = inventory.systems.iter().filter(|system| system.data.is_empty()).map(|system| thing(&system.id));
    let flows = inventory.data_flows.len();
    let things = classes.into_iter().map(|(class, place)| Thing { id: class.to_owned(), place: Some(place) });
    let mut held: Vec<Thing> = things.collect();
    held.sort_by(|a, b| compare(&a.id, &b.id));
    part(Subject::Data, "class of data")
        .beside((flows > 0).then(|| count(flows, "data flow")))
        .missing_if(
            held.is_empty() && inventory.systems.is_empty(),
            "no class of data is named",
            "which data the system takes, keeps and hands on",
            "systems[].data",
        )
        .missing(systems_without(empty.collect()))
        .holding(held)
}

/// Systems of which nobody says what is in them.
fn systems_without(empty: Vec<Thing>) -> Option<Missing> {
    let systems = part(Subject::Data, "system").lacking(DATA, empty);
    systems.missing.into_iter().next()
}

fn boundary(assessment: &Assessment<'_>) -> Part {
    let scope = &assessment.inventory.scope;
    let boundary =
        scope.boundary.as_ref().map(|text| Thing { id: "scope.boundary".to_owned(), place: Some(text.place) });
    let part = part(Subject::Boundary, "entry").missing_if(
        boundary.is_none(),
        "nothing says where the system begins and ends",
        "where the system begins and ends",
        "scope.boundary",
    );
    let outside = scope.excluded.iter().map(|one| Thing { id: one.name.0.clone(), place: Some(one.place) });
    let held: Vec<Thing> = boundary.into_iter().chain(outside).collect();
    let is_empty = scope.excluded.is_empty();
    let Vouching { said, missing } = vouching(assessment, VouchedList::Excluded, is_empty);
    // Where some are named the list speaks for itself; that there are none has to be said.
    part.saying(said).missing(missing.filter(|_| is_empty)).holding(held)
}
