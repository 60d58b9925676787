//! Files of other people and programs, whatever they hold.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::import::file::{File, decode};
use crate::import::limits;
use crate::io::output;
use crate::io::text::{STDIN, bytes_within, display_name};
use crate::source::file::{SourceFile, Sources};

/// What whoever has a larger one can do.
const ADVICE: &str = "export the sheet or the list that holds the controls alone";
/// How many files a folder may hold with all its folders: far more than any set of controls, far less than a disk.
const MANY: usize = 10_000;

/// Foreign files, and the texts of those that are text.
#[derive(Debug)]
pub struct Foreign {
    /// What each holds, in a stable order, with how its text is encoded.
    held: Vec<(Vec<u8>, Option<&'static str>)>,
    /// Their names and texts, under the same numbers; what is no text has none.
    pub sources: Sources,
}

impl Foreign {
    /// The files, for whoever is to understand them.
    #[must_use]
    pub fn files(&self) -> Vec<File<'_>> {
        let mut files = Vec::new();
        for ((bytes, encoding), (number, source)) in self.held.iter().zip(self.sources.iter()) {
            let text = encoding.map(|encoding| (source.text.as_str(), encoding));
            files.push(File::new(number, &source.name, bytes, text));
        }
        files
    }
}

impl Foreign {
    /// Reads one more file, which is part of none of the others, and says under which number.
    ///
    /// # Errors
    ///
    /// When it is not there, cannot be read, is no text, or is too large.
    pub fn add(&mut self, path: &Path) -> Result<u32> {
        let bytes = bytes_within(path, limits::FILE, ADVICE)?;
        let Some((text, _)) = decode(&bytes) else { bail!("{} is not text", path.display()) };
        Ok(self.sources.add(SourceFile::new(display_name(path), text, "")))
    }
}

/// The way to a file from the folder of another, with `/` between the parts; `None` where it does not lie in that folder or below.
#[must_use]
pub fn beside(file: &Path, other: &Path) -> Option<String> {
    let folder = output::real(other);
    let folder = folder.parent().filter(|folder| !folder.as_os_str().is_empty())?;
    let file = file.canonicalize().ok()?;
    let way = file.strip_prefix(folder.canonicalize().ok()?).ok()?;
    Some(way.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/"))
}

/// Reads files, each path a file, a folder with all that lies in it, or `-`.
///
/// # Errors
///
/// When a path is not there, cannot be read, is a folder without files, or holds more than a control set can.
pub fn read(paths: &[PathBuf]) -> Result<Foreign> {
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() != STDIN && path.is_dir() {
            let before = found.len();
            list(path, &mut found)?;
            if found.len() == before {
                bail!("the folder {} holds no file", path.display());
            }
        } else {
            found.push(path.clone());
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|file| seen.insert(file.clone()));
    let (mut held, mut texts) = (Vec::new(), Vec::new());
    for path in &found {
        let bytes = bytes_within(path, limits::FILE, ADVICE)?;
        let (text, encoding) = decode(&bytes).map_or((String::new(), None), |(text, encoding)| (text, Some(encoding)));
        texts.push(SourceFile::new(display_name(path), text, ""));
        held.push((bytes, encoding));
    }
    Ok(Foreign { held, sources: Sources::new(texts) })
}

/// The files of a folder and of the folders in it, by name; what is hidden is left alone, and no link to a folder is followed.
fn list(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let cannot = || format!("cannot list the folder {}", folder.display());
    let entries: std::io::Result<Vec<_>> = std::fs::read_dir(folder).with_context(cannot)?.collect();
    let mut entries = entries.with_context(cannot)?;
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let kind = entry.file_type().with_context(cannot)?;
        if kind.is_dir() {
            list(&entry.path(), found)?;
        } else if entry.path().is_file() {
            found.push(entry.path());
        }
        if found.len() > MANY {
            bail!("there are more than {MANY} files in {}; name those that hold controls", folder.display());
        }
    }
    Ok(())
}
