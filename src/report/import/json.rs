//! An import as JSON, for programs that watch what becomes of an inventory.

use serde_json::{Value, json};

use crate::model::import::{Column, LeftOut, Origin, Understood};
use crate::model::import_update::{Change, What};
use crate::report::import::{ImportFormat, ImportPage};

/// The version of this result.
const VERSION: u32 = 1;

/// The format `json`.
pub(super) static FORMAT: ImportFormat = ImportFormat {
    name: "json",
    extension: "json",
    summary: "for programs: what was understood, left out and changed",
    styled: false,
    render,
};

fn render(page: &ImportPage<'_>, _: usize) -> String {
    let import = page.import;
    let unknown = import
        .unknown
        .iter()
        .map(|(id, origins)| json!({ "id": id, "origins": origins.iter().map(origin).collect::<Vec<Value>>() }));
    let whole = json!({
        "import_version": VERSION,
        "inventory": page.target,
        "written": page.writes(),
        "understood": import.understood.iter().map(understood).collect::<Vec<Value>>(),
        "unknown_criteria": unknown.collect::<Vec<Value>>(),
        "left_out": import.left_out.iter().map(left_out).collect::<Vec<Value>>(),
        "unclaimed_results": import.results.len(),
        "changes": page.update.changes.iter().map(change).collect::<Vec<Value>>(),
    });
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

fn understood(of: &Understood) -> Value {
    json!({
        "file": of.file,
        "format": of.format,
        "part": of.part,
        "rows": of.rows,
        "results": of.results,
        "controls": of.controls,
        "links": of.links,
        "columns": of.columns.iter().map(column).collect::<Vec<Value>>(),
        "unused": of.unused,
    })
}

fn column(column: &Column) -> Value {
    json!({
        "header": column.header,
        "field": column.field.map(crate::model::import::Field::word),
        "why": column.why,
        "example": column.example,
    })
}

fn origin(origin: &Origin) -> Value {
    json!({ "file": origin.file, "at": origin.at })
}

fn left_out(one: &LeftOut) -> Value {
    json!({ "origin": origin(&one.origin), "what": one.what, "why": one.why })
}

fn change(change: &Change) -> Value {
    let (what, key, from, to) = match &change.what {
        What::Added => ("added", None, None, None),
        What::Filled { key, to } => ("filled", Some(*key), None, Some(to.clone())),
        What::Updated { key, from, to } => ("updated", Some(*key), Some(from.clone()), Some(to.clone())),
        What::Kept { key, ours, theirs } => ("kept", Some(*key), Some(ours.clone()), Some(theirs.clone())),
        What::Extended { key, number } => ("extended", Some(*key), None, Some(number.to_string())),
        What::Nobody { owner } => ("nobody", Some("owner"), None, Some(owner.clone())),
        What::Gone => ("gone", None, None, None),
    };
    json!({ "control": change.control, "name": change.name, "what": what, "key": key, "from": from, "to": to })
}
