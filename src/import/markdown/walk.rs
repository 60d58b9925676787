//! A page into its blocks.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::import::grid::cell;
use crate::import::markdown::blocks::{Block, Grid};
use crate::import::markdown::inline::Inline;
use crate::import::markdown::label::Line;
use crate::source::file::Place;

/// The blocks of a page whose text begins at a byte of a file.
#[must_use]
pub fn blocks(number: u32, text: &str, begins: usize) -> Vec<Block> {
    let mut walk = Walk { number, text, begins, ..Walk::default() };
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS).into_offset_iter() {
        walk.event(event, range);
    }
    walk.blocks
}

#[derive(Default)]
struct Walk<'a> {
    number: u32,
    text: &'a str,
    begins: usize,
    blocks: Vec<Block>,
    inline: Inline,
    /// How many lists are open.
    depth: usize,
    /// The table that is open, and the row.
    grid: Grid,
    row: Vec<String>,
    /// How many blocks are open whose text is no part of a page: code, markup, quotes of code.
    silent: usize,
}

impl Walk<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, &range),
            Event::End(tag) => self.end(tag, &range),
            Event::Text(text) | Event::Code(text) if self.silent == 0 => self.inline.text(&text),
            Event::SoftBreak | Event::HardBreak => self.inline.line_break(),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => self.inline.line_break(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::List(_) => {
                self.item();
                self.depth += 1;
            }
            Tag::Heading { .. } => self.item(),
            Tag::Table(_) => {
                self.item();
                self.grid = Grid { place: self.place(range), ..Grid::default() };
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock => self.silent += 1,
            Tag::Strong => self.inline.bold_begins(),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => self.inline.link_begins(dest_url),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Heading(level) => {
                let text = joined(&self.inline.take(), " ");
                self.blocks.push(Block::Heading { level: level_number(level), text, place: self.place(range) });
            }
            TagEnd::Paragraph if self.depth == 0 => {
                let lines = self.inline.take();
                self.blocks.push(Block::Paragraph(lines));
            }
            TagEnd::Paragraph => self.inline.line_break(),
            TagEnd::Item => self.item(),
            TagEnd::List(_) => self.depth = self.depth.saturating_sub(1),
            TagEnd::CodeBlock | TagEnd::HtmlBlock => self.silent = self.silent.saturating_sub(1),
            TagEnd::Strong => self.inline.bold_ends(),
            TagEnd::Link | TagEnd::Image => self.inline.link_ends(),
            TagEnd::TableCell => {
                let text = cell::text(&joined(&self.inline.take(), "\n"));
                self.row.push(text);
            }
            TagEnd::TableHead => {
                self.grid.head = std::mem::take(&mut self.row);
                self.grid.place = self.place(range);
            }
            TagEnd::TableRow => {
                let row = std::mem::take(&mut self.row);
                self.grid.rows.push((self.place(range), row));
            }
            TagEnd::Table => self.blocks.push(Block::Table(std::mem::take(&mut self.grid))),
            _ => {}
        }
    }

    /// The text of an item so far, before a list in it or at its end.
    fn item(&mut self) {
        let lines = self.inline.take();
        if !lines.is_empty() {
            self.blocks.push(Block::Item { depth: self.depth, lines });
        }
    }

    fn place(&self, range: &Range<usize>) -> Place {
        let offset = |at: usize| u32::try_from(at + self.begins).unwrap_or(u32::MAX);
        let end = range.start + self.text.get(range.clone()).map_or(0, |text| text.trim_end().len());
        Place { file: self.number, start: offset(range.start), end: offset(end) }
    }
}

fn joined(lines: &[Line], between: &str) -> String {
    let lines: Vec<String> = lines.iter().map(Line::whole).collect();
    lines.join(between)
}

fn level_number(level: pulldown_cmark::HeadingLevel) -> usize {
    use pulldown_cmark::HeadingLevel as H;
    match level {
        H::H1 => 1,
        H::H2 => 2,
        H::H3 => 3,
        H::H4 => 4,
        H::H5 => 5,
        H::H6 => 6,
    }
}
