//! The gaps, worst first: what is wrong, how bad it is and what to do, then all else that is known of each.

use crate::report::gap_rows::GapRow;
use crate::report::xlsx::cell::{Cell, Written};
use crate::report::xlsx::page::{Column, Page, column, painted};
use crate::report::xlsx::view::{View, criteria, joined, treatment};

pub(super) fn fill(view: &View<'_>, page: &mut Page<'_>) -> Written {
    let note = format!(
        "{}, worst first. Numbers are for reading; the id of a gap stays the same from one assessment to the next.",
        view.told()
    );
    page.title("Gaps", &note)?;
    page.sole_table(&columns(view), (4, view.listed().map(|listed| row(view, &listed))))
}

fn columns(view: &View<'_>) -> Vec<Column> {
    let mut columns = vec![
        column("No.", 6.0),
        painted("Level", 10.0),
        column("Score", 7.0),
        column("What is wrong", 40.0),
        column("Criteria", 14.0),
        column("Control", 11.0),
        column("Responsible", 16.0),
        column("Due", 11.0),
        column("State", 10.0),
    ];
    columns.extend(view.compared().then_some(column("Since before", 11.0)));
    columns.extend([
        column("What to do", 44.0),
        column("How things are", 44.0),
        column("How they should be", 40.0),
        column("Likelihood", 10.0),
        column("Impact", 8.0),
        painted("Inherent level", 10.0),
        column("Inherent score", 9.0),
        column("Nature", 12.0),
        column("Rule", 22.0),
        column("Systems", 14.0),
        column("Task", 7.0),
        column("Place", 26.0),
        column("Id", 34.0),
    ]);
    columns
}

fn row<'a>(view: &View<'_>, row: &GapRow<'a>) -> Vec<Cell<'a>> {
    let (finding, risk) = (&row.gap.finding, &row.gap.risk);
    let place = row.place.map(|(file, position)| format!("{file}:{}", position.line));
    let mut cells = vec![
        row.gap.number.into(),
        risk.level().plain().into(),
        risk.score().into(),
        finding.title.as_str().into(),
        criteria(&finding.criteria).into(),
        row.control.map(|control| control.id.as_str()).into(),
        row.owner.into(),
        row.task.map(|(_, task)| task.due).into(),
        treatment(row.gap).into(),
    ];
    cells.extend(view.compared().then(|| row.change.into()));
    cells.extend([
        (*finding.recommendation).into(),
        (*finding.current_state).into(),
        (*finding.desired_state).into(),
        risk.residual.likelihood.into(),
        risk.residual.impact.into(),
        risk.inherent.level.plain().into(),
        risk.inherent.score.into(),
        finding.rule.nature.word().into(),
        finding.rule.name.into(),
        joined(&row.systems).into(),
        row.task.map(|(number, _)| number).into(),
        place.into(),
        row.gap.id().into(),
    ]);
    cells
}
