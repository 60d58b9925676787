//! Many assessments become one table: a row of each, their order, their sums, and what their reports are called.

pub mod client;
pub mod file_names;
mod totals;

use std::cmp::Ordering;

use crate::model::catalog::Catalog;
use crate::model::date::Date;
use crate::model::level::Level;
use crate::model::portfolio::{Client, Order, Portfolio, Unassessed};
use crate::text::natural::compare;

/// What all organisations of a portfolio have in common.
pub struct Common<'a> {
    /// The criteria they were assessed against.
    pub catalog: &'a Catalog,
    /// The day they were assessed on.
    pub as_of: Date,
    /// The level from which gaps fail the gate.
    pub fail_on: Option<Level>,
    /// In which order they are to stand.
    pub order: Order,
}

/// Puts organisations beside each other. In which order they come makes no difference.
#[must_use]
pub fn portfolio(common: &Common<'_>, mut clients: Vec<Client>, mut unassessed: Vec<Unassessed>) -> Portfolio {
    clients.sort_by(|a, b| match common.order {
        Order::Risk => by_risk(a, b).then_with(|| by_name(a, b)),
        Order::Name => by_name(a, b),
    });
    unassessed.sort_by(|a, b| compare(&a.name, &b.name).then_with(|| a.name.cmp(&b.name)));
    Portfolio {
        as_of: common.as_of,
        catalog: (common.catalog.edition.id.clone(), common.catalog.digest.clone()),
        fail_on: common.fail_on,
        order: common.order,
        totals: totals::totals(&clients),
        worst: totals::worst(&clients),
        clients,
        unassessed,
        skipped: Vec::new(),
        reports_at: None,
    }
}

/// The one with more gaps of the highest level first; where they have as many, of the next level.
fn by_risk(a: &Client, b: &Client) -> Ordering {
    let levels = Level::ALL.iter().rev();
    levels.map(|level| b.open(*level).cmp(&a.open(*level))).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

fn by_name(a: &Client, b: &Client) -> Ordering {
    let organizations = compare(&a.organization, &b.organization);
    organizations.then_with(|| compare(&a.name, &b.name)).then_with(|| a.name.cmp(&b.name))
}
