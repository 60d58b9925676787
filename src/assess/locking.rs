//! What locking would come to: which hashes are recorded, which stay, which differ. Nothing is written here.

use std::collections::BTreeSet;

use crate::model::holding::{Holding, HoldingState, Whereabouts};
use crate::model::lock::{Folder, Folders, Lock};
use crate::model::locking::{Locking, Outcome, Wish};
use crate::text::natural::compare;

/// The lock of every folder as it would become. Files must have been hashed.
#[must_use]
pub fn lockings(holdings: &[Holding], folders: &Folders, wish: &Wish) -> Vec<Locking> {
    folders.iter().enumerate().map(|(at, folder)| locking(at, folder, holdings, wish)).collect()
}

fn locking(at: usize, folder: &Folder, holdings: &[Holding], wish: &Wish) -> Locking {
    let mut lock = folder.lock.clone().unwrap_or_default();
    let mut outcomes = Vec::new();
    for holding in holdings {
        let Whereabouts::File(of, path) = &holding.whereabouts else { continue };
        if *of == at {
            let may_update = wish.update_all || wish.update.contains(&(at, path.clone()));
            let outcome = outcome(holding, may_update);
            if let (Outcome::Recorded | Outcome::Updated { .. }, Some(found)) = (&outcome, &holding.found) {
                lock.record(path, found);
            }
            outcomes.push((path.clone(), outcome));
        }
    }
    outcomes.extend(unnamed(folder, &outcomes, wish.prune));
    for (path, _) in outcomes.iter().filter(|(_, outcome)| *outcome == Outcome::Dropped) {
        lock.forget(path);
    }
    outcomes.sort_by(|(a, _), (b, _)| compare(a, b));
    let changed = lock != folder.lock.clone().unwrap_or_default();
    Locking { folder: at, lock, changed, outcomes }
}

fn outcome(holding: &Holding, may_update: bool) -> Outcome {
    let Some(found) = &holding.found else {
        return match &holding.state {
            HoldingState::Outside => Outcome::Outside,
            HoldingState::Unreadable(why) => Outcome::Unreadable(why.clone()),
            _ => Outcome::NotThere { recorded: holding.locked.is_some() },
        };
    };
    let found = found.clone();
    // What the inventory itself says of the file is corrected there, by a person, before anything else is recorded.
    if let Some(stated) = holding.stated_otherwise() {
        return Outcome::Contradicts { stated: stated.to_owned(), found };
    }
    match &holding.locked {
        None => Outcome::Recorded,
        Some(locked) if *locked == found => Outcome::Already,
        Some(locked) if may_update => Outcome::Updated { recorded: locked.clone(), found },
        Some(locked) => Outcome::Differs { recorded: locked.clone(), found },
    }
}

/// What the lock records and the inventory does not name.
fn unnamed(folder: &Folder, named: &[(String, Outcome)], prune: bool) -> Vec<(String, Outcome)> {
    let named: BTreeSet<&str> = named.iter().map(|(path, _)| path.as_str()).collect();
    let recorded = folder.lock.iter().flat_map(Lock::iter);
    recorded
        .filter(|(path, _)| !named.contains(path))
        .map(|(path, _)| (path.to_owned(), if prune { Outcome::Dropped } else { Outcome::Kept }))
        .collect()
}
