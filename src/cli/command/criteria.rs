//! `gapcheck criteria`: the catalog, to browse and to export.

use anyhow::{Context, Result, anyhow};

use crate::cli::args::Criteria;
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog};
use crate::io::{output, terminal};
use crate::report::criteria::{Selection, browse, by_name};

/// Prints the catalog or parts of it.
///
/// # Errors
///
/// When an id names nothing, or something cannot be read or written.
pub fn run(args: &Criteria) -> Result<Exit> {
    let Told::Read(catalog) = catalog(args.criteria_text.as_deref())? else { return Ok(Exit::CouldNot) };
    let format = by_name(&args.format).context("no such format")?;
    let selection = Selection { ids: args.ids.clone() };
    let text = browse(&catalog, &selection, format, terminal::width()).map_err(|sentence| anyhow!(sentence))?;
    if format.name == "terminal" {
        output::print(&text)?;
    } else {
        output::print_plain(&text)?;
    }
    Ok(Exit::Done)
}
