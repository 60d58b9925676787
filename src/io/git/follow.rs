//! Where an inventory lay before it was renamed or moved.

use std::collections::BTreeSet;
use std::process::Command;

use anyhow::Result;

use crate::io::git::files::folder_of;
use crate::io::git::objects::{Objects, Unread};
use crate::io::git::place::{Place, Spec};
use crate::io::git::process::{git, said};
use crate::io::git::trees::{Found, Kind, Trees};

/// What follows names in a history, revision by revision.
pub(super) struct Names<'a> {
    pub(super) place: &'a Place,
    pub(super) objects: &'a mut Objects,
    pub(super) trees: &'a mut Trees,
}

/// Whether a name is one of an inventory's file in a folder.
pub(super) fn is_yaml(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    !name.starts_with('.') && matches!(extension, Some("yaml" | "yml"))
}

fn name_of(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

impl Names<'_> {
    /// What was, in the tree of the revision before, what is this in the tree of a revision; the same where it was not renamed.
    pub(super) fn before(&mut self, spec: &Spec, [older, newer]: [&str; 2]) -> Result<Vec<Spec>> {
        let renamed = self.renamed(older, newer)?;
        match spec {
            Spec::File(path) => {
                let from = renamed.into_iter().find(|(_, to)| to == path);
                Ok(vec![from.map_or_else(|| spec.clone(), |(from, _)| Spec::File(from))])
            }
            Spec::Folder(folder) => {
                let into: Vec<(String, String)> =
                    renamed.into_iter().filter(|(_, to)| folder_of(to) == folder && is_yaml(name_of(to))).collect();
                self.folder_before(folder, &into, older)
            }
        }
    }

    /// Where the files of a folder came from: another folder, if all that it held moved and kept their names; else files.
    fn folder_before(&mut self, folder: &str, into: &[(String, String)], older: &str) -> Result<Vec<Spec>> {
        let Some((first, _)) = into.first() else { return Ok(vec![Spec::Folder(folder.to_owned())]) };
        let old = folder_of(first);
        let from: BTreeSet<&str> = into.iter().map(|(from, _)| from.as_str()).collect();
        let together = into.iter().all(|(from, to)| folder_of(from) == old && name_of(from) == name_of(to));
        let held: BTreeSet<String> = self.files(&Spec::Folder(old.to_owned()), older)?.into_iter().collect();
        if together && held.iter().map(String::as_str).eq(from.iter().copied()) {
            return Ok(vec![Spec::Folder(old.to_owned())]);
        }
        Ok(from.into_iter().map(|from| Spec::File(from.to_owned())).collect())
    }

    /// The paths of what an inventory is made of in a tree, in their order.
    pub(super) fn files(&mut self, spec: &Spec, tree: &str) -> Result<Vec<String>> {
        match (spec, self.trees.find(self.objects, tree, spec.path())?) {
            (Spec::File(path), Found::File(..)) => Ok(vec![path.clone()]),
            (Spec::Folder(path), Found::Folder(hash)) => {
                let folder = self.trees.folder(self.objects, &hash)?;
                let yaml = folder
                    .iter()
                    .filter(|(name, entry)| is_yaml(name) && matches!(entry.kind, Kind::File | Kind::Link));
                Ok(yaml.map(|(name, _)| crate::io::git::files::beside(path, name)).collect())
            }
            _ => Ok(Vec::new()),
        }
    }

    /// What was renamed from one tree to the next: from, to.
    fn renamed(&self, older: &str, newer: &str) -> Result<Vec<(String, String)>> {
        // What is alike takes texts, which git may not hold; what is the same takes their hashes alone.
        let told = match said(self.asked(older, newer, "-M")) {
            Ok(told) => told,
            Err(_) => said(self.asked(older, newer, "-M100%")).map_err(|_| Unread::Gone)?,
        };
        let text = String::from_utf8_lossy(&told);
        let mut parts = text.split('\0');
        let mut renamed = Vec::new();
        while let (Some(_), Some(from), Some(to)) = (parts.next(), parts.next(), parts.next()) {
            renamed.push((from.to_owned(), to.to_owned()));
        }
        Ok(renamed)
    }

    /// The question what was renamed from one tree to the next.
    fn asked(&self, older: &str, newer: &str, likeness: &str) -> Command {
        let mut asked = git(&self.place.folder);
        asked.args(["diff-tree", "-r", likeness, "-l1000", "--diff-filter=R", "--name-status", "-z", "--no-commit-id"]);
        asked.args(["--no-ext-diff", "--no-textconv", "--end-of-options", older, newer, "--"]);
        asked
    }
}
