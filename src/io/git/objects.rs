//! What git keeps under its hashes, read through one process that lives as long as it is needed.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use anyhow::{Context, Result, bail, ensure};
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

/// The objects of a repository.
pub(super) struct Objects {
    child: Child,
    asked: Option<ChildStdin>,
    told: BufReader<ChildStdout>,
    hashed: BTreeMap<String, Hashed>,
}

impl Objects {
    /// Starts the process.
    pub(super) fn of(folder: &Path) -> Result<Self> {
        let mut command = git(folder);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = started(command.spawn())?;
        let (asked, told) = (child.stdin.take(), child.stdout.take().context("git tells nothing")?);
        Ok(Self { child, asked, told: BufReader::new(told), hashed: BTreeMap::new() })
    }

    /// What is kept under a hash that git named.
    ///
    /// # Errors
    ///
    /// When git does not have it, or it is larger than a file may be.
    pub(super) fn read(&mut self, hash: &str) -> Result<Vec<u8>> {
        let size = self.ask(hash)?;
        ensure!(size <= FILE_LIMIT, "a file in the history is larger than {} MB", FILE_LIMIT / 1_048_576);
        let mut bytes = Vec::new();
        (&mut self.told).take(size).read_to_end(&mut bytes).context("git stopped in the middle")?;
        ensure!(u64::try_from(bytes.len()).is_ok_and(|read| read == size), "git stopped in the middle of an object");
        self.end()?;
        Ok(bytes)
    }

    /// The SHA-256 of what is kept under a hash, or of the file that a pointer of Git LFS speaks of.
    pub(super) fn sha256(&mut self, hash: &str) -> Result<Hashed> {
        if let Some(known) = self.hashed.get(hash) {
            return Ok(known.clone());
        }
        let size = self.ask(hash)?;
        let mut hasher = Sha256::new();
        let (mut left, mut small) = (size, Vec::new());
        while left > 0 {
            let mut part = Vec::new();
            (&mut self.told).take(left.min(BUFFER)).read_to_end(&mut part).context("git stopped in the middle")?;
            ensure!(!part.is_empty(), "git stopped in the middle of an object");
            left -= u64::try_from(part.len()).unwrap_or(left);
            hasher.update(&part);
            if size <= POINTER_LIMIT {
                small.extend(part);
            }
        }
        self.end()?;
        let told = match pointed_to(&small) {
            Some(sha256) => Hashed { sha256, by_pointer: true },
            None => Hashed { sha256: hex(&hasher.finalize()), by_pointer: false },
        };
        self.hashed.insert(hash.to_owned(), told.clone());
        Ok(told)
    }

    /// Asks for an object, and says how many bytes of it follow.
    fn ask(&mut self, hash: &str) -> Result<u64> {
        let pipe = self.asked.as_mut().context("git has ended")?;
        pipe.write_all(format!("{hash}\n").as_bytes()).and_then(|()| pipe.flush()).context("git has ended")?;
        let mut line = String::new();
        self.told.read_line(&mut line).context("git tells nothing that can be read")?;
        let size = line.trim_end().rsplit(' ').next().and_then(|size| size.parse().ok());
        match size {
            Some(size) if !line.ends_with(" missing\n") => Ok(size),
            _ => bail!(
                "git does not hold all of this history: the object {hash} is not there. A partial clone leaves files out; \
                 `git fetch --refetch --no-filter` brings them, and `git fsck` tells of damage"
            ),
        }
    }

    /// Reads the end of the line behind an object.
    fn end(&mut self) -> Result<()> {
        let mut end = [0];
        self.told.read_exact(&mut end).context("git stopped in the middle of an object")
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        // It ends when nobody can ask it any more.
        self.asked = None;
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
