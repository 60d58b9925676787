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
    let mut command = &root;
    for name in &args.command {
        let Some(found) = command.find_subcommand(name) else {
            let known = and(command.get_subcommands().map(clap::Command::get_name));
            let within = if known.is_empty() {
                "it has none of its own".to_owned()
            } else {
                format!("the commands are {known}")
            };
            bail!("there is no command `{}`; {within}", args.command.join(" "));
        };
        command = found;
    }
    let mut page = Vec::new();
    let version = format!("gapcheck {}", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(command.clone()).source(version).render(&mut page)?;
    output::print_plain(&page)?;
    Ok(Exit::Done)
}
