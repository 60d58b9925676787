//! An earlier result, as far as a later one is compared with it.

use std::collections::BTreeMap;

use crate::model::level::Level;

/// The gaps of an earlier assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// The day of that assessment, as ISO 8601 has it.
    pub as_of: String,
    /// The level of each of its gaps, by identity; open and accepted ones alike.
    pub levels: BTreeMap<String, Level>,
}
