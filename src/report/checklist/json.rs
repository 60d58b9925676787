//! The checklist as JSON: structs of their own, frozen by version.

use serde::Serialize;

use crate::model::assessment::Assessment;
use crate::report::checklist::ChecklistFormat;
use crate::report::checklist::items::items;
use crate::report::json::tool::Tool;

/// The format `json`.
pub(super) static FORMAT: ChecklistFormat = ChecklistFormat {
    name: "json",
    extension: "json",
    summary: "for machines, in a form that is frozen by version",
    styled: false,
    render,
};

/// The whole document. Keys may be added; none is renamed, removed or given another meaning.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u8,
    tool: Tool,
    as_of: String,
    organization: &'a str,
    ticked: usize,
    of: usize,
    items: Vec<Item>,
}

/// An item; it is ticked when nothing is missing.
#[derive(Serialize)]
struct Item {
    id: &'static str,
    name: &'static str,
    ticked: bool,
    fact: String,
    missing: Vec<String>,
}

fn render(assessment: &Assessment<'_>, _: usize) -> String {
    let items = items(assessment).map(|item| {
        let ticked = item.ticked();
        Item { id: item.id, name: item.name, ticked, fact: item.fact, missing: item.missing }
    });
    crate::report::json::pretty(&Document {
        schema_version: 1,
        tool: Tool::this(),
        as_of: assessment.as_of.to_string(),
        organization: &assessment.inventory.organization,
        ticked: items.iter().filter(|item| item.ticked).count(),
        of: items.len(),
        items: items.into(),
    })
}
