//! Lock files: where they lie, how they are read and written. A lock is always a file of its own, never a link to another.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::io::output;
use crate::io::text::{STDIN_NAME, folder_of, source};
use crate::load;
use crate::model::lock::{Folder, Folders, LOCK_FILE};
use crate::source::file::Sources;
use crate::source::problem::Problems;

/// Reads the lock file of every folder in which a file of the inventory lies, where there is one.
///
/// # Errors
///
/// When one is a link, no file, or cannot be read.
pub fn read(sources: &mut Sources, problems: &mut Problems) -> Result<()> {
    for (folder, of) in grouped(sources) {
        let path = shown(&folder, LOCK_FILE);
        if is_there(&path)? {
            let number = u32::try_from(sources.all().count()).unwrap_or(u32::MAX);
            let lock = source(&path, number, problems)?;
            sources.add_lock(lock, of);
        }
    }
    Ok(())
}

/// The folders of an inventory with what their locks record, which was read without a problem.
#[must_use]
pub fn folders(sources: &Sources) -> Folders {
    let mut folders = Folders::default();
    for (folder, of) in grouped(sources) {
        let lock = of.first().and_then(|file| sources.lock_of(*file));
        let lock = lock.map(|(number, file)| load::lock::lock(number, file, &mut Problems::default()));
        let name = if folder == Path::new(".") { String::new() } else { slashed(&folder) };
        folders.add(Folder { name, lock }, &of);
    }
    folders
}

/// Whether the inventory, or a part of it, came from standard input.
#[must_use]
pub fn has_no_folder(sources: &Sources) -> bool {
    sources.iter().any(|(_, file)| file.name == STDIN_NAME)
}

/// Writes the lock file of a folder, whole or not at all, unless somebody else has written it since it was read.
///
/// # Errors
///
/// When it cannot be written, or is not what was read.
pub fn write(folder: &Folder, sources: &Sources, text: &str) -> Result<()> {
    let name = folder.path_of(LOCK_FILE);
    let path = PathBuf::from(&name);
    let read =
        sources.locks().find(|(_, file)| folder_of(&file.name) == folder_of(&name)).map(|(_, file)| &file.digest);
    let now = if is_there(&path)? { Some(source(&path, 0, &mut Problems::default())?.digest) } else { None };
    ensure!(
        read == now.as_ref(),
        "{name} was changed by somebody else meanwhile, and was left as it is; run this again"
    );
    output::write(&path, text.as_bytes())
}

/// Whether two paths lead to one file.
#[must_use]
pub fn is_same(path: &str, other: &str) -> bool {
    let real = |path: &str| Path::new(path).canonicalize().ok();
    path == other || real(path).is_some_and(|found| real(other) == Some(found))
}

/// The folders in which files of the inventory lie, each once however it is written, with the numbers of those files.
fn grouped(sources: &Sources) -> Vec<(PathBuf, Vec<u32>)> {
    let mut groups: Vec<(PathBuf, Vec<u32>)> = Vec::new();
    let mut known: BTreeMap<PathBuf, usize> = BTreeMap::new();
    for (number, file) in sources.iter() {
        let folder = folder_of(&file.name);
        let real = folder.canonicalize().unwrap_or_else(|_| folder.clone());
        let at = *known.entry(real).or_insert(groups.len());
        match groups.get_mut(at) {
            Some((_, of)) => of.push(number),
            None => groups.push((folder, vec![number])),
        }
    }
    groups
}

/// Whether a lock file is there.
fn is_there(path: &Path) -> Result<bool> {
    let found = match std::fs::symlink_metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        found => found.with_context(|| format!("cannot open {}", path.display()))?,
    };
    if found.is_symlink() {
        bail!(
            "{} is a link; a lock is kept in a file of its own, so that nothing else is read or written",
            path.display()
        );
    }
    ensure!(found.is_file(), "{} is no file, so no lock can be kept there", path.display());
    Ok(true)
}

/// A path in a folder as people see it, without the `./` of the folder they are in.
fn shown(folder: &Path, path: &str) -> PathBuf {
    if folder == Path::new(".") { PathBuf::from(path) } else { folder.join(path) }
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}
