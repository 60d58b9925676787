//! What holds for every inventory, tried on random ones.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
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

mod common;

use std::collections::{BTreeMap, BTreeSet};

use gapcheck::model::assessment::Assessment;
use gapcheck::model::level::Level;
use gapcheck::model::operation::{Occurrence, OccurrenceState};
use gapcheck::model::risk::Axis;
use gapcheck::model::verdict::Verdict;
use gapcheck::report::{FORMATS, Options};
use proptest::prelude::*;

use common::calendar::Day;
use common::inventory::{CRITERIA, Control, Document, Evidence, Exception, Inventory, Test, today};
use common::random::{cases, inventory};
use common::{as_of, assess_folder, assess_later, assess_whole, catalog};

fn scores(assessment: &Assessment<'_>) -> BTreeMap<String, u8> {
    assessment.gaps.iter().map(|gap| (gap.id().to_owned(), gap.risk.score())).collect()
}

fn verdicts(assessment: &Assessment<'_>) -> BTreeMap<String, Verdict> {
    let criteria = assessment.criteria.iter().map(|result| (&catalog().criteria[result.criterion].id, result));
    let criteria = criteria.flat_map(|(id, result)| {
        let operation = result.operation.as_ref().map(|judgement| (format!("{id} in operation"), judgement.verdict));
        operation.into_iter().chain([(id.to_string(), result.design.verdict)])
    });
    let controls = assessment.inventory.controls.iter().zip(&assessment.controls);
    let controls = controls.flat_map(|(control, result)| {
        let operation = result.operation.map(|verdict| (format!("{} in operation", *control.id), verdict));
        operation.into_iter().chain([(control.id.to_string(), result.design)])
    });
    criteria.chain(controls).collect()
}

/// What an assessment says apart from where things stand in which file: the whole JSON result, and the reasons it leaves out.
fn substance(assessment: &Assessment<'_>) -> String {
    let json = FORMATS.iter().find(|format| format.name == "json").expect("a format");
    let text = (json.render)(assessment, &Options::default()).into_text();
    let mut result: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    result["inputs"].take();
    for gap in result["gaps"].as_array_mut().expect("gaps") {
        gap["location"].take();
    }
    let reasons: Vec<_> = assessment.criteria.iter().map(|result| (&result.design, &result.operation)).collect();
    format!("{result:#}\n{reasons:?}\n{:?}\n{:?}", assessment.unverifiable, assessment.summary)
}

/// Evidence as good as can be for what the inventory asks of it: of the last day that counts, and taken today.
fn valid_evidence(inventory: &Inventory) -> Evidence {
    let (_, day) = inventory.so_far();
    Evidence { covers: Some((day, day)), ..Evidence::valid() }
}

/// Whether a gap is only a decision that is no longer needed as it stands, since what it was about is closed or has become
/// less likely.
fn overtaken(id: &str) -> bool {
    [":acceptance-unused:", ":acceptance-outdated:", ":remediation-unused:"].iter().any(|rule| id.contains(rule))
}

