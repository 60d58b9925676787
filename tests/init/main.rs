//! `gapcheck init`: what a first inventory holds, that it claims nothing, and that nothing is ever overwritten.
#![allow(
    clippy::as_conversions,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

mod combinations;
mod command;
mod hostile;
mod reference;
mod skeletons;
#[cfg(unix)]
mod terminal;

use gapcheck::init::answers::{Answers, Stack, Used};
use gapcheck::init::{Start, reference::bundled, start};
use gapcheck::load::catalog;
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::date::{Date, Period};
use gapcheck::model::files::Files;
use gapcheck::model::scope::Report;
use gapcheck::model::words::{Category, PrivacyRole};
use gapcheck::source::file::Sources;
use gapcheck::{Request, assess, read};

/// Words that nobody but an auditor may say of an organisation.
pub(crate) const FORBIDDEN: [&str; 5] = ["compliant", "certified", "audit-ready", "satisfied", "passes soc 2"];

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

/// Today, in these tests.
pub(crate) fn today() -> Date {
    day("2026-11-22")
}

pub(crate) fn type1() -> Report {
    Report::Type1 { as_of: day("2027-05-31") }
}

pub(crate) fn type2() -> Report {
    Report::Type2 { period: Period::between(day("2027-03-01"), day("2027-08-31")) }
}

pub(crate) fn products(names: &[&str]) -> Used {
    Used::Products(names.iter().map(|name| (*name).to_owned()).collect())
}

/// A stack of which everything is known.
pub(crate) fn known() -> Stack {
    Stack {
        cloud: products(&["aws"]),
        identity_provider: products(&["Okta"]),
        code_host: products(&["GitHub"]),
        hr: products(&["Personio"]),
    }
}

/// Answers of four people with all categories.
pub(crate) fn answers() -> Answers {
    Answers {
        organization: "Pinecrate".into(),
        system: "Workshop Planner".into(),
        categories: Category::ALL.to_vec(),
        report: type1(),
        privacy_role: PrivacyRole::Both,
        people: 4,
        names: Vec::new(),
        stack: known(),
        vendors: vec!["Stripe".into()],
    }
}

/// What the answers come to.
pub(crate) fn started(answers: &Answers, catalog: &Catalog) -> Start {
    start(answers, catalog, &bundled().expect("the reference"), None).expect("an inventory")
}

pub(crate) fn the_catalog() -> Catalog {
    catalog::bundled().expect("the catalog")
}

/// An inventory as it is read, or what is wrong with it.
#[track_caller]
pub(crate) fn inventory(text: &str, catalog: &Catalog) -> (Sources, gapcheck::model::inventory::Inventory) {
    let sources = single("inventory.yaml", text);
    match read(&sources, catalog, today()) {
        Ok(inventory) => (sources, inventory),
        Err(problems) => {
            panic!("{}\n{text}", anstream::adapter::strip_str(&gapcheck::report::problems::render(&problems, &sources)))
        }
    }
}

/// Assesses an inventory and looks at the result.
#[track_caller]
pub(crate) fn assessed<T>(text: &str, catalog: &Catalog, look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    let (sources, inventory) = inventory(text, catalog);
    let request = Request { as_of: today(), fail_on: None, baseline: None };
    look(&assess(&sources, &inventory, catalog, &Files::default(), &request))
}

/// The ids of the controls of an inventory.
pub(crate) fn controls(text: &str) -> Vec<String> {
    let ids = text.lines().skip_while(|line| *line != "controls:").filter_map(|line| line.strip_prefix("  - id: "));
    ids.map(str::to_owned).collect()
}
