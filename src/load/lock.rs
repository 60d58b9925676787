//! A lock file into what it records.

use std::collections::BTreeMap;

use crate::model::lock::{Lock, plain};
use crate::source::file::{Place, SourceFile};
use crate::source::problem::{Problem, Problems};
use crate::text::checksum::{Fault, read};
use crate::text::wrap::truncate;

/// What every line of a lock looks like.
const LINE: &str = "a line is 64 hexadecimal digits, two blanks and a path; `gapcheck evidence lock` writes them";

/// As much as is shown of what should be a hash.
const SHOWN: usize = 72;

/// How `git` marks what it could not merge.
const MERGE_MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Reads a lock file: lines as `sha256sum` writes them, comments behind `#`, blank lines.
///
/// Every line that is none, or that names a file twice or outside the folder, is a problem.
pub fn lock(number: u32, file: &SourceFile, problems: &mut Problems) -> Lock {
    let mut lock = Lock::default();
    let mut places: BTreeMap<String, Place> = BTreeMap::new();
    let mut start = 0;
    for whole in file.text.split_inclusive('\n') {
        let line = whole.strip_suffix('\n').unwrap_or(whole);
        let line = line.strip_suffix('\r').unwrap_or(line);
        let row = Row { file: number, start, line };
        start += whole.len();
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let Some((hash, path)) = row.entry(problems) else { continue };
        if let Some(first) = places.get(&path) {
            problems.add(twice(&path, row.path(), *first));
            continue;
        }
        lock.record(&path, &hash);
        places.insert(path, row.path());
    }
    lock
}

/// A line of a lock file, with where it begins.
struct Row<'a> {
    file: u32,
    start: usize,
    line: &'a str,
}

impl Row<'_> {
    /// The hash and the path of the line; a line that holds none is a problem.
    fn entry(&self, problems: &mut Problems) -> Option<(String, String)> {
        let fault = match read(self.line) {
            _ if MERGE_MARKS.iter().any(|mark| self.line.starts_with(mark)) => self.unmerged(),
            Err(fault) => self.unread(fault),
            Ok((hash, written)) => match plain(&written) {
                Some(path) => return Some((hash, path)),
                None => Problem::at(self.path(), format!("`{written}` leads out of the folder of the lock file"))
                    .help("name a file in that folder"),
            },
        };
        problems.add(fault);
        None
    }

    fn unmerged(&self) -> Problem {
        Problem::at(self.place(0, self.line.len()), "a merge left its marks in the lock file")
            .help("keep the lines of both sides, then run `gapcheck evidence verify`")
    }

    fn unread(&self, fault: Fault<'_>) -> Problem {
        match fault {
            Fault::NoLine => {
                Problem::at(self.place(0, self.line.len()), "this is not the SHA-256 of a file").help(LINE)
            }
            Fault::NoHash(hash) => {
                let message = format!("`{}` is not a SHA-256", truncate(hash, SHOWN));
                Problem::at(self.place(0, self.blank()), message).help(LINE)
            }
            Fault::NoEscape => Problem::at(self.path(), "a backslash in the path stands for nothing")
                .help(r"write a backslash as `\\` and a line break as `\n` or `\r`, or lock the files again"),
        }
    }

    /// Where the path stands: after the hash and two blanks.
    fn path(&self) -> Place {
        self.place(self.blank() + 2, self.line.len())
    }

    fn blank(&self) -> usize {
        self.line.find(' ').unwrap_or_default()
    }

    fn place(&self, from: usize, to: usize) -> Place {
        let offset = |at: usize| u32::try_from(self.start + at).unwrap_or(u32::MAX);
        Place { file: self.file, start: offset(from), end: offset(to) }
    }
}

fn twice(path: &str, place: Place, first: Place) -> Problem {
    Problem::at(place, format!("`{path}` is recorded twice"))
        .related(first, "first time")
        .help("find out which of the two is right, and take the other away")
}
