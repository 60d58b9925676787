//! From an inventory to what is due.

use crate::assess;
use crate::assess::context::Context;
use crate::map;
use crate::model::catalog::Catalog;
use crate::model::due::{Agenda, Horizon};
use crate::model::files::Files;
use crate::model::inventory::Inventory;
use crate::pipeline::ranked::ranked_gaps;

/// What has to be collected or renewed within a horizon, and what is overdue.
#[must_use]
pub fn due<'a>(inventory: &'a Inventory, catalog: &'a Catalog, files: &'a Files, horizon: Horizon) -> Agenda<'a> {
    let (rules, as_of) = (assess::rule::infos(), horizon.as_of);
    let standings = assess::standing::standings(inventory, files, as_of);
    let coverage = map::coverage(catalog, inventory);
    let context =
        Context { catalog, inventory, coverage: &coverage, standings: &standings, files, rules: &rules, as_of };
    let mut gaps = ranked_gaps(&context);
    gaps.sort_by(|a, b| a.finding.id.cmp(&b.finding.id));
    assess::due::agenda(inventory, &context, &gaps, horizon)
}
