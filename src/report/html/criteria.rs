//! The verdicts on every criterion of the selected categories, series by series, with their reasons.

use askama::Template;

use crate::model::assessment::CriterionResult;
use crate::model::catalog::{Criterion, Series};
use crate::model::verdict::{Judgement, Verdict};
use crate::report::html::block::printed;
use crate::report::html::markup::{Markup, element, prose, verdict};
use crate::report::html::view::View;

#[derive(Template)]
#[template(path = "criteria.html")]
struct Criteria<'a> {
    points: bool,
    series: Vec<(&'a Series, Vec<Judged<'a>>)>,
}

/// A criterion with what was concluded of it.
struct Judged<'a> {
    criterion: &'a Criterion,
    result: &'a CriterionResult,
    element: String,
    verdicts: Vec<Reasons>,
    controls: Markup,
    gaps: Markup,
}

/// A verdict with its reasons.
struct Reasons {
    on: &'static str,
    verdict: Markup,
    because: Vec<Markup>,
}

pub(super) fn write(view: &View<'_>) -> Markup {
    let series = view.assessment.catalog.series.iter().map(|series| (series, judged(view, series)));
    let series = series.filter(|(_, criteria)| !criteria.is_empty()).collect();
    printed(&Criteria { points: view.points(), series })
}

fn judged<'a>(view: &View<'a>, series: &Series) -> Vec<Judged<'a>> {
    let results = view.assessment.criteria.iter().filter_map(|result| {
        let criterion = view.assessment.catalog.criteria.get(result.criterion)?;
        (criterion.id.series() == series.id).then_some((criterion, result))
    });
    let judged = results.map(|(criterion, result)| {
        let operation = result.operation.as_ref().filter(|_| result.design.verdict != Verdict::NotApplicable);
        let operation = operation.map(|operation| reasons("Operation", operation));
        Judged {
            criterion,
            result,
            element: element("criterion", &criterion.id.to_string()),
            verdicts: std::iter::once(reasons("Design", &result.design)).chain(operation).collect(),
            controls: view.controls(&result.controls),
            gaps: view.numbers(&result.gaps),
        }
    });
    judged.collect()
}

fn reasons(on: &'static str, judgement: &Judgement) -> Reasons {
    let because = judgement.because.iter().map(|reason| prose(reason)).collect();
    Reasons { on, verdict: verdict(judgement.verdict), because }
}
