//! What every format says of the description in the same words.
//!
//! Words of the inventory are in them as they are: who prints them escapes them.

use crate::model::description::{Description, DescriptionState, Missing, Part};
use crate::source::file::{Place, Sources};
use crate::text::count::{count, counted, number, plural};
use crate::text::list::{and, some};

/// How many things a line names before it counts the others.
const NAMED: usize = 4;
/// How many lines of a file are named.
const LINES: usize = 5;

/// What a placeholder begins with.
pub const TO_WRITE: &str = "To write: ";

/// What the skeleton is and is not.
pub const METHOD: &str = "Facts are taken from the inventory as they stand there, with the place of each; nothing is made up. An \
     empty list counts as \"none\" only where somebody vouches for it. Titles and questions are our own words, not the \
     standard's.";

/// How far it is: `3 of 9 description criteria are writable, 5 partly and 1 not writable.`
#[must_use]
pub fn headline(description: &Description<'_>) -> String {
    let of = |state| description.count(state);
    let asked = description.judged.len() - of(DescriptionState::NotAsked);
    let writable = of(DescriptionState::Writable);
    let verb = if writable == 1 { "is" } else { "are" };
    let rest = [DescriptionState::Partly, DescriptionState::NotWritable];
    let rest = rest.into_iter().filter(|state| of(*state) > 0);
    let rest = rest.map(|state| format!("{} {}", number(of(state)), state.plain()));
    let rest = and(rest);
    let rest = if rest.is_empty() { String::new() } else { format!(", {rest}") };
    let criteria = count(asked, "description criterion");
    let apart = of(DescriptionState::NotAsked);
    let apart = if apart == 0 {
        String::new()
    } else {
        format!(" {} not asked for in a Type I report.", counted(apart, "more is", "more are"))
    };
    format!("{} of {criteria} {verb} writable{rest}.{apart}", number(writable))
}

/// Why a gate fails.
#[must_use]
pub fn failed(description: &Description<'_>, gate: DescriptionState) -> String {
    let many = description.judged.iter().filter(|judged| judged.state().fails(gate)).count();
    let wholly = if gate == DescriptionState::Partly { "wholly " } else { "" };
    let verb = if many == 1 { "is" } else { "are" };
    format!("The gate fails: {} {verb} not {wholly}writable.", count(many, "description criterion"))
}

/// How much a person has to write: `The skeleton has 12 places to write.`
#[must_use]
pub fn to_write(description: &Description<'_>) -> String {
    format!("The skeleton of Section 3 has {}.", counted(description.to_write(), "place to write", "places to write"))
}

/// What an inventory holds of a part: `2 services (archive and relay)`; nothing where it holds nothing.
#[must_use]
pub fn held(part: &Part) -> Option<String> {
    let names = || some(part.holds.iter().map(|thing| thing.id.as_str()), NAMED);
    let things = (!part.holds.is_empty()).then(|| format!("{} ({})", count(part.holds.len(), part.noun), names()));
    let said = part.said.as_ref().map(|said| said.text.clone());
    let all: Vec<String> = things.into_iter().chain(said).chain(part.beside.iter().cloned()).collect();
    let name = part.subject.plain();
    // What is called like its things needs no name before them.
    let name = if name == plural(part.noun) && !part.holds.is_empty() { String::new() } else { format!("{name}: ") };
    (!all.is_empty()).then(|| name + &all.join("; "))
}

/// What is missing, where a fact is half there, and the key under which it belongs.
#[must_use]
pub fn missing(missing: &Missing, sources: &Sources) -> String {
    let places = places(&missing.places, sources);
    let places = if places.is_empty() { places } else { format!(" (`{places}`)") };
    format!("{}{places}; write it under `{}`", missing.what, missing.key)
}

/// A placeholder for what is missing: what to write, and where in the inventory it belongs.
#[must_use]
pub fn placeholder(missing: &Missing) -> String {
    format!("{} (in the inventory: `{}`)", missing.write.trim_end_matches(','), missing.key)
}

/// File and line of a place.
#[must_use]
pub fn place(place: Place, sources: &Sources) -> String {
    let file = sources.file(place).map_or("", |file| file.name.as_str());
    format!("{file}:{}", sources.position(place).line)
}

/// The places of something, file by file: `people.yaml:3, 4 and 9; vendors.yaml:2`.
#[must_use]
pub fn places(places: &[Place], sources: &Sources) -> String {
    let mut sorted = places.to_vec();
    sorted.sort_unstable();
    let mut files: Vec<(u32, Vec<usize>)> = Vec::new();
    for place in &sorted {
        let line = sources.position(*place).line;
        match files.last_mut().filter(|(file, _)| *file == place.file) {
            Some((_, lines)) if lines.last() == Some(&line) => {}
            Some((_, lines)) => lines.push(line),
            None => files.push((place.file, vec![line])),
        }
    }
    let told = files.iter().map(|(number, lines)| {
        let file = sources.file(Place { file: *number, start: 0, end: 0 }).map_or("", |file| file.name.as_str());
        format!("{file}:{}", some(lines, LINES))
    });
    told.collect::<Vec<String>>().join("; ")
}
