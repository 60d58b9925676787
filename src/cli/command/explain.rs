//! `gapcheck explain`: what, why, how it was computed.

use anyhow::{Result, bail};

use crate::Request;
use crate::assess::rule;
use crate::cli::args::{Explain, PageFormat};
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog, inventory};
use crate::io::{clock, evidence, output, terminal};
use crate::load;
use crate::model::assessment::Assessment;
use crate::model::catalog::Catalog;
use crate::report::explain::{Knowledge, explain};

/// Explains a thing, with an inventory also its controls and gaps.
///
/// # Errors
///
/// When nothing is known by that name, or something cannot be read or written.
pub fn run(args: &Explain) -> Result<Exit> {
    let Told::Read(catalog) = catalog(args.basis.criteria_text.as_deref())? else { return Ok(Exit::CouldNot) };
    if args.inventory.is_empty() {
        print(args, &catalog, None)?;
        return Ok(Exit::Done);
    }
    let as_of = args.basis.as_of.unwrap_or_else(clock::today);
    let Told::Read((sources, inventory)) = inventory(&args.inventory, &catalog, as_of)? else {
        return Ok(Exit::CouldNot);
    };
    let files = evidence::look_up(&inventory, &sources);
    let request = Request { as_of, fail_on: None, baseline: None };
    let assessment = crate::assess(&sources, &inventory, &catalog, &files, &request);
    print(args, &catalog, Some(&assessment))?;
    Ok(Exit::Done)
}

fn print(args: &Explain, catalog: &Catalog, assessment: Option<&Assessment<'_>>) -> Result<()> {
    let terms = load::catalog::glossary()?;
    let knowledge = Knowledge { catalog, rules: &rule::infos(), terms: &terms };
    let page = match explain(args.thing.as_deref(), &knowledge, assessment) {
        Ok(page) => page,
        Err(unknown) => bail!("{unknown}"),
    };
    match args.format {
        PageFormat::Terminal => output::print(&page.terminal(terminal::width())),
        PageFormat::Markdown => output::print_plain(page.markdown()),
        PageFormat::Json => output::print_plain(page.json()),
    }
}
