//! A page: its controls by its headings and its tables, or itself by its front matter.

use crate::import::file::File;
use crate::import::id;
use crate::import::markdown::attributes;
use crate::import::markdown::blocks::Block;
use crate::import::markdown::front::Values;
use crate::import::markdown::label::Line;
use crate::import::markdown::lines::Lines;
use crate::import::markdown::records;
use crate::import::markdown::tables::{self, Placed, heading};
use crate::import::table::{Row, Table};
use crate::source::file::Place;
use crate::source::problem::Problems;

/// What the body of a page holds.
#[derive(Debug, Default)]
pub struct Body {
    /// The headings that begin a control.
    pub headings: Option<Table>,
    /// Tables that each describe one thing, and the other tables.
    pub tables: Vec<Table>,
}

impl Body {
    /// Reads the blocks of a page.
    #[must_use]
    pub fn read(file: &File<'_>, blocks: &[Block], problems: &mut Problems) -> Self {
        let text = file.text.unwrap_or("");
        let mut lines = Lines::of(text);
        let placed: Vec<Placed<'_>> = tables::placed(blocks);
        tables::check(&placed, text, problems);
        let headings = records::table(blocks, &mut lines, problems);
        let (described, others) = attributes::take(placed, &mut Lines::of(text), problems);
        let mut tables: Vec<Table> = described.into_iter().collect();
        let controls = headings.iter().flat_map(|table| &table.rows).filter_map(|row| row.place).collect();
        tables.extend(tables::tables(&others, &controls, &mut Lines::of(text)));
        Self { headings, tables }
    }

    /// Whether it lists controls by ids of their own, so that a front matter only tells of the page.
    #[must_use]
    pub fn lists_controls(&self) -> bool {
        self.headings.is_some() || self.tables.iter().any(has_ids)
    }

    /// Whether there is anything in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.headings.is_none() && self.tables.is_empty()
    }
}

/// Whether half of the cells of a column begin with ids.
fn has_ids(table: &Table) -> bool {
    (0..table.columns.len()).any(|column| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(column)?.first());
        let (ids, all) =
            cells.fold((0, 0), |(ids, all), cell| (ids + usize::from(id::and_title(cell).is_some()), all + 1));
        ids > 0 && ids * 2 >= all
    })
}

/// The one row that the front matter of a page is, with its title and its first paragraph where it names neither.
#[must_use]
pub fn record(mut values: Values, blocks: &[Block], place: Place) -> Table {
    let has =
        |values: &Values, names: &[&str]| values.iter().any(|(way, _)| names.contains(&way.to_lowercase().as_str()));
    if !has(&values, &["title", "name"]) {
        let title = blocks.iter().find_map(|block| match block {
            Block::Heading { level: 1, text, .. } => Some(text.clone()),
            _ => None,
        });
        values.extend(title.map(|title| ("title".to_owned(), vec![title])));
    }
    if !has(&values, &["description", "summary"]) {
        let first = blocks.iter().find_map(|block| match block {
            Block::Paragraph(lines) => Some(lines.iter().map(Line::whole).collect::<Vec<_>>().join(" ")),
            _ => None,
        });
        values.extend(first.map(|first| ("description".to_owned(), vec![first])));
    }
    let columns = values.iter().map(|(way, _)| heading(way)).collect();
    let cells = values.into_iter().map(|(_, values)| values).collect();
    Table { part: None, columns, rows: vec![Row { at: "front matter".to_owned(), place: Some(place), cells }] }
}
