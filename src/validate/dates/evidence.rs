//! Times of evidence: each piece by itself, and one file that is listed twice for the same time.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::date::Period;
use crate::model::document::Evidence;
use crate::source::file::{Located, Place};
use crate::source::problem::{Problem, Problems};
use crate::source::reader::Text;
use crate::validate::dates::{ends_after_start, is_read};

/// Checks the evidence of one control.
pub(super) fn check(evidence: &[Evidence], problems: &mut Problems) {
    for piece in evidence {
        check_piece(piece, problems);
    }
    // Two pieces that share both path and address are told of once.
    let mut told = BTreeSet::new();
    let by_path = evidence.iter().filter_map(|piece| {
        let path = piece.path.as_ref()?;
        Some((path.0.as_str(), Shown { time: &piece.covers.as_ref()?.0, place: path.place, piece: piece.place }))
    });
    listed_once(by_path, &mut told, problems);
    let by_address = evidence.iter().filter_map(|piece| {
        let time = &piece.covers.as_ref()?.0;
        Some((piece.url.as_ref()?.0.as_str(), Shown { time, place: piece.place, piece: piece.place }))
    });
    listed_once(by_address, &mut told, problems);
}

fn check_piece(evidence: &Evidence, problems: &mut Problems) {
    if let Some(covers) = &evidence.covers {
        ends_after_start("the time the evidence covers", &covers.0, problems);
    }
    is_whole(evidence.sha256.as_ref(), "`sha256sum FILE` prints the one of a file", problems);
}

/// A problem for what cannot be a hash.
pub(super) fn is_whole(hash: Option<&Located<Text>>, help: &str, problems: &mut Problems) {
    let cut = hash.filter(|hash| hash.len() != 64 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if let Some(hash) = cut {
        problems.add(Problem::at(hash.place, "a SHA-256 has 64 hexadecimal digits").help(help));
    }
}

/// A piece of evidence, the time it shows, and where to point.
#[derive(Clone, Copy)]
struct Shown<'a> {
    time: &'a Period,
    place: Place,
    piece: Place,
}

/// A problem for each file that is listed again for a day it is listed for already.
fn listed_once<'a>(
    pieces: impl Iterator<Item = (&'a str, Shown<'a>)>,
    told: &mut BTreeSet<Place>,
    problems: &mut Problems,
) {
    let mut by_name: BTreeMap<&str, Vec<Shown<'_>>> = BTreeMap::new();
    for (name, shown) in pieces.filter(|(_, shown)| is_read(shown.time) && shown.time.start <= shown.time.end) {
        by_name.entry(name).or_default().push(shown);
    }
    for (name, mut pieces) in by_name {
        pieces.sort_by_key(|shown| (shown.time.start, shown.time.end, shown.place));
        let mut longest: Option<Shown<'_>> = None;
        for shown in pieces {
            if let Some(other) = longest.filter(|other| other.time.overlaps(shown.time))
                && told.insert(shown.piece)
            {
                problems.add(twice(name, other, shown));
            }
            longest = longest.filter(|other| other.time.end >= shown.time.end).or(Some(shown));
        }
    }
}

fn twice(name: &str, a: Shown<'_>, b: Shown<'_>) -> Problem {
    // Which of the two comes first depends on the file, not on the times.
    let (first, second) = if a.place < b.place { (a, b) } else { (b, a) };
    let times = format!("{} and {}", first.time, second.time);
    Problem::at(second.place, format!("`{name}` is listed twice with overlapping coverage: {times}"))
        .label("second time")
        .related(first.place, "first time")
        .help("what is on file shows a time once; merge the two entries, or correct what each covers")
}
