//! The rule `evidence-stale`.

use crate::assess::context::{Context, ControlView};
use crate::model::date::Date;
use crate::model::gap::Finding;
use crate::model::standing::EvidenceState;
use crate::model::words::Frequency;
use crate::text::count::count;

declare_rule! {
    /// None of the evidence on file for a control in place is in date.
    ///
    /// ## Why it matters
    ///
    /// Evidence that lies far back shows that a control worked once, not that it still does. Evidence without a date shows
    /// not even when.
    ///
    /// What decides is the time the evidence speaks of (`covers`), and only without that the day it was taken
    /// (`collected`). How old it may be goes by the frequency of the control: 90 days for continuous, 30 for daily and
    /// weekly, 45 for monthly, 110 for quarterly, 200 for semiannual, 380 for annual, 180 for per-event and 365 for once.
    /// These are conventions, ask your auditor; `settings.freshness` changes them.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - { title: Access review, url: "https://files.example/ac-02", covers: 2026-08-03, collected: 2026-11-01 }
    /// ```
    ///
    /// ```yaml,gap
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - { title: Access review, url: "https://files.example/ac-02" }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - { title: Access review, url: "https://files.example/ac-02", covers: 2026-08-04, collected: 2026-11-01 }
    ///       - { title: Older review, url: "https://files.example/old", covers: 2026-02-01, collected: 2026-02-02 }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Take the evidence of the last occurrence and list it with the time it covers. If the control has not operated since,
    /// run it now and say so; the missed occurrence stays missed. Once the observation period is over, nothing can be run for
    /// it any more: tell your auditor.
    "evidence-stale", Evidence, likelihood 45, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let without = context.controls_in_place().filter(|view| !view.standing.evidenced());
    without.filter_map(|view| finding(context, view)).collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>) -> Option<Finding> {
    let of_state =
        |wanted: fn(&EvidenceState) -> bool| view.standing.evidence.iter().filter(|state| wanted(state)).count();
    let undated = of_state(|state| *state == EvidenceState::Undated);
    let finding = Finding::of_control(&INFO, view).wanted("Evidence in date shows that the control still works.");
    match newest(view) {
        Some(newest) => Some(out_of_date(advised(finding, context), context, view, newest)),
        None if undated > 0 => Some(
            finding
                .fault("undated")
                .title(format!("{}: its evidence has no date", &*view.control.name))
                .now(format!(
                    "Neither `covers` nor `collected` is given for {} on file.",
                    count(undated, "piece of evidence")
                ))
                .advice("Say under `covers` what time each piece of evidence speaks of, and under `collected` when it was taken."),
        ),
        None => None,
    }
}

/// What to do while the control can still be run for the report, and once it cannot.
fn advised(finding: Finding, context: &Context<'_>) -> Finding {
    if context.period_is_over() {
        return finding.fault("period over").advice(
            "Take the evidence of the last occurrence of the period and list it with the time it covers and the day it was \
             taken. If there was none, nothing can be run for that period any more: tell your auditor before they find it.",
        );
    }
    finding.advice(
        "Take the evidence of the last occurrence and list it with the time it covers and the day it was taken. If the \
         control has not operated since, run it now; an occurrence that was missed stays missed.",
    )
}

/// The last day that evidence which is out of date speaks of.
fn newest(view: ControlView<'_>) -> Option<Date> {
    let stale = view.standing.evidence.iter().filter_map(|state| match state {
        EvidenceState::Stale(date) => Some(*date),
        EvidenceState::InDate(_)
        | EvidenceState::Undated
        | EvidenceState::DatedAhead(_)
        | EvidenceState::NotThere
        | EvidenceState::Altered => None,
    });
    stale.max()
}

fn out_of_date(finding: Finding, context: &Context<'_>, view: ControlView<'_>, newest: Date) -> Finding {
    let limit = context.inventory.conventions.freshness(view.control.frequency);
    let until = limit.after(newest);
    let day = context.day();
    let over = count(usize::try_from(day.days_since(until)).unwrap_or(0), "day");
    let whose = whose(view.control.frequency);
    let finding = finding.title(format!("{}: its evidence is out of date", &*view.control.name)).now(format!(
        "The newest evidence speaks of {newest}. Evidence of {whose} is in date for {limit}, so it was until {until}: {over} \
         before {day}."
    ));
    if limit.after(until) < day {
        let because = format!("It is out of date by {over}, longer than the {limit} it was in date for.");
        return finding.because("long out of date", 15, because);
    }
    finding
}

fn whose(frequency: Option<Frequency>) -> String {
    match frequency {
        None => "a control that names no frequency".to_owned(),
        Some(Frequency::Once) => "a control set up once".to_owned(),
        Some(Frequency::Annual) => "an annual control".to_owned(),
        Some(frequency) => format!("a {frequency} control"),
    }
}
