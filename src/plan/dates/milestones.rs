//! The days on the way to the report of the scope.

use crate::model::date::Date;
use crate::model::plan::Milestone;
use crate::model::plan_dates::PlanOption;
use crate::plan::dates::frame::{Frame, days};
use crate::plan::dates::missed::Missed;
use crate::plan::dates::options::fieldwork;

/// The days on the way to the report of the scope, in order.
pub(super) fn milestones(frame: &Frame<'_>, own: &PlanOption) -> Vec<Milestone> {
    vec![
        policies(frame),
        controls(frame),
        start(frame),
        complete(frame),
        begin_of_fieldwork(frame, own),
        report(frame, own),
    ]
}

fn reached(name: &'static str, date: Date, because: String) -> Milestone {
    Milestone { name, date: Some(date), because, ..Milestone::default() }
}

fn policies(frame: &Frame<'_>) -> Milestone {
    let name = "policies approved";
    let Some(last) = frame.work.policy else {
        return reached(name, frame.today(), "No document is left to be settled.".to_owned());
    };
    let earlier = frame.work.policy_that_matters.filter(|other| other.day < last.day);
    let earlier = earlier.map(|other| format!("; those of moderate risk or above are by {}", other.day));
    let because = format!("{} is the last document to be settled{}.", last.id, earlier.unwrap_or_default());
    reached(name, last.day, because)
}

fn controls(frame: &Frame<'_>) -> Milestone {
    let name = "controls in place";
    let Some(last) = frame.own_needs().controls else {
        let because = "No policy, procedure or control of moderate risk or above is left to put in place.";
        return reached(name, frame.today(), because.to_owned());
    };
    let because = format!("{} is the last task of moderate risk or above that puts a control in place.", last.id);
    reached(name, last.day, because)
}

/// When an observation period can start; one that has begun has its day.
fn start(frame: &Frame<'_>) -> Milestone {
    let name = "observation period can start";
    if let (Some(period), Some(missed)) = (frame.period(), &frame.missed) {
        let because = "The period as scoped began then and is not moved.";
        let because = match Missed::long(missed) {
            Some(missed) => format!("{because} What it lacks already: {missed}."),
            None => because.to_owned(),
        };
        return reached(name, period.start, because);
    }
    let day = frame.earliest_start();
    let because = if frame.work.whole.controls.is_some() {
        "The day after the controls are in place."
    } else {
        "No control is left to put in place; where evidence goes further back, the period may have begun earlier."
    };
    let scoped = frame.period().map(|period| beside_scoped(day, period.start)).unwrap_or_default();
    reached(name, day, format!("{because}{scoped}"))
}

fn beside_scoped(day: Date, start: Date) -> String {
    match start.days_since(day) {
        0 => " The period as scoped begins on that day.".to_owned(),
        left @ 1.. => format!(" The period as scoped begins on {start}, {} later.", days(left)),
        late => format!(" The period as scoped begins on {start}, {} too early.", days(late)),
    }
}

fn complete(frame: &Frame<'_>) -> Milestone {
    let name = "observation period complete";
    let Some(period) = frame.period() else {
        let because = "A Type I report speaks of a day; no period has to be observed for it.".to_owned();
        return Milestone { name, because, ..Milestone::default() };
    };
    reached(name, period.end, "The last day of the period as scoped.".to_owned())
}

fn begin_of_fieldwork(frame: &Frame<'_>, own: &PlanOption) -> Milestone {
    let (day, because) = fieldwork(frame, own.end, frame.own_needs());
    promised(reached("fieldwork", day, because), frame.promise.fieldwork, own.fieldwork_holds)
}

fn report(frame: &Frame<'_>, own: &PlanOption) -> Milestone {
    let after = frame.terms().report_after();
    let because = format!("The report is ready {after} after the beginning of fieldwork.");
    promised(reached("report", own.report, because), frame.promise.report, own.report_holds)
}

fn promised(mut milestone: Milestone, promised: Option<Date>, spare: Option<i64>) -> Milestone {
    milestone.promised = promised;
    milestone.holds = spare.map(|spare| spare >= 0);
    if let Some(spare) = spare {
        let than = match spare {
            0 => " That is the promised day.".to_owned(),
            1.. => format!(" That is {} before the promised day.", days(spare)),
            _ => format!(" That is {} after the promised day.", days(spare)),
        };
        milestone.because.push_str(&than);
    }
    milestone
}
