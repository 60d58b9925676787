//! What `gapcheck import` understands.

use std::path::PathBuf;

use clap::Args;

use crate::cli::values;
use crate::report::import::IMPORT_FORMATS;

const EXAMPLES: &str = "\
Formats are told by what a file holds, never by its name: CSV with any separator, XLSX, YAML and JSON lists of controls, Markdown \
with front matter, tables or headings, OSCAL component definitions and SSPs, and as evidence and tests Prowler (OCSF and CSV), \
ASFF, SARIF and lists of what passed and failed.

Fields for --map: id, name, description, criteria, owner, status, frequency, kind, since, evidence-wanted, evidence, ignore.

Exit status: 0 written, or nothing new; 2 could not import (bad usage, bad input, nothing understood), and nothing is written.";

/// `gapcheck import`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Import {
    /// A file, a folder with all that lies in it, or - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,

    /// The inventory: a new file, or one that is brought up to date by id; - prints it
    #[arg(short, long, value_name = "FILE", default_value = "inventory.yaml")]
    pub output: PathBuf,

    /// Take a column for a field, such as --map 'Control Activity=description'. Can be repeated
    #[arg(long, value_name = "COLUMN=FIELD")]
    pub map: Vec<String>,

    /// A file that says which checks of a scanner speak for which controls
    #[arg(long, value_name = "FILE")]
    pub checks: Option<PathBuf>,

    /// The name of the organisation, for a new inventory
    #[arg(long, value_name = "NAME")]
    pub organization: Option<String>,

    /// The format to print what was understood in
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::formats(IMPORT_FORMATS))]
    pub format: String,

    /// Show what was understood and what would change, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}
