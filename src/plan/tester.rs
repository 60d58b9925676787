//! Who may test a control: nobody who owns or performs it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::document::Control;
use crate::model::inventory::Inventory;
use crate::model::plan::{OwnerFrom, Phase};
use crate::plan::Ground;
use crate::plan::decided::entries;
use crate::plan::group::Group;
use crate::plan::owner::has_time;
use crate::text::list::and;
use crate::text::natural::compare;

/// Whoever has tested controls that they neither own nor perform, and has time for more: who did most first, then by id.
pub(super) struct Testers<'a>(Vec<&'a str>);

impl<'a> Testers<'a> {
    /// Those of an inventory.
    pub(super) fn of(inventory: &'a Inventory) -> Self {
        let mut tests: BTreeMap<&str, usize> = BTreeMap::new();
        for control in &inventory.controls {
            let by = control.tests.iter().filter_map(|test| test.by.as_ref()).map(|by| by.value.0.as_str());
            for tester in by.filter(|tester| !has_part(inventory, control, tester) && has_time(inventory, tester)) {
                *tests.entry(tester).or_default() += 1;
            }
        }
        let mut testers: Vec<(&str, usize)> = tests.into_iter().collect();
        testers.sort_by(|(a, most), (b, more)| Reverse(most).cmp(&Reverse(more)).then_with(|| compare(a, b)));
        Self(testers.into_iter().map(|(tester, _)| tester).collect())
    }

    /// The first of them who has no part in any of some controls.
    fn independent_of(&self, inventory: &Inventory, controls: &[&Control]) -> Option<&'a str> {
        let has_none = |tester: &&&str| !controls.iter().any(|control| has_part(inventory, control, tester));
        self.0.iter().find(has_none).copied()
    }
}

/// Whose a task is, where nobody is proposed as tester of a control that they own or perform: in their place, and before
/// whoever looks after an area, whoever tests most of the other controls. Whom a remediation entry names is a decision, and stays.
pub(super) fn independent(
    ground: &Ground<'_>,
    group: &Group<'_>,
    testers: &Testers<'_>,
    (owner, from): (Option<String>, OwnerFrom),
) -> (Option<String>, OwnerFrom) {
    let decided = entries(ground.inventory, group).any(|entry| entry.owner.is_some());
    if group.remedy.phase != Phase::Test || decided {
        return (owner, from);
    }
    let of_gaps = group.gaps.iter().filter_map(|gap| ground.inventory.controls.get(gap.finding.control?));
    let controls: Vec<&Control> = of_gaps.collect();
    let proposed = match &from {
        OwnerFrom::WithoutTime(person) => Some(person.as_str()),
        _ => owner.as_deref(),
    };
    let may = |person: &str| !controls.iter().any(|control| has_part(ground.inventory, control, person));
    let may = proposed.is_some_and(may);
    // Whoever looks after the area is likely to run the control whose owner nobody named.
    match testers.independent_of(ground.inventory, &controls) {
        _ if may && from != OwnerFrom::Area => (owner, from),
        Some(tester) => (Some(tester.to_owned()), OwnerFrom::TestsMost),
        None if may => (owner, from),
        None => (None, OwnerFrom::Nobody),
    }
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
        format!("whoever tests `{}` may neither own nor perform it, which leaves out {}", &*control.id, and(names))
    })
}
