//! The formats that files come in, one file each, listed once.

pub mod asff;
pub mod csv;
pub mod json;
pub mod markdown;
pub mod markdown_front;
pub mod oscal_component;
pub mod oscal_ssp;
pub mod pass_fail;
pub mod prowler_csv;
pub mod prowler_ocsf;
pub mod sarif;
pub mod xlsx;
pub mod yaml;

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
pub const FORMATS: &[Format] = &[
    xlsx::FORMAT,
    oscal_component::FORMAT,
    oscal_ssp::FORMAT,
    sarif::FORMAT,
    prowler_ocsf::FORMAT,
    asff::FORMAT,
    prowler_csv::FORMAT,
    pass_fail::FORMAT,
    json::FORMAT,
    markdown_front::FORMAT,
    yaml::FORMAT,
    markdown::FORMAT,
    csv::FORMAT,
];
