//! The commits that a history is made of.

use anyhow::{Context, Result};

use crate::io::git::place::Place;
use crate::io::git::process::{git, said};
use crate::model::date::Date;
use crate::model::trend::Revision;

/// A commit, with the hash of its tree.
#[derive(Clone, Debug)]
pub(super) struct Commit {
    pub(super) revision: Revision,
    pub(super) tree: String,
}

/// What is asked of each commit: hash, tree, the days in the zones of committer and author, the first line of its message.
const FORMAT: &str = "--format=%H%x00%T%x00%cs%x00%as%x00%s";

/// The commits from what is checked out back to the first, newest first, of merges only what was merged into.
///
/// First parents alone, since they are what was in force: an inventory that somebody prepared on a branch counts from the day
/// it was merged, and no earlier. It also makes one line of the history, so that every revision has one before it, and a trend
/// one change from each to the next.
pub(super) fn commits(place: &Place) -> Result<Vec<Commit>> {
    let mut asked = git(&place.folder);
    asked.args(["rev-list", "--first-parent", "--encoding=UTF-8", FORMAT, "HEAD", "--"]);
    let listed = said(asked)?;
    let listed = String::from_utf8_lossy(&listed);
    let mut commits = Vec::new();
    // Each is told in two lines, the first of which says no more than the second.
    for line in listed.lines().skip(1).step_by(2) {
        commits.push(commit(line).context("git lists the history in a way that is not understood")?);
    }
    Ok(commits)
}

fn commit(line: &str) -> Option<Commit> {
    let mut parts = line.splitn(5, '\0');
    let mut next = || parts.next();
    let (hash, tree, committed, authored, subject) = (next()?, next()?, next()?, next()?, next()?);
    let revision = Revision {
        hash: hash.to_owned(),
        committed: day(committed),
        authored: day(authored),
        subject: subject.to_owned(),
    };
    Some(Commit { revision, tree: tree.to_owned() })
}

/// A day as git tells it. One that no calendar of ours has is the nearest that it has: the last of those after the year 9999,
/// else the first, 1970-01-01.
fn day(text: &str) -> Date {
    let is_far =
        text.split_once('-').is_some_and(|(year, _)| year.len() > 4 && year.bytes().all(|c| c.is_ascii_digit()));
    let far = Date::new(9999, 12, 31).filter(|_| is_far);
    text.parse().ok().or(far).unwrap_or_default()
}
