//! The matrix in Markdown, as a document of its own: a table for each series.

use crate::report::markdown::matrix::document;
use crate::report::matrix::MatrixFormat;
use crate::report::matrix::row::Matrix;

/// The format `markdown`.
pub(super) static FORMAT: MatrixFormat = MatrixFormat {
    name: "markdown",
    extension: "md",
    summary: "a table for each series, as GitHub shows it",
    styled: false,
    render,
};

fn render(matrix: &Matrix<'_>, _: usize) -> String {
    document(matrix)
}
