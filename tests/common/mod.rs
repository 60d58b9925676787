//! What the tests on random inventories share: the inventories, and how they are assessed.

#![allow(dead_code, reason = "each test file uses its own part")]

pub mod calendar;
pub mod ics;
pub mod inventory;
pub mod random;
pub mod write;

use gapcheck::Request;
use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::date::Date;
use gapcheck::model::files::{FileState, Files};
use gapcheck::source::file::{SourceFile, Sources};

pub fn as_of() -> Date {
    Date::new(2026, 11, 22).expect("a day")
}

pub fn catalog() -> &'static Catalog {
    static CATALOG: std::sync::OnceLock<Catalog> = std::sync::OnceLock::new();
    CATALOG.get_or_init(|| bundled().expect("the catalog reads"))
}

/// Assesses an inventory that names no files, and looks at the result.
pub fn assess<T>(yaml: &str, look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    assess_sources(&single("random.yaml", yaml), &[], as_of(), look)
}

/// Assesses an inventory with its files as it says they are, and looks at the result.
pub fn assess_whole<T>(inventory: &inventory::Inventory, look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    assess_later(inventory, 0, look)
}

/// The same so many days later.
pub fn assess_later<T>(inventory: &inventory::Inventory, days: u32, look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    assess_sources(&single("random.yaml", &inventory.yaml()), &inventory.shelves(), as_of().plus_days(days), look)
}

/// Assesses an inventory split into the files of a folder, and looks at the result.
pub fn assess_folder<T>(
    texts: &[String],
    shelves: &[(String, FileState)],
    look: impl FnOnce(&Assessment<'_>) -> T,
) -> T {
    let files = texts.iter().enumerate().map(|(at, text)| SourceFile::new(format!("folder/{at}.yaml"), text, ""));
    assess_sources(&Sources::new(files.collect()), shelves, as_of(), look)
}

fn assess_sources<T>(
    sources: &Sources,
    shelves: &[(String, FileState)],
    as_of: Date,
    look: impl FnOnce(&Assessment<'_>) -> T,
) -> T {
    let text = || sources.iter().map(|(_, file)| file.text.as_str()).collect::<Vec<_>>().join("--- next file\n");
    let inventory =
        gapcheck::read(sources, catalog(), as_of).unwrap_or_else(|problems| panic!("{problems:?}\n{}", text()));
    let mut files = Files::default();
    for (number, _) in sources.iter() {
        for (path, state) in shelves {
            files.insert(number, path, state.clone());
        }
    }
    let request = Request { as_of, fail_on: None, baseline: None };
    look(&gapcheck::assess(sources, &inventory, catalog(), &files, &request))
}
