//! Lines of a width: cells beside each other, wrapped, and only then put in a style.

use std::borrow::Cow;

use anstyle::Style;

use super::style::{STRONG, paint};
use crate::text::wrap::{width, wrap};

/// What separates things that stand in one line.
const BETWEEN: &str = " · ";

/// A cell of a row.
pub struct Cell<'a> {
    text: Cow<'a, str>,
    room: usize,
    style: Style,
    right: bool,
}

impl<'a> Cell<'a> {
    /// A cell that is so many cells of the terminal wide.
    pub fn new(text: impl Into<Cow<'a, str>>, room: usize) -> Self {
        Self { text: text.into(), room, style: Style::new(), right: false }
    }

    /// In a style.
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// With its text to the right.
    pub const fn right(mut self) -> Self {
        self.right = true;
        self
    }
}

/// Cells beside each other, two blanks before each; a text that is too long goes on in the next line, in its column.
pub fn row(cells: &[Cell<'_>]) -> String {
    let wrapped: Vec<String> = cells.iter().map(|cell| wrap(&cell.text, cell.room, "")).collect();
    let mut columns: Vec<_> = wrapped.iter().map(|text| text.lines()).collect();
    let height = wrapped.iter().map(|text| text.lines().count()).max().unwrap_or(0);
    let mut out = String::new();
    for _ in 0..height {
        let mut pending = 0;
        for (cell, lines) in cells.iter().zip(&mut columns) {
            let text = lines.next().unwrap_or("");
            let spare = cell.room.saturating_sub(width(text));
            let (before, after) = if cell.right { (spare, 0) } else { (0, spare) };
            pending += 2 + before;
            if text.is_empty() {
                pending += cell.room - before;
                continue;
            }
            out.push_str(&" ".repeat(pending));
            out.push_str(&paint(cell.style, text));
            pending = after;
        }
        out.push('\n');
    }
    out
}

/// What is left for the last cell of a row after cells of these widths.
pub fn left(room: usize, taken: &[usize]) -> usize {
    let taken: usize = taken.iter().map(|cells| cells + 2).sum();
    room.saturating_sub(taken + 2).max(8)
}

/// A section: its title, and what stands below.
pub fn section(title: &str, room: usize, body: &str) -> String {
    paragraph(title, room, "", STRONG) + body
}

/// A paragraph in a style.
pub fn paragraph(text: &str, room: usize, indent: &str, style: Style) -> String {
    wrap(text, room, indent).lines().map(|line| paint_behind(indent, line, style)).collect()
}

/// Things beside each other with a dot between, in as few lines as they need; a line breaks between two of them.
pub fn dotted(parts: &[String], room: usize, indent: &str, style: Style) -> String {
    let mut lines: Vec<String> = Vec::new();
    let inner = room.saturating_sub(width(indent));
    for part in parts {
        match lines.last_mut().filter(|line| width(line) + width(BETWEEN) + width(part) <= inner) {
            Some(line) => line.extend([BETWEEN, part]),
            None => lines.push(part.clone()),
        }
    }
    lines.iter().map(|line| paragraph(line, room, indent, style)).collect()
}

fn paint_behind(indent: &str, line: &str, style: Style) -> String {
    format!("{indent}{}\n", paint(style, line.strip_prefix(indent).unwrap_or(line)))
}

/// Two blocks of lines beside each other, the second from a column on.
pub fn beside(left: &str, right: &str, column: usize) -> String {
    let (mut left, mut right) = (left.lines(), right.lines());
    let mut out = String::new();
    loop {
        let (a, b) = (left.next(), right.next());
        if a.is_none() && b.is_none() {
            return out;
        }
        let (a, b) = (a.unwrap_or(""), b.unwrap_or(""));
        let gap = if b.is_empty() { 0 } else { column.saturating_sub(seen(a)) };
        out.extend([a, &" ".repeat(gap), b, "\n"]);
    }
}

/// How many cells a line takes on the terminal: its styles take none.
fn seen(line: &str) -> usize {
    width(&anstream::adapter::strip_str(line).to_string())
}
