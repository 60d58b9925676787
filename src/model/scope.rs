//! The scope of a report, as it is meant: every default filled in.

use std::collections::BTreeMap;

use crate::model::criterion_id::CriterionId;
use crate::model::date::{Date, Period};
use crate::model::document::{Commitment, Excluded, Milestones, Requirement, Service};
use crate::model::words::{Category, PrivacyRole};
use crate::source::file::{Located, Place};
use crate::source::reader::Text;

/// What the report is to cover.
#[derive(Clone, Debug, PartialEq)]
pub struct Scope {
    /// The name of the system the report describes.
    pub system: Option<String>,
    /// The categories in the order of every report; security is always the first.
    pub categories: Vec<Category>,
    /// What the report speaks of.
    pub report: Report,
    /// In which role personal data is handled.
    pub privacy_role: PrivacyRole,
    /// Dates promised to customers.
    pub milestones: Milestones,
    /// Criteria scoped out.
    pub not_applicable: BTreeMap<CriterionId, Exclusion>,
    /// What customers were promised, by id.
    pub commitments: Vec<Commitment>,
    /// The services the system provides, by id.
    pub services: Vec<Service>,
    /// What the system must do or be, by id.
    pub requirements: Vec<Requirement>,
    /// Where the system begins and ends.
    pub boundary: Option<Located<Text>>,
    /// What stands outside the system, by name.
    pub excluded: Vec<Excluded>,
    /// Laws and standards that bind the organisation, in lower case, sorted.
    pub regulations: Vec<String>,
    /// Where the scope stands in the inventory; absent where it is all defaults.
    pub place: Option<Place>,
}

/// What a report speaks of.
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    /// The design of controls at a date.
    Type1 {
        /// The date.
        as_of: Date,
    },
    /// Design, and operation through a period.
    Type2 {
        /// The observation period.
        period: Period,
    },
}

impl Report {
    /// The last day the report speaks of.
    #[must_use]
    pub const fn end(&self) -> Date {
        match self {
            Self::Type1 { as_of } => *as_of,
            Self::Type2 { period } => period.end,
        }
    }

    /// Whether it speaks of operation too.
    #[must_use]
    pub const fn is_type2(&self) -> bool {
        self.period().is_some()
    }

    /// The observation period of a type 2 report.
    #[must_use]
    pub const fn period(&self) -> Option<&Period> {
        match self {
            Self::Type1 { .. } => None,
            Self::Type2 { period } => Some(period),
        }
    }
}

/// Why a criterion is scoped out, and who approved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// Why it does not apply.
    pub rationale: String,
    /// Who approved that.
    pub approved_by: String,
    /// Where it stands.
    pub place: Place,
}
