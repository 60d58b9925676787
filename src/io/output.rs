//! Files written whole or not at all.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::io::text::bytes_within;
use crate::source::file::FILE_LIMIT;
use crate::text::escape::github_log;

/// The byte-order mark of UTF-8.
const MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// Writes a file: beside its target first, then in its place, so that an old file stays whole until the new one is.
///
/// What is no file but takes what is written to it, such as a pipe or `/dev/null`, is written to and never replaced.
///
/// # Errors
///
/// When the folder is not there, cannot be written, or is full; the message names the target.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let cannot = || format!("cannot write {}", path.display());
    match std::fs::metadata(path) {
        Ok(found) if found.is_dir() => bail!("cannot write {}: it is a folder", path.display()),
        Ok(found) if !found.is_file() => pour(path, bytes).with_context(cannot),
        _ => replace(&real(path), bytes).with_context(cannot),
    }
}

/// Where a file is kept as it was before it was changed in place.
#[must_use]
pub fn backup(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".bak");
    PathBuf::from(name)
}

/// Writes a text in the place of another that somebody keeps by hand: the old file is kept beside it, and a byte-order mark
/// stays.
///
/// # Errors
///
/// As [`write`]; where the old file cannot be kept, nothing is written.
pub fn write_over(path: &Path, text: &str) -> Result<()> {
    let old = bytes_within(path, FILE_LIMIT, "it is no inventory")?;
    write(&backup(path), &old)?;
    let mark: &[u8] = if old.starts_with(MARK) { MARK } else { &[] };
    write(path, &[mark, text.as_bytes()].concat())
}

/// Writes a new file, whole or not at all, and never over one that is there.
///
/// # Errors
///
/// As [`write`], and when something of that name is there already.
pub fn create(path: &Path, bytes: &[u8]) -> Result<()> {
    let cannot = || format!("cannot write {}", path.display());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = filled(folder, bytes).with_context(cannot)?;
    keep_permissions(path, file.as_file());
    file.persist_noclobber(path).map_err(|error| error.error).with_context(cannot)?;
    Ok(())
}

/// The file that a path means: a link is followed, so that it stays a link and its target changes.
#[must_use]
pub fn real(path: &Path) -> PathBuf {
    if let Ok(there) = path.canonicalize() {
        return there;
    }
    let folder = path.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    match (folder.and_then(|folder| folder.canonicalize().ok()), path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => path.to_path_buf(),
    }
}

fn replace(target: &Path, bytes: &[u8]) -> Result<()> {
    let folder = target.parent().unwrap_or(Path::new("."));
    let file = filled(folder, bytes)?;
    keep_permissions(target, file.as_file());
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}

/// A file for a moment in a folder, with everything in it.
fn filled(folder: &Path, bytes: &[u8]) -> Result<Beside> {
    let mut file = beside(folder, ".gapcheck-")?;
    file.as_file_mut().write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// A file for a moment, which is gone unless it is put in the place of another.
pub(super) type Beside = tempfile::NamedTempFile;

/// An empty file for a moment in a folder.
pub(super) fn beside(folder: &Path, prefix: &str) -> Result<Beside> {
    anyhow::ensure!(folder.is_dir(), "there is no folder {}", folder.display());
    tempfile::Builder::new()
        .prefix(prefix)
        .tempfile_in(folder)
        // The error would name the temporary file, which is of no use to anyone and never the same twice.
        .map_err(|error| anyhow::anyhow!("{} in {}", error.kind(), folder.display()))
}

fn pour(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let written = std::fs::OpenOptions::new().write(true).open(path).and_then(|mut file| file.write_all(bytes));
    match written {
        // Who reads the pipe went away, and needs no more of it.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// A file that is replaced keeps who may read it; a new one gets what any new file of this user gets.
pub(super) fn keep_permissions(target: &Path, file: &File) {
    let old = std::fs::metadata(target).map(|metadata| metadata.permissions());
    #[cfg(unix)]
    let old = old.or_else(|_| {
        use std::os::unix::fs::PermissionsExt;
        Ok::<_, std::io::Error>(std::fs::Permissions::from_mode(0o644))
    });
    if let Ok(permissions) = old {
        // A file system without permissions refuses, and then there is nothing to keep.
        file.set_permissions(permissions).ok();
    }
}

/// Writes styled text to standard output; styles go where they are not wanted or not understood.
///
/// Neither this text nor [`tell`]'s can hold a command to the CI system that keeps it in its log.
///
/// # Errors
///
/// When it cannot be written. A reader that went away, as `head` does, is no error.
pub fn print(text: &str) -> Result<()> {
    written(anstream::stdout().lock().write_all(github_log(text).as_bytes()))
}

/// Writes to standard output byte for byte.
///
/// # Errors
///
/// As [`print`].
pub fn print_plain(bytes: impl AsRef<[u8]>) -> Result<()> {
    written(std::io::stdout().lock().write_all(bytes.as_ref()))
}

fn written(written: std::io::Result<()>) -> Result<()> {
    match written.and_then(|()| std::io::stdout().flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other.context("cannot write to standard output"),
    }
}

/// Writes to standard error, where messages go; a message that nobody can receive is nobody's loss.
pub fn tell(text: &str) {
    anstream::stderr().lock().write_all(github_log(text).as_bytes()).ok();
}
