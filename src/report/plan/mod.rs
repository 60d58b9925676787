//! The remediation plan as its four deliverables: *Gap analysis report*, *Action plan*, *Control implementation plan* and
//! *Compliance roadmap*; for people, trackers, calendars, pictures and machines.
//!
//! [`page`] says which part of the plan was asked for; a format is a function from that to text.

pub(super) mod csv;
mod html;
mod ics;
mod json;
mod markdown;
mod mermaid;
pub(super) mod options;
pub mod page;
pub(in crate::report) mod roadmap;
mod series;
mod terminal;
mod threats;
pub(super) mod words;

use crate::report::format;
use crate::report::format::FormatOf;
use crate::report::plan::page::PlanPage;

/// A format of the plan.
///
/// Its text is laid out for a width where the format has one.
pub type PlanFormat = FormatOf<fn(&PlanPage<'_>, usize) -> String>;

/// Every format, in the order of the help; the first is the default, and of several with one extension the first is meant.
pub static PLAN_FORMATS: &[&PlanFormat] = &[
    &terminal::FORMAT,
    &markdown::FORMAT,
    &html::FORMAT,
    &csv::action::FORMAT,
    &csv::analysis::FORMAT,
    &csv::controls::FORMAT,
    &csv::roadmap::FORMAT,
    &json::FORMAT,
    &ics::FORMAT,
    &mermaid::FORMAT,
];

/// The format of a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static PlanFormat> {
    format::by_name(PLAN_FORMATS, name)
}
