//! The catalog: criteria and points of focus of one edition, with what the engine needs to know of each.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::model::criterion_id::CriterionId;
use crate::model::level::Level;
use crate::model::words::{Category, ControlKind, PrivacyRole};
use crate::vocabulary;

pub use crate::model::area::Area;
pub use crate::model::point::{Applies, Point, Revision};

vocabulary! {
    /// At what a criterion is judged.
    pub enum Judged as "level of judgement" {
        /// Once, for the organisation.
        Entity = "entity",
        /// For each system in scope.
        System = "system",
    }
}

/// One edition of the criteria.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// What it is called, by whom, of when.
    pub edition: Edition,
    /// SHA-256 over the files of the catalog, in hexadecimal; an overlay of official wording changes it.
    pub digest: String,
    /// The series in report order.
    pub series: Vec<Series>,
    /// The criteria in report order.
    pub criteria: Vec<Criterion>,
    /// Ids that do not exist and what their users probably mean.
    pub misnumbered: Vec<Misnumbered>,
    index: BTreeMap<CriterionId, usize>,
}

/// What an edition says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// A short name for machines, such as `tsc-2017-2022`.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// The standard it belongs to.
    pub standard: String,
    /// Who publishes the standard.
    pub publisher: String,
    /// The year of its last revision.
    pub revision: u16,
    /// How many criteria and points it must have, by family; a test holds the data to it.
    pub counts: BTreeMap<String, u16>,
    /// Whose words the texts are.
    pub wording: String,
    /// The files of its series, in report order.
    pub files: Vec<String>,
}

/// A series of criteria, such as CC6.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its id, such as `CC6`.
    pub id: String,
    /// Its title in our own words.
    pub title: String,
    /// The category it belongs to.
    pub category: Category,
}

/// A criterion with what the engine and the reports need to know of it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its id, such as `CC6.1`.
    pub id: CriterionId,
    /// A short title in our own words.
    pub title: String,
    /// What it asks, in our own words.
    pub asks: String,
    /// The standard's own words, where a licensee laid them over ours.
    #[serde(skip)]
    pub official: Option<String>,
    /// The number of the COSO principle it restates, for the series CC1 to CC5.
    #[serde(default)]
    pub principle: Option<u8>,
    /// The category it belongs to; taken from its series.
    #[serde(skip)]
    pub category: Category,
    /// Whether it is judged once or for each system.
    pub level: Judged,
    /// The areas it belongs to.
    pub areas: Vec<Area>,
    /// The kinds of control that can plausibly address it.
    pub kinds: Vec<ControlKind>,
    /// How much harm a failure does to a typical service organisation.
    pub impact: BaseImpact,
    /// What an auditor usually asks to see.
    pub evidence: Vec<String>,
    /// Two to five controls that usually address it.
    pub controls: Vec<String>,
    /// What to do, in order, where nothing is in place.
    pub remediation: Vec<String>,
    /// Its points of focus, in the standard's order.
    pub points: Vec<Point>,
}

/// The base impact of a criterion with its reason.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BaseImpact {
    /// The level on the scale of NIST SP 800-30.
    pub level: Level,
    /// Why.
    pub because: Arc<str>,
}

/// An id that does not exist and what its users probably mean.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Misnumbered {
    /// The id that does not exist.
    pub id: CriterionId,
    /// The criteria its users probably mean.
    pub means: Vec<CriterionId>,
    /// Why, as the rest of a sentence that begins with the id.
    pub because: String,
}

impl Catalog {
    /// A catalog of these criteria, found by their ids from here on.
    #[must_use]
    pub fn new(
        edition: Edition,
        digest: String,
        series: Vec<Series>,
        criteria: Vec<Criterion>,
        misnumbered: Vec<Misnumbered>,
    ) -> Self {
        let index = criteria.iter().enumerate().map(|(at, criterion)| (criterion.id, at)).collect();
        Self { edition, digest, series, criteria, misnumbered, index }
    }

    /// The criterion of an id.
    #[must_use]
    pub fn criterion(&self, id: CriterionId) -> Option<&Criterion> {
        self.criteria.get(self.position(id)?)
    }

    /// Where a criterion stands in report order.
    #[must_use]
    pub fn position(&self, id: CriterionId) -> Option<usize> {
        self.index.get(&id).copied()
    }

    /// What the users of an id that does not exist probably mean.
    #[must_use]
    pub fn meant(&self, id: CriterionId) -> Option<&Misnumbered> {
        self.misnumbered.iter().find(|wrong| wrong.id == id)
    }
}

impl Criterion {
    /// What it asks: the standard's own words where a licensee laid them over ours, else ours.
    #[must_use]
    pub fn wording(&self) -> &str {
        self.official.as_deref().unwrap_or(&self.asks)
    }

    /// The points of focus that apply to a selection of categories and a privacy role.
    pub fn points_for<'a>(&'a self, categories: &'a [Category], role: PrivacyRole) -> impl Iterator<Item = &'a Point> {
        self.points.iter().filter(move |point| point.applies.holds(categories, role))
    }

    /// The point of focus of a slug.
    #[must_use]
    pub fn point(&self, slug: &str) -> Option<&Point> {
        self.points.iter().find(|point| point.slug == slug)
    }
}
