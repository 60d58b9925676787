//! Whoever tests, by id or by name.

use anyhow::{Result, bail};

use crate::model::inventory::Inventory;
use crate::text::list::some;
use crate::text::nearest::nearest;

/// Somebody by id or by name; anybody where the inventory lists nobody.
///
/// # Errors
///
/// When nobody listed is called so.
pub(super) fn person(inventory: &Inventory, named: &str) -> Result<String> {
    if inventory.people.is_empty() || inventory.index.people.contains_key(named) {
        return Ok(named.to_owned());
    }
    let mut called = inventory.people.iter().filter(|person| person.name.as_deref() == Some(named));
    if let (Some(person), None) = (called.next(), called.next()) {
        return Ok(person.id.value.to_string());
    }
    let ids = || inventory.people.iter().map(|person| person.id.value.as_str());
    match nearest(named, ids()) {
        Some(near) => bail!("no person has the id `{named}`; did you mean `{near}`?"),
        None => bail!("no person has the id `{named}`; the inventory lists {}", some(ids(), 8)),
    }
}
