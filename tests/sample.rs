//! Samples: drawn by hand with `sha256sum` and by the program, and brought back as tests that an assessment judges.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_collect,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

#[path = "sample/bad.rs"]
mod bad;
#[path = "sample/drawn.rs"]
mod drawn;
#[path = "sample/recorded.rs"]
mod recorded;
#[path = "cli/sentence.rs"]
#[allow(dead_code, reason = "each test file uses its own part")]
mod sentence;
#[path = "sample/sized.rs"]
mod sized;

use sentence::{Folder, Said};
use serde_json::Value;

/// An inventory with a control that runs when something happens, and people to test it.
const INVENTORY: &str = "\
# Our inventory
organization: Acme Inc.
scope: { report: type2, period: { start: 2026-07-01, end: 2026-09-30 } }
people:
  - { id: alex, name: Alex Doe }
  - { id: jane, name: Jane Roe }
controls:
  # Who reads changes
  - id: CH-1
    name: Changes are reviewed
    description: Somebody other than the author approves each change. Tests pass before the release.
    criteria: [CC8.1]
    owner: jane
    status: implemented   # since the start
    frequency: per-event
  - { id: AC-1, name: Access review, criteria: [CC6.3], status: implemented, frequency: quarterly, owner: jane }
";

/// Six changes of the period and one before it.
const CHANGES: &str = "\
change,merged,author
PR-0,2026-06-30,ann
PR-1,2026-07-01,ann
PR-2,2026-07-09,bob
PR-3,2026-08-03,ann
PR-4,2026-08-31,eve
PR-5,2026-09-29,bob
PR-6,2026-09-30,ann
";

fn folder() -> Folder {
    Folder::with(&[("in.yaml", INVENTORY), ("changes.csv", CHANGES)])
}

/// Samples the control of changes.
fn sample(folder: &Folder, arguments: &[&str]) -> Said {
    folder.run(&[&["sample", "CH-1", "-i", "in.yaml", "--population", "changes.csv"], arguments].concat())
}

fn json(said: &Said) -> Value {
    serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}\n{}\n{}", said.out, said.err))
}

fn items(document: &Value) -> Vec<String> {
    let items = document["sample"]["items"].as_array().expect("items");
    items.iter().map(|item| item.as_str().expect("a text").to_owned()).collect()
}
