//! What counts although it cannot be looked up here: whatever lies behind a web address.

use crate::model::assessment::Unverifiable;
use crate::model::inventory::Inventory;

/// Evidence and documents that are given by a web address alone, sorted.
#[must_use]
pub fn unverifiable(inventory: &Inventory) -> Vec<Unverifiable> {
    let evidence = inventory.controls.iter().flat_map(|control| {
        let addressed = control.evidence.iter().filter(|evidence| evidence.path.is_none());
        addressed.filter_map(|evidence| {
            let url = evidence.url.as_ref()?.0.clone();
            let title = evidence.title.clone().unwrap_or_else(|| "evidence".to_owned());
            Some(Unverifiable { subject: control.id.to_string(), title, url })
        })
    });
    let documents = inventory.documents.iter().filter(|document| document.path.is_none()).filter_map(|document| {
        let url = document.url.as_ref()?.0.clone();
        let title = document.title.clone().unwrap_or_else(|| "document".to_owned());
        Some(Unverifiable { subject: document.id.to_string(), title, url })
    });
    let mut list: Vec<Unverifiable> = evidence.chain(documents).collect();
    list.sort();
    list
}
