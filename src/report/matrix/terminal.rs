//! The matrix on a terminal: a list of controls under each criterion, or one wide table where there is room.

use anstyle::Style;

use crate::model::operation::OccurrenceState;
use crate::model::verdict::Verdict;
use crate::report::account;
use crate::report::matrix::MatrixFormat;
use crate::report::matrix::cell;
use crate::report::matrix::row::{Entry, Matrix, Pair};
use crate::report::strip;
use crate::report::terminal::layout::{Cell, left, paragraph, row};
use crate::report::terminal::style::{ATTENTION, BAD, FAINT, GOOD, STRONG, UNKNOWN, paint};
use crate::text::count::count;
use crate::text::escape::terminal;
use crate::text::list::some;
use crate::text::wrap::width as cells;

/// The format `terminal`.
pub(super) static FORMAT: MatrixFormat = MatrixFormat {
    name: "terminal",
    extension: "txt",
    summary: "a list under each criterion, or one wide table where there is room",
    styled: true,
    render,
};

/// From this width on there is one wide table.
const WIDE: usize = 160;
/// How many files, tests and gaps a cell names.
const NAMED: usize = 4;
/// How wide the words before a line of the list are.
const LABEL: usize = 17;

fn render(matrix: &Matrix<'_>, width: usize) -> String {
    let width = width.max(40);
    let wide = (width >= WIDE).then(|| Wide::of(matrix, width));
    let mut out = heading(matrix, width);
    out += &wide.as_ref().map_or_else(String::new, Wide::header);
    for (series, entries) in matrix.series() {
        out.push('\n');
        out += &paragraph(&format!("{} {}", series.id, terminal(&series.title)), width, "", STRONG);
        for entry in entries {
            out.push('\n');
            out += &criterion(entry, width);
            for pair in &entry.pairs {
                out += &wide.as_ref().map_or_else(|| listed(pair, width), |wide| wide.row(pair));
            }
        }
    }
    out
}

fn heading(matrix: &Matrix<'_>, width: usize) -> String {
    let assessment = matrix.assessment;
    let name = terminal(&assessment.inventory.organization);
    let scope = format!("{}, assessed on {}", account::scope_line(assessment), assessment.as_of);
    let criteria = count(matrix.entries.len(), "criterion");
    let pairs = count(matrix.pairs(), "pair");
    let counted = format!("{criteria}, {pairs} of a criterion and a control that names it");
    let legend = matrix.period().map(|_| paragraph(&format!("Occurrences: {}", strip::LEGEND), width, "", FAINT));
    paragraph(&format!("Control matrix: {name}"), width, "", STRONG)
        + &paragraph(&terminal(&scope), width, "", FAINT)
        + &paragraph(&counted, width, "", FAINT)
        + &legend.unwrap_or_default()
}

/// A criterion with its verdicts, and what is wrong where no control is to blame.
fn criterion(entry: &Entry<'_>, width: usize) -> String {
    let title = format!("{} {}", entry.criterion.id, terminal(&entry.criterion.title));
    let verdicts = cell::criterion_verdicts(entry);
    let style = of_verdict(entry.result.operation.as_ref().unwrap_or(&entry.result.design).verdict);
    let title = if cells(&title) + 3 + cells(&verdicts) <= width {
        format!("{} · {}\n", paint(STRONG, &title), paint(style, &verdicts))
    } else {
        paragraph(&title, width, "", STRONG) + &paragraph(&verdicts, width, "  ", style)
    };
    let nothing = entry.pairs.is_empty().then(|| cell::nothing_names_it(entry).to_owned());
    let gaps = entry.gaps.iter().map(|gap| format!("gap {}, {}: {}", gap.number, gap.risk.level().plain(), gap.id()));
    let told = nothing.into_iter().chain(gaps).map(|line| paragraph(&terminal(&line), width, "  ", FAINT));
    title + &told.collect::<String>()
}

/// A control as a few lines, each behind what it is about.
fn listed(pair: &Pair<'_>, width: usize) -> String {
    let room = left(width, &[0, LABEL]);
    let line = |label: &str, text: &str, style: Style| {
        row(&[Cell::new("", 0), Cell::new(label, LABEL).style(FAINT), Cell::new(terminal(text), room).style(style)])
    };
    let title = format!("{} {}", terminal(&pair.control.id), terminal(&pair.control.name));
    let mut out = paragraph(&title, width, "  ", STRONG);
    out += &line("runs", &format!("{}; {}; {}", cell::runs(pair), cell::status(pair), owned(pair)), Style::new());
    out += &line("evidence", &format!("{}{}", cell::evidence(pair), cell::document(pair)), Style::new());
    let files: Vec<String> = cell::files(pair).collect();
    if !files.is_empty() {
        out += &line("", &some(&files, NAMED), FAINT);
    }
    if pair.result.operation.is_some() {
        out += &line("occurrences", &cell::occurrences(pair), occurred(pair));
        out += &strips(pair).map_or_else(String::new, |strip| line("", &strip, Style::new()));
    }
    out += &line("test of design", &cell::design_test(pair), Style::new());
    if pair.result.operation.is_some() {
        for (at, test) in tests(pair).iter().enumerate() {
            out += &line(if at == 0 { "test of operation" } else { "" }, test, Style::new());
        }
    }
    let (design, operation) = (pair.result.design, pair.result.operation);
    out += &line("result", &cell::verdicts(design, operation), of_verdict(operation.unwrap_or(design)));
    out + &gaps(pair).map_or_else(String::new, |gaps| line("", &gaps, FAINT))
}

