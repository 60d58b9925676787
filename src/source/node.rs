//! A located tree: what a YAML file says, and where it says it.

use std::borrow::Cow;

use crate::source::file::Place;

/// A value in a YAML file with the place it stands at.
#[derive(Clone, Debug)]
pub struct Node<'s> {
    /// Where the value stands; for a mapping or a sequence, where it begins.
    pub place: Place,
    /// What it is.
    pub kind: Kind<'s>,
}

/// What a value is.
#[derive(Clone, Debug)]
pub enum Kind<'s> {
    /// Nothing was written after the key, or a plain `null` or `~`.
    Null,
    /// A word, a number, a date, a text: YAML's scalars, as text. `no` is a text.
    Scalar(Cow<'s, str>),
    /// A list.
    Sequence(Vec<Node<'s>>),
    /// Keys and values, in the order written, no key twice.
    Mapping(Vec<Entry<'s>>),
}

/// One key of a mapping with its value.
#[derive(Clone, Debug)]
pub struct Entry<'s> {
    /// The key.
    pub key: Cow<'s, str>,
    /// Where the key stands.
    pub place: Place,
    /// The value.
    pub value: Node<'s>,
}

impl Node<'_> {
    /// What the value is, in words for a message: `a list`, `a mapping`, `nothing`, or the text in backticks.
    #[must_use]
    pub fn in_words(&self) -> String {
        match &self.kind {
            Kind::Null => "nothing".to_owned(),
            Kind::Scalar(text) => format!("`{}`", crate::text::wrap::truncate(text, 60)),
            Kind::Sequence(_) => "a list".to_owned(),
            Kind::Mapping(_) => "a mapping".to_owned(),
        }
    }

    /// How many values the tree holds, itself among them.
    #[must_use]
    pub fn size(&self) -> usize {
        match &self.kind {
            Kind::Null | Kind::Scalar(_) => 1,
            Kind::Sequence(items) => 1 + items.iter().map(Node::size).sum::<usize>(),
            Kind::Mapping(entries) => 1 + entries.iter().map(|entry| entry.value.size()).sum::<usize>(),
        }
    }
}
