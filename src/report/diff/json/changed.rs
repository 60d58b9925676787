//! Gaps, criteria and controls with what changed them, as JSON.

use serde::Serialize;

use crate::model::cause::Cause;
use crate::model::difference::{ControlChange, CriterionChange, GapChange, GapState};
use crate::model::snapshot::GapStand;
use crate::model::verdict::Verdict;
use crate::model::way::Way;

/// A gap of either; `by` is the cause of its change, `way` every step of it.
#[derive(Serialize)]
pub(super) struct GapLine<'a> {
    id: &'a str,
    change: &'static str,
    by: Option<Cause>,
    rule: &'a str,
    title: &'a str,
    old: Option<Stand>,
    new: Option<Stand>,
    way: Vec<Step<Option<State>>>,
}

impl<'a> GapLine<'a> {
    pub(super) fn of(gap: &'a GapChange) -> Self {
        let stand = gap.stand();
        let way = gap.way.turns().iter().map(|turn| Step { cause: turn.cause, to: turn.to.map(State::of) });
        Self {
            id: &gap.id,
            change: gap.change.word(),
            by: gap.cause,
            rule: stand.map_or("", |stand| &stand.rule),
            title: stand.map_or("", |stand| &stand.title),
            old: gap.before.as_ref().map(Stand::of),
            new: gap.after.as_ref().map(Stand::of),
            way: way.collect(),
        }
    }
}

const fn treatment(accepted: bool) -> &'static str {
    if accepted { "accepted" } else { "open" }
}

/// How a gap stood.
#[derive(Serialize)]
struct Stand {
    level: String,
    score: u8,
    treatment: &'static str,
}

impl Stand {
    fn of(stand: &GapStand) -> Self {
        Self { level: stand.level.snake(), score: stand.score, treatment: treatment(stand.accepted) }
    }
}

/// How a gap stands between two steps.
#[derive(Serialize)]
struct State {
    level: String,
    treatment: &'static str,
}

impl State {
    fn of(state: GapState) -> Self {
        Self { level: state.level.snake(), treatment: treatment(state.accepted) }
    }
}

/// A step at which something changed for good: `null` where it is gone.
#[derive(Serialize)]
struct Step<To> {
    cause: Option<Cause>,
    to: To,
}

/// Something before and now, and every step between.
#[derive(Serialize)]
struct Walked<State> {
    old: State,
    new: State,
    way: Vec<Step<State>>,
}

impl<State> Walked<State> {
    fn of<From: PartialEq>(way: &Way<From>, shown: impl Fn(&From) -> State) -> Self {
        let steps = way.turns().iter().map(|turn| Step { cause: turn.cause, to: shown(&turn.to) });
        Self { old: shown(way.before()), new: shown(way.after()), way: steps.collect() }
    }
}

fn verdict(way: &Way<Option<Verdict>>) -> Walked<Option<String>> {
    Walked::of(way, |verdict| verdict.map(Verdict::snake))
}

fn flag(way: &Way<bool>) -> Walked<bool> {
    Walked::of(way, |holds| *holds)
}

/// A criterion of which something changed; a verdict is `null` where the criterion is not in scope, or not judged.
#[derive(Serialize)]
pub(super) struct CriterionLine<'a> {
    id: String,
    title: &'a str,
    design: Walked<Option<String>>,
    operation: Walked<Option<String>>,
    claimed: Walked<bool>,
    evidenced: Walked<bool>,
    tested: Walked<bool>,
}

impl<'a> CriterionLine<'a> {
    pub(super) fn of(one: &'a CriterionChange) -> Self {
        Self {
            id: one.id.to_string(),
            title: &one.title,
            design: verdict(&one.design),
            operation: verdict(&one.operation),
            claimed: flag(&one.claimed),
            evidenced: flag(&one.evidenced),
            tested: flag(&one.tested),
        }
    }
}

/// A control whose verdicts changed; a verdict is `null` where the control is not there, or not judged.
#[derive(Serialize)]
pub(super) struct ControlLine<'a> {
    id: &'a str,
    name: &'a str,
    design: Walked<Option<String>>,
    operation: Walked<Option<String>>,
}

impl<'a> ControlLine<'a> {
    pub(super) fn of(one: &'a ControlChange) -> Self {
        Self { id: &one.id, name: &one.name, design: verdict(&one.design), operation: verdict(&one.operation) }
    }
}
