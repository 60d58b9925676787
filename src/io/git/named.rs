//! The files that the texts of an inventory name, whether or not the rest of it can be understood.

use std::collections::BTreeMap;

use crate::io::evidence::named_by;
use crate::load;
use crate::model::lock::{Lock, plain};
use crate::source::file::Sources;
use crate::source::problem::Problems;

/// A path that an inventory names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// The number of the file of the inventory that names it.
    pub(super) file: u32,
    /// The path as it is written there.
    pub(super) path: String,
    /// Whether the inventory states its hash.
    pub(super) stated: bool,
    /// The hash that the lock beside that file recorded.
    pub(super) locked: Option<String>,
}

/// The paths of evidence and documents, each once for every file of the inventory that names it.
pub(super) fn named(sources: &Sources) -> Vec<Named> {
    // What is wrong with the inventory is told when it is assessed.
    let document = load::inventory::inventory(sources, &mut Problems::default());
    let locks = locks(sources);
    let mut named: BTreeMap<(u32, String), bool> = BTreeMap::new();
    for one in named_by(&document.controls.0, &document.documents, &document.reports) {
        *named.entry((one.path.place.file, one.path.value.0.clone())).or_default() |= one.stated;
    }
    let named = named.into_iter().map(|((file, path), stated)| {
        let locked = locks.get(&file).and_then(|lock| Some(lock.hash(&plain(&path)?)?.to_owned()));
        Named { file, path, stated, locked }
    });
    named.collect()
}

/// What the locks record, by the number of the inventory's file they lie beside.
fn locks(sources: &Sources) -> BTreeMap<u32, Lock> {
    let lock = |(number, _)| {
        let (at, file) = sources.lock_of(number)?;
        Some((number, load::lock::lock(at, file, &mut Problems::default())))
    };
    sources.iter().filter_map(lock).collect()
}
