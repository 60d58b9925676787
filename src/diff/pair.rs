//! The two inventories between which the way is gone.

use crate::model::inventory::Inventory;

/// The two inventories that are held against each other.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    /// The earlier one, as it reads on the day of the later one.
    pub old: &'a Inventory,
    /// The later one.
    pub new: &'a Inventory,
}
