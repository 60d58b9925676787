//! Pages in Markdown with front matter: one control each, unless the page itself lists controls.

use crate::import::file::File;
use crate::import::format::Format;
use crate::import::format::markdown::{holds, of};
use crate::import::markdown::front::{self, Split};
use crate::import::markdown::page::{Body, record};
use crate::import::markdown::walk::blocks;
use crate::import::table::Reading;
use crate::model::import::{LeftOut, Origin};
use crate::source::file::Place;
use crate::source::problem::Problems;

/// Markdown with front matter, which may lack the line that opens it. It is asked before YAML, as which it would be broken.
pub const FORMAT: Format = Format { name: "Markdown with front matter", read };

fn read(file: &File<'_>, problems: &mut Problems) -> Option<Reading> {
    let text = file.text?;
    let split = front::split(text)?;
    let values = front::read(file, text, &split, problems)?;
    let blocks = blocks(file.number, text.get(split.body..)?, split.body);
    let body = Body::read(file, &blocks, problems);
    if body.lists_controls() {
        let format = format!("Markdown, {}, {}", holds(&body), file.encoding);
        let why = "it tells of the page, which lists controls by ids of their own";
        let left_out = vec![left_out(file, "front matter".to_owned(), "the front matter", why)];
        return Some(Reading { format, left_out, ..of(body) });
    }
    let why = "the page is one record by its front matter, and the table names no ids";
    let unused = body.tables.iter().filter_map(|table| Some((table.rows.first()?.at.clone(), table.part.clone())));
    let left_out = unused.map(|(at, part)| {
        left_out(file, at, &part.map_or("a table".to_owned(), |part| format!("the table under {part}")), why)
    });
    Some(Reading {
        format: format!("Markdown with front matter, {}", file.encoding),
        left_out: left_out.collect(),
        tables: vec![record(values, &blocks, place(file, &split))],
        lists: Vec::new(),
        results: Vec::new(),
    })
}

/// The first line of the front matter.
fn place(file: &File<'_>, split: &Split) -> Place {
    let yaml = file.text.and_then(|text| text.get(split.yaml.clone())).unwrap_or("");
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let end = split.yaml.start + yaml.lines().next().unwrap_or("").len();
    Place { file: file.number, start: offset(split.yaml.start), end: offset(end) }
}

fn left_out(file: &File<'_>, at: String, what: &str, why: &str) -> LeftOut {
    LeftOut { origin: Origin { file: file.name.to_owned(), at }, what: what.to_owned(), why: why.to_owned() }
}
