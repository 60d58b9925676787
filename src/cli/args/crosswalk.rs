//! What `gapcheck crosswalk` understands.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::Basis;
use crate::cli::values;
use crate::report::crosswalk::CROSSWALK_FORMATS;

/// `gapcheck crosswalk`.
#[derive(Args, Debug)]
pub struct Crosswalk {
    /// The framework: iso27001, nist-csf, nist-800-53, hipaa, gdpr, cis or pci-dss; without one, what there is
    #[arg(value_name = "FRAMEWORK")]
    pub framework: Option<String>,

    /// The inventory to lay the mapping over: a file, a folder or -; without one, the mapping itself
    #[arg(value_name = "INVENTORY")]
    pub inventory: Vec<PathBuf>,

    /// The day and the wording.
    #[command(flatten)]
    pub basis: Basis,

    /// Tell of a clause at length, such as A.5.15; or of all that begin so, such as A.5. Can be repeated
    #[arg(long, value_name = "ID")]
    pub clause: Vec<String>,

    /// Only clauses that a criterion such as CC6.1, or one of a series such as CC6, speaks to. Can be repeated
    #[arg(long, value_name = "ID")]
    pub criterion: Vec<String>,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::formats(CROSSWALK_FORMATS))]
    pub format: String,

    /// Also write a file; the format comes from the extension, or say NAME=FILE. Can be repeated
    #[arg(short, long, value_name = "[NAME=]FILE")]
    pub output: Vec<String>,
}
