//! What is asked of the report: which themes, which answers, for whom, and what fails the gate.

use crate::model::enterprise::{Enterprise, FailOn};
use crate::model::enterprise_asked::Asked;
use crate::text::list::ticked_or;
use crate::text::nearest::nearest;

/// What is asked of the report.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The themes shown, by name; all where there are none.
    pub themes: Vec<String>,
    /// Only answers that somebody still has to work on.
    pub unanswered: bool,
    /// For a buyer: what is supported, and nothing that is only for us.
    pub for_buyers: bool,
    /// What fails the gate.
    pub fail_on: Option<FailOn>,
}

impl Options {
    /// Whether the gate failed.
    #[must_use]
    pub fn failed(&self, enterprise: &Enterprise<'_>) -> bool {
        self.fail_on.is_some_and(|on| enterprise.failing(on).next().is_some())
    }
}

/// The themes that names stand for: as a theme is called in the files, or in the report.
///
/// # Errors
///
/// For a name that no theme has: a sentence with what its writer probably means.
pub fn themes(asked: &Asked, names: &[String]) -> Result<Vec<String>, String> {
    let known = || asked.themes.iter().map(|theme| theme.theme.as_str());
    names
        .iter()
        .map(|name| {
            let lower = name.trim().to_lowercase();
            let is_meant = |theme: &&crate::model::enterprise_asked::Theme| {
                theme.theme == lower || theme.title.to_lowercase() == lower
            };
            let found = asked.themes.iter().find(is_meant).map(|theme| theme.theme.clone());
            found.ok_or_else(|| {
                let help = match nearest(&lower, known()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("the themes are {}", ticked_or(known())),
                };
                format!("no theme is called `{name}`; {help}")
            })
        })
        .collect()
}
