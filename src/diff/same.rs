//! What says the same though it is written otherwise, for the order of items means nothing; and what differs where things
//! have no id of their own: the scope by its keys, conventions by their names, decisions by gap.

use crate::diff::lists::{Subjects, merged, sides};
use crate::model::cause::Alteration;
use crate::model::criterion_id::CriterionId;
use crate::model::document::{Commitment, Remediation, Test, Vendor};
use crate::model::inventory::Inventory;
use crate::model::scope::Scope;
use crate::model::settings::Conventions;

/// The longest lists of which the order is looked through.
const LOOKED_THROUGH: usize = 1_000;

/// Whether two lists hold the same items in any order.
pub(super) fn same_items<T>(a: &[T], b: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
    if a.len() != b.len() || a.iter().zip(b).all(|(a, b)| same(a, b)) {
        return a.len() == b.len();
    }
    // Of very long lists in another order each item would have to be held against each.
    let mut left: Vec<&T> = b.iter().collect();
    a.len() <= LOOKED_THROUGH
        && a.iter().all(|a| left.iter().position(|b| same(a, b)).map(|at| left.swap_remove(at)).is_some())
}

/// Whether two versions of a test say the same.
pub(super) fn tests(a: &Test, b: &Test) -> bool {
    let rest = |test: &Test| Test { exceptions: Vec::new(), ..test.clone() };
    rest(a) == rest(b) && same_items(&a.exceptions, &b.exceptions, |a, b| a == b)
}

/// Whether two versions of another organisation say the same.
pub(super) fn vendors(a: &Vendor, b: &Vendor) -> bool {
    let rest = |vendor: &Vendor| Vendor {
        systems: Vec::new(),
        reports: Vec::new(),
        user_entity_controls: Vec::new(),
        expected_controls: Vec::new(),
        ..vendor.clone()
    };
    rest(a) == rest(b)
        && same_items(&a.systems, &b.systems, |a, b| a == b)
        && same_items(&a.reports, &b.reports, |a, b| a == b)
        && same_items(&a.user_entity_controls, &b.user_entity_controls, |a, b| {
            (&a.id, &a.text) == (&b.id, &b.text) && same_items(&a.controls, &b.controls, |a, b| a == b)
        })
        && same_items(&a.expected_controls, &b.expected_controls, |a, b| {
            a.text == b.text && same_items(&a.criteria, &b.criteria, |a, b| a == b)
        })
}

/// Whether two versions of a promise to customers say the same.
fn promises(a: &Commitment, b: &Commitment) -> bool {
    let rest = |promise: &Commitment| Commitment { criteria: Vec::new(), ..promise.clone() };
    rest(a) == rest(b) && same_items(&a.criteria, &b.criteria, |a, b| a == b)
}

/// The keys of the scope that say something else.
pub(super) fn scope(old: &Inventory, new: &Inventory) -> Subjects {
    let (a, b) = (&old.scope, &new.scope);
    let keys = [
        ("organization", old.organization == new.organization),
        ("system", a.system == b.system),
        ("categories", a.categories == b.categories),
        ("report", a.report.is_type2() == b.report.is_type2()),
        ("as_of", !is_type1(a, b) || a.report == b.report),
        ("period", a.report.period() == b.report.period()),
        ("privacy_role", a.privacy_role == b.privacy_role),
        ("milestones", a.milestones == b.milestones),
        ("not_applicable", excluded(a).eq(excluded(b))),
        ("commitments", same_items(&a.commitments, &b.commitments, promises)),
        ("regulations", a.regulations == b.regulations),
        ("services", a.services == b.services),
        ("requirements", a.requirements == b.requirements),
        ("boundary", a.boundary == b.boundary),
        ("excluded", a.excluded == b.excluded),
        // What a description tells beside them; no verdict rests on it.
        ("user_entity_controls", old.user_entity_controls == new.user_entity_controls),
        ("incidents", old.incidents == new.incidents),
        ("changes", old.changes == new.changes),
        ("vouched", old.vouched == new.vouched),
    ];
    let differing = keys.into_iter().filter(|(_, same)| !same);
    differing.map(|(key, _)| (key.to_owned(), Alteration::Changed)).collect()
}

/// Whether both are of type 1; of one that is not, the day of the report is no key of its own.
fn is_type1(a: &Scope, b: &Scope) -> bool {
    !a.report.is_type2() && !b.report.is_type2()
}

fn excluded(scope: &Scope) -> impl Iterator<Item = (&CriterionId, &str, &str)> {
    scope.not_applicable.iter().map(|(id, why)| (id, why.rationale.as_str(), why.approved_by.as_str()))
}

/// The conventions of other values, by name.
pub(super) fn settings(old: &Conventions, new: &Conventions) -> Subjects {
    if old == new {
        return Vec::new();
    }
    let (old, new) = (old.table(), new.table());
    let rows = sides(&old, &new, |row| row.name.clone());
    let named = merged(rows, |a, b| a.value == b.value);
    // What differs and is not in the table, such as the order of days off, has no name of its own.
    if named.is_empty() { vec![("settings".to_owned(), Alteration::Changed)] } else { named }
}

/// The decisions on gaps that say something else: the gaps by identity, each once.
pub(super) fn decisions(old: &Inventory, new: &Inventory) -> Subjects {
    let accepted = sides(&old.acceptances, &new.acceptances, |entry| entry.gap.value.0.clone());
    let open = sides(&old.remediation, &new.remediation, |entry| entry.gap.value.0.clone());
    let same = |a: &Remediation, b: &Remediation| {
        let rest = |entry: &Remediation| Remediation { depends_on: Vec::new(), ..entry.clone() };
        rest(a) == rest(b) && same_items(&a.depends_on, &b.depends_on, |a, b| a == b)
    };
    merged(accepted, |a, b| a == b).into_iter().chain(merged(open, same)).collect()
}
