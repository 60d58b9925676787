//! How many items a test of operation should look at.
//!
//! No body prescribes sizes for SOC 2. These are the ranges practitioners use, by how often the control runs and by the risk
//! of what it addresses; they are judgement, not statistics, and an inventory can set its own.

use std::fmt;

use crate::model::level::Level;
use crate::model::words::Frequency;
use crate::record;

record! {
    /// How many items a test of operation should look at, by the frequency of the control. Conventions: ask your auditor.
    pub struct Samples as "`samples`" {
        /// For daily controls. Default: 20, 25 or 40 by risk.
        daily: Option<u32>,
        /// For weekly controls. Default: 5, 8 or 15 by risk.
        weekly: Option<u32>,
        /// For monthly controls. Default: 2, 3 or 4 by risk.
        monthly: Option<u32>,
        /// For quarterly controls. Default: 2, 2 or 3 by risk.
        quarterly: Option<u32>,
        /// For semiannual controls. Default: 1, 1 or 2 by risk.
        semiannual: Option<u32>,
        /// For annual controls. Default: 1.
        annual: Option<u32>,
        /// For per-event controls, and those that name no frequency, with fewer than 250 items. Default: 20, 25 or 40 by risk.
        per_event: Option<u32>,
        /// The same with 250 items or more. Default: 25, 45 or 60 by risk.
        per_event_many: Option<u32>,
        /// For automated and continuous controls, and those set up once: one item shows each setting. Default: 1.
        automated: Option<u32>,
    }
}

/// What decides how many items a test should look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// Items of a control that runs at set times.
    AtTimes(Frequency),
    /// Items of a control that runs when something happens, from fewer than [`MANY`] of them, or nobody says of how many.
    Few,
    /// The same from [`MANY`] or more.
    Many,
    /// The setting of a machine.
    Setting,
}

/// From how many items on a population is large.
const MANY: u32 = 250;

impl Drawn {
    /// What a sample is drawn from, for a control of this frequency, automated or not, and a population of this size.
    #[must_use]
    pub fn new(frequency: Option<Frequency>, automated: bool, population: Option<u32>) -> Self {
        match frequency {
            _ if automated => Self::Setting,
            Some(Frequency::Continuous | Frequency::Once) => Self::Setting,
            Some(Frequency::PerEvent) | None if population.is_some_and(|size| size >= MANY) => Self::Many,
            Some(Frequency::PerEvent) | None => Self::Few,
            Some(at_times) => Self::AtTimes(at_times),
        }
    }

    /// Every row of the table.
    pub(super) fn rows() -> impl Iterator<Item = Self> {
        let at_times = [
            Frequency::Daily,
            Frequency::Weekly,
            Frequency::Monthly,
            Frequency::Quarterly,
            Frequency::Semiannual,
            Frequency::Annual,
        ];
        at_times.into_iter().map(Self::AtTimes).chain([Self::Few, Self::Many, Self::Setting])
    }
}

impl fmt::Display for Drawn {
    /// The controls a row of the table is about.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtTimes(frequency) => write!(formatter, "{frequency} controls"),
            Self::Few => write!(formatter, "per-event controls with fewer than {MANY} items"),
            Self::Many => write!(formatter, "per-event controls with {MANY} items or more"),
            Self::Setting => formatter.write_str("automated controls"),
        }
    }
}

impl Samples {
    /// What was set for a row, and the defaults for low, moderate and high risk.
    pub(super) fn entry(&self, drawn: Drawn) -> (Option<u32>, [u32; 3]) {
        match drawn {
            Drawn::AtTimes(Frequency::Daily) => (self.daily, [20, 25, 40]),
            Drawn::AtTimes(Frequency::Weekly) => (self.weekly, [5, 8, 15]),
            Drawn::AtTimes(Frequency::Monthly) => (self.monthly, [2, 3, 4]),
            Drawn::AtTimes(Frequency::Quarterly) => (self.quarterly, [2, 2, 3]),
            Drawn::AtTimes(Frequency::Semiannual) => (self.semiannual, [1, 1, 2]),
            Drawn::AtTimes(Frequency::Annual) => (self.annual, [1, 1, 1]),
            Drawn::Few => (self.per_event, [20, 25, 40]),
            Drawn::Many => (self.per_event_many, [25, 45, 60]),
            Drawn::Setting | Drawn::AtTimes(Frequency::Continuous | Frequency::PerEvent | Frequency::Once) => {
                (self.automated, [1, 1, 1])
            }
        }
    }

    /// How many items a test should look at, by what is at stake: very high impact asks for the largest sample, low or very
    /// low impact for the smallest.
    pub(super) fn size(&self, drawn: Drawn, impact: Level) -> u32 {
        let (set, [low, moderate, high]) = self.entry(drawn);
        set.unwrap_or(match impact {
            Level::VeryLow | Level::Low => low,
            Level::Moderate | Level::High => moderate,
            Level::VeryHigh => high,
        })
    }
}