fn no_verdict_is_worse(before: &Inventory, after: &Inventory) -> Result<(), TestCaseError> {
    let (before, after) = (assess_whole(before, verdicts), assess_whole(after, verdicts));
    for (id, old) in &before {
        prop_assert!(after[id] >= *old, "{id}: {old:?} became {:?}", after[id]);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(200, 17))]

    #[test]
    fn the_order_of_items_and_files_changes_nothing(inventory in inventory(), seed in any::<u64>(), files in 1usize..5) {
        let turned = Inventory { backwards: !inventory.backwards, ..inventory.clone() };
        let folder = turned.folder(seed, files);
        let (one, many) = (assess_whole(&inventory, substance), assess_folder(&folder, &inventory.shelves(), substance));
        prop_assert!(one == many, "{}", first_difference(&one, &many));
    }

    #[test]
    fn residual_is_never_above_inherent_and_the_working_adds_up(inventory in inventory()) {
        assess_whole(&inventory, |assessment| {
            for gap in &assessment.gaps {
                let risk = &gap.risk;
                assert!(risk.residual.score <= risk.inherent.score, "{}", gap.id());
                assert!(risk.residual.level <= risk.inherent.level, "{}", gap.id());
                let points = |axis| risk.working.iter().filter(|factor| factor.axis == axis).map(|factor| factor.points).sum::<i16>();
                assert_eq!(points(Axis::Likelihood), i16::from(risk.residual.likelihood), "{}", gap.id());
                assert_eq!(points(Axis::Impact), i16::from(risk.residual.impact), "{}", gap.id());
                let effects = |all: bool| risk.working.iter().filter(|factor| all || !factor.mitigates).map(|factor| factor.effect).sum::<i16>();
                assert_eq!(effects(true), i16::from(risk.residual.score), "{}", gap.id());
                assert_eq!(effects(false), i16::from(risk.inherent.score), "{}", gap.id());
                assert_eq!(Level::of(risk.residual.score), risk.residual.level, "{}", gap.id());
                assert!(risk.working.iter().all(|factor| !factor.because.is_empty()), "{}: a factor without a reason", gap.id());
            }
        });
    }

    #[test]
    fn valid_evidence_added_never_raises_a_risk_or_worsens_a_verdict(inventory in inventory(), which in any::<prop::sample::Index>()) {
        prop_assume!(!inventory.controls.is_empty());
        let mut better = inventory.clone();
        let at = which.index(better.controls.len());
        better.controls[at].evidence.push(valid_evidence(&inventory));
        let (before, after) = (assess_whole(&inventory, scores), assess_whole(&better, scores));
        for (id, score) in &after {
            // What nothing showed so far, and nothing had to, can only now be tested.
            let first_steps = id.ends_with(":operation-untested");
            let old = before.get(id);
            let closed = old.is_none() && (overtaken(id) || first_steps);
            prop_assert!(closed || old.is_some_and(|old| score <= old), "{id} is new or rose: {old:?} to {score}");
        }
        no_verdict_is_worse(&inventory, &better)?;
    }

    #[test]
    fn an_effective_owned_documented_control_that_operates_added_never_worsens_anything(inventory in inventory(), criterion in 0..CRITERIA.len()) {
        let mut better = inventory.clone();
        better.documents.push(Document::excellent());
        better.controls.push(Control::excellent("X-1", criterion, better.documents.len() - 1, inventory.so_far()));
        no_verdict_is_worse(&inventory, &better)?;
        let (before, after) = (assess_whole(&inventory, scores), assess_whole(&better, scores));
        for (id, score) in &after {
            // A criterion that had nothing at all can only now rest on a single control.
            let first_steps = id.contains(":single-control-reliance");
            let old = before.get(id);
            let closed = old.is_none() && (overtaken(id) || first_steps);
            prop_assert!(closed || old.is_some_and(|old| score <= old), "{id} is new or rose: {old:?} to {score}");
        }
    }

    #[test]
    fn a_test_that_finds_an_exception_added_never_improves_a_verdict(inventory in inventory(), which in any::<prop::sample::Index>()) {
        prop_assume!(!inventory.controls.is_empty());
        // With a decision about it closed, a gap would take others along.
        let before = Inventory { acceptances: Vec::new(), remediation: Vec::new(), ..inventory };
        let mut after = before.clone();
        let at = which.index(after.controls.len());
        after.controls[at].tests.push(found_an_exception(&before));
        let (before, after) = (assess_whole(&before, verdicts), assess_whole(&after, verdicts));
        for (id, old) in &before {
            // What nobody had looked at now was: with an exception.
            let looked_at = (*old, after[id]) == (Verdict::Unverified, Verdict::Partial) && id.ends_with(" in operation");
            prop_assert!(looked_at || after[id] <= *old, "{id}: {old:?} became {:?}", after[id]);
        }
    }

    #[test]
    fn a_later_day_leaves_what_became_of_an_occurrence_as_it_was(inventory in inventory(), days in 0u32..400) {
        let inventory = nothing_ahead(inventory);
        let (before, after) = (assess_whole(&inventory, occurrences), assess_later(&inventory, days, occurrences));
        prop_assert_eq!(before.len(), after.len());
        for ((control, old), (_, new)) in before.iter().zip(&after) {
            prop_assert_eq!((old.start, old.end), (new.start, new.end), "{}", control);
            let open = old.state == OccurrenceState::NotYetDue;
            prop_assert!(open || old.state == new.state, "{control}: {old:?} became {new:?}");
        }
    }

    #[test]
    fn a_rename_changes_no_level(inventory in inventory()) {
        let levels = |assessment: &Assessment<'_>| {
            let gaps = assessment.gaps.iter();
            let of = gaps.map(|gap| (gap.finding.rule.name, gap.finding.criteria.clone(), gap.risk.score(), gap.treatment.word()));
            let mut levels: Vec<_> = of.collect();
            levels.sort();
            (levels, assessment.summary.clone())
        };
        prop_assert_eq!(assess_whole(&inventory, levels), assess_whole(&renamed(&inventory), levels));
    }

    #[test]
    fn counts_agree_with_each_other(inventory in inventory()) {
        assess_whole(&inventory, |assessment| {
            let summary = &assessment.summary;
            assert_eq!(summary.design.total(), summary.applicable);
            assert_eq!(summary.applicable + summary.not_applicable, summary.criteria);
            assert_eq!(summary.open_total() + summary.accepted + summary.baseline, assessment.gaps.len());
            let ids: BTreeSet<&str> = assessment.gaps.iter().map(gapcheck::model::gap::Gap::id).collect();
            assert_eq!(ids.len(), assessment.gaps.len(), "an id stands for one gap");
            assert!(summary.evidenced <= summary.claimed && summary.tested <= summary.claimed);
            assert!(summary.design.no_gap <= summary.claimed, "nothing is green without a control in place");
            let by_category: usize = summary.categories.iter().map(|category| category.counts.criteria).sum();
            assert_eq!(by_category, summary.applicable);
        });
    }
}

