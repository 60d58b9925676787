//! The frameworks, and a mapping without an inventory, as pages.

use crate::model::catalog::Catalog;
use crate::model::crosswalk::{Mapping, Target};
use crate::report::crosswalk::shown::Part;
use crate::report::crosswalk::words;
use crate::report::explain::page::{Block, Entry, Item, Page};
use crate::text::list::and;

/// The frameworks there are.
pub(super) fn frameworks(mappings: &[Mapping]) -> Page {
    let rows = mappings.iter().map(|mapping| {
        let (targets, whole) = (mapping.targets.len().to_string(), mapping.whole.len().to_string());
        let links = mapping.links().count().to_string();
        let criteria = mapping.criteria().len().to_string();
        vec![format!("`{}`", mapping.framework), links, criteria, targets, whole, mapping.name.clone()]
    });
    let columns = ["Name", "Links", "Criteria", "Clauses", "Of", "Framework"];
    let blocks = vec![
        Block::text("Which clauses of other frameworks the criteria of SOC 2, and so your controls, also speak to."),
        Block::table(&columns, rows.collect()),
        Block::text(words::CAUTION),
        Block::Items(vec![
            Item::plain("`gapcheck crosswalk NAME` browses a mapping."),
            Item::plain("`gapcheck crosswalk NAME INVENTORY` lays it over your controls and their evidence."),
            Item::plain("`--clause ID` tells of one clause at length."),
        ]),
    ];
    Page::of(vec![entry("frameworks", "crosswalk", "Frameworks beside SOC 2", blocks)])
}

/// A mapping: all its clauses at a glance, or each of those asked for at length.
pub(super) fn mapping(mapping: &Mapping, catalog: &Catalog, part: &Part) -> Page {
    if part.at_length {
        let listed = part.targets(mapping).map(|target| clause(mapping, catalog, target));
        let silent = part.silent(&mapping.silent_about()).into_iter().map(|id| unlisted(mapping, id));
        return Page::of(listed.chain(silent).collect());
    }
    let rows = part.targets(mapping).map(|target| {
        let criteria = target.links.iter().map(|link| link.criterion);
        vec![format!("`{}`", target.id), target.title.clone(), and(criteria)]
    });
    let mut blocks = vec![
        Block::text(format!("{}. {}", words::extent(mapping), words::clauses_are(mapping))),
        Block::text(words::endorsement(mapping)),
        Block::text(words::CAUTION),
        Block::table(&["Clause", "Title", "Criteria that speak to it"], rows.collect()),
    ];
    blocks.extend(Block::section("Where it is thin", thin(mapping)));
    blocks.extend(Block::section("Not listed", not_listed(mapping, &mapping.silent_about())));
    Page::of(vec![entry("mapping", mapping.framework.word(), &format!("{} beside SOC 2", mapping.name), blocks)])
}

/// Where a mapping is thin.
pub(super) fn thin(mapping: &Mapping) -> Vec<Block> {
    Block::list(mapping.thin.iter().cloned())
}

/// The clauses of the edition that a mapping does not speak of.
pub(super) fn not_listed(mapping: &Mapping, ids: &[&str]) -> Vec<Block> {
    let runs = words::runs(mapping, ids);
    if runs.is_empty() { Vec::new() } else { vec![Block::text(format!("{}.", and(runs)))] }
}

fn clause(mapping: &Mapping, catalog: &Catalog, target: &Target) -> Entry {
    let rows = target.links.iter().filter_map(|link| {
        let title = catalog.criterion(link.criterion)?.title.clone();
        let (relation, support) = (link.relation.to_string(), link.support.to_string());
        Some(vec![format!("`{}`", link.criterion), relation, support, title])
    });
    let blocks = vec![
        Block::text(format!("{}. {}", mapping.name, words::CAUTION)),
        Block::table(&["Criterion", "Relation", "Sources", "Title"], rows.collect()),
    ];
    entry("clause", &target.id, &format!("{}: {}", target.id, target.title), blocks)
}

fn unlisted(mapping: &Mapping, id: &str) -> Entry {
    let text = format!("{}. {}", mapping.name, words::silent(mapping, false));
    entry("clause", id, id, vec![Block::text(text)])
}

pub(super) fn entry(kind: &'static str, name: &str, title: &str, blocks: Vec<Block>) -> Entry {
    Entry { kind, name: name.to_owned(), title: title.to_owned(), blocks }
}
