//! The catalog for browsing: all criteria at a glance, or the whole page of those asked for.

mod choice;
mod csv;
mod data;
mod json;
mod terminal;
mod words;
mod yaml;

use crate::model::catalog::Catalog;
use crate::report::criteria::choice::Choice;

/// What of the catalog is asked for.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Ids of criteria (`CC6.1`), series (`CC6`), families (`CC`), names of categories (`privacy`), and points of focus
    /// (`CC6.3/periodic-review`), in any case. Without any, all criteria at a glance.
    pub ids: Vec<String>,
}

/// A format the catalog can be browsed in.
pub struct CriteriaFormat {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is for, in a line.
    pub summary: &'static str,
    /// Makes the text of what was chosen, laid out for a width where the format has one.
    render: fn(&Choice<'_>, usize) -> String,
}

/// Every format of the catalog, in the order of the help; the first is the default.
pub static CRITERIA_FORMATS: &[&CriteriaFormat] = &[&terminal::FORMAT, &json::FORMAT, &yaml::FORMAT, &csv::FORMAT];

/// The format of a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static CriteriaFormat> {
    CRITERIA_FORMATS.iter().copied().find(|format| format.name == name)
}

/// The criteria asked for, in report order, as text.
///
/// # Errors
///
/// For ids that do not exist: a line each, with what its writer probably means.
pub fn browse(
    catalog: &Catalog,
    selection: &Selection,
    format: &CriteriaFormat,
    width: usize,
) -> Result<String, String> {
    let choice = Choice::of(catalog, &selection.ids)?;
    Ok((format.render)(&choice, width))
}

/// The criteria that ids stand for, as positions in the catalog.
///
/// # Errors
///
/// For ids that do not exist: a line each, with what its writer probably means.
pub fn positions(catalog: &Catalog, ids: &[String]) -> Result<Vec<usize>, String> {
    let choice = Choice::of(catalog, ids)?;
    Ok(choice.criteria.iter().filter_map(|chosen| catalog.position(chosen.criterion.id)).collect())
}
