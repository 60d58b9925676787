//! Files written whole or not at all.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};

/// Writes a file: beside its target first, then in its place, so that an old file stays whole until the new one is.
///
/// # Errors
///
/// When the folder is not there, cannot be written, or is full; the message names the target.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let cannot = || format!("cannot write {}", path.display());
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if path.is_dir() {
        anyhow::bail!("cannot write {}: it is a folder", path.display());
    }
    // A link is followed, so that it stays a link and its target changes.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let folder = target.parent().filter(|_| target.is_absolute()).unwrap_or(folder);
    let mut file = tempfile::Builder::new().prefix(".gapcheck-").tempfile_in(folder).with_context(cannot)?;
    file.write_all(bytes).with_context(cannot)?;
    file.as_file().sync_all().with_context(cannot)?;
    keep_permissions(&target, file.as_file());
    file.persist(&target).with_context(cannot)?;
    Ok(())
}

/// A file that is replaced keeps who may read it; a new one gets what any new file of this user gets.
fn keep_permissions(target: &Path, file: &std::fs::File) {
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
/// # Errors
///
/// When it cannot be written. A reader that went away, as `head` does, is no error.
pub fn print(text: &str) -> Result<()> {
    written(anstream::stdout().lock().write_all(text.as_bytes()))
}

/// Writes text to standard output byte for byte.
///
/// # Errors
///
/// As [`print`].
pub fn print_plain(text: &str) -> Result<()> {
    written(std::io::stdout().lock().write_all(text.as_bytes()))
}

fn written(written: std::io::Result<()>) -> Result<()> {
    match written.and_then(|()| std::io::stdout().flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other.context("cannot write to standard output"),
    }
}

/// Writes to standard error, where messages go; a message that nobody can receive is nobody's loss.
pub fn tell(text: &str) {
    anstream::stderr().lock().write_all(text.as_bytes()).ok();
}
