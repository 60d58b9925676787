//! From a few answers to a first inventory: controls of our own wording, chosen for the categories, the size of the team and
//! what it uses, all of them planned and none of them claimed.
//!
//! A pure function of the answers. What it writes is the beginning of somebody's work: every line of it is theirs to change.

pub mod answers;
pub mod dates;
mod documents;
mod escaper;
pub mod people;
pub mod reference;
mod select;
mod slug;
mod stack;
mod wording;
mod write;

use anyhow::Result;

use crate::init::answers::Answers;
use crate::init::people::Posts;
use crate::init::reference::Reference;
use crate::init::select::Chosen;
use crate::init::stack::Surroundings;
use crate::model::catalog::Catalog;
use crate::model::criterion_id::CriterionId;

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skeleton {
    /// Its place below the folder of policies, with `/`.
    pub path: String,
    /// What is in it.
    pub text: String,
}

/// What the answers came to.
#[derive(Clone, Debug)]
pub struct Start {
    /// The inventory, as YAML.
    pub inventory: String,
    /// Policies and procedures still to be written; none where they were not asked for.
    pub skeletons: Vec<Skeleton>,
    /// How many controls the inventory holds.
    pub controls: usize,
    /// How many criteria they address.
    pub criteria: usize,
}

/// Writes a first inventory and, where a folder for them is given as it stands to the inventory, the skeletons of the
/// documents its controls call for.
///
/// # Errors
///
/// When the bundled data cannot be read, which a test rules out: the message names the file.
pub fn start<'r>(
    answers: &Answers,
    catalog: &Catalog,
    reference: &'r Reference,
    policies: Option<&str>,
) -> Result<Start> {
    let chosen = select::controls(answers, catalog, reference);
    let posts = Posts::of(answers);
    let surroundings = Surroundings::of(answers, reference);
    let words = wording::Words::of(answers, &posts, &surroundings);
    let documents = documents::called_for(reference, &chosen);
    let controls: Vec<&Chosen<'r>> = chosen.iter().flat_map(|area| &area.controls).collect();
    let mut criteria: Vec<CriterionId> =
        controls.iter().flat_map(|control| &control.criteria).map(|named| named.criterion).collect();
    criteria.sort_unstable();
    criteria.dedup();
    let inventory = write::inventory(&write::Ground {
        answers,
        areas: &chosen,
        posts: &posts,
        surroundings: &surroundings,
        words: &words,
        documents: policies.map(|folder| (folder, documents.as_slice())),
    })?;
    let skeletons = match policies {
        Some(_) => documents.iter().map(|document| documents::skeleton(document, answers, &chosen)).collect(),
        None => Ok(Vec::new()),
    };
    Ok(Start { inventory, skeletons: skeletons?, controls: controls.len(), criteria: criteria.len() })
}
