//! Why what is on file does not show that controls operated, where nothing does.

use std::collections::BTreeSet;

use crate::assess::verdict::observed::Observed;
use crate::model::standing::EvidenceState;
use crate::model::statement::Statement;
use crate::text::list;

/// Why a piece of evidence does not count, in the order it is told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    /// It speaks of other times than the control had to run in, or mostly.
    OtherTimes,
    /// It is not where it should be.
    NotThere,
    /// It is not what it was when its hash was recorded.
    Altered,
    /// Nobody can tell when it is of.
    Undated,
    /// It is of a day that is still to come.
    DatedAhead,
    /// It says what is to be done.
    RuleOnly,
}

impl Fault {
    const fn words(self) -> &'static str {
        match self {
            Self::OtherTimes => "what speaks of other times",
            Self::NotThere => "what cannot be found",
            Self::Altered => "what was altered",
            Self::Undated => "what has no date",
            Self::DatedAhead => "what is dated ahead",
            Self::RuleOnly => "a written rule, which says what is to be done, not that it was",
        }
    }
}

/// What there is instead of anything that would show it: `no concluded test, and no evidence but what speaks of other times`.
pub(super) fn why(observed: &[Observed<'_>]) -> String {
    let pieces = observed.iter().flat_map(|one| one.control.evidence.iter().zip(one.evidence).map(move |it| (one, it)));
    let faults: BTreeSet<Fault> = pieces
        .map(|(one, (evidence, state))| fault(&Statement::of_evidence(one.control, evidence, *state), *state))
        .collect();
    if faults.is_empty() {
        return "no concluded test, and no evidence".to_owned();
    }
    format!("no concluded test, and no evidence but {}", list::and(faults.into_iter().map(Fault::words)))
}

const fn fault(statement: &Statement, state: EvidenceState) -> Fault {
    match (statement, state) {
        (Statement::RuleOnly, _) => Fault::RuleOnly,
        (_, EvidenceState::NotThere) => Fault::NotThere,
        (_, EvidenceState::Altered) => Fault::Altered,
        (_, EvidenceState::Undated) => Fault::Undated,
        (_, EvidenceState::DatedAhead(_)) => Fault::DatedAhead,
        (_, EvidenceState::InDate(_) | EvidenceState::Stale(_)) => Fault::OtherTimes,
    }
}
