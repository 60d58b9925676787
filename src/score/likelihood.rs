//! How likely a fault alone makes harm.

use crate::model::gap::Finding;
use crate::model::risk::Axis;
use crate::score::working::Working;

/// Adds the rule's own number and the circumstances of this fault.
pub(super) fn add_fault(working: &mut Working, finding: &Finding) {
    let rule = finding.rule;
    working.add(Axis::Likelihood, "fault", i16::from(rule.likelihood), rule.summary());
    for circumstance in &finding.circumstances {
        working.add(Axis::Likelihood, circumstance.factor, circumstance.points, circumstance.because.clone());
    }
}
