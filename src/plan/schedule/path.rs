//! What determines the end: the slack of every task, and the critical path.

use crate::plan::schedule::network::Network;
use crate::plan::schedule::sequence::{Schedule, earliest_after};

/// How many working days every job can slip without moving the end, in the network of dependencies and of what each owner does
/// one after the other.
#[must_use]
pub fn slack(network: &Network, schedule: &Schedule, per_day: &[u64]) -> Vec<u64> {
    let jobs = network.jobs();
    let per_day = |at: usize| jobs.get(at).and_then(|job| per_day.get(job.owner)).copied().unwrap_or(1).max(1);
    let end = schedule.end().unwrap_or(0);
    let mut latest: Vec<u64> = (0..jobs.len()).map(|at| end.saturating_add(1).saturating_mul(per_day(at))).collect();
    for at in schedule.begun.iter().rev() {
        let (Some(job), Some(ends)) = (jobs.get(*at), latest.get(*at).copied()) else { continue };
        let begins = ends.saturating_sub(job.effort);
        let previous = schedule.previous.get(*at).copied().flatten();
        for first in job.after.iter().copied().chain(previous) {
            let same_owner = jobs.get(first).is_some_and(|first| first.owner == job.owner);
            // Another owner must be done the working day before.
            let by = if same_owner { begins } else { (begins / per_day(*at)).saturating_mul(per_day(first)) };
            latest.get_mut(first).into_iter().for_each(|latest| *latest = (*latest).min(by));
        }
    }
    let known = schedule.slots.iter().zip(latest).enumerate();
    known.map(|(at, (slot, latest))| latest.saturating_sub(slot.ends) / per_day(at)).collect()
}

/// A chain of jobs from the first day to the end, each beginning when the one before lets it: by a dependency, or because one
/// owner does both. Of several that would do, the first.
#[must_use]
pub fn critical_path(network: &Network, schedule: &Schedule, per_day: &[u64]) -> Vec<usize> {
    let end = schedule.end();
    let mut at = schedule.slots.iter().position(|slot| Some(slot.finish) == end);
    let mut path = Vec::new();
    while let Some(job) = at {
        path.push(job);
        at = held_up_by(network, schedule, per_day, job);
    }
    path.reverse();
    path
}

/// The job that lets another begin no earlier.
fn held_up_by(network: &Network, schedule: &Schedule, per_day: &[u64], at: usize) -> Option<usize> {
    let job = network.jobs().get(at)?;
    let begins = schedule.slots.get(at)?.begins;
    let per_day = per_day.get(job.owner).copied().unwrap_or(1);
    let previous = schedule.previous.get(at).copied().flatten();
    let mut before: Vec<usize> = job.after.iter().copied().chain(previous).collect();
    before.sort_unstable();
    before.into_iter().find(|first| {
        let same_owner = network.jobs().get(*first).is_some_and(|first| first.owner == job.owner);
        schedule.slots.get(*first).is_some_and(|slot| earliest_after(*slot, same_owner, per_day) == begins)
    })
}
