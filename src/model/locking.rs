//! What locking the files of an inventory comes to.

use std::collections::BTreeSet;

use crate::model::lock::Lock;

/// Which hashes may take the place of others, and which may go.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The files whose new hash is to be recorded, by the position of their folder and their path in it.
    pub update: BTreeSet<(usize, String)>,
    /// Every new hash is to be recorded.
    pub update_all: bool,
    /// What the inventory no longer names is to be dropped.
    pub prune: bool,
}

/// What becomes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It has another hash than the one recorded, which stays.
    Differs {
        /// The hash recorded.
        recorded: String,
        /// The hash it has.
        found: String,
    },
    /// It has another hash than the one the inventory states, so none is recorded.
    Contradicts {
        /// The hash stated.
        stated: String,
        /// The hash it has.
        found: String,
    },
    /// It could not be read; why.
    Unreadable(String),
    /// It lies outside the folder of the inventory.
    Outside,
    /// It is not there. If a hash is recorded, it stays.
    NotThere {
        /// Whether one is.
        recorded: bool,
    },
    /// Its new hash takes the place of the one recorded.
    Updated {
        /// The hash that was recorded.
        recorded: String,
        /// The hash it has.
        found: String,
    },
    /// Its hash is recorded for the first time.
    Recorded,
    /// Its hash was recorded before, and is the same.
    Already,
    /// The inventory does not name it; what was recorded stays, for another inventory may share the folder.
    Kept,
    /// The inventory does not name it, and what was recorded goes.
    Dropped,
}

impl Outcome {
    /// Whether the file is there and its hash could not be recorded as it is.
    #[must_use]
    pub const fn is_fault(&self) -> bool {
        matches!(self, Self::Differs { .. } | Self::Contradicts { .. } | Self::Unreadable(_))
    }
}

/// What becomes of the lock of one folder.
#[derive(Clone, Debug)]
pub struct Locking {
    /// The position of the folder.
    pub folder: usize,
    /// The lock as it will be.
    pub lock: Lock,
    /// Whether that is not what the lock file holds.
    pub changed: bool,
    /// What becomes of each file, by path as people count.
    pub outcomes: Vec<(String, Outcome)>,
}
