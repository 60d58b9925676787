//! Looking for evidence and documents where the inventory says they lie, never outside its folder.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use crate::io::hash;
use crate::io::hash::Hands;
use crate::io::lock;
use crate::io::text::folder_of;
use crate::model::document::{Control, OwnReport, PolicyDocument};
use crate::model::files::{FileState, Files};
use crate::model::inventory::Inventory;
use crate::model::lock::{Folder, Folders, LOCK_FILE, plain};
use crate::source::file::{Located, Sources};
use crate::source::reader::Text;

/// Whether a file is one that the inventory names as evidence or as a document.
#[must_use]
pub fn is_named(file: &Path, inventory: &Inventory, sources: &Sources) -> bool {
    let folders = folders_of(sources);
    named(inventory).any(|Named { path, .. }| {
        let named = Path::new(&*path.value);
        // Only what has the name of the file is worth a look at the disk.
        let folder = folders.get(&path.place.file).filter(|_| named.file_name() == file.file_name());
        folder.is_some_and(|folder| folder.join(named).canonicalize().is_ok_and(|real| real == file))
    })
}

fn folders_of(sources: &Sources) -> BTreeMap<u32, PathBuf> {
    sources.iter().map(|(number, file)| (number, folder_of(&file.name))).collect()
}

/// Looks up every path an inventory names. A file is hashed where its hash was recorded, in the inventory or in the lock.
#[must_use]
pub fn look_up(inventory: &Inventory, sources: &Sources) -> Files {
    found(inventory, sources, &lock::folders(sources), false, Hands::All)
}

/// As [`look_up`], for one of several inventories that are looked at beside each other.
#[must_use]
pub fn look_up_beside(inventory: &Inventory, sources: &Sources) -> Files {
    found(inventory, sources, &lock::folders(sources), false, Hands::One)
}

/// Looks up every path an inventory names, and hashes every file, recorded or not.
#[must_use]
pub fn hash_all(inventory: &Inventory, sources: &Sources, folders: &Folders) -> Files {
    found(inventory, sources, folders, true, Hands::All)
}

/// The regular file that a path in a folder of the inventory means, looked up anew: what was a file may have become a link since.
///
/// # Errors
///
/// What else was found there.
pub fn regular(folder: &Folder, path: &str) -> Result<PathBuf, FileState> {
    let folder = if folder.name.is_empty() { Path::new(".") } else { Path::new(&folder.name) };
    real(folder, path)
}

/// A path that the inventory names.
pub(super) struct Named<'a> {
    pub(super) path: &'a Located<Text>,
    /// Whether the inventory states its hash.
    pub(super) stated: bool,
}

fn named(inventory: &Inventory) -> impl Iterator<Item = Named<'_>> {
    named_by(&inventory.controls, &inventory.documents, &inventory.reports)
}

/// The paths that the parts of an inventory name: whoever looks for files, on the disk or in a history, looks for these.
pub(super) fn named_by<'a>(
    controls: &'a [Control],
    documents: &'a [PolicyDocument],
    reports: &'a [OwnReport],
) -> impl Iterator<Item = Named<'a>> {
    let evidence = controls.iter().flat_map(|control| &control.evidence);
    let evidence = evidence.filter_map(|one| Some(Named { path: one.path.as_ref()?, stated: one.sha256.is_some() }));
    let documents = documents.iter().filter_map(|document| document.path.as_ref());
    let reports = reports.iter().filter_map(|report| report.path.as_ref());
    evidence.chain(documents.chain(reports).map(|path| Named { path, stated: false }))
}

fn found(inventory: &Inventory, sources: &Sources, folders: &Folders, all: bool, by: Hands) -> Files {
    let reals = folders_of(sources);
    let mut files = Files::default();
    let mut wanted: BTreeSet<PathBuf> = BTreeSet::new();
    let mut waiting: Vec<(&Located<Text>, PathBuf)> = Vec::new();
    for Named { path, stated } in named(inventory) {
        let (file, written) = (path.place.file, &*path.value);
        let folder = folders.get(folders.position(file));
        let locked = folder.and_then(|folder| folder.hash(&plain(written)?));
        if let Some(hash) = locked {
            files.lock(file, written, hash);
        }
        match reals.get(&file).map_or(Err(FileState::Missing), |folder| real(folder, written)) {
            Err(state) => files.insert(file, written, state),
            Ok(real) => {
                if all || stated || locked.is_some() {
                    wanted.insert(real.clone());
                }
                waiting.push((path, real));
            }
        }
    }
    // A file is hashed once, however often and by whatever names it is named.
    let hashed = hash::hashes(&wanted, by);
    for (path, real) in waiting {
        let state = hashed.get(&real).cloned().unwrap_or_else(|| opened(&real));
        files.insert(path.place.file, &path.value, state);
    }
    files
}

/// The regular file that a path means, or what else was found there.
fn real(folder: &Path, path: &str) -> Result<PathBuf, FileState> {
    let relative = Path::new(path);
    let climbs = relative.components().any(|part| !matches!(part, Component::Normal(_) | Component::CurDir));
    if climbs {
        return Err(FileState::Outside);
    }
    if plain(path).as_deref() == Some(LOCK_FILE) {
        return Err(lock_itself());
    }
    let real = folder.join(relative).canonicalize().map_err(|error| state_of(&error))?;
    // A link may lead anywhere; what it leads to must lie within.
    let folder = folder.canonicalize().map_err(|error| state_of(&error))?;
    if !real.starts_with(&folder) {
        return Err(FileState::Outside);
    }
    if real == folder.join(LOCK_FILE) {
        return Err(lock_itself());
    }
    // What is no file, such as a pipe, is not even opened: it could keep a reader waiting for ever.
    match std::fs::metadata(&real) {
        Err(error) => Err(state_of(&error)),
        Ok(found) if found.is_dir() => Err(FileState::Unreadable("it is a folder, not a file".to_owned())),
        Ok(found) if !found.is_file() => Err(FileState::Unreadable("it is not a regular file".to_owned())),
        Ok(_) => Ok(real),
    }
}

pub(super) fn lock_itself() -> FileState {
    FileState::Unreadable("it is the lock, which is no evidence of itself".to_owned())
}

fn state_of(error: &std::io::Error) -> FileState {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => FileState::Missing,
        _ => FileState::Unreadable(error.to_string()),
    }
}

/// Whether a file that need not be hashed could be read: what nobody can open is not on file.
#[expect(clippy::disallowed_methods, reason = "io is where files are opened")]
fn opened(real: &Path) -> FileState {
    match std::fs::File::open(real) {
        Ok(_) => FileState::Found(None),
        Err(error) => state_of(&error),
    }
}
