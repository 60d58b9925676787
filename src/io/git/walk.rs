//! From what is checked out back to the beginning: the revisions that changed an inventory, or anything it is judged by.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Result, bail};

use crate::io::git::commits::{Commit, commits};
use crate::io::git::files::{Shelf, beside, folder_of};
use crate::io::git::follow::Names;
use crate::io::git::named::{Named, named};
use crate::io::git::objects::{Objects, unless_unread};
use crate::io::git::place::{Place, Spec};
use crate::io::git::revision::{Content, History, Kept, Looked, texts};
use crate::io::git::trees::{Found, Trees};
use crate::io::parallel::{hands, in_order};
use crate::io::progress::Progress;
use crate::model::files::FileState;
use crate::model::lock::LOCK_FILE;

/// How many commits lie open at once.
const OPEN: usize = 64;
/// What is said of a revision in which the inventory is not.
const ABSENT: &str = "the inventory is not in this revision";
/// What is said of one in which it may have lain under a name that nobody can find out.
const LOST: &str =
    "the inventory is not in this revision under a name that is known, and what was renamed cannot be told there";
/// What is said of a lock that leads elsewhere.
const LINK: &str = "gapcheck.lock is a link there, and a lock is kept in a file of its own";

/// Reads the history of an inventory. Where files are assumed, every file it names is taken as there.
///
/// # Errors
///
/// When git cannot read it, or no revision has the inventory.
pub fn history(place: &Place, assume_files: bool) -> Result<History> {
    let commits = commits(place)?;
    let mut walk = Walk {
        place,
        objects: Objects::of(&place.folder)?,
        trees: Trees::default(),
        specs: place.specs.clone(),
        known: BTreeMap::new(),
        is_lost: false,
        assume_files,
    };
    let newest = match commits.first() {
        Some(commit) => unless_unread(walk.files(&commit.tree))?.unwrap_or_default(),
        None => Vec::new(),
    };
    let paths: Vec<String> = newest.into_iter().map(|file| file.path).collect();
    let revisions = walk.revisions(&commits)?;
    if revisions.is_empty() {
        bail!(place.is_nowhere());
    }
    let oldest = commits.last().filter(|_| place.is_shallow);
    let shallow = match oldest {
        // Where it cannot be told whether the inventory is there, the history may go on as well.
        Some(commit) if !unless_unread(walk.files(&commit.tree))?.is_ok_and(|files| files.is_empty()) => {
            Some(commit.revision.clone())
        }
        _ => None,
    };
    Ok(History { objects: walk.objects, revisions, paths, shallow })
}

/// The hashes that the paths an inventory names depend on: those of its files, and those of the locks.
type Texts = (Vec<String>, Vec<String>);

struct Walk<'a> {
    place: &'a Place,
    objects: Objects,
    trees: Trees,
    specs: Vec<Spec>,
    /// What texts name, or what keeps them from being read.
    known: BTreeMap<Texts, (Arc<Vec<Named>>, Option<String>)>,
    /// Whether names could not be followed from here on.
    is_lost: bool,
    assume_files: bool,
}

/// The files of an inventory in a commit.
struct Held<'c> {
    commit: &'c Commit,
    files: Vec<Kept>,
    locks: Vec<Kept>,
    fault: Option<String>,
}

impl Held<'_> {
    fn texts(&self) -> Texts {
        let hashes = |kept: &[Kept]| kept.iter().map(|kept| kept.hash.clone()).collect();
        (hashes(&self.files), hashes(&self.locks))
    }
}

