//! The working of a risk: a table that adds up, column by column.

use crate::model::gap::Gap;
use crate::model::risk::{Axis, Factor, Rating};
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::Page;
use crate::report::markdown::words;

pub(super) fn write(gap: &Gap, page: &mut Page) {
    let risk = &gap.risk;
    let (taken_off, made): (Vec<&Factor>, Vec<&Factor>) = risk.working.iter().partition(|factor| factor.mitigates);
    let mut rows: Vec<Vec<String>> = made.into_iter().map(factor).collect();
    if taken_off.is_empty() {
        rows.push(sum("Inherent and residual risk", risk.residual));
    } else {
        rows.push(sum("Inherent risk", risk.inherent));
        rows.extend(taken_off.into_iter().map(factor));
        rows.push(sum("Residual risk", risk.residual));
    }
    let columns =
        [Words("Working"), Number("Likelihood"), Number("Impact"), Number("Effect on score"), Words("Because")];
    page.table(&columns, rows);
}

fn factor(factor: &Factor) -> Vec<String> {
    let points = format!("{:+}", factor.points);
    let (likelihood, impact) = match factor.axis {
        Axis::Likelihood => (points, String::new()),
        Axis::Impact => (String::new(), points),
    };
    let effect = format!("{:+}", factor.effect);
    vec![words::capital(factor.name), likelihood, impact, effect, words::sentence(&factor.because)]
}

/// The line that the columns above it add up to.
fn sum(name: &str, rating: Rating) -> Vec<String> {
    let because = format!(
        "Likelihood {} and impact {} make {} by Table I-2.",
        rating.likelihood_level().plain(),
        rating.impact_level().plain(),
        rating.level.plain(),
    );
    let bold = |number: u8| format!("**{number}**");
    vec![format!("**{name}**"), bold(rating.likelihood), bold(rating.impact), bold(rating.score), because]
}
