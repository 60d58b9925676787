//! By when a task should be done: by the level of what it closes, or by what the organisation decided.

use crate::model::date::Date;
use crate::model::gap::Gap;
use crate::model::inventory::Inventory;
use crate::model::settings::Conventions;

/// The earliest of the days by which its gaps are to be closed. A gap whose day was decided has that day, also a later one.
pub(super) fn due(inventory: &Inventory, gaps: &[&Gap], as_of: Date) -> Date {
    gaps.iter().map(|gap| due_of(inventory, gap, as_of)).min().unwrap_or(as_of)
}

fn due_of(inventory: &Inventory, gap: &Gap, as_of: Date) -> Date {
    let decided = inventory.remediation_of(gap.id()).and_then(|entry| entry.due.as_ref());
    decided.map_or_else(|| as_of.plus_days(Conventions::days_to_close(gap.risk.level())), |due| due.value)
}
