//! The reports: a format is a function from an assessment to a file, one source file each, listed once.
//!
//! From the one list come the values of `--format`, the extensions `--output` knows, the table of the README and the tests
//! that run every format over every example.

pub mod account;
pub mod anchor;
pub mod binder;
mod calendar;
pub mod checklist;
pub mod criteria;
pub mod crosswalk;
mod csv;
pub mod description;
pub mod diff;
pub mod due;
pub mod enterprise;
pub mod evidence;
pub mod explain;
pub mod format;
mod gap_rows;
pub mod github;
pub mod gitlab;
pub mod html;
pub mod import;
pub mod inventory_schema;
pub mod json;
pub mod jsonl;
pub mod junit;
pub mod markdown;
pub mod matrix;
pub mod meaning;
pub mod method;
pub mod oscal;
pub mod plan;
pub mod portfolio;
pub mod problems;
pub mod propose;
pub mod sample;
pub mod sarif;
pub mod spot;
pub mod strip;
pub mod terminal;
pub mod terms;
pub mod trend;
mod working;
mod xlsx;

use crate::model::assessment::Assessment;
use crate::model::gap::Gap;
use crate::model::level::Level;
use crate::report::format::{Content, FormatOf};

/// A format of the assessment.
pub type Format = FormatOf<fn(&Assessment<'_>, &Options) -> Content>;

/// How a report is laid out, and which gaps it lists. Counts are always of all.
#[derive(Clone, Debug)]
pub struct Options {
    /// The width text is laid out for, in terminal cells.
    pub width: usize,
    /// Lists only gaps of this level or above.
    pub min_level: Option<Level>,
    /// Lists only gaps that are new or worsened since the baseline.
    pub new_only: bool,
    /// Lists only gaps that stand open: neither accepted nor known before.
    pub open_only: bool,
    /// The shortest form.
    pub quiet: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { width: 100, min_level: None, new_only: false, open_only: false, quiet: false }
    }
}

impl Options {
    /// The gaps to list, worst first.
    pub fn listed<'a>(&self, assessment: &'a Assessment<'a>) -> impl Iterator<Item = &'a Gap> {
        let min_level = self.min_level.unwrap_or(Level::VeryLow);
        let changed = self.new_only.then_some(assessment.comparison.as_ref()).flatten();
        assessment.gaps.iter().enumerate().filter_map(move |(at, gap)| {
            let counts = changed.is_none_or(|changed| changed.new.contains(&at) || changed.worsened.contains(&at));
            (gap.risk.level() >= min_level && counts && (gap.is_open() || !self.open_only)).then_some(gap)
        })
    }
}

/// Every format, in the order of the help.
pub static FORMATS: &[&Format] = &[
    &terminal::FORMAT,
    &markdown::FORMAT,
    &html::FORMAT,
    &xlsx::FORMAT,
    &csv::gaps::FORMAT,
    &csv::tasks::FORMAT,
    &csv::matrix::FORMAT,
    &csv::criteria::FORMAT,
    &json::FORMAT,
    &jsonl::FORMAT,
    &sarif::FORMAT,
    &junit::FORMAT,
    &github::annotations::FORMAT,
    &github::summary::FORMAT,
    &gitlab::FORMAT,
    &oscal::ar::FORMAT,
    &oscal::poam::FORMAT,
];

/// The format of a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Format> {
    format::by_name(FORMATS, name)
}
