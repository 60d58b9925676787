//! The page for nobody's name: the rules, and what else can be asked.

use crate::model::rule::GapNature;
use crate::report::explain::Desk;
use crate::report::explain::page::{Block, Entry, Item};
use crate::report::explain::rule::lower;
use crate::text::count::count;

/// What can be explained.
pub(super) fn entry(desk: &Desk<'_>) -> Entry {
    let mut blocks = vec![Block::text(
        "Each gap comes from a rule named here. Ask for a rule by its name, or for any of the things at the end.",
    )];
    for nature in GapNature::ALL {
        blocks.extend(Block::section(&heading(*nature), rules(desk, *nature)));
    }
    blocks.extend(Block::section("What else can be asked", vec![Block::Items(things(desk))]));
    Entry { kind: "rules", name: "rules".to_owned(), title: "The rules of gapcheck".to_owned(), blocks }
}

fn heading(nature: GapNature) -> String {
    let word = nature.word();
    let mut letters = word.chars();
    let capital: String = letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect());
    format!("{capital}: {}", lower(nature))
}

fn rules(desk: &Desk<'_>, nature: GapNature) -> Vec<Block> {
    let rules = desk.knowledge.rules.iter().filter(|rule| rule.nature == nature);
    let rows: Vec<Vec<String>> =
        rules.map(|rule| vec![format!("`{}`", rule.name), rule.summary().to_owned()]).collect();
    if rows.is_empty() { Vec::new() } else { vec![Block::table(&["Rule", "What it finds"], rows)] }
}

fn things(desk: &Desk<'_>) -> Vec<Item> {
    let catalog = desk.knowledge.catalog;
    let points = catalog.criteria.iter().map(|criterion| criterion.points.len()).sum();
    let terms = desk.knowledge.terms.len();
    let (controls, gaps) = match desk.assessment {
        Some(assessment) => (
            format!(
                "`gapcheck explain CONTROL -i INVENTORY`; this inventory has {}",
                count(assessment.controls.len(), "control")
            ),
            format!(
                "`gapcheck explain GAP -i INVENTORY`, by id or by number; this inventory has {}",
                count(assessment.gaps.len(), "gap")
            ),
        ),
        None => (
            "`gapcheck explain AC-02 -i inventory.yaml`".to_owned(),
            "`gapcheck explain AC-02:evidence-absent -i inventory.yaml`, or by its number".to_owned(),
        ),
    };
    vec![
        Item::of(
            "A criterion or a series",
            format!(
                "`gapcheck explain CC6.1`, `gapcheck explain CC6`; there are {}",
                count(catalog.criteria.len(), "criterion")
            ),
        ),
        Item::of(
            "A point of focus",
            format!("`gapcheck explain CC6.3/periodic-review`; there are {}", count(points, "point of focus")),
        ),
        Item::of("A term", format!("`gapcheck explain \"inherent risk\"`; there are {}", count(terms, "term"))),
        Item::of("A control", controls),
        Item::of("A gap and its arithmetic", gaps),
    ]
}