impl Walk<'_> {
    /// The revisions that changed something, newest first.
    fn revisions(&mut self, commits: &[Commit]) -> Result<Vec<Looked>> {
        let progress = Progress::of_commits(commits.len());
        let mut revisions: Vec<Looked> = Vec::new();
        // What lasts up to here, told by the oldest commit that has it so far: in the end the one that made it so.
        let mut lasting: Option<Looked> = None;
        let mut newer = None;
        for some in commits.chunks(OPEN) {
            let held =
                some.iter().map(|commit| self.held(commit, newer.replace(commit))).collect::<Result<Vec<_>>>()?;
            self.learn(&held)?;
            for held in held {
                let looked = self.looked(held)?;
                if let Some(other) = lasting.take().filter(|lasting| lasting.content != looked.content) {
                    revisions.push(other);
                }
                lasting = Some(looked);
                progress.done(1);
            }
        }
        revisions.extend(lasting);
        // Before an inventory is first there, it is not missing.
        if revisions.last().is_some_and(|oldest| oldest.fault() == Some(ABSENT)) {
            revisions.pop();
        }
        Ok(revisions)
    }

    /// The files of an inventory in a commit; where it has none, they are looked for under the names they had before the
    /// newer one.
    fn held<'c>(&mut self, commit: &'c Commit, newer: Option<&Commit>) -> Result<Held<'c>> {
        self.trees.turn();
        if let Some(newer) = newer {
            self.is_lost |= unless_unread(self.follow(commit, newer))?.is_err();
        }
        let held = self.files(&commit.tree).and_then(|files| Ok((self.locks(&files, &commit.tree)?, files)));
        Ok(match unless_unread(held)? {
            Ok(((locks, fault), files)) => {
                let absent = if self.is_lost { LOST } else { ABSENT };
                let fault = if files.is_empty() { Some(absent) } else { fault };
                Held { commit, files, locks, fault: fault.map(str::to_owned) }
            }
            Err(why) => {
                let fault = Some(format!("a folder of it cannot be read: {why}"));
                Held { commit, files: Vec::new(), locks: Vec::new(), fault }
            }
        })
    }

    /// Finds out what texts name that nobody has read yet: git is asked by one hand, all others read.
    fn learn(&mut self, held: &[Held<'_>]) -> Result<()> {
        let mut read = BTreeMap::new();
        for held in held {
            let key = held.texts();
            if !self.known.contains_key(&key) && !read.contains_key(&key) {
                read.insert(key, texts(&mut self.objects, &held.files, &held.locks)?);
            }
        }
        let read: Vec<_> = read.into_iter().collect();
        let learnt = in_order(&read, hands(), |(_, texts)| match texts {
            Ok((sources, _)) => (Arc::new(named(sources)), None),
            Err(why) => (Arc::default(), Some(why.clone())),
        });
        self.known.extend(read.into_iter().map(|(key, _)| key).zip(learnt));
        Ok(())
    }

    /// What the inventory is in a commit, with what became of the files it names.
    fn looked(&mut self, held: Held<'_>) -> Result<Looked> {
        self.trees.turn();
        let (inventory, lock_hashes) = held.texts();
        let known = self.known.get(&(inventory.clone(), lock_hashes.clone()));
        let (named, unread) = known.cloned().unwrap_or_default();
        let Held { commit, files, locks, fault } = held;
        let (states, pointers, unseen) = self.states(&files, &named, &commit.tree)?;
        let fault = fault.or(unread).or(unseen);
        Ok(Looked {
            revision: commit.revision.clone(),
            content: Content { inventory, locks: lock_hashes, named: states, fault },
            pointers,
            files,
            locks,
            named,
        })
    }

    /// Takes up the names of before, for whatever was in the newer commit and is not in this one.
    fn follow(&mut self, commit: &Commit, newer: &Commit) -> Result<()> {
        let mut before = Vec::new();
        let mut names = Names { place: self.place, objects: &mut self.objects, trees: &mut self.trees };
        for spec in &self.specs {
            let is_gone = names.files(spec, &commit.tree)?.is_empty() && !names.files(spec, &newer.tree)?.is_empty();
            let specs = if is_gone { names.before(spec, [&commit.tree, &newer.tree])? } else { vec![spec.clone()] };
            before.extend(specs);
        }
        self.specs = before;
        Ok(())
    }

    /// The files of the inventory in a tree, each once.
    fn files(&mut self, tree: &str) -> Result<Vec<Kept>> {
        let mut files: Vec<Kept> = Vec::new();
        let mut names = Names { place: self.place, objects: &mut self.objects, trees: &mut self.trees };
        for spec in &self.specs {
            for path in names.files(spec, tree)? {
                let found = names.trees.find(names.objects, tree, &path)?;
                if let (Found::File(hash, _), false) = (found, files.iter().any(|file| file.path == path)) {
                    files.push(Kept { path, hash, beside: Vec::new() });
                }
            }
        }
        Ok(files)
    }

    /// The locks beside them, and what is wrong with one.
    fn locks(&mut self, files: &[Kept], tree: &str) -> Result<(Vec<Kept>, Option<&'static str>)> {
        let mut folders: Vec<(&str, Vec<u32>)> = Vec::new();
        for (number, file) in (0u32..).zip(files) {
            let folder = folder_of(&file.path);
            match folders.iter_mut().find(|(known, _)| *known == folder) {
                Some((_, numbers)) => numbers.push(number),
                None => folders.push((folder, vec![number])),
            }
        }
        let (mut locks, mut fault) = (Vec::new(), None);
        for (folder, beside_it) in folders {
            let path = beside(folder, LOCK_FILE);
            if let Found::File(hash, real) = self.trees.find(&mut self.objects, tree, &path)? {
                fault = fault.or((real != path).then_some(LINK));
                locks.push(Kept { path, hash, beside: beside_it });
            }
        }
        Ok((locks, fault))
    }

    /// What became of the files it names, how many of them are pointers of Git LFS, and what keeps one from being looked at.
    fn states(
        &mut self,
        files: &[Kept],
        named: &[Named],
        tree: &str,
    ) -> Result<(Vec<FileState>, usize, Option<String>)> {
        if self.assume_files {
            return Ok((named.iter().map(|_| FileState::Found(None)).collect(), 0, None));
        }
        let folders: Vec<&str> = files.iter().map(|file| folder_of(&file.path)).collect();
        Shelf { objects: &mut self.objects, trees: &mut self.trees, tree }.look_all_up(&folders, named)
    }
}
