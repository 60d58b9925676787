//! Type I, and Type II over 3, 6 and 12 months, side by side with the report of the scope.

use crate::model::date::{Date, Period};
use crate::model::plan_dates::PlanOption;
use crate::model::scope::Report;
use crate::plan::dates::frame::Frame;
use crate::plan::dates::missed::Missed;
use crate::plan::dates::promise::last_before;
use crate::plan::dates::work::Needs;

/// The report that speaks of a day: its name, and as a sentence says it.
const TYPE_1: [&str; 2] = ["Type I", "a Type I report"];
/// The report on the period of the scope.
const AS_SCOPED: [&str; 2] = ["Type II as scoped", "a Type II report as scoped"];
/// The reports on a period that is still to be chosen, with its months.
const OVER: [(u32, [&str; 2]); 3] = [
    (SHORTEST, ["Type II over 3 months", "a Type II report over 3 months"]),
    (6, ["Type II over 6 months", "a Type II report over 6 months"]),
    (12, ["Type II over 12 months", "a Type II report over 12 months"]),
];
/// The fewest months an observation period has.
pub(super) const SHORTEST: u32 = 3;

/// All reports there could be, from the one that takes least; that on the period as scoped stands last.
pub(super) fn options(frame: &Frame<'_>) -> Vec<PlanOption> {
    let over = OVER.iter().map(|(months, names)| over(frame, *months, *names));
    let scoped = frame.period().map(|period| as_scoped(frame, period));
    std::iter::once(type_1(frame)).chain(over).chain(scoped).collect()
}

/// The report of the scope.
pub(super) fn of_scope(frame: &Frame<'_>) -> PlanOption {
    frame.period().map_or_else(|| type_1(frame), |period| as_scoped(frame, period))
}

/// Of a report on a period that is still to be chosen the last day it can start, for all promises to hold.
pub(super) fn last_start(frame: &Frame<'_>, months: u32) -> Option<Date> {
    last_before(frame.promise.last_end(frame.terms())?, |start| end_of(start, months))
}

/// The last day of a period of so many months.
fn end_of(start: Date, months: u32) -> Date {
    start.plus_months(months).minus_days(1)
}

/// The time a report speaks of.
struct Time {
    start: Option<Date>,
    end: Date,
    because: String,
}

fn type_1(frame: &Frame<'_>) -> PlanOption {
    let needs = frame.work.design;
    let (end, because) = day_it_speaks_of(frame, needs);
    option(frame, TYPE_1, Time { start: None, end, because }, needs)
}

/// The day a Type I report speaks of, and why.
fn day_it_speaks_of(frame: &Frame<'_>, needs: Needs<'_>) -> (Date, String) {
    let stated = match frame.report() {
        // A day nobody states is that of the assessment.
        Report::Type1 { as_of } => Some(*as_of).filter(|day| *day != frame.today()),
        Report::Type2 { .. } => None,
    };
    match (needs.controls, stated) {
        (None, None) => (frame.today(), "No control is left to put in place; it can speak of today.".to_owned()),
        (None, Some(day)) => (day, format!("The scope has it speak of {day}; no control is left to put in place.")),
        (Some(last), None) => {
            (last.day, format!("The controls are in place on {}, when {} is finished.", last.day, last.id))
        }
        (Some(last), Some(day)) if last.day <= day => {
            (day, format!("The scope has it speak of {day}; the controls are in place on {}.", last.day))
        }
        (Some(last), Some(day)) => {
            let because = format!(
                "The scope has it speak of {day}, but the controls are in place only on {}, when {} is finished: it can speak of \
                 that day at the earliest.",
                last.day, last.id
            );
            (last.day, because)
        }
    }
}

fn over(frame: &Frame<'_>, months: u32, names: [&'static str; 2]) -> PlanOption {
    let start = frame.earliest_start();
    let because = if frame.work.whole.controls.is_some() {
        "Its period can start on the day after the controls are in place.".to_owned()
    } else {
        "No control is left to put in place, so its period can start at once; where evidence goes further back, it may have \
         begun earlier."
            .to_owned()
    };
    let time = Time { start: Some(start), end: end_of(start, months), because };
    let last_start = last_start(frame, months);
    PlanOption { last_start, ..option(frame, names, time, frame.work.whole) }
}

fn as_scoped(frame: &Frame<'_>, period: &Period) -> PlanOption {
    let late = frame.too_late_for(period).map(|day| {
        let by = period.start.minus_days(1);
        format!(" The controls are to be in place by {by}, and are only on {day}.")
    });
    let missed = frame.missed.as_ref().and_then(Missed::long);
    let missed = missed.map(|missed| format!(" It has begun, and is not moved; what it lacks already: {missed}."));
    let (late, missed) = (late.unwrap_or_default(), missed.unwrap_or_default());
    let because = format!("Its period is that of the scope.{late}{missed}");
    option(frame, AS_SCOPED, Time { start: Some(period.start), end: period.end, because }, frame.work.whole)
}

fn option(frame: &Frame<'_>, [name, phrase]: [&'static str; 2], time: Time, needs: Needs<'_>) -> PlanOption {
    let (fieldwork, waits) = fieldwork(frame, time.end, needs);
    let report = report(frame, fieldwork);
    PlanOption {
        name,
        phrase,
        start: time.start,
        end: time.end,
        fieldwork,
        report,
        fieldwork_holds: frame.promise.fieldwork.map(|day| day.days_since(fieldwork)),
        report_holds: frame.promise.report.map(|day| day.days_since(report)),
        last_start: None,
        because: time.because + " " + &waits,
    }
}

/// The day fieldwork can begin, and what it waits for.
pub(super) fn fieldwork(frame: &Frame<'_>, end: Date, needs: Needs<'_>) -> (Date, String) {
    let after = frame.terms().fieldwork_after();
    let after_end = after.after(end);
    let proof = needs.proof.filter(|last| last.day > after_end);
    let day = proof.map_or(after_end, |last| last.day);
    if day >= frame.today() {
        let because = proof.map_or_else(
            || format!("Fieldwork begins {after} after {end}."),
            |last| format!("Fieldwork waits for {}, which is finished on {}.", last.id, last.day),
        );
        return (day, because);
    }
    match frame.promise.fieldwork.filter(|promised| day <= *promised && *promised < frame.today()) {
        Some(promised) => (promised, "Fieldwork is taken to have begun on the promised day.".to_owned()),
        None => (frame.today(), "Nothing is left that fieldwork waits for; it can begin today.".to_owned()),
    }
}

/// The day a report can be ready. Nothing gets ready in the past.
fn report(frame: &Frame<'_>, fieldwork: Date) -> Date {
    frame.terms().report_after().after(fieldwork).max(frame.today())
}
