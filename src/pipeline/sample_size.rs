//! How many items a test should look at.

use crate::assess;
use crate::assess::context::Context;
use crate::map;
use crate::model::catalog::Catalog;
use crate::model::document::Test;
use crate::model::files::Files;
use crate::model::inventory::Inventory;

/// How many items a test of the operation of a control should look at, and why in whole sentences; none where there is no
/// such control.
#[must_use]
pub fn items_to_test(inventory: &Inventory, catalog: &Catalog, control: &str, test: &Test) -> Option<(u32, String)> {
    let (rules, as_of, files) = (assess::rule::infos(), inventory.scope.report.end(), Files::default());
    let standings = assess::standing::standings(inventory, &files, as_of);
    let coverage = map::coverage(catalog, inventory);
    let context =
        Context { catalog, inventory, coverage: &coverage, standings: &standings, files: &files, rules: &rules, as_of };
    let view = context.control(*inventory.index.controls.get(control)?)?;
    let wanted = assess::sample_size::wanted(&context, view, test);
    Some((wanted.items, wanted.because()))
}
