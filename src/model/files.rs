//! What was found where an inventory says its evidence and documents lie.

use std::collections::BTreeMap;

/// What became of looking for one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileState {
    /// It is there, with its SHA-256 in lower-case hexadecimal where it was asked for.
    Found(Option<String>),
    /// Nothing is there.
    Missing,
    /// It lies outside the folder of the inventory, where gapcheck does not look.
    Outside,
    /// It is there but could not be read; why.
    Unreadable(String),
}

/// What was found for every path an inventory names.
///
/// A path that was never looked for counts as not found: what nobody looked at is never on file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    states: BTreeMap<(u32, String), FileState>,
}

impl Files {
    /// Notes what became of a path, written in one of the inventory's files.
    pub fn insert(&mut self, file: u32, path: &str, state: FileState) {
        self.states.insert((file, path.to_owned()), state);
    }

    /// What became of a path, written in one of the inventory's files.
    #[must_use]
    pub fn state(&self, file: u32, path: &str) -> &FileState {
        self.states.get(&(file, path.to_owned())).unwrap_or(&FileState::Missing)
    }
}
