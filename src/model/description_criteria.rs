//! The description criteria: what a description of the system has to tell.

use serde::Deserialize;

/// The description criteria of one edition, in our own words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DescriptionCriteria {
    /// The standard they belong to.
    pub standard: String,
    /// Who publishes it.
    pub publisher: String,
    /// Of when it is.
    pub revision: String,
    /// Where the list comes from.
    pub source: String,
    /// What is not certain about it.
    pub doubt: String,
    /// The criteria in their order.
    pub criteria: Vec<DescriptionCriterion>,
}

/// A description criterion.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DescriptionCriterion {
    /// Its id, such as `DC 1`.
    pub id: String,
    /// A short title.
    pub title: String,
    /// What it asks, as a question.
    pub asks: String,
    /// What a person has to write whatever an inventory holds, as the rest of "To write: ".
    pub write: Vec<String>,
}
