//! From controls without criteria to criteria proposed for them.

use crate::model::catalog::Catalog;
use crate::model::inventory::Inventory;
use crate::model::proposal::Proposed;
use crate::model::words::Status;
use crate::propose::Proposer;
use crate::propose::lexicon::{fitted, lexicon};

/// What is proposed for the controls of an inventory that name no criterion, or for all of them.
///
/// # Errors
///
/// When a bundled file cannot be read, which a test rules out.
pub fn propose<'a>(inventory: &'a Inventory, catalog: &Catalog, all: bool) -> Result<Vec<Proposed<'a>>, String> {
    let lexicon = lexicon()?;
    let proposer = Proposer::new(catalog, &lexicon, &fitted()?);
    let controls = inventory.controls.iter().filter(|control| control.status != Status::Retired);
    Ok(proposer.proposed(controls.filter(|control| all || control.criteria.is_empty())))
}
