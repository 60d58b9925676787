//! The engine held against a second one, written from the prose alone, on random inventories.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
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

#[path = "../common/mod.rs"]
mod common;
mod model;

use std::collections::BTreeSet;

use gapcheck::model::assessment::Assessment;
use gapcheck::model::gap::Treatment;
use gapcheck::model::level::Level;
use gapcheck::model::risk::Rating;
use gapcheck::model::verdict::Verdict;
use proptest::test_runner::{TestCaseError, TestRunner};

use common::inventory::Inventory;
use common::random::{cases, inventory};
use common::{assess_whole, catalog};
use model::{Model, Outcome};

/// How many inventories each of the threads compares.
const CASES: u32 = 1_000;
const THREADS: u64 = 4;

fn rated(rating: Rating) -> String {
    format!("[{} x {} = {} {}]", rating.likelihood, rating.impact, rating.level.word(), rating.score)
}

/// What the engine says, in the lines of the model.
fn engine(assessment: &Assessment<'_>) -> Outcome {
    let mut outcome = Outcome::new();
    let asked = |verdict: Option<Verdict>| verdict.map_or("not asked", Verdict::word);
    for result in &assessment.criteria {
        let operation = asked(result.operation.as_ref().map(|judgement| judgement.verdict));
        outcome.insert(
            format!("criterion {}", catalog().criteria[result.criterion].id),
            format!(
                "{}, {operation}; claimed {}, evidenced {}, tested {}",
                result.design.verdict.word(),
                result.claimed,
                result.evidenced,
                result.tested
            ),
        );
    }
    for (control, result) in assessment.inventory.controls.iter().zip(&assessment.controls) {
        let text = format!("{}, {}", result.design.word(), asked(result.operation));
        outcome.insert(format!("control {}", *control.id), text);
    }
    for gap in &assessment.gaps {
        let criteria: BTreeSet<String> = gap.finding.criteria.iter().map(ToString::to_string).collect();
        let criteria: Vec<&str> = criteria.iter().map(String::as_str).collect();
        let treatment = if matches!(gap.treatment, Treatment::Accepted(_)) { "accepted" } else { "open" };
        let text =
            format!("{} {} {} {treatment}", criteria.join(","), rated(gap.risk.inherent), rated(gap.risk.residual));
        let twice = outcome.insert(format!("gap {}", gap.id()), text);
        assert!(twice.is_none(), "two gaps are {}", gap.id());
    }
    let summary = &assessment.summary;
    let tallies = [("design", Some(summary.design)), ("operation", summary.operation)];
    for (of, tally) in tallies.iter().filter_map(|(of, tally)| Some((of, (*tally)?))) {
        let verdicts = [
            ("no-gap", tally.no_gap),
            ("partial", tally.partial),
            ("unverified", tally.unverified),
            ("gap", tally.gap),
        ];
        for (verdict, count) in verdicts.iter().filter(|(_, count)| *count > 0) {
            outcome.insert(format!("count {of} {verdict}"), count.to_string());
        }
    }
    if summary.operation.is_none() {
        outcome.insert("count operation not asked".to_owned(), summary.applicable.to_string());
    }
    for (name, count) in [
        ("criteria", summary.criteria),
        ("not applicable", summary.not_applicable),
        ("claimed", summary.claimed),
        ("evidenced", summary.evidenced),
        ("tested", summary.tested),
        ("accepted", summary.accepted),
    ] {
        outcome.insert(format!("count {name}"), count.to_string());
    }
    for level in Level::ALL {
        let open = summary.open.get(level).copied().unwrap_or(0);
        outcome.insert(format!("count open {}", level.word()), open.to_string());
    }
    outcome
}

/// The lines in which two outcomes differ.
fn differences(engine: &Outcome, model: &Outcome) -> Vec<String> {
    let keys: BTreeSet<&String> = engine.keys().chain(model.keys()).collect();
    let differing = keys.into_iter().filter(|key| engine.get(*key) != model.get(*key));
    differing.map(|key| format!("{key}\n  engine: {:?}\n  model:  {:?}", engine.get(key), model.get(key))).collect()
}

fn compare(inventory: &Inventory) -> Result<(), TestCaseError> {
    let engine = assess_whole(inventory, engine);
    let differences = differences(&engine, &Model::new(inventory).outcome());
    if differences.is_empty() {
        return Ok(());
    }
    Err(TestCaseError::fail(format!("{}\n{}", differences.join("\n"), inventory.yaml())))
}

#[test]
fn the_engine_agrees_with_a_second_one_written_from_the_prose() {
    std::thread::scope(|scope| {
        let threads = (0..THREADS).map(|seed| {
            scope.spawn(move || TestRunner::new(cases(CASES, 2_026 + seed)).run(&inventory(), |it| compare(&it)))
        });
        let threads: Vec<_> = threads.collect();
        for thread in threads {
            if let Err(error) = thread.join().expect("a thread that ends") {
                panic!("{error}");
            }
        }
    });
}

// SURVEY-BEGIN
#[test]
#[ignore]
fn survey() {
    use proptest::strategy::{Strategy, ValueTree};
    let mut runner = TestRunner::new(cases(1, 99));
    let mut kinds: std::collections::BTreeMap<String, (usize, String)> = Default::default();
    let mut seen: std::collections::BTreeMap<String, usize> = Default::default();
    for _ in 0..1000 {
        let it = inventory().new_tree(&mut runner).unwrap().current();
        let engine = assess_whole(&it, engine);
        let model = Model::new(&it).outcome();
        for (key, value) in &engine {
            let rule = key
                .split(':')
                .nth(1)
                .filter(|_| key.starts_with("gap"))
                .map(|r| format!("gap {r} {}", if value.ends_with("accepted") { "acc" } else { "open" }));
            if let Some(rule) = rule {
                *seen.entry(rule).or_default() += 1;
            }
            if key.starts_with("criterion") || key.starts_with("control") {
                *seen.entry(format!("{} {value}", key.split(' ').next().unwrap())).or_default() += 1;
            }
        }
        for difference in differences(&engine, &model) {
            let first = difference.lines().next().unwrap();
            let kind: String = if first.starts_with("gap") {
                format!(
                    "gap {} {}",
                    first.split(':').nth(1).unwrap(),
                    if difference.contains("None") { "existence" } else { "value" }
                )
            } else {
                first.split(' ').next().unwrap().to_owned()
            };
            let entry = kinds.entry(kind).or_insert_with(|| (0, String::new()));
            entry.0 += 1;
            let text = format!("{difference}\n{}", it.yaml());
            if entry.1.is_empty() || text.len() < entry.1.len() {
                entry.1 = text;
            }
        }
    }
    for (key, count) in &seen {
        println!("{count:6} {key}");
    }
    for (kind, (count, text)) in &kinds {
        println!("=== {kind}: {count}\n{text}");
    }
}
// SURVEY-END
