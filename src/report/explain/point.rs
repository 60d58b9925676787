//! The page of a point of focus.

use crate::model::assessment::Assessment;
use crate::model::catalog::{Applies, Criterion, Point, Revision};
use crate::model::criterion_id::CriterionRef;
use crate::model::words::PrivacyRole;
use crate::report::explain::Desk;
use crate::report::explain::page::{Block, Entry, Item};
use crate::text::list::and;

/// The point of focus of a whole id, such as `CC6.3/periodic-review`.
pub(super) fn find(desk: &Desk<'_>, thing: &str) -> Vec<Entry> {
    let Ok(CriterionRef { criterion, point: Some(slug) }) = thing.parse() else { return Vec::new() };
    let criterion = desk.knowledge.catalog.criterion(criterion);
    let slug = slug.to_ascii_lowercase();
    criterion.and_then(|criterion| Some(entry(desk, criterion, criterion.point(&slug)?))).into_iter().collect()
}

/// Every point of focus of a slug, whatever its criterion.
pub(super) fn by_slug(desk: &Desk<'_>, thing: &str) -> Vec<Entry> {
    let slug = thing.to_ascii_lowercase();
    let criteria = desk.knowledge.catalog.criteria.iter();
    criteria.filter_map(|criterion| Some(entry(desk, criterion, criterion.point(&slug)?))).collect()
}

fn entry(desk: &Desk<'_>, criterion: &Criterion, point: &Point) -> Entry {
    let name = format!("{}/{}", criterion.id, point.slug);
    let revised = match point.revised {
        Revision::Unchanged => "the revision of 2022 left it as it was",
        Revision::Changed => "the revision of 2022 reworded it",
        Revision::New => "the revision of 2022 added it",
    };
    let facts = vec![
        Item::of("Criterion", format!("`{}` {}", criterion.id, criterion.title)),
        Item::of("Applies", applies(&point.applies)),
        Item::of("Revision", revised),
    ];
    let mut blocks = vec![
        Block::text(point.wording()),
        Block::Items(facts),
        Block::text(
            "A point of focus is an aid to reading its criterion, not a requirement: it makes no gap and moves no score.",
        ),
    ];
    let here = desk.assessment.map_or_else(Vec::new, |assessment| here(assessment, criterion, point));
    blocks.extend(Block::section("In this inventory", here));
    Entry { kind: "point_of_focus", title: format!("{name}: {}", point.title), name, blocks }
}

/// When a point applies, in words.
pub(super) fn applies(applies: &Applies) -> String {
    match applies {
        Applies::Always => "always".to_owned(),
        Applies::SystemLevel => "in examinations of a system, which every SOC 2 examination is".to_owned(),
        Applies::Category(category) => format!("when {} is in scope", category.plain()),
        Applies::Role(PrivacyRole::Both) => "when privacy is in scope, for controllers and processors".to_owned(),
        Applies::Role(role) => format!("when privacy is in scope, for a {role}"),
        Applies::Goods => "when processing integrity is in scope and the system makes or distributes goods".to_owned(),
        Applies::Objectives(class) => format!("where the organisation has {}", class.replace('-', " ")),
    }
}

fn here(assessment: &Assessment<'_>, criterion: &Criterion, point: &Point) -> Vec<Block> {
    let scope = &assessment.inventory.scope;
    let position = assessment.catalog.position(criterion.id);
    let Some(coverage) = position.and_then(|at| assessment.coverage.criteria.get(at)) else { return Vec::new() };
    let text = if !coverage.applicable {
        format!("`{}` does not apply here, and so neither does its point of focus.", criterion.id)
    } else if !point.applies.holds(&scope.categories, scope.privacy_role) {
        "It does not apply to the selected categories and the role in privacy.".to_owned()
    } else if let Some(controls) = coverage.points.get(&point.slug) {
        let named = controls.iter().filter_map(|at| assessment.inventory.controls.get(*at));
        let named: Vec<String> = named.map(|control| format!("`{}` {}", control.id.value, control.name.0)).collect();
        format!("It is named by {}.", and(named))
    } else {
        "No control names it. That is no gap.".to_owned()
    };
    vec![Block::text(text)]
}
