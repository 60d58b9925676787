//! `gapcheck evidence` and its commands as types.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::cli::args::{Basis, Source};
use crate::cli::values;
use crate::model::date::Date;
use crate::model::duration::Duration;
use crate::report::due::DUE_FORMATS;

const EXIT_DUE: &str = "\
Exit status: 0 done, and the gate (if any) holds; 1 the gate failed; 2 could not say (bad usage, bad input, unreadable file).";

const EXIT_LOCK: &str = "\
Exit status: 0 every file that is there is recorded as it is; 1 a file differs from its record, or could not be read; 2 \
could not lock (bad usage, bad input, unreadable inventory, no place to write).";

const EXIT_VERIFY: &str = "\
Exit status: 0 no file is altered, not there, outside or unreadable; 1 one is; 2 could not verify (bad usage, bad input, \
unreadable inventory).";

const EXIT_PACK: &str = "\
Exit status: 0 the binder is written; 2 it is not (bad usage, bad input, no place to write, a file that is named cannot be \
packed and --incomplete was not given).";

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
    /// Record the SHA-256 of every file the inventory names, in gapcheck.lock beside it
    Lock(Lock),
    /// Compare every file the inventory names with what was recorded of it
    Verify(Verify),
    /// Pack the files with an index, a manifest, the control matrix and the request list: the binder for the auditor
    Pack(Pack),
}

/// `gapcheck evidence lock`.
#[derive(Args, Debug)]
#[command(after_help = EXIT_LOCK)]
pub struct Lock {
    /// Whose files to lock.
    #[command(flatten)]
    pub source: Source,

    /// Record the new hash of a file that differs from its record. Can be repeated
    #[arg(long, value_name = "PATH", conflicts_with = "update_all")]
    pub update: Vec<String>,

    /// Record the new hash of every file that differs from its record
    #[arg(long)]
    pub update_all: bool,

    /// Drop what is recorded of files that the inventory no longer names
    #[arg(long)]
    pub prune: bool,

    /// Say what would be done, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `gapcheck evidence pack`.
#[derive(Args, Debug)]
#[command(after_help = EXIT_PACK)]
pub struct Pack {
    /// Whose files to pack.
    #[command(flatten)]
    pub source: Source,

    /// The archive to write; its name ends with .zip
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,

    /// Pack without files that are altered, not there, outside or unreadable; they are listed as not delivered
    #[arg(long)]
    pub incomplete: bool,

    /// The day and the wording.
    #[command(flatten)]
    pub basis: Basis,
}

/// `gapcheck evidence verify`.
#[derive(Args, Debug)]
#[command(after_help = EXIT_VERIFY)]
pub struct Verify {
    /// Whose files to verify.
    #[command(flatten)]
    pub source: Source,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal")]
    pub format: VerifyFormat,
}

/// How a verification is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum VerifyFormat {
    /// For people, in groups
    Terminal,
    /// For machines, version 1
    Json,
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
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::formats(DUE_FORMATS))]
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
