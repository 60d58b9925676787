//! Looking for evidence and documents where the inventory says they lie, never outside its folder.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::io::input::folder_of;
use crate::model::files::{FileState, Files};
use crate::model::inventory::Inventory;
use crate::source::file::Sources;

/// Whether a file is one that the inventory names as evidence or as a document.
#[must_use]
pub fn is_named(file: &Path, inventory: &Inventory, sources: &Sources) -> bool {
    let folders = folders(sources);
    let evidence = inventory.controls.iter().flat_map(|control| &control.evidence).filter_map(|one| one.path.as_ref());
    let documents = inventory.documents.iter().filter_map(|document| document.path.as_ref());
    evidence.chain(documents).any(|path| {
        let named = Path::new(&*path.value);
        // Only what has the name of the file is worth a look at the disk.
        let folder = folders.get(&path.place.file).filter(|_| named.file_name() == file.file_name());
        folder.is_some_and(|folder| folder.join(named).canonicalize().is_ok_and(|real| real == file))
    })
}

fn folders(sources: &Sources) -> BTreeMap<u32, PathBuf> {
    sources.iter().map(|(number, file)| (number, folder_of(&file.name))).collect()
}

/// Looks up every path an inventory names; files whose hash was recorded are hashed.
#[must_use]
pub fn look_up(inventory: &Inventory, sources: &Sources) -> Files {
    let folders = folders(sources);
    let mut files = Files::default();
    let mut look = |file: u32, path: &str, hash: bool| {
        let folder = folders.get(&file).map_or(Path::new("."), PathBuf::as_path);
        files.insert(file, path, state(folder, path, hash));
    };
    for evidence in inventory.controls.iter().flat_map(|control| &control.evidence) {
        if let Some(path) = &evidence.path {
            look(path.place.file, &path.value, evidence.sha256.is_some());
        }
    }
    for document in &inventory.documents {
        if let Some(path) = &document.path {
            look(path.place.file, &path.value, false);
        }
    }
    files
}

fn state(folder: &Path, path: &str, hash: bool) -> FileState {
    let relative = Path::new(path);
    let climbs = relative.components().any(|part| !matches!(part, Component::Normal(_) | Component::CurDir));
    if climbs {
        return FileState::Outside;
    }
    let target = folder.join(relative);
    let Ok(real) = target.canonicalize() else { return FileState::Missing };
    // A link may lead anywhere; what it leads to must lie within.
    if !folder.canonicalize().is_ok_and(|folder| real.starts_with(folder)) {
        return FileState::Outside;
    }
    if !real.is_file() {
        return FileState::Missing;
    }
    if !hash {
        return FileState::Found(None);
    }
    match digest(&real) {
        Ok(digest) => FileState::Found(Some(digest)),
        Err(error) => FileState::Unreadable(error.to_string()),
    }
}

#[expect(clippy::disallowed_methods, reason = "io is where files are opened")]
fn digest(path: &Path) -> std::io::Result<String> {
    let mut file = std::fs::File::open(path)?;
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 256 * 1024];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        hasher.update(buffer.get(..read).unwrap_or_default());
    }
    Ok(crate::text::hash::hex(&hasher.finalize()))
}
