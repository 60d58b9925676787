//! Headings that each begin a control: `### CC6.1 — Logical access`, with what is said of it in labelled lines below.

use std::collections::BTreeSet;

use crate::import::id;
use crate::import::limits;
use crate::import::markdown::blocks::Block;
use crate::import::markdown::label::Line;
use crate::import::markdown::lines::Lines;
use crate::import::markdown::tables::{heading, names, values};
use crate::import::table::{Row, Table};
use crate::source::file::Place;
use crate::source::problem::{Problem, Problems};

/// A heading that begins a control, and what stands under it.
#[derive(Default)]
struct Record {
    id: String,
    title: String,
    /// The criterion of the heading above, where this one is a control of it.
    criterion: String,
    place: Place,
    description: Vec<String>,
    /// Items without a label, which describe it where no paragraph does.
    items: Vec<String>,
    labelled: Vec<(String, Vec<String>)>,
    /// The label to which what follows belongs, and how deep its item lies.
    open: Option<(usize, usize)>,
    /// Whether a table stands under it.
    has_table: bool,
    /// Whether the controls are in what stands under it: other such headings, or the rows of a table that names its id.
    is_section: bool,
}

/// The records of a page while it is read.
#[derive(Default)]
struct Reader {
    records: Vec<Record>,
    /// The headings that are open, from the highest: their levels, and the record each begins.
    path: Vec<(usize, Option<usize>)>,
}

/// The table of the headings that begin a control, where a page has any.
#[must_use]
pub fn table(blocks: &[Block], lines: &mut Lines<'_>, problems: &mut Problems) -> Option<Table> {
    let mut reader = Reader::default();
    for block in blocks {
        if let Block::Heading { level, text, place } = block {
            reader.heading(*level, text, *place);
        } else if let Some(record) = reader.current() {
            record.take(block);
        }
    }
    let mut records = reader.records;
    records.retain(Record::is_control);
    let first = records.first()?.place;
    let labels = labels(&records);
    if !limits::fits(records.len(), labels.len()) {
        let message = "more controls, or more labels, begin here than are read of a page";
        problems.add(Problem::at(first, message).help(limits::SPLIT));
        return None;
    }
    Some(into_table(&records, &labels, lines))
}

impl Reader {
    /// The record to which what follows belongs.
    fn current(&mut self) -> Option<&mut Record> {
        let at = self.path.iter().rev().find_map(|(_, record)| *record)?;
        self.records.get_mut(at)
    }

    fn heading(&mut self, level: usize, text: &str, place: Place) {
        self.path.retain(|(above, _)| *above < level);
        let Some((id, title)) = id::and_title(text) else {
            if let Some(record) = self.current() {
                record.label(text.trim_end_matches(':'), 0);
            }
            self.path.push((level, None));
            return;
        };
        let mut criterion = String::new();
        if let Some(parent) = self.current() {
            parent.is_section = true;
            let names_it = id::is_criterion(&parent.id) && !id.starts_with(&parent.id);
            criterion.clone_from(if names_it { &parent.id } else { &parent.criterion });
        }
        self.path.push((level, Some(self.records.len())));
        self.records.push(Record { id: id.to_owned(), title: title.to_owned(), criterion, place, ..Record::default() });
    }
}

impl Record {
    /// Whether it is a control: one with labelled lines, or with a title or any text where no table says what it is about.
    fn is_control(&self) -> bool {
        let labelled = self.labelled.iter().any(|(_, values)| !values.is_empty());
        let says_something = !self.title.is_empty() || !self.description.is_empty() || !self.items.is_empty();
        !self.is_section && (labelled || (!self.has_table && says_something))
    }

    fn take(&mut self, block: &Block) {
        match block {
            Block::Paragraph(lines) => self.paragraph(lines),
            Block::Item { depth, lines } => self.item(*depth, lines),
            Block::Table(grid) => {
                self.has_table = true;
                self.is_section |= names(grid, &self.id);
            }
            Block::Heading { .. } => {}
        }
    }

    fn paragraph(&mut self, lines: &[Line]) {
        let mut said: Vec<String> = Vec::new();
        let mut within = false;
        for line in lines {
            if let Some((label, text)) = line.bold_label() {
                self.label(&label, 0);
                self.value(text);
                within = true;
            } else if within {
                self.value(line.whole());
            } else {
                said.push(line.whole());
            }
        }
        if said.is_empty() {
            return;
        }
        let said = said.join(" ");
        // Under a heading that is a label the text is what it says; elsewhere it describes the control.
        if self.open.is_some() && !within && self.labelled.last().is_some_and(|(_, values)| values.is_empty()) {
            self.value(said);
        } else {
            self.description.push(said);
            self.open = self.open.filter(|_| within);
        }
    }

    fn item(&mut self, depth: usize, lines: &[Line]) {
        let whole = || lines.iter().map(Line::whole).collect::<Vec<_>>().join(" ");
        if self.open.is_some_and(|(_, open)| depth > open) {
            self.value(whole());
            return;
        }
        let Some((label, text)) = lines.first().and_then(Line::label) else {
            self.open = None;
            self.items.push(whole());
            return;
        };
        let rest = lines.iter().skip(1).map(Line::whole);
        let text = std::iter::once(text).chain(rest).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        self.label(&label, depth);
        self.value(text);
    }

    fn label(&mut self, label: &str, depth: usize) {
        // One label more than there are columns is enough for the page to be refused.
        let known = self.labelled.iter().take(limits::COLUMNS + 1).position(|(other, _)| other == label);
        let at = known.unwrap_or_else(|| {
            self.labelled.push((label.to_owned(), Vec::new()));
            self.labelled.len() - 1
        });
        self.open = Some((at, depth));
    }

    fn value(&mut self, text: String) {
        let open = self.open.and_then(|(at, _)| self.labelled.get_mut(at));
        if let Some((_, values)) = open.filter(|_| !text.is_empty()) {
            values.push(text);
        }
    }

    fn described(&self) -> String {
        self.description.first().cloned().unwrap_or_else(|| self.items.join("\n"))
    }
}

/// The labels of all records in the order in which they are first used.
fn labels(records: &[Record]) -> Vec<&str> {
    let mut known: BTreeSet<&str> = BTreeSet::new();
    let all = records.iter().flat_map(|record| &record.labelled).map(|(label, _)| label.as_str());
    all.filter(|label| known.insert(label)).collect()
}

fn into_table(records: &[Record], labels: &[&str], lines: &mut Lines<'_>) -> Table {
    let with_criterion = records.iter().any(|record| !record.criterion.is_empty());
    let with_description = records.iter().any(|record| !record.described().is_empty());
    let fixed = [("id", true), ("title", true), ("criteria", with_criterion), ("description", with_description)];
    let columns = fixed.iter().filter(|(_, is)| *is).map(|(name, _)| *name).chain(labels.iter().copied());
    let row = |record: &Record| {
        let fixed = [(&record.id, true), (&record.title, true), (&record.criterion, with_criterion)];
        let fixed = fixed.into_iter().filter(|(_, is)| *is).map(|(text, _)| values(text));
        let description = with_description.then(|| values(&record.described()));
        let said =
            |label: &&str| record.labelled.iter().find(|(other, _)| other == label).map(|(_, values)| values.clone());
        let labelled = labels.iter().map(|label| said(label).unwrap_or_default());
        let cells = fixed.chain(description).chain(labelled).collect();
        Row { at: lines.at(record.place), place: Some(record.place), cells }
    };
    Table { part: None, columns: columns.map(heading).collect(), rows: records.iter().map(row).collect() }
}
