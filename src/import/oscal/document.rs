//! An OSCAL document, as JSON or as YAML.

use serde_json::{Map, Value};

use crate::import::file::File;
use crate::source::file::{Place, SourceFile};
use crate::source::node::{Entry, Kind, Node};
use crate::source::problem::Problems;
use crate::source::sink::{Outcome, Shape, Sink};

/// What stands under the only key of a document of this kind; `None` where the file is no such document.
///
/// Of a YAML document that cannot be read to its end every fault is told, and it says nothing.
pub fn document(file: &File<'_>, key: &str, problems: &mut Problems) -> Option<Value> {
    let whole = match file.data() {
        Some(data) => data.get(key)?.clone(),
        None => of_yaml(file, key, problems)?,
    };
    whole.is_object().then_some(whole)
}

fn of_yaml(file: &File<'_>, key: &str, problems: &mut Problems) -> Option<Value> {
    let text = file.text?;
    let opens = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_end() == ":");
    if !text.lines().any(opens) {
        return None;
    }
    let source = SourceFile::new(file.name, text, "");
    let mut values = Values { key, found: None };
    let mut faults = Problems::default();
    let outcome = crate::source::yaml::read(file.number, &source, &mut values, &mut faults);
    let broken = outcome == Outcome::BrokenOff;
    let found = values.found.or_else(|| broken.then(|| Value::Object(Map::new())))?;
    faults.sorted().into_iter().for_each(|fault| problems.add(fault.clone()));
    Some(found)
}

/// Takes the value under one key.
struct Values<'k> {
    key: &'k str,
    found: Option<Value>,
}

impl<'s> Sink<'s> for Values<'_> {
    fn shape(&self) -> Shape {
        Shape {
            is: "an OSCAL document is a mapping with one key such as `component-definition`",
            described: "NIST describes the models of OSCAL",
            needs: "an OSCAL document needs a key such as `component-definition` or `system-security-plan`",
        }
    }

    fn entry(&mut self, entry: &Entry<'s>, _: &mut Problems) {
        if entry.key == self.key {
            self.found = Some(value(&entry.value));
        }
    }

    fn list(&mut self, _: &str, _: Place, _: &mut Problems) {}

    fn item(&mut self, _: &str, _: &Node<'s>, _: &mut Problems) {}
}

fn value(node: &Node<'_>) -> Value {
    match &node.kind {
        Kind::Null => Value::Null,
        Kind::Scalar(text) => Value::String(text.to_string()),
        Kind::Sequence(items) => Value::Array(items.iter().map(value).collect()),
        Kind::Mapping(entries) => {
            let entries = entries.iter().map(|entry| (entry.key.to_string(), value(&entry.value)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
    }
}
