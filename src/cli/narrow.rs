//! An inventory narrowed to some of its categories.

use std::borrow::Cow;

use anyhow::{Result, bail};

use crate::model::inventory::Inventory;
use crate::model::words::Category;
use crate::text::list::and;

/// The inventory with only the categories asked for in its scope; itself where none was asked for.
///
/// # Errors
///
/// When none of them is in its scope.
pub(super) fn narrowed<'a>(whole: &'a Inventory, wanted: &[Category]) -> Result<Cow<'a, Inventory>> {
    if wanted.is_empty() {
        return Ok(Cow::Borrowed(whole));
    }
    let mut inventory = whole.clone();
    inventory.scope.categories.retain(|category| wanted.contains(category));
    if inventory.scope.categories.is_empty() {
        let wanted = and(wanted.iter().map(|category| category.plain()));
        bail!("nothing is left in scope: the inventory selects {}, not {wanted}", categories(whole));
    }
    Ok(Cow::Owned(inventory))
}

/// The categories of an inventory's scope, for a sentence.
pub(super) fn categories(inventory: &Inventory) -> String {
    and(inventory.scope.categories.iter().map(|category| category.plain()))
}
