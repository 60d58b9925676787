//! What was concluded, as far as it is held against another assessment.

use crate::assess::context::Context;
use crate::model::assessment::{ControlResult, CriterionResult};
use crate::model::gap::{Gap, Treatment};
use crate::model::snapshot::{ControlStand, CriterionStand, GapStand, Snapshot};

/// The conclusions by the identities of what they are about.
#[must_use]
pub fn snapshot(
    context: &Context<'_>,
    criteria: &[CriterionResult],
    controls: &[ControlResult],
    gaps: &[Gap],
) -> Snapshot {
    let criteria = criteria.iter().filter_map(|result| {
        let stand = CriterionStand {
            design: result.design.verdict,
            operation: result.operation.as_ref().map(|judgement| judgement.verdict),
            claimed: result.claimed,
            evidenced: result.evidenced,
            tested: result.tested,
        };
        Some((context.catalog.criteria.get(result.criterion)?.id, stand))
    });
    let controls = context.inventory.controls.iter().zip(controls).map(|(control, result)| {
        let name = control.name.0.clone();
        (control.id.value.to_string(), ControlStand { name, design: result.design, operation: result.operation })
    });
    let gaps = gaps.iter().map(|gap| {
        let stand = GapStand {
            title: gap.finding.title.clone(),
            rule: gap.finding.rule.name.to_owned(),
            level: gap.risk.level(),
            score: gap.risk.score(),
            accepted: matches!(gap.treatment, Treatment::Accepted(_)),
        };
        (gap.id().to_owned(), stand)
    });
    Snapshot { criteria: criteria.collect(), controls: controls.collect(), gaps: gaps.collect() }
}
