//! `gapcheck crosswalk`: what SOC 2 controls also speak to in another framework.

use std::path::Path;

use anyhow::{Result, anyhow, bail};

use crate::cli::args;
use crate::cli::assessed::{Wanted, assessed};
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog};
use crate::cli::output::Outputs;
use crate::crosswalk::crosswalk;
use crate::io::terminal;
use crate::load::crosswalk::{mapping, mappings};
use crate::model::assessment::Assessment;
use crate::model::catalog::Catalog;
use crate::model::criterion_id::CriterionId;
use crate::model::crosswalk::Mapping;
use crate::report::crosswalk::CROSSWALK_FORMATS;
use crate::report::crosswalk::shown::{Asked, Part, Shown, framework};
use crate::report::matrix::chosen;

/// How a format makes a text.
type Render = fn(&Shown<'_>, usize) -> String;

/// Prints the frameworks, a mapping, or a mapping laid over an inventory, and writes the files that were asked for.
///
/// # Errors
///
/// When nothing has the name of a framework, a clause or a criterion, something cannot be read or written, or nothing is left.
pub fn run(args: &args::Crosswalk) -> Result<Exit> {
    let outputs: Outputs<Render> = Outputs::parse(&args.output, CROSSWALK_FORMATS)?;
    let Some(name) = &args.framework else {
        if !(args.clause.is_empty() && args.criterion.is_empty()) {
            bail!("name the framework first: `gapcheck crosswalk iso27001 --clause A.5.15`");
        }
        return deliver(args, &outputs, &Shown::Frameworks(&mappings()?));
    };
    let framework = framework(name).map_err(|unknown| anyhow!("{unknown}{}", order(name)))?;
    let mapping = mapping(framework)?;
    if args.inventory.is_empty() {
        let Told::Read(catalog) = catalog(args.basis.criteria_text.as_deref())? else { return Ok(Exit::CouldNot) };
        let part = part(args, &catalog, &mapping, &[])?;
        return deliver(args, &outputs, &Shown::Mapping { mapping: &mapping, catalog: &catalog, part });
    }
    let wanted = Wanted { inventory: &args.inventory, basis: &args.basis, categories: &[] };
    match assessed(&wanted, &outputs, |assessment| laid_over(args, &outputs, assessment, &mapping))? {
        Told::Read(exit) => Ok(exit),
        Told::Problems => Ok(Exit::CouldNot),
    }
}

fn laid_over(
    args: &args::Crosswalk,
    outputs: &Outputs<Render>,
    assessment: &Assessment<'_>,
    mapping: &Mapping,
) -> Result<Exit> {
    let crosswalk = crosswalk(assessment, mapping);
    let known: Vec<&str> = crosswalk.clauses.iter().map(|clause| clause.id).collect();
    let part = part(args, assessment.catalog, mapping, &known)?;
    deliver(args, outputs, &Shown::Crosswalk { crosswalk: &crosswalk, part })
}

/// A file is laid out the same wherever it is made.
fn deliver(args: &args::Crosswalk, outputs: &Outputs<Render>, shown: &Shown<'_>) -> Result<Exit> {
    outputs.deliver(
        (CROSSWALK_FORMATS, &args.format),
        |render| render(shown, terminal::PLAIN_WIDTH),
        |render| render(shown, terminal::width()),
    )?;
    Ok(Exit::Done)
}

/// The part that was asked for.
fn part(args: &args::Crosswalk, catalog: &Catalog, mapping: &Mapping, known: &[&str]) -> Result<Part> {
    let criteria = criteria(args, catalog)?;
    let asked = Asked { clauses: &args.clause, criteria: criteria.as_deref() };
    Part::of(&asked, mapping, known).map_err(|sentence| anyhow!(sentence))
}

fn criteria(args: &args::Crosswalk, catalog: &Catalog) -> Result<Option<Vec<CriterionId>>> {
    if args.criterion.is_empty() {
        return Ok(None);
    }
    let positions = chosen(catalog, &args.criterion).map_err(|sentence| anyhow!(sentence))?;
    let ids = positions.into_iter().filter_map(|at| catalog.criteria.get(at)).map(|criterion| criterion.id);
    Ok(Some(ids.collect()))
}

/// That the framework comes first, for whoever began with the inventory.
fn order(name: &str) -> String {
    let is_there = Path::new(name).exists();
    if is_there {
        ". The framework comes first: `gapcheck crosswalk FRAMEWORK INVENTORY`".to_owned()
    } else {
        String::new()
    }
}
