//! By when a task should be done: by the level of what it closes, or by what the organisation decided.

use crate::model::date::Date;
use crate::model::gap::Gap;
use crate::model::inventory::Inventory;
use crate::model::plan::Phase;
use crate::model::settings::Conventions;
use crate::plan::dates::cap::last_day_of_use;
use crate::plan::group::Group;

/// The earliest of the days by which its gaps are to be closed. A gap whose day was decided has that day, also a later one. Of
/// a test none is proposed that comes too late for the auditor.
pub(super) fn due(inventory: &Inventory, group: &Group<'_>, as_of: Date) -> Date {
    let too_late = if group.remedy.phase == Phase::Test { last_day_of_use(inventory, as_of) } else { None };
    group.gaps.iter().map(|gap| due_of(inventory, gap, as_of, too_late)).min().unwrap_or(as_of)
}

fn due_of(inventory: &Inventory, gap: &Gap, as_of: Date, too_late: Option<Date>) -> Date {
    let decided = inventory.remediation_of(gap.id()).and_then(|entry| entry.due.as_ref());
    decided.map_or_else(
        || {
            let proposed = as_of.plus_days(Conventions::days_to_close(gap.risk.level()));
            too_late.map_or(proposed, |day| proposed.min(day))
        },
        |due| due.value,
    )
}
