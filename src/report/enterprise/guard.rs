//! What never goes out to a buyer, wherever a text holds it: names of people, and where things lie.

use std::collections::BTreeSet;

use crate::model::inventory::Inventory;

/// The shortest part of a name that is taken for one: shorter ones are words.
const SHORTEST: usize = 3;

/// What an address on a network or a share begins with, or holds.
const PLACES: [&str; 4] = ["://", "@", "www.", "\\\\"];

/// What never goes out.
pub struct Guard<'a> {
    names: BTreeSet<&'a str>,
    places: BTreeSet<&'a str>,
}

impl<'a> Guard<'a> {
    /// What an inventory holds of it.
    #[must_use]
    pub fn of(inventory: &'a Inventory) -> Self {
        let mut names: BTreeSet<&str> = BTreeSet::new();
        for person in &inventory.people {
            names.extend(parts(person.name.as_deref().unwrap_or(&person.id)));
            names.extend(Some(&**person.id).filter(|id| is_somebodys(id, person.name.as_deref())));
        }
        for name in named(inventory) {
            names.extend(parts(inventory.person_name(name)));
        }
        Self { names, places: places(inventory) }
    }

    /// Whether a text may go out.
    #[must_use]
    pub fn lets_out(&self, text: &str) -> bool {
        let lower = text.to_lowercase();
        // A whole name is one however it is written; a part in small letters is a word.
        let named = |name: &str| holds(text, name) || name.contains(' ') && holds(&lower, &name.to_lowercase());
        let names_nobody = !self.names.iter().any(|name| named(name));
        let leads_nowhere = !self.places.iter().any(|place| text.contains(place));
        names_nobody && leads_nowhere && !PLACES.iter().any(|mark| lower.contains(mark))
    }
}

/// Whether an id of somebody tells who it is: it is part of the name, or is written as no word is.
fn is_somebodys(id: &str, name: Option<&str>) -> bool {
    let part = name.is_some_and(|name| name.split_whitespace().any(|part| part.to_lowercase() == id.to_lowercase()));
    part || id.contains(|c: char| !c.is_alphabetic())
}

/// A name, and its parts where they begin with a capital, as those of people do.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    let is_part = |part: &&str| {
        part.chars().count() >= SHORTEST && part.chars().next().is_some_and(char::is_uppercase) && *part != "The"
    };
    std::iter::once(name).chain(name.split_whitespace().filter(is_part)).filter(|name| !name.trim().is_empty())
}

/// Whether a text holds a name as words of their own.
fn holds(text: &str, name: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + name.len()..).and_then(|after| after.chars().next());
        !letter(before) && !letter(after)
    })
}

/// Everybody who is named for anything.
fn named(inventory: &Inventory) -> impl Iterator<Item = &str> {
    let controls = inventory.controls.iter().flat_map(|control| {
        let testers = control.tests.iter().filter_map(|test| test.by.as_ref());
        [&control.owner, &control.performer].into_iter().flatten().chain(testers)
    });
    let documents = inventory.documents.iter().flat_map(|it| [&it.owner, &it.approved_by].into_iter().flatten());
    let vendors = inventory.vendors.iter().flat_map(|vendor| &vendor.reports);
    let vendors = vendors.filter_map(|report| report.reviewed_by.as_ref());
    let reports = inventory.reports.iter().filter_map(|report| report.owner.as_ref());
    let approvers = inventory.acceptances.iter().map(|entry| &entry.approved_by);
    let vouchers = inventory.vouched.iter().map(|word| &word.by);
    let closers = inventory.remediation.iter().filter_map(|entry| entry.owner.as_ref());
    let all = controls.chain(documents).chain(vendors).chain(reports).chain(approvers).chain(closers).chain(vouchers);
    all.map(|who| &*who.value.0)
}

/// The paths and addresses an inventory names.
fn places(inventory: &Inventory) -> BTreeSet<&str> {
    let evidence = inventory.controls.iter().flat_map(|control| &control.evidence);
    let evidence = evidence.flat_map(|it| [it.path.as_ref().map(|path| &path.value), it.url.as_ref()]);
    let documents = inventory.documents.iter();
    let documents = documents.flat_map(|it| [it.path.as_ref().map(|path| &path.value), it.url.as_ref()]);
    let reports = inventory.reports.iter();
    let reports = reports.flat_map(|it| [it.path.as_ref().map(|path| &path.value), it.url.as_ref()]);
    evidence.chain(documents).chain(reports).flatten().map(|text| &*text.0).filter(|place| place.len() > 2).collect()
}
