//! The verdict on every criterion of the selected categories, series by series, with its reasons.

use crate::model::assessment::CriterionResult;
use crate::model::catalog::Criterion;
use crate::model::verdict::{Judgement, Verdict};
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::Page;
use crate::report::markdown::view::View;
use crate::report::markdown::words;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    page.block("Numbers under *Gaps* lead to the gaps. What each verdict means stands under *Method*.");
    if view.points() {
        page.block(
            "Points of focus are aids to reading a criterion, not requirements: how many of those that apply a control \
             names moves no verdict and no score.",
        );
    }
    for series in &view.assessment.catalog.series {
        let judged: Vec<(&Criterion, &CriterionResult)> = view
            .assessment
            .criteria
            .iter()
            .filter_map(|result| Some((view.criterion(result)?, result)))
            .filter(|(criterion, _)| criterion.id.series() == series.id)
            .collect();
        if judged.is_empty() {
            continue;
        }
        page.heading(3, &format!("{} ({})", series.id, words::plain(&series.title)));
        page.table(&columns(view), judged.iter().map(|(criterion, result)| row(view, criterion, result)));
        page.list(judged.iter().map(|(criterion, result)| reasons(criterion, result)));
    }
}

fn columns(view: &View<'_>) -> Vec<crate::report::markdown::page::Column> {
    let mut columns = vec![Words("Criterion"), Words("Title"), Words("Controls"), Words("Design")];
    columns.extend(view.type2().then_some(Words("Operation")));
    columns.push(Words("Gaps"));
    columns.extend(view.points().then_some(Number("Points of focus")));
    columns
}

fn row(view: &View<'_>, criterion: &Criterion, result: &CriterionResult) -> Vec<String> {
    let mut row = vec![
        criterion.id.to_string(),
        words::plain(&criterion.title),
        view.controls(&result.controls),
        result.design.verdict.plain().to_owned(),
    ];
    row.extend(view.operation(result.operation.as_ref().map(|operation| operation.verdict)));
    row.push(view.numbers(&result.gaps));
    row.extend(view.points().then(|| format!("{} of {}", result.points_named, result.points_of)));
    row
}

/// What a criterion asks and why it got its verdicts.
fn reasons(criterion: &Criterion, result: &CriterionResult) -> String {
    let design = because("Design", &result.design);
    let operation = result.operation.as_ref().filter(|_| result.design.verdict != Verdict::NotApplicable);
    let operation = operation.map(|operation| format!(" {}", because("Operation", operation))).unwrap_or_default();
    format!("**{}** *Asks:* {} {design}{operation}", criterion.id, words::plain(criterion.wording()))
}

fn because(subject: &str, judgement: &Judgement) -> String {
    let reasons: Vec<String> = judgement.because.iter().map(|reason| words::sentence(reason)).collect();
    format!("*{subject}:* {}. {}", judgement.verdict.plain(), reasons.join(" "))
}
