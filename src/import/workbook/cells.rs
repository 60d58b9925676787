//! The cells of a sheet, as they come.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Xlsx};

use crate::import::grid::cell::letters;
use crate::import::limits;
use crate::import::workbook::budget::Budget;
use crate::import::workbook::value::{Value, value};
use crate::import::workbook::{Refusal, SAVE_AGAIN};

/// The rows of a sheet by their number from zero, each with its cells from the first column on.
pub type Rows = BTreeMap<u32, Vec<String>>;

/// The cells of a sheet.
#[derive(Debug, Default)]
pub struct Cells {
    /// The rows in which something stands.
    pub rows: Rows,
    /// The cells of which nothing could be taken.
    pub without: Without,
}

/// Cells of which nothing could be taken: which, what stands there, why not. The first are told, the others counted.
#[derive(Debug, Default)]
pub struct Without {
    /// The first.
    pub told: Vec<(String, String, &'static str)>,
    /// How many more there are.
    pub more: usize,
}

impl Without {
    fn add(&mut self, cell: String, what: String, why: &'static str) {
        if self.told.len() < limits::TOLD {
            self.told.push((cell, what, why));
        } else {
            self.more += 1;
        }
    }
}

/// How a cell is called, by its row and its column from zero: `C5`.
#[must_use]
pub fn called(row: u32, column: u32) -> String {
    format!("{}{}", letters(usize::try_from(column).unwrap_or(usize::MAX)), u64::from(row) + 1)
}

/// Reads the cells of a sheet.
///
/// # Errors
///
/// The sheet is damaged or too large.
pub fn read(workbook: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str, budget: &mut Budget) -> Result<Cells, Refusal> {
    let refusal = |message: String, help| Refusal { at: format!(", sheet {sheet}"), message, help };
    let mut reader = workbook
        .worksheet_cells_reader(sheet)
        .map_err(|_| refusal("its cells cannot be read, the sheet is damaged".to_owned(), SAVE_AGAIN))?;
    let mut cells = Cells::default();
    let mut last = "what stands there".to_owned();
    loop {
        let Ok(next) = reader.next_cell_with_formula_metadata() else {
            return Err(refusal(format!("{last} cannot be read, the sheet is damaged"), SAVE_AGAIN));
        };
        let Some(record) = next else { break };
        let (row, column) = record.pos;
        cells
            .take(record.pos, &record.value, record.formula.is_some(), budget)
            .map_err(|why| refusal(why, limits::SPLIT))?;
        last = format!("what follows cell {}", called(row, column));
    }
    Ok(cells)
}

impl Cells {
    fn take(&mut self, at: (u32, u32), data: &DataRef<'_>, formula: bool, budget: &mut Budget) -> Result<(), String> {
        let cell = || called(at.0, at.1);
        let text = match value(data) {
            Value::Text(_) if formula && *data == DataRef::Empty => {
                let why = "it is a formula without a stored value; open the workbook in a spreadsheet program and save it once";
                self.without.add(cell(), "a formula".to_owned(), why);
                return Ok(());
            }
            Value::Text(text) => text,
            Value::Error(error) => {
                self.without.add(cell(), error, "the formula in it came to an error");
                return Ok(());
            }
        };
        if text.is_empty() {
            return Ok(());
        }
        let column = usize::try_from(at.1).unwrap_or(usize::MAX);
        if column >= limits::COLUMNS {
            return Err(format!(
                "cell {} lies beyond the first {} columns",
                cell(),
                crate::text::count::number(limits::COLUMNS)
            ));
        }
        let row = self.rows.entry(at.0).or_default();
        let wider = (column + 1).saturating_sub(row.len());
        budget.take(wider, text.len())?;
        row.resize_with(row.len() + wider, String::new);
        if let Some(place) = row.get_mut(column) {
            *place = text;
        }
        if self.rows.len() > limits::ROWS {
            return Err(format!("the sheet has more than {} rows", crate::text::count::number(limits::ROWS)));
        }
        Ok(())
    }
}
