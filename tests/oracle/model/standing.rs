//! How a control stands: its evidence, its tests of design, its documents.

use crate::common::calendar::{Day, months_later};
use crate::common::inventory::{Cycle, Document, Evidence, Report, Shelf, Test, today};

use super::Model;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    NotThere,
    Altered,
    Ahead,
    Undated,
    Stale,
    InDate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Design {
    Untested,
    Effective,
    Exception,
    Deficient,
}

impl Model<'_> {
    /// How old evidence of a frequency may be; `None` for tests of design.
    pub fn limit(&self, frequency: Option<usize>) -> i64 {
        let set = self.inventory.freshness.iter().find(|(of, _)| *of == frequency);
        set.map_or_else(|| default_limit(frequency), |(_, days)| *days)
    }

    pub fn state(&self, at: usize, evidence: &Evidence) -> State {
        let there = matches!(evidence.shelf, Shelf::Url | Shelf::Found);
        if !there {
            return State::NotThere;
        }
        // Only a file can be held against a hash.
        if evidence.shelf == Shelf::Found && evidence.hash == Some(false) {
            return State::Altered;
        }
        let covered = evidence.covers.map(|(_, end)| end);
        let ahead = [covered, evidence.collected].into_iter().flatten().any(|day| day > today());
        let too_soon = evidence.collected.is_some_and(|taken| covered.is_some_and(|end| taken < end));
        if ahead || too_soon {
            return State::Ahead;
        }
        match covered.or(evidence.collected) {
            None => State::Undated,
            Some(day) if self.day() - day > self.limit(Some(self.inventory.controls[at].frequency)) => State::Stale,
            Some(_) => State::InDate,
        }
    }

    pub fn states(&self, at: usize) -> Vec<State> {
        self.inventory.controls[at].evidence.iter().map(|evidence| self.state(at, evidence)).collect()
    }

    pub fn evidenced(&self, at: usize) -> bool {
        self.states(at).contains(&State::InDate)
    }

    /// What the tests of design come to: the last one counts, of several on one day the worst.
    pub fn design(&self, at: usize) -> Design {
        let tests = self.inventory.controls[at].tests.iter();
        let concluded: Vec<&Test> = tests.filter(|test| test.design && test.conclusion.is_some()).collect();
        let relied_on = |test: &&&Test| test.date.is_some_and(|date| date <= today());
        let last = concluded.iter().filter(relied_on).filter_map(|test| test.date).max();
        // A fault stays until a dated test says otherwise, however old it is; a good word does not.
        let deciding: Vec<&&Test> = match last {
            Some(last) => concluded.iter().filter(|test| test.date == Some(last)).collect(),
            None => concluded.iter().collect(),
        };
        let found = deciding.iter().map(|test| came_to(test)).max_by_key(|design| *design as u8);
        match (found, last) {
            (None, _) | (Some(Design::Effective), None) => Design::Untested,
            (Some(Design::Effective), Some(last)) if self.day() - last > self.limit(None) => Design::Untested,
            (Some(found), _) => found,
        }
    }

    pub fn deficient(&self, at: usize) -> bool {
        self.design(at) == Design::Deficient
    }

    pub fn design_tested(&self, at: usize) -> bool {
        self.design(at) == Design::Effective
    }

    /// Whether a concluded test in date is on file: of design for type 1, of operation in the period for type 2.
    pub fn tested(&self, at: usize) -> bool {
        self.inventory.controls[at].tests.iter().any(|test| {
            let Some(date) = test.date.filter(|date| *date <= today() && test.conclusion.is_some()) else {
                return false;
            };
            match self.inventory.report {
                Report::Type1(_) => test.design && self.day() - date <= self.limit(None),
                Report::Type2(start, end) => {
                    let (from, to) = test.period.unwrap_or((date, date));
                    !test.design && from <= end && to >= start
                }
            }
        })
    }

    pub fn documented(&self, at: usize) -> bool {
        let documents = self.inventory.controls[at].documented.iter();
        documents.map(|at| &self.inventory.documents[*at]).any(|document| approved(document) && there(document))
    }

    pub fn supported(&self, at: usize) -> bool {
        self.documented(at) || self.evidenced(at) || self.design_tested(at)
    }
}

fn default_limit(frequency: Option<usize>) -> i64 {
    match frequency.map(|at| crate::common::inventory::FREQUENCIES[at]) {
        None | Some(Some("once")) => 365,
        Some(Some("daily" | "weekly")) => 30,
        Some(Some("monthly")) => 45,
        Some(Some("quarterly")) => 110,
        Some(Some("semiannual")) => 200,
        Some(Some("annual")) => 380,
        Some(Some("per-event")) => 180,
        Some(_) => 90,
    }
}

fn came_to(test: &Test) -> Design {
    let unresolved = test.exceptions.iter().any(|exception| exception.resolved.is_none_or(|day| day > today()));
    match test.conclusion {
        Some(2) => Design::Deficient,
        Some(0) if !unresolved => Design::Effective,
        _ => Design::Exception,
    }
}

pub fn there(document: &Document) -> bool {
    matches!(document.shelf, Shelf::Url | Shelf::Found)
}

pub fn approved(document: &Document) -> bool {
    document.approved_by && document.approved.is_some_and(|day| day <= today())
}

/// The day a document's next review is due, and the day it would be a whole cycle late.
pub fn review_due(document: &Document) -> Option<(Day, Day)> {
    let reviewed = document.reviewed.filter(|day| *day <= today());
    let next = |day| match document.cycle {
        Cycle::Unsaid => months_later(day, 12),
        Cycle::Months(months, _) => months_later(day, months),
        Cycle::Days(days) => day + days,
    };
    let due = next(reviewed.or(document.approved)?);
    Some((due, next(due)))
}
