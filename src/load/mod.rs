//! Text into types: the bundled catalog, a licensee's wording over it, an inventory, its locks, an earlier result.

pub mod baseline;
pub mod catalog;
pub mod crosswalk;
pub mod enterprise;
pub mod inventory;
pub mod lock;
pub mod overlay;
pub mod result;
