//! The inventories of a folder: each file and each folder directly in it is one organisation's.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::io::input::{is_yaml, is_yaml_by_name};
use crate::text::natural::compare;

/// What a folder holds.
#[derive(Debug)]
pub struct Found {
    /// The inventories, by name.
    pub inventories: Vec<Place>,
    /// The names of the folders that hold none.
    pub skipped: Vec<String>,
}

/// Where an inventory lies.
#[derive(Debug)]
pub struct Place {
    /// The name of the file or folder.
    pub name: String,
    /// The path of the file or folder.
    pub path: PathBuf,
}

/// Whether a path is a file or a folder that can be read through; a pipe would keep whoever opens it waiting.
#[must_use]
pub fn is_readable(path: &Path) -> bool {
    path.is_file() || path.is_dir()
}

/// The inventories of a folder: `*.yaml` and `*.yml` files directly in it, and folders directly in it that hold such files. What
/// is hidden is left alone, and so is all that lies deeper.
///
/// # Errors
///
/// When it is no folder, cannot be listed, or holds no inventory.
pub fn find(folder: &Path) -> Result<Found> {
    let shown = folder.display();
    let cannot = || format!("cannot open the folder {shown}");
    if folder.is_file() {
        bail!("{shown} is a file; a portfolio is a folder of inventories, and one inventory is for `gapcheck assess`");
    }
    if !folder.exists() {
        bail!("there is no folder {shown}");
    }
    let mut found = Found { inventories: Vec::new(), skipped: Vec::new() };
    for entry in std::fs::read_dir(folder).with_context(cannot)? {
        let entry = entry.with_context(cannot)?;
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() && !name.starts_with('.') {
            if holds_yaml(&path) {
                found.inventories.push(Place { name, path });
            } else {
                found.skipped.push(name);
            }
        // Also what is no file, such as a link that leads nowhere: an organisation is not to be lost from the table unsaid.
        } else if is_yaml_by_name(&path) {
            found.inventories.push(Place { name, path });
        }
    }
    if found.inventories.is_empty() {
        bail!("the folder {shown} holds no inventory: no .yaml or .yml file, and no folder with one directly in it");
    }
    found.inventories.sort_by(|a, b| compare(&a.name, &b.name).then_with(|| a.path.cmp(&b.path)));
    found.skipped.sort_by(|a, b| compare(a, b).then_with(|| a.cmp(b)));
    tell_apart(&mut found.inventories);
    Ok(found)
}

/// Names that are no text on this system may look alike; each is an organisation of its own all the same.
fn tell_apart(inventories: &mut [Place]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for place in inventories {
        let times = seen.entry(place.name.clone()).or_default();
        *times += 1;
        if *times > 1 {
            place.name = format!("{} ({times})", place.name);
        }
    }
}

/// Whether a folder holds an inventory. One that cannot be listed does for all we know: whoever reads it will say why it cannot.
fn holds_yaml(folder: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return true };
    entries.into_iter().any(|entry| entry.is_ok_and(|entry| is_yaml(&entry.path())))
}

/// Whether a folder, there or not, lies in another or is the same.
#[must_use]
pub fn lies_in(folder: &Path, other: &Path) -> bool {
    other.canonicalize().is_ok_and(|other| landed(folder).starts_with(other))
}

/// The way from one folder to another, as links write it; `None` where there is none.
#[must_use]
pub fn way(from: &Path, to: &Path) -> Option<String> {
    let (from, to) = (landed(from), landed(to));
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    // Without a common beginning they lie on different drives.
    (shared > 0).then_some(())?;
    let up = from.components().skip(shared).map(|_| "..".to_owned());
    let down = to.components().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    Some(up.chain(down).collect::<Vec<_>>().join("/"))
}

/// Where a folder lies or will lie: what of it is there followed to its end, and the rest as written.
fn landed(folder: &Path) -> PathBuf {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
    for part in absolute.ancestors() {
        if let (Ok(real), Ok(rest)) = (part.canonicalize(), absolute.strip_prefix(part)) {
            return rest.components().fold(real, |mut at, part| {
                match part {
                    Component::ParentDir => drop(at.pop()),
                    Component::CurDir => {}
                    other => at.push(other),
                }
                at
            });
        }
    }
    absolute
}
