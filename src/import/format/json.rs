//! JSON: lists of controls in any shape, or a record a line.

use std::borrow::Cow;

use serde_json::Value;

use crate::import::data::is_inventory;
use crate::import::data::tables;
use crate::import::file::File;
use crate::import::format::Format;
use crate::import::format::yaml::own_inventory;
use crate::import::table::Reading;
use crate::source::file::Place;
use crate::source::node::Entry;
use crate::source::node::Kind;
use crate::source::node::Node;
use crate::source::problem::Problem;
use crate::source::problem::Problems;

/// JSON.
pub const FORMAT: Format = Format { name: "JSON", read };

/// Reads a file of JSON.
fn read(file: &File<'_>, problems: &mut Problems) -> Option<Reading> {
    let text = file.text?;
    if let Some(value) = file.data().filter(|value| value.is_object() || value.is_array()) {
        return Some(reading(&[node(value)], "JSON", file, problems));
    }
    let lines = lines(text);
    if !lines.is_empty() {
        let nodes = lines.iter().map(node).collect();
        let list = Node { place: Place::default(), kind: Kind::Sequence(nodes) };
        return Some(reading(&[list], "JSON, a record a line", file, problems));
    }
    begins_as_json(text).then(|| {
        problems.add(fault(file, text));
        Reading { format: "JSON".to_owned(), ..Reading::default() }
    })
}

fn reading(documents: &[Node<'_>], format: &str, file: &File<'_>, problems: &mut Problems) -> Reading {
    if documents.iter().any(is_inventory) {
        problems.add(own_inventory(file.name, None));
        return Reading { format: "an inventory of gapcheck".to_owned(), ..Reading::default() };
    }
    Reading { format: format.to_owned(), ..tables(documents, file.name, false, problems) }
}

/// The records of a text that holds one a line; none where it does not.
fn lines(text: &str) -> Vec<Value> {
    let written = text.lines().filter(|line| !line.trim().is_empty());
    let records: Option<Vec<Value>> =
        written.map(|line| serde_json::from_str(line).ok().filter(Value::is_object)).collect();
    records.unwrap_or_default()
}

/// Whether a text begins as JSON does and as other texts hardly ever do.
fn begins_as_json(text: &str) -> bool {
    let mut marks = text.chars().filter(|c| !c.is_whitespace());
    matches!((marks.next(), marks.next()), (Some('{'), Some('"')) | (Some('['), Some('{' | '"')))
}

/// What keeps a text from being JSON, where it stands.
fn fault(file: &File<'_>, text: &str) -> Problem {
    let Err(error) = serde_json::from_str::<Value>(text) else {
        return Problem::anywhere(format!("`{}` is not JSON", file.name));
    };
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let at = (before + error.column().saturating_sub(1)).min(text.len());
    let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let width = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let place = Place { file: file.number, start: offset(at), end: offset(at + width) };
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or(&said);
    Problem::at(place, format!("this is not JSON: {said}"))
        .help("JSON knows no comments, no comma after the last value, and no single quotes")
}

/// A value as a tree of the kind that YAML gives, without places.
fn node(value: &Value) -> Node<'_> {
    let kind = match value {
        Value::Null => Kind::Null,
        Value::Bool(said) => Kind::Scalar(Cow::Borrowed(if *said { "true" } else { "false" })),
        Value::Number(number) => Kind::Scalar(Cow::Owned(number.to_string())),
        Value::String(text) => Kind::Scalar(Cow::Borrowed(text)),
        Value::Array(items) => Kind::Sequence(items.iter().map(node).collect()),
        Value::Object(entries) => Kind::Mapping(
            entries
                .iter()
                .map(|(key, value)| Entry { key: Cow::Borrowed(key), place: Place::default(), value: node(value) })
                .collect(),
        ),
    };
    Node { place: Place::default(), kind }
}
