//! The criteria that apply with the controls in place for each, a table for each series.

use crate::model::assessment::{Assessment, CriterionResult};
use crate::model::catalog::Criterion;
use crate::report::account;
use crate::report::description::block::{Block, Cell, Table};

pub(super) fn by_criterion(assessment: &Assessment<'_>) -> Vec<Block> {
    let categories = format!("The report covers {}.", account::categories(assessment));
    let series = assessment.catalog.series.iter().filter_map(|series| {
        let known = assessment.criteria.iter().filter_map(|result| {
            let criterion = assessment.catalog.criteria.get(result.criterion)?;
            (criterion.id.series() == series.id).then_some((criterion, result))
        });
        let rows: Vec<Vec<Cell>> = known.flat_map(|(criterion, result)| rows(assessment, criterion, result)).collect();
        let caption = format!("{} {}", series.id, series.title);
        let columns = vec!["Criterion", "Control", "What is done", "How often", "Source"];
        (!rows.is_empty()).then_some(Block::Table(Table { caption, columns, rows }))
    });
    std::iter::once(Block::Words(categories)).chain(series).collect()
}

/// A row for each control in place.
fn rows(assessment: &Assessment<'_>, criterion: &Criterion, result: &CriterionResult) -> Vec<Vec<Cell>> {
    let known = |at: &usize| Some((assessment.inventory.controls.get(*at)?, assessment.standings.get(*at)?));
    let in_place = result.controls.iter().filter_map(known).filter(|(_, standing)| standing.in_place);
    let applies = assessment.coverage.criteria.get(result.criterion).is_some_and(|coverage| coverage.applicable);
    let rows = in_place.filter(|_| applies).map(|(control, _)| {
        vec![
            Cell::Named(criterion.id.to_string(), criterion.title.clone()),
            Cell::Named((*control.id.value).to_owned(), control.name.0.clone()),
            Cell::words(control.description.as_deref()),
            Cell::Whole(control.frequency.map(|often| often.word().to_owned()).unwrap_or_default()),
            Cell::Source(control.place),
        ]
    });
    rows.collect()
}
