//! What `gapcheck diff` understands.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::{Basis, EXIT_STATUS};
use crate::cli::values;
use crate::model::date::Date;
use crate::model::level::Level;
use crate::report::diff::DIFF_FORMATS;

/// `gapcheck diff`.
#[derive(Args, Debug)]
#[command(after_help = EXIT_STATUS)]
pub struct Diff {
    /// What was: a file, a folder whose .yaml and .yml files together make one inventory, the JSON result of an assessment,
    /// or - for standard input
    #[arg(value_name = "OLD")]
    pub old: PathBuf,

    /// What is: the same
    #[arg(value_name = "NEW")]
    pub new: PathBuf,

    /// The day both are assessed on, and the wording. A JSON result keeps its own day.
    #[command(flatten)]
    pub basis: Basis,

    /// The day OLD is assessed on, such as 2026-08-22, to see what time does [default: the day of NEW]
    #[arg(long, value_name = "DATE")]
    pub old_as_of: Option<Date>,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::formats(DIFF_FORMATS))]
    pub format: String,

    /// Also write a file; the format comes from the extension, or say NAME=FILE. Can be repeated
    #[arg(short, long, value_name = "[NAME=]FILE")]
    pub output: Vec<String>,

    /// Fail (exit 1) when a gap that is new or worsened stands open at this level or above
    #[arg(long, value_name = "LEVEL", value_parser = values::levels())]
    pub fail_on: Option<Level>,

    /// Compare even where the two have nothing to do with each other
    #[arg(long)]
    pub anyway: bool,
}
