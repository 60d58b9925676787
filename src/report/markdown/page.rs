//! Blocks of Markdown with one empty line between them, as renderers and markdownlint want them.
//!
//! What goes in is Markdown already: texts from an inventory are escaped before.

/// A column of a table.
#[derive(Clone, Copy)]
pub(in crate::report) enum Column {
    /// Words, to the left.
    Words(&'static str),
    /// Numbers, to the right.
    Number(&'static str),
}

/// A page while it is written.
#[derive(Default)]
pub(in crate::report) struct Page {
    text: String,
}

impl Page {
    /// Adds a heading of a level from one to six.
    pub(in crate::report) fn heading(&mut self, level: usize, title: &str) {
        self.block(&format!("{} {title}", "#".repeat(level)));
    }

    /// Adds a paragraph, or any block that is Markdown already.
    pub(in crate::report) fn block(&mut self, block: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(block);
        self.text.push('\n');
    }

    /// Adds a list; of nothing, nothing.
    pub(in crate::report) fn list(&mut self, items: impl IntoIterator<Item = String>) {
        self.lines(items.into_iter().map(|item| format!("- {item}")));
    }

    /// Adds a numbered list; of nothing, nothing.
    pub(in crate::report) fn steps(&mut self, items: impl IntoIterator<Item = String>) {
        self.lines((1..).zip(items).map(|(number, item)| format!("{number}. {item}")));
    }

    /// Adds a table. An empty cell gets a dash, so that nobody wonders whether something was lost.
    pub(in crate::report) fn table(&mut self, columns: &[Column], rows: impl IntoIterator<Item = Vec<String>>) {
        let names = columns.iter().map(|column| match column {
            Column::Words(name) | Column::Number(name) => (*name).to_owned(),
        });
        let rules = columns.iter().map(|column| match column {
            Column::Words(_) => "---".to_owned(),
            Column::Number(_) => "---:".to_owned(),
        });
        let head = [row(names), row(rules)];
        self.lines(head.into_iter().chain(rows.into_iter().map(row)));
    }

    /// Adds a code block of a language.
    pub(in crate::report) fn fenced(&mut self, language: &str, code: &str) {
        self.block(&format!("```{language}\n{code}\n```"));
    }

    /// The whole text, ending with one line break.
    pub(in crate::report) fn into_text(self) -> String {
        self.text
    }

    fn lines(&mut self, lines: impl Iterator<Item = String>) {
        let mut lines = lines.peekable();
        if lines.peek().is_some() && !self.text.is_empty() {
            self.text.push('\n');
        }
        for line in lines {
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }
}

fn row(cells: impl IntoIterator<Item = String>) -> String {
    let mut row = String::from("|");
    for cell in cells {
        row.push(' ');
        row.push_str(if cell.is_empty() { "–" } else { &cell });
        row.push_str(" |");
    }
    row
}
