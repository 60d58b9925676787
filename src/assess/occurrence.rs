//! When a control had to run in the observation period, and what is on file for each time.

use std::ops::Range;

use crate::model::date::{Date, Period};
use crate::model::duration::Duration;
use crate::model::operation::{Occurrence, OccurrenceState, Span};
use crate::model::statement::nothing_called;
use crate::model::words::Frequency;

/// The times that what is on file speaks of.
#[derive(Debug, Default)]
pub struct Spoken {
    /// Those of which evidence says that the control ran.
    pub ran: Vec<Period>,
    /// Those of which a record says that nothing called for it.
    pub zero: Vec<Period>,
}

/// Until when an occurrence is not yet due.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// The day of the assessment.
    pub as_of: Date,
    /// How long after its end what shows an occurrence may still come in.
    pub grace: Duration,
}

/// A time in which a control has to run.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// From its first day to its last.
    pub time: Period,
    /// Whether the span ended before its full time was over: then it was never due.
    pub cut_short: bool,
}

/// The occurrences of a control of a frequency in a span, each with what is on file for it.
#[must_use]
pub fn occurrences(frequency: Frequency, span: Span, spoken: &Spoken, clock: Clock) -> Vec<Occurrence> {
    let windows = windows(frequency, span);
    let mut shown: Vec<Option<OccurrenceState>> = vec![None; windows.len()];
    if frequency == Frequency::PerEvent {
        let rested = windows.iter().map(|window| nothing_called(&spoken.zero, &window.time, clock.as_of));
        shown = rested.map(|rested| rested.then_some(OccurrenceState::NoOccurrence)).collect();
    }
    // Last, for what ran outweighs a record that nothing did.
    mark(&windows, &spoken.ran, &mut shown);
    let known = windows.into_iter().zip(shown);
    known
        .map(|(window, shown)| Occurrence {
            start: window.time.start,
            end: window.time.end,
            state: shown.unwrap_or_else(|| unshown(frequency, &window, clock)),
            cut_short: window.cut_short,
        })
        .collect()
}

/// The windows of a frequency in a span, in order. Months are counted from the first day of the span, never from window to
/// window, so that one that begins on the 31st does not drift.
#[must_use]
pub fn windows(frequency: Frequency, span: Span) -> Vec<Window> {
    let every: fn(Date, u32) -> Date = match frequency {
        Frequency::Daily => |from, steps| from.plus_days(steps),
        Frequency::Weekly => |from, steps| from.plus_days(steps.saturating_mul(7)),
        Frequency::Monthly => |from, steps| from.plus_months(steps),
        Frequency::Quarterly => |from, steps| from.plus_months(steps.saturating_mul(3)),
        Frequency::Semiannual => |from, steps| from.plus_months(steps.saturating_mul(6)),
        Frequency::Annual => |from, steps| from.plus_months(steps.saturating_mul(12)),
        Frequency::Continuous | Frequency::PerEvent | Frequency::Once => {
            return vec![Window { time: span.time(), cut_short: false }];
        }
    };
    let begins = (0..).map(|steps| (every(span.start, steps), every(span.start, steps.saturating_add(1))));
    let within = begins.take_while(|(begin, next)| *begin <= span.end && begin < next);
    within
        .map(|(begin, next)| {
            let end = next.minus_days(1);
            Window { time: Period::between(begin, end.min(span.end)), cut_short: end > span.end }
        })
        .collect()
}

/// Marks the windows that times show to be ones in which the control ran.
fn mark(windows: &[Window], times: &[Period], shown: &mut [Option<OccurrenceState>]) {
    for time in times {
        let touched = touched(windows, time);
        let touched =
            windows.get(touched.clone()).into_iter().flatten().zip(shown.get_mut(touched).into_iter().flatten());
        touched
            .filter(|(window, _)| time.shows(&window.time))
            .for_each(|(_, shown)| *shown = Some(OccurrenceState::Evidenced));
    }
}

/// The windows that share a day with a time; they stand in order, so that few need looking at.
fn touched(windows: &[Window], time: &Period) -> Range<usize> {
    let first = windows.partition_point(|window| window.time.end < time.start);
    let after = windows.partition_point(|window| window.time.start <= time.end);
    first..after.max(first)
}

/// What to say of a window that nothing on file speaks of.
fn unshown(frequency: Frequency, window: &Window, clock: Clock) -> OccurrenceState {
    match () {
        () if window.cut_short || clock.as_of <= clock.grace.after(window.time.end) => OccurrenceState::NotYetDue,
        () if rests(frequency, window) => OccurrenceState::NoOccurrence,
        () => OccurrenceState::Missed,
    }
}

/// Whether nothing need have happened in a window: what is set up once has nothing to repeat, and daily work rests at the
/// weekend.
pub(super) fn rests(frequency: Frequency, window: &Window) -> bool {
    frequency == Frequency::Once || (frequency == Frequency::Daily && window.time.end.is_weekend())
}
