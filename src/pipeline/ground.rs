//! What every conclusion about an inventory stands on: how its controls stand, and which of them addresses which criterion.

use crate::assess::context::Context;
use crate::assess::rule::infos;
use crate::assess::standing::standings;
use crate::map;
use crate::model::catalog::Catalog;
use crate::model::date::Date;
use crate::model::files::Files;
use crate::model::inventory::Inventory;

/// What is concluded of an inventory on a day.
pub(super) fn on<Concluded>(
    (inventory, catalog): (&Inventory, &Catalog),
    files: &Files,
    as_of: Date,
    conclude: impl FnOnce(&Context<'_>) -> Concluded,
) -> Concluded {
    let (rules, standings) = (infos(), standings(inventory, files, as_of));
    let coverage = map::coverage(catalog, inventory);
    conclude(&Context { catalog, inventory, coverage: &coverage, standings: &standings, files, rules: &rules, as_of })
}
