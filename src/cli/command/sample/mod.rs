//! `gapcheck sample`: a reproducible sample of a population, its worksheet, and what came of it.

mod draw;
mod lines;
mod lists;
mod person;
mod record;

use std::path::Path;

use anyhow::{Result, bail};

use crate::cli::args::Sample as Args;
use crate::cli::command::sample::lists::Lists;
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog, inventory};
use crate::cli::output::Outputs;
use crate::io::{clock, output, terminal};
use crate::model::catalog::Catalog;
use crate::model::document::Control;
use crate::model::inventory::Inventory;
use crate::model::sampling::Worksheet;
use crate::report::sample::SAMPLE_FORMATS;
use crate::sample::worksheet;
use crate::source::file::Sources;
use crate::text::list::some;
use crate::text::nearest::nearest;

/// What a sample is drawn for.
pub(super) struct Ground<'a> {
    pub(super) args: &'a Args,
    pub(super) catalog: &'a Catalog,
    pub(super) sources: &'a Sources,
    pub(super) inventory: &'a Inventory,
    pub(super) control: &'a Control,
}

/// Draws a sample, or records what came of one.
///
/// # Errors
///
/// When something cannot be read or written, or does not fit together.
pub fn run(args: &Args) -> Result<Exit> {
    let outputs = Outputs::parse(&args.output, SAMPLE_FORMATS)?;
    let Told::Read(catalog) = catalog(None)? else { return Ok(Exit::CouldNot) };
    let Told::Read((sources, inventory)) = inventory(&args.inventory, &catalog, clock::today())? else {
        return Ok(Exit::CouldNot);
    };
    let control = control(&inventory, &args.control)?;
    let ground = Ground { args, catalog: &catalog, sources: &sources, inventory: &inventory, control };
    if let Some(worksheet) = &args.record {
        return record::record(&ground, worksheet);
    }
    outputs.refuse_to_overwrite(&sources, &inventory)?;
    for path in outputs.paths() {
        refuse_to_lose(path, &args.population)?;
    }
    let Some(sampling) = draw::asked(&ground)? else { return Ok(Exit::CouldNot) };
    // A file is laid out the same wherever it is made.
    outputs.deliver(
        (SAMPLE_FORMATS, &args.format),
        |render| render(&sampling, terminal::PLAIN_WIDTH),
        |render| render(&sampling, terminal::width()),
    )?;
    Ok(Exit::Done)
}

fn control<'a>(inventory: &'a Inventory, id: &str) -> Result<&'a Control> {
    let at = inventory.index.controls.get(id);
    if let Some(control) = at.and_then(|at| inventory.controls.get(*at)) {
        return Ok(control);
    }
    let ids = || inventory.controls.iter().map(|control| control.id.value.as_str());
    match nearest(id, ids()) {
        Some(near) => bail!("no control has the id `{id}`; did you mean `{near}`?"),
        None if inventory.controls.is_empty() => bail!("no control has the id `{id}`; the inventory has none"),
        None => bail!("no control has the id `{id}`; the inventory has {}", some(ids(), 6)),
    }
}

/// Refuses to put a worksheet in the place of the population, or of a worksheet in which somebody wrote results.
fn refuse_to_lose(target: &Path, population: &Path) -> Result<()> {
    if output::real(target) == output::real(population) {
        bail!("{} is the population and would be overwritten", target.display());
    }
    if !target.is_file() {
        return Ok(());
    }
    let holds_results = |sheet: Worksheet| sheet.rows.iter().any(|row| !row.result.is_empty() || !row.found.is_empty());
    let there = Lists::quietly(target).and_then(|there| worksheet::read(&there.all).ok());
    if there.is_some_and(holds_results) {
        bail!(
            "{} holds results that somebody wrote; record them with --record, or write to another file",
            target.display()
        );
    }
    Ok(())
}
