//! From the events of a YAML file to located values.
//!
//! Values are handed over one top-level key at a time, and the items of a top-level list one at a time, so that a hundred
//! thousand controls never stand in memory twice. A syntax error ends the file it stands in, not what was understood before.

pub mod documents;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use granit_parser::{Event, ScalarStyle, Span};

use crate::source::events::{Events, Stop};
use crate::source::file::{Place, SourceFile};
use crate::source::node::{Entry, Kind, Node};
use crate::source::problem::{Problem, Problems};
use crate::source::sink::{Outcome, Shape, Sink};

/// How many values all aliases of a file may stand for together: room for honest reuse, none for an alias bomb.
const ALIAS_LIMIT: usize = 20_000;
/// From how many keys on a mapping is checked for repeats through a set.
const SMALL: usize = 24;

/// Reads one file into a sink, with every problem of its syntax.
pub fn read<'s>(number: u32, file: &'s SourceFile, sink: &mut dyn Sink<'s>, problems: &mut Problems) -> Outcome {
    let mut builder =
        Builder { events: Events::of(number, &file.text), anchors: BTreeMap::new(), aliased: 0, problems };
    match builder.document(sink) {
        Ok(()) => Outcome::Whole,
        Err(Stop) => Outcome::BrokenOff,
    }
}

struct Builder<'s, 'p> {
    events: Events<'s>,
    anchors: BTreeMap<usize, Node<'s>>,
    aliased: usize,
    problems: &'p mut Problems,
}

