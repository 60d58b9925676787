//! The working of a risk: lines that add up, column by column.

use crate::model::gap::Gap;
use crate::model::risk::{Axis, Factor, Rating};
use crate::report::html::markup::{Markup, capital, prose, text};

/// A line of the working.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) likelihood: String,
    pub(super) impact: String,
    pub(super) effect: String,
    pub(super) because: Markup,
    /// Whether the lines above add up to it.
    pub(super) sum: bool,
}

pub(super) fn lines(gap: &Gap) -> Vec<Line> {
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
    Line { name: capital(factor.name), likelihood, impact, effect, because: prose(&factor.because), sum: false }
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
        because: text(&because),
        sum: true,
    }
}
