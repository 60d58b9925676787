//! How a result compares with an earlier one: by the identities of gaps and their levels, never by their words.

use crate::model::assessment::Comparison;
use crate::model::baseline::Baseline;
use crate::model::difference::Change;
use crate::model::gap::{Gap, Treatment};
use crate::text::natural::compare;

/// Which gaps are new, worsened, as they were, or gone. Accepted gaps are compared like any others.
#[must_use]
pub fn comparison(gaps: &[Gap], baseline: &Baseline) -> Comparison {
    let mut comparison = Comparison { since: baseline.as_of.clone(), ..Comparison::default() };
    for (at, gap) in gaps.iter().enumerate() {
        match Change::between(baseline.levels.get(gap.id()).copied(), Some(gap.risk.level())) {
            Change::New => comparison.new.push(at),
            Change::Worsened => comparison.worsened.push(at),
            Change::Improved | Change::Resolved | Change::Unchanged => comparison.unchanged += 1,
        }
    }
    let mut present: Vec<&str> = gaps.iter().map(Gap::id).collect();
    present.sort_unstable();
    let gone = baseline.levels.keys().filter(|id| present.binary_search(&id.as_str()).is_err());
    comparison.resolved = gone.cloned().collect();
    comparison.resolved.sort_by(|a, b| compare(a, b));
    comparison
}

/// Marks the open gaps that are neither new nor worsened as known, so that the gate looks at the others only.
///
/// What somebody signed for stays accepted: that says more than that it was there before.
pub fn set_known(gaps: &mut [Gap], comparison: &Comparison) {
    // Both lists are in the order of the gaps.
    let changed =
        |at: usize| comparison.new.binary_search(&at).is_ok() || comparison.worsened.binary_search(&at).is_ok();
    for (at, gap) in gaps.iter_mut().enumerate() {
        if gap.is_open() && !changed(at) {
            gap.treatment = Treatment::Baseline;
        }
    }
}
