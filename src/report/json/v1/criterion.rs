//! What was concluded of each criterion of the selected categories, also of those that do not apply.

use serde::Serialize;

use crate::model::assessment::{Assessment, CriterionResult};
use crate::model::words::PointsOfFocus;
use crate::report::json::v1::gap_ids;

/// A criterion with its verdicts side by side.
#[derive(Serialize)]
pub(super) struct Criterion<'a> {
    id: String,
    category: String,
    series: String,
    title: &'a str,
    controls: Vec<&'a str>,
    design: String,
    operation: Option<String>,
    gaps: Vec<&'a str>,
    points_of_focus: Option<Points>,
    reasons: Reasons<'a>,
    claimed: bool,
    evidenced: bool,
    tested: bool,
}

/// How many of the points of focus that apply a control names.
#[derive(Serialize)]
struct Points {
    named: usize,
    of: usize,
}

/// Why the verdicts are what they are, one sentence a reason.
#[derive(Serialize)]
struct Reasons<'a> {
    design: &'a [String],
    operation: &'a [String],
}

pub(super) fn criteria<'a>(assessment: &'a Assessment<'a>) -> Vec<Criterion<'a>> {
    assessment.criteria.iter().filter_map(|result| criterion(result, assessment)).collect()
}

fn criterion<'a>(result: &'a CriterionResult, assessment: &'a Assessment<'a>) -> Option<Criterion<'a>> {
    let known = assessment.catalog.criteria.get(result.criterion)?;
    let inventory = assessment.inventory;
    let shown = inventory.conventions.points_of_focus == PointsOfFocus::Advisory;
    Some(Criterion {
        id: known.id.to_string(),
        category: known.category.snake(),
        series: known.id.series(),
        title: &known.title,
        controls: result.controls.iter().filter_map(|at| Some(inventory.controls.get(*at)?.id.as_str())).collect(),
        design: result.design.verdict.snake(),
        operation: result.operation.as_ref().map(|judgement| judgement.verdict.snake()),
        gaps: gap_ids(assessment, &result.gaps),
        points_of_focus: shown.then_some(Points { named: result.points_named, of: result.points_of }),
        reasons: Reasons {
            design: &result.design.because,
            operation: result.operation.as_ref().map_or(&[], |judgement| &judgement.because),
        },
        claimed: result.claimed,
        evidenced: result.evidenced,
        tested: result.tested,
    })
}
