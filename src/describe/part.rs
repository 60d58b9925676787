//! A part of a description while it is put together.

use crate::model::description::{Missing, Part, Said, Subject, Thing};
use crate::source::file::{Located, Place};
use crate::text::count::count;
use crate::text::list::some;

/// How many things a sentence names before it counts the others.
const NAMED: usize = 6;
/// How many things that have to be written are named.
const WRITTEN: usize = 20;

/// A part with nothing in it yet.
pub(super) const fn part(subject: Subject, noun: &'static str) -> Part {
    Part { subject, noun, holds: Vec::new(), said: None, beside: Vec::new(), missing: Vec::new() }
}

/// A thing by its id.
pub(super) fn thing<T: std::ops::Deref<Target = str>>(id: &Located<T>) -> Thing {
    Thing { id: (*id.value).to_owned(), place: Some(id.place) }
}

/// Whether a text says something.
pub(super) fn says(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

/// The first few of some things, each between ticks.
pub(super) fn named(things: &[Thing]) -> String {
    some(things.iter().map(|thing| format!("`{}`", thing.id)), NAMED)
}

/// What some things lack: in what words it is told, what to write, and the key it belongs under.
#[derive(Clone, Copy)]
pub(super) struct Lack {
    /// The rest of "… has no".
    pub(super) no: &'static str,
    /// What to write, before "of `a` and `b`".
    pub(super) write: &'static str,
    /// The key.
    pub(super) key: &'static str,
}

impl Part {
    /// Holding these things.
    pub(super) fn holding(self, things: impl IntoIterator<Item = Thing>) -> Self {
        Self { holds: things.into_iter().collect(), ..self }
    }

    /// With somebody's word.
    pub(super) fn saying(self, said: Option<Said>) -> Self {
        Self { said, ..self }
    }

    /// With what is to be known beside.
    pub(super) fn beside(mut self, beside: impl IntoIterator<Item = String>) -> Self {
        self.beside.extend(beside);
        self
    }

    /// Missing something, where there is such a thing.
    pub(super) fn missing(mut self, missing: impl IntoIterator<Item = Missing>) -> Self {
        self.missing.extend(missing);
        self
    }

    /// Missing all of it.
    pub(super) fn missing_if(self, is: bool, what: &str, write: &str, key: &'static str) -> Self {
        let missing = Missing { what: what.to_owned(), write: write.to_owned(), key, places: Vec::new() };
        self.missing(is.then_some(missing))
    }

    /// Missing what some of its things lack; nothing where none does.
    pub(super) fn lacking(self, lack: Lack, things: impl IntoIterator<Item = Thing>) -> Self {
        let things: Vec<Thing> = things.into_iter().collect();
        let verb = if things.len() == 1 { "has" } else { "have" };
        let all = some(things.iter().map(|thing| format!("`{}`", thing.id)), WRITTEN);
        let missing = Missing {
            what: format!("{} {verb} no {} ({})", count(things.len(), self.noun), lack.no, named(&things)),
            write: format!("{} of {all}", lack.write),
            key: lack.key,
            places: things.iter().filter_map(|thing| thing.place).collect(),
        };
        self.missing((!things.is_empty()).then_some(missing))
    }
}

/// The place of each of some things.
pub(super) fn places(things: &[Thing]) -> Vec<Place> {
    things.iter().filter_map(|thing| thing.place).collect()
}
