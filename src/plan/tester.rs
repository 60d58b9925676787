//! Who may test a control: nobody who owns or performs it.

use crate::model::document::Control;
use crate::model::inventory::Inventory;
use crate::model::plan::{OwnerFrom, Phase};
use crate::plan::Ground;
use crate::plan::decided::entries;
use crate::plan::group::Group;
use crate::text::list::and;

/// Whose a task is, where nobody is proposed as tester of a control that they own or perform. Whom a remediation entry names
/// is a decision, and stays.
pub(super) fn independent(
    ground: &Ground<'_>,
    group: &Group<'_>,
    (owner, from): (Option<String>, OwnerFrom),
) -> (Option<String>, OwnerFrom) {
    let decided = entries(ground.inventory, group).any(|entry| entry.owner.is_some());
    let proposed = match &from {
        OwnerFrom::WithoutTime(person) => Some(person.as_str()),
        _ => owner.as_deref(),
    };
    let of_gap = |at: usize| ground.inventory.controls.get(at);
    let mut controls = group.gaps.iter().filter_map(|gap| of_gap(gap.finding.control?));
    let barred = proposed.is_some_and(|person| controls.any(|control| has_part(ground.inventory, control, person)));
    if group.remedy.phase == Phase::Test && !decided && barred { (None, OwnerFrom::Nobody) } else { (owner, from) }
}

/// Whether somebody owns or performs a control, so that their test of it counts for little.
fn has_part(inventory: &Inventory, control: &Control, person: &str) -> bool {
    let is = |named: &str| named == person || inventory.person_name(named) == inventory.person_name(person);
    parts(control).any(is)
}

/// Who owns a control, and who performs it.
fn parts(control: &Control) -> impl Iterator<Item = &str> {
    [&control.owner, &control.performer].into_iter().flatten().map(|named| named.value.0.as_str())
}

/// Why a test of a control is nobody's, where that is because of who owns and performs it.
pub(super) fn why_nobodys(inventory: &Inventory, control: &Control) -> Option<String> {
    let mut names: Vec<&str> = parts(control).map(|named| inventory.person_name(named)).collect();
    names.dedup();
    (!names.is_empty()).then(|| {
        format!("whoever tests {} may neither own nor perform it, which leaves out {}", &*control.id, and(names))
    })
}
