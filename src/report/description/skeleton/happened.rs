//! Incidents and changes.

use crate::model::assessment::Assessment;
use crate::model::date::Date;
use crate::model::description::Part;
use crate::model::document::{Incident, SystemChange};
use crate::report::description::block::{Block, Cell, table};
use crate::report::description::skeleton::holds;
use crate::source::file::Located;
use crate::text::count::count;

fn told(day: Option<&Located<Date>>) -> String {
    day.map(|day| day.value.to_string()).unwrap_or_default()
}

fn ids(ids: &[Located<crate::model::identifier::Id>]) -> impl Iterator<Item = &str> {
    ids.iter().map(|id| &*id.value)
}

pub(super) fn incidents(assessment: &Assessment<'_>, part: &Part) -> Vec<Block> {
    let mut known: Vec<&Incident> =
        assessment.inventory.incidents.iter().filter(|incident| holds(part, &incident.id)).collect();
    known.sort_by_key(|incident| incident.began.as_ref().map(|day| day.value));
    let rows = known.into_iter().map(|incident| {
        let ended = incident.ended.as_ref().map_or("not over".to_owned(), |day| day.value.to_string());
        let began = told(incident.began.as_ref());
        vec![
            Cell::ids([&*incident.id.value]),
            Cell::words(incident.text.as_deref()),
            Cell::Text(if began.is_empty() || began == ended { began } else { format!("{began} to {ended}") }),
            Cell::words(incident.effect.as_deref()),
            Cell::ids(ids(&incident.failed_controls).chain(ids(&incident.commitments))),
            Cell::words(incident.remedy.as_deref()),
            Cell::Source(incident.place),
        ]
    });
    let columns =
        ["Id", "What happened", "When", "Effect", "Failed controls and broken commitments", "What was done", "Source"];
    table(&count(part.holds.len(), part.noun), &columns, rows.collect())
}

pub(super) fn changes(assessment: &Assessment<'_>, part: &Part) -> Vec<Block> {
    let mut known: Vec<&SystemChange> =
        assessment.inventory.changes.iter().filter(|change| holds(part, &change.id)).collect();
    known.sort_by_key(|change| change.date.as_ref().map(|day| day.value));
    let rows = known.into_iter().map(|change| {
        vec![
            Cell::ids([&*change.id.value]),
            Cell::Whole(told(change.date.as_ref())),
            Cell::words(change.text.as_deref()),
            Cell::ids(ids(&change.systems)),
            Cell::ids(ids(&change.controls)),
            Cell::Source(change.place),
        ]
    });
    let columns = ["Id", "From", "What changed", "Systems", "Controls", "Source"];
    table(&count(part.holds.len(), part.noun), &columns, rows.collect())
}

pub(super) fn controls(assessment: &Assessment<'_>, part: &Part) -> Vec<Block> {
    let report = &assessment.inventory.scope.report;
    let rows = assessment.inventory.controls.iter().filter_map(|control| {
        let (began, ended) = control.changed_within(report);
        began.or(ended)?;
        let day = |day: Option<Date>| Cell::Whole(day.map(|day| day.to_string()).unwrap_or_default());
        Some(vec![
            Cell::Named((*control.id.value).to_owned(), control.name.0.clone()),
            day(began),
            day(ended),
            Cell::Source(control.place),
        ])
    });
    table(&count(part.holds.len(), part.noun), &["Control", "Since", "Until", "Source"], rows.collect())
}
