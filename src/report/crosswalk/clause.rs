//! A clause at length: back from it to the criteria, the controls, and what is on file for each.

use std::collections::BTreeSet;

use crate::model::assessment::Assessment;
use crate::model::clause_standing::{Backing, ClauseStanding, Crosswalk, NamedBy, Standing, Through};
use crate::report::crosswalk::browse::entry;
use crate::report::crosswalk::cell as told;
use crate::report::crosswalk::shown::Part;
use crate::report::crosswalk::words;
use crate::report::explain::control::in_short;
use crate::report::explain::gap;
use crate::report::explain::page::{Block, Entry, Item, Page};
use crate::report::matrix::cell;

/// The clauses of a part, each on a page.
pub(super) fn pages(crosswalk: &Crosswalk<'_>, part: &Part) -> Page {
    let known = part.clauses(crosswalk).map(|clause| page(crosswalk, clause));
    let silent = part.silent(&crosswalk.silent_about);
    let silent = silent.into_iter().map(|id| {
        let text = format!("{}. {}", crosswalk.mapping.name, words::silent(crosswalk.mapping, true));
        entry("clause", id, id, vec![Block::text(text)])
    });
    Page::of(known.chain(silent).collect())
}

fn page(crosswalk: &Crosswalk<'_>, clause: &ClauseStanding<'_>) -> Entry {
    let assessment = crosswalk.assessment;
    let mut seen = BTreeSet::new();
    let mut blocks = vec![Block::text(opening(crosswalk, clause)), Block::text(words::CAUTION)];
    let named: Vec<Item> =
        clause.named_by.iter().filter_map(|named| named_by(assessment, clause, named, &mut seen)).collect();
    let through = clause.through.iter().map(|through| criterion(assessment, through, &mut seen)).collect();
    blocks.extend(Block::section("Controls that name it", items(named)));
    blocks.extend(Block::section("Criteria that speak to it", items(through)));
    let gaps = clause.gaps.iter().filter_map(|at| assessment.gaps.get(*at)).collect();
    blocks.extend(Block::section("Open gaps behind it", gap::table(gaps)));
    let title = clause.title.map_or_else(|| clause.id.to_owned(), |title| format!("{}: {title}", clause.id));
    entry("clause", clause.id, &title, blocks)
}

fn items(items: Vec<Item>) -> Vec<Block> {
    if items.is_empty() { Vec::new() } else { vec![Block::Items(items)] }
}

fn opening(crosswalk: &Crosswalk<'_>, clause: &ClauseStanding<'_>) -> String {
    let name = &crosswalk.mapping.name;
    let standing = told::standing(clause);
    let gaps = told::gaps(crosswalk.assessment, clause).map(|gaps| format!("; {gaps}")).unwrap_or_default();
    let listed = if clause.title.is_some() { "" } else { " It is not in our list: only controls speak to it." };
    match clause.left_open {
        Some(_) => format!("{name}. Your SOC 2 controls do not speak to it; {standing}{gaps}.{listed}"),
        None => format!("{name}. Your SOC 2 controls also speak to it, {standing}{gaps}.{listed}"),
    }
}

/// A criterion with its controls; a control told before is only named.
fn criterion(assessment: &Assessment<'_>, through: &Through<'_>, seen: &mut BTreeSet<usize>) -> Item {
    let criterion = through.criterion;
    let label = format!("`{}` {}", criterion.id, criterion.title);
    let drawn = told::drawn(through.link);
    let Some(result) = through.result.filter(|_| through.standing == Standing::InScope) else {
        return Item::of(label, format!("{drawn}; {}", told::in_scope(through.standing)));
    };
    let operation = result.operation.as_ref().map(|judgement| judgement.verdict);
    let verdicts = cell::verdicts(result.design.verdict, operation);
    let none = through.controls.is_empty().then(|| Item::plain("No control names it."));
    let controls = through.controls.iter().filter_map(|at| control(assessment, *at, seen));
    let under: Vec<Item> = controls.chain(none).collect();
    let backing = if through.backing == Backing::Nothing { "nothing in place" } else { through.backing.word() };
    Item::of(label, format!("{drawn}; {backing}; {verdicts}")).with(under)
}

fn control(assessment: &Assessment<'_>, at: usize, seen: &mut BTreeSet<usize>) -> Option<Item> {
    if seen.insert(at) {
        return in_short(assessment, at);
    }
    let control = assessment.inventory.controls.get(at)?;
    Some(Item::of(format!("`{}` {}", control.id.value, control.name.0), "as told above"))
}

fn named_by(
    assessment: &Assessment<'_>,
    clause: &ClauseStanding<'_>,
    named: &NamedBy<'_>,
    seen: &mut BTreeSet<usize>,
) -> Option<Item> {
    let item = control(assessment, named.control, seen)?;
    if named.id == clause.id {
        return Some(item);
    }
    Some(Item { text: format!("names `{}`, a part of it; {}", named.id, item.text), ..item })
}
