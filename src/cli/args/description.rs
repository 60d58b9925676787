//! What `gapcheck description` understands.

use clap::Args;

use crate::cli::args::{Basis, Source};
use crate::cli::values;
use crate::model::description::DescriptionState;
use crate::report::description::DESCRIPTION_FORMATS;

/// `gapcheck description`.
#[derive(Args, Debug)]
pub struct Description {
    /// What to describe.
    #[command(flatten)]
    pub source: Source,

    /// The day and the wording.
    #[command(flatten)]
    pub basis: Basis,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::formats(DESCRIPTION_FORMATS))]
    pub format: String,

    /// Also write a file; the format comes from the extension, or say NAME=FILE. Can be repeated
    #[arg(short, long, value_name = "[NAME=]FILE")]
    pub output: Vec<String>,

    /// Fail (exit 1) when a description criterion is not writable, or with `partly` when one is not wholly writable
    #[arg(long, value_name = "STATE", value_parser = values::description_gates())]
    pub fail_on: Option<DescriptionState>,
}
