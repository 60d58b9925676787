//! A sheet of a workbook: its lines with merged cells written out.

use std::io::Cursor;

use calamine::Xlsx;

use crate::import::grid::Line;
use crate::import::limits;
use crate::import::workbook::budget::Budget;
use crate::import::workbook::cells::Without;
use crate::import::workbook::{Refusal, cells, merged};

/// A sheet.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its lines that are not blank.
    pub lines: Vec<Line>,
    /// The cells of which nothing could be taken.
    pub without: Without,
}

/// Reads a sheet.
///
/// # Errors
///
/// It is damaged or too large.
pub fn read(
    workbook: &mut Xlsx<Cursor<Vec<u8>>>,
    name: &str,
    has_merged: bool,
    budget: &mut Budget,
) -> Result<Sheet, Refusal> {
    let mut cells = cells::read(workbook, name, budget)?;
    // Merged regions that cannot be read leave every cell where it stands.
    let regions = if has_merged { workbook.merge_cells_by_sheet_name(name).unwrap_or_default() } else { Vec::new() };
    let titles = merged::titles(&cells.rows, &regions);
    merged::fill(&mut cells.rows, &regions, budget).map_err(|message| Refusal {
        at: format!(", sheet {name}"),
        message,
        help: limits::SPLIT,
    })?;
    let line = |(row, cells)| Line {
        number: usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1),
        place: None,
        cells,
        title: titles.contains(&row),
    };
    Ok(Sheet { lines: cells.rows.into_iter().map(line).collect(), without: cells.without })
}
