//! The SHA-256 of files, several at a time, never more of one in memory than a buffer.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, Metadata};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use sha2::{Digest, Sha256};

use crate::io::parallel;
use crate::io::progress::Progress;
use crate::model::files::FileState;

/// How much of a file is read at once.
const BUFFER: usize = 256 * 1024;

/// Work below this many bytes is done before other hands would have begun.
const SMALL: u64 = 4 * 1024 * 1024;

/// Who hashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hands {
    /// All that this machine has, with a bar that shows how far they are.
    All,
    /// One, for one of several that are at work already; nothing is shown.
    One,
}

/// Hashes files; each becomes `Found` with its hash, or what else was found where it was.
#[must_use]
pub fn hashes(files: &BTreeSet<PathBuf>, by: Hands) -> BTreeMap<PathBuf, FileState> {
    let mut sized: Vec<(u64, &PathBuf)> = files.iter().map(|file| (size(file), file)).collect();
    // The largest first, so that no hand is left alone with one at the end.
    sized.sort_by(|a, b| b.cmp(a));
    let bytes = sized.iter().map(|(size, _)| size).sum();
    let hands = if bytes < SMALL || by == Hands::One { 1 } else { parallel::hands() };
    let progress = if by == Hands::One { Progress::within() } else { Progress::of("hashing", bytes) };
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        let mut buffer = vec![0; BUFFER];
        while let Some((_, file)) = sized.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push(((*file).clone(), state(file, &mut buffer, &progress)));
        }
        done
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..hands.min(sized.len())).map(|_| scope.spawn(work)).collect();
        let mut done = work();
        done.extend(others.into_iter().flat_map(|other| other.join().unwrap_or_default()));
        done.into_iter().collect()
    })
}

fn size(file: &Path) -> u64 {
    std::fs::metadata(file).map_or(0, |found| found.len())
}

fn state(path: &Path, buffer: &mut [u8], progress: &Progress) -> FileState {
    match hash(path, buffer, progress) {
        Ok(hash) => FileState::Found(Some(hash)),
        Err(error) if error.kind() == ErrorKind::NotFound => FileState::Missing,
        Err(error) => FileState::Unreadable(error.to_string()),
    }
}

/// The hash of a file; an error when what it holds changed while it was read, for then it is the hash of nothing.
#[expect(clippy::disallowed_methods, reason = "io is where files are opened")]
fn hash(path: &Path, buffer: &mut [u8], progress: &Progress) -> std::io::Result<String> {
    let file = File::open(path)?;
    let before = file.metadata()?;
    // One byte more than it has shows that it grew, and a file that never stops growing is left alone.
    let mut file = file.take(before.len().saturating_add(1));
    let mut hasher = Sha256::new();
    let mut bytes: u64 = 0;
    loop {
        let read = match file.read(buffer) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            read => read?,
        };
        if read == 0 {
            break;
        }
        hasher.update(buffer.get(..read).unwrap_or_default());
        let read = u64::try_from(read).unwrap_or_default();
        bytes += read;
        progress.done(read);
    }
    if bytes != before.len() || differs(&before, &file.get_ref().metadata()?) {
        return Err(std::io::Error::other("it was changed while it was read"));
    }
    Ok(crate::text::hash::hex(&hasher.finalize()))
}

fn differs(before: &Metadata, after: &Metadata) -> bool {
    before.len() != after.len() || before.modified().ok() != after.modified().ok()
}
