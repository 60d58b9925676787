//! What `gapcheck map` understands.

use clap::Args;

use crate::cli::args::Source;
use crate::cli::values;
use crate::propose::accept::Choice;
use crate::report::propose::PROPOSE_FORMATS;

/// `gapcheck map`.
#[derive(Args, Debug)]
pub struct Map {
    /// For what criteria are proposed.
    #[command(flatten)]
    pub source: Source,

    /// Propose criteria for controls that name some too, as a second opinion
    #[arg(long)]
    pub all: bool,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::formats(PROPOSE_FORMATS))]
    pub format: String,

    /// Also write a file; the format comes from the extension, or say NAME=FILE. Can be repeated
    #[arg(short, long, value_name = "[NAME=]FILE")]
    pub output: Vec<String>,

    /// Put what is taken into the inventory; comments and layout stay as they are
    #[arg(long)]
    pub write: bool,

    /// Take proposals of this confidence or above, for controls that name no criterion
    #[arg(long, value_name = "PERCENT", default_value_t = 70, value_parser = clap::value_parser!(u8).range(0..=100))]
    pub at_least: u8,

    /// Take these criteria for a control, whatever their confidence: AC-02=CC6.3 or AC-02=CC6.2,CC6.3/periodic-review. Can
    /// be repeated
    #[arg(long, value_name = "ID=CRITERION,…", value_parser = values::choice)]
    pub accept: Vec<Choice>,
}
