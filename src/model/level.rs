//! The five levels of NIST SP 800-30 and the numbers that belong to them.

use crate::vocabulary;

vocabulary! {
    /// A level of likelihood, impact, risk or criticality, as NIST SP 800-30 r1 has them.
    pub enum Level as "level" {
        /// 0 to 4 of 100.
        VeryLow = "very-low",
        /// 5 to 20 of 100.
        Low = "low",
        /// 21 to 79 of 100.
        Moderate = "moderate",
        /// 80 to 95 of 100.
        High = "high",
        /// 96 to 100 of 100.
        VeryHigh = "very-high",
    }
    also {
        "medium" => Moderate,
        "critical" => VeryHigh,
    }
    hint {
        "severe" => "very-high",
        "minor" => "low",
        "major" => "high",
        "none" => "very-low",
    }
}

impl Level {
    /// The lowest and highest number of the level: the semi-quantitative bins of Tables D-3 to I-3.
    #[must_use]
    pub const fn bin(self) -> (u8, u8) {
        match self {
            Self::VeryLow => (0, 4),
            Self::Low => (5, 20),
            Self::Moderate => (21, 79),
            Self::High => (80, 95),
            Self::VeryHigh => (96, 100),
        }
    }

    /// The level a number from 0 to 100 falls in; more than 100 counts as 100.
    #[must_use]
    pub const fn of(number: u8) -> Self {
        match number {
            0..=4 => Self::VeryLow,
            5..=20 => Self::Low,
            21..=79 => Self::Moderate,
            80..=95 => Self::High,
            _ => Self::VeryHigh,
        }
    }

    /// The level for people: `very high`.
    #[must_use]
    pub const fn plain(self) -> &'static str {
        match self {
            Self::VeryLow => "very low",
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
            Self::VeryHigh => "very high",
        }
    }
}
