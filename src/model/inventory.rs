//! The inventory as it is meant: every reference resolved, every date possible, every list in an order of its own.
//!
//! Only the validate stage makes one, so whoever holds an `Inventory` need not check it again. Lists are sorted by id as
//! people count, so that the order of a file changes nothing.

use std::collections::BTreeMap;

use crate::model::area::Area;
use crate::model::document::{
    Acceptance, AssumedControl, Control, DataFlow, Incident, OwnReport, Person, PolicyDocument, Remediation, System,
    SystemChange, Vendor, Vouched,
};
use crate::model::gap::Finding;
use crate::model::identifier::Id;
use crate::model::scope::Scope;
use crate::model::settings::Conventions;
use crate::source::file::Located;
use crate::source::reader::Text;
use crate::text::natural::compare;

/// A checked inventory.
#[derive(Clone, Debug)]
pub struct Inventory {
    /// The name of the service organisation.
    pub organization: String,
    /// What the report is to cover.
    pub scope: Scope,
    /// The systems in scope, by id.
    pub systems: Vec<System>,
    /// How data moves, by its ends.
    pub data_flows: Vec<DataFlow>,
    /// People and teams, by id.
    pub people: Vec<Person>,
    /// Policies, procedures, plans and agreements, by id.
    pub documents: Vec<PolicyDocument>,
    /// The controls, by id.
    pub controls: Vec<Control>,
    /// Other organisations, by id.
    pub vendors: Vec<Vendor>,
    /// Reports about our own organisation, by sort and time.
    pub reports: Vec<OwnReport>,
    /// What the service assumes its customers to do, by id.
    pub user_entity_controls: Vec<AssumedControl>,
    /// What went wrong with the system, by id.
    pub incidents: Vec<Incident>,
    /// Significant changes, by id.
    pub changes: Vec<SystemChange>,
    /// Lists somebody vouches for as whole, by list and day.
    pub vouched: Vec<Vouched>,
    /// Gaps somebody signed for, by gap.
    pub acceptances: Vec<Acceptance>,
    /// What was decided about gaps, by gap.
    pub remediation: Vec<Remediation>,
    /// The conventions in force.
    pub conventions: Conventions,
    /// Where ids lead.
    pub index: Index,
}

/// Where ids lead: the position of each in its list.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Systems by id.
    pub systems: BTreeMap<Id, usize>,
    /// People by id.
    pub people: BTreeMap<Id, usize>,
    /// Documents by id.
    pub documents: BTreeMap<Id, usize>,
    /// Controls by id.
    pub controls: BTreeMap<Id, usize>,
    /// Other organisations by id.
    pub vendors: BTreeMap<Id, usize>,
}

impl Index {
    /// Where the ids of some lists lead, which stand in the order of their ids and name none twice.
    #[must_use]
    pub fn of(inventory: &Inventory) -> Self {
        fn positions<'a>(ids: impl Iterator<Item = &'a Located<Id>>) -> BTreeMap<Id, usize> {
            ids.enumerate().map(|(at, id)| (id.value.clone(), at)).collect()
        }
        Self {
            systems: positions(inventory.systems.iter().map(|system| &system.id)),
            people: positions(inventory.people.iter().map(|person| &person.id)),
            documents: positions(inventory.documents.iter().map(|document| &document.id)),
            controls: positions(inventory.controls.iter().map(|control| &control.id)),
            vendors: positions(inventory.vendors.iter().map(|vendor| &vendor.id)),
        }
    }
}

impl Inventory {
    /// The name of a person for people: the name behind an id, or the free name itself.
    #[must_use]
    pub fn person_name<'a>(&'a self, id_or_name: &'a str) -> &'a str {
        let person = self.index.people.get(id_or_name).and_then(|at| self.people.get(*at));
        person.and_then(|person| person.name.as_deref()).unwrap_or(id_or_name)
    }

    /// The name of a control, document, system or other organisation for people: what its owner called it, or the id where there is no name.
    #[must_use]
    pub fn name_of<'a>(&'a self, id: &'a str) -> &'a str {
        let control = || self.controls.get(*self.index.controls.get(id)?).map(|control| control.name.0.as_str());
        let document = || self.documents.get(*self.index.documents.get(id)?)?.title.as_deref();
        let system = || self.systems.get(*self.index.systems.get(id)?)?.name.as_deref();
        let vendor = || self.vendors.get(*self.index.vendors.get(id)?)?.name.as_deref();
        control().or_else(document).or_else(system).or_else(vendor).unwrap_or(id)
    }

    /// What the organisation decided about a gap.
    #[must_use]
    pub fn remediation_of(&self, gap: &str) -> Option<&Remediation> {
        let found = self.remediation.binary_search_by(|entry| compare(&entry.gap.value, gap)).ok();
        found.and_then(|at| self.remediation.get(at))
    }

    /// Who would have to close a gap: whom the organisation named for it, the rule's own choice, or the control's owner.
    #[must_use]
    pub fn owner_of<'a>(&'a self, finding: &'a Finding) -> Option<&'a str> {
        let named = self.remediation_of(finding.id.as_str()).and_then(|entry| entry.owner.as_ref());
        let control = finding.control.and_then(|at| self.controls.get(at));
        let of_control = control.and_then(|control| control.owner.as_ref());
        let text = |owner: &'a Located<Text>| owner.value.0.as_str();
        named.map(text).or(finding.owner.as_deref()).or(of_control.map(text))
    }

    /// The first of the people who looks after one of some areas and has time for it.
    #[must_use]
    pub fn who_looks_after(&self, areas: &[Area]) -> Option<&str> {
        let has_time = |person: &&Person| person.days_per_week.is_none_or(|days| days.0 > 0);
        let looks_after = |person: &&Person| person.areas.iter().any(|area| areas.contains(area));
        self.people.iter().filter(has_time).find(looks_after).map(|person| person.id.as_str())
    }

    /// The documents that describe a control.
    pub fn documents_of<'a>(&'a self, control: &'a Control) -> impl Iterator<Item = &'a PolicyDocument> {
        let positions = control.documented_in.iter().filter_map(|id| self.index.documents.get(&id.value));
        positions.filter_map(|at| self.documents.get(*at))
    }

    /// The systems a control covers, as positions: those it names, or all.
    #[must_use]
    pub fn systems_of(&self, control: &Control) -> Vec<usize> {
        match &control.systems {
            None => (0..self.systems.len()).collect(),
            Some(named) => {
                let mut positions: Vec<usize> =
                    named.iter().filter_map(|id| self.index.systems.get(&id.value).copied()).collect();
                positions.sort_unstable();
                positions.dedup();
                positions
            }
        }
    }
}
