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

use std::cell::RefCell;
use std::collections::BTreeSet;

use gapcheck::model::assessment::Assessment;
use gapcheck::model::gap::Treatment;
use gapcheck::model::level::Level;
use gapcheck::model::operation::Operation;
use gapcheck::model::risk::Rating;
use gapcheck::model::verdict::Verdict;
use proptest::test_runner::{TestCaseError, TestRunner};

use common::inventory::{FREQUENCIES, Inventory};
use common::random::{cases, inventory};
use common::{assess_whole, catalog};
use model::facts::RULES;
use model::{Model, Outcome};

/// How many inventories each of the threads compares.
const CASES: u32 = 2500;
const THREADS: u64 = 4;
/// What gaps of operation and of dependence may say, in the words of the model.
const CIRCUMSTANCES: [&str; 24] = [
    "share of half",
    "share of a tenth",
    "resolved",
    "root cause",
    "exceptions retested",
    "rate",
    "deficiency retested",
    "size",
    "no population",
    "late",
    "unnamed",
    "critical vendor",
    "uncritical vendor",
    "report of a wrong kind",
    "uncovered time",
    "exceptions unassessed",
    "bridge letter would do",
    "never reviewed",
    "reviewed long ago",
    "carved out",
    "inclusive",
    "undeclared",
    "relied on",
    "own tester",
];

fn rated(rating: Rating) -> String {
    format!("[{} x {} = {} {}]", rating.likelihood, rating.impact, rating.level.word(), rating.score)
}

/// What the engine knows of how a control operated, in the words of the model.
fn operated(operation: Option<&Operation>) -> String {
    let Some(operation) = operation else { return "not observed".to_owned() };
    let windows = operation.occurrences.iter();
    let windows: Vec<String> =
        windows.map(|window| format!("{}..{} {}", window.start, window.end, window.state.word())).collect();
    let (exceptions, deficiency) = (operation.tests.exceptions, operation.tests.deficiency);
    format!(
        "shown {}, exceptions {exceptions:?}, deficiency {deficiency:?}, late {}: {}",
        operation.shown,
        operation.late,
        windows.join(", ")
    )
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
    for (control, standing) in assessment.inventory.controls.iter().zip(&assessment.standings) {
        outcome.insert(format!("operation {}", *control.id), operated(standing.operation.as_ref()));
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

/// Everything that random inventories are, do or bring about, in the words of the model.
fn met(inventories: u32, seed: u64) -> BTreeSet<String> {
    let met = RefCell::new(BTreeSet::new());
    let look = |inventory: Inventory| {
        let mut met = met.borrow_mut();
        let model = Model::new(&inventory);
        met.extend(model.told());
        for (what, text) in model.outcome() {
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
    TestRunner::new(cases(inventories, seed)).run(&inventory(), look).expect("a model that answers");
    met.into_inner()
}

/// Every pair of verdicts there can be, of design and of operation.
fn verdicts() -> Vec<String> {
    let mut wanted = Vec::new();
    for design in ["no-gap", "partial", "unverified"] {
        for operation in ["no-gap", "partial", "unverified", "gap", "not asked"] {
            // What makes a criterion unverified in design is a gap of evidence, too grave on any criterion of the catalog
            // for operation without one.
            if (design, operation) != ("unverified", "no-gap") {
                wanted.push(format!("criterion {design}, {operation}"));
            }
            wanted.push(format!("control {design}, {operation}"));
        }
    }
    for whose in ["criterion", "control"] {
        wanted.extend(["gap, gap", "gap, not asked"].map(|verdicts| format!("{whose} {verdicts}")));
    }
    wanted.extend(["not-applicable, not-applicable", "not-applicable, not asked"].map(|it| format!("criterion {it}")));
    wanted
}

#[test]
fn the_second_model_knows_every_rule() {
    let rules: BTreeSet<&str> = RULES.iter().map(|(rule, ..)| *rule).collect();
    assert_eq!(rules, gapcheck::assess::rule::infos().iter().map(|rule| rule.name).collect());
}

/// The comparison is worth what the inventories are: they break every rule, and reach every verdict and every decision,
/// every state of every frequency, whatever tests come to, and every circumstance.
#[test]
fn the_random_inventories_leave_nothing_out() {
    let met: BTreeSet<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = (1..=THREADS).map(|seed| scope.spawn(move || met(400, seed))).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("a thread that ends")).collect()
    });
    let rules: BTreeSet<&str> = RULES.iter().map(|(rule, ..)| *rule).collect();
    let mut wanted = verdicts();
    wanted.extend(rules.into_iter().chain(["open", "accepted"]).map(str::to_owned));
    for frequency in FREQUENCIES {
        let frequency = frequency.unwrap_or("unstated");
        wanted.extend(["true", "false"].map(|shown| format!("shown {shown}, {frequency}")));
        let states: &[&str] = match frequency {
            "unstated" => &[],
            "daily" | "per-event" => &["evidenced", "missed", "not-yet-due", "no-occurrence"],
            "once" => &["evidenced", "not-yet-due", "no-occurrence"],
            _ => &["evidenced", "missed", "not-yet-due"],
        };
        wanted.extend(states.iter().map(|state| format!("{frequency} {state}")));
    }
    for of_tests in ["exceptions None", "exceptions Resolved", "exceptions Unresolved", "tested effective"] {
        wanted.push(of_tests.to_owned());
    }
    wanted.extend(["None", "Retested", "Standing"].map(|what| format!("deficiency {what}")));
    wanted.extend(["late", "never in place", "ended", "retired", "cut short"].map(str::to_owned));
    wanted.extend(["zero on file", "zero tested"].map(str::to_owned));
    wanted.extend(CIRCUMSTANCES.map(|what| format!("because {what}")));
    let missed: Vec<String> = wanted.into_iter().filter(|what| !met.contains(what)).collect();
    assert_eq!(missed, Vec::<String>::new());
}
