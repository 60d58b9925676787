//! How many items a test should look at.

use crate::assess::sample_size::wanted;
use crate::model::catalog::Catalog;
use crate::model::document::Test;
use crate::model::files::Files;
use crate::model::inventory::Inventory;
use crate::pipeline::ground;

/// How many items a test of the operation of a control should look at, and why in whole sentences; none where there is no
/// such control.
#[must_use]
pub fn items_to_test(inventory: &Inventory, catalog: &Catalog, control: &str, test: &Test) -> Option<(u32, String)> {
    let at = *inventory.index.controls.get(control)?;
    ground::on((inventory, catalog), &Files::default(), inventory.scope.report.end(), |context| {
        let wanted = wanted(context, context.control(at)?, test);
        Some((wanted.items, wanted.because()))
    })
}
