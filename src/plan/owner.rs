//! Whose a task is, and how much of it they do a day.

use crate::model::inventory::Inventory;
use crate::model::plan::OwnerFrom;
use crate::plan::Ground;
use crate::plan::decided::entries;
use crate::plan::group::Group;
use crate::plan::remedy::Whose;
use crate::source::file::Located;
use crate::source::reader::Text;

/// How many days a week somebody has of whom nothing is said, in tenths.
const ALL_WEEK: u64 = 50;

/// Who does a task, and why: whom a remediation entry names, else whom a rule names, else the owner of the control, else
/// who looks after the area of its first criterion. Whoever has no day a week for it cannot be the one.
pub(super) fn owner(ground: &Ground<'_>, group: &Group<'_>) -> (Option<String>, OwnerFrom) {
    let (owner, from) = named(ground, group);
    match owner {
        None => (None, OwnerFrom::Nobody),
        Some(owner) if !has_time(ground.inventory, &owner) => (None, OwnerFrom::WithoutTime(owner)),
        Some(owner) => (Some(owner), from),
    }
}

fn named(ground: &Ground<'_>, group: &Group<'_>) -> (Option<String>, OwnerFrom) {
    let inventory = ground.inventory;
    let text = |owner: &Located<Text>| owner.value.0.clone();
    let findings = || group.gaps.iter().map(|gap| &gap.finding);
    // The rules about documents name the owner of the document.
    let of_rule = if group.remedy.whose == Whose::Document { OwnerFrom::Subject } else { OwnerFrom::Rule };
    let by_entry = entries(inventory, group).find_map(|entry| entry.owner.as_ref()).map(text);
    let by_rule = || findings().find_map(|finding| finding.owner.clone());
    let of_control = || {
        let mut controls = findings().filter_map(|finding| inventory.controls.get(finding.control?));
        controls.find_map(|control| control.owner.as_ref()).map(text)
    };
    let by_area = || {
        let criterion = ground.catalog.criterion(group.criterion()?)?;
        inventory.who_looks_after(&criterion.areas).map(str::to_owned)
    };
    by_entry
        .map(|owner| (owner, OwnerFrom::Entry))
        .or_else(|| Some((by_rule()?, of_rule)))
        .or_else(|| Some((of_control()?, OwnerFrom::Subject)))
        .or_else(|| Some((by_area()?, OwnerFrom::Area)))
        .map_or((None, OwnerFrom::Nobody), |(owner, from)| (Some(owner), from))
}

/// Whether somebody has time for the plan; nobody says of a free name that they have none.
pub(super) fn has_time(inventory: &Inventory, owner: &str) -> bool {
    days_per_week(inventory, owner) != Some(0)
}

/// How many days a week a person of the inventory has, in tenths, where it says so.
fn days_per_week(inventory: &Inventory, owner: &str) -> Option<u64> {
    let person = inventory.people.get(*inventory.index.people.get(owner)?)?;
    person.days_per_week.map(|days| days.0.into())
}

/// How many units an owner does a working day, of a week of so many, where a tenth of a day of effort is as many units as
/// the week has working days. Whoever is not known, and nobody, have the whole week.
pub(super) fn units_per_day(inventory: &Inventory, owner: Option<&str>, days_a_week: u64) -> u64 {
    let stated = owner.and_then(|owner| days_per_week(inventory, owner));
    stated.unwrap_or_else(|| ALL_WEEK.min(days_a_week.saturating_mul(10))).max(1)
}
