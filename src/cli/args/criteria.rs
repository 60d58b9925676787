//! What `gapcheck criteria` understands.

use std::path::PathBuf;

use clap::Args;

use crate::cli::values;

/// `gapcheck criteria`.
#[derive(Args, Debug)]
pub struct Criteria {
    /// Criteria such as CC6.1, series such as CC6, categories such as privacy, points such as CC6.3/periodic-review
    #[arg(value_name = "ID")]
    pub ids: Vec<String>,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::criteria_formats())]
    pub format: String,

    /// Lay official wording over the catalog's own: a YAML mapping from ids to texts, for licensees of the standard
    #[arg(long, value_name = "FILE")]
    pub criteria_text: Option<PathBuf>,
}
