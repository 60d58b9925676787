//! Files as they were read, and positions in them.

use std::sync::OnceLock;

/// The largest file that is read, in bytes: a hundred thousand controls of a kilobyte, twice over.
pub const FILE_LIMIT: u64 = 256 * 1024 * 1024;

/// One file of an inventory, or standard input.
#[derive(Debug)]
pub struct SourceFile {
    /// The name people see: the path as it was given, with `/` between its parts, or `<stdin>`.
    pub name: String,
    /// Where it lies in its repository, with `/` between the parts, for what reads reports beside the repository; the name
    /// where there is none.
    pub in_repository: String,
    /// The whole text, valid UTF-8, without a byte-order mark.
    pub text: String,
    /// SHA-256 of the bytes as they stood on disk, in lower-case hexadecimal.
    pub digest: String,
    line_starts: OnceLock<Vec<u32>>,
}

impl SourceFile {
    /// A file with its name, its text and the digest of its bytes.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>, digest: impl Into<String>) -> Self {
        let name = name.into();
        let in_repository = name.clone();
        Self { name, in_repository, text: text.into(), digest: digest.into(), line_starts: OnceLock::new() }
    }

    /// The same file, lying at a path in its repository.
    #[must_use]
    pub fn lying_at(self, in_repository: impl Into<String>) -> Self {
        Self { in_repository: in_repository.into(), ..self }
    }

    /// Where each line begins, as byte offsets; made at the first question, since most files have no fault to place.
    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let after_breaks = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(after_breaks).filter_map(|start| u32::try_from(start).ok()).collect()
        })
    }

    /// The line and column of a byte offset, both counted from one, columns in characters.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let starts = self.line_starts();
        let line = starts.partition_point(|start| *start <= offset).max(1);
        let start = starts.get(line - 1).copied().unwrap_or(0);
        let before = self.slice(start, offset);
        Position { line, column: before.chars().count() + 1 }
    }

    /// The text between two byte offsets; empty where they fall outside the text or inside a character.
    #[must_use]
    pub fn slice(&self, start: u32, end: u32) -> &str {
        let range = usize::try_from(start).unwrap_or(usize::MAX)..usize::try_from(end).unwrap_or(usize::MAX);
        self.text.get(range).unwrap_or("")
    }

    /// The byte offset at which a line, counted from one, begins; the end of the text for a line past the last.
    #[must_use]
    pub fn line_start(&self, line: usize) -> usize {
        let start = self.line_starts().get(line.saturating_sub(1)).and_then(|start| usize::try_from(*start).ok());
        start.unwrap_or(self.text.len())
    }
}

/// A line and a column, both counted from one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from one.
    pub line: usize,
    /// The column in characters, from one.
    pub column: usize,
}

/// A stretch of text in one of the files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which of the [`Sources`], in the order they were added.
    pub file: u32,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// A value together with the place it was written at.
///
/// Two located values are equal when their values are: where something stands never changes what it means.
#[derive(Clone, Debug, Default)]
pub struct Located<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub place: Place,
}

impl<T> std::ops::Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: PartialEq> PartialEq for Located<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

/// All files of one inventory, in a stable order, and the lock files beside them.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    locks: Vec<LockSource>,
}

/// The text of a lock file, and whose it is.
#[derive(Debug)]
struct LockSource {
    file: SourceFile,
    /// The files of the inventory that lie in the folder of the lock.
    of: Vec<u32>,
}

impl Sources {
    /// The files in the order given.
    #[must_use]
    pub fn new(files: Vec<SourceFile>) -> Self {
        Self { files, locks: Vec::new() }
    }

    /// Adds a file behind the others, and says which number its places carry.
    pub fn add(&mut self, file: SourceFile) -> u32 {
        self.files.push(file);
        u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX)
    }

    /// Adds the lock file of the folder in which some files of the inventory lie.
    pub fn add_lock(&mut self, file: SourceFile, of: Vec<u32>) {
        self.locks.push(LockSource { file, of });
    }

    /// The files of the inventory, each with the number its places carry.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &SourceFile)> {
        (0u32..).zip(&self.files)
    }

    /// The lock files, each with the number its places carry.
    pub fn locks(&self) -> impl Iterator<Item = (u32, &SourceFile)> {
        (0u32..).skip(self.files.len()).zip(self.locks.iter().map(|lock| &lock.file))
    }

    /// The lock file of the folder in which a file of the inventory lies, with the number its places carry.
    #[must_use]
    pub fn lock_of(&self, file: u32) -> Option<(u32, &SourceFile)> {
        let at = self.locks.iter().position(|lock| lock.of.contains(&file))?;
        self.locks().nth(at)
    }

    /// All that was read: the files of the inventory and the lock files.
    pub fn all(&self) -> impl Iterator<Item = (u32, &SourceFile)> {
        self.iter().chain(self.locks())
    }

    /// The file of a place.
    #[must_use]
    pub fn file(&self, place: Place) -> Option<&SourceFile> {
        let at = usize::try_from(place.file).ok()?;
        self.files.get(at).or_else(|| self.locks.get(at.checked_sub(self.files.len())?).map(|lock| &lock.file))
    }

    /// The text at a place, as it was written.
    #[must_use]
    pub fn text(&self, place: Place) -> &str {
        self.file(place).map_or("", |file| file.slice(place.start, place.end))
    }

    /// Line and column of the start of a place.
    #[must_use]
    pub fn position(&self, place: Place) -> Position {
        self.file(place).map_or_else(Position::default, |file| file.position(place.start))
    }
}
