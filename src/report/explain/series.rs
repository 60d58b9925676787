//! The page of a series of criteria.

use crate::report::explain::Desk;
use crate::report::explain::page::{Block, Entry, Item};

/// The series of an id, such as `CC6`.
pub(super) fn find(desk: &Desk<'_>, thing: &str) -> Vec<Entry> {
    let catalog = desk.knowledge.catalog;
    let series = catalog.series.iter().filter(|series| series.id.eq_ignore_ascii_case(thing));
    series
        .map(|series| {
            let criteria = catalog.criteria.iter().filter(|criterion| criterion.id.series() == series.id);
            let rows = criteria.map(|criterion| vec![format!("`{}`", criterion.id), criterion.title.clone()]);
            let category = Block::Items(vec![Item::of("Category", series.category.plain())]);
            Entry {
                kind: "series",
                name: series.id.clone(),
                title: format!("{}: {}", series.id, series.title),
                blocks: vec![category, Block::table(&["Criterion", "Title"], rows.collect())],
            }
        })
        .collect()
}
