//! What several commands print a part of: an assessment of an inventory, without a gate.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::Narrowed;
use crate::Request;
use crate::cli::args::Basis;
use crate::cli::inventory::{Told, catalog, inventory};
use crate::cli::narrow::{categories, narrowed};
use crate::cli::output::Outputs;
use crate::io::{clock, evidence};
use crate::model::assessment::Assessment;
use crate::model::words::Category;

/// What is to be assessed.
pub(super) struct Wanted<'a> {
    pub(super) inventory: &'a [PathBuf],
    pub(super) basis: &'a Basis,
    pub(super) categories: &'a [Category],
}

/// Assesses an inventory and hands the assessment on; problems of the inventory are told.
///
/// # Errors
///
/// When something cannot be read, a file to be written is one of those read, or nothing is left in scope.
pub(super) fn assessed<Render, T>(
    wanted: &Wanted<'_>,
    outputs: &Outputs<Render>,
    look: impl FnOnce(&Assessment<'_>) -> Result<T>,
) -> Result<Told<T>> {
    let Told::Read(catalog) = catalog(wanted.basis.criteria_text.as_deref())? else { return Ok(Told::Problems) };
    let as_of = wanted.basis.as_of.unwrap_or_else(clock::today);
    let Told::Read((sources, whole)) = inventory(wanted.inventory, &catalog, as_of)? else {
        return Ok(Told::Problems);
    };
    outputs.refuse_to_overwrite(&sources, &whole)?;
    let selected = narrowed(&whole, wanted.categories)?;
    let files = evidence::look_up(&selected, &sources);
    let request = Request { as_of, fail_on: None, baseline: None };
    let parts = Narrowed { whole: &whole, selected: &selected };
    let assessment = crate::assess_narrowed(&sources, &parts, &catalog, &files, &request);
    if assessment.summary.applicable == 0 {
        let all = assessment.summary.criteria;
        bail!("nothing is left in scope: all {all} criteria of {} are scoped out", categories(&selected));
    }
    look(&assessment).map(Told::Read)
}
