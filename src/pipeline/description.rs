//! From an assessed inventory to what a description of the system can tell of it.

use crate::describe;
use crate::model::assessment::Assessment;
use crate::model::description::Description;
use crate::model::description_criteria::DescriptionCriteria;

/// Whether a description of the system can be written from an inventory, and what is missing for it.
#[must_use]
pub fn description<'a>(assessment: &'a Assessment<'a>, asked: &'a DescriptionCriteria) -> Description<'a> {
    describe::description(assessment, asked)
}
