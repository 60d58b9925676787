//! The verdicts: what can be concluded of each criterion and each control.

use crate::assess::context::{Context, ControlView, CriterionView};
use crate::model::assessment::{ControlResult, CriterionResult};
use crate::model::gap::Gap;
use crate::model::level::Level;
use crate::model::rule::GapNature;
use crate::model::scope::Report;
use crate::model::verdict::{Judgement, Verdict};
use crate::text::count::count;

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
    let serving: Vec<ControlView<'_>> = context.controls_of(view).filter(|control| control.standing.serves()).collect();
    let design = if let Some(exclusion) = context.inventory.scope.not_applicable.get(&view.criterion.id) {
        Judgement {
            verdict: Verdict::NotApplicable,
            because: vec![format!("Scoped out by {}: {}", context.person(&exclusion.approved_by), exclusion.rationale)],
        }
    } else {
        let weighty = touching.iter().filter_map(|at| gaps.get(*at)).filter(|gap| weighs_on_design(gap)).count();
        design(context, view, &serving, weighty)
    };
    let applicable = view.coverage.applicable;
    let in_place = || context.controls_of(view).filter(|control| control.standing.in_place && applicable);
    CriterionResult {
        criterion: view.at,
        operation: match context.inventory.scope.report {
            Report::Type1 { .. } => None,
            Report::Type2 { .. } => Some(operation(&design)),
        },
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

/// Whether a gap keeps a design from `no gap identified`: moderate or above, open, accepted or known before alike.
///
/// Evidence from outside the observation period shows a design as well as any other; it is operation it cannot show.
fn weighs_on_design(gap: &Gap) -> bool {
    let rule = gap.finding.rule;
    let of_operation = rule.nature == GapNature::Operation || rule.name == "evidence-outside-period";
    !of_operation && gap.risk.level() >= Level::Moderate
}

fn design(context: &Context<'_>, view: CriterionView<'_>, serving: &[ControlView<'_>], weighty: usize) -> Judgement {
    let judged = |verdict, because: String| Judgement { verdict, because: vec![because] };
    if serving.is_empty() {
        let deficient = context.controls_of(view).filter(|control| control.standing.in_place).count();
        return judged(
            Verdict::Gap,
            match (view.coverage.controls.len(), deficient) {
                (0, _) => "No control names it.".to_owned(),
                (1, 0) => "1 control names it, and it is not in place.".to_owned(),
                (named, 0) => format!("{} name it, none of them in place.", count(named, "control")),
                (_, deficient) => {
                    format!("The design of {} in place was found deficient.", count(deficient, "control"))
                }
            },
        );
    }
    let supported: Vec<&ControlView<'_>> = serving.iter().filter(|control| control.standing.supported()).collect();
    if supported.is_empty() {
        return judged(
            Verdict::Unverified,
            format!(
                "{} in place by assertion only: no evidence in date, no approved document, no test of design.",
                is_are(serving.len())
            ),
        );
    }
    let mut because = vec![format!("{} {}.", is_supported(supported.len(), serving.len()), by_what(&supported))];
    let informal = supported.iter().all(|control| control.standing.informal);
    if informal {
        because.push("What supports it is done in practice but not laid down.".to_owned());
    }
    if weighty > 0 {
        because.push(format!(
            "{} of moderate level or above {}.",
            count(weighty, "gap"),
            if weighty == 1 { "remains" } else { "remain" }
        ));
    }
    let verdict = if informal || weighty > 0 { Verdict::Partial } else { Verdict::NoGap };
    Judgement { verdict, because }
}

/// Operation as far as it follows from design: nobody has looked at the period yet.
fn operation(design: &Judgement) -> Judgement {
    match design.verdict {
        Verdict::NotApplicable => design.clone(),
        Verdict::Gap => Judgement {
            verdict: Verdict::Gap,
            because: vec!["Without a control in place nothing can have operated.".to_owned()],
        },
        Verdict::Unverified | Verdict::Partial | Verdict::NoGap => Judgement {
            verdict: Verdict::Unverified,
            because: vec!["This version does not judge operation through the period.".to_owned()],
        },
    }
}

fn is_are(controls: usize) -> String {
    format!("{} {}", count(controls, "control"), if controls == 1 { "is" } else { "are" })
}

fn is_supported(supported: usize, serving: usize) -> String {
    match serving {
        1 => "The control in place is supported by".to_owned(),
        _ => format!(
            "{supported} of {serving} controls in place {} supported by",
            if supported == 1 { "is" } else { "are" }
        ),
    }
}

fn by_what(supported: &[&ControlView<'_>]) -> String {
    let any = |holds: fn(&ControlView<'_>) -> bool| supported.iter().any(|control| holds(control));
    let supports = [
        (any(|control| control.standing.documented), "an approved document"),
        (any(|control| control.standing.evidenced()), "evidence in date"),
        (any(|control| control.standing.design_tested()), "a test of design"),
    ];
    crate::text::list::and(supports.iter().filter(|(holds, _)| *holds).map(|(_, words)| *words))
}

/// What is concluded of every control, in the inventory's order.
#[must_use]
pub fn controls(context: &Context<'_>, gaps: &[Gap]) -> Vec<ControlResult> {
    let mut about: Vec<Vec<usize>> = vec![Vec::new(); context.inventory.controls.len()];
    for (at, gap) in gaps.iter().enumerate() {
        gap.finding.control.and_then(|control| about.get_mut(control)).into_iter().for_each(|list| list.push(at));
    }
    let type2 = context.inventory.scope.report.period().is_some();
    context
        .controls()
        .zip(about)
        .map(|(control, about)| {
            let weighty = about.iter().filter_map(|at| gaps.get(*at)).any(weighs_on_design);
            let standing = control.standing;
            let design = match () {
                () if !standing.serves() => Verdict::Gap,
                () if !standing.supported() => Verdict::Unverified,
                () if standing.informal || weighty => Verdict::Partial,
                () => Verdict::NoGap,
            };
            let operation = if design == Verdict::Gap { Verdict::Gap } else { Verdict::Unverified };
            ControlResult { design, operation: type2.then_some(operation), gaps: about }
        })
        .collect()
}
