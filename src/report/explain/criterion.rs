//! The page of a criterion.

use crate::model::assessment::{Assessment, CriterionResult};
use crate::model::catalog::{Applies, Criterion, Judged};
use crate::model::criterion_id::CriterionRef;
use crate::model::verdict::Judgement;
use crate::report::explain::Desk;
use crate::report::explain::page::{Block, Entry, Item};
use crate::report::explain::{control, gap, point, rule};
use crate::text::list::and;

/// The criterion of an id, in any spelling.
pub(super) fn find(desk: &Desk<'_>, thing: &str) -> Vec<Entry> {
    let Ok(CriterionRef { criterion, point: None }) = thing.parse() else { return Vec::new() };
    desk.knowledge.catalog.criterion(criterion).map(|criterion| entry(desk, criterion)).into_iter().collect()
}

fn entry(desk: &Desk<'_>, criterion: &Criterion) -> Entry {
    let mut blocks = vec![Block::text(criterion.wording()), Block::Items(facts(desk, criterion))];
    if let Some(assessment) = desk.assessment {
        blocks.extend(here(assessment, criterion));
    }
    blocks
        .extend(Block::section("What an auditor usually asks to see", Block::list(criterion.evidence.iter().cloned())));
    blocks.extend(Block::section("Controls that usually address it", Block::list(criterion.controls.iter().cloned())));
    let steps = vec![Block::Steps(criterion.remediation.clone())];
    blocks.extend(Block::section("What to do where nothing is in place", steps));
    blocks.extend(Block::section("Points of focus", points(criterion)));
    let rules = vec![Block::Items(rule::speaking_of(desk, criterion))];
    blocks.extend(Block::section("Rules that can speak of it", rules));
    let id = criterion.id.to_string();
    Entry { kind: "criterion", title: format!("{id}: {}", criterion.title), name: id, blocks }
}

fn facts(desk: &Desk<'_>, criterion: &Criterion) -> Vec<Item> {
    let series_id = criterion.id.series();
    let series = desk.knowledge.catalog.series.iter().find(|series| series.id == series_id);
    let judged = match criterion.level {
        Judged::Entity => "once, for the organisation",
        Judged::System => "for each system in scope",
    };
    let kinds = criterion.kinds.iter().map(|kind| kind.word());
    let impact = &criterion.impact;
    let mut facts = vec![Item::of("Category", criterion.category.plain())];
    facts.extend(series.map(|series| Item::of("Series", format!("`{series_id}` {}", series.title))));
    facts.extend(criterion.principle.map(|number| Item::of("COSO principle", number.to_string())));
    facts.extend([
        Item::of("Judged", judged),
        Item::of("Areas", and(criterion.areas.iter().map(|area| area.plain()))),
        Item::of("Kinds of control that can address it", and(kinds)),
        Item::of("Base impact", format!("{}. {}", impact.level.plain(), impact.because)),
    ]);
    facts
}

fn points(criterion: &Criterion) -> Vec<Block> {
    let rows: Vec<Vec<String>> = criterion
        .points
        .iter()
        .map(|point| {
            let only = match point.applies {
                Applies::Always | Applies::SystemLevel => String::new(),
                ref condition => format!(" It applies {}.", point::applies(condition)),
            };
            vec![format!("`{}`", point.slug), format!("{}. {}{only}", point.title, point.wording())]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        Block::text("They are aids to reading the criterion, not requirements."),
        Block::table(&["Point", "What it asks"], rows),
    ]
}

/// What was concluded of the criterion in the inventory at hand, and from what.
fn here(assessment: &Assessment<'_>, criterion: &Criterion) -> Vec<Block> {
    let position = assessment.catalog.position(criterion.id);
    let Some(result) = assessment.criteria.iter().find(|result| Some(result.criterion) == position) else {
        let text =
            format!("Its category, {}, is not selected, so nothing is concluded of it.", criterion.category.plain());
        return Block::section("In this inventory", vec![Block::text(text)]);
    };
    let mut verdicts = vec![judgement("Design", &result.design)];
    verdicts.extend(result.operation.as_ref().map(|operation| judgement("Operation", operation)));
    let points = match result.points_of {
        0 => "none applies".to_owned(),
        all => format!("{} of {all}", result.points_named),
    };
    verdicts.push(Item::of("Points of focus named by a control", points));
    let mut blocks = Block::section("In this inventory", vec![Block::Items(verdicts)]);
    blocks.extend(Block::section("Controls that name it", controls(assessment, result)));
    let gaps = result.gaps.iter().filter_map(|at| assessment.gaps.get(*at)).collect();
    blocks.extend(Block::section("Gaps that touch it", gap::table(gaps)));
    blocks
}

fn judgement(label: &str, judgement: &Judgement) -> Item {
    let reasons = judgement.because.iter().map(Item::plain);
    Item::of(label, judgement.verdict.plain()).with(reasons)
}

fn controls(assessment: &Assessment<'_>, result: &CriterionResult) -> Vec<Block> {
    let items: Vec<Item> = result.controls.iter().filter_map(|at| control::in_short(assessment, *at)).collect();
    if items.is_empty() { Vec::new() } else { vec![Block::Items(items)] }
}
