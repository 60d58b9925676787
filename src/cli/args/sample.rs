//! What `gapcheck sample` understands.

use std::path::PathBuf;

use clap::Args;

use crate::cli::values;
use crate::model::date::Date;
use crate::report::sample::SAMPLE_FORMATS;

const EXIT_SAMPLE: &str = "\
Items are ranked by the SHA-256 of the seed, a colon and their id; those that rank first are drawn. Try it: \
printf '%s:%s' SEED ID | sha256sum

Exit status: 0 drawn, or recorded; 2 could not (bad usage, bad input, a worksheet that is unfinished or of another sample), \
and nothing is written.";

/// `gapcheck sample`.
#[derive(Args, Debug)]
#[command(after_help = EXIT_SAMPLE)]
pub struct Sample {
    /// The id of the control to be tested
    #[arg(value_name = "CONTROL")]
    pub control: String,

    /// The inventory: a file or a folder
    #[arg(short, long, value_name = "INVENTORY", required = true)]
    pub inventory: Vec<PathBuf>,

    /// The list of all items the control applied to: CSV, XLSX, JSON, Markdown, or a text with an id on each line
    #[arg(long, value_name = "FILE")]
    pub population: PathBuf,

    /// How the list is read.
    #[command(flatten)]
    pub reading: Reading,

    /// How many items to draw [default: by the frequency and the risk of the control]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), conflicts_with = "record")]
    pub size: Option<u32>,

    /// Where the drawing begins [default: a number that follows from the population and the control, so that nobody chooses it]
    #[arg(long, value_name = "N", conflicts_with = "record")]
    pub seed: Option<u32>,

    /// Where the list came from, such as 'Okta user export' [default: the name of the file]
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,

    /// The day the list was taken
    #[arg(long, value_name = "DATE")]
    pub retrieved: Option<Date>,

    /// Who tests: an id of `people` where the inventory lists them
    #[arg(long, value_name = "ID")]
    pub by: Option<String>,

    /// The day of the test [default when it is recorded: that of the worksheet, else today]
    #[arg(long, value_name = "DATE")]
    pub date_of_test: Option<Date>,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::formats(SAMPLE_FORMATS), conflicts_with = "record")]
    pub format: String,

    /// Also write a file, such as a worksheet to fill in: worksheet.csv, .xlsx or .md; the format comes from the extension, or
    /// say NAME=FILE. Can be repeated
    #[arg(short, long, value_name = "[NAME=]FILE", conflicts_with = "record")]
    pub output: Vec<String>,

    /// Bring a filled-in worksheet into the inventory as a test of operation; comments and layout stay as they are
    #[arg(long, value_name = "WORKSHEET")]
    pub record: Option<PathBuf>,

    /// The list was checked to be complete, such as against a second source
    #[arg(long, requires = "record")]
    pub reconciled: bool,
}

/// How a list is read. A worksheet that is recorded says it itself.
#[derive(Args, Debug)]
pub struct Reading {
    /// The column of ids [default: by its heading, or the first with another value in every row]
    #[arg(long, value_name = "COLUMN", conflicts_with = "record")]
    pub id: Option<String>,

    /// The column of days by which the list is kept to the period
    #[arg(long, value_name = "COLUMN", conflicts_with = "record")]
    pub date: Option<String>,

    /// The sheet or the table to read, where the file has several
    #[arg(long, value_name = "NAME", conflicts_with = "record")]
    pub sheet: Option<String>,

    /// The time the list is to be of, such as 2026-07-01..2026-09-30 [default: the observation period]
    #[arg(long, value_name = "DAY..DAY", value_parser = values::period, conflicts_with = "record")]
    pub period: Option<(Date, Date)>,
}
