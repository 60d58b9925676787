//! A page: what is known of a thing, in blocks that know no medium. Each medium escapes and lays out in its own file.

mod ink;
mod markdown;
mod read;
mod table;
mod terminal;

use serde_json::json;

use crate::text::escape;

/// What `gapcheck explain` answers: one entry for each thing that bears the name.
///
/// Its texts are raw, inventory and all, with backticks around code. They are escaped for a medium when they are put
/// into it, and not before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    entries: Vec<Entry>,
}

impl Page {
    /// A page of these entries.
    pub(in crate::report) fn of(entries: Vec<Entry>) -> Self {
        Self { entries }
    }

    /// The page as GitHub Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let entries: Vec<String> = self.entries.iter().map(markdown::entry).collect();
        entries.join("\n")
    }

    /// The page for a terminal of so many cells, with the codes of its styles.
    #[must_use]
    pub fn terminal(&self, width: usize) -> String {
        let entries: Vec<String> = self.entries.iter().map(|entry| terminal::entry(entry, width)).collect();
        entries.join("\n")
    }

    /// The page as JSON: the first thing with its text as Markdown, and under `also` the others of that name.
    #[must_use]
    pub fn json(&self) -> String {
        let mut values = self.entries.iter().map(|entry| {
            json!({ "kind": entry.kind, "name": entry.name, "title": entry.title, "text": markdown::entry(entry) })
        });
        let mut first = values.next().unwrap_or_default();
        if let Some(object) = first.as_object_mut() {
            object.insert("also".to_owned(), values.collect());
        }
        format!("{}\n", escape::json(&format!("{first:#}")))
    }
}

/// What is known of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) struct Entry {
    /// What sort of thing it is, as JSON writes it.
    pub(in crate::report) kind: &'static str,
    /// The name it is asked for by.
    pub(in crate::report) name: String,
    /// The heading of its page.
    pub(in crate::report) title: String,
    /// The page.
    pub(in crate::report) blocks: Vec<Block>,
}

/// A part of a page. In every text, backticks stand around code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) enum Block {
    /// The heading of a section.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A list.
    Items(Vec<Item>),
    /// A list whose order counts.
    Steps(Vec<String>),
    /// A table; its last column is the one that may grow long.
    Table(Table),
    /// An example.
    Code {
        /// Its language.
        language: String,
        /// Its lines.
        text: String,
    },
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::report) struct Item {
    /// What it is about, set off from the text.
    pub(in crate::report) label: Option<String>,
    /// What it says.
    pub(in crate::report) text: String,
    /// What belongs under it.
    pub(in crate::report) under: Vec<Self>,
}

/// Rows under named columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) struct Table {
    /// The names of the columns.
    pub(in crate::report) columns: Vec<String>,
    /// The rows, each as long as there are columns.
    pub(in crate::report) rows: Vec<Vec<String>>,
}

impl Block {
    /// A section: its heading, then its parts; nothing where there are no parts.
    pub(in crate::report) fn section(heading: &str, parts: Vec<Self>) -> Vec<Self> {
        if parts.is_empty() {
            return Vec::new();
        }
        std::iter::once(Self::Heading(heading.to_owned())).chain(parts).collect()
    }

    /// A paragraph.
    pub(in crate::report) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A table with these columns.
    pub(in crate::report) fn table(columns: &[&str], rows: Vec<Vec<String>>) -> Self {
        Self::Table(Table { columns: columns.iter().map(|column| (*column).to_owned()).collect(), rows })
    }

    /// A list of plain items; nothing where there are none.
    pub(in crate::report) fn list(items: impl IntoIterator<Item = String>) -> Vec<Self> {
        let items: Vec<Item> = items.into_iter().map(Item::plain).collect();
        if items.is_empty() { Vec::new() } else { vec![Self::Items(items)] }
    }

    /// The blocks of a page written by us in Markdown: paragraphs, headings, lists, tables, examples.
    pub(in crate::report) fn of_markdown(page: &str) -> Vec<Self> {
        read::blocks(page)
    }
}

impl Item {
    /// An item without a label.
    pub(in crate::report) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// An item with a label.
    pub(in crate::report) fn of(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { label: Some(label.into()), text: text.into(), under: Vec::new() }
    }

    /// The item with others under it.
    pub(in crate::report) fn with(mut self, under: impl IntoIterator<Item = Self>) -> Self {
        self.under.extend(under);
        self
    }
}

impl Table {
    /// Whether a column holds numbers only.
    fn is_numeric(&self, column: usize) -> bool {
        let number = |cell: &String| {
            let digits = cell.strip_prefix(['+', '-']).unwrap_or(cell);
            !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        self.rows.iter().filter_map(|row| row.get(column)).all(number)
    }
}
