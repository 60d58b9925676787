//! Occurrences of the observation period that nothing shows yet: those to come, and those that were missed.

use crate::assess::context::{Context, ControlView};
use crate::assess::due::control_item::{about, usual};
use crate::assess::occurrence::{Window, rests, windows};
use crate::model::date::{Date, Period};
use crate::model::due::{DueItem, DueKind, Horizon, Occurrences};
use crate::model::operation::{Occurrence, OccurrenceState, Span};
use crate::model::words::Frequency;
use crate::text::count::count;

/// Occurrences that follow each other and are told as one.
struct Run {
    overdue: bool,
    first_end: Date,
    time: Span,
    count: usize,
    /// Whether the next one still belongs to it.
    open: bool,
}

/// What becomes of an occurrence here.
enum Place {
    /// It was missed.
    Missed,
    /// What shows it has to come in.
    Ahead,
    /// Nothing need have happened in it: the ones before and after it still follow each other.
    Between,
    /// It is shown, is never due, or lies too far ahead.
    Apart,
}

/// Whether a control has to run at set times of the period, at least one of which falls due.
pub(super) fn at_set_times(view: ControlView<'_>) -> bool {
    let frequency = view
        .control
        .frequency
        .filter(|frequency| !matches!(frequency, Frequency::Continuous | Frequency::PerEvent | Frequency::Once));
    let span = view.standing.operation.as_ref().and_then(|operation| operation.span);
    frequency.zip(span).is_some_and(|(frequency, span)| {
        windows(frequency, span).iter().any(|window| !window.cut_short && !rests(frequency, window))
    })
}

/// The occurrences of a control in place that fall due within the horizon or were missed.
pub(super) fn items(context: &Context<'_>, view: ControlView<'_>, horizon: Horizon) -> Vec<DueItem> {
    let Some(operation) = &view.standing.operation else { return Vec::new() };
    let Some((frequency, span)) = view.control.frequency.zip(operation.span) else { return Vec::new() };
    let windows = windows(frequency, span);
    let known = windows.iter().zip(&operation.occurrences);
    let placed = known.map(|(window, occurrence)| (place(frequency, window, occurrence, horizon), occurrence));
    runs(frequency, placed).iter().map(|run| item(context, view, frequency, run)).collect()
}

fn place(frequency: Frequency, window: &Window, occurrence: &Occurrence, horizon: Horizon) -> Place {
    match occurrence.state {
        OccurrenceState::Missed => Place::Missed,
        OccurrenceState::NoOccurrence => Place::Between,
        OccurrenceState::NotYetDue if rests(frequency, window) => Place::Between,
        OccurrenceState::NotYetDue if !window.cut_short && occurrence.end <= horizon.until => Place::Ahead,
        OccurrenceState::NotYetDue | OccurrenceState::Evidenced => Place::Apart,
    }
}

/// Missed occurrences that follow each other are one thing to look into, and the days of a daily control one to collect.
fn runs<'a>(frequency: Frequency, placed: impl Iterator<Item = (Place, &'a Occurrence)>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (place, occurrence) in placed {
        let overdue = match place {
            Place::Between => continue,
            Place::Apart => {
                runs.last_mut().into_iter().for_each(|run| run.open = false);
                continue;
            }
            Place::Missed => true,
            Place::Ahead => false,
        };
        let joins = |run: &&mut Run| run.open && run.overdue == overdue && (overdue || frequency == Frequency::Daily);
        if let Some(run) = runs.last_mut().filter(joins) {
            run.time.end = occurrence.end;
            run.count += 1;
        } else {
            let time = Span { start: occurrence.start, end: occurrence.end };
            runs.push(Run { overdue, first_end: occurrence.end, time, count: 1, open: true });
        }
    }
    runs
}

fn item(context: &Context<'_>, view: ControlView<'_>, frequency: Frequency, run: &Run) -> DueItem {
    let grace = context.inventory.conventions.grace(frequency);
    let due = grace.after(run.first_end);
    let last_due = grace.after(run.time.end);
    let collect = if run.overdue {
        missed(frequency, run)
    } else {
        ahead(context, view, frequency, &Due { run, first: due, last: last_due })
    };
    DueItem {
        due,
        overdue: run.overdue,
        occurrences: Some(Occurrences { time: run.time, count: run.count, collect_from: run.first_end, last_due }),
        collect,
        ..about(view, DueKind::Occurrence, &run.time.start)
    }
}

fn missed(frequency: Frequency, run: &Run) -> String {
    let when = when(&Period::between(run.time.start, run.time.end));
    match run.count {
        1 => format!("Find what shows that it ran {when}."),
        missed => format!("Find what shows the {} {when}.", count(missed, &format!("{frequency} occurrence"))),
    }
}

/// Occurrences to come with the days between which they fall due.
struct Due<'a> {
    run: &'a Run,
    first: Date,
    last: Date,
}

fn ahead(context: &Context<'_>, view: ControlView<'_>, frequency: Frequency, due: &Due<'_>) -> String {
    let when = when(&Period::between(due.run.time.start, due.run.time.end));
    let usual = usual(context, view);
    match (frequency, due.run.count) {
        (Frequency::PerEvent, _) => format!(
            "Collect the list of what called for it {when}, and what shows that it ran each time; where nothing did, record \
             `items: 0`.{usual}"
        ),
        (Frequency::Continuous, _) => format!("Collect what shows that it was at work {when}.{usual}"),
        (_, 1) => format!("Collect what shows that it ran {when}.{usual}"),
        (_, days) => format!(
            "Collect what shows that it ran on each of {} {when}; the first falls due on {}, the last on {}.{usual}",
            count(days, "day"),
            due.first,
            due.last
        ),
    }
}

/// `on 2026-11-20`, `from 2026-10-01 to 2026-12-31`.
fn when(time: &Period) -> String {
    if time.start == time.end { format!("on {time}") } else { format!("from {time}") }
}
