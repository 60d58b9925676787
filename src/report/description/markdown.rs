//! The skeleton of Section 3 in Markdown.

use crate::model::description::{Description, Judged};
use crate::report::account;
use crate::report::description::block::{Block, Cell, Table};
use crate::report::description::skeleton::{Section, sections};
use crate::report::description::{DescriptionFormat, Layout, words};
use crate::report::markdown::page::{Column, Page};
use crate::report::markdown::words::{code, plain, sentence, some};
use crate::text::count::counted;

mod flows;

/// The format `markdown`.
pub(super) static FORMAT: DescriptionFormat = DescriptionFormat {
    name: "markdown",
    extension: "md",
    summary: "the skeleton of Section 3, filled in from facts, with a mark wherever a person has to write",
    styled: false,
    render,
};

fn render(description: &Description<'_>, _: &Layout) -> String {
    let assessment = description.assessment;
    let mut page = Page::default();
    let system = assessment.inventory.scope.system.as_deref().filter(|name| !name.trim().is_empty());
    let of = system.unwrap_or(&assessment.inventory.organization);
    page.heading(1, &format!("Description of the system: {}", plain(of)));
    page.block(&format!(
        "{}: {}. Made on {}. {} **[{}…]** marks each.",
        plain(&assessment.inventory.organization),
        plain(&account::scope_line(assessment)),
        assessment.as_of,
        words::to_write(description),
        words::TO_WRITE,
    ));
    page.block(words::METHOD);
    page.block(&sentence(&words::headline(description)));
    page.block(&sentence(description.asked.doubt.trim()));
    for section in sections(description) {
        write(description, &section, &mut page);
    }
    page.into_text()
}

fn write(description: &Description<'_>, section: &Section<'_>, page: &mut Page) {
    let criterion = section.criterion;
    page.heading(2, &format!("{}: {}", criterion.id, criterion.title));
    page.block(&format!("*{} {}*", criterion.asks, status(section.judged)));
    for (at, block) in section.blocks.iter().enumerate() {
        match block {
            Block::Heading(title) => page.heading(3, &format!("{title} ({})", criterion.id)),
            Block::Words(words) => page.block(&sentence(words)),
            Block::Said(words, place) => {
                let place = words::place(*place, description.assessment.sources);
                page.block(&format!("{} ({})", plain(words), code(&place)));
            }
            Block::ToWrite(what) => page.block(&format!("**[{}{}]**", words::TO_WRITE, sentence(what))),
            Block::Table(table) => {
                if !is_alone(&section.blocks, at) {
                    page.heading(4, &plain(&table.caption));
                }
                write_table(description, table, page);
            }
            Block::Flows => page.fenced("mermaid", &flows::chart(&description.assessment.inventory.data_flows)),
        }
    }
}

/// Whether a table stands alone under its heading, so that it needs no name of its own.
fn is_alone(blocks: &[Block], at: usize) -> bool {
    let is_heading = |block: &&Block| matches!(block, Block::Heading(_));
    let is_table = |block: &&Block| matches!(block, Block::Table(_));
    let before = blocks.iter().take(at).rev().take_while(|block| !is_heading(block)).filter(is_table).count();
    before == 0 && blocks.iter().skip(at + 1).take_while(|block| !is_heading(block)).filter(is_table).count() == 0
}

/// How far it is: `Partly: 2 places to write.`
pub(super) fn status(judged: &Judged) -> String {
    let state = crate::text::capital::capital(judged.state().plain());
    match judged.to_write() {
        0 => format!("{state}."),
        many => format!("{state}; {}.", counted(many, "place to write", "places to write")),
    }
}

fn write_table(description: &Description<'_>, table: &Table, page: &mut Page) {
    let columns: Vec<Column> = table.columns.iter().map(|name| Column::Words(name)).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| told(description, cell)).collect());
    page.table(&columns, rows);
}

fn told(description: &Description<'_>, cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Whole(text) => plain(text),
        Cell::Ids(ids) => some(ids.iter().map(|id| code(id))),
        Cell::Named(id, name) => format!("{} {}", code(id), plain(name)).trim_end().to_owned(),
        Cell::Source(place) => code(&words::place(*place, description.assessment.sources)),
    }
}
