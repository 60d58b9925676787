//! Telling an inventory of our own from other people's files.

use crate::model::document::Document;
use crate::source::node::Kind;
use crate::source::node::Node;

/// Whether a value is an inventory in gapcheck's own format: it names the organisation, and has none but its keys.
#[must_use]
pub fn is_inventory(value: &Node<'_>) -> bool {
    let Kind::Mapping(entries) = &value.kind else { return false };
    let has = |key: &str| entries.iter().any(|entry| entry.key == key);
    has("organization") && has("controls") && entries.iter().all(|entry| Document::KEYS.contains(&&*entry.key))
}
