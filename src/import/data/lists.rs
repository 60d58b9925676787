//! Finding the lists of records in a value.

use std::borrow::Cow;

use crate::import::data::flatten::Item;
use crate::import::data::flatten::table;
use crate::import::data::names::holds_controls;
use crate::import::data::names::is_container;
use crate::import::data::names::is_id;
use crate::import::data::names::is_naming;
use crate::import::data::own::other_kind;
use crate::import::limits;
use crate::import::table::Reading;
use crate::model::import::LeftOut;
use crate::model::import::Origin;
use crate::source::node::Entry;
use crate::source::node::Kind;
use crate::source::node::Node;
use crate::source::problem::{Problem, Problems};
use crate::text::count::{count, number};

/// How deep lists of records are looked for.
const DEEPEST: usize = 8;

/// A list of records, with the way to it.
struct List<'n, 's> {
    part: String,
    items: Vec<Item<'n, 's>>,
    controls: bool,
}

/// Makes tables of the records in the documents of a file. `placed` where the values know where they stand in a text.
#[must_use]
pub fn tables(documents: &[Node<'_>], file: &str, placed: bool, problems: &mut Problems) -> Reading {
    let mut search = Search::default();
    let controls: Vec<&Node<'_>> = documents.iter().filter(|document| other_kind(document).is_none()).collect();
    match controls.as_slice() {
        [one] => search.top(one),
        several => search.several(several),
    }
    let mut reading = Reading { left_out: others(documents, file), ..Reading::default() };
    let has_controls = search.lists.iter().any(|list| list.controls);
    for list in search.lists {
        let origin = || Origin { file: file.to_owned(), at: list.part.clone() };
        if has_controls && !list.controls {
            reading.left_out.push(LeftOut {
                origin: origin(),
                what: format!("{} of `{}`", count(list.items.len(), "record"), list.part),
                why: "the controls stand in another list of the file".to_owned(),
            });
            continue;
        }
        match table(&list.part, &list.items, placed) {
            Some(table) => reading.tables.push(table),
            None => problems.add(
                Problem::anywhere(format!(
                    "`{file}` holds more records than are imported at once: {}",
                    number(list.items.len())
                ))
                .help(limits::SPLIT),
            ),
        }
    }
    reading
}

/// The documents that say they are something else than controls.
fn others(documents: &[Node<'_>], file: &str) -> Vec<LeftOut> {
    let kinds = documents.iter().filter_map(other_kind);
    let left_out = |kind: &str| LeftOut {
        origin: Origin { file: file.to_owned(), at: "the whole file".to_owned() },
        what: format!("an object of the kind `{kind}`"),
        why: "it is not a control".to_owned(),
    };
    kinds.map(left_out).collect()
}

#[derive(Default)]
struct Search<'n, 's> {
    lists: Vec<List<'n, 's>>,
}

impl<'n, 's> Search<'n, 's> {
    fn several(&mut self, documents: &[&'n Node<'s>]) {
        let is_record = |node: &&'n Node<'s>| matches!(&node.kind, Kind::Mapping(entries) if is_one_record(entries));
        if documents.iter().all(is_record) && !documents.is_empty() {
            let item = |(at, node)| Item { key: None, at: format!("document {}", at + 1), node };
            let items = documents.iter().copied().enumerate().map(item).collect();
            return self.lists.push(List { part: String::new(), items, controls: false });
        }
        for document in documents {
            self.top(document);
        }
    }

    fn top(&mut self, document: &'n Node<'s>) {
        match &document.kind {
            Kind::Mapping(entries) if !is_keyed(entries) && is_one_record(entries) => {
                let item = Item { key: None, at: "the whole file".to_owned(), node: document };
                self.lists.push(List { part: String::new(), items: vec![item], controls: false });
            }
            _ => self.within(document, "", "", DEEPEST),
        }
    }

    /// Looks for lists in a value; `key` is the one it stands under, `way` all of them.
    fn within(&mut self, node: &'n Node<'s>, way: &str, key: &str, deep: usize) {
        let Some(deeper) = deep.checked_sub(1) else { return };
        match &node.kind {
            Kind::Sequence(items) => self.sequence(items, way, key, deeper),
            Kind::Mapping(entries) if is_keyed(entries) => self.keyed(entries, way, key, deeper),
            Kind::Mapping(entries) => {
                for entry in entries {
                    self.within(&entry.value, &joined(way, &entry.key), &entry.key, deeper);
                }
            }
            Kind::Null | Kind::Scalar(_) => {}
        }
    }

    fn sequence(&mut self, items: &'n [Node<'s>], way: &str, key: &str, deeper: usize) {
        let records: Vec<(usize, &'n Node<'s>)> =
            items.iter().enumerate().filter(|(_, item)| matches!(item.kind, Kind::Mapping(_))).collect();
        if records.is_empty() || records.len() * 2 < items.len() {
            return;
        }
        if !holds_controls(key) && records.iter().any(|(_, record)| contains_controls(record, deeper)) {
            for (_, record) in records {
                self.entries_of(record, &format!("{way}[]"), deeper);
            }
            return;
        }
        let item = |(at, node)| Item { key: None, at: format!("{way}[{at}]"), node };
        self.push(way, holds_controls(key), records.into_iter().map(item).collect());
    }

    fn keyed(&mut self, entries: &'n [Entry<'s>], way: &str, key: &str, deeper: usize) {
        let nested = |entry: &&Entry<'s>| contains_keyed(&entry.value, 2);
        if entries.iter().filter(nested).count() * 2 > entries.len() {
            for entry in entries {
                self.entries_of(&entry.value, &joined(way, &entry.key), deeper);
            }
            return;
        }
        let item = |entry: &'n Entry<'s>| Item {
            key: Some(Cow::Borrowed(&*entry.key)),
            at: joined(way, &entry.key),
            node: &entry.value,
        };
        let records = entries.iter().filter(|entry| matches!(entry.value.kind, Kind::Mapping(_)));
        self.push(way, holds_controls(key), records.map(item).collect());
    }

    fn entries_of(&mut self, record: &'n Node<'s>, way: &str, deeper: usize) {
        let Kind::Mapping(entries) = &record.kind else { return };
        if is_keyed(entries) {
            return self.within(record, way, "", deeper);
        }
        for entry in entries {
            self.within(&entry.value, &joined(way, &entry.key), &entry.key, deeper);
        }
    }

    /// Adds records, to the list of the same way where one was begun: the controls of each of several groups are one list.
    fn push(&mut self, way: &str, controls: bool, items: Vec<Item<'n, 's>>) {
        let part = common(way);
        match self.lists.iter_mut().find(|list| list.part == part) {
            Some(list) => list.items.extend(items),
            None => self.lists.push(List { part, items, controls }),
        }
    }
}

