//! What `gapcheck plan` understands.

use clap::Args;

use crate::cli::args::{Basis, Source};
use crate::cli::values;
use crate::model::words::Category;
use crate::report::plan::PLAN_FORMATS;

/// `gapcheck plan`.
#[derive(Args, Debug)]
pub struct Plan {
    /// What to plan for.
    #[command(flatten)]
    pub source: Source,

    /// The day and the wording.
    #[command(flatten)]
    pub basis: Basis,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::formats(PLAN_FORMATS))]
    pub format: String,

    /// Also write a file; the format comes from the extension, or say NAME=FILE. Can be repeated
    #[arg(short, long, value_name = "[NAME=]FILE")]
    pub output: Vec<String>,

    /// Show only what is to be begun or gone on with this week, Monday to Sunday
    #[arg(long)]
    pub this_week: bool,

    /// Show only what somebody has to do, by id or by name; `unassigned` for what is nobody's
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,

    /// Narrow the selection to a category of the inventory's scope. Can be repeated
    #[arg(long, value_name = "NAME", value_parser = values::categories())]
    pub category: Vec<Category>,
}
