//! What of an observation period that has begun is missed already.

use crate::model::date::Period;
use crate::model::standing::Standing;
use crate::plan::Ground;
use crate::plan::dates::work::Work;
use crate::text::count::counted;
use crate::text::list::{and, some};

/// How many controls a sentence names before it counts the rest.
const NAMED: usize = 4;

/// What is missed, each as a clause, with and without the names of the controls.
#[derive(Default)]
pub(super) struct Missed {
    short: Vec<String>,
    long: Vec<String>,
}

impl Missed {
    /// What is missed of a period that has begun.
    pub(super) fn of(ground: &Ground<'_>, work: &Work<'_>, period: &Period) -> Self {
        let occurrences = controls(ground, |standing| {
            standing.operation.as_ref().is_some_and(crate::model::operation::Operation::missed_any)
        });
        let late = controls(ground, |standing| {
            standing.in_place && standing.operation.as_ref().is_some_and(|operation| operation.late)
        });
        let mut missed = Self::default();
        missed.add(&occurrences, ["control missed occurrences", "controls missed occurrences"]);
        missed.add(
            &late,
            [
                "control was in place only after the period had begun",
                "controls were in place only after the period had begun",
            ],
        );
        // What is open on the day was open when the period began, or has been mended since and is not in the plan.
        if let Some(last) = work.whole.controls {
            let after = if last.day > period.end { "only after it ends, on" } else { "only on" };
            let clause = format!("the last of the controls is in place {after} {}", last.day);
            missed.short.push(clause.clone());
            missed.long.push(clause);
        }
        missed
    }

    fn add(&mut self, controls: &[&str], [one, many]: [&str; 2]) {
        if controls.is_empty() {
            return;
        }
        let clause = counted(controls.len(), one, many);
        self.long.push(format!("{clause} ({})", some(controls, NAMED)));
        self.short.push(clause);
    }

    /// In a few words; `None` where nothing is missed.
    pub(super) fn short(&self) -> Option<String> {
        (!self.short.is_empty()).then(|| and(&self.short))
    }

    /// With the names of the controls.
    pub(super) fn long(&self) -> Option<String> {
        (!self.long.is_empty()).then(|| and(&self.long))
    }
}

/// The controls the report is about of which something holds.
fn controls<'a>(ground: &Ground<'a>, holds: impl Fn(&Standing) -> bool) -> Vec<&'a str> {
    let known = ground.inventory.controls.iter().zip(ground.standings).zip(&ground.coverage.controls);
    let in_scope = known.filter(|((control, _), serves)| control.criteria.is_empty() || !serves.applicable.is_empty());
    in_scope.filter(|((_, standing), _)| holds(standing)).map(|((control, _), _)| &**control.id).collect()
}
