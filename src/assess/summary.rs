//! The counts of an assessment, as counts and never as one score.

use std::collections::BTreeMap;

use crate::assess::context::Context;
use crate::model::assessment::{AreaSummary, CategorySummary, Counts, CriterionResult, Summary, Tally};
use crate::model::catalog::{Area, Criterion};
use crate::model::gap::{Gap, Treatment};
use crate::model::level::Level;
use crate::model::verdict::Verdict;

/// Counts results and gaps.
#[must_use]
pub fn summary(context: &Context<'_>, criteria: &[CriterionResult], gaps: &[Gap]) -> Summary {
    let all = group(context, criteria, gaps, |_| true);
    let not_applicable = criteria.iter().filter(|result| result.design.verdict == Verdict::NotApplicable).count();
    let mut open: BTreeMap<Level, usize> = Level::ALL.iter().map(|level| (*level, 0)).collect();
    for gap in gaps.iter().filter(|gap| gap.is_open()) {
        *open.entry(gap.risk.level()).or_default() += 1;
    }
    let occurring =
        |area: Area| criteria.iter().any(|result| criterion(context, result).is_some_and(|c| c.areas.contains(&area)));
    let in_area = |area: Area| group(context, criteria, gaps, move |criterion| criterion.areas.contains(&area));
    let in_category =
        |category| group(context, criteria, gaps, move |criterion: &Criterion| criterion.category == category);
    let areas = Area::ALL.iter().copied().filter(|area| occurring(*area));
    let categories = &context.inventory.scope.categories;
    Summary {
        criteria: criteria.len(),
        applicable: all.criteria,
        not_applicable,
        design: all.design,
        operation: all.operation,
        claimed: all.claimed,
        evidenced: all.evidenced,
        tested: all.tested,
        open,
        accepted: gaps.iter().filter(|gap| matches!(gap.treatment, Treatment::Accepted(_))).count(),
        baseline: gaps.iter().filter(|gap| gap.treatment == Treatment::Baseline).count(),
        areas: areas.map(|area| AreaSummary { area, counts: in_area(area) }).collect(),
        categories: categories
            .iter()
            .map(|category| CategorySummary { category: *category, counts: in_category(*category) })
            .collect(),
    }
}

fn criterion<'a>(context: &Context<'a>, result: &CriterionResult) -> Option<&'a Criterion> {
    context.catalog.criteria.get(result.criterion)
}

/// The counts of the applicable criteria that belong to a group.
fn group(
    context: &Context<'_>,
    criteria: &[CriterionResult],
    gaps: &[Gap],
    belongs: impl Fn(&Criterion) -> bool,
) -> Counts {
    let mut counts = Counts::default();
    let mut operation = Tally::default();
    let members = criteria.iter().filter(|result| result.design.verdict != Verdict::NotApplicable);
    for result in members.filter(|result| criterion(context, result).is_some_and(&belongs)) {
        counts.criteria += 1;
        counts.design.add(result.design.verdict);
        counts.claimed += usize::from(result.claimed);
        counts.evidenced += usize::from(result.evidenced);
        counts.tested += usize::from(result.tested);
        result.operation.iter().for_each(|judgement| operation.add(judgement.verdict));
        let open = result.gaps.iter().filter_map(|at| gaps.get(*at)).filter(|gap| gap.is_open());
        counts.worst = counts.worst.max(open.map(|gap| gap.risk.level()).max());
    }
    counts.operation = context.inventory.scope.report.period().map(|_| operation);
    counts
}
