//! An implemented requirement: what a component does about a control of somebody's catalog.

use serde_json::Value;

use crate::import::scan::value::{list, said, text};
use crate::model::words::Status;

/// The ends of what stands for a parameter in a text.
const INSERT: (&str, &str) = ("{{", "}}");

/// What a requirement and its statements say, with the values of its parameters put in.
#[must_use]
pub fn description(requirement: &Value, also: &[&Value]) -> String {
    let mut told: Vec<String> = Vec::new();
    for part in std::iter::once(requirement).chain(list(requirement, "/statements")).chain(also.iter().copied()) {
        let text = said(part, &["/description"]).or_else(|| said(part, &["/remarks"]));
        if let Some(text) = text.map(|text| with_parameters(&text, requirement)).filter(|text| !told.contains(text)) {
            told.push(text);
        }
    }
    told.join("\n\n")
}

/// Puts the values of parameters in: `{{ insert: param, ac-1_prm_1 }}`. One without a value stays as it is.
fn with_parameters(text: &str, requirement: &Value) -> String {
    let mut done = String::new();
    let mut rest = text;
    while let Some((before, (inside, after))) =
        rest.split_once(INSERT.0).and_then(|(before, behind)| Some((before, behind.split_once(INSERT.1)?)))
    {
        let id = inside.rsplit(',').next().unwrap_or_default().trim();
        let value = parameter(requirement, id).unwrap_or_else(|| format!("{}{inside}{}", INSERT.0, INSERT.1));
        done.push_str(before);
        done.push_str(&value);
        rest = after;
    }
    done + rest
}

fn parameter(requirement: &Value, id: &str) -> Option<String> {
    let set = list(requirement, "/set-parameters").iter();
    let mut set = set.filter(|one| said(one, &["/param-id"]).as_deref() == Some(id));
    let values: Vec<String> = list(set.next()?, "/values").iter().filter_map(text).collect();
    (!values.is_empty()).then(|| values.join(", "))
}

/// How far something has come, in the words of OSCAL: by its own field, or by a property of that name.
#[must_use]
pub fn state(of: &Value) -> Option<String> {
    let by_property = || property(of, "implementation-status");
    said(of, &["/implementation-status/state", "/implementation-status"]).or_else(by_property)
}

/// The value of a property.
#[must_use]
pub fn property(of: &Value, name: &str) -> Option<String> {
    list(of, "/props")
        .iter()
        .find(|one| said(one, &["/name"]).as_deref() == Some(name))
        .and_then(|one| said(one, &["/value"]))
}

/// What a state means here; `None` for what is done in another way, does not apply, or is no word of OSCAL.
#[must_use]
pub fn status(state: &str) -> Option<Status> {
    match state.trim().to_ascii_lowercase().as_str() {
        "implemented" => Some(Status::Implemented),
        "partial" | "partially-implemented" => Some(Status::InProgress),
        "planned" => Some(Status::Planned),
        _ => None,
    }
}
