//! What was recorded of the files beside an inventory: a lock for each folder, and the folders.

use std::collections::BTreeMap;
use std::path::{Component, Path};

/// The name of the file a lock is kept in.
pub const LOCK_FILE: &str = "gapcheck.lock";

/// The hashes recorded of the files of one folder, by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    hashes: BTreeMap<String, String>,
}

impl Lock {
    /// Records the hash of a file; what was recorded of it before is forgotten.
    pub fn record(&mut self, path: &str, sha256: &str) {
        self.hashes.insert(path.to_owned(), sha256.to_owned());
    }

    /// Forgets a file.
    pub fn forget(&mut self, path: &str) {
        self.hashes.remove(path);
    }

    /// What was recorded of a file: its SHA-256 in lower-case hexadecimal.
    #[must_use]
    pub fn hash(&self, path: &str) -> Option<&str> {
        self.hashes.get(path).map(String::as_str)
    }

    /// All that was recorded, paths with hashes, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.hashes.iter().map(|(path, hash)| (path.as_str(), hash.as_str()))
    }

    /// Whether nothing was recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }
}

/// A folder in which files of an inventory lie, with its lock.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// The path people know it by, with `/` between its parts; empty for the folder they are in.
    pub name: String,
    /// What was recorded; absent where there is no lock file.
    pub lock: Option<Lock>,
}

impl Folder {
    /// How people find something in the folder.
    #[must_use]
    pub fn path_of(&self, path: &str) -> String {
        match self.name.as_str() {
            "" => path.to_owned(),
            // It lies in no folder of the inventory.
            _ if path.starts_with('/') => path.to_owned(),
            name if name.ends_with('/') => format!("{name}{path}"),
            name => format!("{name}/{path}"),
        }
    }

    /// What was recorded of a file, if anything.
    #[must_use]
    pub fn hash(&self, path: &str) -> Option<&str> {
        self.lock.as_ref()?.hash(path)
    }
}

/// The folders of an inventory, and which of its files lies in which.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    list: Vec<Folder>,
    of: BTreeMap<u32, usize>,
}

impl Folders {
    /// Adds a folder with the numbers of the inventory's files in it.
    pub fn add(&mut self, folder: Folder, files: &[u32]) {
        self.of.extend(files.iter().map(|file| (*file, self.list.len())));
        self.list.push(folder);
    }

    /// The position of the folder that a file of the inventory lies in.
    #[must_use]
    pub fn position(&self, file: u32) -> usize {
        self.of.get(&file).copied().unwrap_or_default()
    }

    /// A folder by its position.
    #[must_use]
    pub fn get(&self, position: usize) -> Option<&Folder> {
        self.list.get(position)
    }

    /// All of them, in the order of the inventory's files.
    pub fn iter(&self) -> impl Iterator<Item = &Folder> {
        self.list.iter()
    }
}

/// A path as a lock names it: what `./a//b` means is `a/b`. `None` where it leads out of its folder, or to no file in it.
#[must_use]
pub fn plain(path: &str) -> Option<String> {
    let mut parts = Vec::new();
    for part in Path::new(path).components() {
        match part {
            Component::CurDir => {}
            Component::Normal(name) => parts.push(name.to_string_lossy().into_owned()),
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_one_name() {
        for path in ["a/b", "./a/b", "a//b", "a/./b", "a/b/", ".//a/b/."] {
            assert_eq!(plain(path).as_deref(), Some("a/b"), "{path}");
        }
        for path in ["", ".", "./", "..", "../a", "a/../b", "/a", "/"] {
            assert_eq!(plain(path), None, "{path}");
        }
        assert_eq!(plain("...").as_deref(), Some("..."));
    }
}
