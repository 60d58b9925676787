//! The control matrix: criterion by control, with evidence, occurrences, tests and what was concluded of each.
//!
//! It is the page an auditor begins with. [`row`] works out what stands in it once; a format is a function from that to
//! text.

pub mod cell;
pub(super) mod csv;
mod markdown;
pub mod row;
mod terminal;

use crate::model::catalog::Catalog;
use crate::report::format;
use crate::report::format::FormatOf;
use crate::report::matrix::row::Matrix;

/// A format of the matrix.
///
/// Its text is laid out for a width where the format has one.
pub type MatrixFormat = FormatOf<fn(&Matrix<'_>, usize) -> String>;

/// Every format of the matrix, in the order of the help; the first is the default.
pub static MATRIX_FORMATS: &[&MatrixFormat] = &[&terminal::FORMAT, &markdown::FORMAT, &csv::FORMAT];

/// The format of a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static MatrixFormat> {
    format::by_name(MATRIX_FORMATS, name)
}

/// The criteria that ids stand for, as positions in the catalog: criteria, series, families, names of categories.
///
/// # Errors
///
/// For ids that do not exist: a line each, with what its writer probably means.
pub fn chosen(catalog: &Catalog, ids: &[String]) -> Result<Vec<usize>, String> {
    crate::report::criteria::positions(catalog, ids)
}
