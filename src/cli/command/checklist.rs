//! `gapcheck checklist`: how far an assessment has come, ticked from facts.

use anyhow::Result;

use crate::cli::args;
use crate::cli::assessed::{Wanted, assessed};
use crate::cli::exit::Exit;
use crate::cli::inventory::Told;
use crate::cli::output::Outputs;
use crate::io::terminal;
use crate::report::checklist::CHECKLIST_FORMATS;

/// Prints the checklist of an assessment and writes the files that were asked for.
///
/// # Errors
///
/// When something cannot be read or written, or nothing is left in scope.
pub fn run(args: &args::Checklist) -> Result<Exit> {
    let outputs = Outputs::parse(&args.output, CHECKLIST_FORMATS)?;
    let wanted = Wanted { inventory: &args.source.inventory, basis: &args.basis, categories: &args.category };
    let told = assessed(&wanted, &outputs, |assessment| {
        // A file is laid out the same wherever it is made.
        outputs.deliver(
            (CHECKLIST_FORMATS, &args.format),
            |render| render(assessment, terminal::PLAIN_WIDTH),
            |render| render(assessment, terminal::width()),
        )
    })?;
    Ok(match told {
        Told::Read(()) => Exit::Done,
        Told::Problems => Exit::CouldNot,
    })
}
