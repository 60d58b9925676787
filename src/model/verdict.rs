//! What can be concluded of a criterion or a control from the information supplied.

use crate::vocabulary;

vocabulary! {
    /// A verdict. The best of them is that no gap was identified from the information supplied.
    pub enum Verdict as "verdict" {
        /// Nothing in place does the work.
        Gap = "gap",
        /// In place by assertion only: nobody looked.
        Unverified = "unverified",
        /// Something supports it, and something is left to do.
        Partial = "partial",
        /// Supported, and no gap of moderate level or above identified.
        NoGap = "no-gap",
        /// Scoped out, with a rationale and an approver.
        NotApplicable = "not-applicable",
    }
}

impl Verdict {
    /// The verdict for people.
    #[must_use]
    pub const fn plain(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::Unverified => "unverified",
            Self::Partial => "partial",
            Self::NoGap => "no gap identified",
            Self::NotApplicable => "not applicable",
        }
    }
}

/// A verdict with its reasons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// Why, one sentence a reason.
    pub because: Vec<String>,
}
