//! Ids that must be unique, and lists in the order of their ids.

use std::collections::BTreeMap;

use crate::model::document::{
    Acceptance, Control, DataFlow, Document, OwnReport, Person, PolicyDocument, Remediation, Scope, System, Vendor,
};
use crate::model::identifier::Id;
use crate::model::inventory::Index;
use crate::source::file::{Located, Place};
use crate::source::problem::{Problem, Problems};
use crate::text::natural::compare;
use crate::validate::description::Told;
use crate::validate::order::{by_sort_and_time, sort_lists_within};

/// The lists of a document, sorted by id as people count.
pub(super) struct Lists {
    pub organization: String,
    pub systems: Vec<System>,
    pub data_flows: Vec<DataFlow>,
    pub people: Vec<Person>,
    pub documents: Vec<PolicyDocument>,
    pub controls: Vec<Control>,
    pub vendors: Vec<Vendor>,
    pub reports: Vec<OwnReport>,
    pub description: Told,
    pub acceptances: Vec<Acceptance>,
    pub remediation: Vec<Remediation>,
    pub index: Index,
}

/// Sorts every list by id, with a problem for every id that stands twice.
pub(super) fn sorted(document: Document, problems: &mut Problems) -> Lists {
    let Document { mut systems, mut data_flows, mut people, mut documents, controls, .. } = document;
    let Document { mut vendors, mut reports, mut acceptances, mut remediation, .. } = document;
    let Document { user_entity_controls, incidents, changes, vouched, .. } = document;
    let description = told(Told { user_entity_controls, incidents, changes, vouched }, problems);
    let mut controls = controls.0;
    sort_lists_within(&mut systems, &mut data_flows, &mut vendors, &mut documents);
    systems.sort_by(|a, b| compare(&a.id, &b.id));
    people.sort_by(|a, b| compare(&a.id, &b.id));
    documents.sort_by(|a, b| compare(&a.id, &b.id));
    controls.sort_by(|a, b| compare(&a.id, &b.id));
    vendors.sort_by(|a, b| compare(&a.id, &b.id));
    reports.sort_by(by_sort_and_time);
    data_flows.sort_by(|a, b| compare(&a.from, &b.from).then_with(|| compare(&a.to, &b.to)));
    acceptances.sort_by(|a, b| compare(&a.gap, &b.gap));
    remediation.sort_by(|a, b| compare(&a.gap, &b.gap));
    let index = Index {
        systems: unique("system", systems.iter().map(|system| &system.id), problems),
        people: unique("person", people.iter().map(|person| &person.id), problems),
        documents: unique("document", documents.iter().map(|document| &document.id), problems),
        controls: unique("control", controls.iter().map(|control| &control.id), problems),
        vendors: unique("vendor", vendors.iter().map(|vendor| &vendor.id), problems),
    };
    unique_in_vendors(&vendors, problems);
    document.scope.iter().for_each(|scope| unique_in_scope(scope, problems));
    once_decided(&acceptances, &remediation, problems);
    once_flow(&data_flows, problems);
    Lists {
        organization: document.organization.value.0,
        systems,
        data_flows,
        people,
        documents,
        controls,
        vendors,
        reports,
        description,
        acceptances,
        remediation,
        index,
    }
}

/// Each organisation numbers what it expects by itself.
fn unique_in_vendors(vendors: &[Vendor], problems: &mut Problems) {
    for vendor in vendors {
        unique("user entity control", vendor.user_entity_controls.iter().map(|control| &control.id), problems);
    }
}

/// What a description tells beside controls, in order, every id of it once.
fn told(told: Told, problems: &mut Problems) -> Told {
    let told = told.sorted(problems);
    unique("user entity control", told.user_entity_controls.iter().map(|control| &control.id), problems);
    unique("incident", told.incidents.iter().map(|incident| &incident.id), problems);
    unique("change", told.changes.iter().map(|change| &change.id), problems);
    told
}

/// The ids of what the scope lists.
fn unique_in_scope(scope: &Scope, problems: &mut Problems) {
    unique("commitment", scope.commitments.iter().map(|commitment| &commitment.id), problems);
    unique("service", scope.services.iter().map(|service| &service.id), problems);
    unique("requirement", scope.requirements.iter().map(|requirement| &requirement.id), problems);
}

/// Where each id leads, with a problem for every one that stands twice.
fn unique<'a>(what: &str, ids: impl Iterator<Item = &'a Located<Id>>, problems: &mut Problems) -> BTreeMap<Id, usize> {
    let mut positions: BTreeMap<Id, (usize, Place)> = BTreeMap::new();
    // An id that could not be read is empty; its own problem has been told.
    for (at, id) in ids.enumerate().filter(|(_, id)| !id.as_str().is_empty()) {
        match positions.get(&id.value) {
            Some((_, first)) => problems.add(twice(&format!("the {what} id `{}`", id.value), id.place, *first)),
            None => {
                positions.insert(id.value.clone(), (at, id.place));
            }
        }
    }
    positions.into_iter().map(|(id, (at, _))| (id, at)).collect()
}

/// A problem for every gap that is decided twice in one way.
fn once_decided(acceptances: &[Acceptance], remediation: &[Remediation], problems: &mut Problems) {
    once("acceptance", acceptances.iter().map(|entry| (&*entry.gap.value, entry.gap.place)), problems);
    once("remediation entry", remediation.iter().map(|entry| (&*entry.gap.value, entry.gap.place)), problems);
}

/// A problem for every gap that is named twice in one list.
fn once<'a>(what: &str, gaps: impl Iterator<Item = (&'a str, Place)>, problems: &mut Problems) {
    let mut first_places: BTreeMap<&str, Place> = BTreeMap::new();
    for (gap, place) in gaps {
        if let Some(first) = first_places.insert(gap, place) {
            problems.add(twice(&format!("a second {what} for `{gap}`"), place, first));
        }
    }
}

fn once_flow(flows: &[DataFlow], problems: &mut Problems) {
    let mut seen: BTreeMap<(&str, &str), Place> = BTreeMap::new();
    for flow in flows.iter().filter(|flow| !flow.from.is_empty() && !flow.to.is_empty()) {
        if let Some(first) = seen.insert((&flow.from, &flow.to), flow.from.place) {
            let what = format!("a second data flow from `{}` to `{}`", *flow.from, *flow.to);
            problems.add(twice(&what, flow.from.place, first));
        }
    }
}

fn twice(what: &str, a: Place, b: Place) -> Problem {
    // Which of two equal ids comes first depends on the file, not on the sort.
    let (first, second) = if a < b { (a, b) } else { (b, a) };
    Problem::at(second, format!("{what} is taken"))
        .label("second time")
        .related(first, "first time")
        .help("every id stands for one thing; rename or remove one of the two")
}
