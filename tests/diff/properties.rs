//! On random pairs: what is put down to causes adds up, and is what stands between.

use std::collections::{BTreeMap, BTreeSet};

use gapcheck::diff::altered::altered;
use gapcheck::diff::hybrid::{each, numbered_from};
use gapcheck::diff::pair::Pair;
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::Summary;
use gapcheck::model::cause::Cause;
use gapcheck::model::difference::{Change, Difference, GapState};
use gapcheck::model::inventory::{Index, Inventory};
use gapcheck::model::level::Level;
use gapcheck::model::snapshot::Snapshot;
use proptest::prelude::*;

use crate::common::random::{cases, inventory};
use crate::common::{self, assess_later, catalog};
use crate::{Given, as_of, diff};

/// An inventory made into one that is read, and assessed so many days after the usual day.
fn given(inventory: &common::inventory::Inventory, later: u32) -> Given {
    Given { yaml: inventory.yaml(), files: inventory.shelves(), day: as_of().plus_days(later) }
}

/// The counts of a summary by their names in the JSON result: worked out elsewhere, from lists that are not ours.
fn stated(summary: &Summary) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::from([
        ("criteria.total".to_owned(), summary.criteria),
        ("criteria.applicable".to_owned(), summary.applicable),
        ("criteria.not_applicable".to_owned(), summary.not_applicable),
        ("coverage.claimed".to_owned(), summary.claimed),
        ("coverage.evidenced".to_owned(), summary.evidenced),
        ("coverage.tested".to_owned(), summary.tested),
        ("gaps.total".to_owned(), summary.open_total()),
        ("gaps.accepted".to_owned(), summary.accepted),
    ]);
    for (on, tally) in [("design", summary.design), ("operation", summary.operation.unwrap_or_default())] {
        for (verdict, many) in
            [("no_gap", tally.no_gap), ("partial", tally.partial), ("unverified", tally.unverified), ("gap", tally.gap)]
        {
            counts.insert(format!("{on}.{verdict}"), many);
        }
    }
    for level in Level::ALL {
        counts.insert(format!("gaps.{}", level.snake()), summary.open[level]);
    }
    counts
}

/// Every inventory that stands between two, with the cause that made it of the one before, and what is concluded of it.
fn between(old: &Given, new: &Given) -> Vec<(Cause, Inventory, Snapshot)> {
    let (before, after) = (old.read(new.day), numbered_from(&new.read(new.day), 1));
    let mut files = old.found();
    files.extend(&new.found(), 1);
    let pair = Pair { old: &before, new: &after };
    let at = |hybrid: &Inventory| gapcheck::snapshot(hybrid, catalog(), &files, new.day);
    let mut steps = vec![(Cause::Time, before.clone(), at(&before))];
    each(pair, &altered(pair, &files), |cause, hybrid| steps.push((cause, hybrid.clone(), at(hybrid))));
    steps
}

/// Holds an inventory to what every checked one keeps: lists in order, an index of its own, and no name that leads nowhere.
fn assert_is_possible(inventory: &Inventory) {
    let Index { systems, documents, controls, vendors, .. } = Index::of(inventory);
    assert_eq!(inventory.index.controls, controls);
    assert_eq!((&inventory.index.systems, &inventory.index.vendors), (&systems, &vendors));
    assert_eq!((controls.len(), vendors.len()), (inventory.controls.len(), inventory.vendors.len()));
    for control in &inventory.controls {
        assert!(control.systems.iter().flatten().all(|id| systems.contains_key(&id.value)), "{}", control.id.value);
        assert!(control.documented_in.iter().all(|id| documents.contains_key(&id.value)), "{}", control.id.value);
    }
    for vendor in &inventory.vendors {
        assert!(vendor.systems.iter().all(|id| systems.contains_key(&id.value)), "{}", vendor.id.value);
        let mut asked = vendor.user_entity_controls.iter().flat_map(|asked| &asked.controls);
        assert!(asked.all(|id| controls.contains_key(&id.value)), "{}", vendor.id.value);
    }
    for flow in &inventory.data_flows {
        for end in [&flow.from.value, &flow.to.value] {
            let known = systems.contains_key(end) || vendors.contains_key(end) || &**end == "external";
            assert!(known, "{end}");
        }
    }
    let mut subjects: BTreeSet<String> = [&systems, &documents, &controls, &vendors]
        .into_iter()
        .flat_map(BTreeMap::keys)
        .map(ToString::to_string)
        .collect();
    subjects.extend(catalog().criteria.iter().map(|criterion| criterion.id.to_string()));
    subjects.extend(inventory.scope.commitments.iter().map(|commitment| commitment.id.value.to_string()));
    let asked = inventory.vendors.iter().flat_map(|vendor| &vendor.user_entity_controls);
    subjects.extend(asked.map(|asked| asked.id.value.to_string()));
    let decided = inventory.acceptances.iter().map(|entry| &entry.gap.value.0);
    let open = inventory.remediation.iter().flat_map(|entry| entry.depends_on.iter().chain([&entry.gap]));
    for gap in decided.chain(open.map(|gap| &gap.value.0)) {
        let subject = gap.split(':').next().unwrap();
        assert!(subjects.contains(subject) || ["scope", "external"].contains(&subject), "{gap}");
    }
}

