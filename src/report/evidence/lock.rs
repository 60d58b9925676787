//! What locking came to, on the terminal.

use anstyle::Style;

use super::begin;
use super::groups::{Group, Row};
use crate::model::lock::{Folders, LOCK_FILE};
use crate::model::locking::{Locking, Outcome};
use crate::report::terminal::style::{ATTENTION, BAD, GOOD, NEUTRAL};
use crate::text::count::{count, number};
use crate::text::escape::terminal;
use crate::text::wrap::wrap;

/// Whether what came of it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was.
    Yes,
    /// It was only to be shown.
    DryRun,
}

/// The groups, the gravest first: the word, how it is shown, and what to do.
const GROUPS: [(&str, Style, Option<&str>); 10] = [
    (
        "differs",
        BAD,
        Some(
            "find out who changed the file, when and why; the old record stays until `--update PATH` or `--update-all` \
             replaces it",
        ),
    ),
    (
        "contradicts the inventory",
        BAD,
        Some("bring the original back, or correct `sha256` in the inventory; until then nothing is recorded"),
    ),
    ("unreadable", BAD, Some("mend the file or who may read it, then lock again")),
    ("outside", ATTENTION, Some("copy the file into the folder of the inventory; nothing outside it is looked at")),
    ("not there", ATTENTION, Some("put the file where the inventory says, then lock again; a record of it stays")),
    ("updated", ATTENTION, Some("keep a note of who changed the file and why")),
    ("recorded", GOOD, None),
    ("already recorded", GOOD, None),
    (
        "no longer named",
        NEUTRAL,
        Some("the record stays, for another inventory may share the folder; `--prune` drops it"),
    ),
    ("dropped", ATTENTION, None),
];

const fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Differs { .. } => "differs",
        Outcome::Contradicts { .. } => "contradicts the inventory",
        Outcome::Unreadable(_) => "unreadable",
        Outcome::Outside => "outside",
        Outcome::NotThere { .. } => "not there",
        Outcome::Updated { .. } => "updated",
        Outcome::Recorded => "recorded",
        Outcome::Already => "already recorded",
        Outcome::Kept => "no longer named",
        Outcome::Dropped => "dropped",
    }
}

/// What is to be said of a file beside the word of its group.
fn note(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Differs { recorded, found } | Outcome::Updated { recorded, found } => {
            format!("recorded {}, found {}", begin(recorded), begin(found))
        }
        Outcome::Contradicts { stated, found } => format!("`sha256` is {}, found {}", begin(stated), begin(found)),
        Outcome::Unreadable(why) => why.clone(),
        Outcome::NotThere { recorded: true } => "its hash was recorded".to_owned(),
        _ => String::new(),
    }
}

/// Every file in groups, what became of each lock file, and the counts in the last line.
#[must_use]
pub fn lock(lockings: &[Locking], folders: &Folders, written: Written, width: usize) -> String {
    let groups: String = GROUPS.iter().map(|group| self::group(*group, lockings, folders).shown(width)).collect();
    let files = lockings.iter().filter_map(|locking| file(locking, folders, written));
    let closing = closing(lockings);
    let lines: Vec<String> = files.chain([closing]).map(|line| wrap(&line, width, "")).collect();
    format!("{groups}{}\n", lines.join("\n"))
}

fn group(group: (&'static str, Style, Option<&'static str>), lockings: &[Locking], folders: &Folders) -> Group {
    let (title, style, advice) = group;
    let path = |locking: &Locking, path: &str| folders.get(locking.folder).map(|folder| folder.path_of(path));
    let all = lockings.iter().flat_map(|locking| locking.outcomes.iter().map(move |outcome| (locking, outcome)));
    let rows = all.filter(|(_, (_, outcome))| word(outcome) == title).map(|(locking, (name, outcome))| Row {
        name: path(locking, name).unwrap_or_else(|| name.clone()),
        note: note(outcome),
    });
    Group { title, style, advice, rows: rows.collect() }
}

/// What became of a lock file; nothing where there is none and none is needed.
fn file(locking: &Locking, folders: &Folders, written: Written) -> Option<String> {
    let folder = folders.get(locking.folder)?;
    let name = folder.path_of(LOCK_FILE);
    let (name, holds) = (terminal(&name), count(locking.lock.iter().count(), "file"));
    match (locking.changed, written) {
        (true, Written::Yes) => Some(format!("wrote {name}, which records {holds}")),
        (true, Written::DryRun) => Some(format!("would write {name}, to record {holds}; nothing was written")),
        (false, _) if folder.lock.is_some() => Some(format!("{name} stays as it is and records {holds}")),
        (false, _) => None,
    }
}

fn closing(lockings: &[Locking]) -> String {
    let outcomes = || lockings.iter().flat_map(|locking| &locking.outcomes);
    let counts = GROUPS.iter().map(|(title, ..)| (title, outcomes().filter(|(_, one)| word(one) == *title).count()));
    let counts: Vec<String> =
        counts.filter(|(_, some)| *some > 0).map(|(title, some)| format!("{} {title}", number(some))).collect();
    if counts.is_empty() { "the inventory names no files".to_owned() } else { counts.join(", ") }
}
