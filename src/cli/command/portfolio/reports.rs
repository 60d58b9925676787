//! The reports of the organisations of a portfolio: a file each, made of its own assessment alone.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::cli::args;
use crate::cli::output::write;
use crate::io::portfolio::{Found, lies_in, way};
use crate::io::terminal::PLAIN_WIDTH;
use crate::model::assessment::Assessment;
use crate::model::portfolio::Written;
use crate::portfolio::file_names::file_names;
use crate::report::format::by_extension;
use crate::report::{FORMATS, Format, Options, by_name};
use crate::text::escape::terminal;

/// The format of reports where none was asked for.
const USUAL: &str = "html";

/// Where reports go, and how they are made.
pub(super) struct Reports {
    folder: PathBuf,
    formats: Vec<&'static Format>,
    /// The names of the files of each inventory, without extension.
    names: Vec<String>,
}

impl Reports {
    /// The reports that were asked for; the folder is made where it is not there.
    ///
    /// # Errors
    ///
    /// When the folder cannot be made, or lies where inventories and their evidence lie.
    pub(super) fn of(args: &args::Portfolio, found: &Found) -> Result<Option<Self>> {
        let Some(folder) = &args.reports else { return Ok(None) };
        let taken = found.inventories.iter().map(|place| place.path.as_path()).filter(|path| path.is_dir());
        if std::iter::once(args.folder.as_path()).chain(taken).any(|taken| lies_in(folder, taken)) {
            bail!("{} lies among the inventories; name a folder elsewhere for the reports", folder.display());
        }
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
        let names: Vec<&str> = found.inventories.iter().map(|place| place.name.as_str()).collect();
        Ok(Some(Self { folder: folder.clone(), formats: formats(args), names: file_names(&names) }))
    }

    /// Where they lie as seen from the index, or from here where none is written.
    pub(super) fn seen_from(&self, index: Option<&Path>) -> String {
        let folder = index.map_or(Path::new("."), |index| index.parent().unwrap_or(Path::new(".")));
        way(folder, &self.folder).unwrap_or_else(|| self.folder.to_string_lossy().into_owned())
    }

    /// Writes the reports of the inventory of a number; those written, and what is to be told of the others.
    pub(super) fn write(&self, number: usize, assessment: &Assessment<'_>) -> (Vec<Written>, String) {
        let (mut written, mut told) = (Vec::new(), String::new());
        let options = Options { width: PLAIN_WIDTH, ..Options::default() };
        for format in &self.formats {
            let file = self.file(number, format);
            let path = self.folder.join(&file);
            match write(&path, format.styled, (format.render)(assessment, &options)) {
                Ok(None) => written.push(Written { format: format.name, file }),
                Ok(Some(_)) => {}
                Err(error) => told.extend([&*terminal(&format!("{error:#}")), "\n"]),
            }
        }
        (written, told)
    }

    /// What the file of a format is called. Of several formats with one extension only the first has it alone; a `~` is in no
    /// other part of a name.
    fn file(&self, number: usize, format: &Format) -> String {
        let (name, extension) = (self.names.get(number).map_or("client", String::as_str), format.extension);
        let usual = by_extension(FORMATS, extension).is_some_and(|first| first.name == format.name);
        if usual { format!("{name}.{extension}") } else { format!("{name}~{}.{extension}", format.name) }
    }
}

/// The formats of the reports: those asked for, or the one that is printed where it shows a report to people, or the usual.
fn formats(args: &args::Portfolio) -> Vec<&'static Format> {
    let printed = Some(args.format.as_str()).filter(|name| *name != "terminal").unwrap_or(USUAL);
    let asked: Vec<&str> = args.report_format.iter().map(String::as_str).collect();
    let names = if asked.is_empty() { vec![printed] } else { asked };
    let mut formats: Vec<&'static Format> = Vec::new();
    for format in names.into_iter().filter_map(by_name) {
        if formats.iter().all(|known| known.name != format.name) {
            formats.push(format);
        }
    }
    formats
}