fn states(step: &Snapshot, id: &str) -> Option<GapState> {
    step.gaps.get(id).map(GapState::from)
}

/// The gaps that became something, by id.
fn ids(difference: &Difference, change: Change) -> BTreeSet<&str> {
    difference.gaps_that(change).map(|gap| gap.id.as_str()).collect()
}

/// The one inventory with a single part of the other, so that nothing else says that something changed.
fn with_a_part(
    one: &common::inventory::Inventory,
    other: &common::inventory::Inventory,
    part: usize,
    nth: usize,
) -> common::inventory::Inventory {
    let (mut mixed, other) = (one.clone(), other.clone());
    // Lists are named by position: a list that is exchanged is no shorter, nor does it name what lies past the end of another.
    let sizes = |it: &common::inventory::Inventory| [it.systems.len(), it.documents.len(), it.controls.len()];
    let ([systems, documents, controls], [systems_of, documents_of, controls_of]) = (sizes(one), sizes(&other));
    let fits = match part {
        9 => documents_of >= documents,
        10 => systems_of >= systems,
        11 => systems_of <= systems && controls_of <= controls,
        14 => systems_of <= systems && documents_of <= documents && controls_of >= controls,
        _ => true,
    };
    if !fits {
        return mixed;
    }
    let mut controls = mixed.controls.iter_mut().zip(other.controls.iter().cloned());
    match (part, controls.nth(nth)) {
        (0, _) => mixed.categories = other.categories,
        (1, _) => mixed.report = other.report,
        (2, _) => mixed.not_applicable = other.not_applicable,
        (3, _) => mixed.commitments = other.commitments,
        (4, _) => mixed.regulations = other.regulations,
        (5, _) => (mixed.freshness, mixed.grace) = (other.freshness, other.grace),
        (6, _) => (mixed.samples, mixed.terms) = (other.samples, other.terms),
        (7, _) => mixed.flows = other.flows,
        (8, _) => mixed.people = other.people,
        (9, _) => mixed.documents = other.documents,
        (10, _) => mixed.systems = other.systems,
        (11, _) => mixed.vendors = other.vendors,
        (12, _) => mixed.acceptances = other.acceptances,
        (13, _) => mixed.remediation = other.remediation,
        (14, _) => mixed.controls = other.controls,
        (15, Some((control, other))) => control.status = other.status,
        (16, Some((control, other))) => (control.since, control.until) = (other.since, other.until),
        (17, Some((control, other))) => control.frequency = other.frequency,
        (18, Some((control, other))) => (control.kind, control.execution) = (other.kind, other.execution),
        (19, Some((control, other))) => control.description = other.description,
        (20, Some((control, other))) => (control.owner, control.performer) = (other.owner, other.performer),
        (21, Some((control, other))) => control.criteria = other.criteria,
        (22, Some((control, other))) => control.evidence = other.evidence,
        (23, Some((control, other))) => control.tests = other.tests,
        (24, Some((control, other))) => control.until = other.until,
        (25, Some((control, other))) => control.execution = other.execution,
        (_, _) => {}
    }
    mixed
}

proptest! {
    #![proptest_config(cases(400, 73))]

    #[test]
    fn whatever_part_is_another_is_found(one in inventory(), other in inventory(), part in 0usize..26, nth in 0usize..4) {
        let mixed = with_a_part(&one, &other, part, nth);
        let (old, new) = (given(&one, 0), given(&mixed, 0));
        // A part may name what the rest has not; that is no inventory.
        prop_assume!(gapcheck::read(&single("in.yaml", &new.yaml), catalog(), new.day).is_ok());
        let steps = between(&old, &new);
        let (_, last, concluded) = steps.last().unwrap();
        assert_is_possible(last);
        prop_assert!(*concluded == new.assessed("new").snapshot, "part {} is not found", part);
        prop_assert!(part == 14 || steps.len() <= 2, "a single part is altered in {:?}", steps.iter().map(|(cause, ..)| cause).collect::<Vec<_>>());
    }
}

