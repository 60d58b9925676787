//! Records of any shape as the rows of one table: nested mappings become headings with dots, lists become several values.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::import::limits;
use crate::import::table::Heading;
use crate::import::table::Row;
use crate::import::table::Table;
use crate::model::import::Field;
use crate::source::node::Entry;
use crate::source::node::Kind;
use crate::source::node::Node;

/// The most columns: more are keys that differ from record to record, and the table would grow with its square.
const COLUMNS: usize = 200;
/// How deep a record is looked into.
const DEEPEST: usize = 6;
/// The keys by which an id says whose it is.
const WHOSE: [&str; 5] = ["framework", "standard", "framework_name", "frameworkname", "source_framework"];
/// The keys of their names, and of all else that is said of them in a list.
const NAMED: [&str; 2] = ["controlname", "control_name"];
/// The keys of ids that belong to a framework named beside them.
const THEIRS: [&str; 12] = [
    "controlid",
    "control_id",
    "control",
    "requirement",
    "requirement_id",
    "requirementid",
    "ref",
    "reference",
    "criterion",
    "criteria",
    "id",
    "code",
];

/// A record and where it stands.
pub struct Item<'n, 's> {
    /// The id it is kept under.
    pub key: Option<Cow<'n, str>>,
    /// Where it stands, in words.
    pub at: String,
    /// The record.
    pub node: &'n Node<'s>,
}

/// A table of records; `None` of more than a table may hold.
pub fn table(part: &str, items: &[Item<'_, '_>], placed: bool) -> Option<Table> {
    if items.len() > limits::ROWS {
        return None;
    }
    let mut columns = Columns::default();
    let mut rows = Vec::new();
    for item in items {
        let mut cells: Vec<Vec<String>> = Vec::new();
        if let Some(key) = &item.key {
            columns.add("key", key.to_string(), &mut cells);
        }
        columns.value(item.node, "", DEEPEST, &mut cells);
        rows.push(Row { at: item.at.clone(), place: placed.then_some(item.node.place), cells });
    }
    if columns.headings.len().saturating_mul(rows.len()) > limits::CELLS {
        return None;
    }
    for row in &mut rows {
        row.cells.resize(columns.headings.len(), Vec::new());
    }
    let part = (!part.is_empty() && part != "*").then(|| part.to_owned());
    Some(Table { part, columns: columns.headings, rows })
}

#[derive(Default)]
struct Columns {
    headings: Vec<Heading>,
    known: BTreeMap<String, usize>,
}

impl Columns {
    fn value(&mut self, node: &Node<'_>, way: &str, deep: usize, cells: &mut Vec<Vec<String>>) {
        let Some(deeper) = deep.checked_sub(1) else { return };
        match &node.kind {
            Kind::Null => {
                self.column(way);
            }
            Kind::Scalar(text) => self.add(way, text.to_string(), cells),
            Kind::Sequence(items) => {
                for item in items {
                    match item.kind {
                        Kind::Mapping(_) => self.value(item, &format!("{way}[]"), deeper, cells),
                        _ => self.value(item, way, deeper, cells),
                    }
                }
            }
            Kind::Mapping(entries) => self.mapping(entries, way, deeper, cells),
        }
    }

    fn mapping(&mut self, entries: &[Entry<'_>], way: &str, deeper: usize, cells: &mut Vec<Vec<String>>) {
        let whose = entries.iter().find_map(|entry| match &entry.value.kind {
            Kind::Scalar(text) if is_one_of(&entry.key, &WHOSE) => Some(text.as_ref()),
            _ => None,
        });
        let listed = way.ends_with("[]");
        for entry in entries {
            // The id of the record itself is nobody else's; that of an entry of a list of frameworks is.
            let id = is_one_of(&entry.key, &THEIRS) && (listed || !entry.key.eq_ignore_ascii_case("id"));
            let theirs = id || is_one_of(&entry.key, &NAMED);
            let way = match whose.filter(|_| theirs) {
                Some(framework) => format!("{}[{framework}].{}", way.trim_end_matches("[]"), entry.key),
                None if way.is_empty() => entry.key.to_string(),
                None => format!("{way}.{}", entry.key),
            };
            self.value(&entry.value, &way, deeper, cells);
        }
    }

    fn add(&mut self, way: &str, text: String, cells: &mut Vec<Vec<String>>) {
        let Some(at) = self.column(way) else { return };
        if cells.len() <= at {
            cells.resize(at + 1, Vec::new());
        }
        if let Some(cell) = cells.get_mut(at) {
            cell.push(text);
        }
    }

    /// The column of a way; `None` where there are too many.
    fn column(&mut self, way: &str) -> Option<usize> {
        if let Some(at) = self.known.get(way) {
            return Some(*at);
        }
        if self.headings.len() >= COLUMNS || way.is_empty() {
            return None;
        }
        let at = self.headings.len();
        let field = (way == "key").then_some(Field::Id);
        self.headings.push(Heading { text: way.to_owned(), field });
        self.known.insert(way.to_owned(), at);
        Some(at)
    }
}

fn is_one_of(key: &str, known: &[&str]) -> bool {
    known.iter().any(|known| key.eq_ignore_ascii_case(known))
}
