//! The formats that files come in, one file each, listed once.

mod json;
mod yaml;

use crate::import::file::File;
use crate::import::table::Reading;
use crate::source::problem::Problems;

/// A format.
pub struct Format {
    /// Its name, as people call it.
    pub name: &'static str,
    /// Reads a file of it; `None` where the file is of another format. A file that is of this format and at fault is read as
    /// far as it goes, with every fault.
    pub read: fn(&File<'_>, &mut Problems) -> Option<Reading>,
}

/// All formats, those that are easily told from others first.
pub const FORMATS: &[Format] = &[Format { name: "JSON", read: json::read }, Format { name: "YAML", read: yaml::read }];
