//! Services, commitments and requirements.

use crate::model::assessment::Assessment;
use crate::model::criterion_id::CriterionRef;
use crate::report::description::block::{Block, Cell, table};
use crate::source::file::Located;
use crate::text::count::count;
use crate::text::list::and;

pub(super) fn services(assessment: &Assessment<'_>) -> Vec<Block> {
    let scope = &assessment.inventory.scope;
    let rows = scope.services.iter().map(|service| {
        vec![
            Cell::words(service.name.as_deref().or(Some(&service.id))),
            Cell::words(service.text.as_deref()),
            Cell::words(service.to.as_deref()),
            Cell::Source(service.place),
        ]
    });
    let name = scope.system.as_ref().filter(|name| !name.trim().is_empty());
    let name = name.map(|name| format!("{} provides these services as {name}.", assessment.inventory.organization));
    let rows: Vec<Vec<Cell>> = rows.collect();
    let name = name.filter(|_| !rows.is_empty()).map(Block::Words);
    name.into_iter()
        .chain(table(&count(rows.len(), "service"), &["Service", "What it does", "Who uses it", "Source"], rows))
        .collect()
}

/// The criteria something names, each once.
pub(super) fn criteria(named: &[Located<CriterionRef>]) -> Cell {
    let mut ids: Vec<_> = named.iter().map(|one| one.value.criterion).collect();
    ids.dedup();
    Cell::ids(ids)
}

pub(super) fn commitments(assessment: &Assessment<'_>) -> Vec<Block> {
    let rows = assessment.inventory.scope.commitments.iter().map(|promise| {
        vec![
            Cell::ids([&*promise.id.value]),
            Cell::words(promise.text.as_deref()),
            Cell::words(promise.to.as_deref()),
            criteria(&promise.criteria),
            Cell::Source(promise.place),
        ]
    });
    let columns = ["Id", "Commitment", "To whom", "Criteria", "Source"];
    table(&count(rows.len(), "commitment"), &columns, rows.collect())
}

pub(super) fn requirements(assessment: &Assessment<'_>) -> Vec<Block> {
    let scope = &assessment.inventory.scope;
    let rows = scope.requirements.iter().map(|one| {
        vec![
            Cell::ids([&*one.id.value]),
            Cell::words(one.text.as_deref()),
            Cell::words(one.source.as_deref()),
            criteria(&one.criteria),
            Cell::Source(one.place),
        ]
    });
    let columns = ["Id", "Requirement", "Comes from", "Criteria", "Source"];
    let bound = format!("Laws and standards that bind the organisation: {}.", and(&scope.regulations));
    let bound = (!scope.regulations.is_empty()).then_some(Block::Words(bound));
    table(&count(rows.len(), "requirement"), &columns, rows.collect()).into_iter().chain(bound).collect()
}