fn owned(pair: &Pair<'_>) -> String {
    pair.owner.map_or("no owner named".to_owned(), |owner| format!("owner {owner}"))
}

/// The first tests of operation, and of how many more there could be told.
fn tests(pair: &Pair<'_>) -> Vec<String> {
    let mut tests = cell::operation_tests(pair);
    let more = tests.len().saturating_sub(NAMED);
    tests.truncate(NAMED);
    tests.extend((more > 0).then(|| format!("and {} more", count(more, "test"))));
    tests
}

/// The strip of occurrences, where there are several.
fn strips(pair: &Pair<'_>) -> Option<String> {
    let occurrences = &pair.operation?.occurrences;
    (occurrences.len() > 1).then(|| strip::strip(occurrences))
}

/// The numbers of the gaps about a control: `gap 5`, `gaps 3, 4 and 2 more`.
fn gaps(pair: &Pair<'_>) -> Option<String> {
    let numbers: Vec<String> = pair.gaps.iter().map(|gap| gap.number.to_string()).collect();
    let gaps = if numbers.len() == 1 { "gap" } else { "gaps" };
    (!numbers.is_empty()).then(|| format!("{gaps} {}", some(&numbers, NAMED)))
}

fn occurred(pair: &Pair<'_>) -> Style {
    let missed = pair.operation.is_some_and(|operation| operation.count(OccurrenceState::Missed) > 0);
    if missed { BAD } else { Style::new() }
}

/// The style of a verdict; the word beside it says the same.
const fn of_verdict(verdict: Verdict) -> Style {
    match verdict {
        Verdict::NoGap => GOOD,
        Verdict::Partial => ATTENTION,
        Verdict::Unverified => UNKNOWN,
        Verdict::Gap => BAD,
        Verdict::NotApplicable => FAINT,
    }
}

/// One wide table: the same columns under every criterion.
struct Wide {
    type2: bool,
    /// Control, runs, evidence, occurrences, test of design, tests of operation, design, operation; none is no column.
    rooms: [usize; 8],
}

/// What the columns of the wide table are called.
const HEADER: [&str; 8] =
    ["control", "runs", "evidence", "occurrences", "test of design", "tests of operation", "design", "operation"];
/// The widest verdict: `no gap identified`.
const VERDICT: usize = 17;

impl Wide {
    fn of(matrix: &Matrix<'_>, width: usize) -> Self {
        let type2 = matrix.period().is_some();
        // In hundredths of what the verdicts leave.
        let shares = if type2 { [19, 11, 23, 15, 12, 20] } else { [28, 14, 40, 0, 18, 0] };
        let verdicts = if type2 { [VERDICT, VERDICT] } else { [VERDICT, 0] };
        let columns = shares.iter().chain(&verdicts).filter(|share| **share > 0).count();
        let room = width.saturating_sub(2 * columns + verdicts.iter().sum::<usize>());
        let [control, runs, evidence, occurrences, design, operation] = shares.map(|share| room * share / 100);
        let [on_design, on_operation] = verdicts;
        Self { type2, rooms: [control, runs, evidence, occurrences, design, operation, on_design, on_operation] }
    }

    fn header(&self) -> String {
        let names = HEADER.map(str::to_owned);
        let width: usize = self.rooms.iter().filter(|room| **room > 0).map(|room| room + 2).sum();
        let line = paint(FAINT, "─".repeat(width.saturating_sub(2)));
        format!("\n{}  {line}\n", self.cells(names.map(|name| (name, FAINT))))
    }

    fn row(&self, pair: &Pair<'_>) -> String {
        let escaped = |text: String| terminal(&text).into_owned();
        let files: Vec<String> = cell::files(pair).collect();
        let files = if files.is_empty() { String::new() } else { format!(": {}", some(&files, NAMED)) };
        let control = format!("{} {}, {}", &*pair.control.id.value, &*pair.control.name, owned(pair));
        let gaps = gaps(pair).map_or_else(String::new, |gaps| format!("\n{gaps}"));
        // A strip of many lines in a narrow column says less than the counts above it.
        let room = self.rooms.get(3).copied().unwrap_or(0);
        let strip = strips(pair).filter(|strip| cells(strip) <= 2 * room);
        let strip = strip.map_or_else(String::new, |strip| format!("\n{strip}"));
        let occurrences = if self.type2 { escaped(cell::occurrences(pair)) + &strip } else { String::new() };
        let tests: Vec<String> = tests(pair).into_iter().map(escaped).collect();
        let (design, operation) = (pair.result.design, pair.result.operation);
        self.cells([
            (escaped(control) + &gaps, STRONG),
            (escaped(format!("{}, {}", cell::runs(pair), cell::status(pair))), Style::new()),
            (escaped(format!("{}{files}{}", cell::evidence(pair), cell::document(pair))), Style::new()),
            (occurrences, occurred(pair)),
            (escaped(cell::design_test(pair)), Style::new()),
            (tests.join("\n"), Style::new()),
            (design.plain().to_owned(), of_verdict(design)),
            (
                operation.map_or_else(String::new, |verdict| verdict.plain().to_owned()),
                operation.map_or(FAINT, of_verdict),
            ),
        ])
    }

    fn cells(&self, texts: [(String, Style); 8]) -> String {
        let cells = texts.into_iter().zip(self.rooms).filter(|(_, room)| *room > 0);
        row(&cells.map(|((text, style), room)| Cell::new(text, room).style(style)).collect::<Vec<_>>())
    }
}
