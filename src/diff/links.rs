//! References between the groups of an inventory that is put together of two: what is not there is not named.

use std::collections::BTreeSet;

use crate::diff::pair::Pair;
use crate::model::cause::Cause;
use crate::model::criterion_id::CriterionId;
use crate::model::document::{DataFlow, EXTERNAL, Remediation};
use crate::model::gap_id::GapId;
use crate::model::inventory::Inventory;

/// Sets the references of an inventory right in which all groups up to a cause are those of the later one.
///
/// Data flows and decisions speak of things in several groups. They are taken anew from the one or the other inventory with
/// every step, so that one that had to wait for its end, or its subject, is there as soon as that is.
pub fn settle(hybrid: &mut Inventory, pair: Pair<'_>, cause: Cause) {
    let from = |since: Cause| if cause >= since { pair.new } else { pair.old };
    let flows = from(Cause::Systems).data_flows.iter();
    hybrid.data_flows = flows.filter(|flow| has_both_ends(hybrid, flow)).cloned().collect();
    drop_dangling(hybrid);
    let subjects = Subjects::of(hybrid);
    let decided = from(Cause::Decisions);
    let accepted = decided.acceptances.iter().filter(|entry| subjects.know(&entry.gap.value));
    let acceptances = accepted.cloned().collect();
    let open = decided.remediation.iter().filter(|entry| subjects.know(&entry.gap.value));
    let remediation = open.map(|entry| Remediation {
        depends_on: entry.depends_on.iter().filter(|gap| subjects.know(&gap.value)).cloned().collect(),
        ..entry.clone()
    });
    let remediation = remediation.collect();
    (hybrid.acceptances, hybrid.remediation) = (acceptances, remediation);
}

fn has_both_ends(hybrid: &Inventory, flow: &DataFlow) -> bool {
    let index = &hybrid.index;
    [&flow.from.value, &flow.to.value]
        .into_iter()
        .all(|id| &**id == EXTERNAL || index.systems.contains_key(id) || index.vendors.contains_key(id))
}

/// Takes out every name of a system, a document or a control that is not there.
fn drop_dangling(hybrid: &mut Inventory) {
    let index = &hybrid.index;
    for control in &mut hybrid.controls {
        control.systems.iter_mut().for_each(|systems| systems.retain(|id| index.systems.contains_key(&id.value)));
        control.documented_in.retain(|id| index.documents.contains_key(&id.value));
    }
    for vendor in &mut hybrid.vendors {
        vendor.systems.retain(|id| index.systems.contains_key(&id.value));
        for asked in &mut vendor.user_entity_controls {
            asked.controls.retain(|id| index.controls.contains_key(&id.value));
        }
    }
}

/// What a gap can be about.
struct Subjects(BTreeSet<String>);

impl Subjects {
    fn of(hybrid: &Inventory) -> Self {
        let index = &hybrid.index;
        let maps = [&index.systems, &index.documents, &index.controls, &index.vendors];
        let listed = maps.into_iter().flat_map(|map| map.keys());
        let asked = hybrid.vendors.iter().flat_map(|vendor| &vendor.user_entity_controls).map(|asked| &asked.id.value);
        let promised = hybrid.scope.commitments.iter().map(|commitment| &commitment.id.value);
        let all = listed.chain(asked).chain(promised).map(ToString::to_string);
        Self(all.chain(["scope", EXTERNAL].map(str::to_owned)).collect())
    }

    /// Whether the subject of a gap is there: the inventory's own, or a criterion.
    fn know(&self, gap: &str) -> bool {
        let Some((subject, ..)) = GapId::split(gap) else { return false };
        let is_criterion = || subject.parse::<CriterionId>().is_ok_and(|id| id.to_string() == subject);
        self.0.contains(subject) || is_criterion()
    }
}
