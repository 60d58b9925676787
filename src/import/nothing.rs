//! What is said where nothing could be made of a file, or of all of them.

use crate::import::format::FORMATS;
use crate::import::table::Reading;
use crate::model::import::{Field, LeftOut, Origin, Understood};
use crate::source::problem::{Problem, Problems};
use crate::text::list::and;

/// A file of which nothing could be made.
#[derive(Clone, Copy, Debug)]
pub struct Unread<'f> {
    /// Its name.
    pub file: &'f str,
    /// Why.
    pub why: &'static str,
}

impl Unread<'_> {
    /// It beside others that were read, as a page beside the policies of a folder is.
    pub fn left_out(&self) -> LeftOut {
        let origin = Origin { file: self.file.to_owned(), at: "the whole file".to_owned() };
        LeftOut { origin, what: "the file".to_owned(), why: self.why.to_owned() }
    }
}

/// Tells that no table of any file holds controls, and why.
pub fn without_any(
    tables: &[&Understood],
    readings: &[(&str, Reading)],
    unread: &[Unread<'_>],
    problems: &mut Problems,
) {
    if !problems.is_empty() || readings.iter().any(|(_, reading)| !reading.results.is_empty()) {
        return;
    }
    for table in tables {
        let part = table.part.as_ref().map_or(String::new(), |part| format!(", {part}"));
        let why = table.unused.as_deref().unwrap_or_default();
        problems.add(
            Problem::anywhere(format!("nothing in `{}`{part} is understood as controls: {why}", table.file))
                .help(format!("the fields that `--map` knows are {}", fields())),
        );
    }
    for (file, _) in readings.iter().filter(|(_, reading)| reading.tables.is_empty()) {
        problems.add(
            Problem::anywhere(format!("no list of controls was found in `{file}`")).help(
                "a list of records is looked for, at the top, under a key such as `controls`, or under ids as keys",
            ),
        );
    }
    for Unread { file, why } in unread {
        problems.add(
            Problem::anywhere(format!("`{file}` was not read: {why}"))
                .help(format!("gapcheck reads {}", and(FORMATS.iter().map(|format| format.name)))),
        );
    }
}

fn fields() -> String {
    crate::text::list::ticked_and(Field::ALL.iter())
}
