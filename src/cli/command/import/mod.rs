//! `gapcheck import`: from somebody else's files to an inventory.

mod asked;
mod checks;
mod target;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Result, bail};

use crate::cli::args::Import as Args;
use crate::cli::command::import::target::{Opening, Target};
use crate::cli::exit::Exit;
use crate::import;
use crate::io::{foreign, output, terminal};
use crate::load;
use crate::model::catalog::Catalog;
use crate::model::import::Import;
use crate::report::format::by_name;
use crate::report::import::{IMPORT_FORMATS, ImportPage};
use crate::report::problems;
use crate::source::problem::Problems;
use crate::text::list::some;

/// Imports files into an inventory, and says what was understood.
///
/// # Errors
///
/// When something cannot be read or written.
pub fn run(args: &Args) -> Result<Exit> {
    let catalog = load::catalog::bundled()?;
    let mut foreign = foreign::read(&args.files)?;
    let names: BTreeSet<String> = foreign.sources.iter().map(|(_, file)| last_part(&file.name)).collect();
    let mut problems = Problems::default();
    let columns = asked::columns(&args.map)?;
    let mut import = import::import(&foreign.files(), &columns, &catalog, &mut problems);
    let Some(target) = Target::open(&args.output, &catalog)? else { return Ok(Exit::CouldNot) };
    if let Some(mapping) = &args.checks {
        checks::claim(&mut import, mapping, target.inventory(), &mut foreign, &mut problems)?;
    }
    if !problems.is_empty() {
        output::tell(&problems::render_with(&problems, &foreign.sources, "nothing was written"));
        return Ok(Exit::CouldNot);
    }
    checks::look_up_from(&mut import, &args.output);
    bring(args, &catalog, &import, &target, &names)
}

/// Brings what was understood into the inventory, and tells of it.
fn bring(args: &Args, catalog: &Catalog, import: &Import, target: &Target, names: &BTreeSet<String>) -> Result<Exit> {
    let update = import::update::update(import, target.inventory(), target.memory()?, names);
    let is_there = target.inventory().is_some();
    let page = ImportPage { import, update: &update, target: &target.name(), is_there, dry_run: args.dry_run };
    let told = by_name(IMPORT_FORMATS, &args.format).map(|format| (format.render)(&page, terminal::width()));
    let told = told.unwrap_or_default();
    if import.controls.is_empty() {
        output::tell(&told);
        let results = if import.results.is_empty() { "" } else { "; the results speak for no control yet" };
        bail!("there is nothing in {} to make a control of, so nothing was written{results}", some(names, 3));
    }
    let opening = Opening { organization: args.organization.as_deref(), from: names, catalog };
    let text = target.text(&update.edits, &opening)?;
    target.check(&text, catalog)?;
    if target.is_standard_output() {
        output::tell(&told);
        output::print_plain(&text)?;
        return Ok(Exit::Done);
    }
    if !args.dry_run {
        target.write(&text, &update)?;
    }
    output::print(&told)?;
    Ok(Exit::Done)
}

fn last_part(name: &str) -> String {
    Path::new(name).file_name().map_or_else(|| name.to_owned(), |name| name.to_string_lossy().into_owned())
}
