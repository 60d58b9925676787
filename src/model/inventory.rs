//! The inventory as it is meant: every reference resolved, every date possible, every list in an order of its own.
//!
//! Only the validate stage makes one, so whoever holds an `Inventory` need not check it again. Lists are sorted by id as
//! people count, so that the order of a file changes nothing.

use std::collections::BTreeMap;

use crate::model::document::{Acceptance, Control, DataFlow, Person, PolicyDocument, Remediation, System, Vendor};
use crate::model::identifier::Id;
use crate::model::scope::Scope;
use crate::model::settings::Conventions;

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
}

impl Inventory {
    /// The name of a person for people: the name behind an id, or the free name itself.
    #[must_use]
    pub fn person_name<'a>(&'a self, id_or_name: &'a str) -> &'a str {
        let person = self.index.people.get(id_or_name).and_then(|at| self.people.get(*at));
        person.and_then(|person| person.name.as_deref()).unwrap_or(id_or_name)
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
