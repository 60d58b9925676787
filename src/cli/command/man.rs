//! `gapcheck man`.

use anyhow::{Result, bail};
use clap::CommandFactory;

use crate::cli::args::{Cli, Man};
use crate::cli::exit::Exit;
use crate::io::output;
use crate::text::list::and;

/// Prints the manual page of gapcheck or of one of its commands.
///
/// # Errors
///
/// When there is no such command, or standard output cannot be written.
pub fn run(args: &Man) -> Result<Exit> {
    let mut root = Cli::command();
    root.build();
    let command = match &args.command {
        None => root,
        Some(name) => {
            if let Some(command) = root.find_subcommand(name) {
                command.clone()
            } else {
                let known = and(root.get_subcommands().map(clap::Command::get_name));
                bail!("there is no command `{name}`; the commands are {known}");
            }
        }
    };
    let mut page = Vec::new();
    let version = format!("gapcheck {}", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(command).source(version).render(&mut page)?;
    output::print_plain(&String::from_utf8_lossy(&page))?;
    Ok(Exit::Done)
}
