//! The page of a rule.

use crate::model::catalog::{Area, Criterion, Judged};
use crate::model::gap::Gap;
use crate::model::level::Level;
use crate::model::rule::{GapNature, RuleInfo};
use crate::report::explain::Desk;
use crate::report::explain::gap;
use crate::report::explain::page::{Block, Entry, Item};
use crate::source::describe::normal;
use crate::text::list::ticked_and;

/// The rule of a name.
pub(super) fn find(desk: &Desk<'_>, thing: &str) -> Vec<Entry> {
    let wanted = normal(thing);
    desk.knowledge.rules.iter().filter(|rule| rule.name == wanted).map(|rule| entry(desk, rule)).collect()
}

fn entry(desk: &Desk<'_>, rule: &RuleInfo) -> Entry {
    let level = Level::of(rule.likelihood);
    let facts = vec![
        Item::of("Nature", format!("{} ({})", rule.nature, lower(rule.nature))),
        Item::of(
            "Base likelihood",
            format!("{} of 100, {} on the scale of NIST SP 800-30 r1", rule.likelihood, level.plain()),
        ),
        Item::of("Since", format!("version {}", rule.since)),
    ];
    let mut page = Block::of_markdown(rule.page);
    let first = page.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(page.len());
    page.insert(first, Block::Items(facts));
    let first_example = page.iter().position(|block| matches!(block, Block::Code { .. }));
    if let Some(at) = first_example {
        let note =
            "This and what follows is laid over an inventory without gaps: what it does not mention is in order.";
        page.insert(at, Block::text(note));
    }
    page.extend(Block::section("In this inventory", found(desk, rule)));
    Entry { kind: "rule", name: rule.name.to_owned(), title: rule.name.to_owned(), blocks: page }
}

/// What the rule found in the inventory at hand.
fn found(desk: &Desk<'_>, rule: &RuleInfo) -> Vec<Block> {
    let Some(assessment) = desk.assessment else { return Vec::new() };
    let gaps: Vec<&Gap> = assessment.gaps.iter().filter(|gap| gap.finding.rule.name == rule.name).collect();
    if gaps.is_empty() { vec![Block::text("It found nothing.")] } else { gap::table(gaps) }
}

/// What a nature means, to stand inside a sentence.
pub(super) fn lower(nature: GapNature) -> String {
    let meaning = nature.meaning().trim_end_matches('.');
    let mut letters = meaning.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

/// The rules that can speak of a criterion, by their natures.
pub(super) fn speaking_of(desk: &Desk<'_>, criterion: &Criterion) -> Vec<Item> {
    let of_nature = |nature: &GapNature| {
        let rules = desk.knowledge.rules.iter().filter(|rule| rule.nature == *nature && speaks_of(rule, criterion));
        let names: Vec<&str> = rules.map(|rule| rule.name).collect();
        (!names.is_empty()).then(|| Item::of(nature.word(), ticked_and(names)))
    };
    GapNature::ALL.iter().filter_map(of_nature).collect()
}

/// Whether a rule can touch a criterion. Most rules reach every criterion by way of controls; these do not.
fn speaks_of(rule: &RuleInfo, criterion: &Criterion) -> bool {
    match rule.name {
        "system-not-covered" => criterion.level == Judged::System,
        "single-control-reliance" => criterion.impact.level >= Level::High,
        "common-criterion-excluded" => criterion.id.is_common(),
        "vendor-unreviewed" | "user-entity-control-unplaced" => criterion.areas.contains(&Area::Vendor),
        "data-flow-unprotected" => DATA_ON_THE_MOVE.contains(&criterion.id.to_string().as_str()),
        "period-too-short" | "period-too-long" | "systems-undefined" | "acceptance-unused" | "remediation-unused" => {
            false
        }
        _ => true,
    }
}

/// The criteria that a data flow without protection touches.
const DATA_ON_THE_MOVE: [&str; 2] = ["CC6.7", "C1.1"];
