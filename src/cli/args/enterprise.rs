//! What `gapcheck enterprise` understands.

use clap::Args;

use crate::cli::args::{Basis, EXIT_STATUS, Source};
use crate::cli::values;
use crate::model::enterprise::FailOn;
use crate::report::enterprise::ENTERPRISE_FORMATS;

/// `gapcheck enterprise`.
#[derive(Args, Debug)]
#[command(after_help = EXIT_STATUS)]
pub struct Enterprise {
    /// What to answer from.
    #[command(flatten)]
    pub source: Source,

    /// The day and the wording.
    #[command(flatten)]
    pub basis: Basis,

    /// Only the questions of a theme, such as access. Can be repeated
    #[arg(long, value_name = "NAME")]
    pub theme: Vec<String>,

    /// Only questions that are not supported yet
    #[arg(long, conflicts_with = "for_buyers")]
    pub unanswered: bool,

    /// What may be sent: answers that are supported, the rest to be answered by hand, and no gaps, owners or paths
    #[arg(long)]
    pub for_buyers: bool,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::formats(ENTERPRISE_FORMATS))]
    pub format: String,

    /// Also write a file; the format comes from the extension, or say NAME=FILE. Can be repeated
    #[arg(short, long, value_name = "[NAME=]FILE")]
    pub output: Vec<String>,

    /// Fail (exit 1) when a document that is asked for is missing; with out-of-date also when one is not in date, whole and
    /// approved
    #[arg(long, value_name = "STATE", value_parser = values::fail_on())]
    pub fail_on: Option<FailOn>,
}
