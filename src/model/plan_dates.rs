//! Days of the way to the report that are told side by side: what each kind of report would take, and when to begin.

use crate::model::date::Date;

/// What the days of a plan say beside its milestones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanDates {
    /// The reports there could be, side by side; that of the scope is among them.
    pub options: Vec<PlanOption>,
    /// By when the controls must be in place; `None` where nothing asks for a day.
    pub in_place_by: Option<InPlaceBy>,
    /// The last day to start each unfinished task for that, in the order of the tasks.
    pub last_starts: Vec<LastStart>,
}

/// A report there could be, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanOption {
    /// Its name: `Type II over 3 months`.
    pub name: &'static str,
    /// The same within a sentence: `a Type II report over 3 months`.
    pub phrase: &'static str,
    /// The first day of its observation period; `None` for a report that speaks of a day.
    pub start: Option<Date>,
    /// The last day of its observation period, or the day it speaks of.
    pub end: Date,
    /// The earliest day fieldwork can begin.
    pub fieldwork: Date,
    /// The earliest day it can be ready.
    pub report: Date,
    /// How many days the promise of fieldwork has to spare, negative where it is late; `None` where none was made.
    pub fieldwork_holds: Option<i64>,
    /// The same for the promise of the report.
    pub report_holds: Option<i64>,
    /// The last day on which its observation period could start for all promises to hold; `None` where nothing is promised,
    /// and where the period is not for the plan to choose.
    pub last_start: Option<Date>,
    /// What decides its days, in sentences.
    pub because: String,
}

/// By when controls must be in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InPlaceBy {
    /// The last day on which they may be finished.
    pub day: Date,
    /// Whether that is for another report than the one in the scope, whose period has begun.
    pub alternative: bool,
    /// What asks for it, in a sentence.
    pub because: String,
}

/// The last day to start a task, if everybody does from then on what else is needed and nothing besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastStart {
    /// The id of the task.
    pub task: String,
    /// The day.
    pub day: Date,
    /// Whether it has passed.
    pub late: bool,
}
