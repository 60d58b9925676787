//! An inventory as it is written, from one file or from several that together make one.

use std::collections::BTreeMap;

use crate::model::document::Document;
use crate::source::file::{Place, SourceFile, Sources};
use crate::source::node::{Entry, Kind, Node};
use crate::source::problem::{Problem, Problems};
use crate::source::reader::{Readable, expected, unknown_key};
use crate::source::sink::{Outcome, Shape, Sink};
use crate::source::yaml::read;

/// Reads the files of an inventory, with every fault of their text, words, types and dates.
///
/// What could be understood comes back even where there are problems, so that the next stage finds its own in the same run.
pub fn inventory(sources: &Sources, problems: &mut Problems) -> Document {
    let mut gatherer = Gatherer::default();
    let mut whole = true;
    for (number, file) in sources.iter() {
        gatherer.file = number;
        whole &= read(number, file, &mut gatherer, problems) == Outcome::Whole;
    }
    if whole {
        gatherer.report_missing(sources, problems);
    }
    gatherer.document
}

/// The document as it grows, and where each key was first met.
#[derive(Default)]
struct Gatherer {
    document: Document,
    file: u32,
    met: BTreeMap<String, Place>,
}

impl Gatherer {
    /// Notes a key that may stand only once in all files; whether it is the first time.
    fn once(&mut self, entry: &Entry<'_>, problems: &mut Problems) -> bool {
        let first = self.met.get(&*entry.key).copied();
        if let Some(first) = first {
            problems.add(
                Problem::at(entry.place, format!("the key `{}` is written in two files of this inventory", entry.key))
                    .label("second time")
                    .related(first, "first time")
                    .help("keep it in one of them"),
            );
            return false;
        }
        self.met.insert(entry.key.to_string(), entry.place);
        true
    }

    fn version(&mut self, entry: &Entry<'_>, problems: &mut Problems) {
        // Unlike the other keys this one is a property of a file, so each file of a folder may state it.
        if let Some(Some(version)) = Readable::read(&entry.value, problems) {
            let version: crate::source::file::Located<u32> = version;
            if version.value != 1 {
                problems.add(
                    Problem::at(version.place, format!("format version {} is not known", version.value))
                        .help("this gapcheck reads version 1"),
                );
            }
            self.document.version = Some(version);
        }
    }

    /// Takes an item of a list.
    fn take(&mut self, key: &str, item: &Node<'_>, problems: &mut Problems) {
        fn push<T: Readable>(list: &mut Vec<T>, item: &Node<'_>, problems: &mut Problems) {
            list.extend(T::read(item, problems));
        }
        let document = &mut self.document;
        match key {
            "systems" => push(&mut document.systems, item, problems),
            "data_flows" => push(&mut document.data_flows, item, problems),
            "people" => push(&mut document.people, item, problems),
            "documents" => push(&mut document.documents, item, problems),
            "controls" => push(&mut document.controls.0, item, problems),
            "vendors" => push(&mut document.vendors, item, problems),
            "reports" => push(&mut document.reports, item, problems),
            "user_entity_controls" => push(&mut document.user_entity_controls, item, problems),
            "incidents" => push(&mut document.incidents, item, problems),
            "changes" => push(&mut document.changes, item, problems),
            "vouched" => push(&mut document.vouched, item, problems),
            "acceptances" => push(&mut document.acceptances, item, problems),
            "remediation" => push(&mut document.remediation, item, problems),
            // A list under a key that holds none was reported when it began.
            _ => {}
        }
    }

    fn report_missing(&self, sources: &Sources, problems: &mut Problems) {
        let first_line = sources.iter().next().map(|(number, file)| {
            let end = file.text.lines().next().map_or(0, str::len);
            Place { file: number, start: 0, end: u32::try_from(end).unwrap_or(0) }
        });
        let several = if sources.iter().count() > 1 { "; no file of this folder has it" } else { "" };
        for (key, help) in [
            ("organization", "add the name of the service organisation, such as `organization: Acme Inc.`"),
            ("controls", "add the list of controls; `controls: []` if there are none yet"),
        ] {
            if !self.met.contains_key(key) {
                let message = format!("an inventory needs `{key}`{several}");
                let problem = match first_line {
                    Some(place) => Problem::at(place, message),
                    None => Problem::anywhere(message),
                };
                problems.add(problem.help(help));
            }
        }
    }
}

/// The keys that hold one value, not a list.
const SINGLE: [&str; 4] = ["version", "organization", "scope", "settings"];

impl<'s> Sink<'s> for Gatherer {
    fn shape(&self) -> Shape {
        Shape {
            is: "an inventory is a mapping with keys such as `organization` and `controls`",
            described: "`gapcheck schema` describes every key",
            needs: "an inventory needs at least `organization` and `controls`; see the README for a first one",
        }
    }

    fn entry(&mut self, entry: &Entry<'s>, problems: &mut Problems) {
        if !Document::KEYS.contains(&&*entry.key) {
            return problems.add(unknown_key(entry.place, &entry.key, "an inventory", Document::KEYS));
        }
        if entry.key == "version" {
            return self.version(entry, problems);
        }
        let first = !SINGLE.contains(&&*entry.key) || self.once(entry, problems);
        match (&*entry.key, &entry.value.kind) {
            ("organization" | "controls", Kind::Null) => {
                self.met.insert(entry.key.to_string(), entry.place);
                problems.add(Problem::at(entry.place, format!("`{}` has no value", entry.key)).help(
                    if entry.key == "controls" {
                        "write `controls: []` if there are none yet"
                    } else {
                        "write the name after the colon; a name that reads `null` needs quotes"
                    },
                ));
            }
            (_, Kind::Null) => {}
            ("organization", _) if first => {
                self.document.organization = Readable::read(&entry.value, problems).unwrap_or_default();
            }
            ("scope", _) if first => self.document.scope = Readable::read(&entry.value, problems),
            ("settings", _) if first => self.document.settings = Readable::read(&entry.value, problems),
            ("organization" | "scope" | "settings", _) => {}
            (key, Kind::Sequence(items)) => {
                self.list(key, entry.place, problems);
                for item in items {
                    self.item(key, item, problems);
                }
            }
            (key, _) => {
                self.met.entry(key.to_owned()).or_insert(entry.place);
                expected::<()>("a list", &entry.value, problems);
            }
        }
    }

    fn list(&mut self, key: &str, place: Place, problems: &mut Problems) {
        let known = Document::KEYS.contains(&key);
        if !known {
            problems.add(unknown_key(place, key, "an inventory", Document::KEYS));
        } else if SINGLE.contains(&key) {
            problems.add(Problem::at(place, format!("expected one value for `{key}`, found a list")));
        }
        self.met.entry(key.to_owned()).or_insert(place);
    }

    fn item(&mut self, key: &str, item: &Node<'s>, problems: &mut Problems) {
        self.take(key, item, problems);
    }
}

/// One file alone as a source, for callers that hold its text.
#[must_use]
pub fn single(name: &str, text: &str) -> Sources {
    let digest = crate::text::hash::sha256_hex(text.as_bytes());
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Sources::new(vec![SourceFile::new(name, text, digest)])
}
