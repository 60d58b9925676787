//! `gapcheck check`: problems only, for editors and commit hooks.

use anyhow::Result;

use crate::cli::args::{Check, CheckFormat};
use crate::cli::exit::Exit;
use crate::io::{clock, input, output};
use crate::load;
use crate::report::problems;
use crate::source::file::Sources;
use crate::source::problem::Problems;
use crate::text::count::count;

/// Checks an inventory and says what is wrong with it.
///
/// # Errors
///
/// When a path cannot be read.
pub fn run(args: &Check) -> Result<Exit> {
    let input = input::read(&args.source.inventory)?;
    if !input.problems.is_empty() {
        return tell(args, &input.problems, &input.sources);
    }
    let catalog = load::catalog::bundled()?;
    match crate::read(&input.sources, &catalog, clock::today()) {
        Err(problems) => tell(args, &problems, &input.sources),
        Ok(inventory) if !args.quiet => {
            let files = count(input.sources.iter().count(), "file");
            let controls = count(inventory.controls.len(), "control");
            output::print(&format!("no problem in {files}: {controls} read\n"))?;
            Ok(Exit::Done)
        }
        Ok(_) => Ok(Exit::Done),
    }
}

fn tell(args: &Check, problems: &Problems, sources: &Sources) -> Result<Exit> {
    match args.format {
        CheckFormat::Terminal => output::tell(&problems::render(problems, sources)),
        // The list is what was asked for, so it is a result and goes where results go.
        CheckFormat::Short => output::print(&problems::short(problems, sources))?,
    }
    Ok(Exit::CouldNot)
}
