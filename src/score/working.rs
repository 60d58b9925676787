//! The working of a risk: factors added one by one, each with what it did to the score.

use std::sync::Arc;

use crate::model::risk::{Axis, Factor, Rating, Risk};
use crate::score::table::rating;

/// Something that moves a number, worked out once for many gaps.
pub(super) struct Reason {
    pub factor: &'static str,
    pub points: i16,
    pub because: Arc<str>,
}

/// A risk while it is worked out.
#[derive(Default)]
pub(super) struct Working {
    likelihood: u8,
    impact: u8,
    factors: Vec<Factor>,
    inherent: Option<Rating>,
}

impl Working {
    /// Adds a factor. Likelihood and impact stay between 0 and 100; what would go beyond is not counted, so that the
    /// points of the lines add up to them.
    pub(super) fn add(&mut self, axis: Axis, name: &'static str, points: i16, because: impl Into<Arc<str>>) {
        let before = rating(self.likelihood, self.impact);
        let moved = match axis {
            Axis::Likelihood => &mut self.likelihood,
            Axis::Impact => &mut self.impact,
        };
        let sum = (i16::from(*moved) + points).clamp(0, 100);
        let points = sum - i16::from(*moved);
        *moved = u8::try_from(sum).unwrap_or(0);
        let after = rating(self.likelihood, self.impact);
        if points != 0 {
            let effect = i16::from(after.score) - i16::from(before.score);
            let mitigates = self.inherent.is_some();
            self.factors.push(Factor { name, axis, points, effect, because: because.into(), mitigates });
        }
    }

    /// Adds a reason, where there is one.
    pub(super) fn add_reason(&mut self, axis: Axis, reason: Option<&Reason>) {
        if let Some(reason) = reason {
            self.add(axis, reason.factor, reason.points, reason.because.clone());
        }
    }

    /// Everything that makes the inherent risk has been added.
    pub(super) fn inherent_done(&mut self) {
        self.inherent = Some(rating(self.likelihood, self.impact));
    }

    /// The risk that came out.
    pub(super) fn risk(self) -> Risk {
        let residual = rating(self.likelihood, self.impact);
        Risk { inherent: self.inherent.unwrap_or(residual), residual, working: self.factors }
    }
}
