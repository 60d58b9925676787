//! One access review, varied by each test, and what the rules say of it on 2026-11-22.

use std::sync::OnceLock;

use gapcheck::Request;
use gapcheck::load;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::date::Date;
use gapcheck::model::files::Files;
use gapcheck::model::gap::Gap;

/// Read once: it is the same for every test.
static CATALOG: OnceLock<Catalog> = OnceLock::new();

const BEFORE: &str = "
organization: Acme Inc.
systems: [{ id: prod, name: Ledger }]
documents: [{ id: POL }]
people: [{ id: jane, name: Jane Roe }, { id: sam, name: Sam Poe }, { id: alex, name: Alex Doe }]
";

/// The control that every test varies; `more` is the rest of it.
pub fn review(more: &str) -> String {
    let control = "{ id: AC-02, name: Access review, criteria: [CC6.3], status: implemented";
    format!("{BEFORE}controls: [{control}{more} }}]")
}

/// The gaps a rule finds on 2026-11-22.
pub fn found(rule: &str, yaml: &str, files: &Files) -> Vec<Gap> {
    let day = Date::new(2026, 11, 22).unwrap();
    let sources = load::inventory::single("inventory.yaml", yaml);
    let catalog = CATALOG.get_or_init(|| load::catalog::bundled().unwrap());
    let inventory = gapcheck::read(&sources, catalog, day).unwrap_or_else(|problems| panic!("{problems:?}\n{yaml}"));
    let result =
        gapcheck::assess(&sources, &inventory, catalog, files, &Request { as_of: day, fail_on: None, baseline: None });
    result.gaps.into_iter().filter(|gap| gap.finding.rule.name == rule).collect()
}

/// The only gap a rule finds about the control.
pub fn about(rule: &str, more: &str) -> Gap {
    about_with(rule, more, &Files::default())
}

pub fn about_with(rule: &str, more: &str, files: &Files) -> Gap {
    let mut gaps = found(rule, &review(more), files);
    assert_eq!(gaps.len(), 1, "{rule} on {more}");
    let gap = gaps.remove(0);
    assert_eq!(gap.id(), format!("AC-02:{rule}"));
    gap
}

#[track_caller]
pub fn says(gap: &Gap, title: &str, state: &str) {
    assert_eq!((&*gap.finding.title, &*gap.finding.current_state), (title, state));
}

pub fn silent(rule: &str, more: &str) -> bool {
    found(rule, &review(more), &Files::default()).is_empty()
}

/// What the circumstances add to the likelihood.
pub fn circumstances(gap: &Gap) -> Vec<(&str, i16, &str)> {
    gap.finding.circumstances.iter().map(|known| (known.factor, known.points, &*known.because)).collect()
}
