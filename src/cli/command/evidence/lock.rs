//! `gapcheck evidence lock`: the hashes of the files as they are now, recorded beside the inventory.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use crate::assess::holdings::holdings;
use crate::assess::locking::lockings;
use crate::cli::args::evidence::Lock;
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog, inventory};
use crate::io::{clock, evidence, lock, output, terminal};
use crate::model::holding::{Holding, Whereabouts};
use crate::model::lock::{Folders, plain};
use crate::model::locking::{Locking, Wish};
use crate::report::evidence::{Written, lock as told, text};
use crate::source::file::Sources;
use crate::text::list::ticked_or;
use crate::text::nearest::nearest;

/// Records the hash of every file the inventory names.
///
/// # Errors
///
/// When something cannot be read or written, or a file to be updated is not one of the inventory's.
pub fn run(args: &Lock) -> Result<Exit> {
    let Told::Read(catalog) = catalog(None)? else { return Ok(Exit::CouldNot) };
    let Told::Read((sources, inventory)) = inventory(&args.source.inventory, &catalog, clock::today())? else {
        return Ok(Exit::CouldNot);
    };
    if lock::has_no_folder(&sources) {
        bail!(
            "an inventory on standard input lies in no folder, and a lock is kept beside its inventory; name the file or the \
             folder"
        );
    }
    let folders = lock::folders(&sources);
    let files = evidence::hash_all(&inventory, &sources, &folders);
    let holdings = holdings(&inventory, &files, &folders);
    let update = meant(&args.update, &holdings, &folders)?;
    let wish = Wish { update, update_all: args.update_all, prune: args.prune };
    let lockings = lockings(&holdings, &folders, &wish);
    let written = if args.dry_run { Written::DryRun } else { Written::Yes };
    if written == Written::Yes {
        write(&lockings, &folders, &sources)?;
    }
    output::print(&told(&lockings, &folders, written, terminal::width()))?;
    let outcomes = lockings.iter().flat_map(|locking| &locking.outcomes);
    let fault = outcomes.into_iter().any(|(_, outcome)| outcome.is_fault());
    Ok(if fault { Exit::GateFailed } else { Exit::Done })
}

fn write(lockings: &[Locking], folders: &Folders, sources: &Sources) -> Result<()> {
    let changed = lockings.iter().filter(|locking| locking.changed);
    for (locking, folder) in changed.filter_map(|locking| Some((locking, folders.get(locking.folder)?))) {
        lock::write(folder, sources, &text(&locking.lock))?;
    }
    Ok(())
}

/// The files meant by the paths given, each from where the reader is or as the inventory and the lock write it.
fn meant(paths: &[String], holdings: &[Holding], folders: &Folders) -> Result<BTreeSet<(usize, String)>> {
    let files: Vec<(usize, &str, String)> = holdings
        .iter()
        .filter_map(|holding| match &holding.whereabouts {
            Whereabouts::File(folder, path) => Some((*folder, path.as_str(), holding.name(folders))),
            Whereabouts::Address(_) => None,
        })
        .collect();
    let mut meant = BTreeSet::new();
    for given in paths {
        let from_here: Vec<_> = files.iter().filter(|(_, _, name)| lock::is_same(given, name)).collect();
        let written = plain(given);
        let as_written = || files.iter().filter(|(_, path, _)| Some(*path) == written.as_deref()).collect();
        let found: Vec<_> = if from_here.is_empty() { as_written() } else { from_here };
        if found.is_empty() {
            let near = nearest(given, files.iter().map(|(_, _, name)| name.as_str()));
            let near = near.map_or(String::new(), |near| format!("; did you mean {near}?"));
            bail!("the inventory names no file {given}{near}");
        }
        if found.iter().any(|(folder, ..)| found.first().is_some_and(|(first, ..)| first != folder)) {
            bail!("{given} may be {}; say which", ticked_or(found.iter().map(|(_, _, name)| name)));
        }
        meant.extend(found.into_iter().map(|(folder, path, _)| (*folder, (*path).to_owned())));
    }
    Ok(meant)
}
