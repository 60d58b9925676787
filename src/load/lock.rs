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
        let place = Place { file: number, start: offset(start), end: offset(start + line.len()) };
        start += whole.len();
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match entry(line) {
            Err((message, help)) => problems.add(Problem::at(place, message).help(help)),
            Ok((hash, path)) => {
                if let Some(first) = places.get(&path) {
                    problems.add(twice(&path, place, *first));
                    continue;
                }
                lock.record(&path, &hash);
                places.insert(path, place);
            }
        }
    }
    lock
}

/// The hash and the path of a line, or what is wrong with it and what to do.
fn entry(line: &str) -> Result<(String, String), (String, &'static str)> {
    if MERGE_MARKS.iter().any(|mark| line.starts_with(mark)) {
        let help = "keep the lines of both sides, then run `gapcheck evidence verify`";
        return Err(("a merge left its marks in the lock file".to_owned(), help));
    }
    let (hash, written) = read(line).map_err(|fault| {
        let message = match fault {
            Fault::NoLine => "this is not the SHA-256 of a file".to_owned(),
            Fault::NoHash(hash) => format!("`{}` is not a SHA-256", truncate(hash, SHOWN)),
            Fault::NoEscape => r"only `\\`, `\n` and `\r` stand for something in a path".to_owned(),
        };
        (message, LINE)
    })?;
    match plain(&written) {
        Some(path) => Ok((hash, path)),
        None => Err((format!("`{written}` leads out of the folder of the lock file"), "name a file in that folder")),
    }
}

fn twice(path: &str, place: Place, first: Place) -> Problem {
    Problem::at(place, format!("`{path}` is recorded twice"))
        .related(first, "first time")
        .help("find out which of the two is right, and take the other away")
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
