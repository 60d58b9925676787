//! Criteria proposed for a control from its words.

use crate::model::criterion_id::{CriterionId, CriterionRef};
use crate::model::document::Control;

/// A control with the criteria proposed for it.
#[derive(Clone, Debug)]
pub struct Proposed<'a> {
    /// The control.
    pub control: &'a Control,
    /// The proposals, best first; none where nothing is likely.
    pub proposals: Vec<Proposal>,
}

/// A criterion proposed for a control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The criterion.
    pub criterion: CriterionId,
    /// The point of focus that the words speak for most, by its slug.
    pub point: Option<String>,
    /// How many of a hundred such proposals were right on controls of others, measured.
    pub confidence: u8,
    /// What speaks for it, strongest first.
    pub reasons: Vec<Reason>,
}

/// Words of a control that speak for a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The words, as they stand in the control.
    pub words: String,
    /// What they are about; none where they are only like what the catalog says of the criterion.
    pub about: Option<String>,
}

/// Criteria that somebody took for a control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The id of the control.
    pub control: String,
    /// What is to stand among its criteria, beside what stands there already.
    pub criteria: Vec<CriterionRef>,
}
