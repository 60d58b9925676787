//! `gapcheck evidence due`: what has to be collected or renewed, and what is overdue.

use anyhow::{Result, anyhow};

use crate::assess::due::{of_owner, owner};
use crate::cli::args::evidence::Due;
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog, inventory};
use crate::cli::output::Outputs;
use crate::io::{clock, evidence, terminal};
use crate::model::date::Date;
use crate::model::due::{Agenda, Horizon};
use crate::report::due::DUE_FORMATS;

/// Says what is due, prints it and writes the files that were asked for.
///
/// # Errors
///
/// When something cannot be read or written, or nobody has the name asked for.
pub fn run(args: &Due) -> Result<Exit> {
    let outputs = Outputs::parse(&args.output, DUE_FORMATS)?;
    let Told::Read(catalog) = catalog(None)? else { return Ok(Exit::CouldNot) };
    let as_of = args.as_of.unwrap_or_else(clock::today);
    let Told::Read((sources, inventory)) = inventory(&args.source.inventory, &catalog, as_of)? else {
        return Ok(Exit::CouldNot);
    };
    outputs.refuse_to_overwrite(&sources, &inventory)?;
    let files = evidence::look_up(&inventory, &sources);
    let whose =
        args.owner.as_deref().map(|name| owner(&inventory, name)).transpose().map_err(|unknown| anyhow!(unknown))?;
    let agenda = crate::due(&inventory, &catalog, &files, horizon(args, as_of));
    let agenda = match &whose {
        Some(owner) => of_owner(agenda, owner),
        None => agenda,
    };
    let agenda = gated(args, as_of, agenda);
    // A file is laid out the same wherever it is made.
    outputs.deliver(
        (DUE_FORMATS, &args.format),
        |render| render(&agenda, terminal::PLAIN_WIDTH),
        |render| render(&agenda, terminal::width()),
    )?;
    Ok(if agenda.failed() { Exit::GateFailed } else { Exit::Done })
}

/// What is looked at: as far ahead as the gate has to see, at least.
fn horizon(args: &Due, as_of: Date) -> Horizon {
    let asked = args.within.after(as_of);
    let gate = args.fail_within.map_or(asked, |within| within.after(as_of));
    Horizon { as_of, until: asked.max(gate) }
}

fn gated<'a>(args: &Due, as_of: Date, agenda: Agenda<'a>) -> Agenda<'a> {
    let by = args.fail_within.map(|within| within.after(as_of));
    if by.is_some() || args.fail_on_overdue { agenda.gated(by) } else { agenda }
}
