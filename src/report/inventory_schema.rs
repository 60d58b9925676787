//! The JSON Schema of the inventory format, for editors and other programs: made from the descriptions the reader itself uses.
//!
//! It holds what one file can be held to: keys, types, words, shapes. Whether an id leads anywhere, and whether dates fit
//! each other, only `gapcheck check` knows.

use serde_json::{Map, Value, json};

use crate::model::document::Document;
use crate::source::describe::Definitions;
use crate::source::reader::Readable;

/// The schema of an inventory, version 1 of the format; of one file of a folder where it is a `part`.
///
/// A part need not hold every key, for the files of a folder together make one inventory.
#[must_use]
pub fn inventory_schema(part: bool) -> Value {
    let mut definitions = Definitions::default();
    Document::describe(&mut definitions);
    let mut definitions = definitions.into_map();
    let mut document = match definitions.remove("Document") {
        Some(Value::Object(document)) => document,
        _ => Map::new(),
    };
    state_version(&mut document);
    if part {
        document.remove("required");
    }
    let mut schema = head(part);
    schema.append(&mut document);
    schema.insert("$defs".to_owned(), Value::Object(definitions));
    Value::Object(schema)
}

fn head(part: bool) -> Map<String, Value> {
    // A name that no server has to answer for: the schema comes with the program and works without a network.
    let (id, title) = if part {
        ("urn:gapcheck:schema:inventory-part:1", "One file of a gapcheck inventory, version 1")
    } else {
        ("urn:gapcheck:schema:inventory:1", "A gapcheck inventory, version 1")
    };
    let head = [("$schema", "https://json-schema.org/draft/2020-12/schema"), ("$id", id), ("title", title)];
    head.into_iter().map(|(key, text)| (key.to_owned(), Value::from(text))).collect()
}

/// Fixes the version of the format: to the reader's types it is a number, but there is only one.
fn state_version(document: &mut Map<String, Value>) {
    let properties = document.get_mut("properties").and_then(Value::as_object_mut);
    if let Some(version) = properties.and_then(|properties| properties.get_mut("version")) {
        let description = version.get("description").cloned();
        *version = json!({ "description": description, "const": 1 });
    }
}
