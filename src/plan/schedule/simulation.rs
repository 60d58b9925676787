//! How long it may take all the same: the plan run many times over, with efforts drawn from their ranges.
//!
//! The generator is seeded and its stream part of its definition (`ChaCha8`), and all is counted in whole numbers: the same
//! days come out in every run, on every machine.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::plan::schedule::Slot;
use crate::plan::schedule::network::Network;
use crate::plan::schedule::sequence::{Schedule, earliest_after};

/// How much work a job may turn out to be, in units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// If all goes well.
    pub low: u64,
    /// Most likely.
    pub likely: u64,
    /// If much goes wrong.
    pub high: u64,
}

impl Range {
    /// A value of the triangular distribution over the range, for a draw of 32 random bits.
    fn at(self, draw: u32) -> u64 {
        let width = u128::from(self.high.saturating_sub(self.low));
        if width == 0 {
            return self.likely;
        }
        let left = u128::from(self.likely.clamp(self.low, self.high) - self.low);
        let right = width - left;
        let draw = u128::from(draw);
        let whole = 1_u128 << 32;
        // Where the peak lies, as a share of the draws.
        if draw * width < left * whole {
            self.low.saturating_add(narrow((draw * width * left / whole).isqrt()))
        } else {
            self.high.saturating_sub(narrow(((whole - draw) * width * right / whole).isqrt()))
        }
    }
}

fn narrow(value: u128) -> u64 {
    u64::try_from(value).unwrap_or(u64::MAX)
}

/// What is simulated.
#[derive(Clone, Copy)]
pub struct Experiment<'a> {
    /// The jobs.
    pub network: &'a Network,
    /// Who does what after what.
    pub schedule: &'a Schedule,
    /// How much each owner does a day, in units.
    pub per_day: &'a [u64],
    /// How much work each job may turn out to be.
    pub ranges: &'a [Range],
}

impl Experiment<'_> {
    /// The working day on which the last of some jobs is finished, for each of so many runs, sorted. Every group of jobs has
    /// its own list, from the same runs.
    #[must_use]
    pub fn ends(&self, groups: &[Vec<usize>], runs: u32, seed: u64) -> Vec<Vec<u64>> {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let mut ends = vec![Vec::new(); groups.len()];
        let mut slots = self.schedule.slots.clone();
        for _ in 0..runs {
            self.run(&mut random, &mut slots);
            for (group, ends) in groups.iter().zip(&mut ends) {
                ends.extend(group.iter().filter_map(|at| slots.get(*at)).map(|slot| slot.finish).max());
            }
        }
        for ends in &mut ends {
            ends.sort_unstable();
        }
        ends
    }

    /// One run: everybody does the same in the same order, and each job takes as long as it turns out to.
    fn run(&self, random: &mut ChaCha8Rng, slots: &mut [Slot]) {
        let jobs = self.network.jobs();
        for at in &self.schedule.begun {
            let (Some(job), Some(range)) = (jobs.get(*at), self.ranges.get(*at)) else { continue };
            let per_day = self.per_day.get(job.owner).copied().unwrap_or(1).max(1);
            let previous = self.schedule.previous.get(*at).copied().flatten();
            let begins = job.after.iter().copied().chain(previous).filter_map(|first| {
                let same_owner = jobs.get(first)?.owner == job.owner;
                Some(earliest_after(*slots.get(first)?, same_owner, per_day))
            });
            let slot = Slot::new(begins.max().unwrap_or(0), range.at(random.next_u32()), per_day);
            slots.get_mut(*at).into_iter().for_each(|known| *known = slot);
        }
    }
}

/// The value that so many of a hundred values, sorted, do not exceed.
#[must_use]
pub fn percentile(sorted: &[u64], percent: usize) -> Option<u64> {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied()
}
