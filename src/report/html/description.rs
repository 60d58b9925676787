//! The description of the system as a page of its own: whether it can be written, and its skeleton.

use askama::filters::Safe;

use crate::model::description::{Description, DescriptionState, Judged};
use crate::model::description_criteria::DescriptionCriterion;
use crate::report::description::block::{Block as Written, Cell, Table as WrittenTable};
use crate::report::description::skeleton::{Section, sections};
use crate::report::description::words;
use crate::report::html::block::{Block, Column, Table, blocks, words as said};
use crate::report::html::markup::{Markup, code, joined, link, looking_like, prose, some, strong, text, whole};
use crate::report::html::page::{self, Part};
use crate::report::html::view::View;
use crate::text::capital::capital;
use crate::text::count::counted;

/// The ids of the sections, in the order of the description criteria.
const IDS: [&str; 9] = ["dc-1", "dc-2", "dc-3", "dc-4", "dc-5", "dc-6", "dc-7", "dc-8", "dc-9"];

/// How long an id may be that is never torn apart.
const UNTORN: usize = 16;

/// The description as a page.
pub(in crate::report) fn document(description: &Description<'_>) -> String {
    let view = View::of_plan(description.assessment);
    let readiness = Part { id: "readiness", title: "Can it be written", body: blocks(&readiness(description)) };
    let all = sections(description);
    let titles: Vec<String> =
        all.iter().map(|section| format!("{}: {}", section.criterion.id, section.criterion.title)).collect();
    let sections = all.iter().zip(IDS).zip(&titles).map(|((section, id), title)| Part {
        id,
        title,
        body: blocks(&written(&view, section, id)),
    });
    page::description(&view, std::iter::once(readiness).chain(sections).collect())
}

fn readiness(description: &Description<'_>) -> Vec<Block> {
    let rows = description.criteria().zip(IDS).map(|(of, id)| row(description, of, id));
    let columns =
        ["Description criterion", "State", "What the inventory holds", "What is missing, and where it belongs"];
    vec![
        Block::Words(strong(&text(&words::headline(description)))),
        said(&format!("{} A mark stands at each.", words::to_write(description))),
        Block::Table(Table {
            id: "criteria".to_owned(),
            caption: "The description criteria".to_owned(),
            columns: columns.map(Column::Words).into(),
            rows: rows.collect(),
        }),
        said(words::METHOD),
        Block::Words(prose(&description.asked.doubt)),
    ]
}

fn row(description: &Description<'_>, (criterion, judged): (&DescriptionCriterion, &Judged), id: &str) -> Vec<Markup> {
    let held = judged.parts.iter().filter_map(words::held).map(|held| text(&capital(&held)));
    let missing =
        judged.missing().map(|missing| prose(&capital(&words::missing(missing, description.assessment.sources))));
    vec![
        joined([link(id, &whole(&criterion.id)), text(&criterion.title)], " "),
        state(judged.state()),
        joined(held, "<br>"),
        joined(missing, "<br>"),
    ]
}

fn state(state: DescriptionState) -> Markup {
    let look = match state {
        DescriptionState::Writable => "ok",
        DescriptionState::Partly => "part",
        DescriptionState::NotWritable => "gap",
        DescriptionState::NotAsked => "na",
    };
    looking_like(look, state.plain())
}

fn written(view: &View<'_>, section: &Section<'_>, id: &'static str) -> Vec<Block> {
    let judged = section.judged;
    let state = capital(judged.state().plain());
    let to_write = match judged.to_write() {
        0 => String::new(),
        many => format!("; {}", counted(many, "place to write", "places to write")),
    };
    let told = [text(&section.criterion.asks), strong(&text(&format!("{state}{to_write}.")))];
    let mut all = vec![Block::Words(joined(told, " "))];
    let mut tables = 0;
    for block in &section.blocks {
        all.extend(match block {
            Written::Heading(title) => Some(heading(section, title)),
            Written::Words(words) => Some(Block::Words(prose(words))),
            Written::Said(words, place) => {
                Some(Block::Words(joined([text(words), Safe(format!("({})", view.place(*place).0))], " ")))
            }
            Written::ToWrite(what) => Some(Block::Words(mark(what))),
            Written::Table(table) => {
                tables += 1;
                Some(Block::Table(table_of(view, table, format!("{id}-{tables}"))))
            }
            // A browser draws no chart of Mermaid's, and the table tells the same.
            Written::Flows => None,
        });
    }
    all
}

/// A heading within a section; no two of a page are called alike, so its own words make its id.
fn heading(section: &Section<'_>, title: &str) -> Block {
    let part = section.judged.parts.iter().find(|part| capital(&part.subject.plain()) == title);
    Block::Heading(part.map_or("part", |part| part.subject.word()), title.to_owned())
}

/// A place to write, marked.
fn mark(what: &str) -> Markup {
    Safe(format!("<mark>[{}{}]</mark>", words::TO_WRITE, prose(what).0))
}

/// An id, which on paper too is torn apart only where it is long.
fn short(id: &str) -> Markup {
    let shown = code(id);
    if id.chars().count() > UNTORN { shown } else { Safe(format!("<span class=\"nw\">{}</span>", shown.0)) }
}

fn table_of(view: &View<'_>, table: &WrittenTable, id: String) -> Table {
    let cell = |cell: &Cell| match cell {
        Cell::Text(words) => text(words),
        Cell::Whole(word) if word.is_empty() => text(word),
        Cell::Whole(word) => whole(word),
        Cell::Ids(ids) => some(ids.iter().map(|id| short(id))),
        Cell::Named(id, name) => joined([short(id), text(name)], " "),
        Cell::Source(place) => view.place(*place),
    };
    Table {
        id,
        caption: table.caption.clone(),
        columns: table.columns.iter().map(|name| Column::Words(name)).collect(),
        rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
    }
}
