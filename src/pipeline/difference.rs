//! From two inventories to what changed, and by what.

use crate::assess;
use crate::diff;
use crate::diff::Between;
use crate::gate;
use crate::model::catalog::Catalog;
use crate::model::date::Date;
use crate::model::difference::Difference;
use crate::model::files::Files;
use crate::model::inventory::Inventory;
use crate::model::level::Level;
use crate::model::snapshot::{Assessed, Snapshot};
use crate::pipeline::ground;
use crate::pipeline::ranked::ranked_gaps;

/// What is concluded of an inventory, as far as it is held against another: no plan is made.
#[must_use]
pub fn snapshot(inventory: &Inventory, catalog: &Catalog, files: &Files, as_of: Date) -> Snapshot {
    ground::on((inventory, catalog), files, as_of, |context| {
        let gaps = ranked_gaps(context);
        let criteria = assess::verdict::criteria(context, &gaps);
        let controls = assess::verdict::controls(context, &gaps);
        assess::snapshot::snapshot(context, &criteria, &controls, &gaps)
    })
}

/// How two assessments differ, with the gate over what is new or worse; causes are told where the inventories are given.
#[must_use]
pub fn difference(
    (old, new): (Assessed, Assessed),
    between: Option<&Between<'_>>,
    catalog: &Catalog,
    fail_on: Option<Level>,
) -> Difference {
    let assess = |inventory: &Inventory, files: &Files, as_of| snapshot(inventory, catalog, files, as_of);
    let mut difference = diff::difference(old, new, between, catalog, assess);
    difference.gate = gate::changed::changed(&difference.gaps, fail_on);
    difference
}
