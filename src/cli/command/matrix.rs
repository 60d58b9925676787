//! `gapcheck matrix`: criterion, control, evidence, occurrences, tests, result.

use anyhow::{Context, Result, anyhow, bail};

use crate::Narrowed;
use crate::Request;
use crate::cli::args;
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog, inventory};
use crate::cli::narrow::{categories, narrowed};
use crate::io::{clock, evidence, output, terminal};
use crate::model::catalog::Catalog;
use crate::report::matrix::row::Matrix;
use crate::report::matrix::{by_name, chosen};

/// Assesses an inventory and prints its control matrix.
///
/// # Errors
///
/// When something cannot be read or written, an id names nothing, or nothing is left in scope.
pub fn run(args: &args::Matrix) -> Result<Exit> {
    let Told::Read(catalog) = catalog(args.basis.criteria_text.as_deref())? else { return Ok(Exit::CouldNot) };
    let chosen = criteria(args, &catalog)?;
    let as_of = args.basis.as_of.unwrap_or_else(clock::today);
    let Told::Read((sources, whole)) = inventory(&args.source.inventory, &catalog, as_of)? else {
        return Ok(Exit::CouldNot);
    };
    let selected = narrowed(&whole, &args.category)?;
    let files = evidence::look_up(&selected, &sources);
    let request = Request { as_of, fail_on: None, baseline: None };
    let parts = Narrowed { whole: &whole, selected: &selected };
    let assessment = crate::assess_narrowed(&sources, &parts, &catalog, &files, &request);
    let matrix = Matrix::of(&assessment, chosen.as_deref());
    if matrix.entries.is_empty() {
        bail!("nothing is left in scope: none of these criteria belongs to {}", categories(&selected));
    }
    let format = by_name(&args.format).context("no such format")?;
    let text = (format.render)(&matrix, terminal::width());
    let print = if format.styled { output::print } else { output::print_plain };
    print(&text)?;
    Ok(Exit::Done)
}

/// The criteria asked for, as positions in the catalog; none where all are wanted.
fn criteria(args: &args::Matrix, catalog: &Catalog) -> Result<Option<Vec<usize>>> {
    if args.criterion.is_empty() {
        return Ok(None);
    }
    chosen(catalog, &args.criterion).map(Some).map_err(|sentence| anyhow!(sentence))
}
