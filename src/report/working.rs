//! The working of a risk as lines that add up, column by column; a format only dresses them.

use crate::model::gap::Gap;
use crate::model::risk::{Axis, Factor, Rating};
use crate::text::capital::capital;

/// A line of the working.
pub(in crate::report) struct Line {
    pub(in crate::report) name: String,
    pub(in crate::report) likelihood: String,
    pub(in crate::report) impact: String,
    pub(in crate::report) effect: String,
    /// Why; of a factor it may hold words of the inventory as they were written.
    pub(in crate::report) because: String,
    /// Whether the lines above add up to it.
    pub(in crate::report) sum: bool,
}

/// What made the inherent risk, what was taken off it, and what is left.
pub(in crate::report) fn lines(gap: &Gap) -> Vec<Line> {
    let risk = &gap.risk;
    let (taken_off, made): (Vec<&Factor>, Vec<&Factor>) = risk.working.iter().partition(|factor| factor.mitigates);
    let mut lines: Vec<Line> = made.into_iter().map(factor).collect();
    if taken_off.is_empty() {
        lines.push(sum("Inherent and residual risk", risk.residual));
    } else {
        lines.push(sum("Inherent risk", risk.inherent));
        lines.extend(taken_off.into_iter().map(factor));
        lines.push(sum("Residual risk", risk.residual));
    }
    lines
}

fn factor(factor: &Factor) -> Line {
    let points = format!("{:+}", factor.points);
    let (likelihood, impact) = match factor.axis {
        Axis::Likelihood => (points, String::new()),
        Axis::Impact => (String::new(), points),
    };
    let effect = format!("{:+}", factor.effect);
    Line { name: capital(factor.name), likelihood, impact, effect, because: factor.because.to_string(), sum: false }
}

/// The line that the lines above it add up to.
fn sum(name: &str, rating: Rating) -> Line {
    let because = format!(
        "Likelihood {} and impact {} make {} by Table I-2.",
        rating.likelihood_level().plain(),
        rating.impact_level().plain(),
        rating.level.plain(),
    );
    Line {
        name: name.to_owned(),
        likelihood: rating.likelihood.to_string(),
        impact: rating.impact.to_string(),
        effect: rating.score.to_string(),
        because,
        sum: true,
    }
}
