//! Reads a page written by us: the small part of Markdown that the pages of rules are written in.

use crate::report::explain::page::{Block, Item, Table};

/// The blocks of a page. What follows a comma in the name of an example's language is for the tests, and left out.
pub(super) fn blocks(page: &str) -> Vec<Block> {
    // The lines of a doc comment begin with a blank.
    let mut lines = page.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end());
    let mut reader = Reader::default();
    while let Some(line) = lines.next() {
        if let Some(fence) = line.strip_prefix("```") {
            reader.close();
            let language = fence.split(',').next().unwrap_or("").to_owned();
            let text: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            reader.done.push(Block::Code { language, text: text.join("\n") });
        } else {
            reader.line(line);
        }
    }
    reader.close();
    reader.done
}

#[derive(Default)]
struct Reader {
    done: Vec<Block>,
    open: Option<Block>,
}

impl Reader {
    fn line(&mut self, line: &str) {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            self.close();
        } else if let Some(heading) = trimmed.strip_prefix("#") {
            self.close();
            self.done.push(Block::Heading(heading.trim_start_matches('#').trim().to_owned()));
        } else if let Some(text) = trimmed.strip_prefix("- ").or_else(|| trimmed.strip_prefix("* ")) {
            self.item(text);
        } else if let Some(text) = step(trimmed) {
            self.step(text);
        } else if let Some(row) = trimmed.strip_prefix('|') {
            self.row(row);
        } else {
            self.more(trimmed);
        }
    }

    fn close(&mut self) {
        self.done.extend(self.open.take());
    }

    fn item(&mut self, text: &str) {
        let item = Item::plain(text);
        if let Some(Block::Items(items)) = &mut self.open {
            return items.push(item);
        }
        self.close();
        self.open = Some(Block::Items(vec![item]));
    }

    fn step(&mut self, text: &str) {
        if let Some(Block::Steps(steps)) = &mut self.open {
            return steps.push(text.to_owned());
        }
        self.close();
        self.open = Some(Block::Steps(vec![text.to_owned()]));
    }

    fn row(&mut self, row: &str) {
        let cells: Vec<String> =
            row.strip_suffix('|').unwrap_or(row).split('|').map(|cell| cell.trim().to_owned()).collect();
        let is_rule = cells.iter().all(|cell| !cell.is_empty() && cell.bytes().all(|byte| matches!(byte, b'-' | b':')));
        match &mut self.open {
            Some(Block::Table(_)) if is_rule => {}
            Some(Block::Table(table)) => table.rows.push(cells),
            _ => {
                self.close();
                self.open = Some(Block::Table(Table { columns: cells, rows: Vec::new() }));
            }
        }
    }

    /// A line that goes on with what is open, or begins a paragraph.
    fn more(&mut self, line: &str) {
        let text = match &mut self.open {
            Some(Block::Text(text)) => Some(text),
            Some(Block::Items(items)) => items.last_mut().map(|item| &mut item.text),
            Some(Block::Steps(steps)) => steps.last_mut(),
            _ => None,
        };
        if let Some(text) = text {
            text.push(' ');
            text.push_str(line);
        } else {
            self.close();
            self.open = Some(Block::text(line));
        }
    }
}

/// The text of a numbered item.
fn step(line: &str) -> Option<&str> {
    let (number, text) = line.split_once(". ")?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}
