//! Gaps with their risks, worst first.

use crate::assess;
use crate::assess::context::Context;
use crate::gate;
use crate::model::assessment::Comparison;
use crate::model::baseline::Baseline;
use crate::model::gap::{Finding, Gap};
use crate::score;

/// All gaps, and how they compare with an earlier result where one was given.
pub(super) fn compared_gaps(context: &Context<'_>, baseline: Option<&Baseline>) -> (Vec<Gap>, Option<Comparison>) {
    let mut gaps = ranked_gaps(context);
    let comparison = baseline.map(|baseline| gate::compare::comparison(&gaps, baseline));
    if let Some(comparison) = &comparison {
        gate::compare::set_known(&mut gaps, comparison);
    }
    (gaps, comparison)
}

/// All gaps with their risks, worst first: by level, then score, then identity.
pub(super) fn ranked_gaps(context: &Context<'_>) -> Vec<Gap> {
    let scorer = score::Scorer::new(context.catalog, context.inventory, context.coverage, context.standings);
    let weigh = |finding: Finding| {
        let risk = scorer.risk(&finding);
        let treatment = assess::treatment::treatment(context, &finding, risk.level());
        Gap { finding, risk, treatment, number: 0 }
    };
    let mut gaps: Vec<Gap> = assess::findings(context).into_iter().map(weigh).collect();
    let decisions: Vec<Gap> = assess::decisions(context, &gaps).into_iter().map(weigh).collect();
    gaps.extend(decisions);
    gaps.sort_by(|a, b| b.risk.score().cmp(&a.risk.score()).then_with(|| a.finding.id.cmp(&b.finding.id)));
    for (number, gap) in (1..).zip(&mut gaps) {
        gap.number = number;
    }
    gaps
}
