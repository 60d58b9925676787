//! How high a row must be for all of its texts to be read: programs that open a workbook do not all work it out themselves.

use crate::report::xlsx::cell::{Cell, float};
use crate::text::wrap;

/// The greatest height of a row, in points.
pub(super) const MOST: f64 = 409.0;
/// The height of a line.
const LINE: f64 = 12.8;
/// What a cell has above and below its lines.
const MARGIN: f64 = 3.0;
/// How many letters of running text stand in the room of a digit.
const LETTERS: f64 = 1.15;

/// The height of a row of cells in columns of these widths.
pub(super) fn of(cells: &[Cell<'_>], widths: &[f64]) -> f64 {
    let lines = cells.iter().zip(widths).map(|(cell, width)| match cell {
        Cell::Text(text) => lines(text, *width),
        Cell::Empty | Cell::Number(_) | Cell::Day(_) => 1.0,
    });
    (lines.fold(1.0, f64::max) * LINE + MARGIN).min(MOST)
}

/// How many lines a text takes in so many characters.
pub(super) fn lines(text: &str, width: f64) -> f64 {
    let of = |line: &str| (float(wrap::width(line)) / (width * LETTERS)).ceil().max(1.0);
    text.split('\n').map(of).sum()
}
