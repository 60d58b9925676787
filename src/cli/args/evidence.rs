//! `gapcheck evidence` and its commands as types.

use clap::{Args, Subcommand};

use crate::cli::args::Source;
use crate::cli::values;
use crate::model::date::Date;
use crate::model::duration::Duration;

const EXIT_DUE: &str = "\
Exit status: 0 done, and the gate (if any) holds; 1 the gate failed; 2 could not say (bad usage, bad input, unreadable file).";

/// `gapcheck evidence`.
#[derive(Args, Debug)]
pub struct Evidence {
    /// What to do with the evidence
    #[command(subcommand)]
    pub command: EvidenceCommand,
}

/// What can be done with the evidence of an inventory.
#[derive(Debug, Subcommand)]
pub enum EvidenceCommand {
    /// What has to be collected or renewed in the days ahead, and what is overdue, by owner and date
    Due(Due),
}

/// `gapcheck evidence due`.
#[derive(Args, Debug)]
#[command(after_help = EXIT_DUE)]
pub struct Due {
    /// What to look at.
    #[command(flatten)]
    pub source: Source,

    /// How far to look ahead, such as 2w or 3mo
    #[arg(long, value_name = "DURATION", default_value = "30d")]
    pub within: Duration,

    /// Show only what somebody answers for, by id or by name
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::due_formats())]
    pub format: String,

    /// Also write a file; the format comes from the extension, or say NAME=FILE. Can be repeated
    #[arg(short, long, value_name = "[NAME=]FILE")]
    pub output: Vec<String>,

    /// The day to look from, such as 2026-11-22 [default: today]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,

    /// Fail (exit 1) when something is overdue
    #[arg(long)]
    pub fail_on_overdue: bool,

    /// Fail (exit 1) when something is overdue or falls due within this time; looks at least as far ahead
    #[arg(long, value_name = "DURATION")]
    pub fail_within: Option<Duration>,
}
