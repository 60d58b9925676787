//! From an inventory to what is followed over time.

use crate::assess;
use crate::assess::context::Context;
use crate::map;
use crate::model::catalog::Catalog;
use crate::model::date::Date;
use crate::model::files::Files;
use crate::model::inventory::Inventory;
use crate::model::trend::Readiness;
use crate::pipeline::ranked::ranked_gaps;
use crate::trend;

/// What is concluded of an inventory, as far as it is held against its other revisions: no plan is made.
#[must_use]
pub fn readiness(inventory: &Inventory, catalog: &Catalog, files: &Files, as_of: Date) -> Readiness {
    let rules = assess::rule::infos();
    let standings = assess::standing::standings(inventory, files, as_of);
    let coverage = map::coverage(catalog, inventory);
    let context =
        Context { catalog, inventory, coverage: &coverage, standings: &standings, files, rules: &rules, as_of };
    let gaps = ranked_gaps(&context);
    let criteria = assess::verdict::criteria(&context, &gaps);
    trend::readiness(inventory, assess::summary::summary(&context, &criteria, &gaps))
}
