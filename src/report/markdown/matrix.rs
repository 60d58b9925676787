//! The control matrix: what an auditor begins with, a line for each criterion and control that names it.

use crate::report::account;
use crate::report::markdown::page::Column::{self, Words};
use crate::report::markdown::page::Page;
use crate::report::markdown::view::View;
use crate::report::markdown::words;
use crate::report::matrix::cell;
use crate::report::matrix::row::{Entry, Matrix, Pair};
use crate::report::strip;
use crate::text::count::{count, number};

/// How many files a cell of the section names; the document of its own names more.
const FILES: usize = 2;
/// How many runs of missed occurrences a cell names.
const RUNS: usize = 6;
/// How many files and tests a cell of the document names.
const NAMED: usize = 12;

/// The section of the report.
pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let matrix = Matrix::of(view.assessment, None);
    page.block(&format!("{} `gapcheck matrix` prints it alone, narrowed to criteria, and as CSV.", counted(&matrix)));
    for (series, entries) in matrix.series() {
        page.heading(3, &format!("{}, from criterion to test", series.id));
        table(&matrix, entries, FILES, page);
    }
    missed(view, page);
}

/// The controls that did not run every time, each with its occurrences as a strip.
fn missed(view: &View<'_>, page: &mut Page) {
    let assessment = view.assessment;
    let known = assessment.inventory.controls.iter().zip(&assessment.standings);
    let missing = known.filter_map(|(control, standing)| {
        let operation = standing.operation.as_ref().filter(|operation| operation.missed_any())?;
        let frequency = control.frequency.map_or_else(String::new, |frequency| frequency.to_string());
        let strip = words::code(&strip::strip(&operation.occurrences));
        let days = strip::missed(&operation.occurrences, RUNS);
        Some(vec![words::code(&control.id), words::plain(&control.name), frequency, strip, days])
    });
    let rows: Vec<Vec<String>> = missing.collect();
    if rows.is_empty() {
        return;
    }
    page.heading(3, "Controls with missed occurrences");
    page.block(&format!("A character for each occurrence, oldest first: {}.", strip::LEGEND));
    let columns = [Words("Control"), Words("Name"), Words("Frequency"), Words("Occurrences"), Words("Missed")];
    page.table(&columns, rows);
}

/// The matrix as a document of its own.
pub(in crate::report) fn document(matrix: &Matrix<'_>) -> String {
    let assessment = matrix.assessment;
    let mut page = Page::default();
    page.heading(1, &format!("{}: control matrix", words::plain(&assessment.inventory.organization)));
    page.block(&format!("{}, assessed on {}.", words::plain(&account::scope_line(assessment)), assessment.as_of));
    page.block(&counted(matrix));
    page.block(account::LIMITS);
    for (series, entries) in matrix.series() {
        page.heading(2, &format!("{} ({})", series.id, words::plain(&series.title)));
        table(matrix, entries, NAMED, &mut page);
    }
    page.into_text()
}

fn counted(matrix: &Matrix<'_>) -> String {
    let verdicts = match matrix.period() {
        Some(_) => {
            "Design and operation are the verdicts on the control; those on the criterion stand beside its title."
        }
        None => "Design is the verdict on the control; that on the criterion stands beside its title.",
    };
    format!(
        "{} and {} of a criterion with a control that names it, whatever its status; a line each. {verdicts}",
        count(matrix.entries.len(), "criterion"),
        count(matrix.pairs(), "pair")
    )
}

fn table(matrix: &Matrix<'_>, entries: &[Entry<'_>], files: usize, page: &mut Page) {
    let type2 = matrix.period().is_some();
    let mut columns: Vec<Column> = vec![Words("Criterion"), Words("Control"), Words("Runs"), Words("Evidence")];
    columns.extend(type2.then_some(Words("Occurrences")));
    columns.push(Words("Test of design"));
    columns.extend(type2.then_some(Words("Tests of operation")));
    columns.push(Words("Design"));
    columns.extend(type2.then_some(Words("Operation")));
    let rows = entries.iter().flat_map(|entry| {
        let alone = entry.pairs.is_empty().then(|| uncontrolled(entry, type2));
        entry.pairs.iter().enumerate().map(move |(at, pair)| row(entry, (at, pair), files)).chain(alone)
    });
    page.table(&columns, rows);
}

/// The criterion with its verdicts.
fn criterion(entry: &Entry<'_>) -> String {
    let title = words::plain(&entry.criterion.title);
    format!("**{}** {title} ({})", entry.criterion.id, cell::criterion_verdicts(entry))
}

/// The row of a criterion that no control names, with its gap.
fn uncontrolled(entry: &Entry<'_>, type2: bool) -> Vec<String> {
    let named = words::some(entry.gaps.iter().map(|gap| words::code(gap.id())));
    let gaps = match entry.gaps.len() {
        0 => String::new(),
        1 => format!(" Gap: {named}."),
        _ => format!(" Gaps: {named}."),
    };
    let mut row = vec![criterion(entry), format!("*{}*{gaps}", cell::nothing_names_it(entry))];
    row.resize(if type2 { 7 } else { 5 }, String::new());
    row.push(entry.result.design.verdict.plain().to_owned());
    row.extend(entry.result.operation.as_ref().map(|judgement| judgement.verdict.plain().to_owned()));
    row
}

/// The row of a pair; the first of a criterion tells of it, the others name it.
fn row(entry: &Entry<'_>, (at, pair): (usize, &Pair<'_>), files: usize) -> Vec<String> {
    let control = pair.control;
    let owner = pair.owner.map_or_else(|| "no owner named".to_owned(), words::plain);
    let runs = format!("{}; {}", cell::runs(pair), cell::status(pair));
    let mut row = vec![
        if at == 0 { criterion(entry) } else { entry.criterion.id.to_string() },
        format!("{} {}, {owner}", words::code(&control.id), words::plain(&control.name)),
        words::plain(&runs),
        evidence(pair, files),
    ];
    let type2 = pair.result.operation.is_some();
    row.extend(type2.then(|| words::plain(&cell::occurrences(pair))));
    row.push(words::plain(&cell::design_test(pair)));
    row.extend(type2.then(|| tests(pair)));
    row.push(pair.result.design.plain().to_owned());
    row.extend(pair.result.operation.map(|verdict| verdict.plain().to_owned()));
    row
}

fn evidence(pair: &Pair<'_>, files: usize) -> String {
    let all: Vec<String> = cell::files(pair).map(|file| words::plain(&file)).collect();
    let named: Vec<&str> = all.iter().take(files).map(String::as_str).collect();
    let counted = cell::evidence(pair);
    let evidence = match (named.len(), all.len() - named.len()) {
        (0, _) => counted,
        (_, 0) => format!("{counted}: {}", named.join(", ")),
        (_, more) => format!("{counted}: {} and {} more", named.join(", "), number(more)),
    };
    evidence + cell::document(pair)
}

fn tests(pair: &Pair<'_>) -> String {
    let all: Vec<String> = cell::operation_tests(pair).iter().map(|test| words::plain(test)).collect();
    match all.len().saturating_sub(NAMED) {
        0 => all.join(". "),
        more => {
            format!("{}. And {} more", all.iter().take(NAMED).cloned().collect::<Vec<_>>().join(". "), number(more))
        }
    }
}
