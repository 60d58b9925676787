//! A risk with the working that made it: every line a factor, its reason, and what it did to the number.

use std::sync::Arc;

use crate::model::level::Level;

/// Likelihood, impact and what they come to, all from 0 to 100.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rating {
    /// How likely harm is, from 0 to 100.
    pub likelihood: u8,
    /// How bad it would be, from 0 to 100.
    pub impact: u8,
    /// The level of risk by NIST SP 800-30 r1, Table I-2.
    pub level: Level,
    /// The score from 0 to 100, within the bin of that level.
    pub score: u8,
}

impl Rating {
    /// The level of the likelihood.
    #[must_use]
    pub const fn likelihood_level(&self) -> Level {
        Level::of(self.likelihood)
    }

    /// The level of the impact.
    #[must_use]
    pub const fn impact_level(&self) -> Level {
        Level::of(self.impact)
    }
}

/// A risk before and after what other controls do about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Risk {
    /// Before what is in place is taken into account.
    pub inherent: Rating,
    /// After; this is the risk a gap is ranked by.
    pub residual: Rating,
    /// The lines that made it. Their points add up to likelihood and impact, their effects to the residual score.
    pub working: Vec<Factor>,
}

impl Risk {
    /// The level a gap is ranked by.
    #[must_use]
    pub const fn level(&self) -> Level {
        self.residual.level
    }

    /// The score a gap is ranked by.
    #[must_use]
    pub const fn score(&self) -> u8 {
        self.residual.score
    }
}

/// Which of the two a factor moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Axis {
    /// How likely harm is.
    Likelihood,
    /// How bad it would be.
    Impact,
}

impl Axis {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Likelihood => "likelihood",
            Self::Impact => "impact",
        }
    }
}

/// A line of the working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// What it is, in a word or two.
    pub name: &'static str,
    /// Which of the two it moves.
    pub axis: Axis,
    /// By how many points of 100.
    pub points: i16,
    /// By how many points the score moved when this line was added to those above it.
    pub effect: i16,
    /// Why.
    pub because: Arc<str>,
    /// Whether it is something in place that lessens the risk, and so no part of the inherent risk.
    pub mitigates: bool,
}
