//! What lies on the disk, where that is not what is checked out.

use anyhow::Result;

use crate::cli::command::trend::desk::{Desk, Outcome};
use crate::io::evidence;
use crate::io::git::{History, assumed};
use crate::io::input::Input;
use crate::model::date::Date;
use crate::model::files::Files;
use crate::source::file::Sources;

/// The inventory as it stands now.
pub(super) struct Now {
    pub(super) outcome: Outcome,
    pub(super) as_of: Date,
    pub(super) paths: Vec<String>,
    /// How many files it names lie here, and are not in what is checked out.
    pub(super) uncommitted_files: usize,
}

/// What stands now; nothing where it is what is checked out.
///
/// # Errors
///
/// When git cannot say what is checked out.
pub(super) fn now(
    desk: &mut Desk<'_>,
    (history, input): (&mut History, &Input),
    (today, assume_files): (Date, bool),
) -> Result<Option<Now>> {
    let as_of = desk.day(today);
    let head = history.revisions.first().filter(|_| !history.paths.is_empty()).cloned();
    let (sources, mut files) = (&input.sources, Files::default());
    let inventory = desk.read(input, as_of);
    if let Ok(inventory) = &inventory {
        files = if assume_files { assumed(sources) } else { evidence::look_up(inventory, sources) };
    }
    if let Some(head) = &head
        && let Ok((committed, problems)) = history.texts(head)?
        && is_same(sources, &committed)
        && (inventory.is_err() || !problems.is_empty() || files == head.files())
    {
        return Ok(None);
    }
    let paths = sources.iter().map(|(_, file)| file.in_repository.clone()).collect();
    let uncommitted_files = head.map_or(0, |head| head.missing_here(&files));
    let outcome = inventory.and_then(|inventory| desk.conclude(&inventory, &files, as_of));
    Ok(Some(Now { outcome, as_of, paths, uncommitted_files }))
}

/// Whether texts are those that were committed. The ends of lines may be others on a disk, as git is told to write them there.
fn is_same(sources: &Sources, committed: &Sources) -> bool {
    let texts =
        |sources: &Sources| -> Vec<String> { sources.all().map(|(_, file)| file.text.replace("\r\n", "\n")).collect() };
    texts(sources) == texts(committed)
}
