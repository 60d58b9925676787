//! What is left to others: customers, subservice organisations; and the criteria that are not relevant.

use crate::model::assessment::Assessment;
use crate::model::description::Part;
use crate::model::document::{AssumedControl, AssuranceReport, Vendor};
use crate::model::words::Relation;
use crate::report::description::block::{Block, Cell, table};
use crate::report::description::skeleton::holds;
use crate::report::description::skeleton::promises::criteria;
use crate::text::count::count;
use crate::text::list::ticked_and;

/// By criterion, and at the end what names none.
pub(super) fn user_entities(assessment: &Assessment<'_>) -> Vec<Block> {
    let all = &assessment.inventory.user_entity_controls;
    let row = |criterion: String, control: &AssumedControl| {
        vec![
            Cell::Text(criterion),
            Cell::ids([&*control.id.value]),
            Cell::words(control.text.as_deref()),
            Cell::Source(control.place),
        ]
    };
    let named = assessment.catalog.criteria.iter().flat_map(|criterion| {
        let resting = all.iter().filter(|one| one.criteria.iter().any(|named| named.value.criterion == criterion.id));
        resting.map(|control| row(criterion.id.to_string(), control))
    });
    let unnamed = all.iter().filter(|one| one.criteria.is_empty()).map(|control| row(String::new(), control));
    let rows = named.chain(unnamed).collect();
    table("By criterion", &["Criterion", "Id", "What customers do", "Source"], rows)
}

fn subservice<'a>(assessment: &Assessment<'a>) -> impl Iterator<Item = &'a Vendor> {
    let of = |vendors: &'a [Vendor], relation| vendors.iter().filter(move |vendor| vendor.relation == Some(relation));
    let vendors = &assessment.inventory.vendors;
    of(vendors, Relation::CarveOut).chain(of(vendors, Relation::Inclusive))
}

fn named(vendor: &Vendor) -> Cell {
    Cell::Named((*vendor.id.value).to_owned(), vendor.name.clone().unwrap_or_default())
}

pub(super) fn organisations(assessment: &Assessment<'_>, part: &Part) -> Vec<Block> {
    let rows = subservice(assessment).map(|vendor| {
        let method = vendor.relation.map(|relation| relation.word().to_owned()).unwrap_or_default();
        let systems = vendor.systems.iter().map(|system| &*system.value);
        vec![named(vendor), Cell::Whole(method), Cell::ids(systems), Cell::Source(vendor.place)]
    });
    table(&count(part.holds.len(), part.noun), &["Organisation", "Method", "Systems", "Source"], rows.collect())
}

pub(super) fn services(assessment: &Assessment<'_>, part: &Part) -> Vec<Block> {
    let known = subservice(assessment).filter(|vendor| holds(part, &vendor.id));
    let rows =
        known.map(|vendor| vec![named(vendor), Cell::words(vendor.service.as_deref()), Cell::Source(vendor.place)]);
    table(&count(part.holds.len(), part.noun), &["Organisation", "What it does", "Source"], rows.collect())
}

pub(super) fn expected(assessment: &Assessment<'_>) -> Vec<Block> {
    let rows = subservice(assessment).flat_map(|vendor| {
        vendor.expected_controls.iter().map(|one| {
            vec![named(vendor), criteria(&one.criteria), Cell::words(one.text.as_deref()), Cell::Source(one.place)]
        })
    });
    let columns = ["Organisation", "Criteria", "What we expect of it", "Source"];
    table("Complementary subservice organisation controls", &columns, rows.collect())
}

/// The reports on file, what they expect of us, and the controls that watch over other organisations.
pub(super) fn watch(assessment: &Assessment<'_>) -> Vec<Block> {
    let reports = subservice(assessment)
        .flat_map(|vendor| vendor.reports.iter().map(|report| reported(assessment, vendor, report)));
    let columns = ["Organisation", "Report", "Speaks of", "Reviewed", "Bridge letter until", "Source"];
    let reports = table("Reports on file", &columns, reports.collect());
    let asked = subservice(assessment).flat_map(|vendor| {
        vendor.user_entity_controls.iter().map(|one| {
            vec![
                named(vendor),
                Cell::ids([&*one.id.value]),
                Cell::words(one.text.as_deref()),
                Cell::ids(one.controls.iter().map(|control| &*control.value)),
                Cell::Source(one.place),
            ]
        })
    });
    let columns = ["Organisation", "Id", "What its report expects of us", "Our controls", "Source"];
    let asked = table("What their reports expect of us", &columns, asked.collect());
    reports.into_iter().chain(asked).chain(watching(assessment)).collect()
}

fn reported(assessment: &Assessment<'_>, vendor: &Vendor, report: &AssuranceReport) -> Vec<Cell> {
    let time = report.period.as_ref().map(ToString::to_string);
    let time = time.or_else(|| report.date.as_ref().map(|date| date.value.to_string()));
    let who = report.reviewed_by.as_ref().map(|who| assessment.inventory.person_name(&who.value));
    let reviewed = report.reviewed.as_ref().map(|day| match who {
        Some(who) => format!("{} by {who}", day.value),
        None => day.value.to_string(),
    });
    vec![
        named(vendor),
        Cell::Text(report.kind.plain().to_owned()),
        Cell::Text(time.unwrap_or_default()),
        Cell::Text(reviewed.unwrap_or_default()),
        Cell::Whole(report.bridge_until.as_ref().map(|day| day.value.to_string()).unwrap_or_default()),
        Cell::Source(report.place),
    ]
}

/// The controls in place on CC9.2, by which other organisations are watched over.
fn watching(assessment: &Assessment<'_>) -> Option<Block> {
    let result = assessment.criteria.iter().find(|result| {
        let criterion = assessment.catalog.criteria.get(result.criterion);
        criterion.is_some_and(|criterion| criterion.id.to_string() == "CC9.2")
    })?;
    let in_place = |at: &&usize| assessment.standings.get(**at).is_some_and(|standing| standing.in_place);
    let ids = result.controls.iter().filter(in_place).filter_map(|at| assessment.inventory.controls.get(*at));
    let ids: Vec<&str> = ids.map(|control| &*control.id.value).collect();
    (!ids.is_empty())
        .then(|| Block::Words(format!("Controls by which they are watched over (CC9.2): {}.", ticked_and(ids))))
}

pub(super) fn not_relevant(assessment: &Assessment<'_>, part: &Part) -> Vec<Block> {
    let inventory = assessment.inventory;
    let known = inventory.scope.not_applicable.iter().filter(|(id, _)| holds(part, &id.to_string()));
    let rows = known.map(|(id, why)| {
        let title = assessment.catalog.criterion(*id).map(|criterion| criterion.title.clone()).unwrap_or_default();
        vec![
            Cell::Named(id.to_string(), title),
            Cell::words(Some(&why.rationale)),
            Cell::words(Some(inventory.person_name(&why.approved_by))),
            Cell::Source(why.place),
        ]
    });
    table(&count(part.holds.len(), part.noun), &["Criterion", "Why", "Approved by", "Source"], rows.collect())
}
