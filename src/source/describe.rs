//! The JSON Schema of the inventory format, made from the descriptions the reader uses.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::text::list::ticked_or;
use crate::text::nearest::nearest;

/// One field of a record, described.
#[derive(Debug)]
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// Its doc comment.
    pub doc: String,
    /// Whether it must be written.
    pub required: bool,
    /// The schema of its value.
    pub schema: Value,
}

/// The definitions gathered while a type describes itself, by name.
#[derive(Debug, Default)]
pub struct Definitions {
    map: BTreeMap<&'static str, Value>,
}

impl Definitions {
    /// Describes a record once and returns a reference to it.
    pub fn record(&mut self, name: &'static str, doc: &[&str], fields: impl FnOnce(&mut Self) -> Vec<Field>) -> Value {
        if !self.map.contains_key(name) {
            self.map.insert(name, Value::Null);
            let schema = record_schema(doc, fields(self));
            self.map.insert(name, schema);
        }
        reference(name)
    }

    /// Describes a vocabulary once and returns a reference to it.
    pub fn vocabulary(&mut self, name: &'static str, doc: &[&str], words: &[(&str, String)], others: &[&str]) -> Value {
        if !self.map.contains_key(name) {
            let meanings: Vec<String> = words.iter().map(|(word, doc)| format!("{word}: {}", doc.trim())).collect();
            let accepted: Vec<String> =
                words.iter().map(|(word, _)| *word).chain(others.iter().copied()).map(any_case).collect();
            let schema = json!({
                "description": format!("{} {}", one_line(doc), meanings.join(" ")).trim(),
                // Editors complete from the first form; the second lets through what the reader does: any case, `-` or `_`.
                "anyOf": [
                    { "enum": words.iter().map(|(word, _)| word).collect::<Vec<_>>() },
                    { "type": "string", "pattern": format!("^({})$", accepted.join("|")) },
                ],
            });
            self.map.insert(name, schema);
        }
        reference(name)
    }

    /// Adds a named definition once and returns a reference to it.
    pub fn named(&mut self, name: &'static str, schema: Value) -> Value {
        self.map.entry(name).or_insert(schema);
        reference(name)
    }

    /// All definitions, by name.
    #[must_use]
    pub fn into_map(self) -> Map<String, Value> {
        self.map.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect()
    }
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn record_schema(doc: &[&str], fields: Vec<Field>) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in fields {
        let mut schema = if field.required { field.schema } else { nullable(&field.schema) };
        let doc = one_line(&[&field.doc]);
        if let (Value::Object(map), false) = (&mut schema, doc.is_empty()) {
            map.insert("description".to_owned(), Value::String(doc));
        }
        properties.insert(field.key.to_owned(), schema);
        if field.required {
            required.push(field.key);
        }
    }
    let mut schema = json!({
        "description": one_line(doc),
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    });
    if let (Value::Object(map), false) = (&mut schema, required.is_empty()) {
        map.insert("required".to_owned(), json!(required));
    }
    schema
}

/// A key that may be left out may also be written with nothing after it.
fn nullable(schema: &Value) -> Value {
    json!({ "anyOf": [schema, { "type": "null" }] })
}

fn one_line(doc: &[&str]) -> String {
    doc.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A pattern that matches a word in any case, with `-`, `_` or a blank between its parts.
fn any_case(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            '-' => "[-_ ]".to_owned(),
            c if c.is_ascii_alphabetic() => format!("[{}{c}]", c.to_ascii_uppercase()),
            c => c.to_string(),
        })
        .collect()
}

/// A word as vocabularies compare it: lower case, `-` for `_` and blanks.
#[must_use]
pub fn normal(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        return Cow::Borrowed(word);
    }
    let changed = word.trim().chars().map(|c| if c == '_' || c == ' ' { '-' } else { c.to_ascii_lowercase() });
    Cow::Owned(changed.collect())
}

/// What the writer of an unknown word is told: what they probably mean, or what there is.
#[must_use]
pub fn advice(word: &str, words: &[&str], hints: &[(&str, &str)]) -> String {
    let word = normal(word);
    let meant = hints.iter().find(|(foreign, _)| *foreign == word).map(|(_, meant)| *meant);
    match meant.or_else(|| nearest(&word, words.iter().copied())) {
        Some(meant) => format!("did you mean `{meant}`? the words are {}", ticked_or(words.iter())),
        None => format!("the words are {}", ticked_or(words.iter())),
    }
}
