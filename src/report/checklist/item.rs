//! An item of the checklist, and how things are named in it.
//!
//! Words of the inventory are in them as they are: who prints them escapes them.

use crate::text::count::count;
use crate::text::list::some;

/// An item of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is called by machines.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// What there is, in a sentence.
    pub fact: String,
    /// What is missing, in sentences. It is ticked when nothing is.
    pub missing: Vec<String>,
}

impl Item {
    /// Whether it is ticked.
    #[must_use]
    pub fn ticked(&self) -> bool {
        self.missing.is_empty()
    }
}

/// How many things are named.
const NAMED: usize = 3;

/// Some things by name: `3 controls (A-1, B-2 and C-3)`.
pub(super) fn named(thing: &str, ids: &[&str]) -> String {
    format!("{} ({})", count(ids.len(), thing), some(ids, NAMED))
}
