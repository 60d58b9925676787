//! The counts before and after, and what each cause did to them.

use std::collections::BTreeMap;

use crate::diff::follow::Ways;
use crate::model::cause::Cause;
use crate::model::difference::{Count, GapState};
use crate::model::level::Level;
use crate::model::verdict::Verdict;
use crate::model::way::Way;

/// The verdicts that are counted, in report order.
const VERDICTS: [Verdict; 4] = [Verdict::NoGap, Verdict::Partial, Verdict::Unverified, Verdict::Gap];

/// Every count of the summary, also those that did not change.
#[must_use]
pub fn counts(ways: &Ways) -> Vec<Count> {
    let mut counts = vec![
        of_design("criteria.total", ways, Option::is_some),
        of_design("criteria.applicable", ways, |verdict| {
            verdict.is_some_and(|verdict| verdict != Verdict::NotApplicable)
        }),
        of_design("criteria.not_applicable", ways, |verdict| *verdict == Some(Verdict::NotApplicable)),
    ];
    for verdict in VERDICTS {
        let key = format!("design.{}", verdict.snake());
        counts.push(of_design(&key, ways, |found| *found == Some(verdict)));
    }
    for verdict in VERDICTS {
        let operation = ways.criteria.values().map(|way| &way.verdicts.operation);
        counts.push(counted(&format!("operation.{}", verdict.snake()), operation, |found| *found == Some(verdict)));
    }
    for (at, flag) in ["claimed", "evidenced", "tested"].into_iter().enumerate() {
        let flags = ways.criteria.values().filter_map(|way| way.flags.get(at));
        counts.push(counted(&format!("coverage.{flag}"), flags, |holds| *holds));
    }
    for level in Level::ALL.iter().rev() {
        counts.push(of_gaps(&format!("gaps.{}", level.snake()), ways, |gap| !gap.accepted && gap.level == *level));
    }
    counts.push(of_gaps("gaps.total", ways, |gap| !gap.accepted));
    counts.push(of_gaps("gaps.accepted", ways, |gap| gap.accepted));
    counts
}

fn of_design(key: &str, ways: &Ways, holds: impl Fn(&Option<Verdict>) -> bool) -> Count {
    counted(key, ways.criteria.values().map(|way| &way.verdicts.design), holds)
}

fn of_gaps(key: &str, ways: &Ways, holds: impl Fn(&GapState) -> bool) -> Count {
    counted(key, ways.gaps.values(), |state| state.as_ref().is_some_and(&holds))
}

/// How many of some things hold something before and after, and which steps of their ways made that so.
fn counted<'a, State: PartialEq + 'a>(
    key: &str,
    ways: impl Iterator<Item = &'a Way<State>>,
    holds: impl Fn(&State) -> bool,
) -> Count {
    let (mut before, mut after) = (0, 0);
    let mut by: BTreeMap<Option<Cause>, i64> = BTreeMap::new();
    for way in ways {
        before += usize::from(holds(way.before()));
        after += usize::from(holds(way.after()));
        for (from, turn) in way.steps() {
            *by.entry(turn.cause).or_default() += i64::from(holds(&turn.to)) - i64::from(holds(from));
        }
    }
    by.retain(|_, change| *change != 0);
    Count { key: key.to_owned(), before, after, by: by.into_iter().collect() }
}
