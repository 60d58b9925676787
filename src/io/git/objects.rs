//! What git keeps under its hashes, read through one process that lives as long as it is needed.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use anyhow::{Context, Error, Result};
use sha2::{Digest, Sha256};

use crate::io::git::process::{git, started};
use crate::source::file::FILE_LIMIT;
use crate::text::hash::hex;

/// How a pointer of Git LFS begins, which stands in the history for a file that is kept elsewhere.
const POINTER: &str = "version https://git-lfs.github.com/spec/";
/// The line of a pointer that says the hash of the file.
const POINTS_TO: &str = "oid sha256:";
/// No pointer is longer.
const POINTER_LIMIT: u64 = 1024;
/// How much is read at once of what is only hashed.
const BUFFER: u64 = 256 * 1024;

/// The hash of a file in the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hashed {
    pub(super) sha256: String,
    /// Whether a pointer of Git LFS says so, and not the file itself.
    pub(super) by_pointer: bool,
}

/// Why one object cannot be had, which says nothing of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// Git does not have it, or not whole.
    Gone,
    /// It is larger than a file may be.
    Large,
}

impl std::error::Error for Unread {}

impl fmt::Display for Unread {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone => formatter.write_str(
                "git does not hold it. A partial clone leaves files out, and `git fetch --refetch --no-filter` brings them; \
                 `git fsck` tells of damage",
            ),
            Self::Large => write!(formatter, "it is larger than {} MB", FILE_LIMIT / 1_048_576),
        }
    }
}

/// Tells what cannot be had of one revision, within, from what ends the run.
pub(super) fn unless_unread<T>(result: Result<T>) -> Result<Result<T, Unread>> {
    match result {
        Ok(made) => Ok(Ok(made)),
        Err(error) => error.downcast::<Unread>().map(Err),
    }
}

/// The objects of a repository.
pub(super) struct Objects {
    folder: PathBuf,
    git: Reader,
    hashed: BTreeMap<String, Hashed>,
}

/// The process that is asked for them.
struct Reader {
    child: Child,
    asked: Option<ChildStdin>,
    told: BufReader<ChildStdout>,
}

impl Objects {
    /// Starts the process.
    pub(super) fn of(folder: &Path) -> Result<Self> {
        Ok(Self { folder: folder.to_owned(), git: Reader::in_folder(folder)?, hashed: BTreeMap::new() })
    }

    /// What is kept under a hash that git named.
    ///
    /// # Errors
    ///
    /// [`Unread`] when git does not have it, or it is larger than a file may be.
    pub(super) fn read(&mut self, hash: &str) -> Result<Vec<u8>> {
        let read = self.git.read(hash);
        self.afresh_unless(read)
    }

    /// The SHA-256 of what is kept under a hash, or of the file that a pointer of Git LFS speaks of.
    ///
    /// # Errors
    ///
    /// [`Unread`] when git does not have it.
    pub(super) fn sha256(&mut self, hash: &str) -> Result<Hashed> {
        if let Some(known) = self.hashed.get(hash) {
            return Ok(known.clone());
        }
        let told = self.git.sha256(hash);
        let told = self.afresh_unless(told)?;
        self.hashed.insert(hash.to_owned(), told.clone());
        Ok(told)
    }

    /// What was read. Where it was not, git may have ended, or have the rest of it still to tell: another takes its place.
    fn afresh_unless<T>(&mut self, read: Result<T, Unread>) -> Result<T> {
        if read.is_err() {
            self.git = Reader::in_folder(&self.folder)?;
        }
        read.map_err(Error::new)
    }
}

impl Reader {
    fn in_folder(folder: &Path) -> Result<Self> {
        let mut command = git(folder);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = started(command.spawn())?;
        let (asked, told) = (child.stdin.take(), child.stdout.take().context("git tells nothing")?);
        Ok(Self { child, asked, told: BufReader::new(told) })
    }

    fn read(&mut self, hash: &str) -> Result<Vec<u8>, Unread> {
        let size = self.ask(hash)?;
        if size > FILE_LIMIT {
            return Err(Unread::Large);
        }
        let bytes = self.part(size)?;
        self.end()?;
        Ok(bytes)
    }

    fn sha256(&mut self, hash: &str) -> Result<Hashed, Unread> {
        let size = self.ask(hash)?;
        let mut hasher = Sha256::new();
        let (mut left, mut small) = (size, Vec::new());
        while left > 0 {
            let part = self.part(left.min(BUFFER))?;
            left = left.saturating_sub(BUFFER);
            hasher.update(&part);
            if size <= POINTER_LIMIT {
                small.extend(part);
            }
        }
        self.end()?;
        Ok(match pointed_to(&small) {
            Some(sha256) => Hashed { sha256, by_pointer: true },
            None => Hashed { sha256: hex(&hasher.finalize()), by_pointer: false },
        })
    }

    /// The next so many bytes.
    fn part(&mut self, size: u64) -> Result<Vec<u8>, Unread> {
        let mut part = Vec::new();
        (&mut self.told).take(size).read_to_end(&mut part).map_err(|_| Unread::Gone)?;
        if u64::try_from(part.len()).is_ok_and(|read| read == size) { Ok(part) } else { Err(Unread::Gone) }
    }

    /// Asks for an object, and says how many bytes of it follow.
    fn ask(&mut self, hash: &str) -> Result<u64, Unread> {
        let pipe = self.asked.as_mut().ok_or(Unread::Gone)?;
        pipe.write_all(format!("{hash}\n").as_bytes()).and_then(|()| pipe.flush()).map_err(|_| Unread::Gone)?;
        let mut line = String::new();
        self.told.read_line(&mut line).map_err(|_| Unread::Gone)?;
        // Of what is not there it says `missing` in the place of a size.
        line.trim_end().rsplit(' ').next().and_then(|size| size.parse().ok()).ok_or(Unread::Gone)
    }

    /// Reads the end of the line behind an object.
    fn end(&mut self) -> Result<(), Unread> {
        self.told.read_exact(&mut [0]).map_err(|_| Unread::Gone)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // It would wait for ever for somebody to read the rest of what it was asked for.
        self.asked = None;
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Whether these bytes are a pointer of Git LFS.
pub(super) fn is_pointer(bytes: &[u8]) -> bool {
    bytes.starts_with(POINTER.as_bytes())
}

/// The hash of the file a pointer of Git LFS speaks of; `None` of anything else.
fn pointed_to(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.starts_with(POINTER))?;
    let hash = text.lines().find_map(|line| line.strip_prefix(POINTS_TO))?;
    (hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| hash.to_lowercase())
}
