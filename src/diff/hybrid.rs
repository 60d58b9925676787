//! Inventories between two: the earlier one with some of its groups as the later one has them.

use crate::diff::links;
use crate::diff::pair::Pair;
use crate::model::cause::{Altered, Cause};
use crate::model::document::Control;
use crate::model::inventory::{Index, Inventory};
use crate::text::natural::compare;

/// Looks at the earlier inventory with one group after the other exchanged for that of the later one, in the order of causes,
/// up to the later one. Groups that say the same in both are passed over.
///
/// Each of them is an inventory that could be: what names something that is not there, or not yet, does not name it.
pub fn each(pair: Pair<'_>, altered: &[Altered], mut look: impl FnMut(Cause, &Inventory)) {
    let mut hybrid = pair.old.clone();
    for Altered { cause, .. } in altered {
        exchange(*cause, &mut hybrid, pair.new);
        hybrid.index = Index::of(&hybrid);
        links::settle(&mut hybrid, pair, *cause);
        look(*cause, &hybrid);
    }
}

fn exchange(cause: Cause, hybrid: &mut Inventory, new: &Inventory) {
    match cause {
        Cause::Scope => {
            hybrid.organization.clone_from(&new.organization);
            hybrid.scope = new.scope.clone();
            hybrid.user_entity_controls.clone_from(&new.user_entity_controls);
            hybrid.incidents.clone_from(&new.incidents);
            hybrid.changes.clone_from(&new.changes);
            hybrid.vouched.clone_from(&new.vouched);
        }
        Cause::People => hybrid.people.clone_from(&new.people),
        Cause::Systems => hybrid.systems.clone_from(&new.systems),
        Cause::Documents => {
            hybrid.documents.clone_from(&new.documents);
            hybrid.reports.clone_from(&new.reports);
        }
        Cause::Controls => add_and_remove(hybrid, new),
        Cause::Vendors => hybrid.vendors.clone_from(&new.vendors),
        // Time changes no word; what is decided is set right with every step; the others stand in the controls.
        Cause::Time | Cause::Decisions | Cause::Status | Cause::Description | Cause::Evidence | Cause::Tests => {}
        Cause::Settings => hybrid.conventions = new.conventions.clone(),
    }
    for control in &mut hybrid.controls {
        let same = new.index.controls.get(&control.id.value).and_then(|at| new.controls.get(*at));
        if let Some(same) = same {
            exchange_in(cause, control, same);
        }
    }
}

/// Takes those of the fields of a control that belong to a group.
fn exchange_in(cause: Cause, control: &mut Control, new: &Control) {
    match cause {
        Cause::Time | Cause::Scope | Cause::Vendors | Cause::Decisions | Cause::Settings => {}
        Cause::People => {
            control.owner.clone_from(&new.owner);
            control.performer.clone_from(&new.performer);
        }
        Cause::Systems => control.systems.clone_from(&new.systems),
        Cause::Documents => control.documented_in.clone_from(&new.documented_in),
        Cause::Controls => {
            control.criteria.clone_from(&new.criteria);
            control.clauses.clone_from(&new.clauses);
        }
        Cause::Status => {
            control.status = new.status;
            control.since.clone_from(&new.since);
            control.until.clone_from(&new.until);
        }
        Cause::Description => {
            control.name.clone_from(&new.name);
            control.description.clone_from(&new.description);
            (control.kind, control.nature) = (new.kind, new.nature);
            (control.execution, control.frequency) = (new.execution, new.frequency);
        }
        Cause::Evidence => {
            control.evidence.clone_from(&new.evidence);
            control.evidence_wanted.clone_from(&new.evidence_wanted);
        }
        Cause::Tests => control.tests.clone_from(&new.tests),
    }
}

/// Takes the controls that only the later inventory has, and leaves out those that only the earlier one had.
fn add_and_remove(hybrid: &mut Inventory, new: &Inventory) {
    hybrid.controls.retain(|control| new.index.controls.contains_key(&control.id.value));
    let added = new.controls.iter().filter(|control| !hybrid.index.controls.contains_key(&control.id.value));
    hybrid.controls.extend(added.cloned());
    hybrid.controls.sort_by(|a, b| compare(&a.id, &b.id));
}

/// The same inventory, with its files numbered from a number on, so that what was found for two can be told apart.
///
/// Only the places of paths are moved: by them files are found, and nothing else is asked for its place here.
#[must_use]
pub fn numbered_from(inventory: &Inventory, from: u32) -> Inventory {
    let mut moved = inventory.clone();
    let evidence = moved.controls.iter_mut().flat_map(|control| &mut control.evidence);
    let evidence = evidence.filter_map(|piece| piece.path.as_mut());
    let documents = moved.documents.iter_mut().filter_map(|document| document.path.as_mut());
    let reports = moved.reports.iter_mut().filter_map(|report| report.path.as_mut());
    for path in evidence.chain(documents).chain(reports) {
        path.place.file = path.place.file.saturating_add(from);
    }
    moved
}
