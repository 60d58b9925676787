//! Whether the promised days can hold, in a sentence.

use crate::model::date::Date;
use crate::model::plan_dates::PlanOption;
use crate::model::scope::Report;
use crate::plan::dates::frame::{Frame, days};
use crate::plan::dates::missed::Missed;

/// Whether the promised days can hold, with the report of the scope or another, in a sentence.
pub(super) fn verdict(frame: &Frame<'_>, own: &PlanOption, options: &[PlanOption]) -> String {
    let caveat = caveat(frame);
    let Some(goal) = Goal::of(frame) else { return nothing_promised(frame, own, options, caveat) };
    let promised = format!("The promised {} of {}", goal.what, goal.day);
    let head = if goal.spare(own) >= 0 {
        let caveat = caveat.as_ref().map(|caveat| format!(", but {caveat}")).unwrap_or_default();
        format!("{promised} can hold with {} ({}){caveat}", own.phrase, spare(goal.spare(own)))
    } else if goal.day < frame.today() {
        format!("{promised} lies in the past, and no plan can meet it any more: {}", goal.late(own))
    } else {
        format!("{promised} cannot hold: {}{}", goal.late(own), since_period_ends(frame, goal.day))
    };
    let rest = [fieldwork_late(frame, &goal, own), alternative(frame, &goal, own, options, caveat.is_some())];
    rest.into_iter().flatten().fold(head, |head, rest| format!("{head}; {rest}")) + "."
}

/// What was promised, and is measured against.
struct Goal {
    what: &'static str,
    day: Date,
    is_report: bool,
}

impl Goal {
    /// The report, or fieldwork where only that was promised.
    fn of(frame: &Frame<'_>) -> Option<Self> {
        let report = frame.promise.report.map(|day| Self { what: "report", day, is_report: true });
        report.or_else(|| frame.promise.fieldwork.map(|day| Self { what: "fieldwork", day, is_report: false }))
    }

    const fn reached(&self, option: &PlanOption) -> Date {
        if self.is_report { option.report } else { option.fieldwork }
    }

    fn spare(&self, option: &PlanOption) -> i64 {
        self.day.days_since(self.reached(option))
    }

    /// That a report would come too late.
    fn late(&self, option: &PlanOption) -> String {
        let (day, late) = (self.reached(option), days(self.spare(option)));
        if self.is_report {
            format!("{} would be ready on {day}, {late} late", option.phrase)
        } else {
            format!("fieldwork for {} could begin on {day}, {late} late", option.phrase)
        }
    }
}

fn spare(days_left: i64) -> String {
    if days_left == 0 { "no day to spare".to_owned() } else { format!("{} to spare", days(days_left)) }
}

/// What speaks against the report of the scope though its days may hold.
fn caveat(frame: &Frame<'_>) -> Option<String> {
    if let Some(missed) = frame.missed.as_ref().and_then(Missed::short) {
        return Some(format!("its period has begun and something in it is missed already: {missed}"));
    }
    let period = frame.period()?;
    frame.too_late_for(period)?;
    let from = frame.earliest_start();
    Some(format!("its period begins on {} and the controls are in place only from {from} on", period.start))
}

fn since_period_ends(frame: &Frame<'_>, day: Date) -> String {
    let end = frame.period().map(|period| period.end).filter(|end| *end >= day);
    end.map(|end| format!(", for its period ends only on {end}")).unwrap_or_default()
}

/// What another report would do: for Type I what Type II would take, for a period with a fault what holds instead.
fn alternative(
    frame: &Frame<'_>,
    goal: &Goal,
    own: &PlanOption,
    options: &[PlanOption],
    has_caveat: bool,
) -> Option<String> {
    let over = || options.iter().filter(|option| option.last_start.is_some());
    let longest = over().rfind(|option| goal.spare(option) >= 0);
    match (frame.report(), longest) {
        (Report::Type2 { .. }, _) if goal.spare(own) >= 0 && !has_caveat => None,
        (_, Some(option)) => {
            let start = option.start.unwrap_or_default();
            Some(format!("{} can hold if its period starts on {start}", option.phrase))
        }
        (Report::Type1 { .. }, None) => over().next().map(|option| goal.late(option)),
        (Report::Type2 { .. }, None) => options.first().map(|option| {
            if goal.spare(option) < 0 {
                return goal.late(option);
            }
            format!("{} can hold ({})", option.phrase, spare(goal.spare(option)))
        }),
    }
}

/// That fieldwork comes too late though the report does not.
fn fieldwork_late(frame: &Frame<'_>, goal: &Goal, own: &PlanOption) -> Option<String> {
    let late = own.fieldwork_holds.filter(|spare| goal.is_report && goal.spare(own) >= 0 && *spare < 0)?;
    let promised = frame.promise.fieldwork?;
    Some(format!("fieldwork, promised for {promised}, can begin only on {}, {} late", own.fieldwork, days(late)))
}

fn nothing_promised(frame: &Frame<'_>, own: &PlanOption, options: &[PlanOption], caveat: Option<String>) -> String {
    let ready = format!("No day is promised to customers; {} could be ready on {}", own.phrase, own.report);
    let shortest = options.iter().find(|option| option.start.is_some());
    match (frame.report(), shortest, caveat) {
        (Report::Type1 { .. }, Some(shortest), _) => {
            format!("{ready}, and {} on {}.", shortest.phrase, shortest.report)
        }
        (_, _, Some(caveat)) => format!("{ready}, but {caveat}."),
        _ => format!("{ready}."),
    }
}
