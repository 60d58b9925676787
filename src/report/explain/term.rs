//! The page of a term.

use crate::model::glossary::Term;
use crate::report::explain::Desk;
use crate::report::explain::page::{Block, Entry, Item};
use crate::source::describe::normal;
use crate::text::list::and;

/// The terms of a name or another word for it, in any case.
pub(super) fn find(desk: &Desk<'_>, thing: &str) -> Vec<Entry> {
    let wanted = normal(thing);
    let called = |term: &&Term| names(term).any(|name| normal(name) == wanted);
    desk.knowledge.terms.iter().filter(called).map(entry).collect()
}

/// Every word a term is known by.
pub(super) fn names(term: &Term) -> impl Iterator<Item = &str> {
    std::iter::once(&term.name).chain(&term.aliases).map(String::as_str)
}

fn entry(term: &Term) -> Entry {
    let aliases = (!term.aliases.is_empty()).then(|| Item::of("Also called", and(&term.aliases)));
    let source = term.source.as_ref().map(|source| Item::of("Source", source));
    let see = (!term.see.is_empty()).then(|| Item::of("See also", and(&term.see)));
    let facts: Vec<Item> = [aliases, source, see].into_iter().flatten().collect();
    let mut blocks = vec![Block::text(&term.means)];
    blocks.extend((!facts.is_empty()).then_some(Block::Items(facts)));
    Entry { kind: "term", name: term.name.clone(), title: term.name.clone(), blocks }
}
