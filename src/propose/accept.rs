//! Which proposals are taken: the sure ones, and those a person named.

use std::collections::BTreeMap;

use crate::model::criterion_id::CriterionRef;
use crate::model::inventory::Inventory;
use crate::model::proposal::{Accepted, Proposal, Proposed};

/// What a person took for a control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The id of the control.
    pub control: String,
    /// The criteria, or points of focus, it is to name.
    pub criteria: Vec<CriterionRef>,
}

/// The criteria to be added to each control, in the order of the inventory.
///
/// Of a control that names no criterion every proposal of so many percent or more is taken. One that names some already is
/// somebody's decision: nothing is added to it but what a person chose. What a control names is not added again.
#[must_use]
pub fn accepted(inventory: &Inventory, proposed: &[Proposed<'_>], at_least: u8, choices: &[Choice]) -> Vec<Accepted> {
    let mut wanted: BTreeMap<&str, Vec<CriterionRef>> = BTreeMap::new();
    for choice in choices {
        wanted.entry(&choice.control).or_default().extend(choice.criteria.iter().cloned());
    }
    for one in proposed.iter().filter(|one| one.control.criteria.is_empty()) {
        let sure = one.proposals.iter().filter(|proposal| proposal.confidence >= at_least);
        wanted.entry(one.control.id.value.as_str()).or_default().extend(sure.map(whole));
    }
    let mut accepted = Vec::new();
    for control in &inventory.controls {
        let mut criteria: Vec<CriterionRef> = Vec::new();
        for one in wanted.get(control.id.value.as_str()).into_iter().flatten() {
            let mut named = control.criteria.iter().map(|named| &named.value).chain(&criteria);
            if !named.any(|named| says(named, one)) {
                criteria.push(one.clone());
            }
        }
        if !criteria.is_empty() {
            accepted.push(Accepted { control: control.id.value.as_str().to_owned(), criteria });
        }
    }
    accepted
}

fn whole(proposal: &Proposal) -> CriterionRef {
    CriterionRef { criterion: proposal.criterion, point: None }
}

/// Whether who names the one has named the other too: a point of focus names its criterion.
fn says(named: &CriterionRef, one: &CriterionRef) -> bool {
    named.criterion == one.criterion && (one.point.is_none() || named.point == one.point)
}
