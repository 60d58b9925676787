//! The skeleton of Section 3: a section for each description criterion, filled in from facts, with a placeholder wherever a
//! person has to write.

mod components;
mod controls;
mod happened;
mod others;
mod promises;

use crate::model::assessment::Assessment;
use crate::model::description::{Description, Judged, Part, Subject};
use crate::model::description_criteria::DescriptionCriterion;
use crate::report::description::block::Block;
use crate::report::description::words;
use crate::text::capital::capital;

/// A section of the skeleton.
pub struct Section<'a> {
    /// The criterion it answers.
    pub criterion: &'a DescriptionCriterion,
    /// What was found of that.
    pub judged: &'a Judged,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// The sections in order.
#[must_use]
pub fn sections<'a>(description: &'a Description<'a>) -> Vec<Section<'a>> {
    let section = |(criterion, judged)| Section { criterion, judged, blocks: blocks(description.assessment, judged) };
    description.criteria().map(section).collect()
}

fn blocks(assessment: &Assessment<'_>, judged: &Judged) -> Vec<Block> {
    if !judged.asked {
        return vec![Block::Words("A report of Type I is not asked for this.".to_owned())];
    }
    let several = judged.parts.len() > 1;
    let told = judged.write.iter().map(|what| Block::ToWrite(what.clone()));
    let parts = judged.parts.iter().flat_map(|part| {
        let said = part.said.as_ref().map(|said| Block::Said(capital(&said.text) + ".", said.place));
        let missing = part.missing.iter().map(|missing| Block::ToWrite(words::placeholder(missing)));
        let told: Vec<Block> = facts(assessment, part).into_iter().chain(said).chain(missing).collect();
        // Nothing stands under a heading of its own where there is nothing to say and nothing to write.
        let heading = (several && !told.is_empty()).then(|| Block::Heading(capital(&part.subject.plain())));
        heading.into_iter().chain(told)
    });
    told.chain(parts).collect()
}

/// What the inventory holds of a part.
fn facts(assessment: &Assessment<'_>, part: &Part) -> Vec<Block> {
    match part.subject {
        Subject::Services => promises::services(assessment),
        Subject::Commitments => promises::commitments(assessment),
        Subject::Requirements => promises::requirements(assessment),
        Subject::Infrastructure | Subject::Software => components::systems(assessment, part),
        Subject::People => components::people(assessment, part),
        Subject::Procedures => components::procedures(assessment, part),
        Subject::Data => components::data(assessment, part),
        Subject::Boundary => components::boundary(assessment),
        Subject::Incidents => happened::incidents(assessment, part),
        Subject::Changes => happened::changes(assessment, part),
        Subject::ControlsChanged => happened::controls(assessment, part),
        Subject::Controls => controls::by_criterion(assessment),
        // They stand beside the controls.
        Subject::ControlWords => Vec::new(),
        Subject::UserEntities => others::user_entities(assessment),
        Subject::Organisations => others::organisations(assessment, part),
        Subject::TheirServices => others::services(assessment, part),
        Subject::Expected => others::expected(assessment),
        Subject::Watch => others::watch(assessment),
        Subject::NotRelevant => others::not_relevant(assessment, part),
    }
}

/// Whether a part holds something by its id.
fn holds(part: &Part, id: &str) -> bool {
    part.holds.iter().any(|thing| thing.id == id)
}
