//! What the plan says of reports side by side, and of the last days on which work can begin.

use crate::model::date::Date;
use crate::model::plan::Plan;

/// The columns under which reports stand side by side.
pub(super) const COLUMNS: [&str; 7] =
    ["Report", "Begins", "Ends", "Fieldwork", "Ready", "Promises", "Last day to begin"];

/// The reports side by side, a row each; none where the plan tells of none.
pub(super) const fn rows(_: &Plan) -> Vec<[String; 7]> {
    Vec::new()
}

/// By when controls must be in place, in a sentence; nothing where nothing asks for a day.
pub(super) const fn in_place_by(_: &Plan) -> Option<String> {
    None
}

/// The last day a task can begin for the promises to hold, where there is one.
pub(super) const fn last_start(_: &Plan, _: &str) -> Option<LastDay> {
    None
}

/// The last day to begin a task.
#[derive(Clone, Copy)]
pub(super) struct LastDay {
    /// The day.
    pub(super) day: Date,
    /// Whether it has passed.
    pub(super) late: bool,
}

impl LastDay {
    /// The day, and that it has passed where it has.
    pub(super) fn told(self) -> String {
        if self.late { format!("{}, passed", self.day) } else { self.day.to_string() }
    }
}
