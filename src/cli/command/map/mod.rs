//! `gapcheck map`: criteria proposed for controls from their words.

mod write;

use anyhow::{Result, anyhow, bail};

use crate::cli::args;
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog, inventory};
use crate::cli::output::Outputs;
use crate::io::{clock, terminal};
use crate::model::catalog::Catalog;
use crate::model::criterion_id::CriterionRef;
use crate::model::inventory::Inventory;
use crate::propose::accept::{Choice, accepted};
use crate::report::propose::PROPOSE_FORMATS;
use crate::report::propose::view::{View, by_control};
use crate::text::nearest::nearest;

/// Prints what is proposed, and writes the files that were asked for, the inventory among them.
///
/// # Errors
///
/// When something cannot be read or written, or what was taken names no control or no criterion.
pub fn run(args: &args::Map) -> Result<Exit> {
    let outputs = Outputs::parse(&args.output, PROPOSE_FORMATS)?;
    let Told::Read(catalog) = catalog(None)? else { return Ok(Exit::CouldNot) };
    let Told::Read((sources, inventory)) = inventory(&args.source.inventory, &catalog, clock::today())? else {
        return Ok(Exit::CouldNot);
    };
    outputs.refuse_to_overwrite(&sources, &inventory)?;
    args.accept.iter().try_for_each(|choice| exists(choice, &inventory, &catalog))?;
    let proposed = crate::propose(&inventory, &catalog, args.all).map_err(|sentence| anyhow!(sentence))?;
    let accepted = accepted(&inventory, &proposed, args.at_least, &args.accept);
    let view = View {
        inventory: &inventory,
        catalog: &catalog,
        proposed: &proposed,
        taken: by_control(&accepted),
        at_least: args.at_least,
        all: args.all,
        writes: args.write,
    };
    if args.write {
        write::write(&sources, &inventory, &accepted)?;
    }
    // A file is laid out the same wherever it is made.
    outputs.deliver(
        (PROPOSE_FORMATS, &args.format),
        |render| render(&view, terminal::PLAIN_WIDTH),
        |render| render(&view, terminal::width()),
    )?;
    Ok(Exit::Done)
}

/// Refuses what was taken for a control, or of criteria, that are not there.
fn exists(choice: &Choice, inventory: &Inventory, catalog: &Catalog) -> Result<()> {
    let mut ids = inventory.controls.iter().map(|control| control.id.value.as_str());
    if !ids.any(|id| id == choice.control) {
        let ids = inventory.controls.iter().map(|control| control.id.value.as_str());
        let near = nearest(&choice.control, ids).map_or_else(String::new, |id| format!("; did you mean `{id}`?"));
        bail!("--accept names `{}`, but no control has that id{near}", choice.control);
    }
    choice.criteria.iter().try_for_each(|named| is_in(named, catalog))
}

fn is_in(named: &CriterionRef, catalog: &Catalog) -> Result<()> {
    let Some(criterion) = catalog.criterion(named.criterion) else {
        bail!("--accept names {}, which does not exist; `gapcheck criteria` lists the criteria", named.criterion);
    };
    match named.point.as_deref() {
        Some(slug) if criterion.point(slug).is_none() => {
            bail!("--accept names {named}, but {} has no such point of focus", named.criterion)
        }
        _ => Ok(()),
    }
}
