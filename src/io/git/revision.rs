//! An inventory in a revision, and the history it makes.

use std::sync::Arc;

use anyhow::Result;

use crate::io::git::named::{Named, named};
use crate::io::git::objects::{Objects, is_pointer, unless_unread};
use crate::io::text::text_of;
use crate::model::files::{FileState, Files};
use crate::model::trend::Revision;
use crate::source::file::{SourceFile, Sources};
use crate::source::problem::Problems;
use crate::text::hash::sha256_hex;

/// All that an assessment looks at beside the day: two revisions with the same content are assessed alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Content {
    /// The files of the inventory, by git's hashes.
    pub(super) inventory: Vec<String>,
    /// The locks beside them.
    pub(super) locks: Vec<String>,
    /// What became of the files they name.
    pub(super) named: Vec<FileState>,
    /// What keeps it from being read, where something does.
    pub(super) fault: Option<String>,
}

/// A file of the inventory, or a lock beside some of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    pub(super) path: String,
    pub(super) hash: String,
    /// The numbers of the inventory's files that a lock lies beside.
    pub(super) beside: Vec<u32>,
}

/// What an inventory was in a revision.
#[derive(Clone, Debug)]
pub struct Looked {
    /// The revision that made it so.
    pub revision: Revision,
    /// What it came to.
    pub content: Content,
    /// How many of the files it names are told by a pointer of Git LFS alone.
    pub pointers: usize,
    pub(super) files: Vec<Kept>,
    pub(super) locks: Vec<Kept>,
    pub(super) named: Arc<Vec<Named>>,
}

impl Looked {
    /// What keeps it from being read, where something does.
    #[must_use]
    pub fn fault(&self) -> Option<&str> {
        self.content.fault.as_deref()
    }

    /// Where its files lay.
    #[must_use]
    pub fn paths(&self) -> Vec<String> {
        self.files.iter().map(|file| file.path.clone()).collect()
    }

    /// What became of the files it names.
    #[must_use]
    pub fn files(&self) -> Files {
        let mut files = Files::default();
        for (named, state) in self.named.iter().zip(&self.content.named) {
            files.insert(named.file, &named.path, state.clone());
            if let Some(hash) = &named.locked {
                files.lock(named.file, &named.path, hash);
            }
        }
        files
    }

    /// How many of the files it names are in no revision, although some of these files are there.
    #[must_use]
    pub fn missing_here(&self, files: &Files) -> usize {
        let missing = self.named.iter().zip(&self.content.named).filter(|(_, state)| **state == FileState::Missing);
        missing.filter(|(named, _)| matches!(files.state(named.file, &named.path), FileState::Found(_))).count()
    }
}

/// What stands in the place of a file that is kept in Git LFS.
const POINTER: &str = "it is kept in Git LFS, and the history holds only a pointer to it";

/// The texts of an inventory in a revision, or what keeps them from being read.
pub(super) fn texts(
    objects: &mut Objects,
    files: &[Kept],
    locks: &[Kept],
) -> Result<Result<(Sources, Problems), String>> {
    let mut problems = Problems::default();
    let mut read = Vec::new();
    for (number, kept) in (0u32..).zip(files.iter().chain(locks)) {
        let bytes = match unless_unread(objects.read(&kept.hash))? {
            Ok(bytes) => bytes,
            Err(why) => return Ok(Err(format!("{} cannot be read: {why}", kept.path))),
        };
        if is_pointer(&bytes) {
            return Ok(Err(POINTER.to_owned()));
        }
        let digest = sha256_hex(&bytes);
        let text = text_of(bytes, number, &mut problems);
        read.push(SourceFile::new(kept.path.as_str(), text, digest));
    }
    let read_locks = read.split_off(files.len().min(read.len()));
    let mut sources = Sources::new(read);
    for (lock, file) in locks.iter().zip(read_locks) {
        sources.add_lock(file, lock.beside.clone());
    }
    Ok(Ok((sources, problems)))
}

/// The history of an inventory.
pub struct History {
    pub(super) objects: Objects,
    /// The revisions that changed it, or a file it names, newest first.
    pub revisions: Vec<Looked>,
    /// Where the files lie in what is checked out.
    pub paths: Vec<String>,
    /// The oldest commit there is, where it has the inventory and the clone holds no older one.
    pub shallow: Option<Revision>,
}

impl History {
    /// The texts of the inventory in a revision, with what is wrong with their bytes.
    ///
    /// # Errors
    ///
    /// When git cannot give them. Within, what keeps them from being read as an inventory.
    pub fn texts(&mut self, looked: &Looked) -> Result<Result<(Sources, Problems), String>> {
        texts(&mut self.objects, &looked.files, &looked.locks)
    }
}

/// The files that an inventory names, each taken as there.
#[must_use]
pub fn assumed(sources: &Sources) -> Files {
    let mut files = Files::default();
    for named in named(sources) {
        files.insert(named.file, &named.path, FileState::Found(None));
        if let Some(hash) = &named.locked {
            files.lock(named.file, &named.path, hash);
        }
    }
    files
}
