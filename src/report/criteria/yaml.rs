//! The catalog as YAML.

use crate::report::criteria::CriteriaFormat;
use crate::report::criteria::choice::Choice;
use crate::report::criteria::data::Document;

/// YAML, with everything the catalog holds.
pub(super) static FORMAT: CriteriaFormat =
    CriteriaFormat { name: "yaml", summary: "everything the catalog holds, to read and to edit", render };

fn render(choice: &Choice<'_>, _: usize) -> String {
    // Structs of texts, numbers and lists always become YAML; the writer quotes and escapes what cannot be seen.
    serde_yaml::to_string(&Document::of(choice)).unwrap_or_default()
}
