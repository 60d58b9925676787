//! The command line: what was typed becomes a run, and a run becomes an exit status.

pub mod args;
mod assessed;
mod command;
mod compared;
mod exit;
mod inventory;
mod narrow;
mod output;
mod values;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use clap::error::ErrorKind;

use crate::cli::args::{Cli, Color, Command};
use crate::cli::exit::Exit;
use crate::io;

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error).into(),
    };
    match cli.color {
        Color::Auto => {}
        Color::Always => anstream::ColorChoice::Always.write_global(),
        Color::Never => anstream::ColorChoice::Never.write_global(),
    }
    match run(cli.command) {
        Ok(exit) => exit.into(),
        Err(error) => {
            let chain = crate::text::escape::terminal_block(&format!("{error:#}")).into_owned();
            io::output::tell(&format!("\u{1b}[1;31merror\u{1b}[0m: {chain}\n"));
            Exit::CouldNot.into()
        }
    }
}

fn run(command: Command) -> Result<Exit> {
    match command {
        Command::Import(args) => command::import::run(&args),
        Command::Map(args) => command::map::run(&args),
        Command::Init(args) => command::init::run(&args),
        Command::Assess(args) => command::assess::run(&args),
        Command::Check(args) => command::check::run(&args),
        Command::Plan(args) => command::plan::run(&args),
        Command::Checklist(args) => command::checklist::run(&args),
        Command::Description(args) => command::description::run(&args),
        Command::Diff(args) => command::diff::run(&args),
        Command::Evidence(args) => command::evidence::run(&args),
        Command::Explain(args) => command::explain::run(&args),
        Command::Matrix(args) => command::matrix::run(&args),
        Command::Portfolio(args) => command::portfolio::run(&args),
        Command::Trend(args) => command::trend::run(&args),
        Command::Criteria(args) => command::criteria::run(&args),
        Command::Crosswalk(args) => command::crosswalk::run(&args),
        Command::Enterprise(args) => command::enterprise::run(&args),
        Command::Sample(args) => command::sample::run(&args),
        Command::Schema(args) => command::schema::run(&args),
        Command::Completions(args) => command::completions::run(&args),
        Command::Man(args) => command::man::run(&args),
    }
}

/// Prints what is wrong with the command line, or the help that was asked for.
fn usage(error: &clap::Error) -> Exit {
    // A reader that went away before the help was over needs none of it.
    error.print().ok();
    let typed = error.get(clap::error::ContextKind::InvalidSubcommand).map(ToString::to_string);
    if let (ErrorKind::InvalidSubcommand, Some(typed)) = (error.kind(), typed)
        && std::path::Path::new(&typed).exists()
    {
        io::output::tell(&format!("\n  tip: to assess an inventory, write `gapcheck assess {typed}`\n"));
    }
    if error.exit_code() == 0 { Exit::Done } else { Exit::CouldNot }
}
