//! `gapcheck description`: can a description of the system be written from the inventory, and its skeleton.

use anyhow::Result;

use crate::cli::args;
use crate::cli::assessed::{Wanted, assessed};
use crate::cli::exit::Exit;
use crate::cli::inventory::Told;
use crate::cli::output::Outputs;
use crate::io::terminal;
use crate::load;
use crate::report::description::{DESCRIPTION_FORMATS, Layout};

/// Prints whether the description can be written, or its skeleton, and writes the files that were asked for.
///
/// # Errors
///
/// When something cannot be read or written, or nothing is left in scope.
pub fn run(args: &args::Description) -> Result<Exit> {
    let outputs = Outputs::parse(&args.output, DESCRIPTION_FORMATS)?;
    let asked = load::catalog::description()?;
    let wanted = Wanted { inventory: &args.source.inventory, basis: &args.basis, categories: &[] };
    let told = assessed(&wanted, &outputs, |assessment| {
        let description = crate::description(assessment, &asked);
        let layout = |width| Layout { width, fail_on: args.fail_on };
        // A file is laid out the same wherever it is made.
        outputs.deliver(
            (DESCRIPTION_FORMATS, &args.format),
            |render| render(&description, &layout(terminal::PLAIN_WIDTH)),
            |render| render(&description, &layout(terminal::width())),
        )?;
        Ok(args.fail_on.is_some_and(|gate| description.fails(gate)))
    })?;
    Ok(match told {
        Told::Read(true) => Exit::GateFailed,
        Told::Read(false) => Exit::Done,
        Told::Problems => Exit::CouldNot,
    })
}
