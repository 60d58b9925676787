//! The gaps, worst first.

use serde::Serialize;

use crate::model::assessment::Assessment;
use crate::model::document;
use crate::model::gap;
use crate::model::inventory::Inventory;
use crate::model::level::Level;
use crate::report::json::v1::risk::Risk;
use crate::source::file::{Place, Sources};

/// A gap with its risk and what became of it.
#[derive(Serialize)]
pub(super) struct Gap<'a> {
    id: &'a str,
    number: usize,
    rule: &'static str,
    nature: String,
    title: &'a str,
    criteria: Vec<String>,
    control: Option<&'a str>,
    systems: Vec<&'a str>,
    current_state: &'a str,
    desired_state: &'a str,
    recommendation: &'a str,
    risk: Risk<'a>,
    treatment: &'static str,
    location: Option<Location<'a>>,
    acceptance: Option<Acceptance<'a>>,
}

impl<'a> Gap<'a> {
    pub(super) fn of(gap: &'a gap::Gap, assessment: &'a Assessment<'a>) -> Self {
        let finding = &gap.finding;
        let inventory = assessment.inventory;
        let control = finding.control.and_then(|at| inventory.controls.get(at));
        Self {
            id: gap.id(),
            number: gap.number,
            rule: finding.rule.name,
            nature: finding.rule.nature.snake(),
            title: &finding.title,
            criteria: finding.criteria.iter().map(ToString::to_string).collect(),
            control: control.map(|control| control.id.as_str()),
            systems: finding.systems.iter().filter_map(|at| Some(inventory.systems.get(*at)?.id.as_str())).collect(),
            current_state: &finding.current_state,
            desired_state: &finding.desired_state,
            recommendation: &finding.recommendation,
            risk: Risk::of(&gap.risk),
            treatment: gap.treatment.word(),
            location: finding.place.and_then(|place| Location::of(place, assessment.sources)),
            acceptance: acceptance(&gap.treatment, inventory),
        }
    }
}

/// Where a gap stands in the inventory, line and column from one.
#[derive(Serialize)]
struct Location<'a> {
    file: &'a str,
    line: usize,
    column: usize,
}

impl<'a> Location<'a> {
    fn of(place: Place, sources: &'a Sources) -> Option<Self> {
        let file = sources.file(place)?;
        let position = file.position(place.start);
        Some(Self { file: &file.name, line: position.line, column: position.column })
    }
}

/// Who signed for a gap, why, and until when.
#[derive(Serialize)]
struct Acceptance<'a> {
    approved_by: &'a str,
    rationale: &'a str,
    approved: Option<String>,
    expires: String,
    level: Option<String>,
}

impl<'a> Acceptance<'a> {
    fn of(acceptance: &'a document::Acceptance) -> Self {
        Self {
            approved_by: &acceptance.approved_by.value,
            rationale: &acceptance.rationale,
            approved: acceptance.approved.as_ref().map(|approved| approved.value.to_string()),
            expires: acceptance.expires.value.to_string(),
            level: acceptance.level.map(Level::snake),
        }
    }
}

fn acceptance<'a>(treatment: &gap::Treatment, inventory: &'a Inventory) -> Option<Acceptance<'a>> {
    match treatment {
        gap::Treatment::Accepted(at) => inventory.acceptances.get(*at).map(Acceptance::of),
        gap::Treatment::Open | gap::Treatment::Baseline => None,
    }
}
