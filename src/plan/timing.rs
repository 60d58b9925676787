//! When each task is done: the tasks of a plan on the desks of their owners, and back as days of the calendar.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::date::Date;
use crate::model::level::Level;
use crate::model::plan::{Forecast, Odds, Phase, Task};
use crate::model::words::TaskStatus;
use crate::plan::Ground;
use crate::plan::draft::Draft;
use crate::plan::owner::units_per_day;
use crate::plan::schedule::calendar::{Calendar, Days};
use crate::plan::schedule::network::Network;
use crate::plan::schedule::path;
use crate::plan::schedule::sequence::{Schedule, schedule};
use crate::plan::schedule::simulation::{Experiment, Range, percentile};
use crate::plan::schedule::{Job, Slot, Urgency};

/// The days of all tasks, and what decides the end.
#[derive(Default)]
pub(super) struct Timing {
    /// The days of each task that is to be done, with its position, in order.
    pub(super) times: Vec<(usize, Times)>,
    /// The tasks that decide the end, as positions, from the first day on.
    pub(super) critical_path: Vec<usize>,
    /// The day the last task is finished.
    pub(super) end: Option<Date>,
    /// How long it may take all the same.
    pub(super) forecast: Option<Forecast>,
    /// Whether the work reaches beyond what a calendar can tell.
    pub(super) beyond: bool,
}

/// When a task is done.
#[derive(Clone, Copy)]
pub(super) struct Times {
    /// The day it begins.
    pub(super) start: Option<Date>,
    /// The day it is finished.
    pub(super) finish: Option<Date>,
    /// How many working days it can slip without moving the end.
    pub(super) slack: u64,
    /// Its place in the order in which tasks are begun.
    pub(super) turn: Option<usize>,
}

/// The calendar of a plan: the working days from the day of the assessment on.
pub(super) fn calendar(ground: &Ground<'_>) -> Calendar {
    let known = &ground.inventory.conventions.calendar;
    Calendar::new(ground.as_of, known.works(), known.off().cloned())
}

/// The days of every task that is not done, where each waits for the tasks at some positions.
pub(super) fn timing(ground: &Ground<'_>, drafts: &[Draft], after: &[Vec<usize>]) -> Timing {
    let calendar = calendar(ground);
    // Dependencies come without rounds, and nothing to do has no end.
    let Some(desk) = Desk::of(ground, drafts, after, calendar.days_a_week()) else { return Timing::default() };
    let found = schedule(&desk.network, &desk.per_day);
    let Some(end) = found.end() else { return Timing::default() };
    let odds = if ground.odds { desk.odds(ground, &found, drafts) } else { Vec::new() };
    let asked = found.slots.iter().flat_map(|slot| [slot.start, slot.finish]);
    let days = calendar.days(&asked.chain(odds.iter().flatten().flatten().copied()).collect());
    let path = path::critical_path(&desk.network, &found, &desk.per_day);
    Timing {
        times: desk.times(&found, &days),
        critical_path: path.iter().filter_map(|job| desk.tasks.get(*job)).copied().collect(),
        end: days.of(end),
        forecast: desk.forecast(ground, &odds, &days),
        beyond: days.is_beyond(end),
    }
}

/// The tasks that are to be scheduled, with all the scheduler has to know of them.
struct Desk {
    network: Network,
    per_day: Vec<u64>,
    ranges: Vec<Range>,
    /// Where each job stands among the tasks.
    tasks: Vec<usize>,
}

