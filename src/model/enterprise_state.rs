//! How a document that buyers ask for stands, what stands behind an answer, and what fails a gate.

use crate::vocabulary;

vocabulary! {
    /// How something that buyers ask for stands, from best to worst.
    pub enum Presence as "state of a document" {
        /// Nobody asks for it here.
        NotAsked = "not-asked",
        /// There, and in date.
        InDate = "in-date",
        /// There, and its time is over.
        OutOfDate = "out-of-date",
        /// There, and something of it is open.
        Incomplete = "incomplete",
        /// There, and nobody can tell who approved it and when.
        NotApproved = "not-approved",
        /// Nothing is on file.
        Missing = "missing",
    }
}

vocabulary! {
    /// What stands behind the answer to a question, from nothing to most.
    pub enum AnswerState as "state of an answer" {
        /// Not supported by anything on file.
        Unsupported = "unsupported",
        /// A control is planned or in progress, and none is in place.
        Planned = "planned",
        /// A control is in place, and nothing in date is on file to show it.
        Claimed = "claimed",
        /// A control is in place with evidence in date, and its design is untested, or something of it is open.
        Evidenced = "evidenced",
        /// A control is in place with evidence in date, its design was tested, and no gap of moderate level or above stands open.
        Supported = "supported",
        /// Its criteria are out of scope of the report, and nothing on file speaks to it.
        NotInScope = "not-in-scope",
    }
}

vocabulary! {
    /// What fails the gate.
    pub enum FailOn as "state that fails" {
        /// A document that is asked for is missing.
        Missing = "missing",
        /// A document that is asked for is missing, not approved, incomplete or out of date.
        OutOfDate = "out-of-date",
    }
}

impl Presence {
    /// The word for people: `out of date`.
    #[must_use]
    pub const fn plain(self) -> &'static str {
        match self {
            Self::NotAsked => "not asked",
            Self::InDate => "in date",
            Self::OutOfDate => "out of date",
            Self::Incomplete => "incomplete",
            Self::NotApproved => "not approved",
            Self::Missing => "missing",
        }
    }

    /// Whether it fails a gate.
    #[must_use]
    pub const fn fails(self, on: FailOn) -> bool {
        match on {
            FailOn::Missing => matches!(self, Self::Missing),
            FailOn::OutOfDate => !matches!(self, Self::NotAsked | Self::InDate),
        }
    }
}

impl AnswerState {
    /// The words for people.
    #[must_use]
    pub const fn plain(self) -> &'static str {
        match self {
            Self::Unsupported => "not supported by anything on file",
            Self::Planned => "planned",
            Self::Claimed => "claimed",
            Self::Evidenced => "evidenced",
            Self::Supported => "supported",
            Self::NotInScope => "not in scope",
        }
    }

    /// Whether somebody still has to work on it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Supported | Self::NotInScope)
    }
}
