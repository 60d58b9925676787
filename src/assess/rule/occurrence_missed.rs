//! The rule `occurrence-missed`.

use crate::assess::context::{Context, ControlView};
use crate::model::date::Period;
use crate::model::gap::Finding;
use crate::model::operation::{Occurrence, OccurrenceState, Operation};
use crate::model::words::{Frequency, Status};
use crate::text::count::{count, number};
use crate::text::list;

declare_rule! {
    /// A control did not run when it had to, or nothing on file shows that it did.
    ///
    /// ## Why it matters
    ///
    /// In a Type II report the auditor asks for each time the control had to run. One that cannot be shown is a deviation
    /// the report names, and nothing done later undoes it: a quarter that was missed stays missed.
    ///
    /// How often the control runs and how long it was in place within the observation period give the times. Evidence
    /// shows one when it speaks of at least half of it, or lies more than half within it; a written rule shows none, for it
    /// says what is to be done, not that it was. A per-event control is also shown by a record that nothing called for it:
    /// evidence with `items: 0`, or a test that found the population empty. A daily control rests on Saturday and Sunday.
    ///
    /// What shows a time may come in for some days after it: 15 for a quarterly control, unless `settings.grace` says
    /// otherwise. These are conventions, ask your auditor. A last time that the period or the control does not fill is
    /// never missed. Where half or more was missed the gap weighs more, where a tenth or less was, it weighs less.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// scope: { report: type2, period: { start: 2026-01-01, end: 2026-12-31 } }
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - title: Third-quarter review
    ///         url: "https://files.example/ac-02"
    ///         covers: { start: 2026-07-01, end: 2026-09-30 }
    ///         collected: 2026-10-05
    /// ```
    ///
    /// ```yaml,gap
    /// scope: { report: type2, period: { start: 2026-08-07, end: 2027-02-06 } }
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - title: Second-quarter review, late
    ///         url: "https://files.example/ac-02"
    ///         covers: { start: 2026-05-01, end: 2026-08-10 }
    ///         collected: 2026-08-10
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-08-08, end: 2027-02-07 } }
    /// controls:
    ///   - id: AC-02
    ///     evidence:
    ///       - title: Second-quarter review, late
    ///         url: "https://files.example/ac-02"
    ///         covers: { start: 2026-05-01, end: 2026-08-10 }
    ///         collected: 2026-08-10
    /// ```
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-07-01, end: 2026-10-31 } }
    /// controls:
    ///   - id: AC-02
    ///     frequency: per-event
    ///     evidence:
    ///       - title: List of joiners, empty
    ///         url: "https://files.example/ac-02"
    ///         covers: { start: 2026-07-01, end: 2026-10-31 }
    ///         collected: 2026-11-03
    ///         items: 0
    /// ```
    ///
    /// ## Remedy
    ///
    /// If the control did run, file what shows it and say under `covers` what time it speaks of. If not, run it when it is
    /// next due and keep evidence each time, tell your auditor before they find it, and decide whether to accept what was
    /// missed, with a rationale and an approver. Nothing can be run for an observation period that is over.
    "occurrence-missed", Operation, likelihood 60, since "0.1.0", Facts(check)
}

/// How many stretches of missed occurrences are named.
const NAMED: usize = 6;

fn check(context: &Context<'_>) -> Vec<Finding> {
    context.controls_observed().filter_map(|(view, operation)| finding(context, view, operation)).collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>, operation: &Operation) -> Option<Finding> {
    let frequency = view.control.frequency?;
    let times = stretches(&operation.occurrences);
    let last = times.last()?.time.end;
    let missed = operation.count(OccurrenceState::Missed);
    let due = missed + operation.count(OccurrenceState::Evidenced);
    let grace = context.inventory.conventions.grace(frequency);
    let finding = Finding::of_control(&INFO, view)
        .title(format!("{}: {}", &*view.control.name, title(frequency, missed, due)))
        .now(format!(
            "{}. What shows {} was due on file by {}, with a grace of {grace}. What did not run then stays missed, whatever is \
             done later.",
            state(frequency, missed, due, &times),
            if missed == 1 { "it" } else { "the last of them" },
            grace.after(last),
        ))
        .wanted(format!(
            "Evidence on file shows the control {}.",
            if unit(frequency).is_some() { "each time it had to run" } else { "at work in the observation period" }
        ))
        .fault(fault(context, view))
        .advice(advice(fault(context, view), frequency));
    Some(by_share(finding, missed, due, operation.count(OccurrenceState::NoOccurrence)))
}

/// What one time is called of a control that runs at set times.
const fn unit(frequency: Frequency) -> Option<&'static str> {
    match frequency {
        // Days of rest are never missed.
        Frequency::Daily => Some("working day"),
        Frequency::Weekly => Some("week"),
        Frequency::Monthly => Some("month"),
        Frequency::Quarterly => Some("quarter"),
        Frequency::Semiannual => Some("half-year"),
        Frequency::Annual => Some("year"),
        Frequency::Continuous | Frequency::PerEvent | Frequency::Once => None,
    }
}

