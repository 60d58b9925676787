//! Samples of the operation of every control of an inventory, for tests of what is said of them.

use gapcheck::items_to_test;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::date::{Date, Period};
use gapcheck::model::document::{Population, Test};
use gapcheck::model::inventory::Inventory;
use gapcheck::model::sampling::{Listed, Provenance, Sampling, Seed, Size};
use gapcheck::model::words::TestOf;
use gapcheck::sample::attributes;
use gapcheck::sample::draw::{derived_seed, digest, draw};

/// Of each control a sample of three hundred items and one of the only item there is; some words stand in every item, and in
/// whatever a list says of itself.
pub fn samplings<'a>(inventory: &'a Inventory, catalog: &Catalog, words: &str) -> Vec<Sampling<'a>> {
    let day = |year, month, day| Date::new(year, month, day).unwrap();
    let mut all = Vec::new();
    for control in &inventory.controls {
        for (count, some) in [(300, true), (1, false)] {
            let mut ids: Vec<String> = (0..count).map(|at| format!("{words}{at}")).collect();
            ids.sort();
            let population = Population { size: Some(count), ..Population::default() };
            let test = Test { of: TestOf::Operation, population: Some(population), ..Test::default() };
            let (items, because) = items_to_test(inventory, catalog, &control.id.value, &test).unwrap();
            let (digest, said) = (digest(&ids), || words.to_owned());
            let number = derived_seed(&digest, &control.id.value);
            all.push(Sampling {
                inventory,
                control,
                attributes: attributes(control),
                period: Period::between(day(2026, 7, 1), day(2026, 12, 31)),
                provenance: Provenance { source: said(), retrieved: some.then(|| day(2027, 1, 4)) },
                seed: Seed { number, chosen: some },
                size: Size { items, because },
                items: draw(&ids, number, items as usize),
                tester: some.then(said),
                tested: some.then(|| day(2027, 1, 11)),
                population: Listed {
                    file: said(),
                    file_digest: digest.clone(),
                    sheet: some.then(said),
                    id_column: said(),
                    id_because: "by its heading".to_owned(),
                    date_column: some.then(said),
                    outside: usize::from(some),
                    ids,
                    digest,
                },
            });
        }
    }
    all
}
