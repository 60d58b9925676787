//! Telling what is no list of somebody else's controls: an inventory of our own, and objects of another kind.

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

/// The kind of an object that says it is not a control, as objects with an `apiVersion` do.
#[must_use]
pub fn other_kind<'n>(value: &'n Node<'_>) -> Option<&'n str> {
    let Kind::Mapping(entries) = &value.kind else { return None };
    let text = |key: &str| {
        entries.iter().find(|entry| entry.key == key).and_then(|entry| match &entry.value.kind {
            Kind::Scalar(text) => Some(text.as_ref()),
            _ => None,
        })
    };
    text("apiVersion")?;
    let kind = text("kind")?;
    let lower = kind.to_ascii_lowercase();
    let is_control = ["control", "policy", "procedure", "safeguard"].iter().any(|word| lower.ends_with(word));
    (!is_control).then_some(kind)
}
