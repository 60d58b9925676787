//! `gapcheck completions`.

use anyhow::Result;
use clap::CommandFactory;

use crate::cli::args::{Cli, Completions};
use crate::cli::exit::Exit;
use crate::io::output;

/// Prints the completions of a shell.
///
/// # Errors
///
/// When standard output cannot be written.
pub fn run(args: &Completions) -> Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "gapcheck", &mut script);
    output::print_plain(&script)?;
    Ok(Exit::Done)
}
