//! What to do about the gaps, the most worthwhile first.

use crate::model::plan::Plan;

/// The plan for the gaps that stand open.
#[must_use]
pub fn plan() -> Plan {
    Plan::default()
}
