//! What differs where things have no id of their own: the scope by its keys, conventions by their names, decisions by gap.

use crate::diff::altered::{Subjects, merged, sides};
use crate::model::cause::Alteration;
use crate::model::criterion_id::CriterionId;
use crate::model::inventory::Inventory;
use crate::model::scope::Scope;
use crate::model::settings::Conventions;

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
        ("commitments", a.commitments == b.commitments),
        ("regulations", a.regulations == b.regulations),
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
    merged(accepted, |a, b| a == b).into_iter().chain(merged(open, |a, b| a == b)).collect()
}
