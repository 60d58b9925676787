//! The inventory as it is written: with a comment wherever a beginner would ask.

use anyhow::{Context, Result};
use askama::Template;
use askama::filters::Safe;

use crate::init::answers::Answers;
use crate::init::people::{Post, Posts};
use crate::init::reference::Document;
use crate::init::select::{Chosen, ChosenArea};
use crate::init::stack::{Surroundings, System, Vendor};
use crate::init::wording::Words;
use crate::text::escape::{yaml, yaml_comment, yaml_line};

/// All that an inventory is written from.
pub(super) struct Ground<'a, 'r> {
    pub answers: &'a Answers,
    pub areas: &'a [ChosenArea<'r>],
    pub posts: &'a Posts,
    pub surroundings: &'a Surroundings,
    pub words: &'a Words,
    /// The folder of the documents, as it stands to the inventory, and those to be listed.
    pub documents: Option<(&'a str, &'a [&'r Document])>,
}

#[derive(Template)]
#[template(path = "inventory.yaml", whitespace = "preserve")]
struct Page<'a> {
    /// The name of the organisation in a comment.
    heading: Safe<String>,
    answers: &'a Answers,
    /// The year of the examples: that of the report.
    year: i32,
    /// The first of the people, for examples.
    somebody: &'a str,
    people: &'a [Post],
    systems: &'a [System],
    vendors: &'a [Vendor],
    documents: Vec<Listed<'a>>,
    areas: Vec<AreaView<'a>>,
}

struct Listed<'a> {
    id: &'a str,
    title: &'a str,
    path: String,
    owner: &'a str,
}

struct AreaView<'a> {
    title: &'a str,
    says: &'a str,
    controls: Vec<ControlView<'a>>,
}

struct ControlView<'a> {
    id: &'a str,
    /// What it stands in for, and why, in a comment.
    stands_in: Option<Safe<String>>,
    name: Safe<String>,
    description: Safe<String>,
    criteria: String,
    control: &'a crate::init::reference::Control,
    owner: &'a str,
    documents: Vec<&'a str>,
    evidence_wanted: Vec<Safe<String>>,
}

/// Writes the inventory.
///
/// # Errors
///
/// Never, but the template engine cannot know that.
pub(super) fn inventory(ground: &Ground<'_, '_>) -> Result<String> {
    let first = ground.posts.0.first().map_or("somebody", |post| post.id.as_str());
    let page = Page {
        heading: Safe(yaml_comment(&ground.answers.organization).into_owned()),
        answers: ground.answers,
        year: ground.answers.report.end().month().0,
        somebody: first,
        people: &ground.posts.0,
        systems: &ground.surroundings.systems,
        vendors: &ground.surroundings.vendors,
        documents: listed(ground),
        areas: ground.areas.iter().map(|area| view(ground, area)).collect(),
    };
    // The template engine drops the last line break of a template.
    page.render().map(|text| text + "\n").context("the inventory cannot be written")
}

fn listed<'a>(ground: &Ground<'a, '_>) -> Vec<Listed<'a>> {
    let Some((folder, documents)) = ground.documents else { return Vec::new() };
    let folder = folder.trim_end_matches('/');
    let path = |file: &str| if folder.is_empty() { file.to_owned() } else { format!("{folder}/{file}") };
    let owner = |document: &Document| ground.posts.holder(document.role).map_or("", |post| post.id.as_str());
    let listed = documents.iter().map(|document| Listed {
        id: &document.id,
        title: &document.title,
        path: path(&document.file),
        owner: owner(document),
    });
    listed.collect()
}

fn view<'a>(ground: &Ground<'a, '_>, area: &'a ChosenArea<'_>) -> AreaView<'a> {
    let controls = area.controls.iter().map(|chosen| control(ground, chosen)).collect();
    AreaView { title: &area.area.title, says: &area.area.says, controls }
}

fn control<'a>(ground: &Ground<'a, '_>, chosen: &'a Chosen<'_>) -> ControlView<'a> {
    let control = chosen.control;
    let described_in = ground.documents.iter().flat_map(|(_, documents)| documents.iter());
    let described_in = described_in.filter(|document| control.documents.iter().any(|name| name == document.name()));
    let stands_in = chosen.stands_in_for.map(|other| {
        let why = control.why.as_deref().unwrap_or("it needs more people than there are");
        Safe(yaml_comment(&format!("In place of {} ({}): {why}.", other.id, other.name)).into_owned())
    });
    let line = |text: &str| Safe(yaml_line(text).into_owned());
    let criteria: Vec<String> = chosen.criteria.iter().map(|named| yaml(&named.to_string()).into_owned()).collect();
    ControlView {
        id: &control.id,
        stands_in,
        name: line(&control.name),
        description: line(&ground.words.fill(&control.description, control.role)),
        criteria: criteria.join(", "),
        control,
        owner: ground.posts.holder(control.role).map_or("", |post| post.id.as_str()),
        documents: described_in.map(|document| document.id.as_str()).collect(),
        evidence_wanted: control.evidence_wanted.iter().map(|wanted| line(wanted)).collect(),
    }
}
