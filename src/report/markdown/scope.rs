//! What was not judged and what rests on trust: each counted and listed.

use crate::model::words::Category;
use crate::report::markdown::page::Column::Words;
use crate::report::markdown::page::Page;
use crate::report::markdown::view::{View, spaced};
use crate::report::markdown::words;
use crate::text::count::count;

/// Criteria scoped out with a rationale and an approver.
pub(super) fn not_applicable(view: &View<'_>, page: &mut Page) {
    let assessment = view.assessment;
    let excluded = &assessment.inventory.scope.not_applicable;
    if excluded.is_empty() {
        page.block("None.");
        return;
    }
    page.block(&match assessment.summary.not_applicable {
        0 => "None of the selected categories. What is scoped out belongs to others, and is out of scope all the same."
            .to_owned(),
        1 => "1 criterion of the selected categories is scoped out. It counts neither as done nor as to do.".to_owned(),
        many => format!(
            "{} of the selected categories are scoped out. They count neither as done nor as to do.",
            count(many, "criterion")
        ),
    });
    let categories = &assessment.inventory.scope.categories;
    let rows = excluded.iter().map(|(id, exclusion)| {
        let criterion = assessment.catalog.criterion(*id);
        let title = criterion.map(|criterion| words::plain(&criterion.title)).unwrap_or_default();
        let selected = criterion.is_some_and(|criterion| categories.contains(&criterion.category));
        let title = if selected { title } else { format!("{title} (category not selected)") };
        let why = words::plain(&exclusion.rationale);
        vec![id.to_string(), title, why, view.person(&exclusion.approved_by), view.place(exclusion.place)]
    });
    page.table(&[Words("Criterion"), Words("Title"), Words("Rationale"), Words("Approved by"), Words("Place")], rows);
}

/// Categories not selected, and the controls that name their criteria.
pub(super) fn out_of_scope(view: &View<'_>, page: &mut Page) {
    let assessment = view.assessment;
    let selected = &assessment.inventory.scope.categories;
    let left_out: Vec<String> = Category::ALL
        .iter()
        .filter(|category| !selected.contains(category))
        .map(|category| {
            let criteria = assessment.catalog.criteria.iter().filter(|criterion| criterion.category == *category);
            format!("{} ({})", category.plain(), count(criteria.count(), "criterion"))
        })
        .collect();
    if left_out.is_empty() {
        page.block("Nothing: every category is selected.");
        return;
    }
    page.block(&format!("Categories not selected: {}.", words::and(left_out)));
    let coverage = assessment.inventory.controls.iter().zip(&assessment.coverage.controls);
    let rows: Vec<Vec<String>> = coverage
        .filter(|(_, coverage)| !coverage.out_of_scope.is_empty())
        .map(|(control, coverage)| {
            let criteria = words::some(coverage.out_of_scope.iter().map(ToString::to_string));
            vec![words::code(&control.id), words::plain(&control.name), criteria]
        })
        .collect();
    if rows.is_empty() {
        page.block("No control names a criterion of these categories.");
        return;
    }
    page.block(&format!("Of the controls, {} such criteria. That part of them was not judged.", names(rows.len())));
    page.table(&[Words("Control"), Words("Name"), Words("Criteria out of scope")], rows);
}

fn names(controls: usize) -> String {
    if controls == 1 { "1 names".to_owned() } else { format!("{controls} name") }
}

/// Controls mapped to nothing.
pub(super) fn naming_nothing(view: &View<'_>, page: &mut Page) {
    let controls = view.assessment.inventory.controls.iter();
    let rows: Vec<Vec<String>> = controls
        .filter(|control| control.criteria.is_empty())
        .map(|control| vec![words::code(&control.id), words::plain(&control.name), spaced(control.status.word())])
        .collect();
    if rows.is_empty() {
        page.block("None.");
        return;
    }
    page.block(&format!("{} no criterion and so {} nothing here.", count_names(rows.len()), serves(rows.len())));
    page.table(&[Words("Control"), Words("Name"), Words("Status")], rows);
}

fn count_names(controls: usize) -> String {
    format!("{} {}", count(controls, "control"), if controls == 1 { "names" } else { "name" })
}

const fn serves(controls: usize) -> &'static str {
    if controls == 1 { "supports" } else { "support" }
}

/// What counts although it lies behind a web address.
pub(super) fn unverifiable(view: &View<'_>, page: &mut Page) {
    let list = &view.assessment.unverifiable;
    if list.is_empty() {
        page.block("Nothing: no evidence and no document is given by a web address alone.");
        return;
    }
    page.block(&format!(
        "gapcheck opens no network connection. {} {} counted as on file because the inventory gives a web address; whether \
         anything lies there, and what, nobody looked up.",
        count(list.len(), "item"),
        if list.len() == 1 { "is" } else { "are" },
    ));
    let rows =
        list.iter().map(|item| vec![words::code(&item.subject), words::plain(&item.title), words::code(&item.url)]);
    page.table(&[Words("Control or document"), Words("What it is"), Words("Said to lie at")], rows);
}
