//! The lists of somebody else's file, by the readers that `import` has.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::cli::command::sample::lines::{below_heading, lines, why_none};
use crate::import::file::File;
use crate::import::format::{FORMATS, csv};
use crate::import::table::{Reading, Row, Table};
use crate::import::words::date::{Told, read as read_date};
use crate::io::foreign::{self, Foreign};
use crate::io::output;
use crate::model::import::{LeftOut, Origin};
use crate::model::sampling::{Day, List, ListRow};
use crate::report::problems;
use crate::source::problem::Problems;
use crate::text::count::count;
use crate::text::hash::sha256_hex;
use crate::text::list::some;
use crate::text::wrap::truncate;

/// A file with its lists.
pub(super) struct Lists {
    foreign: Foreign,
    /// Its name, without its folders.
    pub(super) name: String,
    /// The SHA-256 of its bytes.
    pub(super) digest: String,
    /// What it holds.
    pub(super) all: Vec<List>,
    /// What of it is in no list: where, what and why.
    left_out: Vec<String>,
}

impl Lists {
    /// Reads a file; `None` where it has faults, which were told.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or holds no list.
    pub(super) fn read(path: &Path, purpose: &'static str) -> Result<Option<Self>> {
        if path.is_dir() {
            bail!("{} is a folder; name the file in it that {purpose}", path.display());
        }
        let foreign = foreign::read(&[PathBuf::from(path)])?;
        let files = foreign.files();
        let Some(file) = files.first() else { bail!("{} cannot be read", path.display()) };
        let mut faults = Problems::default();
        let reading = tables(file, &mut faults);
        if !faults.is_empty() {
            output::tell(&problems::render_with(&faults, &foreign.sources, "nothing was written"));
            return Ok(None);
        }
        let Some(reading) = reading else { bail!("{} {}", path.display(), why_none(file.text)) };
        let left_out = reading.left_out.iter();
        let left_out = left_out.map(|left| format!("{}: {}; {}", left.origin.at, left.what, left.why)).collect();
        let all = reading.tables.into_iter().map(list).collect();
        let name = path.file_name().map_or_else(|| file.name.to_owned(), |name| name.to_string_lossy().into_owned());
        let digest = sha256_hex(file.bytes);
        Ok(Some(Self { foreign, name, digest, all, left_out }))
    }

    /// Reads a file without a word; `None` where that cannot be done.
    pub(super) fn quietly(path: &Path) -> Option<Self> {
        let foreign = foreign::read(&[PathBuf::from(path)]).ok()?;
        let tables = tables(foreign.files().first()?, &mut Problems::default())?.tables;
        let all = tables.into_iter().map(list).collect();
        Some(Self { foreign, name: String::new(), digest: String::new(), all, left_out: Vec::new() })
    }

    /// The one list meant.
    ///
    /// # Errors
    ///
    /// When there are several, or none of the name asked for.
    pub(super) fn one(&self, part: Option<&str>) -> Result<&List> {
        let parts =
            || some(self.all.iter().filter_map(|list| list.part.as_deref()).map(|part| format!("`{part}`")), 12);
        let meant = |list: &&List| part.is_none() || list.part.as_deref() == part;
        let mut found = self.all.iter().filter(meant);
        match (found.next(), found.next(), part) {
            (Some(list), None, _) => Ok(list),
            (Some(_), Some(_), _) => {
                bail!("{} holds {}: {}; name one with --sheet", self.name, count(self.all.len(), "list"), parts())
            }
            (None, _, Some(part)) if parts().is_empty() => bail!("{} has no sheet `{part}`, only one list", self.name),
            (None, _, _) => bail!("{} has no list `{}`; it holds {}", self.name, part.unwrap_or_default(), parts()),
        }
    }

    /// Tells what of it is in no list.
    pub(super) fn tell_left_out(&self) {
        for left in &self.left_out {
            let line = format!("left out of {}, {left}", self.name);
            output::tell(&format!("{}\n", crate::text::escape::terminal(&line)));
        }
    }

    /// Tells what is wrong with it.
    pub(super) fn tell(&self, problems: &Problems, closing: &str) {
        output::tell(&problems::render_with(problems, &self.foreign.sources, closing));
    }
}

/// What reads a day as people write them.
pub(super) fn read_day(text: &str) -> Day {
    match read_date(text) {
        Told::Day(day) => Day::On(day),
        Told::Ambiguous => Day::Ambiguous,
        Told::None => Day::None,
    }
}

/// The tables of a file by the first format that finds some; what a scanner wrote is read as the table it is. A text without
/// tables is a list with an id on each line.
fn tables(file: &File<'_>, problems: &mut Problems) -> Option<Reading> {
    let mut first_faults: Option<Problems> = None;
    for format in FORMATS {
        let mut faults = Problems::default();
        let reading = (format.read)(file, &mut faults).map(with_lists);
        if let Some(reading) = reading.filter(|reading| !reading.tables.is_empty()) {
            *problems = faults;
            return Some(reading);
        }
        first_faults = first_faults.or((!faults.is_empty()).then_some(faults));
    }
    if let Some(reading) = without_comments(file, problems) {
        return Some(reading);
    }
    match (first_faults, file.text.and_then(|text| lines(file.number, text))) {
        (Some(faults), _) => {
            *problems = faults;
            None
        }
        (None, table) => table.map(|table| Reading { tables: vec![table], ..Reading::default() }),
    }
}

/// What was read, its lists among its tables. The importer says of them that they are no tables, which plays no part here.
fn with_lists(reading: Reading) -> Reading {
    let Reading { lists, mut tables, mut left_out, .. } = reading;
    for list in lists.into_iter().filter_map(below_heading) {
        let sheet = list.part.as_ref().map(|part| format!("sheet {part}"));
        left_out.retain(|left| left.what != "the sheet" || sheet.as_ref() != Some(&left.origin.at));
        tables.push(list);
    }
    Reading { tables, left_out, ..Reading::default() }
}

/// The table of a CSV file that begins with lines of comments, which no other program would take for headings. They are blanked,
/// so that rows keep their numbers and their places.
fn without_comments(file: &File<'_>, problems: &mut Problems) -> Option<Reading> {
    let text = file.text?;
    let is_comment = |line: &&str| line.starts_with('#');
    let above: usize = text.split_inclusive('\n').take_while(is_comment).map(str::len).sum();
    let (comments, rest) = text.split_at_checked(above).filter(|(comments, _)| !comments.is_empty())?;
    let blank: String =
        comments.chars().map(|c| if c == '\n' { "\n".to_owned() } else { " ".repeat(c.len_utf8()) }).collect();
    let blanked = blank + rest;
    let bare = File::new(file.number, file.name, file.bytes, Some((&blanked, file.encoding)));
    let mut faults = Problems::default();
    let mut reading = (csv::FORMAT.read)(&bare, &mut faults).filter(|reading| !reading.tables.is_empty())?;
    *problems = faults;
    reading.left_out.extend(comments.lines().zip(1..).map(|(line, number): (&str, usize)| LeftOut {
        origin: Origin { file: file.name.to_owned(), at: format!("row {number}") },
        what: truncate(line, 80),
        why: "it is a comment".to_owned(),
    }));
    Some(reading)
}

fn list(table: Table) -> List {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let row = |row: Row| ListRow {
        at: row.at,
        place: row.place,
        cells: row.cells.iter().map(|cell| one_line(&cell.join(" "))).collect(),
    };
    List {
        part: table.part,
        columns: table.columns.iter().map(|heading| one_line(&heading.text)).collect(),
        rows: table.rows.into_iter().map(row).collect(),
    }
}
