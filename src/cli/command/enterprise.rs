//! `gapcheck enterprise`: what buyers ask before they sign.

use anyhow::{Result, anyhow};

use crate::Request;
use crate::cli::args;
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog, inventory};
use crate::cli::output::Outputs;
use crate::enterprise::enterprise;
use crate::io::{clock, evidence, terminal};
use crate::load::enterprise::asked;
use crate::report::enterprise::ENTERPRISE_FORMATS;
use crate::report::enterprise::options::{Options, themes};
use crate::report::enterprise::sheet::Sheet;

/// Answers what buyers ask, prints it and writes the files that were asked for.
///
/// # Errors
///
/// When something cannot be read or written, or no theme has a name that was asked for.
pub fn run(args: &args::Enterprise) -> Result<Exit> {
    let outputs = Outputs::parse(&args.output, ENTERPRISE_FORMATS)?;
    let asked = asked()?;
    let themes = themes(&asked, &args.theme).map_err(|unknown| anyhow!(unknown))?;
    let Told::Read(catalog) = catalog(args.basis.criteria_text.as_deref())? else { return Ok(Exit::CouldNot) };
    let as_of = args.basis.as_of.unwrap_or_else(clock::today);
    let Told::Read((sources, inventory)) = inventory(&args.source.inventory, &catalog, as_of)? else {
        return Ok(Exit::CouldNot);
    };
    outputs.refuse_to_overwrite(&sources, &inventory)?;
    let files = evidence::look_up(&inventory, &sources);
    let request = Request { as_of, fail_on: None, baseline: None };
    let assessment = crate::assess(&sources, &inventory, &catalog, &files, &request);
    let enterprise = enterprise(&assessment, &files, &asked);
    let options = Options { themes, unanswered: args.unanswered, for_buyers: args.for_buyers, fail_on: args.fail_on };
    let sheet = Sheet::of(&enterprise, &options);
    // A file is laid out the same wherever it is made.
    outputs.deliver(
        (ENTERPRISE_FORMATS, &args.format),
        |render| render(&sheet, terminal::PLAIN_WIDTH),
        |render| render(&sheet, terminal::width()),
    )?;
    Ok(if options.failed(&enterprise) { Exit::GateFailed } else { Exit::Done })
}
