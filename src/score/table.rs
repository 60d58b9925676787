//! NIST SP 800-30 r1, Table I-2: the level of risk by likelihood and impact. A look-up, not a product.

use crate::model::level::Level;
use crate::model::risk::Rating;

/// The level of risk of a likelihood and an impact.
#[must_use]
pub const fn level(likelihood: Level, impact: Level) -> Level {
    use Level::{High, Low, Moderate, VeryHigh, VeryLow};
    match (likelihood, impact) {
        (_, VeryLow) | (VeryLow, Low | Moderate) => VeryLow,
        (VeryHigh | High | Moderate | Low, Low) | (Low, Moderate | High) | (VeryLow, High | VeryHigh) => Low,
        (VeryHigh | High | Moderate, Moderate) | (Moderate, High) | (Low, VeryHigh) => Moderate,
        (VeryHigh | High, High) | (Moderate, VeryHigh) => High,
        (VeryHigh | High, VeryHigh) => VeryHigh,
    }
}

/// Likelihood and impact from 0 to 100 with the level they come to, and the score within that level's bin.
///
/// Where in the bin follows from the mean of the two, so that of two gaps of one level the likelier or graver ranks higher,
/// and the score never falls when one of them rises.
#[must_use]
pub fn rating(likelihood: u8, impact: u8) -> Rating {
    let level = level(Level::of(likelihood), Level::of(impact));
    let (low, high) = level.bin();
    let sum = u16::from(likelihood.min(100)) + u16::from(impact.min(100));
    let into = (u16::from(high - low) * sum + 100) / 200;
    Rating { likelihood, impact, level, score: low + u8::try_from(into).unwrap_or(0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_that_of_the_standard() {
        // Rows by likelihood from very high down to very low, columns by impact from very low to very high, as printed.
        let printed = [
            "very-low low moderate high very-high",
            "very-low low moderate high very-high",
            "very-low low moderate moderate high",
            "very-low low low low moderate",
            "very-low very-low very-low low low",
        ];
        for (row, likelihood) in printed.iter().zip(Level::ALL.iter().rev()) {
            for (cell, impact) in row.split(' ').zip(Level::ALL) {
                assert_eq!(level(*likelihood, *impact).word(), cell, "{likelihood} × {impact}");
            }
        }
    }

    #[test]
    fn score_and_level_never_disagree_and_never_fall() {
        for likelihood in 0..=100 {
            for impact in 0..=100 {
                let here = rating(likelihood, impact);
                assert_eq!(Level::of(here.score), here.level);
                assert!(rating(likelihood.saturating_sub(1), impact).score <= here.score);
                assert!(rating(likelihood, impact.saturating_sub(1)).score <= here.score);
            }
        }
    }

    #[test]
    fn worked_by_hand() {
        // Likelihood 96 (very high), impact 50 (moderate): moderate, bin 21 to 79; 21 + 58 × 146 / 200 = 63.34.
        assert_eq!(rating(96, 50).score, 63);
        // Likelihood 60 (moderate), impact 98 (very high): high, bin 80 to 95; 80 + 15 × 158 / 200 = 91.85.
        assert_eq!((rating(60, 98).level, rating(60, 98).score), (Level::High, 92));
    }
}
