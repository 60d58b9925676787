//! Files too large to be held in memory, written whole or not at all, whatever ends the run.

use std::fs::File;
use std::io::{ErrorKind, Seek, SeekFrom, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::io::output::{Beside, beside, keep_permissions, real};

/// What the name of an unfinished file begins with.
const UNFINISHED: &str = ".gapcheck-unfinished-";

/// Writes a file too large to be held in memory: it is filled beside its target, and then put in its place.
///
/// Where filling it fails, nothing of it is left, and an old file stays as it was. What an earlier run has left that was
/// killed, and so could not clean up, is taken away.
///
/// # Errors
///
/// As [`write`](crate::io::output::write), and whatever filling it comes to.
pub fn write_large(path: &Path, fill: impl FnOnce(&mut File) -> Result<()>) -> Result<()> {
    let cannot = || format!("cannot write {}", path.display());
    match std::fs::metadata(path) {
        Ok(found) if found.is_dir() => bail!("cannot write {}: it is a folder", path.display()),
        Ok(found) if !found.is_file() => bail!("cannot write {}: it is not a regular file", path.display()),
        _ => {}
    }
    let target = real(path);
    let folder = target.parent().unwrap_or(Path::new("."));
    sweep(folder);
    let mut large = held(folder).with_context(cannot)?;
    fill(large.as_file_mut())?;
    large.as_file().sync_all().with_context(cannot)?;
    keep_permissions(&target, large.as_file());
    large.persist(&target).map_err(|error| error.error).with_context(cannot)?;
    Ok(())
}

/// An empty file with a lock on it, by which another run sees that somebody still writes to it.
fn held(folder: &Path) -> Result<Beside> {
    loop {
        let file = beside(folder, UNFINISHED)?;
        // Where nothing can be locked, nothing is swept either.
        file.as_file().lock().ok();
        // Another run may have swept it away before it was locked.
        if file.path().exists() {
            return Ok(file);
        }
    }
}

/// Takes away unfinished files of a folder on which nobody holds a lock. What cannot be taken away stays.
#[expect(clippy::disallowed_methods, reason = "io is where files are opened")]
fn sweep(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(UNFINISHED);
        if is_ours && entry.file_type().is_ok_and(|found| found.is_file()) {
            let abandoned = File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
            if abandoned {
                std::fs::remove_file(entry.path()).ok();
            }
        }
    }
}

/// A file into which an archive is written. Once writing to it has failed it takes everything and keeps nothing: an archive
/// tries to finish itself when it is given up, and would complain on standard error, past all that words messages.
pub(super) struct Target<'f> {
    file: &'f mut File,
    at: u64,
    failed: bool,
}

impl<'f> Target<'f> {
    pub(super) const fn new(file: &'f mut File) -> Self {
        Self { file, at: 0, failed: false }
    }

    fn noted<T>(&mut self, done: std::io::Result<T>) -> std::io::Result<T> {
        self.failed = done.as_ref().is_err_and(|error| error.kind() != ErrorKind::Interrupted);
        done
    }
}

impl Write for Target<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = if self.failed {
            bytes.len()
        } else {
            let written = self.file.write(bytes);
            self.noted(written)?
        };
        self.at = self.at.saturating_add(u64::try_from(written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        if self.failed {
            return Ok(());
        }
        let flushed = self.file.flush();
        self.noted(flushed)
    }
}

impl Seek for Target<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.at = match to {
            _ if !self.failed => {
                let there = self.file.seek(to);
                self.noted(there)?
            }
            SeekFrom::Start(at) => at,
            SeekFrom::Current(by) | SeekFrom::End(by) => self.at.saturating_add_signed(by),
        };
        Ok(self.at)
    }
}
