//! By when the controls must be in place, for the period as scoped or for what was promised.

use crate::model::date::Date;
use crate::model::plan_dates::InPlaceBy;
use crate::model::scope::Report;
use crate::plan::dates::frame::Frame;
use crate::plan::dates::options::{SHORTEST, last_start};

/// By when the controls must be in place; `None` where no period is still to begin and nothing is promised.
pub(super) fn in_place_by(frame: &Frame<'_>) -> Option<InPlaceBy> {
    match frame.report() {
        Report::Type1 { as_of } => type_1(frame, *as_of),
        Report::Type2 { period } if frame.missed.is_none() => Some(InPlaceBy {
            day: period.start.minus_days(1),
            alternative: false,
            because: format!("The observation period as scoped begins on {}.", period.start),
        }),
        Report::Type2 { .. } => another_period(frame),
    }
}

/// For the day the report speaks of, or so that fieldwork and report come as promised.
fn type_1(frame: &Frame<'_>, as_of: Date) -> Option<InPlaceBy> {
    let stated = Some(as_of).filter(|day| *day > frame.today());
    let promised = frame.promise.last_end(frame.terms());
    let day = stated.into_iter().chain(promised).min()?;
    let because = if stated == Some(day) {
        format!("The report is to speak of {day}.")
    } else {
        format!("For {} the controls must be in place by {day}.", promises(frame))
    };
    Some(InPlaceBy { day, alternative: false, because })
}

/// The period as scoped has begun, and nothing can be put in place before it any more. What can still be asked is when
/// another one would have to start.
fn another_period(frame: &Frame<'_>) -> Option<InPlaceBy> {
    let start = last_start(frame, SHORTEST)?;
    Some(InPlaceBy {
        day: start.minus_days(1),
        alternative: true,
        because: format!(
            "The observation period as scoped has begun; for {} another one, over {SHORTEST} months, would have to start by {start}.",
            promises(frame)
        ),
    })
}

/// What was promised, as a sentence names it.
fn promises(frame: &Frame<'_>) -> String {
    match (frame.promise.fieldwork, frame.promise.report) {
        (Some(fieldwork), Some(report)) => format!("fieldwork on {fieldwork} and the report on {report}"),
        (Some(fieldwork), None) => format!("fieldwork on {fieldwork}"),
        (None, report) => format!("the report on {}", report.unwrap_or_default()),
    }
}
