//! Policies and procedures that the controls call for: headings, and what to decide under each.

use anyhow::{Context, Result};
use askama::Template;

use crate::init::Skeleton;
use crate::init::answers::Answers;
use crate::init::reference::{Document, Reference};
use crate::init::select::{Chosen, ChosenArea};

/// The documents that some of the controls chosen should be described in, in the order of the bundled file.
pub(super) fn called_for<'r>(reference: &'r Reference, areas: &[ChosenArea<'r>]) -> Vec<&'r Document> {
    let called = |document: &&Document| controls(areas, document).next().is_some();
    reference.documents.iter().filter(called).collect()
}

/// The controls that a document should describe.
fn controls<'a, 'r>(areas: &'a [ChosenArea<'r>], document: &'a Document) -> impl Iterator<Item = &'a Chosen<'r>> {
    let all = areas.iter().flat_map(|area| &area.controls);
    all.filter(|chosen| chosen.control.documents.iter().any(|name| name == document.name()))
}

#[derive(Template)]
#[template(path = "skeleton.md", whitespace = "preserve")]
struct Page<'a> {
    document: &'a Document,
    organization: &'a str,
    controls: Vec<(&'a str, &'a str)>,
}

/// A document still to be written.
pub(super) fn skeleton(document: &Document, answers: &Answers, areas: &[ChosenArea<'_>]) -> Result<Skeleton> {
    let controls = controls(areas, document).map(|chosen| (chosen.control.id.as_str(), chosen.control.name.as_str()));
    let page = Page { document, organization: &answers.organization, controls: controls.collect() };
    // The template engine drops the last line break of a template.
    let text = page.render().context("a skeleton cannot be written")? + "\n";
    Ok(Skeleton { path: document.file.clone(), text })
}