/// The way to a list with `*` for the ids in it, by which the lists of several groups are one.
fn common(way: &str) -> String {
    let parts = way.split('.').map(|part| if is_id(part) { "*" } else { part });
    // `CC6.1` is cut at its dot, which makes two parts of one id.
    let mut parts: Vec<&str> = parts.collect();
    parts.dedup_by(|next, before| *before == "*" && (*next == "*" || next.bytes().all(|byte| byte.is_ascii_digit())));
    parts.join(".")
}

fn joined(way: &str, key: &str) -> String {
    if way.is_empty() { key.to_owned() } else { format!("{way}.{key}") }
}

/// Whether a mapping is a record by itself: it says what it is called, or what kind of object it is, and keeps no list of others.
fn is_one_record(entries: &[Entry<'_>]) -> bool {
    let scalar = |node: &Node<'_>| matches!(node.kind, Kind::Scalar(_));
    let named = entries.iter().any(|entry| {
        (is_naming(&entry.key) && scalar(&entry.value))
            || (entry.key == "metadata"
                && matches!(&entry.value.kind, Kind::Mapping(inner) if inner.iter().any(|inner| is_naming(&inner.key))))
    });
    let keeps = |entry: &Entry<'_>| {
        is_container(&entry.key) && is_list(&entry.value) || contains_controls_in(&entry.value, DEEPEST)
    };
    let object = entries.iter().any(|entry| entry.key == "apiVersion");
    named && (object || !entries.iter().any(keeps))
}

fn is_list(node: &Node<'_>) -> bool {
    match &node.kind {
        Kind::Sequence(items) => items.iter().any(|item| matches!(item.kind, Kind::Mapping(_))),
        Kind::Mapping(entries) => is_keyed(entries),
        _ => false,
    }
}

/// Whether the keys of a mapping are ids of records.
fn is_keyed(entries: &[Entry<'_>]) -> bool {
    let records =
        entries.iter().filter(|entry| is_id(&entry.key) && matches!(entry.value.kind, Kind::Mapping(_))).count();
    records > 0 && records * 5 >= entries.len() * 4
}

/// Whether a record keeps controls of its own.
fn contains_controls(record: &Node<'_>, deep: usize) -> bool {
    match &record.kind {
        Kind::Mapping(entries) => entries.iter().any(|entry| {
            (holds_controls(&entry.key) && is_list(&entry.value)) || contains_controls_in(&entry.value, deep)
        }),
        _ => false,
    }
}

fn contains_controls_in(node: &Node<'_>, deep: usize) -> bool {
    let Some(deeper) = deep.checked_sub(1) else { return false };
    match &node.kind {
        Kind::Mapping(_) => contains_controls(node, deeper),
        Kind::Sequence(items) => items.iter().any(|item| contains_controls(item, deeper)),
        _ => false,
    }
}

/// Whether a value keeps records under their ids.
fn contains_keyed(node: &Node<'_>, deep: usize) -> bool {
    let (Kind::Mapping(entries), Some(deeper)) = (&node.kind, deep.checked_sub(1)) else { return false };
    is_keyed(entries) || entries.iter().any(|entry| contains_keyed(&entry.value, deeper))
}
