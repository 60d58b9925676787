//! The control inventory, a line a control.

use crate::model::assessment::ControlResult;
use crate::model::coverage::ControlCoverage;
use crate::model::document::Control;
use crate::report::markdown::page::Column::Words;
use crate::report::markdown::page::Page;
use crate::report::markdown::view::{View, spaced};
use crate::report::markdown::words;
use crate::text::count::count;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let assessment = view.assessment;
    let controls = &assessment.inventory.controls;
    if controls.is_empty() {
        page.block("The inventory holds no control.");
        return;
    }
    page.block(&format!("{}, by id.", count(controls.len(), "control")));
    let mut columns = vec![Words("Control"), Words("Name"), Words("Owner"), Words("Status"), Words("Criteria")];
    columns.push(Words("Design"));
    columns.extend(view.type2().then_some(Words("Operation")));
    columns.push(Words("Gaps"));
    let known = controls.iter().zip(&assessment.coverage.controls).zip(&assessment.controls);
    page.table(&columns, known.map(|((control, coverage), result)| row(view, control, coverage, result)));
}

fn row(view: &View<'_>, control: &Control, coverage: &ControlCoverage, result: &ControlResult) -> Vec<String> {
    let mut row = vec![
        words::code(&control.id),
        words::plain(&control.name),
        control.owner.as_ref().map(|owner| view.person(&owner.value)).unwrap_or_default(),
        spaced(control.status.word()),
        criteria(coverage),
        result.design.plain().to_owned(),
    ];
    row.extend(view.operation(result.operation));
    row.push(view.numbers(&result.gaps));
    row
}

/// What a control names, with what of it was not judged.
fn criteria(coverage: &ControlCoverage) -> String {
    let judged = coverage.applicable.iter().map(ToString::to_string);
    let scoped_out = coverage.not_applicable.iter().map(|id| format!("{id} (not applicable)"));
    let out_of_scope = coverage.out_of_scope.iter().map(|id| format!("{id} (out of scope)"));
    words::some(judged.chain(scoped_out).chain(out_of_scope))
}
