//! What each thing on file says of times: that a control ran, or that nothing called for it.

use crate::model::date::{Date, Period};
use crate::model::document::{Control, Evidence, Test};
use crate::model::standing::EvidenceState;
use crate::model::testing::time_of;
use crate::model::words::{ControlKind, EvidenceKind, Frequency};

/// What a piece of evidence, or a test, says of the operation of its control.
#[derive(Clone, Debug, PartialEq)]
pub enum Statement {
    /// It ran in this time.
    Ran(Period),
    /// Nothing called for it in this time: a recorded zero.
    NothingCalled(Period),
    /// What is to be done, not that it was: a written rule.
    RuleOnly,
    /// Nothing anybody can rely on: it is not there, altered, without a date, or dated ahead.
    Nothing,
}

impl Statement {
    /// What a piece of evidence in a state says. Whether it is still in date is all the same: it says what was.
    #[must_use]
    pub fn of_evidence(control: &Control, evidence: &Evidence, state: EvidenceState) -> Self {
        let usable = matches!(state, EvidenceState::InDate(_) | EvidenceState::Stale(_));
        let Some(time) = evidence.speaks_of().filter(|_| usable) else { return Self::Nothing };
        // A written rule shows that a control ran only where the control is the rule.
        let rule_only = evidence.kind == Some(EvidenceKind::Policy) && control.kind != Some(ControlKind::Policy);
        match evidence.items {
            _ if rule_only => Self::RuleOnly,
            Some(0) if control.frequency == Some(Frequency::PerEvent) => Self::NothingCalled(time),
            _ => Self::Ran(time),
        }
    }

    /// What a test of operation says of times: only that nothing called for a control that runs when something happens,
    /// where its population was empty. That a control ran is said by evidence.
    #[must_use]
    pub fn of_test(control: &Control, test: &Test) -> Option<Self> {
        let empty = test.population.as_ref().is_some_and(|population| population.size == Some(0));
        let zero = empty && control.frequency == Some(Frequency::PerEvent) && test.date.is_some();
        if zero { time_of(test).map(Self::NothingCalled) } else { None }
    }

    /// The time it speaks of, where it speaks of one.
    #[must_use]
    pub const fn time(&self) -> Option<&Period> {
        match self {
            Self::Ran(time) | Self::NothingCalled(time) => Some(time),
            Self::RuleOnly | Self::Nothing => None,
        }
    }

    /// Whether it shows what became of a window, or has a part in showing it: that nothing happened is shown by all records
    /// of it together.
    #[must_use]
    pub fn shows(&self, window: &Period) -> bool {
        match self {
            Self::Ran(time) => time.shows(window),
            Self::NothingCalled(time) => time.overlaps(window),
            Self::RuleOnly | Self::Nothing => false,
        }
    }
}

/// Whether records that nothing called for a control speak, together, of at least half of what is gone of a window.
///
/// One day on which something happened shows that a control ran; one day on which nothing did says nothing of the others.
#[must_use]
pub fn nothing_called(zeros: &[Period], window: &Period, as_of: Date) -> bool {
    let gone = Period::between(window.start, window.end.min(as_of));
    let mut zeros: Vec<&Period> = zeros.iter().filter(|zero| zero.overlaps(&gone)).collect();
    zeros.sort_by_key(|zero| zero.start);
    // The first day that no record looked at so far speaks of.
    let mut open = gone.start;
    let spoken_of = zeros.into_iter().map(|zero| {
        let new = Period::between(zero.start.max(open), zero.end);
        open = open.max(zero.end.plus_days(1));
        new.shared_days(&gone)
    });
    let spoken_of: i64 = spoken_of.sum();
    spoken_of > 0 && 2 * spoken_of >= gone.days()
}
