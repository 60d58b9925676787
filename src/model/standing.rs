//! How a control stands on the day of the assessment: what supports it, and what speaks against it.

use crate::model::date::Date;
use crate::model::operation::Operation;

/// How a control stands. Computed once; rules, scores and verdicts read it.
#[expect(clippy::struct_excessive_bools, reason = "each is one question an auditor asks, with a yes or no of its own")]
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// Whether its status says it is in place.
    pub in_place: bool,
    /// Whether it is done in practice but not laid down.
    pub informal: bool,
    /// What its tests of design come to.
    pub design: DesignTest,
    /// Whether an approved document that is there describes it.
    pub documented: bool,
    /// How each piece of its evidence stands, in the order of the inventory.
    pub evidence: Vec<EvidenceState>,
    /// The systems it covers, as positions in the inventory, sorted.
    pub systems: Vec<usize>,
    /// Whether a concluded test in date is on file: of design for type 1, of operation in the period for type 2.
    pub tested: bool,
    /// How it operated through the observation period; only for type 2, and only where it was in place in it.
    pub operation: Option<Operation>,
}

/// What the tests of design of a control come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DesignTest {
    /// None is on file.
    #[default]
    None,
    /// The last one lies too far back, is dated ahead, or has no date.
    OutOfDate(Option<Date>),
    /// The last one is in date and found the design effective.
    Effective(Date),
    /// The last one found an exception.
    Exception(Option<Date>),
    /// The last one found the design deficient.
    Deficient(Option<Date>),
    /// Tests are on file, none with a conclusion.
    Open,
}

/// How a piece of evidence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceState {
    /// On file and in date; up to the day it speaks of.
    InDate(Date),
    /// On file, but what it speaks of lies too far back.
    Stale(Date),
    /// On file, but it says neither when it was taken nor what time it speaks of.
    Undated,
    /// Dated after the day of the assessment, or taken before the time it claims to cover was over.
    DatedAhead(Date),
    /// The file is not where the inventory says, or the inventory does not say where.
    NotThere,
    /// The file is not the one whose hash was recorded.
    Altered,
}

impl Standing {
    /// Whether its design was found deficient.
    #[must_use]
    pub const fn deficient(&self) -> bool {
        matches!(self.design, DesignTest::Deficient(_))
    }

    /// Whether it is in place and its design is not deficient: the least a criterion needs.
    #[must_use]
    pub const fn serves(&self) -> bool {
        self.in_place && !self.deficient()
    }

    /// Whether evidence in date is on file.
    #[must_use]
    pub fn evidenced(&self) -> bool {
        self.evidence.iter().any(|state| matches!(state, EvidenceState::InDate(_)))
    }

    /// Whether a test of design in date found it effective.
    #[must_use]
    pub const fn design_tested(&self) -> bool {
        matches!(self.design, DesignTest::Effective(_))
    }

    /// Whether anything supports its design: an approved document, evidence in date, or a test of design.
    #[must_use]
    pub fn supported(&self) -> bool {
        self.serves() && (self.documented || self.evidenced() || self.design_tested())
    }
}
