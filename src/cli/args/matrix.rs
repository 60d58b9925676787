//! What `gapcheck matrix` understands.

use clap::Args;

use crate::cli::args::{Basis, Source};
use crate::cli::values;
use crate::model::words::Category;

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
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::matrix_formats())]
    pub format: String,

    /// Narrow it to a criterion such as CC6.1, or a series such as CC6. Can be repeated
    #[arg(long, value_name = "ID")]
    pub criterion: Vec<String>,

    /// Narrow the selection to a category of the inventory's scope. Can be repeated
    #[arg(long, value_name = "NAME", value_parser = values::categories())]
    pub category: Vec<Category>,
}
