//! Infrastructure, software, people, procedures, data and the boundary.

use crate::model::assessment::Assessment;
use crate::model::description::Part;
use crate::model::document::{PolicyDocument, System};
use crate::report::description::block::{Block, Cell, table};
use crate::report::description::skeleton::holds;
use crate::text::count::count;

pub(super) fn systems(assessment: &Assessment<'_>, part: &Part) -> Vec<Block> {
    let inventory = assessment.inventory;
    let rows = inventory.systems.iter().filter(|system| holds(part, &system.id)).map(|system| {
        vec![
            Cell::Named((*system.id.value).to_owned(), system.name.clone().unwrap_or_default()),
            Cell::words(system.kind.as_deref()),
            Cell::Whole(system.exposure.map(|exposure| exposure.word().to_owned()).unwrap_or_default()),
            Cell::Text(run_by(assessment, system)),
            Cell::Text(system.data.join(", ")),
            Cell::Source(system.place),
        ]
    });
    let columns = ["System", "Kind", "Reached from", "Other organisations at work", "Data", "Source"];
    table(&count(part.holds.len(), part.noun), &columns, rows.collect())
}

/// The organisations that run or reach a system.
fn run_by(assessment: &Assessment<'_>, system: &System) -> String {
    let reaches =
        assessment.inventory.vendors.iter().filter(|vendor| vendor.systems.iter().any(|id| **id == *system.id));
    let names = reaches.map(|vendor| vendor.name.as_deref().unwrap_or(&vendor.id));
    names.collect::<Vec<&str>>().join(", ")
}

pub(super) fn people(assessment: &Assessment<'_>, part: &Part) -> Vec<Block> {
    let rows = assessment.inventory.people.iter().filter(|person| holds(part, &person.id)).map(|person| {
        vec![
            Cell::words(person.name.as_deref().or(Some(&person.id))),
            Cell::words(person.team.as_deref()),
            Cell::words(person.role.as_deref()),
            Cell::Source(person.place),
        ]
    });
    table(&count(part.holds.len(), part.noun), &["Person or team", "Team", "What they do", "Source"], rows.collect())
}

pub(super) fn procedures(assessment: &Assessment<'_>, part: &Part) -> Vec<Block> {
    let inventory = assessment.inventory;
    let row = |document: &PolicyDocument| {
        let approver = document.approved_by.as_ref().map(|approver| inventory.person_name(&approver.value));
        let day = |day: Option<&crate::source::file::Located<crate::model::date::Date>>| {
            Cell::Whole(day.map(|day| day.value.to_string()).unwrap_or_default())
        };
        vec![
            Cell::Named((*document.id.value).to_owned(), document.title.clone().unwrap_or_default()),
            Cell::words(approver),
            day(document.approved.as_ref()),
            day(document.reviewed.as_ref()),
            Cell::Source(document.place),
        ]
    };
    let rows = inventory.documents.iter().filter(|document| holds(part, &document.id)).map(row);
    let columns = ["Document", "Approved by", "Approved on", "Last reviewed on", "Source"];
    table(&count(part.holds.len(), part.noun), &columns, rows.collect())
}

pub(super) fn data(assessment: &Assessment<'_>, part: &Part) -> Vec<Block> {
    let inventory = assessment.inventory;
    let rows = part.holds.iter().map(|class| {
        let keeps = inventory.systems.iter().filter(|system| system.data.contains(&class.id));
        let mut row = vec![Cell::Text(class.id.clone()), Cell::ids(keeps.map(|system| &*system.id.value))];
        row.extend(class.place.map(Cell::Source));
        row
    });
    let classes = table(&count(part.holds.len(), part.noun), &["Class", "Held in", "Source"], rows.collect());
    let flows = inventory.data_flows.iter().map(|flow| {
        vec![
            Cell::ids([&*flow.from.value]),
            Cell::ids([&*flow.to.value]),
            Cell::Text(flow.data.join(", ")),
            Cell::words(flow.protection.as_deref()),
            Cell::Source(flow.place),
        ]
    });
    let flows =
        table(&count(flows.len(), "data flow"), &["From", "To", "Data", "Protected by", "Source"], flows.collect());
    let picture = (!flows.is_empty()).then_some(Block::Flows);
    classes.into_iter().chain(flows).chain(picture).collect()
}

pub(super) fn boundary(assessment: &Assessment<'_>) -> Vec<Block> {
    let scope = &assessment.inventory.scope;
    let said = scope.boundary.as_ref().map(|text| Block::Said(text.value.trim().to_owned(), text.place));
    let rows = scope
        .excluded
        .iter()
        .map(|one| vec![Cell::words(Some(&one.name)), Cell::words(Some(&one.rationale)), Cell::Source(one.place)]);
    let outside = table("Outside the system", &["What stands outside", "Why", "Source"], rows.collect());
    said.into_iter().chain(outside).collect()
}
