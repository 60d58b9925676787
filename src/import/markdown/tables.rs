//! The tables of a page as tables of an import, those with the same headings as one.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::id;
use crate::import::limits;
use crate::import::markdown::blocks::{Block, Grid};
use crate::import::markdown::lines::Lines;
use crate::import::table::{Heading, Row, Table};
use crate::source::file::Place;
use crate::source::problem::{Problem, Problems};
use crate::text::wrap::truncate;

/// A table where it stands.
#[derive(Clone, Debug)]
pub struct Placed<'a> {
    /// The headings above it, from the highest.
    pub path: Vec<&'a str>,
    /// Where the lowest of those stands that begins with an id.
    pub under: Option<Place>,
    /// The table.
    pub grid: &'a Grid,
}

impl Placed<'_> {
    /// The id and the title in the lowest heading above it that has them.
    #[must_use]
    pub fn id(&self) -> Option<(&str, &str)> {
        self.path.iter().rev().find_map(|heading| id::and_title(heading))
    }
}

/// The tables of a page in order, each with the headings above it.
#[must_use]
pub fn placed(blocks: &[Block]) -> Vec<Placed<'_>> {
    let mut open: Vec<(usize, &str, Place)> = Vec::new();
    let mut placed = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { level, text, place } => {
                open.retain(|(above, ..)| above < level);
                open.push((*level, text, *place));
            }
            Block::Table(grid) => placed.push(Placed {
                path: open.iter().map(|(_, text, _)| *text).collect(),
                under: open.iter().rev().find(|(_, text, _)| id::and_title(text).is_some()).map(|(.., place)| *place),
                grid,
            }),
            _ => {}
        }
    }
    placed
}

/// Tells of the rows in which more cells stand than there are headings: they would be lost.
pub fn check(placed: &[Placed<'_>], text: &str, problems: &mut Problems) {
    for (place, cells) in placed.iter().flat_map(|placed| &placed.grid.rows) {
        let range = usize::try_from(place.start).unwrap_or(0)..usize::try_from(place.end).unwrap_or(0);
        let written = written(text.get(range).unwrap_or(""));
        if written > cells.len() {
            let headings = crate::text::count::count(cells.len(), "heading");
            problems.add(
                Problem::at(*place, format!("the row has {written} cells, the table {headings}"))
                    .help("write a `|` that belongs to a text as `\\|`"),
            );
        }
    }
}

/// How many cells a line of a table is written with.
fn written(line: &str) -> usize {
    let line = line.trim();
    let inner = line.strip_prefix('|').unwrap_or(line);
    let mut bars = 0;
    let mut escaped = false;
    for c in inner.chars() {
        bars += usize::from(c == '|' && !escaped);
        escaped = c == '\\' && !escaped;
    }
    let closed = inner.ends_with('|') && !inner.ends_with("\\|");
    bars + usize::from(!closed)
}

/// The tables, those with the same headings put together. A table that stands under a heading with an id gets a column of that
/// id, unless the heading is a control of its own: its place is among those then.
#[must_use]
pub fn tables(placed: &[Placed<'_>], controls: &BTreeSet<Place>, lines: &mut Lines<'_>) -> Vec<Table> {
    let mut all: Vec<(Vec<&str>, Table)> = Vec::new();
    let mut known: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for one in placed {
        let table = table(one, controls, lines);
        if table.rows.is_empty() {
            continue;
        }
        let headings = table.columns.iter().map(|heading| heading.text.clone()).collect();
        let at = *known.entry(headings).or_insert(all.len());
        match all.get_mut(at) {
            Some((path, other)) => {
                let shared = path.iter().zip(&one.path).take_while(|(a, b)| a == b).count();
                path.truncate(shared);
                other.rows.extend(table.rows);
            }
            None => all.push((one.path.clone(), table)),
        }
    }
    all.into_iter().map(|(path, table)| Table { part: part(&path), ..table }).collect()
}

/// The headings above a table in one line.
#[must_use]
pub fn part(path: &[&str]) -> Option<String> {
    let cut: Vec<String> = path.iter().map(|heading| truncate(heading, limits::HEADING)).collect();
    (!cut.is_empty()).then(|| cut.join(" > "))
}

fn table(placed: &Placed<'_>, controls: &BTreeSet<Place>, lines: &mut Lines<'_>) -> Table {
    let mut columns: Vec<Heading> = placed.grid.head.iter().map(|text| heading(text)).collect();
    let described = placed.under.is_some_and(|heading| controls.contains(&heading));
    let above = placed.id().filter(|(id, _)| !described && !names(placed.grid, id)).map(|(id, _)| id);
    if let Some(id) = above {
        columns.insert(0, heading(if id::is_criterion(id) { "criteria" } else { "control" }));
    }
    let mut carried = "";
    let mut rows = Vec::new();
    for (place, cells) in placed.grid.rows.iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())) {
        let mut cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        if let Some(first) = cells.first_mut() {
            // A first column of ids is often written once for the rows that belong to one.
            if first.is_empty() {
                *first = carried;
            } else {
                let is_short = first.len() <= limits::HEADING;
                let is_id = id::and_title(first).is_some() || id::is_series(first);
                carried = if is_short && is_id { first } else { "" };
            }
        }
        let cells = above.into_iter().chain(cells).map(values).collect();
        rows.push(Row { at: lines.at(*place), place: Some(*place), cells });
    }
    Table { part: None, columns, rows }
}

/// Whether an id stands in the first cells of a table, which then tells itself what its rows belong to.
#[must_use]
pub fn names(grid: &Grid, id: &str) -> bool {
    grid.rows.iter().any(|(_, cells)| cells.iter().take(2).any(|cell| cell.contains(id)))
}

/// A heading of that text.
#[must_use]
pub fn heading(text: &str) -> Heading {
    Heading { text: text.to_owned(), field: None }
}

/// The values of a cell with that text.
#[must_use]
pub fn values(text: &str) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }
}
