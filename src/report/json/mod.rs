//! The JSON result: everything that was concluded, for machines, frozen by version.

mod lines;
pub(in crate::report) mod tool;
pub(in crate::report) mod v1;

use std::borrow::Cow;

use serde::Serialize;

use crate::model::assessment::Assessment;
use crate::report::format::Content;
use crate::report::json::lines::Lines;
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
    finished(serde_json::to_string_pretty(value).unwrap_or_default())
}

/// A value as JSON for machines alone, with the first levels of it indented and each item below them on a line of its own:
/// what is too long to be read through can still be searched and compared by lines.
pub(super) fn by_lines(value: &impl Serialize, levels: usize) -> String {
    let mut bytes = Vec::new();
    let mut writer = serde_json::Serializer::with_formatter(&mut bytes, Lines { levels, depth: 0, empty: true });
    // As above; and what a JSON writer has written is UTF-8.
    let written = value.serialize(&mut writer).ok().and_then(|()| String::from_utf8(bytes).ok());
    finished(written.unwrap_or_default())
}

/// A document with its last line ended and nothing hidden in it.
fn finished(mut document: String) -> String {
    document.push('\n');
    match crate::text::escape::json(&document) {
        Cow::Borrowed(_) => document,
        Cow::Owned(escaped) => escaped,
    }
}

/// The plan of an assessment alone, with what was asked of it.
pub(super) fn plan(assessment: &Assessment<'_>, asked: Asked<'_>) -> String {
    pretty(&PlanDocument::of(assessment, asked))
}
