//! What the commands about gapcheck itself understand: its schemas, completions and manual pages.

use clap::{Args, ValueEnum};

/// `gapcheck schema`.
#[derive(Args, Debug)]
pub struct Schema {
    /// Which schema
    #[arg(value_name = "OF", default_value = "inventory")]
    pub of: SchemaOf,

    /// For one file of a folder that together make an inventory: no key is required at the top
    #[arg(long)]
    pub part: bool,
}

/// What a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// The inventory format, version 1
    Inventory,
    /// The JSON result, version 1
    Result,
    /// What `description` writes as JSON, version 1
    Description,
    /// What `diff` writes as JSON, version 1
    Diff,
    /// What `trend` writes as JSON, version 1
    Trend,
    /// What `enterprise` writes as JSON, version 1
    Enterprise,
}

/// `gapcheck completions`.
#[derive(Args, Debug)]
pub struct Completions {
    /// The shell
    pub shell: clap_complete::Shell,
}

/// `gapcheck man`.
#[derive(Args, Debug)]
pub struct Man {
    /// The page of one command, such as assess or evidence lock [default: the page of gapcheck itself]
    #[arg(value_name = "COMMAND")]
    pub command: Vec<String>,
}
