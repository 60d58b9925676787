//! The command line as types, and nothing else.

mod checklist;
mod criteria;
mod crosswalk;
mod description;
mod diff;
mod enterprise;
pub mod evidence;
mod import;
mod init;
mod map;
mod matrix;
mod pages;
mod plan;
mod portfolio;
mod sample;
mod trend;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::cli::args::evidence::Evidence;
use crate::cli::values;
use crate::model::date::Date;
use crate::model::level::Level;
use crate::model::words::Category;
use crate::report::FORMATS;

pub use crate::cli::args::checklist::Checklist;
pub use crate::cli::args::criteria::Criteria;
pub use crate::cli::args::crosswalk::Crosswalk;
pub use crate::cli::args::description::Description;
pub use crate::cli::args::diff::Diff;
pub use crate::cli::args::enterprise::Enterprise;
pub use crate::cli::args::import::Import;
pub use crate::cli::args::init::{Init, InitAnswers};
pub use crate::cli::args::map::Map;
pub use crate::cli::args::matrix::Matrix;
pub use crate::cli::args::pages::{Completions, Man, Schema, SchemaOf};
pub use crate::cli::args::plan::Plan;
pub use crate::cli::args::portfolio::Portfolio;
pub use crate::cli::args::sample::{Reading, Sample};
pub use crate::cli::args::trend::Trend;

const EXIT_STATUS: &str = "\
Exit status: 0 done, and the gate (if any) holds; 1 the gate failed; 2 could not assess (bad usage, bad input, unreadable \
file, nothing left in scope).";

/// How far is a service organisation from a SOC 2 report, what to fix first, and why
#[derive(Debug, Parser)]
#[command(name = "gapcheck", version, propagate_version = true, after_help = EXIT_STATUS, max_term_width = 100)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub command: Command,

    /// When to colour what is printed
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    pub color: Color,
}

/// When to colour what is printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set; also in a pipe when `CLICOLOR_FORCE` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a first inventory from a few answers; every control begins as planned
    Init(Init),
    /// Import controls, evidence and tests from spreadsheets, lists, documents, scanners
    Import(Import),
    /// Propose criteria for controls that name none, with reasons
    Map(Map),
    /// Assess an inventory: verdicts, gaps, risks, what to do
    Assess(Assess),
    /// Check an inventory for problems, and do no more
    Check(Check),
    /// Print the plan: what to do, who, by when, and can the promised date hold
    Plan(Plan),
    /// Print how far the assessment has come, ticked from facts
    Checklist(Checklist),
    /// Say whether a description of the system can be written, and write its skeleton
    Description(Description),
    /// Print what changed between two inventories, and what changed it
    Diff(Diff),
    /// Record, verify and pack what an inventory names, and say what is due
    Evidence(Evidence),
    /// Draw a reproducible sample, write its worksheet, record what was found
    Sample(Sample),
    /// Explain a rule, a criterion, a point of focus, a term, a control or a gap
    Explain(Explain),
    /// Print the control matrix: criterion, control, evidence, occurrences, tests, result
    Matrix(Matrix),
    /// Print how readiness went through the git history of an inventory
    Trend(Trend),
    /// Assess the inventories of many organisations in one table
    Portfolio(Portfolio),
    /// Browse the catalog of criteria and points of focus
    Criteria(Criteria),
    /// Say what the controls also speak to in another framework
    Crosswalk(Crosswalk),
    /// Answer what buyers ask before they sign: documents and a questionnaire
    Enterprise(Enterprise),
    /// Print the JSON Schema of the inventory format, or of what a command writes as JSON
    Schema(Schema),
    /// Print the completions of a shell
    Completions(Completions),
    /// Print the manual page
    Man(Man),
}

/// What an inventory is read from.
#[derive(Args, Debug)]
pub struct Source {
    /// A file, a folder whose .yaml and .yml files together make one inventory, or - for standard input; several paths
    /// together make one inventory
    #[arg(value_name = "INVENTORY", required = true)]
    pub inventory: Vec<PathBuf>,
}

/// The day and the wording an assessment is made with.
#[derive(Args, Clone, Debug)]
pub struct Basis {
    /// The day of the assessment, such as 2026-11-22 [default: today]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,

    /// Lay official wording over the catalog's own: a YAML mapping from ids to texts, for licensees of the standard
    #[arg(long, value_name = "FILE")]
    pub criteria_text: Option<PathBuf>,
}

/// `gapcheck assess`.
#[derive(Args, Debug)]
#[command(after_help = EXIT_STATUS)]
pub struct Assess {
    /// What to assess.
    #[command(flatten)]
    pub source: Source,

    /// The day and the wording.
    #[command(flatten)]
    pub basis: Basis,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal", value_parser = values::formats(FORMATS))]
    pub format: String,

    /// Also write a report to a file; the format comes from the extension, or say NAME=FILE. Can be repeated
    #[arg(short, long, value_name = "[NAME=]FILE")]
    pub output: Vec<String>,

    /// Fail (exit 1) when a gap of this level or above stands open
    #[arg(long, value_name = "LEVEL", value_parser = values::levels())]
    pub fail_on: Option<Level>,

    /// Compare with an earlier JSON result; the gate then looks at new or worsened gaps
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,

    /// List only gaps that are new or worsened since the baseline; JSON still holds all
    #[arg(long, requires = "baseline")]
    pub new_only: bool,

    /// List only gaps that stand open, neither accepted nor known before: for readers that show every gap as open, as code
    /// scanning on GitHub does
    #[arg(long)]
    pub open_only: bool,

    /// Narrow the selection to a category of the inventory's scope. Can be repeated
    #[arg(long, value_name = "NAME", value_parser = values::categories())]
    pub category: Vec<Category>,

    /// List only gaps of this level or above; counts, the gate and JSON still hold all
    #[arg(long, value_name = "LEVEL", value_parser = values::levels())]
    pub min_level: Option<Level>,

    /// Print three lines at most
    #[arg(short, long)]
    pub quiet: bool,
}

/// `gapcheck check`.
#[derive(Args, Debug)]
pub struct Check {
    /// What to check.
    #[command(flatten)]
    pub source: Source,

    /// How to print problems
    #[arg(short, long, value_name = "NAME", default_value = "terminal")]
    pub format: CheckFormat,

    /// Print nothing where there is no problem
    #[arg(short, long)]
    pub quiet: bool,
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// With the lines they stand on, underlined
    Terminal,
    /// One line each, for editors: place, message, help
    Short,
}

/// `gapcheck explain`.
#[derive(Args, Debug)]
pub struct Explain {
    /// What to explain: nothing for the list of rules, or a rule, CC6.1, CC6.3/periodic-review, a term, a control, a gap
    /// or its number
    #[arg(value_name = "THING")]
    pub thing: Option<String>,

    /// The inventory whose controls and gaps are meant; a file, a folder or -
    #[arg(short, long, value_name = "INVENTORY")]
    pub inventory: Vec<PathBuf>,

    /// The day and the wording.
    #[command(flatten)]
    pub basis: Basis,

    /// The format to print
    #[arg(short, long, value_name = "NAME", default_value = "terminal")]
    pub format: PageFormat,
}

/// How a page is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    /// Laid out for the terminal
    Terminal,
    /// Markdown
    Markdown,
    /// JSON
    Json,
}
