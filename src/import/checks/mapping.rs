//! The mapping file: which check of which tool speaks for which controls.

use std::collections::BTreeSet;

use crate::import::checks::pattern::matches;
use crate::model::identifier::Id;
use crate::model::import::CheckResult;
use crate::record;
use crate::source::file::{Located, Place, SourceFile};
use crate::source::node::{Entry, Kind, Node};
use crate::source::problem::{Problem, Problems};
use crate::source::reader::{Readable, Text, Written, expected, unknown_key};
use crate::source::sink::{Outcome, Shape, Sink};
use crate::text::list::some;
use crate::text::nearest::nearest;
use crate::text::wrap::truncate;

/// The only key of the file.
const KEY: &str = "checks";

record! {
    /// What speaks for some controls: the results of a check, or of all checks whose ids a pattern matches.
    pub struct Says as "an entry of a mapping" {
        /// The tool, in any case; every tool where none is named. `*` stands for any characters.
        tool: Option<Text>,
        /// The id of the check, such as `s3_bucket_acl`. `*` stands for any characters: `s3_*`.
        check: Located<Text>,
        /// The controls for which its results speak.
        controls: Written<Located<Id>>,
        /// The resources whose results count; all where none is named. `*` stands for any characters.
        resources: Vec<Text>,
    }
}

/// A mapping file.
#[derive(Debug, Default)]
pub struct Mapping {
    /// The file, as it was given.
    pub file: String,
    /// Its entries, each with the line it begins on.
    pub entries: Vec<(usize, Says)>,
}

/// Reads a mapping file, with every fault of it.
pub fn read(number: u32, file: &SourceFile, problems: &mut Problems) -> Mapping {
    let mut reader = Reader::default();
    let outcome = crate::source::yaml::read(number, file, &mut reader, problems);
    if outcome == Outcome::Whole && !reader.met && !file.text.trim().is_empty() {
        let place = Place { file: number, start: 0, end: 0 };
        problems.add(Problem::at(place, format!("a mapping file needs `{KEY}`")).help(reader.shape().needs));
    }
    let line = |place: Place| file.position(place.start).line;
    let entries = reader.entries.into_iter().map(|entry| (line(entry.place), entry));
    Mapping { file: file.name.clone(), entries: entries.collect() }
}

impl Mapping {
    /// Checks that every control it names is known, in an inventory or from a file that is imported with the scan.
    pub fn check(&self, known: &BTreeSet<&str>, problems: &mut Problems) {
        for control in self.entries.iter().flat_map(|(_, entry)| &*entry.controls) {
            let id = control.value.as_str();
            if id.is_empty() || known.contains(id) {
                continue;
            }
            // Among very many the search would cost more than it helps.
            let near = if known.len() > 5_000 { None } else { nearest(id, known.iter().copied()) };
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None if known.is_empty() => "there are no controls yet; import or write them first".to_owned(),
                None => format!("add the control to the inventory, or use one of {}", some(known, 6)),
            };
            problems
                .add(Problem::at(control.place, format!("no control has the id `{}`", truncate(id, 60))).help(help));
        }
    }
}

impl Says {
    /// Whether it is about the check of a result.
    #[must_use]
    pub fn is_of_check(&self, result: &CheckResult) -> bool {
        let lower = str::to_lowercase;
        let of_tool = self.tool.as_ref().is_none_or(|tool| matches(&lower(tool), &lower(&result.tool)));
        of_tool && matches(&self.check.value, &result.check)
    }

    /// Whether it is about what a result looked at.
    #[must_use]
    pub fn is_of_resource(&self, result: &CheckResult) -> bool {
        self.resources.is_empty() || self.resources.iter().any(|pattern| matches(pattern, &result.resource))
    }
}

/// The entries as they are read.
#[derive(Default)]
struct Reader {
    met: bool,
    entries: Vec<Says>,
}

impl<'s> Sink<'s> for Reader {
    fn shape(&self) -> Shape {
        Shape {
            is: "a mapping file is a mapping with the key `checks`",
            described: "write `checks:`, and under it a list of entries with `check` and `controls`",
            needs: "write `checks:`, and under it entries such as `- { check: \"s3_*\", controls: [ENC-02] }`",
        }
    }

    fn entry(&mut self, entry: &Entry<'s>, problems: &mut Problems) {
        if entry.key != KEY {
            return problems.add(unknown_key(entry.place, &entry.key, "a mapping file", &[KEY]));
        }
        self.met = true;
        expected::<()>("a list", &entry.value, problems);
    }

    fn list(&mut self, key: &str, place: Place, problems: &mut Problems) {
        if key == KEY {
            self.met = true;
        } else {
            problems.add(unknown_key(place, key, "a mapping file", &[KEY]));
        }
    }

    fn item(&mut self, key: &str, item: &Node<'s>, problems: &mut Problems) {
        if key != KEY {
            return;
        }
        if let Some(place) = names_nothing(item) {
            problems
                .add(Problem::at(place, "the entry names no control").help("name the controls its results speak for"));
        }
        self.entries.extend(Says::read(item, problems));
    }
}

/// Where the controls of an entry are written as an empty list.
fn names_nothing(item: &Node<'_>) -> Option<Place> {
    let Kind::Mapping(keys) = &item.kind else { return None };
    let controls = keys.iter().find(|entry| entry.key == "controls")?;
    let empty = matches!(&controls.value.kind, Kind::Sequence(items) if items.is_empty());
    empty.then_some(controls.place)
}