fn title(frequency: Frequency, missed: usize, due: usize) -> String {
    if unit(frequency).is_none() {
        return "nothing shows that it ran in the observation period".to_owned();
    }
    if due == 1 {
        return "its only occurrence so far was missed".to_owned();
    }
    let were = if missed == 1 { "was" } else { "were" };
    format!("{} of {} so far {were} missed", number(missed), count(due, "occurrence"))
}

/// What is missed, in a sentence without its full stop.
fn state(frequency: Frequency, missed: usize, due: usize, times: &[Stretch]) -> String {
    let times = list::some(times.iter().map(|stretch| stretch.told(frequency)), NAMED);
    match (frequency, missed) {
        (Frequency::PerEvent, _) => {
            format!(
                "It runs whenever something calls for it, and nothing on file shows that it did, or that nothing did: {times}"
            )
        }
        (Frequency::Continuous, _) => format!("It runs all the time, and nothing on file shows that it did: {times}"),
        (_, 1) if due == 1 => {
            format!("It is {frequency}. No evidence on file shows its only occurrence so far: {times}")
        }
        (_, all) if all == due => {
            format!(
                "It is {frequency}. No evidence on file shows any of its {} so far: {times}",
                count(due, "occurrence")
            )
        }
        _ => format!(
            "It is {frequency}. No evidence on file shows {} of its {} so far: {times}",
            number(missed),
            count(due, "occurrence")
        ),
    }
}

/// Which fault it is: whether anything can still be run for the report.
fn fault(context: &Context<'_>, view: ControlView<'_>) -> &'static str {
    match view.control.status {
        Status::Retired => "retired",
        _ if context.period_is_over() => "period over",
        _ => "",
    }
}

fn advice(fault: &str, frequency: Frequency) -> String {
    let file = "If it did run, file what shows it, and say under `covers` what time it speaks of.";
    let zero =
        if frequency == Frequency::PerEvent { " If nothing called for it, record that with `items: 0`." } else { "" };
    let run = match (fault, unit(frequency)) {
        ("period over", _) => "nothing can be run for that period any more: tell your auditor",
        ("retired", _) => "tell your auditor what took its place",
        (_, Some(_)) => "run it when it is next due, keep evidence each time, and tell your auditor",
        (_, None) => "see that it runs from now on, keep evidence of it, and tell your auditor",
    };
    format!(
        "{file}{zero} If not, {run} before they find it. Then decide whether to accept what was missed, with a rationale and an \
         approver."
    )
}

/// Weighs the gap by how much of what is over was missed; days of rest are over as well.
fn by_share(finding: Finding, missed: usize, due: usize, rest: usize) -> Finding {
    let over = due + rest;
    let told = |share: &str| {
        let were = if missed == 1 { "was" } else { "were" };
        let rest = if rest == 0 { String::new() } else { format!(", {} counted in", count(rest, "day of rest")) };
        format!("{} of {} so far {were} missed{rest}: {share}.", number(missed), count(over, "occurrence"))
    };
    match missed {
        1 if over == 1 => finding.because("share", 15, "The only occurrence so far was missed."),
        _ if missed == over => finding.because("share", 15, told("all of them")),
        _ if missed.saturating_mul(2) >= over => finding.because("share", 15, told("half or more")),
        _ if missed.saturating_mul(10) <= over => finding.because("share", -15, told("a tenth or less")),
        _ => finding,
    }
}

/// Missed occurrences that follow one another.
struct Stretch {
    time: Period,
    missed: usize,
}

impl Stretch {
    fn told(&self, frequency: Frequency) -> String {
        match unit(frequency) {
            Some(unit) if self.missed > 1 => format!("{} ({})", self.time, count(self.missed, unit)),
            _ => self.time.to_string(),
        }
    }
}

/// The stretches of missed occurrences; days of rest between two of them do not part them.
fn stretches(occurrences: &[Occurrence]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut unbroken = false;
    for occurrence in occurrences {
        match (occurrence.state, stretches.last_mut().filter(|_| unbroken)) {
            (OccurrenceState::Missed, Some(stretch)) => {
                stretch.time.end = occurrence.end;
                stretch.missed += 1;
            }
            (OccurrenceState::Missed, None) => {
                stretches.push(Stretch { time: Period::between(occurrence.start, occurrence.end), missed: 1 });
                unbroken = true;
            }
            (OccurrenceState::NoOccurrence, _) => {}
            (OccurrenceState::Evidenced | OccurrenceState::NotYetDue, _) => unbroken = false,
        }
    }
    stretches
}
