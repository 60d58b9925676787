//! The gap analysis report as CSV: a row for each criterion, done or to do.

use crate::model::assessment::CriterionResult;
use crate::model::verdict::Verdict;
use crate::report::csv::table::{table, text};
use crate::report::plan::PlanFormat;
use crate::report::plan::page::PlanPage;

/// The format `csv-gaps`.
pub(in crate::report) static FORMAT: PlanFormat = PlanFormat {
    name: "csv-gaps",
    extension: "csv",
    summary: "the gap analysis report, a row for each criterion",
    styled: false,
    render,
};

const COLUMNS: [&str; 9] =
    ["Criterion", "Title", "State", "Design", "Operation", "Controls", "Open gaps", "Worst gap", "Tasks"];

/// Always of every criterion: what is done is nobody's part alone.
fn render(page: &PlanPage<'_>, _: usize) -> String {
    table(COLUMNS, page.assessment.criteria.iter().filter_map(|result| row(page, result)))
}

fn row(page: &PlanPage<'_>, result: &CriterionResult) -> Option<[String; 9]> {
    let assessment = page.assessment;
    let criterion = assessment.catalog.criteria.get(result.criterion)?;
    let controls = result.controls.iter().filter_map(|at| assessment.inventory.controls.get(*at));
    let controls: Vec<&str> = controls.map(|control| control.id.as_str()).collect();
    let open: Vec<_> =
        result.gaps.iter().filter_map(|at| assessment.gaps.get(*at)).filter(|gap| gap.is_open()).collect();
    let ids: Vec<&str> = open.iter().map(|gap| gap.id()).collect();
    let tasks = page.all().filter(|numbered| numbered.task.gaps.iter().any(|gap| ids.contains(&gap.as_str())));
    let tasks: Vec<String> = tasks.map(|numbered| numbered.number.to_string()).collect();
    let operation = result.operation.as_ref().map(|operation| operation.verdict);
    Some([
        criterion.id.to_string(),
        text(&criterion.title),
        state(result.design.verdict, operation).to_owned(),
        result.design.verdict.plain().to_owned(),
        operation.map_or_else(String::new, |verdict| verdict.plain().to_owned()),
        text(&controls.join(", ")),
        text(&ids.join(", ")),
        open.first().map(|gap| gap.risk.level().plain().to_owned()).unwrap_or_default(),
        tasks.join(", "),
    ])
}

/// Whether there is something left to do for a criterion, by every verdict the report speaks of.
fn state(design: Verdict, operation: Option<Verdict>) -> &'static str {
    let done = |verdict: Verdict| verdict == Verdict::NoGap;
    match design {
        Verdict::NotApplicable => "not applicable",
        _ if done(design) && operation.is_none_or(done) => "done",
        _ => "to do",
    }
}
