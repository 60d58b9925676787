//! The JSON result: everything that was concluded, for machines, frozen by version.

pub(in crate::report) mod v1;

use serde::Serialize;

use crate::model::assessment::Assessment;
use crate::report::format::Content;
use crate::report::json::v1::of_plan::{Asked, PlanDocument};
use crate::report::{Format, Options};

/// The JSON result, version 1.
pub static FORMAT: Format = Format {
    name: "json",
    extension: "json",
    summary: "the whole result for machines, in a form that is frozen by version",
    styled: false,
    render,
};

/// The JSON Schema that every JSON result of version 1 meets.
pub const SCHEMA: &str = include_str!("../../../schemas/result-v1.schema.json");

fn render(assessment: &Assessment<'_>, _: &Options) -> Content {
    // Always whole, whatever is listed elsewhere: a result may be the baseline of the next.
    pretty(&v1::Document::of(assessment)).into()
}

/// A value as JSON for machines that people may look at too: indented, and nothing hidden in it.
pub(super) fn pretty(value: &impl Serialize) -> String {
    // Structs of texts, numbers and lists always become JSON: only maps with other keys than texts could fail.
    let mut document = serde_json::to_string_pretty(value).unwrap_or_default();
    document.push('\n');
    crate::text::escape::json(&document).into_owned()
}

/// The plan of an assessment alone, with what was asked of it.
pub(super) fn plan(assessment: &Assessment<'_>, asked: Asked<'_>) -> String {
    pretty(&PlanDocument::of(assessment, asked))
}
