//! How long it may take all the same: the plan gone through many times over, with efforts drawn from their ranges.
//!
//! The generator is seeded and its stream part of its definition (`ChaCha8`), and all is counted in whole numbers: the same
//! days come out in every run, on every machine.

use std::collections::{BTreeMap, BTreeSet};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::plan::schedule::network::Network;
use crate::plan::schedule::sequence::Schedule;

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

/// At how many points, each as likely as the others, an effort is drawn.
const POINTS: u64 = 1 << POINT_BITS;
const POINT_BITS: u32 = 10;

/// The square roots of the middles of all points, as parts of 65,536 of one.
struct Roots(Vec<u64>);

impl Roots {
    fn new() -> Self {
        Self((0..POINTS).map(|point| (((2 * point + 1) << 32) / (2 * POINTS)).isqrt()).collect())
    }

    fn of(&self, point: u64) -> u64 {
        usize::try_from(point).ok().and_then(|point| self.0.get(point)).copied().unwrap_or(0)
    }
}

/// The triangular distribution over a range, ready to be drawn from.
///
/// Of a share u of all cases the effort is at most low + √(u × width × left) up to the peak, and high − √((1 − u) × width ×
/// right) beyond it, where left and right are the parts of the width on either side of the likely one. The roots of
/// width × left and width × right are kept in parts of 65,536.
#[derive(Clone, Copy)]
struct Triangle {
    low: u64,
    high: u64,
    /// How many points lie below the peak.
    peak: u64,
    rising: u64,
    falling: u64,
}

impl Triangle {
    fn new(range: Range) -> Self {
        let low = range.low.min(range.likely);
        let high = range.high.max(range.likely);
        let (left, right, width) = (range.likely - low, high - range.likely, high - low);
        let root = |part: u64| root(u128::from(width) * u128::from(part));
        let peak = u128::from(left) * u128::from(POINTS) / u128::from(width.max(1));
        Self { low, high, peak: narrow(peak), rising: root(left), falling: root(right) }
    }

    /// The effort at a point.
    fn at(&self, point: u64, roots: &Roots) -> u64 {
        let part = |root: u64, of: u64| narrow((u128::from(root) * u128::from(of)) >> 32);
        if point < self.peak {
            self.low.saturating_add(part(self.rising, roots.of(point)))
        } else {
            self.high.saturating_sub(part(self.falling, roots.of(POINTS - 1 - point)))
        }
    }
}

/// A square root in parts of 65,536: exact where there is room for the parts; of what is larger they would be lost anyway.
fn root(square: u128) -> u64 {
    narrow(if square.leading_zeros() >= 32 { (square << 32).isqrt() } else { square.isqrt() << 16 })
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

/// A job in the order of work, with all a run has to know of it.
struct Step {
    at: usize,
    per_day: u64,
    effort: Triangle,
    /// What its owner does before; jobs of the same owner that it waits for are over by then.
    previous: Option<usize>,
    /// What it waits for of other owners, with how much each does a day.
    others: Vec<Paced>,
}

/// A job, and how much its owner does a day.
type Paced = (usize, u64);

impl Experiment<'_> {
    /// The working day on which the last of some jobs is finished, for each of so many runs, sorted. Every group of jobs has
    /// its own list, from the same runs.
    #[must_use]
    pub fn ends(&self, groups: &[Vec<usize>], runs: u32, seed: u32) -> Vec<Vec<u64>> {
        let mut random = ChaCha8Rng::seed_from_u64(seed.into());
        let (roots, steps) = (Roots::new(), self.steps());
        let last: Vec<Vec<Paced>> = groups.iter().map(|group| self.last_of(group)).collect();
        let mut known = vec![0; self.network.jobs().len()];
        let mut ends = vec![Vec::new(); groups.len()];
        for _ in 0..runs {
            for step in &steps {
                let point = u64::from(random.next_u32() >> (u32::BITS - POINT_BITS));
                let end = step.end(step.effort.at(point, &roots), &known);
                known.get_mut(step.at).into_iter().for_each(|known| *known = end);
            }
            for (last, ends) in last.iter().zip(&mut ends) {
                ends.extend(last.iter().filter_map(|paced| finish(&known, paced)).max());
            }
        }
        for ends in &mut ends {
            ends.sort_unstable();
        }
        ends
    }

    /// The jobs as they begin: in every run everybody does the same in the same order.
    fn steps(&self) -> Vec<Step> {
        let jobs = self.network.jobs();
        let step = |at: &usize| {
            let job = jobs.get(*at)?;
            let others =
                job.after.iter().filter(|first| jobs.get(**first).is_some_and(|first| first.owner != job.owner));
            Some(Step {
                at: *at,
                per_day: self.paced(*at)?.1,
                effort: Triangle::new(*self.ranges.get(*at)?),
                previous: self.schedule.previous.get(*at).copied().flatten(),
                others: others.filter_map(|first| self.paced(*first)).collect(),
            })
        };
        self.schedule.begun.iter().filter_map(step).collect()
    }

    fn paced(&self, at: usize) -> Option<Paced> {
        Some((at, self.per_day.get(self.network.jobs().get(at)?.owner).copied().unwrap_or(1).max(1)))
    }

    /// Of some jobs the last of each owner: nobody else's can be the end of them all.
    fn last_of(&self, group: &[usize]) -> Vec<Paced> {
        let group: BTreeSet<usize> = group.iter().copied().collect();
        let in_order = self.schedule.begun.iter().filter(|at| group.contains(at));
        let of_owner = in_order.filter_map(|at| Some((self.network.jobs().get(*at)?.owner, *at)));
        let last: BTreeMap<usize, usize> = of_owner.collect();
        last.into_values().filter_map(|at| self.paced(at)).collect()
    }
}

impl Step {
    /// When it ends with an effort, after what it waits for.
    fn end(&self, effort: u64, known: &[u64]) -> u64 {
        let free = self.previous.and_then(|previous| known.get(previous)).copied().unwrap_or(0);
        let others = self.others.iter().filter_map(|paced| finish(known, paced));
        let begins = others.fold(free, |begins, day| begins.max(day.saturating_add(1).saturating_mul(self.per_day)));
        begins.saturating_add(effort.max(1))
    }
}

/// The working day on which a job is finished.
fn finish(known: &[u64], (at, per_day): &Paced) -> Option<u64> {
    Some(known.get(*at)?.saturating_sub(1) / per_day)
}

/// The value that so many of a hundred values, sorted, do not exceed.
#[must_use]
pub fn percentile(sorted: &[u64], percent: usize) -> Option<u64> {
    let rank = sorted.len().saturating_mul(percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied()
}
