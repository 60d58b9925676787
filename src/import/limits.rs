//! How much of a foreign file is read: sizes in one place.
//!
//! The control matrices we met have a few hundred rows and up to eighty columns. The limits lie far above what
//! people keep by hand, and low enough that a file made to do harm is refused before it fills the memory.

/// The largest file that is read, in bytes. The command line refuses a larger one before it reads it.
pub const FILE: u64 = 64 * 1024 * 1024;
/// The rows of a table: more controls than the inventory format is measured for.
pub const ROWS: usize = 200_000;
/// The columns of a table.
pub const COLUMNS: usize = 1_000;
/// The cells of a file, those that are empty included, since each takes its place in memory.
pub const CELLS: usize = 5_000_000;
/// The bytes that all parts of a packed file may unpack to, and that the cells of a workbook may hold together: one text that
/// stands once in a file can be named by every cell.
pub const UNPACKED: u64 = 256 * 1024 * 1024;
/// How many times larger than packed a part may be; those of the workbooks we met are at most eight times as large.
pub const RATIO: u64 = 200;
/// From which unpacked size on the ratio counts: a small part that packs well does no harm.
pub const RATIO_FROM: u64 = 10 * 1024 * 1024;
/// The sheets of a workbook.
pub const SHEETS: usize = 500;
/// The bytes that reading all sheets may take together. Several sheets may name one part, so this is more than the parts hold.
pub const SHEET_BYTES: u64 = 4 * UNPACKED;
/// The front matter of a page, in bytes: more is no front matter.
pub const FRONT_MATTER: usize = 64 * 1024;
/// The bytes that the values of a front matter may hold together, aliases written out.
pub const FRONT_MATTER_VALUES: usize = 1024 * 1024;
/// The width to which a heading of a page is cut where it names a table, since one can stand above thousands.
pub const HEADING: usize = 120;
/// How many faults of one sort are told one by one; the others are counted.
pub const TOLD: usize = 50;

/// What to do about a table that is too large.
pub const SPLIT: &str = "split it into several files; they can be imported together or one after the other";

/// Whether a table of so many rows and columns is read.
#[must_use]
pub const fn fits(rows: usize, columns: usize) -> bool {
    rows <= ROWS && columns <= COLUMNS && rows.saturating_mul(columns) <= CELLS
}
