//! Verdicts and gaps followed from one assessment to the next, step by step.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::cause::Cause;
use crate::model::criterion_id::CriterionId;
use crate::model::difference::GapState;
use crate::model::level::Level;
use crate::model::snapshot::Snapshot;
use crate::model::verdict::Verdict;
use crate::model::way::Way;

/// The ways of everything that stood in one of the assessments.
#[derive(Debug)]
pub struct Ways {
    /// Of the criteria.
    pub criteria: BTreeMap<CriterionId, CriterionWay>,
    /// Of the controls, by id.
    pub controls: BTreeMap<String, Verdicts>,
    /// Of the gaps, by identity.
    pub gaps: BTreeMap<String, Way<Option<GapState>>>,
}

/// The ways of the verdicts of a criterion or a control.
#[derive(Clone, Debug)]
pub struct Verdicts {
    /// On design.
    pub design: Way<Option<Verdict>>,
    /// On operation.
    pub operation: Way<Option<Verdict>>,
}

impl Verdicts {
    const NOT_THERE: Self = Self { design: Way::new(None), operation: Way::new(None) };

    const fn begin((design, operation): (Option<Verdict>, Option<Verdict>)) -> Self {
        Self { design: Way::new(design), operation: Way::new(operation) }
    }

    fn go(&mut self, cause: Option<Cause>, (design, operation): (Option<Verdict>, Option<Verdict>)) {
        self.design.go(cause, design);
        self.operation.go(cause, operation);
    }

    /// Whether one of the verdicts changed.
    #[must_use]
    pub const fn changed(&self) -> bool {
        self.design.changed() || self.operation.changed()
    }
}

/// The ways of a criterion.
#[derive(Clone, Debug)]
pub struct CriterionWay {
    /// Of its verdicts.
    pub verdicts: Verdicts,
    /// Whether it is claimed, evidenced, tested.
    pub flags: [Way<bool>; 3],
}

impl Ways {
    /// The ways from where an assessment stands.
    #[must_use]
    pub fn begin(first: &Snapshot) -> Self {
        let criteria = first.criteria.keys().map(|id| {
            let flags = criterion_flags(first, *id).map(Way::new);
            (*id, CriterionWay { verdicts: Verdicts::begin(criterion_verdicts(first, *id)), flags })
        });
        let controls = first.controls.keys().map(|id| (id.clone(), Verdicts::begin(control_verdicts(first, id))));
        let gaps = first.gaps.keys().map(|id| (id.clone(), Way::new(gap_state(first, id))));
        Self { criteria: criteria.collect(), controls: controls.collect(), gaps: gaps.collect() }
    }

    /// Goes on to the next assessment, which one cause made of the one before.
    pub fn go(&mut self, cause: Option<Cause>, next: &Snapshot) {
        for id in known(&self.criteria, &next.criteria) {
            let way = self
                .criteria
                .entry(id)
                .or_insert_with(|| CriterionWay { verdicts: Verdicts::NOT_THERE, flags: [false; 3].map(Way::new) });
            way.verdicts.go(cause, criterion_verdicts(next, id));
            way.flags.iter_mut().zip(criterion_flags(next, id)).for_each(|(way, flag)| way.go(cause, flag));
        }
        for id in known(&self.controls, &next.controls) {
            let verdicts = control_verdicts(next, &id);
            self.controls.entry(id).or_insert(Verdicts::NOT_THERE).go(cause, verdicts);
        }
        for id in known(&self.gaps, &next.gaps) {
            let state = gap_state(next, &id);
            self.gaps.entry(id).or_insert(Way::new(None)).go(cause, state);
        }
    }
}

/// What stood in one of the assessments so far, or stands in the next.
fn known<Id: Clone + Ord, A, B>(ways: &BTreeMap<Id, A>, next: &BTreeMap<Id, B>) -> BTreeSet<Id> {
    ways.keys().chain(next.keys()).cloned().collect()
}

fn criterion_verdicts(snapshot: &Snapshot, id: CriterionId) -> (Option<Verdict>, Option<Verdict>) {
    let stand = snapshot.criteria.get(&id);
    (stand.map(|stand| stand.design), stand.and_then(|stand| stand.operation))
}

/// What does not apply counts as nothing, whatever controls name it.
fn criterion_flags(snapshot: &Snapshot, id: CriterionId) -> [bool; 3] {
    let applies = snapshot.criteria.get(&id).filter(|stand| stand.design != Verdict::NotApplicable);
    applies.map_or([false; 3], |stand| [stand.claimed, stand.evidenced, stand.tested])
}

fn control_verdicts(snapshot: &Snapshot, id: &str) -> (Option<Verdict>, Option<Verdict>) {
    let stand = snapshot.controls.get(id);
    (stand.map(|stand| stand.design), stand.and_then(|stand| stand.operation))
}

fn gap_state(snapshot: &Snapshot, id: &str) -> Option<GapState> {
    snapshot.gaps.get(id).map(GapState::from)
}

/// The cause that made of a gap what became of it: that with which it came or went, or the last that moved its level in the
/// direction in which it has moved on the whole. One that was gone in between has its level since it came back.
#[must_use]
pub fn cause_of(way: &Way<Option<GapState>>) -> Option<Cause> {
    let level = |state: &Option<GapState>| state.map(|state| state.level);
    let whole = direction(level(way.before()), level(way.after()));
    let steps = way.steps().filter(|(from, turn)| direction(level(from), level(&turn.to)) == whole);
    steps.last().or_else(|| way.steps().last()).and_then(|(_, turn)| turn.cause)
}

/// Where a level goes: coming, going, up, down, or nowhere.
fn direction(from: Option<Level>, to: Option<Level>) -> (bool, bool, std::cmp::Ordering) {
    (from.is_some(), to.is_some(), to.cmp(&from))
}