/// A test of what an inventory speaks of so far, of everything there was, that found an item nobody has put right.
fn found_an_exception(inventory: &Inventory) -> Test {
    let exceptions = vec![Exception { resolved: None, explained: true }];
    Test { period: Some(inventory.so_far()), conclusion: Some(1), exceptions, ..Test::passed(false) }
}

/// The occurrences of every control.
fn occurrences(assessment: &Assessment<'_>) -> Vec<(String, Occurrence)> {
    let controls = assessment.inventory.controls.iter().zip(&assessment.standings);
    let occurrences = controls.flat_map(|(control, standing)| {
        let occurrences = standing.operation.iter().flat_map(|operation| &operation.occurrences);
        occurrences.map(|occurrence| (control.id.to_string(), *occurrence))
    });
    occurrences.collect()
}

/// The inventory without evidence and tests of days to come: what is not there yet shows nothing yet.
fn nothing_ahead(mut inventory: Inventory) -> Inventory {
    let there = |day: Option<Day>| day.is_none_or(|day| day <= today());
    for control in &mut inventory.controls {
        control.evidence.retain(|evidence| there(evidence.collected) && there(evidence.covers.map(|(_, end)| end)));
        control.tests.retain(|test| there(test.date));
    }
    inventory
}

/// The same inventory with other names; the order of ids stays, so that numbers stay comparable.
fn renamed(inventory: &Inventory) -> Inventory {
    let mut renamed = inventory.clone();
    for (at, control) in renamed.controls.iter_mut().enumerate() {
        control.id = format!("RENAMED-{at}");
        "Another name altogether".clone_into(&mut control.name);
    }
    let new = |gap: &str| gap.strip_prefix("C-").map_or_else(|| gap.to_owned(), |rest| format!("RENAMED-{rest}"));
    renamed.acceptances.iter_mut().for_each(|acceptance| acceptance.gap = new(&acceptance.gap));
    renamed.remediation.iter_mut().for_each(|entry| entry.gap = new(&entry.gap));
    renamed
}

fn first_difference(one: &str, other: &str) -> String {
    let differing = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    differing.map_or_else(|| "one is longer".to_owned(), |(one, other)| format!("{one}\n{other}"))
}

proptest! {
    #![proptest_config(cases(40, 18))]

    #[test]
    fn the_same_input_gives_the_same_bytes(inventory in inventory()) {
        // Files that are no text are compared byte by byte too.
        let render = |assessment: &Assessment<'_>| {
            FORMATS.iter().map(|format| (format.render)(assessment, &Options::default())).collect::<Vec<_>>()
        };
        let (once, again) = (assess_whole(&inventory, render), assess_whole(&inventory, render));
        for (format, (once, again)) in FORMATS.iter().zip(once.iter().zip(&again)) {
            prop_assert!(once == again, "{}", format.name);
        }
    }
}

proptest! {
    #![proptest_config(cases(400, 19))]

    /// Whatever is done to a text, reading it ends, and every problem stands within it.
    #[test]
    fn no_text_makes_the_reader_panic(inventory in inventory(), cuts in prop::collection::vec((any::<prop::sample::Index>(), ".{0,6}"), 1..6)) {
        let mut text: Vec<char> = inventory.yaml().chars().collect();
        for (at, insert) in cuts {
            let at = at.index(text.len().max(1));
            let end = (at + insert.chars().count()).min(text.len());
            text.splice(at.min(text.len())..end, insert.chars());
        }
        let text: String = text.into_iter().collect();
        let sources = gapcheck::load::inventory::single("mutated.yaml", &text);
        if let Err(problems) = gapcheck::read(&sources, catalog(), as_of()) {
            for problem in problems.sorted() {
                if let Some(place) = problem.place {
                    prop_assert!(place.start <= place.end && place.end as usize <= text.len());
                    prop_assert!(text.is_char_boundary(place.start as usize) && text.is_char_boundary(place.end as usize));
                }
            }
            prop_assert!(gapcheck::report::problems::render(&problems, &sources).contains("nothing was assessed"));
        }
    }
}
