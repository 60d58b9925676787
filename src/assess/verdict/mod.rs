//! The verdicts: what can be concluded of each criterion and each control.

mod design;
mod observed;
mod occurrences;
mod operation;
mod unshown;

use crate::assess::context::{Context, ControlView, CriterionView};
use crate::model::assessment::{ControlResult, CriterionResult};
use crate::model::gap::Gap;
use crate::model::verdict::{Judgement, Verdict};

/// What is concluded of every criterion of the selected categories, in report order.
#[must_use]
pub fn criteria(context: &Context<'_>, gaps: &[Gap]) -> Vec<CriterionResult> {
    let mut touching: Vec<Vec<usize>> = vec![Vec::new(); context.catalog.criteria.len()];
    for (at, gap) in gaps.iter().enumerate() {
        for position in gap.finding.criteria.iter().filter_map(|id| context.catalog.position(*id)) {
            touching.get_mut(position).into_iter().for_each(|list| list.push(at));
        }
    }
    let known = context.catalog.criteria.iter().zip(&context.coverage.criteria).zip(touching).enumerate();
    known
        .filter(|(_, ((_, coverage), _))| coverage.selected)
        .map(|(at, ((criterion, coverage), touching))| {
            conclude(context, CriterionView { at, criterion, coverage }, touching, gaps)
        })
        .collect()
}

fn conclude(context: &Context<'_>, view: CriterionView<'_>, touching: Vec<usize>, gaps: &[Gap]) -> CriterionResult {
    let about = || touching.iter().filter_map(|at| gaps.get(*at));
    let serving: Vec<ControlView<'_>> = context.controls_of(view).filter(|control| control.standing.serves()).collect();
    let design = if let Some(exclusion) = context.inventory.scope.not_applicable.get(&view.criterion.id) {
        Judgement {
            verdict: Verdict::NotApplicable,
            because: vec![format!("Scoped out by {}: {}", context.person(&exclusion.approved_by), exclusion.rationale)],
        }
    } else {
        let weighty = about().filter(|gap| gap.weighs_on_design()).count();
        design::judge(context, view, &serving, weighty)
    };
    let operation = context.inventory.scope.report.period().map(|period| {
        let weighty = about().filter(|gap| gap.weighs_on_operation()).count();
        operation::judge(context, (view, period), &design, &serving, weighty)
    });
    let applicable = view.coverage.applicable;
    let in_place = || context.controls_of(view).filter(|control| control.standing.in_place && applicable);
    CriterionResult {
        criterion: view.at,
        operation,
        design,
        controls: view.coverage.controls.clone(),
        gaps: touching,
        claimed: in_place().next().is_some(),
        evidenced: in_place().any(|control| control.standing.evidenced()),
        tested: in_place().any(|control| control.standing.tested),
        points_named: view.coverage.points.len(),
        points_of: view.coverage.points_applicable,
    }
}

/// What is concluded of every control, in the inventory's order.
#[must_use]
pub fn controls(context: &Context<'_>, gaps: &[Gap]) -> Vec<ControlResult> {
    let mut about: Vec<Vec<usize>> = vec![Vec::new(); context.inventory.controls.len()];
    for (at, gap) in gaps.iter().enumerate() {
        gap.finding.control.and_then(|control| about.get_mut(control)).into_iter().for_each(|list| list.push(at));
    }
    let type2 = context.inventory.scope.report.is_type2();
    context
        .controls()
        .zip(about)
        .map(|(control, about)| {
            let weighs = |weighs: fn(&Gap) -> bool| about.iter().filter_map(|at| gaps.get(*at)).any(weighs);
            let design = design::of_control(control, weighs(Gap::weighs_on_design));
            let operation = type2.then(|| operation::of_control(control, weighs(Gap::weighs_on_operation)));
            ControlResult { design, operation, gaps: about }
        })
        .collect()
}
