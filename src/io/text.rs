//! One file, or standard input, into text.

use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::io::repository;
use crate::source::file::{FILE_LIMIT, Place, SourceFile};
use crate::source::problem::{Problem, Problems};
use crate::text::hash::sha256_hex;

/// The name by which standard input is asked for.
pub const STDIN: &str = "-";
/// The name standard input has in messages and reports.
pub const STDIN_NAME: &str = "<stdin>";

/// Reads a file that is to have a number; bytes that are no text are a problem.
///
/// # Errors
///
/// When it is not there, cannot be read, or is larger than [`FILE_LIMIT`].
pub fn source(path: &Path, number: u32, problems: &mut Problems) -> Result<SourceFile> {
    let bytes = bytes_of(path)?;
    let digest = sha256_hex(&bytes);
    let file = SourceFile::new(display_name(path), text_of(bytes, number, problems), digest);
    Ok(match repository::path_in(path) {
        Some(path) => file.lying_at(path),
        None => file,
    })
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

fn bytes_of(path: &Path) -> Result<Vec<u8>> {
    bytes_within(path, FILE_LIMIT, "split the inventory into several files of one folder")
}

/// The bytes of a file, or of standard input, that may be so large; `advice` is for whoever has a larger one.
///
/// # Errors
///
/// When it is not there, cannot be read, or is larger.
pub(super) fn bytes_within(path: &Path, limit: u64, advice: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path.as_os_str() == STDIN {
        std::io::stdin().lock().take(limit + 1).read_to_end(&mut bytes).context("cannot read standard input")?;
    } else {
        let file = match open(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => bail!(missing(path)),
            other => other.with_context(|| format!("cannot open {}", path.display()))?,
        };
        file.take(limit + 1).read_to_end(&mut bytes).with_context(|| format!("cannot read {}", path.display()))?;
    }
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        bail!("{} is larger than {} MB; {advice}", path.display(), limit / 1_048_576);
    }
    Ok(bytes)
}

#[expect(clippy::disallowed_methods, reason = "io is where files are opened")]
fn open(path: &Path) -> std::io::Result<std::fs::File> {
    std::fs::File::open(path)
}

/// What to say of a path where nothing is, with a file beside it that may be meant.
fn missing(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = path.parent().unwrap_or(Path::new(""));
    let listed = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let beside: Vec<String> = std::fs::read_dir(listed)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    let mut beside: Vec<&str> = beside.iter().map(String::as_str).collect();
    beside.sort_unstable();
    let cannot = format!("cannot open {}: there is no such file", path.display());
    match crate::text::nearest::nearest(&name, beside) {
        Some(near) if near != name => format!("{cannot}; did you mean {}?", folder.join(near).display()),
        _ => cannot,
    }
}

/// The name a file has in messages and reports: as given, with `/` between its parts on every machine.
#[must_use]
pub fn display_name(path: &Path) -> String {
    if path.as_os_str() == STDIN {
        return STDIN_NAME.to_owned();
    }
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

/// The text of a file, without a byte-order mark; a byte that stands in no YAML text is a problem that names it and its line.
pub(super) fn text_of(bytes: Vec<u8>, number: u32, problems: &mut Problems) -> String {
    let bytes = without_mark(bytes);
    let (wrong, why) = match std::str::from_utf8(&bytes) {
        Err(error) => (error.valid_up_to(), "is not UTF-8"),
        Ok(_) => match bytes.iter().position(|byte| *byte == 0) {
            Some(at) => (at, "is not text"),
            None => return String::from_utf8(bytes).unwrap_or_default(),
        },
    };
    let before = bytes.get(..wrong).unwrap_or_default();
    let byte = bytes.get(wrong).copied().unwrap_or_default();
    let line = before.split(|byte| *byte == b'\n').count();
    let offset = u32::try_from(wrong).unwrap_or(0);
    let place = Place { file: number, start: offset, end: offset };
    let problem = Problem::at(place, format!("byte {} (0x{byte:02x}, on line {line}) {why}", wrong + 1));
    problems.add(problem.help(encoding_help(&bytes)));
    // Only what stands before the byte is shown; nothing of the file is read as YAML.
    String::from_utf8_lossy(before).into_owned()
}

fn without_mark(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.starts_with(&[0xef, 0xbb, 0xbf]) {
        bytes.drain(..3);
    }
    bytes
}

fn encoding_help(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=127, 0, ..] | [1..=127, 0, 1..=127, 0, ..] => {
            "the file is UTF-16; save it as UTF-8"
        }
        bytes if bytes.contains(&0) => "this looks like a binary file, not like YAML",
        _ => "save the file as UTF-8; an older editor may have written Windows-1252",
    }
}
