//! What verdicts and states mean, in the words of every report.

use crate::model::standing::EvidenceState;
use crate::model::verdict::Verdict;

/// What a verdict on design means.
#[must_use]
pub const fn on_design(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Gap => {
            "No control in place does the work: none names the criterion, none that does is in place, or the \
             design of those in place was found deficient."
        }
        Verdict::Unverified => {
            "A control is in place by assertion only: no evidence in date, no approved document, no test \
             of design in date."
        }
        Verdict::Partial => {
            "Something supports the design, but it is done informally only, or a gap of moderate level or \
             above remains, be it open, accepted or known before."
        }
        Verdict::NoGap => {
            "Something supports the design, and no gap of moderate level or above remains. It speaks of the \
             information supplied and of nothing else."
        }
        Verdict::NotApplicable => "Scoped out, with a rationale and the name of who approved that.",
    }
}

/// What a verdict on operation means.
#[must_use]
pub const fn on_operation(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Gap => {
            "The design is a gap, or no control operated: a test found each of those in place deficient and no later one \
             found it effective, or it was in place at no time of the period."
        }
        Verdict::Unverified => {
            "A control is in place, and nothing on file shows that any operated in the period: no evidence that speaks of \
             it, no record that nothing called for it, no concluded test."
        }
        Verdict::Partial => {
            "Something operated, but not all of it or not all the time: an occurrence was missed, an exception is not \
             resolved, a test found a control deficient, all that operated is done informally, names no frequency or was \
             not there on every day gone by, or a gap of moderate level or above that speaks of operation remains, be it \
             open, accepted or known before, and also where what it tells of is resolved."
        }
        Verdict::NoGap => {
            "A control is shown to have operated, for every day of the period gone by. No control in place missed an \
             occurrence that was due, has an exception that is not resolved, or was found deficient by a test, and no gap \
             of moderate level or above that speaks of operation remains. One of which nothing shows anything yet may stand \
             beside it. It speaks of the information supplied and of nothing else."
        }
        Verdict::NotApplicable => "Scoped out, as for design.",
    }
}

/// How a piece of evidence stands, in a word or two: `in date`.
#[must_use]
pub const fn on_file(state: EvidenceState) -> &'static str {
    match state {
        EvidenceState::InDate(_) => "in date",
        EvidenceState::Stale(_) => "out of date",
        EvidenceState::Undated => "without a date",
        EvidenceState::DatedAhead(_) => "dated ahead",
        EvidenceState::NotThere => "not there",
        EvidenceState::Altered => "altered",
    }
}
