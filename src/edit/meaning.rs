//! What a YAML file says, apart from how it is written: a second, plain model of what a change must come to.

use std::collections::BTreeMap;

use crate::model::edit::{Edit, Record, Written};
use crate::source::file::{Place, SourceFile};
use crate::source::node::{Entry, Kind, Node};
use crate::source::problem::{Problem, Problems};
use crate::source::sink::{Shape, Sink};
use crate::source::yaml;

/// A value. The order of keys means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    Null,
    Text(String),
    List(Vec<Self>),
    Mapping(Mapping),
}

type Mapping = BTreeMap<String, Value>;

/// What a file says: the keys at its top with what stands under them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Meaning(Mapping);

impl Meaning {
    /// What a text says.
    ///
    /// # Errors
    ///
    /// The first fault of a text that cannot be read.
    pub(super) fn of(text: &str) -> Result<Self, Problem> {
        let (mut meaning, mut problems) = (Self::default(), Problems::default());
        let file = SourceFile::new("", text, "");
        yaml::read(0, &file, &mut meaning, &mut problems);
        match problems.sorted().first() {
            Some(problem) => Err(Problem { place: None, related: Vec::new(), ..(*problem).clone() }),
            None => Ok(meaning),
        }
    }

    /// Makes the changes.
    ///
    /// # Errors
    ///
    /// When there is no such control.
    pub(super) fn change(&mut self, edits: &[Edit]) -> Result<(), Problem> {
        let mut controls = self.0.remove("controls").map(Value::list).unwrap_or_default();
        let index: BTreeMap<String, usize> =
            controls.iter().enumerate().filter_map(|(at, control)| Some((id_of(control)?.to_owned(), at))).collect();
        let place = |id: &str| index.get(id).copied().ok_or_else(|| no_such_control(id));
        for edit in edits {
            match edit {
                Edit::Set { control, key, value } => {
                    if let Some(control) = controls.get_mut(place(control)?).and_then(Value::mapping) {
                        control.insert((*key).to_owned(), Value::from(value));
                    }
                }
                Edit::SetIn { control, list, at, key, value } => {
                    let control = controls.get_mut(place(control)?).and_then(Value::mapping);
                    let list = control.and_then(|control| control.get_mut(*list));
                    if let Some(item) = list.and_then(|list| list.item(*at)).and_then(Value::mapping) {
                        item.insert((*key).to_owned(), Value::from(value));
                    }
                }
                Edit::Extend { control, key, items } => {
                    if let Some(control) = controls.get_mut(place(control)?).and_then(Value::mapping) {
                        extend(control, key, items.iter().map(Value::from));
                    }
                }
                Edit::Add(record) => controls.push(Value::from(record)),
            }
        }
        self.0.insert("controls".to_owned(), Value::List(controls));
        Ok(())
    }
}

fn extend(mapping: &mut Mapping, key: &str, more: impl IntoIterator<Item = Value>) {
    let mut list = mapping.remove(key).map(Value::list).unwrap_or_default();
    list.extend(more);
    mapping.insert(key.to_owned(), Value::List(list));
}

/// What is said of a control that is not there.
pub(super) fn no_such_control(id: &str) -> Problem {
    Problem::anywhere(format!("there is no control `{id}` in this file"))
        .help("a control that another file of the inventory holds is changed there")
}

fn id_of(control: &Value) -> Option<&str> {
    match control {
        Value::Mapping(control) => match control.get("id") {
            Some(Value::Text(id)) => Some(id),
            _ => None,
        },
        _ => None,
    }
}

impl Value {
    /// The value as a list: what is none is an empty one.
    fn list(self) -> Vec<Self> {
        match self {
            Self::List(list) => list,
            _ => Vec::new(),
        }
    }

    fn item(&mut self, at: usize) -> Option<&mut Self> {
        match self {
            Self::List(list) => list.get_mut(at),
            _ => None,
        }
    }

    fn mapping(&mut self) -> Option<&mut Mapping> {
        match self {
            Self::Mapping(mapping) => Some(mapping),
            _ => None,
        }
    }
}

impl From<&Record> for Value {
    fn from(record: &Record) -> Self {
        Self::Mapping(record.0.iter().map(|line| (line.key.to_owned(), Self::from(&line.value))).collect())
    }
}

impl From<&Written> for Value {
    fn from(written: &Written) -> Self {
        let text = |text: &String| Self::Text(text.clone());
        match written {
            Written::Word(word) => text(word),
            Written::Text(written) => text(written),
            Written::Words(texts) | Written::Texts(texts) => Self::List(texts.iter().map(text).collect()),
            Written::Mapping(record) => Self::from(record),
            Written::Records(records) => Self::List(records.iter().map(Self::from).collect()),
        }
    }
}

impl From<&Node<'_>> for Value {
    fn from(node: &Node<'_>) -> Self {
        match &node.kind {
            Kind::Null => Self::Null,
            Kind::Scalar(text) => Self::Text(text.to_string()),
            Kind::Sequence(items) => Self::List(items.iter().map(Self::from).collect()),
            Kind::Mapping(entries) => {
                Self::Mapping(entries.iter().map(|entry| (entry.key.to_string(), Self::from(&entry.value))).collect())
            }
        }
    }
}

impl<'s> Sink<'s> for Meaning {
    fn shape(&self) -> Shape {
        Shape {
            is: "an inventory is a mapping with keys such as `organization` and `controls`",
            described: "see `gapcheck schema`",
            needs: "it needs at least `organization` and `controls`",
        }
    }

    fn entry(&mut self, key: &Entry<'s>, _: &mut Problems) {
        self.0.insert(key.key.to_string(), Value::from(&key.value));
    }

    fn list(&mut self, key: &str, _: Place, _: &mut Problems) {
        self.0.insert(key.to_owned(), Value::List(Vec::new()));
    }

    fn item(&mut self, key: &str, item: &Node<'s>, _: &mut Problems) {
        // The list was announced, and is never copied for one more.
        if let Some(Value::List(list)) = self.0.get_mut(key) {
            list.push(Value::from(item));
        }
    }
}
