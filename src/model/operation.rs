//! How a control operated through the observation period: when it had to run, what shows that it did, and what tests found.

use crate::model::date::Date;
use crate::vocabulary;

vocabulary! {
    /// What is on file for a time in which a control had to run.
    pub enum OccurrenceState as "state of an occurrence" {
        /// Evidence that speaks of it is on file.
        Evidenced = "evidenced",
        /// It is over, the grace is over, and nothing on file speaks of it.
        Missed = "missed",
        /// It is not over yet, or what shows it may still come in.
        NotYetDue = "not-yet-due",
        /// Nothing called for the control in it.
        NoOccurrence = "no-occurrence",
    }
}

/// A time in which a control had to run once, first and last day included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
    /// What is on file for it.
    pub state: OccurrenceState,
}

/// How an observed control operated. Only for Type II; computed once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The part of the observation period in which the control was in place; `None` where it was at no time.
    pub span: Option<Span>,
    /// Its occurrences in that span, in order.
    pub occurrences: Vec<Occurrence>,
    /// What its tests of operation in the period came to.
    pub tests: OperationTests,
    /// Whether anything on file shows that it operated in the period: evidence, a recorded zero, or a test that looked.
    pub shown: bool,
    /// Whether it was in place only after the period had begun.
    pub late: bool,
    /// Whether it was no longer in place when the period, or what is gone of it, ended.
    pub ended: bool,
}

/// A stretch of the observation period, first and last day included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
}

/// What the tests of operation in the period came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OperationTests {
    /// The day of the last one that was concluded, and whether it found the control effective.
    pub last: Option<(Date, bool)>,
    /// Items that deviated.
    pub exceptions: Deviation,
    /// Whether one found the control deficient.
    pub deficiency: Deficiency,
}

/// Items that deviated. A deviation is never erased, only resolved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Deviation {
    /// None was found.
    #[default]
    None,
    /// Some were, and each is put right.
    Resolved,
    /// Some were, and at least one is not put right.
    Unresolved,
}

/// Whether a test found that the control did not operate as described.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Deficiency {
    /// None did.
    #[default]
    None,
    /// One did, and a later test found the control effective.
    Retested,
    /// One did, and nothing later says otherwise.
    Standing,
}

impl Operation {
    /// How many of its occurrences are in a state.
    #[must_use]
    pub fn count(&self, state: OccurrenceState) -> usize {
        self.occurrences.iter().filter(|occurrence| occurrence.state == state).count()
    }

    /// Whether an occurrence was missed.
    #[must_use]
    pub fn missed_any(&self) -> bool {
        self.occurrences.iter().any(|occurrence| occurrence.state == OccurrenceState::Missed)
    }

    /// Whether something shows that it operated, and no test says that it did not.
    #[must_use]
    pub fn operates(&self) -> bool {
        self.shown && self.tests.deficiency != Deficiency::Standing
    }
}