proptest! {
    #![proptest_config(cases(60, 71))]

    #[test]
    fn what_is_put_down_to_causes_adds_up(one in inventory(), other in inventory(), later in 0u32..200) {
        let (old, new) = (given(&one, 0), given(&other, later));
        let difference = diff(&old, &new);
        let before = common::assess_whole(&one, |assessment| stated(&assessment.summary));
        let after = assess_later(&other, later, |assessment| stated(&assessment.summary));
        prop_assert_eq!(difference.counts.len(), before.len());
        for count in &difference.counts {
            prop_assert_eq!(count.before, before[&count.key], "{} before", &count.key);
            prop_assert_eq!(count.after, after[&count.key], "{} after", &count.key);
            let sum: i64 = count.by.iter().map(|(_, change)| change).sum();
            prop_assert_eq!(sum, i64::try_from(count.after).unwrap() - i64::try_from(count.before).unwrap(), "{}", &count.key);
            prop_assert!(count.by.iter().all(|(cause, change)| cause.is_some() && *change != 0), "{}", &count.key);
        }
        // What a cause did to the gaps of each level adds up to what it did to all.
        for cause in Cause::ALL {
            let of = |key: &str| difference.count(key).unwrap().by.iter().find(|(by, _)| *by == Some(*cause)).map_or(0, |(_, change)| *change);
            let levels: i64 = Level::ALL.iter().map(|level| of(&format!("gaps.{}", level.snake()))).sum();
            prop_assert_eq!(levels, of("gaps.total"), "{}", cause);
            let design: i64 = ["no_gap", "partial", "unverified", "gap"].iter().map(|verdict| of(&format!("design.{verdict}"))).sum();
            prop_assert_eq!(design, of("criteria.applicable"), "{}", cause);
        }
    }

    #[test]
    fn what_stands_between_is_possible_and_ends_at_the_second(one in inventory(), other in inventory(), later in 0u32..200) {
        let (old, new) = (given(&one, 0), given(&other, later));
        let steps = between(&old, &new);
        for (_, hybrid, _) in &steps {
            assert_is_possible(hybrid);
        }
        let causes: Vec<Cause> = steps.iter().map(|(cause, ..)| *cause).collect();
        prop_assert!(causes.is_sorted(), "{:?}", causes);
        let (_, _, last) = steps.last().unwrap();
        prop_assert!(*last == new.assessed("new").snapshot, "after {:?} something is left", causes);
    }

    /// Found again from all that stands between, without the ways: with its cause a change comes, and after it it stays.
    #[test]
    fn a_change_is_put_down_to_what_it_came_to_stay_with(one in inventory(), other in inventory(), later in 0u32..200) {
        let (old, new) = (given(&one, 0), given(&other, later));
        let (difference, steps) = (diff(&old, &new), between(&old, &new));
        let first = old.assessed("old").snapshot;
        for gap in &difference.gaps {
            let mut at = Vec::from([states(&first, &gap.id)]);
            at.extend(steps.iter().map(|(_, _, step)| states(step, &gap.id)));
            prop_assert_eq!((gap.way.before(), gap.way.after()), (&at[0], &at[at.len() - 1]), "{}", &gap.id);
            prop_assert_eq!(gap.cause.is_some(), gap.change != Change::Unchanged, "{}", &gap.id);
            for (from, turn) in gap.way.steps() {
                let nth = 1 + steps.iter().position(|(cause, ..)| Some(*cause) == turn.cause).unwrap();
                prop_assert_eq!((&at[nth - 1], &at[nth]), (from, &turn.to), "{} by {:?}", &gap.id, turn.cause);
                prop_assert!(!at[nth..].contains(from), "{} by {:?} is undone", &gap.id, turn.cause);
            }
        }
        for criterion in &difference.criteria {
            let of = |step: &Snapshot| step.criteria.get(&criterion.id).map(|stand| stand.design);
            let mut at = Vec::from([of(&first)]);
            at.extend(steps.iter().map(|(_, _, step)| of(step)));
            for (from, turn) in criterion.design.steps() {
                let nth = 1 + steps.iter().position(|(cause, ..)| Some(*cause) == turn.cause).unwrap();
                prop_assert_eq!((&at[nth - 1], &at[nth]), (from, &turn.to), "{} by {:?}", criterion.id, turn.cause);
                prop_assert!(!at[nth..].contains(from), "{} by {:?} is undone", criterion.id, turn.cause);
            }
        }
    }

    #[test]
    fn backwards_the_new_are_the_resolved(one in inventory(), other in inventory()) {
        let (a, b) = (given(&one, 0), given(&other, 0));
        let (there, back) = (diff(&a, &b), diff(&b, &a));
        for (change, mirrored) in [
            (Change::New, Change::Resolved),
            (Change::Worsened, Change::Improved),
            (Change::Improved, Change::Worsened),
            (Change::Resolved, Change::New),
            (Change::Unchanged, Change::Unchanged),
        ] {
            prop_assert_eq!(ids(&there, change), ids(&back, mirrored), "{}", change.word());
        }
        let mirrored = |count: &gapcheck::model::difference::Count| (count.key.clone(), count.after, count.before, -count.change());
        let there: Vec<_> = there.counts.iter().map(mirrored).collect();
        let back: Vec<_> = back.counts.iter().map(|count| (count.key.clone(), count.before, count.after, count.change())).collect();
        prop_assert_eq!(there, back);
    }

    #[test]
    fn of_the_same_nothing_changed(one in inventory()) {
        let turned = common::inventory::Inventory { backwards: !one.backwards, ..one.clone() };
        for other in [&one, &turned] {
            let difference = diff(&given(&one, 0), &given(other, 0));
            prop_assert!(difference.nothing_changed());
            prop_assert_eq!(&difference.altered, &Vec::new());
            prop_assert_eq!(ids(&difference, Change::Unchanged).len(), difference.gaps.len());
            prop_assert!(difference.counts.iter().all(|count| count.by.is_empty() && count.before == count.after));
        }
    }
}
