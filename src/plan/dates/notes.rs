//! What else there is to say about the days: promises that passed, that contradict each other, that a period cannot keep.

use crate::model::date::Date;
use crate::model::plan_dates::PlanOption;
use crate::plan::dates::frame::{Frame, days};
use crate::plan::dates::promise::last_before;

/// What else there is to say about the days, in sentences.
pub(super) fn notes(frame: &Frame<'_>, own: &PlanOption) -> Vec<String> {
    let none = frame.work.none.then(|| "Nothing is left to do: all days follow from the calendar alone.".to_owned());
    let known = [
        none,
        fieldwork_passed(frame, own),
        report_passed(frame),
        before_the_end(frame),
        over(frame),
        too_close(frame),
        begun(frame),
        beyond_words(own),
    ];
    known.into_iter().flatten().collect()
}

fn has_passed(frame: &Frame<'_>, promised: Option<Date>) -> Option<Date> {
    promised.filter(|day| *day < frame.today())
}

fn fieldwork_passed(frame: &Frame<'_>, own: &PlanOption) -> Option<String> {
    let day = has_passed(frame, frame.promise.fieldwork)?;
    let rest = if own.fieldwork == day {
        "nothing it waits for is left, so it is taken to have begun"
    } else {
        "what it waits for was not over by then"
    };
    Some(format!("The fieldwork promised for {day} lies in the past; {rest}."))
}

fn report_passed(frame: &Frame<'_>) -> Option<String> {
    let day = has_passed(frame, frame.promise.report)?;
    Some(format!(
        "The report promised for {day} lies in the past; if it was delivered, take the promise out of the scope."
    ))
}

/// A promise that lies within the period, which nothing but another period can keep.
fn before_the_end(frame: &Frame<'_>) -> Option<String> {
    let end = frame.period()?.end;
    let within =
        |what: &str, day: Option<Date>| Some(format!("{what} is promised for {}", day.filter(|day| *day <= end)?));
    let promised: Vec<String> =
        [within("fieldwork", frame.promise.fieldwork), within("the report", frame.promise.report)]
            .into_iter()
            .flatten()
            .collect();
    let promised = (!promised.is_empty()).then(|| crate::text::list::and(&promised))?;
    Some(format!(
        "The observation period as scoped ends on {end}, but {promised}: no plan can keep that with this period."
    ))
}

/// A period that is over, for which nothing can be run any more.
fn over(frame: &Frame<'_>) -> Option<String> {
    let end = frame.period()?.end;
    (end < frame.today()).then(|| {
        format!(
            "The observation period as scoped ended on {end}: what is put in place or run from now on does not count for it; it \
             can still be tested, and evidence of it found."
        )
    })
}

/// Two promises with less time between them than the report takes.
fn too_close(frame: &Frame<'_>) -> Option<String> {
    let (fieldwork, report) = (frame.promise.fieldwork?, frame.promise.report?);
    let after = frame.terms().report_after();
    if after.after(fieldwork) <= report {
        return None;
    }
    let by = last_before(report, |day| after.after(day))?;
    Some(format!(
        "The report is promised for {report}, {} after the fieldwork promised for {fieldwork}; it takes {after}, so fieldwork \
         would have to begin by {by}.",
        days(report.days_since(fieldwork))
    ))
}

/// A period that has begun is never moved; that another one is possible is said.
fn begun(frame: &Frame<'_>) -> Option<String> {
    let (period, missed) = (frame.period()?, frame.missed.as_ref()?);
    missed.short()?;
    let when = if frame.work.whole.controls.is_some() { "when the controls are in place" } else { "from today on" };
    Some(format!(
        "The observation period as scoped began on {} and is not moved; one that starts on {}, {when}, is an alternative.",
        period.start,
        frame.earliest_start()
    ))
}

/// Years beyond four digits are not for calendars and spreadsheets; that a day lies there is said instead.
fn beyond_words(own: &PlanOption) -> Option<String> {
    let said = "Days beyond 9999-12-31 are told as that day.".to_owned();
    own.report.is_beyond_words().then_some(said)
}
