//! How bad a gap is: likelihood and impact on the scale of NIST SP 800-30 r1, with every factor a line of the working.

mod cover;
mod impact;
mod likelihood;
mod table;
mod working;

use crate::model::catalog::Catalog;
use crate::model::coverage::Coverage;
use crate::model::gap::Finding;
use crate::model::inventory::Inventory;
use crate::model::risk::Risk;
use crate::model::standing::Standing;
use crate::score::cover::Cover;
use crate::score::impact::Stakes;
use crate::score::working::Working;

pub use crate::score::table::level;

/// Scores findings; made once, for what criteria and systems add is the same for every gap that touches them.
pub struct Scorer<'a> {
    catalog: &'a Catalog,
    stakes: Stakes,
    cover: Cover<'a>,
}

impl<'a> Scorer<'a> {
    /// A scorer for the gaps of an inventory.
    #[must_use]
    pub fn new(
        catalog: &'a Catalog,
        inventory: &'a Inventory,
        coverage: &'a Coverage,
        standings: &'a [Standing],
    ) -> Self {
        Self {
            catalog,
            stakes: Stakes::new(catalog, inventory),
            cover: Cover::new(catalog, inventory, coverage, standings),
        }
    }

    /// The risk of a gap: what the fault and what is at stake make it, then what is in place takes off.
    #[must_use]
    pub fn risk(&self, finding: &Finding) -> Risk {
        let mut working = Working::default();
        self.stakes.add_to(&mut working, self.catalog, finding);
        likelihood::add_fault(&mut working, finding);
        self.stakes.add_exposure(&mut working, self.catalog, finding);
        working.inherent_done();
        self.cover.add_to(&mut working, self.catalog, finding);
        working.risk()
    }
}
