//! A file in the binder, and a piece of evidence or a document with where it is to be found.

use crate::model::date::{Date, Period};
use crate::model::document::Evidence;
use crate::model::holding::{Holding, Whereabouts};

/// A file in the binder.
pub struct Filed<'a> {
    /// What it is called there.
    pub name: String,
    /// The position of its folder, and its path in it, as the inventory has it.
    pub path: (usize, &'a str),
    /// What is known of it.
    pub holding: &'a Holding,
    /// Its hash.
    pub sha256: &'a str,
    /// Whether it is called otherwise than in the inventory.
    pub renamed: bool,
}

/// A piece of evidence, or a document, as it is to be found.
pub struct Piece<'a> {
    /// What it is.
    pub title: &'a str,
    /// What sort of thing it is.
    pub kind: &'static str,
    /// The time it speaks of.
    pub covers: Option<Period>,
    /// When it was taken; of a document, when it was approved.
    pub collected: Option<Date>,
    /// Where it was taken from; of a document, who approved it.
    pub source: Option<&'a str>,
    /// Where it is.
    pub whereabouts: Found<'a>,
}

/// Where a piece is to be found.
#[derive(Clone, Copy)]
pub enum Found<'a> {
    /// In the binder.
    Here(&'a Filed<'a>),
    /// Behind an address, where nobody looked.
    Address(&'a str),
    /// It is a file, and not in the binder.
    Not(&'a Holding),
    /// Nobody said where.
    Nowhere,
}

/// What people find a piece of evidence by: its title, else its path, else its address.
#[must_use]
pub fn title(evidence: &Evidence) -> &str {
    let title = evidence.title.as_deref().filter(|title| !title.trim().is_empty());
    let path = || evidence.path.as_ref().map(|path| &*path.value.0);
    let url = || evidence.url.as_ref().map(|url| &*url.0);
    title.or_else(path).or_else(url).unwrap_or("evidence without a title")
}

/// What a report on the organisation itself is called among the kinds of evidence.
pub const OWN_REPORT: &str = "own report";

/// How the time of a piece stands to the period: nothing for what is no evidence of that time, such as a policy or the report
/// of a year before.
#[must_use]
pub fn lies(period: Option<&Period>, piece: &Piece<'_>) -> &'static str {
    if ["document", OWN_REPORT].contains(&piece.kind) { "" } else { in_period(period, piece.covers.as_ref()) }
}

/// How a time stands to the period a report speaks of; nothing for a report on one day.
#[must_use]
pub fn in_period(period: Option<&Period>, time: Option<&Period>) -> &'static str {
    match (period, time) {
        (None, _) => "",
        (Some(_), None) => "no time said",
        (Some(period), Some(time)) if time.end < period.start => "before the period",
        (Some(period), Some(time)) if time.start > period.end => "after the period",
        (Some(period), Some(time)) if period.start <= time.start && time.end <= period.end => "in the period",
        (Some(_), Some(_)) => "partly in the period",
    }
}

impl<'a> Found<'a> {
    /// Where it is said to be, where that is not in the binder.
    #[must_use]
    pub fn elsewhere(&self) -> Option<&'a str> {
        match self {
            Self::Address(url) => Some(url),
            Self::Not(Holding { whereabouts: Whereabouts::File(_, path) | Whereabouts::Address(path), .. }) => {
                Some(path)
            }
            Self::Here(_) | Self::Nowhere => None,
        }
    }

    /// How it stands, in words.
    #[must_use]
    pub const fn state(&self) -> &'static str {
        match self {
            Self::Here(file) => file.holding.state.word(),
            Self::Address(_) => "address",
            Self::Not(holding) => holding.state.word(),
            Self::Nowhere => "not said where",
        }
    }
}