impl Desk {
    fn of(ground: &Ground<'_>, drafts: &[Draft], after: &[Vec<usize>], days_a_week: u64) -> Option<Self> {
        let is_open = |(_, draft): &(usize, &Draft)| draft.task.status != TaskStatus::Done;
        let open: Vec<(usize, &Draft)> = drafts.iter().enumerate().filter(is_open).collect();
        let owners: BTreeSet<Option<&str>> = open.iter().map(|(_, draft)| draft.task.owner.as_deref()).collect();
        let per_day = owners.iter().map(|owner| units_per_day(ground.inventory, *owner, days_a_week)).collect();
        let owners: BTreeMap<Option<&str>, usize> = owners.into_iter().zip(0..).collect();
        let jobs: BTreeMap<usize, usize> = open.iter().map(|(at, _)| *at).zip(0..).collect();
        let units = |tenths: u32| u64::from(tenths).saturating_mul(days_a_week);
        let job = |(at, draft): &(usize, &Draft)| {
            let Draft { task, risk } = draft;
            let (effort, begun) = (units(task.effort.likely), task.status == TaskStatus::InProgress);
            let after = after.get(*at)?.iter().filter_map(|first| jobs.get(first)).copied().collect();
            let urgency = Urgency { begun, level: rank(task.level), risk: *risk, effort };
            Some(Job { owner: *owners.get(&task.owner.as_deref())?, effort, after, urgency })
        };
        let network = Network::new(open.iter().filter_map(job).collect()).ok()?;
        let range = |(_, draft): &(usize, &Draft)| {
            let effort = draft.task.effort;
            Range { low: units(effort.low), likely: units(effort.likely), high: units(effort.high) }
        };
        let ranges = open.iter().map(range).collect();
        Some(Self { network, per_day, ranges, tasks: jobs.into_keys().collect() })
    }

    /// The ends of the plan, and of the controls that matter, that half and nine in ten of many runs keep.
    fn odds(&self, ground: &Ground<'_>, schedule: &Schedule, drafts: &[Draft]) -> Vec<[Option<u64>; 2]> {
        let terms = &ground.inventory.conventions.plan;
        let task = |job: &usize| self.tasks.get(*job).and_then(|at| drafts.get(*at)).map(|draft| &draft.task);
        let all: Vec<usize> = (0..self.tasks.len()).collect();
        let controls: Vec<usize> = all.iter().copied().filter(|job| task(job).is_some_and(puts_in_place)).collect();
        let experiment = Experiment { network: &self.network, schedule, per_day: &self.per_day, ranges: &self.ranges };
        let ends = experiment.ends(&[all, controls], terms.runs(self.tasks.len()), terms.seed());
        ends.iter().map(|ends| [percentile(ends, 50), percentile(ends, 90)]).collect()
    }

    fn forecast(&self, ground: &Ground<'_>, odds: &[[Option<u64>; 2]], days: &Days) -> Option<Forecast> {
        let terms = &ground.inventory.conventions.plan;
        let mut odds = odds.iter().map(|[half, nine_in_ten]| {
            let day = |number: &Option<u64>| number.and_then(|number| days.of(number));
            Some(Odds { half: day(half)?, nine_in_ten: day(nine_in_ten)? })
        });
        let (end, controls_in_place) = (odds.next().flatten()?, odds.next().flatten());
        Some(Forecast { runs: terms.runs(self.tasks.len()), seed: terms.seed(), end, controls_in_place })
    }

    fn times(&self, schedule: &Schedule, days: &Days) -> Vec<(usize, Times)> {
        let slack = path::slack(&self.network, schedule, &self.per_day);
        let turns: BTreeMap<usize, usize> = schedule.begun.iter().copied().zip(0..).collect();
        let times = |(job, (slot, slack)): (usize, (&Slot, u64))| {
            let turn = turns.get(&job).copied();
            Times { start: days.of(slot.start), finish: days.of(slot.finish), slack, turn }
        };
        self.tasks.iter().copied().zip(schedule.slots.iter().zip(slack).enumerate().map(times)).collect()
    }
}

/// Whether a task must be finished before the controls count as in place.
pub(super) fn puts_in_place(task: &Task) -> bool {
    matches!(task.phase, Phase::Policy | Phase::Procedure | Phase::Control) && task.level >= Level::Moderate
}

/// How bad a level is, from 0.
fn rank(level: Level) -> u8 {
    (0..).zip(Level::ALL).find(|(_, known)| **known == level).map_or(0, |(rank, _)| rank)
}
