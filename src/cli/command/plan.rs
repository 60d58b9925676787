//! `gapcheck plan`: what to do, who, by when, and can the promised date hold.

use anyhow::{Result, anyhow};

use crate::assess::due::owner;
use crate::cli::args;
use crate::cli::assessed::{Wanted, assessed};
use crate::cli::exit::Exit;
use crate::cli::inventory::Told;
use crate::cli::output::Outputs;
use crate::io::terminal;
use crate::model::inventory::Inventory;
use crate::report::plan::PLAN_FORMATS;
use crate::report::plan::page::{PlanPage, Whose};

/// Plans what an assessment leaves to do, prints the plan and writes the files that were asked for.
///
/// # Errors
///
/// When something cannot be read or written, nobody has the name asked for, or nothing is left in scope.
pub fn run(args: &args::Plan) -> Result<Exit> {
    let outputs = Outputs::parse(&args.output, PLAN_FORMATS)?;
    let wanted = Wanted { inventory: &args.source.inventory, basis: &args.basis, categories: &args.category };
    let told = assessed(&wanted, &outputs, |assessment| {
        let whose = args.owner.as_deref().map(|name| whose(assessment.inventory, name)).transpose()?;
        let page = PlanPage::of(assessment).owned(whose);
        let page = if args.this_week { page.this_week() } else { page };
        // A file is laid out the same wherever it is made.
        outputs.deliver(
            (PLAN_FORMATS, &args.format),
            |render| render(&page, terminal::PLAIN_WIDTH),
            |render| render(&page, terminal::width()),
        )
    })?;
    Ok(match told {
        Told::Read(()) => Exit::Done,
        Told::Problems => Exit::CouldNot,
    })
}

/// Whose tasks are meant: those of somebody the inventory knows, or those that are nobody's.
fn whose(inventory: &Inventory, typed: &str) -> Result<Whose> {
    match owner(inventory, typed) {
        Ok(owner) => Ok(Whose::Theirs { ids: owner.ids, name: owner.name }),
        Err(_) if typed.eq_ignore_ascii_case("unassigned") => Ok(Whose::Nobodys),
        Err(unknown) => Err(anyhow!(unknown)),
    }
}
