//! `gapcheck assess`: the assessment, on the terminal and in files.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::Narrowed;
use crate::Request;
use crate::cli::args::Assess;
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog, inventory};
use crate::cli::narrow::{categories, narrowed};
use crate::cli::output::Outputs;
use crate::io::{clock, evidence, input, terminal};
use crate::load;
use crate::model::baseline::Baseline;
use crate::report::{FORMATS, Options};

/// Assesses an inventory, prints the assessment and writes the reports that were asked for.
///
/// # Errors
///
/// When something cannot be read or written, or nothing is left in scope.
pub fn run(args: &Assess) -> Result<Exit> {
    let outputs = Outputs::parse(&args.output, FORMATS)?;
    let Told::Read(catalog) = catalog(args.basis.criteria_text.as_deref())? else { return Ok(Exit::CouldNot) };
    let as_of = args.basis.as_of.unwrap_or_else(clock::today);
    let Told::Read((sources, whole)) = inventory(&args.source.inventory, &catalog, as_of)? else {
        return Ok(Exit::CouldNot);
    };
    outputs.refuse_to_overwrite(&sources, &whole)?;
    let inventory = narrowed(&whole, &args.category)?;
    let baseline = args.baseline.as_deref().map(baseline).transpose()?;
    let files = evidence::look_up(&inventory, &sources);
    let request = Request { as_of, fail_on: args.fail_on, baseline };
    let narrowed = Narrowed { whole: &whole, selected: &inventory };
    let assessment = crate::assess_narrowed(&sources, &narrowed, &catalog, &files, &request);
    if assessment.summary.applicable == 0 {
        bail!(
            "nothing is left in scope: all {} criteria of {} are scoped out",
            assessment.summary.criteria,
            categories(&inventory)
        );
    }
    let options = Options {
        width: terminal::width(),
        min_level: args.min_level,
        new_only: args.new_only,
        open_only: args.open_only,
        quiet: args.quiet,
    };
    // A file is laid out the same wherever it is made.
    let in_files = Options { width: terminal::PLAIN_WIDTH, quiet: false, ..options.clone() };
    outputs.deliver(
        (FORMATS, &args.format),
        |render| render(&assessment, &in_files),
        |render| render(&assessment, &options),
    )?;
    Ok(if assessment.gate.failed() { Exit::GateFailed } else { Exit::Done })
}

fn baseline(path: &Path) -> Result<Baseline> {
    let input = input::read_alone(&[path.to_path_buf()])?;
    if let Some(problem) = input.problems.sorted().first() {
        bail!("the baseline {}: {}", path.display(), problem.message);
    }
    let text = input.sources.iter().next().map_or("", |(_, file)| &file.text);
    load::baseline::baseline(text).with_context(|| format!("the baseline {}", path.display()))
}
