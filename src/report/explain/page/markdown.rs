//! A page as GitHub Markdown.

use crate::report::explain::page::{Block, Entry, Item, Table};
use crate::text::escape;

/// One entry, with a line break at its end.
pub(super) fn entry(entry: &Entry) -> String {
    let mut out = format!("# {}\n", inline(&entry.title, Standing::AtStart));
    for block in &entry.blocks {
        out.push('\n');
        out.push_str(&self::block(block));
        out.push('\n');
    }
    out
}

/// Where a text stands: at the start of a line some characters begin a list or a heading, in a cell a `|` ends it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    AtStart,
    Within,
    InCell,
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(text) => format!("## {}", inline(text, Standing::AtStart)),
        Block::Text(text) => inline(text, Standing::AtStart),
        Block::Items(items) => items.iter().map(|item| self::item(item, "")).collect::<Vec<_>>().join("\n"),
        Block::Steps(steps) => (1..)
            .zip(steps)
            .map(|(number, step)| format!("{number}. {}", inline(step, Standing::AtStart)))
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Table(table) => self::table(table),
        Block::Code { language, text } => format!("```{language}\n{text}\n```"),
    }
}

fn item(item: &Item, indent: &str) -> String {
    let line = match &item.label {
        Some(label) => {
            format!("{indent}- **{}:** {}", inline(label, Standing::AtStart), inline(&item.text, Standing::Within))
        }
        None => format!("{indent}- {}", inline(&item.text, Standing::AtStart)),
    };
    let under = item.under.iter().map(|under| self::item(under, &format!("{indent}  ")));
    std::iter::once(line).chain(under).collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> =
            cells.iter().map(|cell| inline(cell, Standing::InCell).trim_start().to_owned()).collect();
        format!("| {} |", cells.join(" | "))
    };
    let rules: Vec<&str> =
        (0..table.columns.len()).map(|column| if table.is_numeric(column) { "---:" } else { "---" }).collect();
    let head = [row(&table.columns), format!("| {} |", rules.join(" | "))];
    head.into_iter().chain(table.rows.iter().map(|cells| row(cells))).collect::<Vec<_>>().join("\n")
}

/// A text with its code set as code and all else escaped. A backtick without a second one is text.
fn inline(text: &str, standing: Standing) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let mut out = String::new();
    for (at, part) in parts.iter().enumerate() {
        let at_start = out.is_empty() && standing == Standing::AtStart;
        match (at % 2 == 1, at + 1 < parts.len()) {
            (false, _) => out.push_str(&words(part, at_start)),
            (true, true) => out.push_str(&code(part, standing)),
            (true, false) => out.push_str(&words(&format!("`{part}"), at_start)),
        }
    }
    out.trim_end().to_owned()
}

fn words(text: &str, at_start: bool) -> String {
    let blank = if text.ends_with(char::is_whitespace) { " " } else { "" };
    if text.trim().is_empty() {
        return blank.to_owned();
    }
    // What follows something else keeps its blanks and begins no list: it is escaped behind a stand-in.
    let stand_in = if at_start { "" } else { ")" };
    let behind = format!("{stand_in}{text}");
    let escaped = escape::markdown(&behind);
    format!("{}{blank}", escaped.strip_prefix(stand_in).unwrap_or(&escaped))
}

fn code(text: &str, standing: Standing) -> String {
    // Outside of a table the backslash before a `|` would show.
    let shows = standing != Standing::InCell && text.contains('|');
    if shows || text.trim().is_empty() { words(&format!("`{text}`"), false) } else { escape::markdown_code(text) }
}
