//! The two verdicts on every criterion of the selected categories as a heat map, a row a series.

use askama::Template;

use crate::model::catalog::Series;
use crate::model::verdict::Verdict;
use crate::report::html::block::printed;
use crate::report::html::markup::{Markup, element, verdict, verdict_class};
use crate::report::html::view::View;

#[derive(Template)]
#[template(path = "heat.html")]
struct Heat<'a> {
    type2: bool,
    /// Whether the criteria stand on this page, to be led to.
    linked: bool,
    rows: Vec<Row<'a>>,
    legend: Vec<Markup>,
}

/// A series.
struct Row<'a> {
    series: &'a Series,
    cells: Vec<Cell<'a>>,
}

/// A criterion.
struct Cell<'a> {
    id: String,
    title: &'a str,
    element: String,
    halves: Vec<Half>,
}

/// One of its verdicts.
struct Half {
    /// Design or operation.
    name: &'static str,
    letter: &'static str,
    class: &'static str,
    word: &'static str,
}

pub(super) fn write(view: &View<'_>) -> Markup {
    let rows = view.assessment.catalog.series.iter().map(|series| Row { series, cells: cells(view, series) });
    let order = [Verdict::NoGap, Verdict::Partial, Verdict::Unverified, Verdict::Gap, Verdict::NotApplicable];
    printed(&Heat {
        type2: view.type2(),
        linked: view.whole,
        rows: rows.filter(|row| !row.cells.is_empty()).collect(),
        legend: order.into_iter().map(verdict).collect(),
    })
}

fn cells<'a>(view: &View<'a>, series: &Series) -> Vec<Cell<'a>> {
    let judged = view.assessment.criteria.iter().filter_map(|result| {
        let criterion = view.assessment.catalog.criteria.get(result.criterion)?;
        (criterion.id.series() == series.id).then_some((criterion, result))
    });
    let cell = judged.map(|(criterion, result)| {
        let id = criterion.id.to_string();
        let operation = result.operation.as_ref().filter(|_| result.design.verdict != Verdict::NotApplicable);
        let design = half("Design", "D", result.design.verdict);
        let operation = operation.map(|operation| half("Operation", "O", operation.verdict));
        Cell {
            element: element("criterion", &id),
            id,
            title: &criterion.title,
            halves: std::iter::once(design).chain(operation).collect(),
        }
    });
    cell.collect()
}

const fn half(name: &'static str, letter: &'static str, verdict: Verdict) -> Half {
    let (class, word) = (verdict_class(verdict), verdict.plain());
    Half { name, letter, class, word }
}
