//! The verdicts on every criterion, with their reasons.

use crate::model::assessment::CriterionResult;
use crate::model::catalog::Criterion;
use crate::model::verdict::{Judgement, Verdict};
use crate::report::account;
use crate::report::xlsx::cell::{Cell, Written};
use crate::report::xlsx::page::{Column, Page, column, painted};
use crate::report::xlsx::view::{View, lines};

pub(super) fn fill(view: &View<'_>, page: &mut Page<'_>) -> Written {
    let note =
        format!("{}. What each verdict means stands on the sheet Method.", account::criteria_line(view.assessment));
    page.title("Criteria", &note)?;
    let rows = view.assessment.criteria.iter().filter_map(|result| {
        let criterion = view.assessment.catalog.criteria.get(result.criterion)?;
        Some(row(view, criterion, result))
    });
    page.sole_table(&columns(view), (1, rows))
}

fn columns(view: &View<'_>) -> Vec<Column> {
    let mut columns = vec![
        column("Criterion", 10.0),
        column("Category", 14.0),
        column("Title", 34.0),
        painted("Design", 16.0),
        column("Why, on design", 44.0),
    ];
    if view.type2() {
        columns.extend([painted("Operation", 16.0), column("Why, on operation", 44.0)]);
    }
    columns.extend([
        column("Controls", 22.0),
        column("Claimed", 9.0),
        column("Evidenced", 10.0),
        column("Tested", 8.0),
    ]);
    columns.extend([column("Open gaps", 8.0), painted("Worst open gap", 11.0), column("Gaps, by number", 16.0)]);
    if view.points() {
        columns.extend([column("Points of focus named", 10.0), column("Points of focus", 9.0)]);
    }
    columns
}

fn row<'a>(view: &View<'a>, criterion: &'a Criterion, result: &'a CriterionResult) -> Vec<Cell<'a>> {
    let applies = result.design.verdict != Verdict::NotApplicable;
    let open = || result.gaps.iter().filter_map(|at| view.assessment.gaps.get(*at)).filter(|gap| gap.is_open());
    let worst = open().map(|gap| gap.risk.level()).max();
    let shown = |holds: bool| Cell::from(applies.then_some(holds));
    let mut row = vec![
        criterion.id.to_string().into(),
        criterion.category.plain().into(),
        criterion.title.as_str().into(),
        result.design.verdict.plain().into(),
        because(&result.design),
    ];
    if view.type2() {
        let operation = result.operation.as_ref();
        row.push(operation.map(|judgement| judgement.verdict.plain()).into());
        row.push(operation.map_or(Cell::Empty, because));
    }
    row.extend([
        view.controls(&result.controls).into(),
        shown(result.claimed),
        shown(result.evidenced),
        shown(result.tested),
        open().count().into(),
        worst.map(crate::model::level::Level::plain).into(),
        view.numbers(&result.gaps).into(),
    ]);
    if view.points() {
        row.extend([result.points_named.into(), result.points_of.into()]);
    }
    row
}

fn because<'a>(judgement: &Judgement) -> Cell<'a> {
    lines(judgement.because.iter().cloned()).into()
}
