//! When each task is done, by whom: working days, capacity, dependencies, and which task goes first.
//!
//! Nothing here knows of gaps. Time is counted in working days from the first on, and within a day in units of an owner's
//! capacity, all whole numbers, so that the same plan comes out on every machine. Only [`calendar`] knows which days of
//! the calendar those are.

pub mod calendar;
pub mod network;
pub mod path;
pub mod sequence;
pub mod simulation;

use std::cmp::Ordering;

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Who does it, as a position among the owners.
    pub owner: usize,
    /// How much work it is, in units. What takes no work at all counts as one unit: it is done at some moment all the same.
    pub effort: u64,
    /// The jobs that must be finished before it begins, as positions.
    pub after: Vec<usize>,
    /// How much it matters to be early.
    pub urgency: Urgency,
}

/// How much it matters that a job is early; the greater goes first.
#[derive(Clone, Copy, Debug)]
pub struct Urgency {
    /// Whether it has begun: what is begun is finished first.
    pub begun: bool,
    /// The level of the worst that it mends, the greater the worse.
    pub level: u8,
    /// The scores of all that it mends.
    pub risk: u64,
    /// For how much work, in units.
    pub effort: u64,
}

impl Ord for Urgency {
    /// Begun first, then by level, then by risk closed for a unit of work: a / x against b / y is a × y against b × x, without
    /// a rest.
    fn cmp(&self, other: &Self) -> Ordering {
        let worth = |one: &Self, of: &Self| u128::from(one.risk) * u128::from(of.effort.max(1));
        let level = self.begun.cmp(&other.begun).then(self.level.cmp(&other.level));
        level.then_with(|| worth(self, other).cmp(&worth(other, self)))
    }
}

impl PartialOrd for Urgency {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Urgency {
    /// As they are put in order: 2 for 4 is as urgent as 1 for 2.
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Urgency {}

/// When a job is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// When it begins, in units of its owner's time from the first working day on.
    pub begins: u64,
    /// When it ends, in the same units.
    pub ends: u64,
    /// The working day on which it begins, from 0.
    pub start: u64,
    /// The working day on which it is finished.
    pub finish: u64,
}

impl Slot {
    /// The slot of so much work that begins at a moment, of an owner who does so much a day.
    #[must_use]
    pub fn new(begins: u64, effort: u64, per_day: u64) -> Self {
        let per_day = per_day.max(1);
        let ends = begins.saturating_add(effort.max(1));
        Self { begins, ends, start: begins / per_day, finish: ends.saturating_sub(1) / per_day }
    }
}
