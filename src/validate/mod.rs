//! From what was written to what was meant: references, identities, dates and scope, every fault at once.

mod dates;
mod description;
mod identity;
mod known;
mod order;
mod references;
mod scope;
mod waiting;

use crate::model::catalog::Catalog;
use crate::model::date::Date;
use crate::model::document::Document;
use crate::model::inventory::Inventory;
use crate::model::settings::Conventions;
use crate::source::problem::Problems;

/// What an inventory is checked against.
pub struct Against<'a> {
    /// The criteria it may name.
    pub catalog: &'a Catalog,
    /// The names of rules that gap ids may hold.
    pub rules: &'a [&'a str],
    /// The day of the assessment, the default for the date of a type 1 report.
    pub as_of: Date,
}

/// Checks a document as a whole; the inventory that comes back is good only if no problem was added.
#[must_use]
pub fn inventory(document: Document, against: &Against<'_>, problems: &mut Problems) -> Inventory {
    dates::check(&document, problems);
    references::check(&document, against, problems);
    let scope = scope::meant(document.scope.clone(), against, problems);
    let settings = document.settings.clone().unwrap_or_default();
    let lists = identity::sorted(document, problems);
    waiting::check(&lists.remediation, problems);
    Inventory {
        organization: lists.organization,
        scope,
        systems: lists.systems,
        data_flows: lists.data_flows,
        people: lists.people,
        documents: lists.documents,
        controls: lists.controls,
        vendors: lists.vendors,
        reports: lists.reports,
        user_entity_controls: lists.description.user_entity_controls,
        incidents: lists.description.incidents,
        changes: lists.description.changes,
        vouched: lists.description.vouched,
        acceptances: lists.acceptances,
        remediation: lists.remediation,
        conventions: Conventions::new(settings),
        index: lists.index,
    }
}
