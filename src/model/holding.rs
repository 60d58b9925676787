//! Each file and each address that an inventory names as evidence or as a document, once, and how it stands to its record.

use crate::model::lock::Folders;

/// A file or an address, however often it is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Which.
    pub whereabouts: Whereabouts,
    /// The ids of the controls and documents that name it, sorted.
    pub named_by: Vec<String>,
    /// The hashes the inventory states, in lower case; more than one only where it contradicts itself.
    pub stated: Vec<String>,
    /// The hash the lock records.
    pub locked: Option<String>,
    /// The hash it has, where it was taken.
    pub found: Option<String>,
    /// How it stands.
    pub state: HoldingState,
}

/// Where something lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// In a folder of the inventory, by the position of the folder and the path in it.
    File(usize, String),
    /// Behind an address.
    Address(String),
}

/// How a file or an address stands to what was recorded of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HoldingState {
    /// The file is not the one whose hash was recorded.
    Altered,
    /// No file is there.
    NotThere,
    /// It lies outside the folder of the inventory, where gapcheck does not look.
    Outside,
    /// It is there but could not be read; why.
    Unreadable(String),
    /// It is there, and no hash of it was recorded.
    NotRecorded,
    /// It is there, with the hash that was recorded.
    Recorded,
    /// An address, behind which nobody looked.
    Address,
}

impl HoldingState {
    /// The words for each state, the gravest first.
    pub const WORDS: [&str; 7] =
        ["altered", "not there", "outside", "unreadable", "not recorded", "recorded", "address"];

    /// Its word.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Altered => "altered",
            Self::NotThere => "not there",
            Self::Outside => "outside",
            Self::Unreadable(_) => "unreadable",
            Self::NotRecorded => "not recorded",
            Self::Recorded => "recorded",
            Self::Address => "address",
        }
    }

    /// Whether nobody can rely on the file: it is not the one recorded, or it cannot be shown.
    #[must_use]
    pub const fn is_fault(&self) -> bool {
        matches!(self, Self::Altered | Self::NotThere | Self::Outside | Self::Unreadable(_))
    }
}

impl Holding {
    /// How people find it: the path from where they are, or the address.
    #[must_use]
    pub fn name(&self, folders: &Folders) -> String {
        match &self.whereabouts {
            Whereabouts::File(folder, path) => folders.get(*folder).map_or(path.clone(), |folder| folder.path_of(path)),
            Whereabouts::Address(address) => address.clone(),
        }
    }

    /// The hashes recorded that it does not have.
    #[must_use]
    pub fn stated_otherwise(&self) -> Option<&str> {
        self.stated.iter().map(String::as_str).find(|stated| Some(*stated) != self.found.as_deref())
    }

    /// The hash the lock records, where it does not have that.
    #[must_use]
    pub fn locked_otherwise(&self) -> Option<&str> {
        self.locked.as_deref().filter(|locked| Some(*locked) != self.found.as_deref())
    }
}
