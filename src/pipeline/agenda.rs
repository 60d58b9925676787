//! From an inventory to what is due.

use crate::assess;
use crate::model::catalog::Catalog;
use crate::model::due::{Agenda, Horizon};
use crate::model::files::Files;
use crate::model::inventory::Inventory;
use crate::pipeline::ground;
use crate::pipeline::ranked::ranked_gaps;

/// What has to be collected or renewed within a horizon, and what is overdue.
#[must_use]
pub fn due<'a>(inventory: &'a Inventory, catalog: &'a Catalog, files: &'a Files, horizon: Horizon) -> Agenda<'a> {
    ground::on((inventory, catalog), files, horizon.as_of, |context| {
        let mut gaps = ranked_gaps(context);
        gaps.sort_by(|a, b| a.finding.id.cmp(&b.finding.id));
        assess::due::agenda(inventory, context, &gaps, horizon)
    })
}
