//! `gapcheck diff`: what changed from one inventory or result to another, and what changed it.

use std::path::Path;

use anyhow::{Result, bail, ensure};

use crate::cli::args::Diff;
use crate::cli::compared::{Given, between, given};
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog};
use crate::cli::output::Outputs;
use crate::diff::related::unrelated;
use crate::io::text::STDIN;
use crate::io::{clock, terminal};
use crate::report::diff::DIFF_FORMATS;

/// Assesses both, prints what changed and writes the files that were asked for.
///
/// # Errors
///
/// When something cannot be read or written, nothing is left in scope, or the two have nothing to do with each other.
pub fn run(args: &Diff) -> Result<Exit> {
    let outputs = Outputs::parse(&args.output, DIFF_FORMATS)?;
    let is_stdin = |path: &Path| path.as_os_str() == STDIN;
    ensure!(!(is_stdin(&args.old) && is_stdin(&args.new)), "only one of the two can come from standard input");
    let Told::Read(catalog) = catalog(args.basis.criteria_text.as_deref())? else { return Ok(Exit::CouldNot) };
    let (old, new) = (given(&args.old)?, given(&args.new)?);
    refuse_idle_days(args, &old, &new)?;
    let last = new.day().or(args.basis.as_of).unwrap_or_else(clock::today);
    let first = args.old_as_of.or(args.basis.as_of).unwrap_or(last);
    // The problems of both are told in one run.
    let (old, new) = (old.check(&catalog, first), new.check(&catalog, last));
    let (Told::Read(old), Told::Read(new)) = (old, new) else { return Ok(Exit::CouldNot) };
    old.refuse_to_overwrite(&outputs)?;
    new.refuse_to_overwrite(&outputs)?;
    let both = (old.assessed(&catalog)?, new.assessed(&catalog)?);
    if let Some(why) = unrelated(&both.0, &both.1).filter(|_| !args.anyway) {
        bail!("{why}; `--anyway` compares them all the same");
    }
    let difference = between(&old, &new, &catalog, |between| crate::difference(both, between, &catalog, args.fail_on));
    // A file is laid out the same wherever it is made.
    outputs.deliver(
        (DIFF_FORMATS, &args.format),
        |render| render(&difference, terminal::PLAIN_WIDTH),
        |render| render(&difference, terminal::width()),
    )?;
    Ok(if difference.gate.failed() { Exit::GateFailed } else { Exit::Done })
}

/// Refuses a day for what has its own.
fn refuse_idle_days(args: &Diff, old: &Given, new: &Given) -> Result<()> {
    if let (Some(day), Some(_)) = (old.day(), args.old_as_of) {
        bail!("OLD is a JSON result and keeps its day, {day}: `--old-as-of` is for inventories");
    }
    if let (Some(first), Some(last), Some(_)) = (old.day(), new.day(), args.basis.as_of) {
        bail!("both are JSON results and keep their days, {first} and {last}: `--as-of` is for inventories");
    }
    Ok(())
}
