//! Cells that are merged: what stands in one counts for every row it spans.

use std::collections::BTreeSet;

use calamine::Dimensions;

use crate::import::workbook::budget::Budget;
use crate::import::workbook::cells::Rows;

/// The rows whose only text is laid over several columns: titles within a table.
#[must_use]
pub fn titles(rows: &Rows, merged: &[Dimensions]) -> BTreeSet<u32> {
    let wide = merged.iter().filter(|region| region.start.1 < region.end.1);
    wide.filter(|region| {
        let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count();
        rows.get(&region.start.0).is_some_and(|row| filled(row) == 1 && !cell(row, region.start.1).is_empty())
    })
    .map(|region| region.start.0)
    .collect()
}

/// Writes what stands in a merged cell into every row it spans in which something else stands.
///
/// # Errors
///
/// What there is too much of.
pub fn fill(rows: &mut Rows, merged: &[Dimensions], budget: &mut Budget) -> Result<(), String> {
    for region in merged.iter().filter(|region| region.start.0 < region.end.0) {
        let (first, column) = region.start;
        let text = rows.get(&first).map_or("", |row| cell(row, column)).to_owned();
        let Ok(column) = usize::try_from(column) else { continue };
        if text.is_empty() {
            continue;
        }
        for (_, row) in rows.range_mut(first + 1..=region.end.0) {
            let wider = (column + 1).saturating_sub(row.len());
            // Each visit counts, so that regions laid over each other come to an end.
            budget.take(wider.max(1), text.len())?;
            row.resize_with(row.len() + wider, String::new);
            if let Some(place) = row.get_mut(column).filter(|place| place.is_empty()) {
                place.clone_from(&text);
            }
        }
    }
    Ok(())
}

fn cell(row: &[String], column: u32) -> &str {
    usize::try_from(column).ok().and_then(|column| row.get(column)).map_or("", String::as_str)
}
