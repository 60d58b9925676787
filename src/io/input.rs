//! Inventories from disk and from standard input.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::io::lock;
use crate::io::text::{STDIN, source};
use crate::source::file::Sources;
use crate::source::problem::Problems;

/// What reading came to: the texts, and what is wrong with bytes that are no text.
#[derive(Debug)]
pub struct Input {
    /// The files, in a stable order.
    pub sources: Sources,
    /// What is wrong with those that are not UTF-8.
    pub problems: Problems,
}

/// Reads the files of an inventory, each path a file, a folder whose `*.yaml` and `*.yml` files belong together, or `-`; and
/// the lock files beside them.
///
/// # Errors
///
/// When a path is not there, cannot be read, is a folder without such files, or is larger than
/// [`FILE_LIMIT`](crate::source::file::FILE_LIMIT).
pub fn read(paths: &[PathBuf]) -> Result<Input> {
    let mut input = read_alone(paths)?;
    lock::read(&mut input.sources, &mut input.problems)?;
    Ok(input)
}

/// Reads files that are no inventory: whatever lies beside them is left alone.
///
/// # Errors
///
/// As [`read`].
pub fn read_alone(paths: &[PathBuf]) -> Result<Input> {
    let mut files = Vec::new();
    let mut problems = Problems::default();
    for (path, number) in expand(paths)?.iter().zip(0u32..) {
        files.push(source(path, number, &mut problems)?);
    }
    Ok(Input { sources: Sources::new(files), problems })
}

/// The files meant by the paths given, folders opened, in the order given and by name within a folder.
fn expand(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = Vec::new();
    for path in paths {
        if path.as_os_str() == STDIN || !path.is_dir() {
            files.push(path.clone());
        } else {
            files.extend(yaml_files(path)?);
        }
    }
    // The same file named twice would only collide with itself.
    let mut seen = std::collections::BTreeSet::new();
    files.retain(|file| seen.insert(file.clone()));
    Ok(files)
}

/// Whether a path is a file of an inventory: `*.yaml` or `*.yml`, and not hidden.
pub(super) fn is_yaml(path: &std::path::Path) -> bool {
    is_yaml_by_name(path) && path.is_file()
}

/// The same of whatever has the name, file or not.
pub(super) fn is_yaml_by_name(path: &std::path::Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let yaml = path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml");
    yaml && !hidden
}

fn yaml_files(folder: &std::path::Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot open the folder {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.with_context(|| format!("cannot list the folder {}", folder.display()))?.path();
        // Also what is no file, such as a link that leads nowhere: a part of an inventory is not to be lost unsaid.
        if !is_yaml_by_name(&path) || path.is_dir() {
            continue;
        }
        // A pipe in a folder would be waited for without end.
        if path.exists() && !path.is_file() {
            bail!("{} has the name of an inventory and is no file", path.display());
        }
        files.push(path);
    }
    files.sort();
    if files.is_empty() {
        bail!("the folder {} holds no .yaml or .yml file", folder.display());
    }
    Ok(files)
}