impl<'s> Builder<'s, '_> {
    fn document(&mut self, sink: &mut dyn Sink<'s>) -> Result<(), Stop> {
        let top = loop {
            match self.events.next(self.problems)? {
                (Event::StreamStart | Event::DocumentStart(..), _) => {}
                (Event::StreamEnd | Event::DocumentEnd, _) => return self.empty(sink.shape()),
                other => break other,
            }
        };
        match top {
            (Event::MappingStart(..), _) => self.top_mapping(sink)?,
            (Event::Scalar(text, ..), _) if text.is_empty() || &*text == "~" => return self.empty(sink.shape()),
            (_, span) => {
                let place = self.events.place(&span);
                return self.refuse(Problem::at(place, sink.shape().is).help(sink.shape().described));
            }
        }
        self.only_document()
    }

    fn empty(&mut self, shape: Shape) -> Result<(), Stop> {
        let place = Place { file: self.events.file, start: 0, end: 0 };
        self.refuse(Problem::at(place, "the file is empty").help(shape.needs))
    }

    fn only_document(&mut self) -> Result<(), Stop> {
        loop {
            match self.events.next(self.problems)? {
                (Event::StreamEnd, _) => return Ok(()),
                (Event::DocumentStart(..), span) => {
                    let place = self.events.place(&span);
                    return self.refuse(
                        Problem::at(place, "a second document begins here; a file holds one")
                            .help("move what follows to a file of its own in the same folder, or remove the `---`"),
                    );
                }
                _ => {}
            }
        }
    }

    fn top_mapping(&mut self, sink: &mut dyn Sink<'s>) -> Result<(), Stop> {
        let mut seen: BTreeMap<Cow<'s, str>, Place> = BTreeMap::new();
        while let Some((key, place)) = self.key()? {
            if let Some(first) = seen.get(&key).copied() {
                self.repeated(&key, place, first);
                let start = self.events.next(self.problems)?;
                self.value(start)?;
                continue;
            }
            seen.insert(key.clone(), place);
            match self.events.next(self.problems)? {
                (Event::SequenceStart(_, 0, None), _) => {
                    sink.list(&key, place, self.problems);
                    loop {
                        match self.events.next(self.problems)? {
                            (Event::SequenceEnd, _) => break,
                            start => {
                                let item = self.value(start)?;
                                sink.item(&key, &item, self.problems);
                            }
                        }
                    }
                }
                start => {
                    let value = self.value(start)?;
                    sink.entry(&Entry { key, place, value }, self.problems);
                }
            }
        }
        Ok(())
    }

    /// The next key of a mapping, or its end.
    fn key(&mut self) -> Result<Option<(Cow<'s, str>, Place)>, Stop> {
        loop {
            let (event, span) = self.events.next(self.problems)?;
            let place = self.events.place(&span);
            match event {
                Event::MappingEnd => return Ok(None),
                Event::Scalar(text, style, ..) if text == "<<" && style == ScalarStyle::Plain => {
                    self.problems.add(
                        Problem::at(place, "merge keys (`<<`) are not part of YAML 1.2")
                            .help("write the keys out; an alias may still stand for a whole value"),
                    );
                    let start = self.events.next(self.problems)?;
                    self.value(start)?;
                }
                Event::Scalar(text, ..) => return Ok(Some((text, place))),
                _ => {
                    return self.refuse(
                        Problem::at(place, "a key is a single word").help("quote the key if it is meant as text"),
                    );
                }
            }
        }
    }

    /// The value that begins with an event.
    fn value(&mut self, (event, span): (Event<'s>, Span)) -> Result<Node<'s>, Stop> {
        let mut place = self.events.place(&span);
        let (kind, anchor) = match event {
            Event::Scalar(text, style, anchor, _) => (scalar(text, style), anchor),
            Event::SequenceStart(_, anchor, _) => {
                let mut items = Vec::new();
                loop {
                    match self.events.next(self.problems)? {
                        (Event::SequenceEnd, _) => break,
                        start => items.push(self.value(start)?),
                    }
                }
                (Kind::Sequence(items), anchor)
            }
            Event::MappingStart(_, anchor, _) => {
                let entries = self.entries()?;
                if let Some(first) = entries.first() {
                    place = first.place;
                }
                (Kind::Mapping(entries), anchor)
            }
            Event::Alias(anchor) => return self.alias(anchor, place),
            _ => return self.refuse(Problem::at(place, "this is not YAML: a value was expected here")),
        };
        let node = Node { place, kind };
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn entries(&mut self) -> Result<Vec<Entry<'s>>, Stop> {
        let mut entries: Vec<Entry<'s>> = Vec::new();
        let mut seen: BTreeSet<Cow<'s, str>> = BTreeSet::new();
        while let Some((key, place)) = self.key()? {
            let start = self.events.next(self.problems)?;
            let value = self.value(start)?;
            if entries.len() == SMALL {
                seen.extend(entries.iter().map(|entry| entry.key.clone()));
            }
            let repeated = match entries.len() {
                0..SMALL => entries.iter().any(|entry| entry.key == key),
                _ => !seen.insert(key.clone()),
            };
            if repeated {
                let first = entries.iter().find(|entry| entry.key == key).map_or(place, |entry| entry.place);
                self.repeated(&key, place, first);
            } else {
                entries.push(Entry { key, place, value });
            }
        }
        Ok(entries)
    }

    fn alias(&mut self, anchor: usize, place: Place) -> Result<Node<'s>, Stop> {
        let Some(node) = self.anchors.get(&anchor) else {
            return self.refuse(Problem::at(place, "an alias stands inside the value it refers to"));
        };
        self.aliased = self.aliased.saturating_add(node.size());
        if self.aliased > ALIAS_LIMIT {
            return self.refuse(
                Problem::at(place, format!("the aliases of this file stand for more than {ALIAS_LIMIT} values"))
                    .help("write the values out, or split the inventory into several files of one folder"),
            );
        }
        Ok(Node { place, kind: node.kind.clone() })
    }

    fn refuse<T>(&mut self, problem: Problem) -> Result<T, Stop> {
        self.problems.add(problem);
        Err(Stop)
    }

    fn repeated(&mut self, key: &str, place: Place, first: Place) {
        self.problems.add(
            Problem::at(place, format!("the key `{key}` is written twice"))
                .label("second time")
                .related(first, "first time")
                .help("keep one of the two"),
        );
    }
}

fn scalar(text: Cow<'_, str>, style: ScalarStyle) -> Kind<'_> {
    let null = style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
    if null { Kind::Null } else { Kind::Scalar(text) }
}
