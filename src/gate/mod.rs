//! Whether the result may pass, and how it compares with an earlier one.

pub mod changed;
pub mod compare;
pub mod narrow;

use crate::model::assessment::Gate;
use crate::model::gap::Gap;
use crate::model::level::Level;

/// The gate: gaps that stand open at a level or above. Accepted gaps and those of the baseline do not count.
#[must_use]
pub fn gate(gaps: &[Gap], fail_on: Option<Level>) -> Gate {
    let Some(level) = fail_on else { return Gate::default() };
    let exceeding = gaps.iter().enumerate().filter(|(_, gap)| fails(gap.is_open(), gap.risk.level(), level));
    Gate { fail_on, exceeding: exceeding.map(|(at, _)| at).collect() }
}

/// Whether a gap fails a gate set to a level.
fn fails(is_open: bool, at: Level, fail_on: Level) -> bool {
    is_open && at >= fail_on
}
