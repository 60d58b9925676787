//! The catalog as JSON.

use crate::report::criteria::CriteriaFormat;
use crate::report::criteria::choice::Choice;
use crate::report::criteria::data::Document;

/// JSON, with everything the catalog holds.
pub(super) static FORMAT: CriteriaFormat =
    CriteriaFormat { name: "json", summary: "everything the catalog holds, for machines", render };

fn render(choice: &Choice<'_>, _: usize) -> String {
    crate::report::json::pretty(&Document::of(choice))
}
