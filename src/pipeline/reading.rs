//! From files to an inventory: read, then checked.

use crate::assess;
use crate::load;
use crate::model::catalog::Catalog;
use crate::model::date::Date;
use crate::model::inventory::Inventory;
use crate::source::file::Sources;
use crate::source::problem::Problems;
use crate::validate;

/// Reads and checks an inventory, and the lock files beside it.
///
/// # Errors
///
/// Every problem of it, at once. After this nothing about an inventory can fail.
pub fn read(sources: &Sources, catalog: &Catalog, as_of: Date) -> Result<Inventory, Problems> {
    let mut problems = Problems::default();
    let document = load::inventory::inventory(sources, &mut problems);
    let rules = assess::rule::names();
    let against = validate::Against { catalog, rules: &rules, as_of };
    let inventory = validate::inventory(document, &against, &mut problems);
    for (number, file) in sources.locks() {
        load::lock::lock(number, file, &mut problems);
    }
    if problems.is_empty() { Ok(inventory) } else { Err(problems) }
}
