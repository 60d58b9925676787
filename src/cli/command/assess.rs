//! `gapcheck assess`: the assessment, on the terminal and in files.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::Narrowed;
use crate::Request;
use crate::cli::args::Assess;
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog, inventory};
use crate::cli::narrow::{categories, narrowed};
use crate::io::{clock, evidence, input, output, terminal};
use crate::load;
use crate::model::assessment::Assessment;
use crate::model::baseline::Baseline;
use crate::model::inventory::Inventory;
use crate::report::{FORMATS, Format, Options, by_extension, by_name};
use crate::source::file::Sources;
use crate::text::escape::github_log;
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
    let Told::Read((sources, whole)) = inventory(&args.source.inventory, &catalog, as_of)? else {
        return Ok(Exit::CouldNot);
    };
    for output in &outputs {
        output.refuse_to_overwrite(&sources, &whole)?;
    }
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
        // A file whose own name holds a `=` is written with its folder: `./a=b.md`.
        let named =
            text.split_once('=').filter(|(name, _)| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
        let (format, path) = match named {
            Some((name, path)) => (by_name(name), path),
            None => (by_extension(&extension(text)), text),
        };
        let Some(format) = format else {
            let formats = and(FORMATS.iter().map(|format| format.name));
            let extensions = and(FORMATS.iter().map(|format| format!(".{}", format.extension)));
            match named {
                Some((name, _)) => bail!("no format is called `{name}`; the formats are {formats}"),
                None => {
                    bail!("no format is known by the name of {text}; the extensions are {extensions}, or say NAME=FILE")
                }
            }
        };
        if path.is_empty() || path.ends_with(std::path::is_separator) {
            bail!("`{text}` names no file");
        }
        Ok(Self { format, path: PathBuf::from(path) })
    }

    /// A report must never take the place of what it was made from.
    fn refuse_to_overwrite(&self, sources: &Sources, inventory: &Inventory) -> Result<()> {
        let target = output::real(&self.path);
        let source =
            sources.all().find(|(_, file)| Path::new(&file.name).canonicalize().is_ok_and(|real| real == target));
        if let Some((_, file)) = source {
            bail!("{} is part of the inventory and would be overwritten", file.name);
        }
        if evidence::is_named(&target, inventory, sources) {
            bail!("{} is evidence or a document of the inventory and would be overwritten", self.path.display());
        }
        Ok(())
    }

    fn write(&self, assessment: &Assessment<'_>, options: &Options) -> Result<()> {
        // A file is laid out the same wherever it is made.
        let options = Options { width: terminal::PLAIN_WIDTH, quiet: false, ..options.clone() };
        let text = (self.format.render)(assessment, &options);
        if self.format.styled {
            let text = anstream::adapter::strip_str(&text).to_string();
            return output::write(&self.path, github_log(&text).as_bytes());
        }
        output::write(&self.path, text.as_bytes())
    }
}

fn extension(path: &str) -> String {
    Path::new(path).extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn outputs(texts: &[String]) -> Result<Vec<Output>> {
    let outputs = texts.iter().map(|text| Output::parse(text)).collect::<Result<Vec<_>>>()?;
    for (at, output) in outputs.iter().enumerate() {
        let real = output::real(&output.path);
        if outputs.iter().skip(at + 1).any(|other| output::real(&other.path) == real) {
            bail!("two reports are to be written to {}", output.path.display());
        }
    }
    Ok(outputs)
}

fn baseline(path: &Path) -> Result<Baseline> {
    let input = input::read_alone(&[path.to_path_buf()])?;
    if let Some(problem) = input.problems.sorted().first() {
        bail!("the baseline {}: {}", path.display(), problem.message);
    }
    let text = input.sources.iter().next().map_or("", |(_, file)| &file.text);
    load::baseline::baseline(text).with_context(|| format!("the baseline {}", path.display()))
}

fn print(format: &str, assessment: &Assessment<'_>, options: &Options) -> Result<()> {
    let format = by_name(format).context("no such format")?;
    let text = (format.render)(assessment, options);
    if format.styled { output::print(&text) } else { output::print_plain(&text) }
}
