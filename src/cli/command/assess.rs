//! `gapcheck assess`: the assessment, on the terminal and in files.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::Request;
use crate::cli::args::Assess;
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog, inventory};
use crate::io::{clock, evidence, input, output, terminal};
use crate::load;
use crate::model::assessment::Assessment;
use crate::model::baseline::Baseline;
use crate::model::inventory::Inventory;
use crate::model::words::Category;
use crate::report::{Format, Options, by_extension, by_name};
use crate::source::file::Sources;
use crate::text::list::and;

/// Assesses an inventory, prints the assessment and writes the reports that were asked for.
///
/// # Errors
///
/// When something cannot be read or written, or nothing is left in scope.
pub fn run(args: &Assess) -> Result<Exit> {
    let outputs = outputs(&args.output)?;
    let Told::Read(catalog) = catalog(args.basis.criteria_text.as_deref())? else { return Ok(Exit::CouldNot) };
    let as_of = args.basis.as_of.unwrap_or_else(clock::today);
    let Told::Read((sources, mut inventory)) = inventory(&args.source.inventory, &catalog, as_of)? else {
        return Ok(Exit::CouldNot);
    };
    for output in &outputs {
        output.refuse_to_overwrite(&sources)?;
    }
    narrow(&mut inventory, &args.category)?;
    let baseline = args.baseline.as_deref().map(baseline).transpose()?;
    let files = evidence::look_up(&inventory, &sources);
    let request = Request { as_of, fail_on: args.fail_on, baseline };
    let assessment = crate::assess(&sources, &inventory, &catalog, &files, &request);
    if assessment.summary.applicable == 0 {
        bail!(
            "nothing is left in scope: all {} criteria of {} are scoped out",
            assessment.summary.criteria,
            categories(&inventory)
        );
    }
    let options =
        Options { width: terminal::width(), min_level: args.min_level, new_only: args.new_only, quiet: args.quiet };
    for output in &outputs {
        output.write(&assessment, &options)?;
    }
    print(&args.format, &assessment, &options)?;
    Ok(if assessment.gate.failed() { Exit::GateFailed } else { Exit::Done })
}

/// A report to be written to a file.
struct Output {
    format: &'static Format,
    path: PathBuf,
}

impl Output {
    fn parse(text: &str) -> Result<Self> {
        let named = text.split_once('=').and_then(|(name, path)| Some((by_name(name)?, path)));
        let (format, path) = if let Some((format, path)) = named {
            (format, PathBuf::from(path))
        } else {
            let path = PathBuf::from(text);
            let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
            let Some(format) = extension.as_deref().and_then(by_extension) else {
                let known = and(crate::report::FORMATS.iter().map(|format| format!(".{}", format.extension)));
                bail!("no format is known by the name of {text}; the extensions are {known}, or say NAME=FILE");
            };
            (format, path)
        };
        if path.as_os_str().is_empty() {
            bail!("`{text}` names no file");
        }
        Ok(Self { format, path })
    }

    /// A report must never take the place of what it was made from.
    fn refuse_to_overwrite(&self, sources: &Sources) -> Result<()> {
        let target = self.path.canonicalize().ok();
        let source =
            sources.iter().find(|(_, file)| target.is_some() && Path::new(&file.name).canonicalize().ok() == target);
        if let Some((_, file)) = source {
            bail!("{} is part of the inventory and would be overwritten", file.name);
        }
        Ok(())
    }

    fn write(&self, assessment: &Assessment<'_>, options: &Options) -> Result<()> {
        // A file is laid out the same wherever it is made.
        let options = Options { width: terminal::PLAIN_WIDTH, quiet: false, ..options.clone() };
        let text = (self.format.render)(assessment, &options);
        let text = if self.format.styled { anstream::adapter::strip_str(&text).to_string() } else { text };
        output::write(&self.path, text.as_bytes())
    }
}

fn outputs(texts: &[String]) -> Result<Vec<Output>> {
    let outputs = texts.iter().map(|text| Output::parse(text)).collect::<Result<Vec<_>>>()?;
    for (at, output) in outputs.iter().enumerate() {
        if outputs.iter().skip(at + 1).any(|other| other.path == output.path) {
            bail!("two reports are to be written to {}", output.path.display());
        }
    }
    Ok(outputs)
}

/// Leaves only the categories asked for in the scope.
fn narrow(inventory: &mut Inventory, wanted: &[Category]) -> Result<()> {
    if wanted.is_empty() {
        return Ok(());
    }
    let selected = categories(inventory);
    inventory.scope.categories.retain(|category| wanted.contains(category));
    if inventory.scope.categories.is_empty() {
        let wanted = and(wanted.iter().map(|category| category.plain()));
        bail!("nothing is left in scope: the inventory selects {selected}, not {wanted}");
    }
    Ok(())
}

fn categories(inventory: &Inventory) -> String {
    and(inventory.scope.categories.iter().map(|category| category.plain()))
}

fn baseline(path: &Path) -> Result<Baseline> {
    let input = input::read(&[path.to_path_buf()])?;
    let text = input.sources.iter().next().map_or("", |(_, file)| &file.text);
    load::baseline::baseline(text).with_context(|| format!("the baseline {}", path.display()))
}

fn print(format: &str, assessment: &Assessment<'_>, options: &Options) -> Result<()> {
    let format = by_name(format).context("no such format")?;
    let text = (format.render)(assessment, options);
    if format.styled { output::print(&text) } else { output::print_plain(&text) }
}
