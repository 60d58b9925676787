//! The folders of a revision: where a path leads, links followed, as they were then.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use anyhow::Result;

use crate::io::git::objects::Objects;
use crate::text::hash::hex;

/// What lies in a folder under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    pub(super) hash: String,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Link,
    Folder,
    Module,
}

/// A folder: names, and what lies under them.
pub(super) type Folder = BTreeMap<String, Entry>;

/// Where a path leads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Found {
    /// To a file: its hash, and where it really lies.
    File(String, String),
    /// To a folder: its hash.
    Folder(String),
    /// Into a submodule, whose history is another one.
    Module,
    /// To nothing.
    Nothing,
    /// Out of the repository, or round in circles.
    Outside,
}

/// How many links may follow each other.
const LINKS: usize = 16;

/// The folders of a repository, those of the revision looked at last in memory: the next is mostly the same.
#[derive(Default)]
pub(super) struct Trees {
    now: BTreeMap<String, Rc<Folder>>,
    before: BTreeMap<String, Rc<Folder>>,
}

impl Trees {
    /// The next revision is to be looked at.
    pub(super) fn turn(&mut self) {
        self.before = std::mem::take(&mut self.now);
    }

    /// A folder by its hash.
    pub(super) fn folder(&mut self, objects: &mut Objects, hash: &str) -> Result<Rc<Folder>> {
        if let Some(known) = self.now.get(hash) {
            return Ok(Rc::clone(known));
        }
        let folder = match self.before.remove(hash) {
            Some(known) => known,
            None => Rc::new(entries(&objects.read(hash)?, hash.len() / 2)),
        };
        self.now.insert(hash.to_owned(), Rc::clone(&folder));
        Ok(folder)
    }

    /// Where a path from the root of a revision leads.
    pub(super) fn find(&mut self, objects: &mut Objects, root: &str, path: &str) -> Result<Found> {
        let mut ahead: VecDeque<String> = parts(path).collect();
        // The folders that lead to where we are, the root first.
        let mut way: Vec<(String, String)> = Vec::new();
        let mut links = 0;
        while let Some(part) = ahead.pop_front() {
            if part == ".." {
                if way.pop().is_none() {
                    return Ok(Found::Outside);
                }
                continue;
            }
            let here = way.last().map_or(root, |(_, hash)| hash).to_owned();
            let folder = self.folder(objects, &here)?;
            let Some(entry) = folder.get(&part) else { return Ok(Found::Nothing) };
            match entry.kind {
                Kind::Module => return Ok(Found::Module),
                Kind::Folder => way.push((part, entry.hash.clone())),
                Kind::File if ahead.is_empty() => {
                    let names = way.iter().map(|(name, _)| name.as_str()).chain([part.as_str()]);
                    return Ok(Found::File(entry.hash.clone(), names.collect::<Vec<_>>().join("/")));
                }
                Kind::File => return Ok(Found::Nothing),
                Kind::Link => {
                    links += 1;
                    let target = String::from_utf8_lossy(&objects.read(&entry.hash)?).into_owned();
                    if links > LINKS || target.starts_with('/') {
                        return Ok(Found::Outside);
                    }
                    parts(&target).rev().for_each(|part| ahead.push_front(part));
                }
            }
        }
        Ok(Found::Folder(way.pop().map_or_else(|| root.to_owned(), |(_, hash)| hash)))
    }
}

/// The parts of a path that lead anywhere.
fn parts(path: &str) -> impl DoubleEndedIterator<Item = String> {
    path.split('/').filter(|part| !part.is_empty() && *part != ".").map(str::to_owned)
}

/// The entries of a tree as git keeps it: mode, blank, name, zero, hash of so many bytes.
fn entries(tree: &[u8], hash: usize) -> Folder {
    let mut folder = Folder::new();
    let mut rest = tree;
    while let Some((head, after)) = split_at_zero(rest) {
        let Some((bytes, next)) = after.split_at_checked(hash) else { return folder };
        rest = next;
        // Of a name that is not UTF-8 we know no more than we do of one on a disk, and it may be a file of the inventory.
        let head = String::from_utf8_lossy(head);
        let Some((mode, name)) = head.split_once(' ') else { continue };
        let kind = match mode {
            "40000" | "040000" => Kind::Folder,
            "120000" => Kind::Link,
            "160000" => Kind::Module,
            _ => Kind::File,
        };
        folder.insert(name.to_owned(), Entry { kind, hash: hex(bytes) });
    }
    folder
}

fn split_at_zero(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().position(|byte| *byte == 0)?;
    let (head, rest) = bytes.split_at_checked(at)?;
    Some((head, rest.get(1..)?))
}
