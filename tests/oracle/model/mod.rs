//! The assessment a second time: naive, from the prose of the contract and the pages of the rules, with nothing of the engine.
//!
//! It reads the inventory as the generator made it, never as YAML, and asks every question anew wherever it comes up.

pub mod decisions;
pub mod dependence;
pub mod facts;
pub mod gaps;
pub mod operating;
pub mod operation;
pub mod risk;
pub mod standing;
pub mod verdicts;

use std::collections::{BTreeMap, BTreeSet};

use crate::common::calendar::Day;
use crate::common::inventory::{Control, Inventory, Report, today};

use facts::{Criterion, facts};
use operation::Operation;

/// An inventory with the questions everybody asks of it.
pub struct Model<'a> {
    pub inventory: &'a Inventory,
    pub criteria: &'static [Criterion],
    /// How each control operated, where it is observed.
    pub operations: Vec<Option<Operation>>,
}

/// A gap before its risk.
#[derive(Clone, Debug)]
pub struct Fault {
    pub id: String,
    pub rule: &'static str,
    pub criteria: BTreeSet<String>,
    pub control: Option<usize>,
    pub systems: Vec<usize>,
    /// Points of likelihood beside the rule's own.
    pub circumstances: i64,
    /// What they are for, in words of this model: so that none of them goes untried.
    pub told: Vec<&'static str>,
    /// Who should close it, where the rule knows.
    pub owner: Option<String>,
}

/// Everything that is compared, as lines by what they are about.
pub type Outcome = BTreeMap<String, String>;

impl<'a> Model<'a> {
    pub fn new(inventory: &'a Inventory) -> Self {
        let unobserved = Self { inventory, criteria: facts(), operations: Vec::new() };
        let operations = (0..inventory.controls.len()).map(|at| unobserved.observe(at)).collect();
        Self { operations, ..unobserved }
    }

    pub fn criterion(&self, id: &str) -> &'static Criterion {
        self.criteria.iter().find(|criterion| criterion.id == id).expect("a criterion")
    }

    pub fn selected(&self, criterion: &Criterion) -> bool {
        criterion.category == "security" || self.inventory.categories.iter().any(|name| *name == criterion.category)
    }

    pub fn excluded(&self, id: &str) -> bool {
        self.inventory.not_applicable.iter().any(|at| crate::common::inventory::CRITERIA[*at] == id)
    }

    pub fn applies(&self, id: &str) -> bool {
        self.selected(self.criterion(id)) && !self.excluded(id)
    }

    /// The last day the report speaks of.
    pub fn end(&self) -> Day {
        match self.inventory.report {
            Report::Type1(day) => day.unwrap_or_else(today),
            Report::Type2(_, end) => end,
        }
    }

    /// The day things must be in date for.
    pub fn day(&self) -> Day {
        today().min(self.end())
    }

    /// The applicable criteria a control names.
    pub fn named(&self, control: &Control) -> BTreeSet<String> {
        let ids = control.criteria.iter().map(|at| crate::common::inventory::CRITERIA[*at].to_owned());
        ids.filter(|id| self.applies(id)).collect()
    }

    /// The controls that name a criterion, whatever their status, by position.
    pub fn naming(&self, id: &str) -> Vec<usize> {
        let all = self.inventory.controls.iter().enumerate();
        let names = |control: &Control| control.criteria.iter().any(|at| crate::common::inventory::CRITERIA[*at] == id);
        all.filter(|(_, control)| self.applies(id) && names(control)).map(|(at, _)| at).collect()
    }

    pub fn in_place(&self, at: usize) -> bool {
        matches!(self.inventory.controls[at].status, 2 | 3)
    }

    pub fn informal(&self, at: usize) -> bool {
        self.inventory.controls[at].status == 3
    }

    pub fn retired(&self, at: usize) -> bool {
        self.inventory.controls[at].status == 4
    }

    /// Whether a control covers a system; one that names none covers all.
    pub fn covers(&self, at: usize, system: usize) -> bool {
        self.inventory.controls[at].systems.as_ref().is_none_or(|systems| systems.contains(&system))
    }

    /// In place, and its design not deficient.
    pub fn serves(&self, at: usize) -> bool {
        self.in_place(at) && !self.deficient(at)
    }
}
