//! What was found where an inventory says its evidence and documents lie.

use std::collections::BTreeMap;

/// What became of looking for one file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

/// What was found for every path an inventory names, and what the lock beside it recorded.
///
/// A path that was never looked for counts as not found: what nobody looked at is never on file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    states: BTreeMap<(u32, String), FileState>,
    locked: BTreeMap<(u32, String), String>,
}

/// Who recorded the hash of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recorder {
    /// The inventory, beside the path.
    Inventory,
    /// The lock file of the folder.
    Lock,
}

/// A hash that was recorded of a file and is not the one it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference<'a> {
    /// Who recorded it.
    pub by: Recorder,
    /// The hash recorded.
    pub recorded: &'a str,
    /// The hash the file has.
    pub found: &'a str,
}

impl Files {
    /// Notes what became of a path, written in one of the inventory's files.
    pub fn insert(&mut self, file: u32, path: &str, state: FileState) {
        self.states.insert((file, path.to_owned()), state);
    }

    /// Notes the hash the lock recorded of a path, written in one of the inventory's files.
    pub fn lock(&mut self, file: u32, path: &str, sha256: &str) {
        self.locked.insert((file, path.to_owned()), sha256.to_owned());
    }

    /// Notes what was found for another inventory, whose files are numbered from a number on.
    pub fn extend(&mut self, other: &Self, from: u32) {
        let moved = |(file, path): &(u32, String)| (file.saturating_add(from), path.clone());
        self.states.extend(other.states.iter().map(|(at, state)| (moved(at), state.clone())));
        self.locked.extend(other.locked.iter().map(|(at, hash)| (moved(at), hash.clone())));
    }

    /// How many of the paths that were looked for were found, and how many there are.
    #[must_use]
    pub fn found(&self) -> (usize, usize) {
        let found = self.states.values().filter(|state| matches!(state, FileState::Found(_))).count();
        (found, self.states.len())
    }

    /// What became of a path, written in one of the inventory's files.
    #[must_use]
    pub fn state(&self, file: u32, path: &str) -> &FileState {
        self.states.get(&(file, path.to_owned())).unwrap_or(&FileState::Missing)
    }

    /// The hash the lock recorded of a path, written in one of the inventory's files.
    #[must_use]
    pub fn locked(&self, file: u32, path: &str) -> Option<&str> {
        self.locked.get(&(file, path.to_owned())).map(String::as_str)
    }

    /// In what a file differs from what was recorded of it: nothing where it is as recorded, or where nothing was.
    #[must_use]
    pub fn differences<'a>(&'a self, file: u32, path: &str, stated: Option<&'a str>) -> Vec<Difference<'a>> {
        let FileState::Found(Some(found)) = self.state(file, path) else { return Vec::new() };
        let recorded = [(Recorder::Inventory, stated), (Recorder::Lock, self.locked(file, path))];
        let recorded = recorded.into_iter().filter_map(|(by, recorded)| Some((by, recorded?)));
        let differing = recorded.filter(|(_, recorded)| !found.eq_ignore_ascii_case(recorded));
        differing.map(|(by, recorded)| Difference { by, recorded, found }).collect()
    }
}
