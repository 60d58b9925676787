//! A risk with the lines that made it.

use serde::Serialize;

use crate::model::risk;

/// The risk a gap is ranked by, and what it would be without what is in place.
#[derive(Serialize)]
pub(super) struct Risk<'a> {
    likelihood: String,
    impact: String,
    level: String,
    score: u8,
    inherent: Rating,
    working: Vec<Line<'a>>,
    likelihood_points: u8,
    impact_points: u8,
}

impl<'a> Risk<'a> {
    pub(super) fn of(risk: &'a risk::Risk) -> Self {
        let residual = &risk.residual;
        Self {
            likelihood: residual.likelihood_level().snake(),
            impact: residual.impact_level().snake(),
            level: residual.level.snake(),
            score: residual.score,
            inherent: Rating::of(risk.inherent),
            working: risk.working.iter().map(Line::of).collect(),
            likelihood_points: residual.likelihood,
            impact_points: residual.impact,
        }
    }
}

/// Likelihood, impact and what they come to.
#[derive(Serialize)]
struct Rating {
    likelihood: String,
    impact: String,
    level: String,
    score: u8,
    likelihood_points: u8,
    impact_points: u8,
}

impl Rating {
    fn of(rating: risk::Rating) -> Self {
        Self {
            likelihood: rating.likelihood_level().snake(),
            impact: rating.impact_level().snake(),
            level: rating.level.snake(),
            score: rating.score,
            likelihood_points: rating.likelihood,
            impact_points: rating.impact,
        }
    }
}

/// A line of the working. The effects of all lines add up to the score.
#[derive(Serialize)]
struct Line<'a> {
    factor: &'static str,
    on: &'static str,
    points: i16,
    effect: i16,
    because: &'a str,
    mitigates: bool,
}

impl<'a> Line<'a> {
    fn of(factor: &'a risk::Factor) -> Self {
        Self {
            factor: factor.name,
            on: factor.axis.word(),
            points: factor.points,
            effect: factor.effect,
            because: &factor.because,
            mitigates: factor.mitigates,
        }
    }
}
