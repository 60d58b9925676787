//! What is due, for people, calendars, spreadsheets and machines: a format is a function from an agenda to text.

mod csv;
mod ics;
mod json;
mod markdown;
mod terminal;
mod words;

use crate::model::due::Agenda;

/// A format of what is due.
pub struct DueFormat {
    /// Its name on the command line.
    pub name: &'static str,
    /// The extension by which `--output` knows it, without the dot.
    pub extension: &'static str,
    /// What it is for, in a line.
    pub summary: &'static str,
    /// Whether its text carries styles for a terminal.
    pub styled: bool,
    /// Makes the text, laid out for a width where the format has one.
    pub render: fn(&Agenda<'_>, usize) -> String,
}

/// Every format, in the order of the help; the first is the default.
pub static DUE_FORMATS: &[&DueFormat] =
    &[&terminal::FORMAT, &markdown::FORMAT, &json::FORMAT, &csv::FORMAT, &ics::FORMAT];

/// The format of a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static DueFormat> {
    DUE_FORMATS.iter().copied().find(|format| format.name == name)
}

/// The format that an extension stands for.
#[must_use]
pub fn by_extension(extension: &str) -> Option<&'static DueFormat> {
    DUE_FORMATS.iter().copied().find(|format| format.extension == extension)
}
