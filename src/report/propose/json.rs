//! What is proposed, as JSON: structs of their own, frozen by version.

use serde::Serialize;

use crate::model::proposal::{Proposal, Proposed};
use crate::report::json::tool::Tool;
use crate::report::propose::ProposeFormat;
use crate::report::propose::view::{View, is_named};

/// The format `json`.
pub(super) static FORMAT: ProposeFormat = ProposeFormat {
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
    catalog: &'a str,
    organization: &'a str,
    controls_read: usize,
    at_least: u8,
    controls: Vec<ControlJson<'a>>,
}

/// A control; where nothing is likely there is no proposal.
#[derive(Serialize)]
struct ControlJson<'a> {
    id: &'a str,
    name: &'a str,
    criteria: Vec<String>,
    proposals: Vec<ProposalJson<'a>>,
}

/// A proposal; `named` is whether the control names it already, `taken` whether it would be written.
#[derive(Serialize)]
struct ProposalJson<'a> {
    criterion: String,
    title: &'a str,
    in_scope: bool,
    point: Option<&'a str>,
    confidence_percent: u8,
    named: bool,
    taken: bool,
    reasons: Vec<ReasonJson<'a>>,
}

/// Words of the control; `about` is what they are about, and null where they are a word of the criterion's own.
#[derive(Serialize)]
struct ReasonJson<'a> {
    words: &'a str,
    about: Option<&'a str>,
}

fn render(view: &View<'_>, _: usize) -> String {
    crate::report::json::pretty(&Document {
        schema_version: 1,
        tool: Tool::this(),
        catalog: &view.catalog.edition.id,
        organization: &view.inventory.organization,
        controls_read: view.inventory.controls.len(),
        at_least: view.at_least,
        controls: view.proposed.iter().map(|proposed| control(view, proposed)).collect(),
    })
}

fn control<'a>(view: &'a View<'_>, proposed: &'a Proposed<'_>) -> ControlJson<'a> {
    ControlJson {
        id: proposed.control.id.value.as_str(),
        name: &proposed.control.name,
        criteria: proposed.control.criteria.iter().map(|named| named.value.to_string()).collect(),
        proposals: proposed.proposals.iter().map(|proposal| one(view, proposed, proposal)).collect(),
    }
}

fn one<'a>(view: &'a View<'_>, proposed: &Proposed<'_>, proposal: &'a Proposal) -> ProposalJson<'a> {
    let criterion = view.criterion(proposal);
    let scope = &view.inventory.scope.categories;
    let reasons = proposal.reasons.iter();
    ProposalJson {
        criterion: proposal.criterion.to_string(),
        title: criterion.map_or("", |criterion| &criterion.title),
        in_scope: criterion.is_some_and(|criterion| scope.contains(&criterion.category)),
        point: proposal.point.as_deref(),
        confidence_percent: proposal.confidence,
        named: is_named(proposed, proposal),
        taken: view.is_taken(proposed, proposal),
        reasons: reasons.map(|one| ReasonJson { words: &one.words, about: one.about.as_deref() }).collect(),
    }
}
