//! Workbooks of Excel: unpacked under limits, read sheet by sheet.

pub mod budget;
pub mod cells;
pub mod merged;
pub mod sheet;
pub mod unpack;
pub mod value;

/// Why a file is read no further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where in the file, in words, such as `, sheet Controls`; empty for the whole of it.
    pub at: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

impl Refusal {
    /// A fault of the whole file.
    #[must_use]
    pub fn whole(message: impl Into<String>, help: &'static str) -> Self {
        Self { at: String::new(), message: message.into(), help }
    }
}

/// What to do about a workbook that cannot be read.
pub const SAVE_AGAIN: &str = "open it in a spreadsheet program and save it again as .xlsx, or save the sheet as CSV";
