//! The control matrix: a row for each criterion and control that names it, and one for each criterion that none names.

use crate::model::operation::{OccurrenceState, Operation};
use crate::model::verdict::Verdict;
use crate::report::matrix::cell;
use crate::report::matrix::row::{Entry, Matrix, Pair, in_date};
use crate::report::xlsx::cell::{Cell, Written};
use crate::report::xlsx::page::{Column, Page, column, painted};
use crate::report::xlsx::view::{View, joined, lines};
use crate::text::count::count;

pub(super) fn fill(view: &View<'_>, page: &mut Page<'_>) -> Written {
    let matrix = Matrix::of(view.assessment, None);
    let pairs = count(matrix.pairs(), "pair of a criterion and a control that names it");
    let criteria = count(matrix.entries.len(), "criterion");
    page.title(
        "Control matrix",
        &format!("{criteria}, {pairs}. Where no control names a criterion, its row says so."),
    )?;
    let type2 = view.type2();
    let rows = matrix.entries.iter().flat_map(|entry| {
        let alone = entry.pairs.is_empty().then(|| uncontrolled(entry, type2));
        entry.pairs.iter().map(move |pair| row(entry, pair, type2)).chain(alone)
    });
    page.sole_table(&columns(type2), (3, rows))
}

/// The columns that only a report over a period has stand where they belong, so that it reads from left to right.
fn columns(type2: bool) -> Vec<Column> {
    let mut columns = vec![column("Criterion", 10.0), column("Title", 28.0), column("Control", 11.0)];
    columns.extend([column("Name", 30.0), column("Owner", 15.0), column("Status", 14.0), column("Runs", 16.0)]);
    columns.extend([column("Approved document", 10.0), column("Evidence in date", 9.0)]);
    columns.extend([column("Evidence on file", 9.0), column("Newest evidence", 11.0), column("Evidence", 36.0)]);
    if type2 {
        columns.extend([column("Evidenced", 10.0), column("Missed", 8.0), column("Not due yet", 8.0)]);
        columns.extend([column("Not called for", 8.0), column("Occurrences", 24.0)]);
    }
    columns.push(column("Test of design", 24.0));
    columns.extend(type2.then_some(column("Tests of operation", 34.0)));
    columns.push(painted("Design", 14.0));
    columns.extend(type2.then_some(painted("Operation", 14.0)));
    columns.push(column("Gaps, by number", 12.0));
    columns
}

fn row<'a>(entry: &'a Entry<'a>, pair: &'a Pair<'a>, type2: bool) -> Vec<Cell<'a>> {
    let mut row: Vec<Cell<'a>> = vec![
        entry.criterion.id.to_string().into(),
        entry.criterion.title.as_str().into(),
        pair.control.id.as_str().into(),
        (*pair.control.name).into(),
        pair.owner.into(),
        cell::status(pair).into(),
        cell::runs(pair).into(),
        pair.documented.into(),
        in_date(pair).into(),
        pair.evidence.len().into(),
        cell::newest(pair).into(),
        lines(cell::files(pair)).into(),
    ];
    if type2 {
        row.extend(occurrences(pair));
    }
    row.push(cell::design_test(pair).into());
    row.extend(type2.then(|| lines(cell::operation_tests(pair)).into()));
    row.push(pair.result.design.plain().into());
    row.extend(type2.then(|| pair.result.operation.map(Verdict::plain).into()));
    row.push(joined(pair.gaps.iter().map(|gap| gap.number.to_string())).into());
    row
}

fn occurrences<'a>(pair: &Pair<'_>) -> [Cell<'a>; 5] {
    let told = pair.operation.filter(|operation| !operation.occurrences.is_empty());
    let of = |state| Cell::from(told.map(|operation: &Operation| operation.count(state)));
    [
        of(OccurrenceState::Evidenced),
        of(OccurrenceState::Missed),
        of(OccurrenceState::NotYetDue),
        of(OccurrenceState::NoOccurrence),
        cell::occurrences(pair).into(),
    ]
}

/// A criterion that no control names, with its own verdicts and gaps.
fn uncontrolled<'a>(entry: &'a Entry<'a>, type2: bool) -> Vec<Cell<'a>> {
    let mut row: Vec<Cell<'a>> = vec![entry.criterion.id.to_string().into(), entry.criterion.title.as_str().into()];
    row.extend([Cell::Empty, cell::nothing_names_it(entry).into()]);
    row.resize(if type2 { 19 } else { 13 }, Cell::Empty);
    row.push(entry.result.design.verdict.plain().into());
    row.extend(type2.then(|| entry.result.operation.as_ref().map(|judgement| judgement.verdict.plain()).into()));
    row.push(joined(entry.gaps.iter().map(|gap| gap.number.to_string())).into());
    row
}
