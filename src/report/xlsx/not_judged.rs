//! What was not judged and what rests on trust: each counted and listed.

use crate::model::words::Category;
use crate::report::xlsx::cell::{Cell, Written};
use crate::report::xlsx::page::{Page, column};
use crate::report::xlsx::view::{View, criteria};
use crate::text::count::count;
use crate::text::list::and;

const WIDTHS: [f64; 4] = [22.0, 46.0, 70.0, 24.0];

pub(super) fn fill(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.widths(WIDTHS)?;
    page.title("Not judged", "What was scoped out, left out, or counts although nobody could look it up here.")?;
    not_applicable(view, page)?;
    out_of_scope(view, page)?;
    naming_nothing(view, page)?;
    unverifiable(view, page)
}

fn not_applicable(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.section("Criteria not applicable")?;
    let assessment = view.assessment;
    let selected = assessment.criteria.iter().filter_map(|result| assessment.catalog.criteria.get(result.criterion));
    let rows = selected.filter_map(|criterion| {
        let exclusion = assessment.inventory.scope.not_applicable.get(&criterion.id)?;
        let by = view.person(&exclusion.approved_by);
        Some(vec![
            criterion.id.to_string().into(),
            criterion.title.as_str().into(),
            (*exclusion.rationale).into(),
            by.into(),
        ])
    });
    table(page, ["Criterion", "Title", "Why", "Approved by"], rows)
}

fn out_of_scope(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.section("Categories not selected")?;
    let selected = &view.assessment.inventory.scope.categories;
    let left_out = Category::ALL.iter().filter(|category| !selected.contains(category)).map(|category| {
        let criteria = view.assessment.catalog.criteria.iter().filter(|criterion| criterion.category == *category);
        format!("{} ({})", category.plain(), count(criteria.count(), "criterion"))
    });
    let left_out: Vec<String> = left_out.collect();
    if left_out.is_empty() {
        return page.note("None: every category is selected.");
    }
    page.note(&format!("{}.", and(left_out)))?;
    page.section("Controls that name their criteria")?;
    let known = view.assessment.inventory.controls.iter().zip(&view.assessment.coverage.controls);
    let rows = known.filter(|(_, coverage)| !coverage.out_of_scope.is_empty()).map(|(control, coverage)| {
        vec![control.id.as_str().into(), (*control.name.0).into(), criteria(&coverage.out_of_scope).into()]
    });
    table(page, ["Control", "Name", "Criteria out of scope"], rows)
}

fn naming_nothing(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.section("Controls that name no criterion")?;
    let controls = view.assessment.inventory.controls.iter().filter(|control| control.criteria.is_empty());
    let rows = controls.map(|control| {
        vec![control.id.as_str().into(), (*control.name.0).into(), control.status.word().replace('-', " ").into()]
    });
    table(page, ["Control", "Name", "Status"], rows)
}

fn unverifiable(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.section("What could not be verified here")?;
    page.note("gapcheck opens no network connection: what lies behind a web address counts as on file, and nobody looked it up.")?;
    let rows = view
        .assessment
        .unverifiable
        .iter()
        .map(|item| vec![item.subject.as_str().into(), item.title.as_str().into(), item.url.as_str().into()]);
    table(page, ["Control or document", "What it is", "Said to lie at"], rows)
}

/// A table, or that there is nothing to list.
fn table<'c, const WIDTH: usize>(
    page: &mut Page<'_>,
    names: [&'static str; WIDTH],
    rows: impl Iterator<Item = Vec<Cell<'c>>>,
) -> Written {
    let mut rows = rows.peekable();
    if rows.peek().is_none() {
        return page.note("None.");
    }
    page.table(&names.map(|name| column(name, 0.0)), rows)?;
    Ok(())
}
