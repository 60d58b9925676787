//! A request: what is wanted, and whether it is delivered.

use crate::model::criterion_id::CriterionId;
use crate::model::date::Date;

/// Something that is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Whether it is delivered.
    pub state: Delivery,
    /// Why it is asked for.
    pub basis: Basis,
    /// What is wanted.
    pub wanted: String,
    /// The time it has to speak of.
    pub time: String,
    /// From whom, by name.
    pub from: Option<String>,
    /// By when.
    pub by: Option<Date>,
    /// The control, document, vendor or criterion it is about.
    pub subject: String,
    /// What people call that.
    pub name: String,
    /// The criteria it is for.
    pub criteria: Vec<CriterionId>,
    /// Where it is, or why it is not delivered.
    pub note: String,
}

impl Request {
    /// Whether it should have been delivered before a day.
    #[must_use]
    pub fn is_late(&self, as_of: Date) -> bool {
        self.state == Delivery::Open && (self.note == OVERDUE || self.by.is_some_and(|by| by < as_of))
    }
}

/// What is said of what was due before the day of asking, or at no day but always.
pub(super) const OVERDUE: &str = "overdue";

/// Whether something is delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Delivery {
    /// It is not.
    Open,
    /// It is said to lie behind an address.
    Address,
    /// It is in the binder.
    Delivered,
}

impl Delivery {
    /// Its words.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "not delivered",
            Self::Address => "at an address",
            Self::Delivered => "delivered",
        }
    }
}

/// Why something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// A day calls for it.
    Due,
    /// Its control wants it.
    Wanted,
    /// The inventory names it.
    Named,
    /// It is typical for a criterion to which nothing in the binder speaks.
    Typical,
}

impl Basis {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Wanted => "wanted",
            Self::Named => "named",
            Self::Typical => "typical",
        }
    }
}
