//! Inventories from disk and from standard input.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::source::file::{FILE_LIMIT, SourceFile, Sources};
use crate::source::problem::{Problem, Problems};
use crate::text::hash::sha256_hex;

/// The name by which standard input is asked for.
pub const STDIN: &str = "-";
/// The name standard input has in messages and reports.
pub const STDIN_NAME: &str = "<stdin>";

/// What reading came to: the texts, and what is wrong with bytes that are no text.
#[derive(Debug)]
pub struct Input {
    /// The files, in a stable order.
    pub sources: Sources,
    /// What is wrong with those that are not UTF-8.
    pub problems: Problems,
}

/// Reads the files of an inventory: each path a file, a folder whose `*.yaml` and `*.yml` files belong together, or `-`.
///
/// # Errors
///
/// When a path is not there, cannot be read, is a folder without such files, or is larger than [`FILE_LIMIT`].
pub fn read(paths: &[PathBuf]) -> Result<Input> {
    let mut files = Vec::new();
    let mut problems = Problems::default();
    for path in expand(paths)? {
        let bytes = bytes_of(&path)?;
        let number = u32::try_from(files.len()).unwrap_or(u32::MAX);
        let digest = sha256_hex(&bytes);
        files.push(SourceFile::new(display_name(&path), text_of(bytes, number, &mut problems), digest));
    }
    Ok(Input { sources: Sources::new(files), problems })
}

/// The folder beside which the paths of a source file are looked up.
#[must_use]
pub fn folder_of(source_name: &str) -> PathBuf {
    if source_name == STDIN_NAME {
        return PathBuf::from(".");
    }
    let parent = Path::new(source_name).parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.map_or_else(|| PathBuf::from("."), Path::to_path_buf)
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

fn yaml_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot open the folder {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.with_context(|| format!("cannot list the folder {}", folder.display()))?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let yaml = path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml");
        if yaml && !hidden && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("the folder {} holds no .yaml or .yml file", folder.display());
    }
    Ok(files)
}

fn bytes_of(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = FILE_LIMIT + 1;
    if path.as_os_str() == STDIN {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes).context("cannot read standard input")?;
    } else {
        let file = open(path).with_context(|| missing(path))?;
        file.take(limit).read_to_end(&mut bytes).with_context(|| format!("cannot read {}", path.display()))?;
    }
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > FILE_LIMIT {
        bail!(
            "{} is larger than {} MB; split the inventory into several files of one folder",
            path.display(),
            FILE_LIMIT / 1_048_576
        );
    }
    Ok(bytes)
}

#[expect(clippy::disallowed_methods, reason = "io is where files are opened")]
fn open(path: &Path) -> std::io::Result<std::fs::File> {
    std::fs::File::open(path)
}

/// What to say of a path that cannot be opened, with a file beside it that may be meant.
fn missing(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let beside: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    let mut beside: Vec<&str> = beside.iter().map(String::as_str).collect();
    beside.sort_unstable();
    match crate::text::nearest::nearest(&name, beside) {
        Some(near) if near != name => {
            format!("cannot open {}; did you mean {}?", path.display(), folder.join(near).display())
        }
        _ => format!("cannot open {}", path.display()),
    }
}

/// The name a file has in messages and reports: as given, with `/` between its parts on every machine.
fn display_name(path: &Path) -> String {
    if path.as_os_str() == STDIN {
        return STDIN_NAME.to_owned();
    }
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

/// The text of a file, without a byte-order mark; bytes that are no UTF-8 are a problem that names the byte and the line.
fn text_of(bytes: Vec<u8>, number: u32, problems: &mut Problems) -> String {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let wrong = bytes.get(valid).copied().unwrap_or_default();
            let line = bytes.iter().take(valid).filter(|byte| **byte == b'\n').count() + 1;
            let place = crate::source::file::Place {
                file: number,
                start: u32::try_from(valid).unwrap_or(0),
                end: u32::try_from(valid).unwrap_or(0),
            };
            let problem =
                Problem::at(place, format!("byte {} (0x{wrong:02x}, on line {line}) is not UTF-8", valid + 1));
            problems.add(problem.help(encoding_help(&bytes)));
            // Only what stands before the byte is shown; nothing of the file is read as YAML.
            String::from_utf8_lossy(bytes.get(..valid).unwrap_or_default()).into_owned()
        }
    };
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

fn encoding_help(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "the file is UTF-16; save it as UTF-8",
        bytes if bytes.contains(&0) => "this looks like a binary file, not like YAML",
        _ => "save the file as UTF-8; an older editor may have written Windows-1252",
    }
}
