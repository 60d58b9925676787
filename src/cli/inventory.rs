//! What several commands begin with: the catalog, and an inventory read and checked against it.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::io::input::{self, Input};
use crate::io::output;
use crate::load;
use crate::model::catalog::Catalog;
use crate::model::date::Date;
use crate::model::inventory::Inventory;
use crate::report::problems;
use crate::source::file::Sources;
use crate::source::problem::Problems;

/// Whether something could be read, or its problems have been told.
pub enum Told<T> {
    /// It could be read.
    Read(T),
    /// It could not, and standard error says why.
    Problems,
}

/// The bundled catalog, with a licensee's wording laid over it where one was given.
///
/// # Errors
///
/// When the file of the wording cannot be read.
pub fn catalog(criteria_text: Option<&Path>) -> Result<Told<Catalog>> {
    let catalog = load::catalog::bundled()?;
    let Some(path) = criteria_text else { return Ok(Told::Read(catalog)) };
    let input = input::read_alone(&[path.to_path_buf()])?;
    if !input.problems.is_empty() {
        return Ok(tell(&input.problems, &input.sources));
    }
    let mut laid = Ok(catalog);
    for (number, file) in input.sources.iter() {
        laid = laid.and_then(|catalog| load::overlay::lay_over(catalog, number, file));
    }
    match laid {
        Ok(catalog) => Ok(Told::Read(catalog)),
        Err(problems) => Ok(tell(&problems, &input.sources)),
    }
}

/// The inventory of some paths with the texts it was read from.
///
/// # Errors
///
/// When a path cannot be read.
pub fn inventory(paths: &[PathBuf], catalog: &Catalog, as_of: Date) -> Result<Told<(Sources, Inventory)>> {
    let input = input::read(paths)?;
    Ok(match checked(&input, catalog, as_of) {
        Told::Read(inventory) => Told::Read((input.sources, inventory)),
        Told::Problems => Told::Problems,
    })
}

/// The inventory in what was read, as it reads on a day.
pub fn checked(input: &Input, catalog: &Catalog, as_of: Date) -> Told<Inventory> {
    if !input.problems.is_empty() {
        return tell(&input.problems, &input.sources);
    }
    match crate::read(&input.sources, catalog, as_of) {
        Ok(inventory) => Told::Read(inventory),
        Err(problems) => tell(&problems, &input.sources),
    }
}

fn tell<T>(problems: &Problems, sources: &Sources) -> Told<T> {
    output::tell(&problems::render(problems, sources));
    Told::Problems
}
