//! `gapcheck evidence due`: what has to be collected or renewed, and what is overdue.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};

use crate::assess::due::{of_owner, owner};
use crate::cli::args::evidence::Due;
use crate::cli::exit::Exit;
use crate::cli::inventory::{Told, catalog, inventory};
use crate::io::{clock, evidence, output, terminal};
use crate::model::date::Date;
use crate::model::due::{Agenda, Horizon};
use crate::model::inventory::Inventory;
use crate::report::due::{DUE_FORMATS, DueFormat, by_extension, by_name};
use crate::source::file::Sources;
use crate::text::escape::github_log;
use crate::text::list::and;

/// Says what is due, prints it and writes the files that were asked for.
///
/// # Errors
///
/// When something cannot be read or written, or nobody has the name asked for.
pub fn run(args: &Due) -> Result<Exit> {
    let outputs = args.output.iter().map(|text| Output::parse(text)).collect::<Result<Vec<_>>>()?;
    refuse_to_share(&outputs)?;
    let Told::Read(catalog) = catalog(None)? else { return Ok(Exit::CouldNot) };
    let as_of = args.as_of.unwrap_or_else(clock::today);
    let Told::Read((sources, inventory)) = inventory(&args.source.inventory, &catalog, as_of)? else {
        return Ok(Exit::CouldNot);
    };
    for output in &outputs {
        output.refuse_to_overwrite(&sources, &inventory)?;
    }
    let files = evidence::look_up(&inventory, &sources);
    let whose =
        args.owner.as_deref().map(|name| owner(&inventory, name)).transpose().map_err(|unknown| anyhow!(unknown))?;
    let agenda = crate::due(&inventory, &catalog, &files, horizon(args, as_of));
    let agenda = match &whose {
        Some(owner) => of_owner(agenda, owner),
        None => agenda,
    };
    let agenda = gated(args, as_of, agenda);
    for output in &outputs {
        output.write(&agenda)?;
    }
    print(&args.format, &agenda)?;
    Ok(if agenda.failed() { Exit::GateFailed } else { Exit::Done })
}

/// What is looked at: as far ahead as the gate has to see, at least.
fn horizon(args: &Due, as_of: Date) -> Horizon {
    let asked = args.within.after(as_of);
    let gate = args.fail_within.map_or(asked, |within| within.after(as_of));
    Horizon { as_of, until: asked.max(gate) }
}

fn gated<'a>(args: &Due, as_of: Date, agenda: Agenda<'a>) -> Agenda<'a> {
    let by = args.fail_within.map(|within| within.after(as_of));
    if by.is_some() || args.fail_on_overdue { agenda.gated(by) } else { agenda }
}

fn print(format: &str, agenda: &Agenda<'_>) -> Result<()> {
    let format = by_name(format).context("no such format")?;
    let text = (format.render)(agenda, terminal::width());
    if format.styled { output::print(&text) } else { output::print_plain(&text) }
}

/// A file to be written.
struct Output {
    format: &'static DueFormat,
    path: PathBuf,
}

impl Output {
    fn parse(text: &str) -> Result<Self> {
        // A file whose own name holds a `=` is written with its folder: `./a=b.ics`.
        let named =
            text.split_once('=').filter(|(name, _)| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
        let (format, path) = match named {
            Some((name, path)) => (by_name(name), path),
            None => (by_extension(&extension(text)), text),
        };
        let Some(format) = format else {
            match named {
                Some((name, _)) => {
                    bail!(
                        "no format is called `{name}`; the formats are {}",
                        and(DUE_FORMATS.iter().map(|known| known.name))
                    )
                }
                None => bail!(
                    "no format is known by the name of {text}; the extensions are {}, or say NAME=FILE",
                    and(DUE_FORMATS.iter().map(|known| format!(".{}", known.extension)))
                ),
            }
        };
        if path.is_empty() || path.ends_with(std::path::is_separator) {
            bail!("`{text}` names no file");
        }
        Ok(Self { format, path: PathBuf::from(path) })
    }

    /// A list of what is due must never take the place of what it was made from.
    fn refuse_to_overwrite(&self, sources: &Sources, inventory: &Inventory) -> Result<()> {
        let target = output::real(&self.path);
        let source =
            sources.iter().find(|(_, file)| Path::new(&file.name).canonicalize().is_ok_and(|real| real == target));
        if let Some((_, file)) = source {
            bail!("{} is part of the inventory and would be overwritten", file.name);
        }
        if evidence::is_named(&target, inventory, sources) {
            bail!("{} is evidence or a document of the inventory and would be overwritten", self.path.display());
        }
        Ok(())
    }

    fn write(&self, agenda: &Agenda<'_>) -> Result<()> {
        // A file is laid out the same wherever it is made.
        let text = (self.format.render)(agenda, terminal::PLAIN_WIDTH);
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

fn refuse_to_share(outputs: &[Output]) -> Result<()> {
    for (at, output) in outputs.iter().enumerate() {
        let real = output::real(&output.path);
        if outputs.iter().skip(at + 1).any(|other| output::real(&other.path) == real) {
            bail!("two files are to be written to {}", output.path.display());
        }
    }
    Ok(())
}
