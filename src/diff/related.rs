//! Whether two things can be held against each other at all, and what is to be known before their numbers are read.

use crate::model::snapshot::{Assessed, Side};

/// Why two sides have nothing to do with each other, in a sentence without a full stop; nothing where they have.
///
/// They have when they name the same organisation, whatever changed, or when a control of the one is in the other: an
/// organisation may be renamed. Names are compared as people read them, without case and blanks.
#[must_use]
pub fn unrelated(old: &Assessed, new: &Assessed) -> Option<String> {
    let shared = old.snapshot.controls.keys().any(|id| new.snapshot.controls.contains_key(id));
    let (old, new) = (&old.side, &new.side);
    (!same_name(old, new) && !shared).then(|| {
        format!(
            "the two have nothing to do with each other: {} is of {}, {} of {}, and no control is in both",
            old.path, old.organization, new.path, new.organization
        )
    })
}

fn same_name(old: &Side, new: &Side) -> bool {
    let plain = |name: &str| name.split_whitespace().collect::<String>().to_lowercase();
    plain(&old.organization) == plain(&new.organization)
}

/// What is to be known before the numbers are read, a sentence each.
#[must_use]
pub fn notes(old: &Side, new: &Side) -> Vec<String> {
    let mut notes = Vec::new();
    if !same_name(old, new) {
        let (a, b) = (&old.organization, &new.organization);
        notes.push(format!("They are of different organisations, {a} and {b}, unless one was renamed."));
    }
    if new.as_of < old.as_of {
        notes.push(format!("The first is assessed on the later day: {} against {}.", old.as_of, new.as_of));
    }
    if old.catalog.1 != new.catalog.1 {
        notes.push("They were assessed against different catalogs of criteria, which may be a cause too.".to_owned());
    }
    if old.version != new.version {
        let (a, b) = (&old.version, &new.version);
        notes.push(format!(
            "They were assessed by different versions of gapcheck, {a} and {b}, which may be a cause too."
        ));
    }
    if old.is_result || new.is_result {
        notes.push(
            "What changed is not put down to causes: that takes two inventories, and a JSON result holds none."
                .to_owned(),
        );
    }
    notes
}

/// A sentence for a side of which no file was found although those of the other were; nothing otherwise.
///
/// An old version of an inventory is often a lone copy, and everything it names would count as gone.
#[must_use]
pub fn without_files(side: &Side, found: (usize, usize), found_of_other: (usize, usize)) -> Option<String> {
    let ((found, named), (other, _)) = (found, found_of_other);
    (found == 0 && named > 0 && other > 0).then(|| {
        let none = if named == 1 { "The one file".to_owned() } else { format!("None of the {named} files") };
        let verb = if named == 1 { "is not there" } else { "is there" };
        format!(
            "{none} that {} names {verb}, so its evidence counts as missing. Keep the files beside it, as `git worktree add` does.",
            side.path
        )
    })
}
