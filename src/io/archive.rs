//! A ZIP archive, streamed: the same bytes wherever and whenever it is made, and never half of it.
//!
//! Of a file no more than a buffer is in memory. What is packed must have the hash it had when it was listed. Times,
//! permissions and the order of the entries are fixed, and the deflater is one that does the same on every processor.

use std::fs::File;
use std::io::{BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};
use signal_hook::consts::{SIGINT, SIGTERM};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::io::large::{Target, write_large};
use crate::io::progress::Progress;

/// How much of a file is read at once.
const BUFFER: usize = 256 * 1024;
/// From how many bytes on a file gets the large fields of ZIP64: somewhat before it must, since deflating can add to it.
const LARGE: u64 = 0xf000_0000;
/// The level of zlib that is used everywhere.
const LEVEL: i64 = 6;

/// Extensions of what is compressed already: deflating it takes time and gains nothing.
const COMPRESSED: [&str; 42] = [
    "7z", "avi", "avif", "br", "bz2", "docx", "epub", "flac", "gif", "gz", "heic", "jar", "jpeg", "jpg", "lz4", "m4a",
    "m4v", "mkv", "mov", "mp3", "mp4", "odp", "ods", "odt", "ogg", "parquet", "pdf", "png", "pptx", "rar", "tbz2",
    "tgz", "txz", "vsdx", "war", "webm", "webp", "xlsx", "xz", "zip", "zipx", "zst",
];

/// An entry of an archive.
pub struct Entry {
    /// Its name, with `/` between its parts.
    pub name: String,
    /// What it holds.
    pub holds: Held,
}

/// What an entry holds.
pub enum Held {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A file as it was when it was hashed.
    File {
        /// What people know it by.
        shown: String,
        /// Where it lies.
        real: PathBuf,
        /// The hash it had.
        sha256: String,
    },
}

/// Writes an archive, whole or not at all; how many bytes it has.
///
/// # Errors
///
/// When it cannot be written, a file is not what it was any more, or somebody interrupts.
pub fn write(path: &Path, mut entries: Vec<Entry>) -> Result<u64> {
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    let interrupted = interruption()?;
    let mut size = 0;
    write_large(path, |file| {
        let packer = Packer { progress: Progress::of("packing", entries.iter().map(expected).sum()), interrupted };
        packer.pack(file, &entries).with_context(|| format!("{} is not written", path.display()))?;
        size = file.metadata()?.len();
        Ok(())
    })?;
    Ok(size)
}

/// What is set when somebody wants the work to end: what is half done is then taken away before it does.
fn interruption() -> Result<Arc<AtomicBool>> {
    let listen = |signals: &[i32], flag: &Arc<AtomicBool>| {
        let mut listened = signals.iter().map(|signal| signal_hook::flag::register(*signal, Arc::clone(flag)));
        listened.try_for_each(|listened| listened.map(drop)).context("cannot listen for interruptions")
    };
    let flag = Arc::new(AtomicBool::new(false));
    listen(&[SIGINT, SIGTERM], &flag)?;
    #[cfg(unix)]
    {
        // The terminal may go away meanwhile.
        listen(&[signal_hook::consts::SIGHUP], &flag)?;
        // Who writes more than is allowed is killed, unless it listens: then writing fails, and that says why.
        listen(&[signal_hook::consts::SIGXFSZ], &Arc::default())?;
    }
    Ok(flag)
}

fn expected(entry: &Entry) -> u64 {
    match &entry.holds {
        Held::Bytes(bytes) => u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        Held::File { real, .. } => std::fs::metadata(real).map_or(0, |found| found.len()),
    }
}

struct Packer {
    progress: Progress,
    interrupted: Arc<AtomicBool>,
}

impl Packer {
    fn pack(&self, file: &mut File, entries: &[Entry]) -> Result<()> {
        let mut archive = ZipWriter::new(BufWriter::with_capacity(BUFFER, Target::new(file)));
        for entry in entries {
            archive.start_file(&entry.name, options(entry))?;
            match &entry.holds {
                Held::Bytes(bytes) => archive.write_all(bytes)?,
                Held::File { shown, real, sha256 } => self.copy(shown, real, sha256, &mut archive)?,
            }
            self.go_on()?;
        }
        archive.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        self.go_on()
    }

    /// Copies a file; an error when it is not the one that was hashed.
    #[expect(clippy::disallowed_methods, reason = "io is where files are opened")]
    fn copy(&self, shown: &str, real: &Path, sha256: &str, into: &mut impl Write) -> Result<()> {
        let cannot = || format!("cannot read {shown}");
        let file = File::open(real).with_context(cannot)?;
        // What grew meanwhile has another hash; what grows without end is not followed.
        let length = file.metadata().with_context(cannot)?.len();
        let mut file = file.take(length.saturating_add(1));
        let mut hasher = Sha256::new();
        let mut buffer = vec![0; BUFFER];
        loop {
            let filled = fill(&mut file, &mut buffer).with_context(cannot)?;
            let piece = buffer.get(..filled).unwrap_or_default();
            if piece.is_empty() {
                break;
            }
            hasher.update(piece);
            into.write_all(piece)?;
            self.progress.done(u64::try_from(filled).unwrap_or_default());
            self.go_on()?;
        }
        let same = crate::text::hash::hex(&hasher.finalize()) == sha256;
        ensure!(same, "{shown} was changed while it was being packed; run this again once nobody writes to it");
        Ok(())
    }

    fn go_on(&self) -> Result<()> {
        if self.interrupted.load(Ordering::Relaxed) {
            bail!("interrupted");
        }
        Ok(())
    }
}

/// Reads until the buffer is full or nothing is left: in what pieces a file is handed on must not decide how it is deflated.
fn fill(file: &mut impl Read, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut filled = 0;
    while let Some(room) = buffer.get_mut(filled..).filter(|room| !room.is_empty()) {
        match file.read(room) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// How an entry is written: nothing of this machine, its clock or its users is in it.
fn options(entry: &Entry) -> SimpleFileOptions {
    let extension = Path::new(&entry.name).extension().map(|extension| extension.to_string_lossy().to_lowercase());
    let stored = extension.is_some_and(|extension| COMPRESSED.binary_search(&extension.as_str()).is_ok());
    let (method, level) =
        if stored { (CompressionMethod::Stored, None) } else { (CompressionMethod::Deflated, Some(LEVEL)) };
    SimpleFileOptions::default()
        .compression_method(method)
        .compression_level(level)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
        .system(System::Unix)
        .large_file(expected(entry) >= LARGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compressed_is_found_by_halves() {
        assert!(COMPRESSED.is_sorted());
    }
}
