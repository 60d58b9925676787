//! What an assessment concluded, as far as it is held against another: verdicts and gaps by their identities.

use std::collections::BTreeMap;

use crate::model::catalog::Catalog;
use crate::model::criterion_id::CriterionId;
use crate::model::date::Date;
use crate::model::inventory::Inventory;
use crate::model::level::Level;
use crate::model::scope::Report;
use crate::model::verdict::Verdict;
use crate::model::words::Category;

/// The conclusions of one assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// The criteria of the selected categories.
    pub criteria: BTreeMap<CriterionId, CriterionStand>,
    /// The controls, by id.
    pub controls: BTreeMap<String, ControlStand>,
    /// The gaps, by identity; open and accepted ones alike.
    pub gaps: BTreeMap<String, GapStand>,
}

impl Snapshot {
    /// How many criteria apply.
    #[must_use]
    pub fn applicable(&self) -> usize {
        self.criteria.values().filter(|stand| stand.design != Verdict::NotApplicable).count()
    }
}

/// What was concluded of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionStand {
    /// The verdict on design.
    pub design: Verdict,
    /// The verdict on operation; only for type 2.
    pub operation: Option<Verdict>,
    /// Whether a control in place addresses it.
    pub claimed: bool,
    /// Whether evidence in date is on file for one of those controls.
    pub evidenced: bool,
    /// Whether a test in date is on file for one of those controls.
    pub tested: bool,
}

/// What was concluded of a control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlStand {
    /// What it is called.
    pub name: String,
    /// The verdict on design.
    pub design: Verdict,
    /// The verdict on operation; only for type 2.
    pub operation: Option<Verdict>,
}

/// A gap, as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapStand {
    /// What is wrong, in a line.
    pub title: String,
    /// The rule that found it.
    pub rule: String,
    /// The level it is ranked by.
    pub level: Level,
    /// The score it is ranked by.
    pub score: u8,
    /// Whether somebody signed for it.
    pub accepted: bool,
}

/// An assessment that is held against another: which, and what it concluded.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessed {
    /// Which.
    pub side: Side,
    /// What it concluded.
    pub snapshot: Snapshot,
}

/// One of the two things that are held against each other, for people and machines to know which.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The path it was read from.
    pub path: String,
    /// Whether it is the JSON result of an assessment made before, and no inventory.
    pub is_result: bool,
    /// The day of the assessment.
    pub as_of: Date,
    /// The name of the service organisation.
    pub organization: String,
    /// The name of the system the report describes.
    pub system: Option<String>,
    /// The selected categories, in report order.
    pub categories: Vec<Category>,
    /// What the report speaks of.
    pub report: Report,
    /// The edition of the criteria and the digest of the catalog.
    pub catalog: (String, String),
    /// The version of gapcheck that assessed it.
    pub version: String,
}

impl Side {
    /// An inventory at a path, assessed here against a catalog on a day.
    #[must_use]
    pub fn of(path: String, inventory: &Inventory, catalog: &Catalog, as_of: Date) -> Self {
        Self {
            path,
            is_result: false,
            as_of,
            organization: inventory.organization.clone(),
            system: inventory.scope.system.clone(),
            categories: inventory.scope.categories.clone(),
            report: inventory.scope.report.clone(),
            catalog: (catalog.edition.id.clone(), catalog.digest.clone()),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}
