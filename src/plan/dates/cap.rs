//! By when a test is of use: once the auditor is there it comes too late.

use crate::model::date::Date;
use crate::model::inventory::Inventory;
use crate::plan::dates::promise::Promise;

/// The last day by which a test is of use: the promised fieldwork, or else when fieldwork can follow the period of the scope.
/// No day is asked for that has passed.
pub(in crate::plan) fn last_day_of_use(inventory: &Inventory, as_of: Date) -> Option<Date> {
    let promised = Promise::of(&inventory.scope.milestones).fieldwork;
    let after_period =
        || inventory.scope.report.period().map(|period| inventory.conventions.plan.fieldwork_after().after(period.end));
    promised.or_else(after_period).map(|day| day.max(as_of))
}
