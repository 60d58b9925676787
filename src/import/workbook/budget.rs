//! How much of a workbook has been taken in, held against the limits.

use crate::import::limits;

/// What was taken in so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Budget {
    cells: usize,
    text: usize,
}

impl Budget {
    /// Takes in some cells and some bytes of text; what it comes to where that is too much.
    ///
    /// # Errors
    ///
    /// What there is too much of.
    pub fn take(&mut self, cells: usize, text: usize) -> Result<(), String> {
        self.cells = self.cells.saturating_add(cells);
        self.text = self.text.saturating_add(text);
        if self.cells > limits::CELLS {
            return Err(format!("the workbook has more than {} cells", crate::text::count::number(limits::CELLS)));
        }
        if u64::try_from(self.text).unwrap_or(u64::MAX) > limits::UNPACKED {
            return Err(format!("the cells hold more than {} MB of text", limits::UNPACKED / 1024 / 1024));
        }
        Ok(())
    }
}
