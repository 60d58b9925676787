//! Pages in Markdown without front matter: tables, and headings that each begin a control.

use crate::import::file::File;
use crate::import::format::Format;
use crate::import::markdown::page::Body;
use crate::import::markdown::walk::blocks;
use crate::import::table::Reading;
use crate::source::problem::Problems;
use crate::text::count::{count, counted};
use crate::text::list;

/// Markdown.
pub const FORMAT: Format = Format { name: "Markdown", read };

fn read(file: &File<'_>, problems: &mut Problems) -> Option<Reading> {
    let text = file.text?;
    let mut faults = Problems::default();
    let body = Body::read(file, &blocks(file.number, text, 0), &mut faults);
    if body.is_empty() && faults.is_empty() {
        return None;
    }
    faults.sorted().into_iter().cloned().for_each(|problem| problems.add(problem));
    Some(Reading { format: format!("Markdown, {}, {}", holds(&body), file.encoding), ..of(body) })
}

/// What a page holds, in words: `34 headings with ids and 2 tables`.
pub(super) fn holds(body: &Body) -> String {
    let headings =
        body.headings.iter().map(|table| counted(table.rows.len(), "heading with an id", "headings with ids"));
    let tables = (!body.tables.is_empty()).then(|| count(body.tables.len(), "table"));
    let all = list::and(headings.chain(tables));
    if all.is_empty() { "nothing that is read".to_owned() } else { all }
}

/// The tables of a page.
pub(super) fn of(body: Body) -> Reading {
    Reading { tables: body.headings.into_iter().chain(body.tables).collect(), ..Reading::default() }
}
