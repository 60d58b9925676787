//! The control matrix as CSV: the table that `gapcheck matrix` prints, beside the others of an assessment.

use crate::model::assessment::Assessment;
use crate::report::format::Content;
use crate::report::matrix::csv;
use crate::report::matrix::row::Matrix;
use crate::report::{Format, Options};

/// The format `csv-matrix`.
pub static FORMAT: Format = Format {
    name: "csv-matrix",
    extension: "csv",
    summary: "the control matrix, a row for each criterion and control",
    styled: false,
    render,
};

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    (csv::FORMAT.render)(&Matrix::of(assessment, None), options.width).into()
}
