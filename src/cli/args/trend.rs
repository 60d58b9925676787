//! What `gapcheck trend` understands.

use clap::Args;

use crate::cli::args::Source;
use crate::cli::values;
use crate::model::date::Date;
use crate::model::trend::Every;
use crate::report::trend::TREND_FORMATS;

const EXIT_STATUS: &str = "\
Exit status: 0 done, also where revisions could not be assessed, which are listed; 2 nothing could be told (bad usage, no git, \
no history, no revision that can be assessed).";

/// `gapcheck trend`.
#[derive(Args, Debug)]
#[command(after_help = EXIT_STATUS)]
pub struct Trend {
    /// Whose history to read.
    #[command(flatten)]
    pub source: Source,

    /// Judge every revision as of one day, such as 2026-11-22 [default: each as of the day it was committed]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,

    /// Leave out what was committed before a day
    #[arg(long, value_name = "DATE")]
    pub since: Option<Date>,

    /// Leave out what was committed after a day
    #[arg(long, value_name = "DATE")]
    pub until: Option<Date>,

    /// Take the last revision of each day, week or month alone
    #[arg(long, value_name = "TIME", value_parser = values::steps())]
    pub every: Option<Every>,

    /// Take the newest so many revisions alone
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub max: Option<u32>,

    /// Leave out what stands on the disk and is not committed
    #[arg(long)]
    pub committed: bool,

    /// Take every file that the inventory names as there and unaltered, for evidence that is kept outside git
    #[arg(long)]
    pub assume_files: bool,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::formats(TREND_FORMATS))]
    pub format: String,

    /// Also write a file; the format comes from the extension, or say NAME=FILE. Can be repeated
    #[arg(short, long, value_name = "[NAME=]FILE")]
    pub output: Vec<String>,
}
