//! What evidence is wanted: what gaps lack, and what the controls still have to show in the period; from whom, and by when.

use crate::model::date::{Date, Period};
use crate::model::document::Control;
use crate::model::operation::{Occurrence, OccurrenceState};
use crate::model::rule::GapNature;
use crate::model::standing::{EvidenceState, Standing};
use crate::model::words::Frequency;
use crate::report::gap_rows::GapRow;
use crate::report::strip;
use crate::report::xlsx::cell::{Cell, Written};
use crate::report::xlsx::page::{Column, Page, column, painted};
use crate::report::xlsx::view::{View, criteria, lines};
use crate::text::count::{count, number};

const COLUMNS: [Column; 13] = [
    column("No.", 6.0),
    column("State", 11.0),
    column("What is wanted", 40.0),
    column("For the time", 24.0),
    column("From", 18.0),
    column("By", 11.0),
    column("Control", 11.0),
    column("Name", 30.0),
    column("Criteria", 14.0),
    column("Why", 44.0),
    painted("Level", 10.0),
    column("On file", 16.0),
    column("Gap", 7.0),
];

/// How many runs of missed occurrences a cell names.
const RUNS: usize = 12;

/// A thing to ask for.
struct Request<'a> {
    by: Option<Date>,
    cells: Vec<Cell<'a>>,
}

pub(super) fn fill(view: &View<'_>, page: &mut Page<'_>) -> Written {
    let (missing, ahead) = (missing(view), ahead(view));
    let note = format!(
        "{} for an open gap of evidence or operation, and {} for what comes up in the period. What is on file already is not asked for.",
        count(missing.len(), "request"),
        number(ahead.len())
    );
    page.title("Evidence requests", &note)?;
    let numbered = (1..).zip(missing.into_iter().chain(ahead));
    page.sole_table(&COLUMNS, (3, numbered.map(|(at, request)| row(at, request))))
}

fn row(at: usize, request: Request<'_>) -> Vec<Cell<'_>> {
    std::iter::once(at.into()).chain(request.cells).collect()
}

/// What open gaps of evidence and operation ask for, the most urgent first.
fn missing<'a>(view: &View<'a>) -> Vec<Request<'a>> {
    let asks = |row: &GapRow<'_>| {
        matches!(row.gap.finding.rule.nature, GapNature::Evidence | GapNature::Operation) && row.gap.is_open()
    };
    let mut requests: Vec<Request<'a>> = view.listed().filter(asks).map(|row| for_gap(view, &row)).collect();
    // Of one day the worst gap stands first, for so they are listed.
    requests.sort_by_key(|request| (request.by.is_none(), request.by));
    requests
}

fn for_gap<'a>(view: &View<'a>, row: &GapRow<'a>) -> Request<'a> {
    let finding = &row.gap.finding;
    let standing = finding.control.and_then(|at| view.assessment.standings.get(at));
    let by = row.task.map(|(_, task)| task.due);
    let wanted = row.task.map(|(_, task)| lines(task.proof.iter().cloned())).filter(|proof| !proof.is_empty());
    let cells = vec![
        "missing".into(),
        wanted.unwrap_or_else(|| finding.recommendation.to_string()).into(),
        standing.filter(|_| finding.rule.name == "occurrence-missed").map(missed).into(),
        row.owner.into(),
        by.into(),
        row.control.map(|control| control.id.as_str()).into(),
        row.control.map(|control| &*control.name.0).into(),
        criteria(&finding.criteria).into(),
        finding.title.as_str().into(),
        row.gap.risk.level().plain().into(),
        standing.map(on_file).into(),
        row.gap.number.into(),
    ];
    Request { by, cells }
}

fn missed(standing: &Standing) -> String {
    standing.operation.as_ref().map_or_else(String::new, |operation| strip::missed(&operation.occurrences, RUNS))
}

/// How much evidence is there: `1 of 2 in date`.
fn on_file(standing: &Standing) -> String {
    let in_date = standing.evidence.iter().filter(|state| matches!(state, EvidenceState::InDate(_))).count();
    match standing.evidence.len() {
        0 => "nothing".to_owned(),
        all => format!("{} of {} in date", number(in_date), number(all)),
    }
}

/// What controls in place still have to show in the period, the first to fall due first.
fn ahead<'a>(view: &View<'a>) -> Vec<Request<'a>> {
    let assessment = view.assessment;
    let known = assessment.inventory.controls.iter().zip(&assessment.standings).enumerate();
    let mut requests: Vec<Request<'a>> =
        known.filter_map(|(at, (control, standing))| to_come(view, at, control, standing)).collect();
    requests.sort_by_key(|request| request.by);
    requests
}

fn to_come<'a>(view: &View<'a>, at: usize, control: &'a Control, standing: &Standing) -> Option<Request<'a>> {
    let frequency = control.frequency?;
    let operation = standing.operation.as_ref().filter(|_| standing.in_place)?;
    let due: Vec<&Occurrence> = operation.occurrences.iter().filter(|one| falls_due(frequency, one)).collect();
    let (first, last) = (due.first()?, due.last()?);
    let by = first.due(view.assessment.inventory.conventions.grace(frequency));
    let time = Period::between(first.start, last.end);
    let named = view.assessment.coverage.controls.get(at).map(|coverage| criteria(&coverage.applicable));
    let cells = vec![
        "coming up".into(),
        "what shows that it ran: a record of each occurrence, with its source and the day it was taken".into(),
        format!("{time} ({})", count(due.len(), "occurrence")).into(),
        control.owner.as_ref().map(|owner| view.person(&owner.value)).into(),
        by.into(),
        control.id.as_str().into(),
        (*control.name.0).into(),
        named.into(),
        if due.len() == 1 { "Nothing shows it yet." } else { "Nothing shows them yet; the day is that of the first." }
            .into(),
        Cell::Empty,
        on_file(standing).into(),
        Cell::Empty,
    ];
    Some(Request { by, cells })
}

/// Whether what shows an occurrence is still to come in. What is done daily may rest on Saturday and Sunday.
fn falls_due(frequency: Frequency, occurrence: &Occurrence) -> bool {
    let rests = frequency == Frequency::Daily && occurrence.start.is_weekend();
    occurrence.state == OccurrenceState::NotYetDue && !occurrence.cut_short && !rests
}
