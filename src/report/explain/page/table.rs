//! A table on a terminal: columns side by side where they fit, one below the other where they do not.

use crate::report::explain::page::Table;
use crate::report::explain::page::ink::{bold, paint};
use crate::text::escape;
use crate::text::wrap::{width as cells, wrap};

/// What stands between two columns.
const BETWEEN: &str = "  ";

/// The narrowest a last column may get before the table is stacked instead.
const NARROWEST: usize = 20;

/// Lays a table out for a width.
pub(super) fn lay_out(table: &Table, width: usize) -> String {
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| escape::terminal(cell).into_owned()).collect()).collect();
    let escaped = Table { columns: table.columns.clone(), rows };
    let widths: Vec<usize> = (0..escaped.columns.len()).map(|column| widest(&escaped, column)).collect();
    let Some((last, before)) = widths.split_last() else { return String::new() };
    let taken: usize = before.iter().map(|column| column + BETWEEN.len()).sum();
    let room = width.saturating_sub(taken);
    if room < NARROWEST.min(*last) { stacked(&escaped, width) } else { side_by_side(&escaped, before, room) }
}

fn widest(table: &Table, column: usize) -> usize {
    let heading = table.columns.get(column).map_or(0, |heading| cells(heading));
    table.rows.iter().filter_map(|row| row.get(column)).map(|cell| cells(cell)).fold(heading, usize::max)
}

fn side_by_side(table: &Table, before: &[usize], room: usize) -> String {
    let numeric: Vec<bool> = (0..table.columns.len()).map(|column| table.is_numeric(column)).collect();
    let heading = line(&table.columns, before, &numeric, room, usize::MAX);
    let rows = table.rows.iter().map(|row| line(row, before, &numeric, room, 0));
    std::iter::once(heading).chain(rows).collect::<Vec<_>>().join("\n")
}

/// One row; its last cell goes on below itself.
fn line(row: &[String], before: &[usize], numeric: &[bool], room: usize, in_bold: usize) -> String {
    let Some((last, first)) = row.split_last() else { return String::new() };
    let mut out = String::new();
    for ((cell, wide), number) in first.iter().zip(before).zip(numeric) {
        let pad = " ".repeat(wide.saturating_sub(cells(cell)));
        let cell = paint(cell, in_bold);
        let padded = if *number { format!("{pad}{cell}") } else { format!("{cell}{pad}") };
        out.push_str(&padded);
        out.push_str(BETWEEN);
    }
    let below = format!("\n{}", " ".repeat(before.iter().map(|wide| wide + BETWEEN.len()).sum()));
    out.push_str(&paint(&wrap(last, room, ""), in_bold).replace('\n', &below));
    out.trim_end().to_owned()
}

/// Each row as a paragraph: its first cell, then the others behind the names of their columns.
fn stacked(table: &Table, width: usize) -> String {
    let rows = table.rows.iter().map(|row| {
        let named = table.columns.iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty());
        let others = named.map(|(column, cell)| paint(&wrap(&format!("{column}: {cell}"), width, BETWEEN), 0));
        let first = row.first().map_or(String::new(), |cell| bold(cell, width));
        std::iter::once(first).chain(others).collect::<Vec<_>>().join("\n")
    });
    rows.collect::<Vec<_>>().join("\n\n")
}
