//! The control matrix: what an auditor begins with, a row for each criterion and control that names it.

use crate::report::html::block::{Block, Column, Table, blocks, words};
use crate::report::html::markup::{Markup, code, joined, some, strong, text, verdict};
use crate::report::html::view::View;
use crate::report::matrix::cell;
use crate::report::matrix::row::{Entry, Matrix, Pair};
use crate::text::count::{count, number};

/// How many files and tests a cell names.
const NAMED: usize = 3;

pub(super) fn write(view: &View<'_>) -> Markup {
    let matrix = Matrix::of(view.assessment, None);
    let told = format!(
        "{} and {} of a criterion with a control that names it, whatever its status; a row each. Verdicts in a row are \
         those on the control.",
        count(matrix.entries.len(), "criterion"),
        count(matrix.pairs(), "pair")
    );
    let series = matrix.series().map(|(series, entries)| {
        Block::Table(Table {
            id: format!("matrix-{}", series.id),
            caption: format!("{} {}", series.id, series.title),
            columns: columns(view.type2()),
            rows: entries.iter().flat_map(|entry| rows(view, entry)).collect(),
        })
    });
    blocks(&std::iter::once(words(&told)).chain(series).collect::<Vec<Block>>())
}

fn columns(type2: bool) -> Vec<Column> {
    let mut columns = vec!["Criterion", "Control", "Runs", "Evidence"];
    columns.extend(type2.then_some("Occurrences"));
    columns.push("Test of design");
    columns.extend(type2.then_some("Tests of operation"));
    columns.push("Design");
    columns.extend(type2.then_some("Operation"));
    columns.into_iter().map(Column::Words).collect()
}

fn rows(view: &View<'_>, entry: &Entry<'_>) -> Vec<Vec<Markup>> {
    if entry.pairs.is_empty() {
        return vec![uncontrolled(view, entry)];
    }
    let row = |(at, pair): (usize, &Pair<'_>)| {
        let first = if at == 0 { criterion(view, entry) } else { view.criterion(entry.criterion.id) };
        std::iter::once(first).chain(of_pair(view, pair)).collect()
    };
    entry.pairs.iter().enumerate().map(row).collect()
}

/// The criterion with its title.
fn criterion(view: &View<'_>, entry: &Entry<'_>) -> Markup {
    joined([strong(&view.criterion(entry.criterion.id)), text(&entry.criterion.title)], " ")
}

/// The row of a criterion that no control names, with its gaps.
fn uncontrolled(view: &View<'_>, entry: &Entry<'_>) -> Vec<Markup> {
    let gaps = some(entry.gaps.iter().map(|gap| view.to_gap(gap, code(gap.id()))));
    let mut row = vec![criterion(view, entry), joined([text(cell::nothing_names_it(entry)), gaps], " ")];
    row.resize_with(if view.type2() { 7 } else { 5 }, || text(""));
    row.push(verdict(entry.result.design.verdict));
    row.extend(entry.result.operation.as_ref().map(|judgement| verdict(judgement.verdict)));
    row
}

fn of_pair(view: &View<'_>, pair: &Pair<'_>) -> Vec<Markup> {
    let control = pair.control;
    let named = [text(&control.name), text(pair.owner.unwrap_or("no owner named"))];
    let mut row = vec![
        joined([view.control(control), joined(named, ", ")], " "),
        text(&format!("{}; {}", cell::runs(pair), cell::status(pair))),
        evidence(pair),
    ];
    let type2 = pair.result.operation.is_some();
    row.extend(type2.then(|| text(&cell::occurrences(pair))));
    row.push(text(&cell::design_test(pair)));
    row.extend(type2.then(|| tests(pair)));
    row.push(verdict(pair.result.design));
    row.extend(pair.result.operation.map(verdict));
    row
}

fn evidence(pair: &Pair<'_>) -> Markup {
    let files: Vec<String> = cell::files(pair).collect();
    let counted = text(&cell::evidence(pair));
    let named = named(&files, ", ");
    let told = if files.is_empty() { counted } else { joined([counted, named], ": ") };
    askama::filters::Safe(told.0 + &text(cell::document(pair)).0)
}

fn tests(pair: &Pair<'_>) -> Markup {
    named(&cell::operation_tests(pair), ". ")
}

/// The first few by name, the others counted.
fn named(all: &[String], between: &str) -> Markup {
    let first = joined(all.iter().take(NAMED).map(|one| text(one)), between);
    match all.len().saturating_sub(NAMED) {
        0 => first,
        more => joined([first, text(&format!("and {} more", number(more)))], " "),
    }
}
