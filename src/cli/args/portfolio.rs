//! What `gapcheck portfolio` understands.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

use crate::cli::args::Basis;
use crate::cli::values;
use crate::model::level::Level;
use crate::model::portfolio::Order;
use crate::report::FORMATS;
use crate::report::portfolio::PORTFOLIO_FORMATS;

const EXIT_STATUS: &str = "\
Exit status: 0 done, and the gate (if any) holds for all; 1 the gate failed for some; 2 some could not be assessed, or some \
report not be written (the table stands all the same), or nothing could be done at all.";

/// `gapcheck portfolio`.
#[derive(Args, Debug)]
#[command(after_help = EXIT_STATUS)]
pub struct Portfolio {
    /// The folder of the inventories: each .yaml or .yml file directly in it is one organisation's, and so is each folder
    /// directly in it that holds such files. What lies deeper is not looked for
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,

    /// The day and the wording.
    #[command(flatten)]
    pub basis: Basis,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal",
        value_parser = values::formats(PORTFOLIO_FORMATS))]
    pub format: String,

    /// Also write a file; the format comes from the extension, or say NAME=FILE. Can be repeated
    #[arg(short, long, value_name = "[NAME=]FILE")]
    pub output: Vec<String>,

    /// In which order: `risk`, those with the worst open gaps first, or `name`
    #[arg(long, value_name = "ORDER", default_value = "risk", value_parser = values::orders())]
    pub sort: Order,

    /// Fail (exit 1) when any organisation has a gap of this level or above open
    #[arg(long, value_name = "LEVEL", value_parser = values::levels())]
    pub fail_on: Option<Level>,

    /// Also write a report for each organisation to this folder, which holds nothing of any other
    #[arg(long, value_name = "OUTDIR")]
    pub reports: Option<PathBuf>,

    /// The format of those reports, any that `assess` has [default: that of --format, or html]. Can be repeated
    #[arg(long, value_name = "NAME", requires = "reports", hide_possible_values = true,
        value_parser = values::formats(FORMATS))]
    pub report_format: Vec<String>,

    /// How many inventories to assess at once [default: as many as there are processors]
    #[arg(short, long, value_name = "COUNT")]
    pub jobs: Option<NonZeroUsize>,
}
