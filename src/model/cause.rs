//! Why a result changed from one inventory to the next.

use crate::vocabulary;

vocabulary! {
    /// A group of what an inventory says, or the day it is looked at. The order is that in which the groups are exchanged,
    /// one after the other, to see what each of them does.
    pub enum Cause as "cause" {
        /// The same inventory on a later day.
        Time = "time",
        /// What the report is to cover: categories, type, dates, criteria scoped out, commitments, regulations; and what a
        /// description tells beside it.
        Scope = "scope",
        /// The people, and who owns and performs the controls.
        People = "people",
        /// The systems, the ways data takes between them, and which of them a control covers.
        Systems = "systems",
        /// The documents, the files behind them, and which of them describe a control.
        Documents = "documents",
        /// Controls added and removed whole, and the criteria and clauses the others name.
        Controls = "controls",
        /// The other organisations, their reports, and what each side expects of the other.
        Vendors = "vendors",
        /// How far controls have come, since when and until when they are in place.
        Status = "status",
        /// What a control is: its name, description, kind, nature, execution and frequency.
        Description = "description",
        /// The evidence of controls, and the files behind it.
        Evidence = "evidence",
        /// The tests of controls.
        Tests = "tests",
        /// The decisions on gaps: acceptances and remediation.
        Decisions = "decisions",
        /// The conventions.
        Settings = "settings",
    }
}

/// What was done to something between two inventories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alteration {
    /// It is there now and was not.
    Added,
    /// It was there and is not now.
    Removed,
    /// It is there in both and says something else.
    Changed,
}

impl Alteration {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

/// What one of the groups says differently in two inventories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    /// The group.
    pub cause: Cause,
    /// The ids of what differs, or the names of keys and conventions, as people count.
    pub subjects: Vec<(String, Alteration)>,
}
