//! `gapcheck matrix`: criterion, control, evidence, occurrences, tests, result.

use anyhow::{Result, anyhow, bail};

use crate::Narrowed;
use crate::Request;
use crate::cli::args;
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog, inventory};
use crate::cli::narrow::{categories, narrowed};
use crate::cli::output::Outputs;
use crate::io::{clock, evidence, terminal};
use crate::model::catalog::Catalog;
use crate::report::matrix::row::Matrix;
use crate::report::matrix::{MATRIX_FORMATS, chosen};

/// Assesses an inventory, prints its control matrix and writes the files that were asked for.
///
/// # Errors
///
/// When something cannot be read or written, an id names nothing, or nothing is left in scope.
pub fn run(args: &args::Matrix) -> Result<Exit> {
    let outputs = Outputs::parse(&args.output, MATRIX_FORMATS)?;
    let Told::Read(catalog) = catalog(args.basis.criteria_text.as_deref())? else { return Ok(Exit::CouldNot) };
    let chosen = criteria(args, &catalog)?;
    let as_of = args.basis.as_of.unwrap_or_else(clock::today);
    let Told::Read((sources, whole)) = inventory(&args.source.inventory, &catalog, as_of)? else {
        return Ok(Exit::CouldNot);
    };
    outputs.refuse_to_overwrite(&sources, &whole)?;
    let selected = narrowed(&whole, &args.category)?;
    let files = evidence::look_up(&selected, &sources);
    let request = Request { as_of, fail_on: None, baseline: None };
    let parts = Narrowed { whole: &whole, selected: &selected };
    let assessment = crate::assess_narrowed(&sources, &parts, &catalog, &files, &request);
    let matrix = Matrix::of(&assessment, chosen.as_deref());
    if matrix.entries.is_empty() {
        bail!("nothing is left in scope: none of these criteria belongs to {}", categories(&selected));
    }
    // A file is laid out the same wherever it is made.
    outputs.deliver(
        (MATRIX_FORMATS, &args.format),
        |render| render(&matrix, terminal::PLAIN_WIDTH),
        |render| render(&matrix, terminal::width()),
    )?;
    Ok(Exit::Done)
}

/// The criteria asked for, as positions in the catalog; none where all are wanted.
fn criteria(args: &args::Matrix, catalog: &Catalog) -> Result<Option<Vec<usize>>> {
    if args.criterion.is_empty() {
        return Ok(None);
    }
    chosen(catalog, &args.criterion).map(Some).map_err(|sentence| anyhow!(sentence))
}
