//! Occurrences in little room: a character each, a word for each state, and runs of one state as one.

use crate::model::date::Period;
use crate::model::operation::{Occurrence, OccurrenceState, Operation};
use crate::text::count::{count, number};

/// What each character of a strip stands for; the shapes differ, so that nobody needs colours.
pub const LEGEND: &str =
    "■ evidenced, × missed, ○ no occurrence, · not due yet, or cut short and so never due; a blank between months";

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

/// What became of the occurrences of a control, counted: `3 evidenced, 1 missed, 2 not due yet`; of a single one its state.
///
/// Evidence may come before an occurrence is over, so that nothing is said of how many were due.
#[must_use]
pub fn counted(operation: &Operation) -> String {
    match &operation.occurrences[..] {
        [one] if one.state == OccurrenceState::NoOccurrence => return "nothing called for it".to_owned(),
        [one] => return Run { of: std::slice::from_ref(one) }.told(),
        _ => {}
    }
    let cut_short = operation.occurrences.iter().filter(|one| is_cut_short(one)).count();
    let of = |state| match state {
        OccurrenceState::NotYetDue => operation.count(state) - cut_short,
        _ => operation.count(state),
    };
    let state = |state| match (state, of(state)) {
        // Where something was missed, nobody should have to look for what was not.
        (OccurrenceState::Evidenced, 0) => (of(OccurrenceState::Missed) > 0).then(|| "none evidenced".to_owned()),
        (_, 0) => None,
        (OccurrenceState::NoOccurrence, many) => Some(format!("{} where nothing called for it", number(many))),
        (_, many) => Some(format!("{} {}", number(many), plain(state))),
    };
    let order = [
        OccurrenceState::Evidenced,
        OccurrenceState::Missed,
        OccurrenceState::NoOccurrence,
        OccurrenceState::NotYetDue,
    ];
    let cut_short = (cut_short > 0).then(|| format!("{} cut short", number(cut_short)));
    order.into_iter().filter_map(state).chain(cut_short).collect::<Vec<_>>().join(", ")
}

/// Whether nothing shows an occurrence that never falls due, for the time of the control ended before it was over.
fn is_cut_short(occurrence: &Occurrence) -> bool {
    occurrence.cut_short && occurrence.state == OccurrenceState::NotYetDue
}

/// Occurrences of one state that follow each other, at most with weekends between.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// They, in order, with what lies between; at least one.
    pub of: &'a [Occurrence],
}

impl<'a> Run<'a> {
    /// From the first day of the first to the last day of the last.
    #[must_use]
    pub fn time(&self) -> Option<Period> {
        Some(Period::between(self.of.first()?.start, self.of.last()?.end))
    }

    /// The state it is of.
    #[must_use]
    pub fn state(&self) -> OccurrenceState {
        self.of.first().map_or(OccurrenceState::NoOccurrence, |first| first.state)
    }

    /// The occurrences of its state.
    pub fn members(&self) -> impl Iterator<Item = &'a Occurrence> + use<'a> {
        let state = self.state();
        self.of.iter().filter(move |one| one.state == state)
    }

    /// Whether something lies between that was none.
    #[must_use]
    pub fn has_rests(&self) -> bool {
        self.members().count() < self.of.len()
    }

    /// State and number: `missed`, `12 missed`.
    #[must_use]
    pub fn told(&self) -> String {
        let word = if self.members().all(is_cut_short) { "cut short" } else { plain(self.state()) };
        match self.members().count() {
            1 => word.to_owned(),
            many => format!("{} {word}", number(many)),
        }
    }
}

/// Occurrences as they are told: each alone while there are few, else those of one state as one.
#[must_use]
pub fn runs(occurrences: &[Occurrence]) -> Vec<Run<'_>> {
    if occurrences.len() <= ONE_BY_ONE {
        occurrences.chunks(1).map(|of| Run { of }).collect()
    } else {
        alike(occurrences)
    }
}

/// Occurrences of one state as one: a week of which every working day was missed and the next such week are one run.
fn alike(occurrences: &[Occurrence]) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = occurrences;
    while let Some(first) = rest.first() {
        let same = |one: &Occurrence| one.state == first.state && one.cut_short == first.cut_short;
        let goes_on = |one: &Occurrence| same(one) || one.state == OccurrenceState::NoOccurrence;
        let reach = rest.iter().take_while(|one| goes_on(one)).count();
        // What lies at its end belongs to it no more.
        let (reached, _) = rest.split_at_checked(reach).unwrap_or((rest, &[]));
        let end = reached.iter().rposition(same).map_or(1, |last| last + 1);
        let (of, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        runs.push(Run { of });
        rest = after;
    }
    runs
}

/// The occurrences that were missed, for a cell: the first few, the others counted.
#[must_use]
pub fn missed(occurrences: &[Occurrence], named: usize) -> String {
    let all: Vec<Run<'_>> =
        alike(occurrences).into_iter().filter(|run| run.state() == OccurrenceState::Missed).collect();
    let told = all.iter().take(named).filter_map(|run| {
        let time = run.time()?;
        Some(match run.members().count() {
            1 => time.to_string(),
            many => format!("{time} ({})", count(many, "occurrence")),
        })
    });
    let told: Vec<String> = told.collect();
    match all.iter().skip(named).map(|run| run.members().count()).sum::<usize>() {
        0 => told.join(", "),
        more => format!("{} and {} more", told.join(", "), number(more)),
    }
}
