//! The gate over what changed: as over a result that is held against an earlier one.

use crate::gate::fails;
use crate::model::assessment::Gate;
use crate::model::difference::GapChange;
use crate::model::level::Level;

/// The gaps that are new or worsened, stand open, and are of a level or above.
#[must_use]
pub fn changed(gaps: &[GapChange], fail_on: Option<Level>) -> Gate {
    let Some(level) = fail_on else { return Gate::default() };
    let exceeds = |gap: &GapChange| {
        gap.change.is_for_the_worse() && gap.after.as_ref().is_some_and(|now| fails(!now.accepted, now.level, level))
    };
    let exceeding = gaps.iter().enumerate().filter(|(_, gap)| exceeds(gap));
    Gate { fail_on, exceeding: exceeding.map(|(at, _)| at).collect() }
}
