//! Files that are written beside what is printed: `-o FILE`, the same for every command that has it.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::io::{evidence, output};
use crate::model::inventory::Inventory;
use crate::report::format::{Content, FormatOf, Formats, by_extension, by_name};
use crate::source::file::Sources;
use crate::text::escape::{github_log, terminal};
use crate::text::list::and;

/// The files to be written.
pub(super) struct Outputs<Render: 'static>(Vec<Output<Render>>);

/// A file to be written.
struct Output<Render: 'static> {
    format: &'static FormatOf<Render>,
    path: PathBuf,
}

impl<Render> Outputs<Render> {
    /// The files asked for, each as `FILE` or as `NAME=FILE`.
    ///
    /// # Errors
    ///
    /// When the format of one is not known, one names no file, or two mean the same.
    pub(super) fn parse(texts: &[String], formats: Formats<Render>) -> Result<Self> {
        let outputs = texts.iter().map(|text| Output::parse(text, formats)).collect::<Result<Vec<_>>>()?;
        for (at, one) in outputs.iter().enumerate() {
            let real = output::real(&one.path);
            if outputs.iter().skip(at + 1).any(|other| output::real(&other.path) == real) {
                bail!("two files are to be written to {}", one.path.display());
            }
        }
        Ok(Self(outputs))
    }

    /// Refuses to put a report in the place of what it is made from: the inventory, its lock, its evidence, its documents.
    ///
    /// # Errors
    ///
    /// When one of the files is such a file.
    pub(super) fn refuse_to_overwrite(&self, sources: &Sources, inventory: &Inventory) -> Result<()> {
        self.0.iter().try_for_each(|output| refuse_to_overwrite(&output.path, sources, inventory))
    }

    /// Refuses to put a report in the place of an earlier result it is made from.
    ///
    /// # Errors
    ///
    /// When one of the files is that result.
    pub(super) fn refuse_to_overwrite_result(&self, sources: &Sources) -> Result<()> {
        self.0
            .iter()
            .try_for_each(|output| refuse_to_overwrite_a_source(&output.path, sources, "one of the two results"))
    }

    /// Where the files go.
    pub(super) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.0.iter().map(|output| output.path.as_path())
    }

    /// As [`refuse_to_overwrite`](Self::refuse_to_overwrite), of an inventory that could not be read: its own files.
    ///
    /// # Errors
    ///
    /// When one of the files is part of it.
    pub(super) fn refuse_to_overwrite_files(&self, sources: &Sources) -> Result<()> {
        self.0
            .iter()
            .try_for_each(|output| refuse_to_overwrite_a_source(&output.path, sources, "part of the inventory"))
    }

    /// Where the first file of a format is to lie.
    pub(super) fn first(&self, format: &str) -> Option<&Path> {
        self.0.iter().find(|output| output.format.name == format).map(|output| output.path.as_path())
    }

    /// Writes the files and prints: what cannot be written keeps nothing else from being written or printed.
    ///
    /// # Errors
    ///
    /// When something cannot be written or printed.
    pub(super) fn deliver<Made: Into<Content>>(
        &self,
        (formats, name): (Formats<Render>, &str),
        in_files: impl Fn(&Render) -> Made,
        printed: impl FnOnce(&Render) -> Made,
    ) -> Result<()> {
        let written = self.write(in_files);
        print(formats, name, printed)?;
        written
    }

    /// Writes them all, each made by its format. What cannot be written does not keep the others from being written.
    ///
    /// # Errors
    ///
    /// When some cannot be written: all of those, with why.
    fn write<Made: Into<Content>>(&self, make: impl Fn(&Render) -> Made) -> Result<()> {
        let wrong = self.0.iter().filter_map(|output| output.write(make(&output.format.render).into()).err());
        let wrong: Vec<String> = wrong.map(|error| format!("{error:#}")).collect();
        if wrong.is_empty() { Ok(()) } else { bail!(wrong.join("\n")) }
    }
}

impl<Render> Output<Render> {
    fn parse(text: &str, formats: Formats<Render>) -> Result<Self> {
        // A file whose own name holds a `=` is written with its folder: `./a=b.md`.
        let named =
            text.split_once('=').filter(|(name, _)| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
        let (format, path) = match named {
            Some((name, path)) => (by_name(formats, name), path),
            None => (by_extension(formats, &extension(text)), text),
        };
        let Some(format) = format else {
            let known = and(formats.iter().map(|format| format.name));
            // Of several formats with one extension the first is meant.
            let is_meant = |format: &&&FormatOf<Render>| {
                by_extension(formats, format.extension).is_some_and(|first| first.name == format.name)
            };
            let extensions = and(formats.iter().filter(is_meant).map(|format| format!(".{}", format.extension)));
            match named {
                Some((name, _)) => bail!("no format is called `{name}`; the formats are {known}"),
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

    fn write(&self, content: Content) -> Result<()> {
        if let Some(why) = write(&self.path, self.format.styled, content)? {
            output::tell(&format!("{} is not written: {why}\n", terminal(&self.path.display().to_string())));
        }
        Ok(())
    }
}

/// Refuses to put something in the place of what it is made from.
///
/// # Errors
///
/// When a path leads to the inventory, its lock, its evidence or its documents.
pub(super) fn refuse_to_overwrite(path: &Path, sources: &Sources, inventory: &Inventory) -> Result<()> {
    refuse_to_overwrite_a_source(path, sources, "part of the inventory")?;
    let target = output::real(path);
    if evidence::is_named(&target, inventory, sources) {
        bail!("{} is evidence or a document of the inventory and would be overwritten", path.display());
    }
    Ok(())
}

/// Refuses to put something in the place of a file it is made from, which is told by what it is.
fn refuse_to_overwrite_a_source(path: &Path, sources: &Sources, what: &str) -> Result<()> {
    let target = output::real(path);
    let source = sources.all().find(|(_, file)| Path::new(&file.name).canonicalize().is_ok_and(|real| real == target));
    if let Some((_, file)) = source {
        bail!("{} is {what} and would be overwritten", file.name);
    }
    Ok(())
}

/// Writes a report to a file, without its styles; why not, where the format had nothing to write.
///
/// # Errors
///
/// When it cannot be written.
pub(super) fn write(path: &Path, styled: bool, content: Content) -> Result<Option<String>> {
    match content {
        Content::Text(text) if styled => {
            let plain = anstream::adapter::strip_str(&text).to_string();
            output::write(path, github_log(&plain).as_bytes())?;
        }
        Content::Text(text) => output::write(path, text.as_bytes())?,
        Content::Bytes(bytes) => output::write(path, &bytes)?,
        Content::Nothing(why) => return Ok(Some(why)),
    }
    Ok(None)
}

fn extension(path: &str) -> String {
    Path::new(path).extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// Prints what the format of a name makes.
///
/// # Errors
///
/// When it cannot be printed, or is no text and would be printed to a terminal.
fn print<Render, Made: Into<Content>>(
    formats: Formats<Render>,
    name: &str,
    make: impl FnOnce(&Render) -> Made,
) -> Result<()> {
    let format = by_name(formats, name).context("no such format")?;
    match make(&format.render).into() {
        Content::Text(text) if format.styled => output::print(&text),
        Content::Text(text) => output::print_plain(&text),
        Content::Bytes(_) if std::io::stdout().is_terminal() => {
            bail!("{name} is no text: write it to a file with -o FILE.{}", format.extension)
        }
        Content::Bytes(bytes) => output::print_plain(&bytes),
        Content::Nothing(why) => {
            output::tell(&format!("nothing is printed: {why}\n"));
            Ok(())
        }
    }
}
