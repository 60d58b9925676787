//! What `gapcheck matrix` understands.

use clap::Args;

use crate::cli::args::{Basis, Source};
use crate::cli::values;
use crate::model::words::Category;
use crate::report::matrix::MATRIX_FORMATS;

/// `gapcheck matrix`.
#[derive(Args, Debug)]
pub struct Matrix {
    /// What to assess.
    #[command(flatten)]
    pub source: Source,

    /// The day and the wording.
    #[command(flatten)]
    pub basis: Basis,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::formats(MATRIX_FORMATS))]
    pub format: String,

    /// Also write a file; the format comes from the extension, or say NAME=FILE. Can be repeated
    #[arg(short, long, value_name = "[NAME=]FILE")]
    pub output: Vec<String>,

    /// Narrow it to a criterion such as CC6.1, or a series such as CC6. Can be repeated
    #[arg(long, value_name = "ID")]
    pub criterion: Vec<String>,

    /// Narrow the selection to a category of the inventory's scope. Can be repeated
    #[arg(long, value_name = "NAME", value_parser = values::categories())]
    pub category: Vec<Category>,
}
