//! The matrix as CSV: a row for each criterion and control that names it, and one for each criterion without any.

use crate::model::date::Date;
use crate::model::operation::{OccurrenceState, Operation};
use crate::model::standing::DesignTest;
use crate::model::verdict::Verdict;
use crate::report::csv::table::{line, records};
use crate::report::matrix::MatrixFormat;
use crate::report::matrix::cell;
use crate::report::matrix::row::{Entry, Matrix, Pair, Tested, in_date};
use crate::text::escape;

/// The format `csv`.
pub(in crate::report) static FORMAT: MatrixFormat = MatrixFormat {
    name: "csv",
    extension: "csv",
    summary: "a row for each criterion and control, for spreadsheets",
    styled: false,
    render,
};

/// The columns of the criterion.
const CRITERION: [&str; 5] = ["series", "criterion", "criterion_title", "criterion_design", "criterion_operation"];
/// The columns of the control beside it; all empty where no control names the criterion.
const PAIR: [&str; 30] = [
    "control",
    "control_name",
    "status",
    "owner",
    "frequency",
    "execution",
    "approved_document",
    "evidence_in_date",
    "evidence_total",
    "evidence_newest",
    "evidence_files",
    "occurrences_evidenced",
    "occurrences_missed",
    "occurrences_not_yet_due",
    "occurrences_no_occurrence",
    "design_test_result",
    "design_test_date",
    "design_test_by",
    "operation_tests",
    "operation_test_result",
    "operation_test_date",
    "operation_test_by",
    "operation_test_sample",
    "operation_test_population",
    "operation_test_method",
    "exceptions",
    "exceptions_unresolved",
    "control_design",
    "control_operation",
    "control_gaps",
];

fn render(matrix: &Matrix<'_>, _: usize) -> String {
    let header = CRITERION.iter().chain(&PAIR).chain(&["criterion_gaps"]).map(|name| (*name).to_owned()).collect();
    let rows = matrix.entries.iter().flat_map(|entry| {
        let alone = entry.pairs.is_empty().then(|| row(entry, vec![String::new(); PAIR.len()]));
        entry.pairs.iter().map(|pair| row(entry, beside(pair))).chain(alone)
    });
    let escaped = |row: Vec<String>| row.iter().map(|cell| escape::csv(cell).into_owned()).collect::<Vec<_>>();
    records(std::iter::once::<Vec<String>>(header).chain(rows).map(escaped))
}

fn row(entry: &Entry<'_>, beside: Vec<String>) -> Vec<String> {
    let criterion = entry.criterion;
    let operation = entry.result.operation.as_ref().map(|judgement| judgement.verdict);
    let gaps: Vec<&str> = entry.gaps.iter().map(|gap| gap.id()).collect();
    let of_criterion = [
        criterion.id.series(),
        criterion.id.to_string(),
        criterion.title.clone(),
        entry.result.design.verdict.word().to_owned(),
        word(operation),
    ];
    of_criterion.into_iter().chain(beside).chain([gaps.join("\n")]).collect()
}

fn word(verdict: Option<Verdict>) -> String {
    verdict.map_or_else(String::new, |verdict| verdict.word().to_owned())
}

/// What a spreadsheet holds of a control beside a criterion.
fn beside(pair: &Pair<'_>) -> Vec<String> {
    let gaps: Vec<&str> = pair.gaps.iter().map(|gap| gap.id()).collect();
    let concluded = [pair.result.design.word().to_owned(), word(pair.result.operation), gaps.join("\n")];
    of_control(pair).into_iter().chain(of_tests(pair)).chain(concluded).collect()
}

/// The control, its evidence and its occurrences.
fn of_control(pair: &Pair<'_>) -> [String; 15] {
    let control = pair.control;
    let told = pair.operation.filter(|operation| !operation.occurrences.is_empty());
    let of = |state| told.map_or_else(String::new, |operation: &Operation| operation.count(state).to_string());
    [
        control.id.value.to_string(),
        line(&control.name),
        control.status.word().to_owned(),
        line(pair.owner.unwrap_or_default()),
        control.frequency.map(|frequency| frequency.word().to_owned()).unwrap_or_default(),
        control.execution.map(|execution| execution.word().to_owned()).unwrap_or_default(),
        if pair.documented { "yes" } else { "no" }.to_owned(),
        in_date(pair).to_string(),
        pair.evidence.len().to_string(),
        cell::newest(pair).map(|newest| newest.to_string()).unwrap_or_default(),
        cell::files(pair).map(|file| line(&file)).collect::<Vec<_>>().join("\n"),
        of(OccurrenceState::Evidenced),
        of(OccurrenceState::Missed),
        of(OccurrenceState::NotYetDue),
        of(OccurrenceState::NoOccurrence),
    ]
}

/// Its tests. Of several tests of operation the last concluded one has its columns; exceptions are of all in the period.
fn of_tests(pair: &Pair<'_>) -> [String; 12] {
    let (designed, design_day) = design(pair.design_test.0);
    let last = pair.operation_tests.iter().find(|tested| tested.outcome.is_some() && tested.test.date.is_some());
    let of_last = |say: fn(&Tested<'_>) -> Option<String>| last.and_then(say).unwrap_or_default();
    let all = |count: fn(&Tested<'_>) -> usize| match pair.result.operation {
        Some(_) => pair.operation_tests.iter().map(count).sum::<usize>().to_string(),
        None => String::new(),
    };
    [
        designed.to_owned(),
        design_day.map(|day| day.to_string()).unwrap_or_default(),
        line(pair.design_test.1.unwrap_or_default()),
        all(|_| 1),
        of_last(|tested| tested.outcome.map(|outcome| outcome.word().to_owned())),
        of_last(|tested| Some(tested.test.date.as_ref()?.value.to_string())),
        of_last(|tested| tested.by.map(line)),
        of_last(|tested| Some(tested.test.sample.as_ref()?.size.as_ref()?.value.to_string())),
        of_last(|tested| Some(tested.test.population.as_ref()?.size?.to_string())),
        of_last(|tested| Some(tested.test.sample.as_ref()?.method?.word().to_owned())),
        all(|tested| tested.test.exceptions.len()),
        all(|tested| tested.unresolved),
    ]
}

/// What the tests of design come to in a word, and the day of the one that counts.
pub(in crate::report) const fn design(state: DesignTest) -> (&'static str, Option<Date>) {
    match state {
        DesignTest::None => ("none", None),
        DesignTest::Open => ("open", None),
        DesignTest::OutOfDate(day) => ("out-of-date", day),
        DesignTest::Effective(day) => ("effective", Some(day)),
        DesignTest::Exception(day) => ("exception", day),
        DesignTest::Deficient(day) => ("deficient", day),
    }
}
