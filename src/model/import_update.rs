//! What an import changes in an inventory, and what the import before it wrote.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::edit::Edit;

/// What an import changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Update {
    /// The changes to the text.
    pub edits: Vec<Edit>,
    /// What changes, and what does not though the source says otherwise, in the order of the import.
    pub changes: Vec<Change>,
    /// What to remember for the next import.
    pub memory: Memory,
}

/// What becomes of a control, or of one of its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The id of the control.
    pub control: String,
    /// Its name.
    pub name: String,
    /// What becomes of it.
    pub what: What,
}

/// What becomes of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The control is new.
    Added,
    /// A key had no value and has one now.
    Filled {
        /// The key.
        key: &'static str,
        /// The value, in words.
        to: String,
    },
    /// The source changed, and nobody had changed the inventory.
    Updated {
        /// The key.
        key: &'static str,
        /// What it was.
        from: String,
        /// What it is now.
        to: String,
    },
    /// The inventory and the source differ, and the inventory stays as it is: somebody changed it by hand, or nobody knows.
    Kept {
        /// The key.
        key: &'static str,
        /// What the inventory says.
        ours: String,
        /// What the source says.
        theirs: String,
    },
    /// More stands in a list of evidence or tests.
    Extended {
        /// The key.
        key: &'static str,
        /// How much more.
        number: usize,
    },
    /// The source names an owner who is none of the people that the inventory lists.
    Nobody {
        /// The owner.
        owner: String,
    },
    /// An earlier import of the same files brought it, and this one does not.
    Gone,
}

/// What imports wrote into an inventory, so that the next can tell a change of the source from one made by hand. Kept in a file
/// beside the inventory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Memory {
    /// The version of this file's format.
    pub import_version: u32,
    /// What was written of every control, by its id.
    pub controls: BTreeMap<String, Remembered>,
}

/// What an import wrote of a control.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remembered {
    /// The names of the files it came from.
    pub from: BTreeSet<String>,
    /// The first sixteen digits of the SHA-256 of what was written under each key.
    pub values: BTreeMap<String, String>,
}

/// The version of the format of [`Memory`].
pub const MEMORY_VERSION: u32 = 1;
