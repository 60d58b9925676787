//! What `gapcheck checklist` understands.

use clap::Args;

use crate::cli::args::{Basis, Source};
use crate::cli::values;
use crate::model::words::Category;
use crate::report::checklist::CHECKLIST_FORMATS;

/// `gapcheck checklist`.
#[derive(Args, Debug)]
pub struct Checklist {
    /// What to look at.
    #[command(flatten)]
    pub source: Source,

    /// The day and the wording.
    #[command(flatten)]
    pub basis: Basis,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::formats(CHECKLIST_FORMATS))]
    pub format: String,

    /// Also write a file; the format comes from the extension, or say NAME=FILE. Can be repeated
    #[arg(short, long, value_name = "[NAME=]FILE")]
    pub output: Vec<String>,

    /// Narrow the selection to a category of the inventory's scope. Can be repeated
    #[arg(long, value_name = "NAME", value_parser = values::categories())]
    pub category: Vec<Category>,
}
