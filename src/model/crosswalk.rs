//! The mapping of criteria to the clauses of another framework, as the files of `criteria/crosswalk/` hold it.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::model::criterion_id::CriterionId;
use crate::model::framework::Framework;
use crate::vocabulary;

vocabulary! {
    /// How what a criterion asks and what a clause asks are related.
    pub enum Relation as "relation" {
        /// They have something in common; neither holds all of the other.
        Intersects = "intersects",
        /// No source says.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// Whether more than one source draws a link.
    pub enum Strength as "strength" {
        /// One source draws it.
        Weak = "weak",
        /// Two or more draw it.
        Strong = "strong",
    }
}

/// Up to how many sources a link rests on little.
pub const FEW: u8 = 2;

/// What of a framework is known here: clauses, and the criteria that speak to them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The framework.
    pub framework: Framework,
    /// What it is called, with its edition.
    pub name: String,
    /// The edition, as its publisher writes it.
    pub edition: String,
    /// Who publishes it.
    pub publisher: String,
    /// What its clauses are: it may call them controls, requirements, safeguards, articles.
    pub clauses: String,
    /// Whose words the titles are.
    pub titles: String,
    /// Where the mapping is thin, a sentence or two each.
    pub thin: Vec<String>,
    /// The ids of all clauses of the edition at this level, in its order.
    pub whole: Vec<String>,
    /// The clauses that a criterion speaks to, in the order of the edition.
    pub targets: Vec<Target>,
}

/// A clause that criteria speak to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Its id, such as `A.5.15`.
    pub id: String,
    /// A short title.
    pub title: String,
    /// The criteria that speak to it, in report order.
    pub links: Vec<Link>,
}

/// A criterion that speaks to a clause.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The criterion.
    pub criterion: CriterionId,
    /// How the two are related.
    pub relation: Relation,
    /// How many public mappings draw the link.
    pub support: u8,
    /// Whether more than one does.
    pub strength: Strength,
}

impl Link {
    /// Whether it rests on little: few sources draw it, or none says how the two are related.
    #[must_use]
    pub fn is_thin(&self) -> bool {
        self.support <= FEW || self.relation == Relation::Unknown
    }
}

impl Mapping {
    /// The clause of an id.
    #[must_use]
    pub fn target(&self, id: &str) -> Option<&Target> {
        self.targets.iter().find(|target| target.id == id)
    }

    /// The clauses of the edition that no criterion speaks to here, in its order.
    #[must_use]
    pub fn silent_about(&self) -> Vec<&str> {
        let listed: BTreeSet<&str> = self.targets.iter().map(|target| target.id.as_str()).collect();
        self.whole.iter().map(String::as_str).filter(|id| !listed.contains(id)).collect()
    }

    /// All links.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.targets.iter().flat_map(|target| &target.links)
    }

    /// The criteria that speak to anything here.
    #[must_use]
    pub fn criteria(&self) -> BTreeSet<CriterionId> {
        self.links().map(|link| link.criterion).collect()
    }
}
