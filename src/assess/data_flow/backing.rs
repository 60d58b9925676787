//! What stands behind a criterion, system by system: the controls that cover it there, or the gaps that say none does.

use std::collections::BTreeMap;

use crate::assess::context::{Context, ControlView};
use crate::model::criterion_id::CriterionId;
use crate::model::data_flow::Answer;
use crate::model::gap::Gap;
use crate::model::gap_id::GapId;

/// Rules that say why no control in place does the work of a criterion, or that it was left out.
const OF_THE_WHOLE: [&str; 4] =
    ["criterion-without-control", "control-not-in-place", "design-deficient", "common-criterion-excluded"];

/// What stands behind a criterion.
pub(super) struct Backing<'a> {
    criterion: CriterionId,
    applies: bool,
    /// The controls in place whose design is not deficient.
    serving: Vec<ControlView<'a>>,
    /// The gaps of the criterion as a whole, as their identities sort.
    whole: Vec<&'a GapId>,
    /// The gap of each system that the serving controls leave out.
    uncovered: BTreeMap<usize, &'a GapId>,
}

impl<'a> Backing<'a> {
    pub(super) fn of(context: &Context<'a>, criterion: CriterionId, gaps: &'a [Gap]) -> Self {
        let view = context.criterion(criterion);
        let serving = view.into_iter().flat_map(|view| context.controls_of(view));
        let touching = || gaps.iter().map(|gap| &gap.finding).filter(|found| found.criteria.contains(&criterion));
        let mut whole: Vec<&GapId> =
            touching().filter(|found| OF_THE_WHOLE.contains(&found.rule.name)).map(|found| &found.id).collect();
        whole.sort();
        let by_system = touching().filter(|found| found.rule.name == "system-not-covered");
        let uncovered = by_system.flat_map(|found| found.systems.iter().map(|system| (*system, &found.id)));
        Self {
            criterion,
            applies: view.is_some(),
            serving: serving.filter(|control| control.standing.serves()).collect(),
            whole,
            uncovered: uncovered.collect(),
        }
    }

    /// The controls that cover a system.
    fn covering(&self, system: usize) -> impl Iterator<Item = usize> {
        let covers = move |control: &&ControlView<'_>| control.standing.systems.binary_search(&system).is_ok();
        self.serving.iter().filter(covers).map(|control| control.at)
    }

    /// The gaps that say why none does.
    fn gaps(&self, system: usize) -> impl Iterator<Item = &'a GapId> {
        let whole = if self.serving.is_empty() { &*self.whole } else { &[] };
        self.uncovered.get(&system).into_iter().chain(whole).copied()
    }
}

/// Adds what stands behind some criteria on a system: the controls of any of them, or the gaps of all.
pub(super) fn add(answer: &mut Answer, criteria: &[Backing<'_>], system: usize) {
    let covering: Vec<usize> = criteria.iter().flat_map(|backing| backing.covering(system)).collect();
    if covering.is_empty() {
        answer.gaps.extend(criteria.iter().flat_map(|backing| backing.gaps(system)).cloned());
        answer.gaps.sort();
        answer.gaps.dedup();
    }
    answer.controls.extend(covering);
    answer.controls.sort_unstable();
    answer.controls.dedup();
    for backing in criteria.iter().filter(|backing| !backing.applies) {
        let remark = format!("{} is scoped out.", backing.criterion);
        if !answer.remarks.contains(&remark) {
            answer.remarks.push(remark);
        }
    }
}
