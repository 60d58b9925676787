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
use model::facts::RULES;
use model::{Model, Outcome};

/// How many inventories each of the threads compares.
const CASES: u32 = 800;
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

/// Compares so many inventories; the same ones in every run.
fn compare_many(seed: u64) -> Result<(), String> {
    let outcome = TestRunner::new(cases(CASES, seed)).run(&inventory(), |inventory| compare(&inventory));
    outcome.map_err(|error| error.to_string())
}

#[test]
fn the_engine_agrees_with_a_second_one_written_from_the_prose() {
    let failed = std::thread::scope(|scope| {
        let threads: Vec<_> = (1..=THREADS).map(|seed| scope.spawn(move || compare_many(seed))).collect();
        threads.into_iter().find_map(|thread| thread.join().expect("a thread that ends").err())
    });
    if let Some(failure) = failed {
        panic!("{failure}");
    }
}

/// The comparison is worth what the inventories are: they break every rule, and reach every verdict and every decision.
#[test]
fn the_random_inventories_leave_nothing_out() {
    let met = std::cell::RefCell::new(BTreeSet::new());
    let look = |inventory: Inventory| {
        let mut met = met.borrow_mut();
        for (what, text) in Model::new(&inventory).outcome() {
            match what.split_once(' ') {
                Some(("gap", id)) => {
                    met.insert(id.split(':').nth(1).expect("a rule").to_owned());
                    met.insert(text.rsplit(' ').next().expect("a treatment").to_owned());
                }
                Some((whose @ ("criterion" | "control"), _)) => {
                    met.insert(format!("{whose} {}", text.split(';').next().expect("verdicts")));
                }
                _ => {}
            }
        }
        Ok(())
    };
    TestRunner::new(cases(300, 1)).run(&inventory(), look).expect("a model that answers");
    let met = met.into_inner();
    let rules: BTreeSet<&str> = RULES.iter().map(|(rule, ..)| *rule).collect();
    assert_eq!(rules, gapcheck::assess::rule::infos().iter().map(|rule| rule.name).collect());
    let verdicts = ["no-gap", "partial", "unverified"]
        .map(|verdict| [format!("{verdict}, unverified"), format!("{verdict}, not asked")]);
    let verdicts = verdicts.into_iter().flatten().chain(["gap, gap".to_owned(), "gap, not asked".to_owned()]);
    let verdicts = verdicts.flat_map(|verdict| [format!("criterion {verdict}"), format!("control {verdict}")]);
    let wanted = verdicts.chain(["criterion not-applicable, not-applicable".to_owned()]);
    let wanted = wanted.chain(rules.into_iter().chain(["open", "accepted"]).map(str::to_owned));
    let missed: Vec<String> = wanted.filter(|what| !met.contains(what)).collect();
    assert_eq!(missed, Vec::<String>::new());
}
