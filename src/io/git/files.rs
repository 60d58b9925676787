//! What became of the files that an inventory names, in a revision: what its tree holds, never what lies on the disk today.

use anyhow::Result;

use crate::io::evidence::lock_itself;
use crate::io::git::named::Named;
use crate::io::git::objects::{Objects, unless_unread};
use crate::io::git::trees::{Found, Trees};
use crate::model::files::FileState;
use crate::model::lock::{LOCK_FILE, plain};

/// Where files are looked up.
pub(super) struct Shelf<'a> {
    pub(super) objects: &'a mut Objects,
    pub(super) trees: &'a mut Trees,
    /// The tree of the revision.
    pub(super) tree: &'a str,
}

/// What was found, and whether a pointer of Git LFS stands for it.
pub(super) struct Shelved {
    pub(super) state: FileState,
    pub(super) by_pointer: bool,
}

impl Shelf<'_> {
    /// What became of all that the files of an inventory in these folders name, how many of it are pointers of Git LFS, and
    /// what keeps a file from being looked at.
    pub(super) fn look_all_up(
        &mut self,
        folders: &[&str],
        named: &[Named],
    ) -> Result<(Vec<FileState>, usize, Option<String>)> {
        let (mut states, mut pointers, mut unseen) = (Vec::with_capacity(named.len()), 0, None);
        for one in named {
            let folder = usize::try_from(one.file).ok().and_then(|at| folders.get(at)).copied();
            match unless_unread(self.look_up(folder.unwrap_or_default(), one))? {
                Ok(shelved) => {
                    pointers += usize::from(shelved.by_pointer);
                    states.push(shelved.state);
                }
                // Neither there nor missing: nobody can tell what it would have been judged by.
                Err(why) => unseen = unseen.or_else(|| Some(format!("{} cannot be looked at: {why}", one.path))),
            }
        }
        Ok((states, pointers, unseen))
    }

    /// What became of a path that a file in a folder of the repository names. It is hashed where its hash was recorded.
    fn look_up(&mut self, folder: &str, named: &Named) -> Result<Shelved> {
        let found = |state| Ok(Shelved { state, by_pointer: false });
        let Some(path) = plain(&named.path) else { return found(FileState::Outside) };
        if path == LOCK_FILE {
            return found(lock_itself());
        }
        let unreadable = |why: &str| found(FileState::Unreadable(why.to_owned()));
        match self.trees.find(self.objects, self.tree, &beside(folder, &path))? {
            Found::Nothing => found(FileState::Missing),
            Found::Outside => found(FileState::Outside),
            Found::Folder(_) => unreadable("it is a folder, not a file"),
            Found::Module => unreadable("it lies in a submodule, whose history is another one"),
            Found::File(_, real) if !lies_in(&real, folder) => found(FileState::Outside),
            Found::File(_, real) if real == beside(folder, LOCK_FILE) => found(lock_itself()),
            Found::File(hash, _) if named.stated || named.locked.is_some() => {
                let hashed = self.objects.sha256(&hash)?;
                Ok(Shelved { state: FileState::Found(Some(hashed.sha256)), by_pointer: hashed.by_pointer })
            }
            Found::File(..) => found(FileState::Found(None)),
        }
    }
}

/// A path in a folder of the repository.
pub(super) fn beside(folder: &str, path: &str) -> String {
    if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") }
}

/// The folder that a path of the repository lies in; the root has no name.
pub(super) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn lies_in(path: &str, folder: &str) -> bool {
    folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}
