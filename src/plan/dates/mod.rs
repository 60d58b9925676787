//! The days that matter on the way to the report, and whether those promised to customers can hold.
//!
//! Nothing is ever moved to make a promise hold: what a plan cannot meet is said.

pub(super) mod cap;
mod frame;
mod last_start;
mod milestones;
mod missed;
mod notes;
mod options;
mod promise;
mod sequence;
mod verdict;
pub(super) mod work;

use crate::model::gap::Gap;
use crate::model::plan::{Milestone, Task};
use crate::model::plan_dates::PlanDates;
use crate::plan::Ground;
use crate::plan::dates::frame::Frame;

pub(super) use crate::plan::dates::promise::Promise;

/// What the days of a plan come to.
pub(super) struct Found {
    /// The days on the way to the report of the scope.
    pub(super) milestones: Vec<Milestone>,
    /// What each kind of report would take, and when to begin.
    pub(super) dates: PlanDates,
    /// What else there is to say.
    pub(super) notes: Vec<String>,
    /// Whether the promised days can hold, in a sentence.
    pub(super) verdict: String,
}

/// The days that follow from those of the tasks of a plan, which close some gaps.
pub(super) fn dates(ground: &Ground<'_>, tasks: &[Task], gaps: &[Gap]) -> Found {
    let frame = Frame::of(ground, tasks, gaps);
    let own = options::of_scope(&frame);
    let options = options::options(&frame);
    let in_place_by = last_start::in_place_by(&frame);
    let last_starts = in_place_by.as_ref().map(|by| sequence::last_starts(&frame, tasks, gaps, by.day));
    Found {
        milestones: milestones::milestones(&frame, &own),
        notes: notes::notes(&frame, &own),
        verdict: verdict::verdict(&frame, &own, &options),
        dates: PlanDates { options, in_place_by, last_starts: last_starts.unwrap_or_default() },
    }
}
