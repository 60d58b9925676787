//! Which task goes first: every owner takes, of what can begin, the most urgent.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use crate::plan::schedule::network::Network;
use crate::plan::schedule::{Slot, Urgency};

/// When every job of a network is done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    /// The slot of every job, in the order of the jobs.
    pub slots: Vec<Slot>,
    /// The jobs in the order in which they begin.
    pub begun: Vec<usize>,
    /// The job each owner does before, for every job that has one.
    pub previous: Vec<Option<usize>>,
}

impl Schedule {
    /// The working day on which the last job is finished; none where there are no jobs.
    #[must_use]
    pub fn end(&self) -> Option<u64> {
        self.slots.iter().map(|slot| slot.finish).max()
    }
}

/// The earliest moment, in the time of its owner, at which a job can begin after another: at once where one does both, else
/// on the working day after.
#[must_use]
pub fn earliest_after(first: Slot, same_owner: bool, per_day: u64) -> u64 {
    if same_owner { first.ends } else { first.finish.saturating_add(1).saturating_mul(per_day.max(1)) }
}

/// Schedules a network, for owners who do so many units a working day each.
#[must_use]
pub fn schedule(network: &Network, per_day: &[u64]) -> Schedule {
    let mut desk = Desk::new(network, per_day);
    while let Some((day, owner)) = desk.events.pop_first() {
        desk.work(day, owner);
    }
    desk.schedule
}

/// What an owner may choose from: the most urgent first, of equals the first.
type Ready = BinaryHeap<(Urgency, Reverse<usize>)>;

struct Desk<'a> {
    network: &'a Network,
    per_day: Vec<u64>,
    urgency: Vec<Urgency>,
    waits_for: Vec<usize>,
    ready: Vec<Ready>,
    /// What becomes ready for an owner on a later day.
    later: Vec<BTreeMap<u64, Vec<usize>>>,
    free: Vec<u64>,
    last: Vec<Option<usize>>,
    /// The days on which an owner looks for something to begin, each once.
    events: BTreeSet<(u64, usize)>,
    schedule: Schedule,
}

impl<'a> Desk<'a> {
    fn new(network: &'a Network, per_day: &[u64]) -> Self {
        let jobs = network.jobs();
        let owners = per_day.len();
        let mut desk = Self {
            network,
            per_day: per_day.iter().map(|units| (*units).max(1)).collect(),
            urgency: inherited(network),
            waits_for: jobs.iter().map(|job| job.after.len()).collect(),
            ready: vec![Ready::new(); owners],
            later: vec![BTreeMap::new(); owners],
            free: vec![0; owners],
            last: vec![None; owners],
            events: BTreeSet::new(),
            schedule: Schedule {
                slots: vec![Slot::default(); jobs.len()],
                begun: Vec::with_capacity(jobs.len()),
                previous: vec![None; jobs.len()],
            },
        };
        for (at, _) in jobs.iter().enumerate().filter(|(_, job)| job.after.is_empty()) {
            desk.release(at, 0);
        }
        desk
    }

    fn owner_of(&self, at: usize) -> usize {
        self.network.jobs().get(at).map_or(0, |job| job.owner)
    }

    fn per_day(&self, owner: usize) -> u64 {
        self.per_day.get(owner).copied().unwrap_or(1)
    }

    /// A job can begin from a day on.
    fn release(&mut self, at: usize, day: u64) {
        let owner = self.owner_of(at);
        self.later.get_mut(owner).into_iter().for_each(|later| later.entry(day).or_default().push(at));
        self.events.insert((day, owner));
    }

    /// An owner works for as much of a day as there is something to begin.
    fn work(&mut self, day: u64, owner: usize) {
        let per_day = self.per_day(owner);
        self.take_in(day, owner);
        loop {
            let free = self.free.get(owner).copied().unwrap_or(0).max(day.saturating_mul(per_day));
            if free / per_day > day {
                // Busy until a later day; whatever is ready then is chosen from then.
                if self.ready.get(owner).is_some_and(|ready| !ready.is_empty()) {
                    self.events.insert((free / per_day, owner));
                }
                return;
            }
            let Some((_, Reverse(at))) = self.ready.get_mut(owner).and_then(BinaryHeap::pop) else { return };
            self.begin(at, owner, free);
            self.take_in(day, owner);
        }
    }

    /// Puts what has become ready by a day to the rest.
    fn take_in(&mut self, day: u64, owner: usize) {
        let Some(later) = self.later.get_mut(owner) else { return };
        let rest = later.split_off(&day.saturating_add(1));
        let now = std::mem::replace(later, rest);
        let Some(ready) = self.ready.get_mut(owner) else { return };
        for at in now.into_values().flatten() {
            ready.extend(self.urgency.get(at).map(|urgency| (*urgency, Reverse(at))));
        }
    }

    fn begin(&mut self, at: usize, owner: usize, begins: u64) {
        let effort = self.network.jobs().get(at).map_or(0, |job| job.effort);
        let slot = Slot::new(begins, effort, self.per_day(owner));
        self.schedule.slots.get_mut(at).into_iter().for_each(|known| *known = slot);
        self.schedule.begun.push(at);
        let previous = self.last.get_mut(owner).and_then(|last| last.replace(at));
        self.schedule.previous.get_mut(at).into_iter().for_each(|known| *known = previous);
        self.free.get_mut(owner).into_iter().for_each(|free| *free = slot.ends);
        for next in self.network.waiting_for(at) {
            let Some(waits_for) = self.waits_for.get_mut(*next) else { continue };
            *waits_for = waits_for.saturating_sub(1);
            if *waits_for == 0 {
                self.release(*next, self.ready_on(*next));
            }
        }
    }

    /// The day from which a job can begin, once all it waits for has its slot. What its own owner does before it is over in
    /// any case when the owner is free.
    fn ready_on(&self, at: usize) -> u64 {
        let owner = self.owner_of(at);
        let after = self.network.jobs().get(at).map_or(&[][..], |job| &job.after);
        let days = after.iter().filter_map(|first| {
            let slot = self.schedule.slots.get(*first)?;
            Some(if self.owner_of(*first) == owner { slot.start } else { slot.finish.saturating_add(1) })
        });
        days.max().unwrap_or(0)
    }
}

/// The urgency of every job, where one that others wait for is as urgent as the most urgent of them.
fn inherited(network: &Network) -> Vec<Urgency> {
    let mut urgency: Vec<Urgency> = network.jobs().iter().map(|job| job.urgency).collect();
    for at in network.order().iter().rev() {
        let waiting = network.waiting_for(*at).iter().filter_map(|next| urgency.get(*next));
        // That it has begun is a fact about one job alone.
        let most = waiting.map(|waiting| Urgency { begun: false, ..*waiting }).max();
        if let (Some(own), Some(most)) = (urgency.get_mut(*at), most) {
            *own = (*own).max(Urgency { begun: own.begun, ..most });
        }
    }
    urgency
}
