//! What an inventory names as evidence and as documents, each file and address once, and how it stands to its record.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::document::{Evidence, OwnReport, PolicyDocument};
use crate::model::files::{FileState, Files};
use crate::model::holding::{Holding, HoldingState, Whereabouts};
use crate::model::inventory::Inventory;
use crate::model::lock::{Folders, plain};
use crate::source::file::Located;
use crate::source::reader::Text;
use crate::text::natural::compare;

/// Every file and address an inventory names: files by folder and path as people count, then addresses.
#[must_use]
pub fn holdings(inventory: &Inventory, files: &Files, folders: &Folders) -> Vec<Holding> {
    let desk = Desk { files, folders };
    let mut found = BTreeMap::new();
    for control in &inventory.controls {
        for evidence in &control.evidence {
            desk.note(&Named::of_evidence(evidence, &control.id.value), &mut found);
        }
    }
    for document in &inventory.documents {
        desk.note(&Named::of_document(document), &mut found);
    }
    for report in &inventory.reports {
        desk.note(&Named::of_report(report), &mut found);
    }
    let mut holdings: Vec<Holding> = found.into_values().collect();
    holdings.sort_by(|a, b| {
        let ((folder, path), (other, beside)) = (order(a), order(b));
        folder.cmp(&other).then_with(|| compare(path, beside))
    });
    for holding in &mut holdings {
        holding.named_by.sort_by(|a, b| compare(a, b));
        holding.named_by.dedup();
        holding.stated.sort();
        holding.stated.dedup();
        holding.state = settled(holding);
    }
    holdings
}

/// Files come by folder, addresses after them.
fn order(holding: &Holding) -> (usize, &str) {
    match &holding.whereabouts {
        Whereabouts::File(folder, path) => (*folder, path),
        Whereabouts::Address(address) => (usize::MAX, address),
    }
}

/// How many pieces of evidence, documents and reports name neither a file nor an address.
#[must_use]
pub fn nowhere(inventory: &Inventory) -> usize {
    let evidence = inventory.controls.iter().flat_map(|control| &control.evidence);
    let evidence = evidence.filter(|evidence| evidence.path.is_none() && evidence.url.is_none()).count();
    let documents = inventory.documents.iter().filter(|document| document.path.is_none() && document.url.is_none());
    let reports = inventory.reports.iter().filter(|report| report.path.is_none() && report.url.is_none());
    evidence + documents.count() + reports.count()
}

/// Something that names a file or an address.
struct Named<'a> {
    by: &'a str,
    path: Option<&'a Located<Text>>,
    url: Option<&'a Text>,
    stated: Option<&'a str>,
}

impl<'a> Named<'a> {
    fn of_evidence(evidence: &'a Evidence, by: &'a str) -> Self {
        let stated = evidence.sha256.as_ref().map(|hash| &***hash);
        Self { by, path: evidence.path.as_ref(), url: evidence.url.as_ref(), stated }
    }

    fn of_document(document: &'a PolicyDocument) -> Self {
        Self { by: &document.id.value, path: document.path.as_ref(), url: document.url.as_ref(), stated: None }
    }

    /// A report of our own has no id: it is named by its list and its sort.
    fn of_report(report: &'a OwnReport) -> Self {
        Self { by: report.kind.word(), path: report.path.as_ref(), url: report.url.as_ref(), stated: None }
    }
}

/// What a file or an address is known by while it is gathered.
type Key = (Option<usize>, String);

struct Desk<'a> {
    files: &'a Files,
    folders: &'a Folders,
}

impl Desk<'_> {
    /// Notes who names a file or an address; with both, the path decides, as it does in an assessment.
    fn note(&self, named: &Named<'_>, found: &mut BTreeMap<Key, Holding>) {
        let (key, fresh) = match (named.path, named.url) {
            (Some(path), _) => {
                let folder = self.folders.position(path.place.file);
                // What leads out of the folder has no other name than the one it was written with.
                let name = plain(path).unwrap_or_else(|| path.to_string());
                ((Some(folder), name.clone()), self.file(folder, name, path))
            }
            (None, Some(url)) => ((None, url.to_string()), address(url)),
            (None, None) => return,
        };
        let holding = found.entry(key).or_insert(fresh);
        holding.named_by.push(named.by.to_owned());
        holding.stated.extend(named.path.and(named.stated).map(str::to_ascii_lowercase));
    }

    fn file(&self, folder: usize, name: String, path: &Located<Text>) -> Holding {
        let (file, written) = (path.place.file, &*path.value);
        let (found, state) = match self.files.state(file, written) {
            FileState::Found(found) => (found.clone(), HoldingState::NotRecorded),
            FileState::Missing => (None, HoldingState::NotThere),
            FileState::Outside => (None, HoldingState::Outside),
            FileState::Unreadable(why) => (None, HoldingState::Unreadable(why.clone())),
        };
        Holding {
            whereabouts: Whereabouts::File(folder, name),
            named_by: Vec::new(),
            stated: Vec::new(),
            locked: self.files.locked(file, written).map(str::to_owned),
            found,
            state,
        }
    }
}

fn address(url: &Text) -> Holding {
    Holding {
        whereabouts: Whereabouts::Address(url.to_string()),
        named_by: Vec::new(),
        stated: Vec::new(),
        locked: None,
        found: None,
        state: HoldingState::Address,
    }
}

/// How a file stands once all that was recorded of it is known.
fn settled(holding: &Holding) -> HoldingState {
    let recorded: BTreeSet<&String> = holding.stated.iter().chain(&holding.locked).collect();
    match &holding.found {
        None => holding.state.clone(),
        Some(_) if recorded.is_empty() => HoldingState::NotRecorded,
        Some(found) if recorded.iter().all(|hash| *hash == found) => HoldingState::Recorded,
        Some(_) => HoldingState::Altered,
    }
}
