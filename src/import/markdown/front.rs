//! The front matter of a page: YAML between two lines `---`, or before the one line that ends it.

use std::ops::Range;

use crate::import::file::File;
use crate::import::limits;
use crate::source::file::{Place, SourceFile};
use crate::source::node::{Entry, Kind, Node};
use crate::source::problem::{Problem, Problems};
use crate::source::sink::{Shape, Sink};
use crate::source::yaml;

/// Where front matter stands in a text, and where the page begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The YAML.
    pub yaml: Range<usize>,
    /// The first byte of the page.
    pub body: usize,
    /// Whether a line `---` opens it; without one only what reads well is front matter.
    pub opened: bool,
}

/// Finds the front matter of a page. Several documents of YAML in one file are none, nor is YAML without a page.
#[must_use]
pub fn split(text: &str) -> Option<Split> {
    let mut lines = Lines { text, at: 0 }.take_while(|range| range.start <= limits::FRONT_MATTER);
    let first = lines.find(|range| !text_of(text, range).is_empty())?;
    let opened = text_of(text, &first) == "---";
    if !opened && !is_key(text_of(text, &first)) {
        return None;
    }
    let start = if opened { first.end } else { first.start };
    let close = lines.find(|range| text_of(text, range) == "---" || (opened && text_of(text, range) == "..."))?;
    let split = Split { yaml: start..close.start, body: close.end, opened };
    let body = text.get(split.body..)?;
    (!body.trim().is_empty() && !is_yaml(body)).then_some(split)
}

/// The lines of a text with the characters that end them.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let start = self.at;
        self.at += rest.find('\n').map_or(rest.len(), |end| end + 1);
        Some(start..self.at)
    }
}

fn text_of<'a>(text: &'a str, range: &Range<usize>) -> &'a str {
    text.get(range.clone()).unwrap_or("").trim_end()
}

/// Whether a line is a key of YAML.
fn is_key(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, rest)| {
        let key = key.trim_matches(['"', '\'']);
        let word = key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
        !key.is_empty() && word && (rest.is_empty() || rest.starts_with(' '))
    })
}

/// Whether a text goes on as YAML does: a key or an item with a key, comments right above it aside.
fn is_yaml(body: &str) -> bool {
    let line = body.trim_start().lines().find(|line| !line.starts_with('#')).unwrap_or("");
    is_key(line) || line.strip_prefix("- ").is_some_and(is_key)
}

/// The values of a front matter by the way to them, in order.
pub type Values = Vec<(String, Vec<String>)>;

/// Reads the front matter of a page.
pub fn read(file: &File<'_>, text: &str, split: &Split, problems: &mut Problems) -> Option<Values> {
    let source = SourceFile::new(file.name, text.get(split.yaml.clone())?, "");
    let mut found = Found::default();
    let mut faults = Problems::default();
    yaml::read(file.number, &source, &mut found, &mut faults);
    if found.too_much {
        faults.add(
            Problem::at(first_key(file.number, &source.text), "the front matter says too much to be that of a page")
                .help("write it without aliases, or put what it says into a file of its own"),
        );
    }
    if !split.opened && !faults.is_empty() {
        return None;
    }
    for fault in faults.sorted() {
        problems.add(moved(fault.clone(), split.yaml.start));
    }
    let mut values = found.values;
    let lists: Vec<String> =
        values.iter().filter_map(|(way, _)| way.split_once("[]")).map(|(list, _)| list.to_owned()).collect();
    // A list of mappings has its values under the keys of those.
    values.retain(|(way, values)| !values.is_empty() || !lists.contains(way));
    (!values.is_empty() || !faults.is_empty()).then_some(values)
}

fn first_key(file: u32, yaml: &str) -> Place {
    let end = yaml.find([':', '\n']).unwrap_or(yaml.len());
    Place { file, start: 0, end: u32::try_from(end).unwrap_or(0) }
}

/// A fault in a part of a text as a fault in the whole.
fn moved(mut problem: Problem, by: usize) -> Problem {
    let by = u32::try_from(by).unwrap_or(u32::MAX);
    let place =
        |place: Place| Place { start: place.start.saturating_add(by), end: place.end.saturating_add(by), ..place };
    problem.place = problem.place.map(place);
    problem.related = problem.related.into_iter().map(|(at, words)| (place(at), words)).collect();
    problem
}

#[derive(Default)]
struct Found {
    values: Values,
    bytes: usize,
    too_much: bool,
}

impl<'s> Sink<'s> for Found {
    fn shape(&self) -> Shape {
        Shape {
            is: "front matter is a mapping with keys such as `title`",
            described: "put `---` lines around keys and values, and nothing else",
            needs: "it needs a key such as `title` at least",
        }
    }

    fn entry(&mut self, key: &Entry<'s>, _: &mut Problems) {
        self.node(&key.key, &key.value);
    }

    fn list(&mut self, key: &str, _: Place, _: &mut Problems) {
        self.add(key, None);
    }

    fn item(&mut self, key: &str, item: &Node<'s>, _: &mut Problems) {
        self.item_of(key, item);
    }
}

impl Found {
    fn node(&mut self, way: &str, node: &Node<'_>) {
        match &node.kind {
            Kind::Null => self.add(way, None),
            Kind::Scalar(text) => self.add(way, Some(text)),
            Kind::Sequence(items) => {
                self.add(way, None);
                for item in items {
                    self.item_of(way, item);
                }
            }
            Kind::Mapping(entries) => {
                for entry in entries {
                    self.node(&format!("{way}.{}", entry.key), &entry.value);
                }
            }
        }
    }

    fn item_of(&mut self, way: &str, item: &Node<'_>) {
        match &item.kind {
            Kind::Scalar(text) => self.add(way, Some(text)),
            Kind::Null => {}
            Kind::Sequence(_) | Kind::Mapping(_) => self.node(&format!("{way}[]"), item),
        }
    }

    fn add(&mut self, way: &str, text: Option<&str>) {
        self.bytes += way.len() + text.map_or(0, str::len);
        self.too_much |= self.bytes > limits::FRONT_MATTER_VALUES;
        if self.too_much {
            return;
        }
        let at = self.values.iter().position(|(other, _)| other == way).unwrap_or_else(|| {
            self.values.push((way.to_owned(), Vec::new()));
            self.values.len() - 1
        });
        if let Some((_, values)) = self.values.get_mut(at) {
            values.extend(text.map(str::to_owned));
        }
    }
}
