//! The files that the texts of an inventory name, whether or not the rest of it can be understood.

use std::collections::BTreeMap;

use crate::load;
use crate::model::lock::{Lock, plain};
use crate::source::file::{Located, Sources};
use crate::source::problem::Problems;
use crate::source::reader::Text;

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
    let mut note = |path: &Located<Text>, stated: bool| {
        *named.entry((path.place.file, path.value.0.clone())).or_default() |= stated;
    };
    for evidence in document.controls.0.iter().flat_map(|control| &control.evidence) {
        evidence.path.iter().for_each(|path| note(path, evidence.sha256.is_some()));
    }
    document.documents.iter().filter_map(|document| document.path.as_ref()).for_each(|path| note(path, false));
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
