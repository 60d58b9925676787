//! `gapcheck import`: from somebody else's files to an inventory.

mod asked;
mod target;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;

use crate::cli::args::Import as Args;
use crate::cli::command::import::target::Target;
use crate::cli::exit::Exit;
use crate::import;
use crate::io::foreign::Foreign;
use crate::io::{foreign, memory, output, terminal};
use crate::load;
use crate::model::catalog::Catalog;
use crate::model::import::Import;
use crate::report::import::{ImportPage, render};
use crate::report::problems;
use crate::source::problem::Problems;

/// Imports files into an inventory, and says what was understood.
///
/// # Errors
///
/// When something cannot be read or written.
pub fn run(args: &Args) -> Result<Exit> {
    let catalog = load::catalog::bundled()?;
    let foreign = foreign::read(&args.files)?;
    let mut problems = Problems::default();
    let import = understood(args, &foreign, &catalog, &mut problems)?;
    if !problems.is_empty() {
        output::tell(&problems::render_with(&problems, &foreign.sources, "nothing was written"));
        return Ok(Exit::CouldNot);
    }
    let Some(target) = Target::open(&args.output, &catalog)? else { return Ok(Exit::CouldNot) };
    let names: BTreeSet<String> = foreign.sources.iter().map(|(_, file)| last_part(&file.name)).collect();
    let update = import::update::update(&import, target.inventory(), target.memory()?, &names);
    let text = target.text(&update.edits, args.organization.as_deref(), &names)?;
    target.check(&text, &catalog)?;
    let page = ImportPage {
        import: &import,
        update: &update,
        target: &target.name(),
        is_there: target.inventory().is_some(),
        dry_run: args.dry_run,
    };
    let told = render(&page, terminal::width());
    if target.is_standard_output() {
        output::tell(&told);
        output::print_plain(&text)?;
        return Ok(Exit::Done);
    }
    if !args.dry_run && !update.edits.is_empty() {
        target.write(&text)?;
    }
    if !args.dry_run {
        memory::write(&args.output, &update.memory)?;
    }
    output::print(&told)?;
    Ok(Exit::Done)
}

/// What the files say.
fn understood(args: &Args, foreign: &Foreign, catalog: &Catalog, problems: &mut Problems) -> Result<Import> {
    let columns = asked::columns(&args.map)?;
    Ok(import::import(&foreign.files(), &columns, catalog, problems))
}

fn last_part(name: &str) -> String {
    Path::new(name).file_name().map_or_else(|| name.to_owned(), |name| name.to_string_lossy().into_owned())
}
