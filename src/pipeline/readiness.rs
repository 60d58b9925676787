//! From an inventory to what is followed over time.

use crate::assess;
use crate::model::catalog::Catalog;
use crate::model::date::Date;
use crate::model::files::Files;
use crate::model::inventory::Inventory;
use crate::model::trend::Readiness;
use crate::pipeline::ground;
use crate::pipeline::ranked::ranked_gaps;
use crate::trend;

/// What is concluded of an inventory, as far as it is held against its other revisions: no plan is made.
#[must_use]
pub fn readiness(inventory: &Inventory, catalog: &Catalog, files: &Files, as_of: Date) -> Readiness {
    ground::on((inventory, catalog), files, as_of, |context| {
        let gaps = ranked_gaps(context);
        let criteria = assess::verdict::criteria(context, &gaps);
        trend::readiness(inventory, assess::summary::summary(context, &criteria, &gaps))
    })
}
