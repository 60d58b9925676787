//! Occurrences in little room: a character each, a word for each state, and runs of one state as one.

use crate::model::date::Date;
use crate::model::operation::{Occurrence, OccurrenceState, Operation};
use crate::text::count::{count, number};

/// What each character of a strip stands for; the shapes differ, so that nobody needs colours.
pub const LEGEND: &str = "■ evidenced, × missed, ○ no occurrence, · not due yet; a blank between months";

/// How many occurrences are told one by one; of more, runs of one state are told as one.
pub const ONE_BY_ONE: usize = 12;

/// The states as one strip, oldest first.
#[must_use]
pub fn strip(occurrences: &[Occurrence]) -> String {
    let mut strip = String::with_capacity(occurrences.len() * 3);
    let mut month = None;
    for occurrence in occurrences {
        let begins = occurrence.start.month();
        if month.is_some_and(|month| month != begins) {
            strip.push(' ');
        }
        month = Some(begins);
        strip.push(sign(occurrence.state));
    }
    strip
}

const fn sign(state: OccurrenceState) -> char {
    match state {
        OccurrenceState::Evidenced => '■',
        OccurrenceState::Missed => '×',
        OccurrenceState::NotYetDue => '·',
        OccurrenceState::NoOccurrence => '○',
    }
}

/// A state for people.
#[must_use]
pub const fn plain(state: OccurrenceState) -> &'static str {
    match state {
        OccurrenceState::Evidenced => "evidenced",
        OccurrenceState::Missed => "missed",
        OccurrenceState::NotYetDue => "not due yet",
        OccurrenceState::NoOccurrence => "no occurrence",
    }
}

/// What became of the occurrences of a control, counted: `3 of 4 due evidenced, 1 missed, 2 not due yet`.
#[must_use]
pub fn counted(operation: &Operation) -> String {
    let of = |state| operation.count(state);
    let (evidenced, missed) = (of(OccurrenceState::Evidenced), of(OccurrenceState::Missed));
    let first = match evidenced + missed {
        0 => None,
        due => Some(format!("{} of {} due evidenced", number(evidenced), number(due))),
    };
    let rest = [OccurrenceState::Missed, OccurrenceState::NoOccurrence, OccurrenceState::NotYetDue];
    let rest = rest.into_iter().filter(|state| of(*state) > 0).map(|state| match state {
        OccurrenceState::NoOccurrence => format!("{} where nothing called for it", number(of(state))),
        _ => format!("{} {}", number(of(state)), plain(state)),
    });
    first.into_iter().chain(rest).collect::<Vec<_>>().join(", ")
}

/// Consecutive occurrences of one state.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// They, in order; at least one.
    pub of: &'a [Occurrence],
}

impl Run<'_> {
    /// From the first day of the first to the last day of the last.
    #[must_use]
    pub fn days(&self) -> Option<(Date, Date)> {
        Some((self.of.first()?.start, self.of.last()?.end))
    }

    /// The state of all of them.
    #[must_use]
    pub fn state(&self) -> OccurrenceState {
        self.of.first().map_or(OccurrenceState::NoOccurrence, |first| first.state)
    }

    /// State and number: `missed`, `12 missed`.
    #[must_use]
    pub fn told(&self) -> String {
        match self.of.len() {
            1 => plain(self.state()).to_owned(),
            many => format!("{} {}", number(many), plain(self.state())),
        }
    }
}

/// Occurrences as they are told: each alone while there are few, else those that follow each other in one state as one.
#[must_use]
pub fn runs(occurrences: &[Occurrence]) -> Vec<Run<'_>> {
    if occurrences.len() <= ONE_BY_ONE {
        return occurrences.chunks(1).map(|of| Run { of }).collect();
    }
    let alike = occurrences.chunk_by(|a, b| a.state == b.state && a.cut_short == b.cut_short);
    alike.map(|of| Run { of }).collect()
}

/// The occurrences that were missed, for a cell: the first few, the others counted.
#[must_use]
pub fn missed(occurrences: &[Occurrence], named: usize) -> String {
    let alike = occurrences.chunk_by(|a, b| a.state == b.state);
    let runs = alike.filter(|of| of.first().is_some_and(|one| one.state == OccurrenceState::Missed));
    let all: Vec<Run<'_>> = runs.map(|of| Run { of }).collect();
    let told = all.iter().take(named).filter_map(|run| {
        let (start, end) = run.days()?;
        let time = crate::model::date::Period::between(start, end).to_string();
        Some(if run.of.len() == 1 { time } else { format!("{time} ({})", count(run.of.len(), "occurrence")) })
    });
    let told: Vec<String> = told.collect();
    match all.iter().skip(named).map(|run| run.of.len()).sum::<usize>() {
        0 => told.join(", "),
        more => format!("{} and {} more", told.join(", "), number(more)),
    }
}
