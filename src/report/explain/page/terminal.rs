//! A page for a terminal: wrapped to its width, headings and labels bold, code coloured, and nothing that drives it.

use crate::report::explain::page::ink::{bold, inked, paint};
use crate::report::explain::page::{Block, Entry, Item, table};
use crate::text::escape;
use crate::text::wrap::wrap;

/// How far all but the headings is set in.
const SECTION: &str = "  ";

/// One entry, with a line break at its end.
pub(super) fn entry(entry: &Entry, width: usize) -> String {
    let mut out = bold(&entry.title, width);
    out.push('\n');
    for block in &entry.blocks {
        out.push('\n');
        out.push_str(&match block {
            Block::Heading(text) => bold(text, width),
            _ => set_in(&self::block(block, width.saturating_sub(SECTION.len()))),
        });
        out.push('\n');
    }
    out
}

/// Sets lines in, so that headings stand out where nothing can be bold.
fn set_in(lines: &str) -> String {
    let lines = lines.split('\n').map(|line| if line.is_empty() { String::new() } else { format!("{SECTION}{line}") });
    lines.collect::<Vec<_>>().join("\n")
}

fn block(block: &Block, width: usize) -> String {
    match block {
        Block::Heading(text) => bold(text, width),
        Block::Text(text) => paint(&wrap(&escape::terminal(text), width, ""), 0),
        Block::Items(items) => items.iter().map(|item| self::item(item, width, 0)).collect::<Vec<_>>().join("\n"),
        Block::Steps(steps) => (1..)
            .zip(steps)
            .map(|(number, step)| hung(&format!("{number}."), "", step, width))
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Table(table) => table::lay_out(table, width),
        Block::Code { text, .. } => {
            escape::terminal_block(text).lines().map(|line| code(line, width)).collect::<Vec<_>>().join("\n")
        }
    }
}

fn item(item: &Item, width: usize, depth: usize) -> String {
    let label = item.label.as_ref().map_or(String::new(), |label| format!("{label}:"));
    let line = hung(&format!("{}-", "  ".repeat(depth)), &label, &item.text, width);
    let under = item.under.iter().map(|under| self::item(under, width, depth + 1));
    std::iter::once(line).chain(under).collect::<Vec<_>>().join("\n")
}

/// A text that hangs beside its mark, with a label in bold before it.
fn hung(mark: &str, label: &str, text: &str, width: usize) -> String {
    let label = escape::terminal(label);
    let hanging = " ".repeat(mark.len() + 1);
    let wrapped = wrap(&format!("{label} {}", escape::terminal(text)), width, &hanging);
    let body = wrapped.strip_prefix(&hanging).unwrap_or(&wrapped);
    let painted = paint(body, inked(&label));
    format!("{mark} {painted}")
}

/// A line of an example, set in by two; a line that is too long goes on further in.
fn code(line: &str, width: usize) -> String {
    if crate::text::wrap::width(line) + 2 <= width {
        return if line.is_empty() { String::new() } else { format!("  {line}") };
    }
    let within = line.len() - line.trim_start().len();
    let indent = " ".repeat(within + 4);
    let wrapped = wrap(line, width, &indent);
    wrapped.strip_prefix("  ").unwrap_or(&wrapped).to_owned()
}
