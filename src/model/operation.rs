//! How a control operated through the observation period: when it had to run, what shows that it did, and what tests found.

use crate::model::date::{Date, Period};
use crate::model::document::Control;
use crate::model::duration::Duration;
use crate::model::words::Status;
use crate::source::file::Located;
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
    /// Whether the control's time in the period ended before its full time was over: then it was never due.
    pub cut_short: bool,
}

impl Occurrence {
    /// The time it had to run in.
    #[must_use]
    pub fn time(&self) -> Period {
        Period::between(self.start, self.end)
    }

    /// The last day on which what shows it may come in; none where it never falls due.
    #[must_use]
    pub fn due(&self, grace: Duration) -> Option<Date> {
        (!self.cut_short).then(|| grace.after(self.end))
    }
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

impl Span {
    /// The time from its first day to its last.
    #[must_use]
    pub fn time(self) -> Period {
        Period::between(self.start, self.end)
    }
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

/// What keeps the operation of a control that is shown from `no gap identified`, apart from gaps about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortfall {
    /// So many of its occurrences were missed.
    Missed(usize),
    /// A test found an exception that is not resolved.
    Exceptions,
    /// A test found that it did not operate as described, and a later one that it does.
    Retested,
    /// It was in place only from this day on, after the period had begun.
    Late(Date),
    /// It was in place only up to this day.
    Ended(Date),
    /// It is done in practice but not laid down.
    Informal,
    /// How often it should have operated is not said.
    NoFrequency,
}

impl Operation {
    /// What keeps the operation of the control it is of from `no gap identified`, in the order a report tells it.
    pub fn shortfalls(&self, control: &Control) -> impl Iterator<Item = Shortfall> + use<> {
        let missed = self.count(OccurrenceState::Missed);
        let day = |of: &Option<Located<Date>>| of.as_ref().map(|day| day.value);
        let found = [
            (missed > 0).then_some(Shortfall::Missed(missed)),
            (self.tests.exceptions == Deviation::Unresolved).then_some(Shortfall::Exceptions),
            (self.tests.deficiency == Deficiency::Retested).then_some(Shortfall::Retested),
            day(&control.since).filter(|_| self.late).map(Shortfall::Late),
            day(&control.until).filter(|_| self.ended).map(Shortfall::Ended),
            (control.status == Status::Informal).then_some(Shortfall::Informal),
            control.frequency.is_none().then_some(Shortfall::NoFrequency),
        ];
        found.into_iter().flatten()
    }

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
