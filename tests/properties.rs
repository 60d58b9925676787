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

use std::collections::BTreeMap;

use gapcheck::model::assessment::Assessment;
use gapcheck::model::level::Level;
use gapcheck::model::risk::Axis;
use gapcheck::model::verdict::Verdict;
use gapcheck::report::{FORMATS, Options};
use proptest::prelude::*;

use common::{CRITERIA, Control, as_of, assess, catalog, inventory};

fn scores(assessment: &Assessment<'_>) -> BTreeMap<String, u8> {
    assessment.gaps.iter().map(|gap| (gap.id().to_owned(), gap.risk.score())).collect()
}

fn verdicts(assessment: &Assessment<'_>) -> Vec<(String, Verdict)> {
    assessment
        .criteria
        .iter()
        .map(|result| (catalog().criteria[result.criterion].id.to_string(), result.design.verdict))
        .collect()
}

/// What an assessment says apart from where things stand in the file.
fn substance(assessment: &Assessment<'_>) -> String {
    let gaps = assessment.gaps.iter().map(|gap| {
        let found = &gap.finding;
        format!(
            "{} {} {:?} {:?} {} {} {} {:?} {:?}",
            gap.number,
            found.id,
            found.criteria,
            found.systems,
            found.title,
            found.current_state,
            found.recommendation,
            gap.risk,
            gap.treatment
        )
    });
    let gaps: Vec<String> = gaps.collect();
    format!("{}\n{:?}\n{:?}", gaps.join("\n"), verdicts(assessment), assessment.summary)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_items_changes_nothing(inventory in inventory(), seed in any::<u64>()) {
        let mut shuffled = inventory.clone();
        let mut state = seed;
        for at in (1..shuffled.controls.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.controls.swap(at, (state >> 33) as usize % (at + 1));
        }
        for control in &mut shuffled.controls {
            control.criteria.reverse();
            control.backwards = true;
        }
        prop_assert_eq!(assess(&inventory.yaml(), substance), assess(&shuffled.yaml(), substance));
    }

    #[test]
    fn the_same_input_gives_the_same_bytes(inventory in inventory()) {
        let yaml = inventory.yaml();
        for format in FORMATS {
            let render = |assessment: &Assessment<'_>| (format.render)(assessment, &Options::default());
            prop_assert_eq!(assess(&yaml, render), assess(&yaml, render), "{}", format.name);
        }
    }

    #[test]
    fn residual_is_never_above_inherent_and_the_working_adds_up(inventory in inventory()) {
        assess(&inventory.yaml(), |assessment| {
            for gap in &assessment.gaps {
                let risk = &gap.risk;
                assert!(risk.residual.score <= risk.inherent.score, "{}", gap.id());
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
        better.controls[at].evidence.push(Some(0));
        let (before, after) = (assess(&inventory.yaml(), scores), assess(&better.yaml(), scores));
        for (id, score) in &after {
            let old = before.get(id);
            prop_assert!(old.is_some_and(|old| score <= old), "{id} is new or rose: {old:?} to {score}");
        }
        let (before, after) = (assess(&inventory.yaml(), verdicts), assess(&better.yaml(), verdicts));
        for (old, new) in before.iter().zip(&after) {
            prop_assert!(new.1 >= old.1, "{old:?} became {new:?}");
        }
    }

    #[test]
    fn an_effective_owned_documented_control_added_never_worsens_anything(inventory in inventory(), criterion in 0..CRITERIA.len()) {
        let mut better = inventory.clone();
        better.controls.push(Control::excellent("X-1", criterion));
        let (before, after) = (assess(&inventory.yaml(), verdicts), assess(&better.yaml(), verdicts));
        for (old, new) in before.iter().zip(&after) {
            prop_assert!(new.1 >= old.1, "{old:?} became {new:?}");
        }
        let (before, after) = (assess(&inventory.yaml(), scores), assess(&better.yaml(), scores));
        for (id, score) in &after {
            // A criterion that had nothing at all can only now rest on a single control.
            let first_steps = id.ends_with(":single-control-reliance");
            prop_assert!(first_steps || before.get(id).is_some_and(|old| score <= old), "{id} is new or rose");
        }
    }

    #[test]
    fn a_rename_changes_no_level(inventory in inventory()) {
        let mut renamed = inventory.clone();
        for (at, control) in renamed.controls.iter_mut().enumerate() {
            // Keeps the order of ids, so that numbers stay comparable line by line.
            control.id = format!("RENAMED-{at}");
            control.name = "Another name altogether".to_owned();
        }
        let levels = |assessment: &Assessment<'_>| {
            assessment.gaps.iter().map(|gap| (gap.finding.rule.name, gap.finding.criteria.clone(), gap.risk.score())).collect::<std::collections::BTreeSet<_>>()
        };
        prop_assert_eq!(assess(&inventory.yaml(), levels), assess(&renamed.yaml(), levels));
    }

    #[test]
    fn counts_agree_with_each_other(inventory in inventory()) {
        assess(&inventory.yaml(), |assessment| {
            let summary = &assessment.summary;
            assert_eq!(summary.design.total(), summary.applicable);
            assert_eq!(summary.applicable + summary.not_applicable, summary.criteria);
            assert_eq!(summary.open_total() + summary.accepted + summary.baseline, assessment.gaps.len());
            assert!(summary.evidenced <= summary.claimed && summary.tested <= summary.claimed);
            assert!(summary.design.no_gap <= summary.claimed, "nothing is green without a control in place");
            let by_category: usize = summary.categories.iter().map(|category| category.counts.criteria).sum();
            assert_eq!(by_category, summary.applicable);
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

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
