//! The rule `operation-untested`.

use crate::assess::context::{Context, ControlView};
use crate::model::date::Period;
use crate::model::gap::Finding;
use crate::model::words::TestOf;

declare_rule! {
    /// Nobody has tested how a control in place operated in the observation period.
    ///
    /// ## Why it matters
    ///
    /// The auditor of a Type II report tests operation item by item. Whoever tests it first, on a sample of their own, finds
    /// a deviation while it can still be explained and put right, and knows that the population can be listed at all.
    ///
    /// A test counts when it has a date and a conclusion and speaks of the period: by `period`, else by its date. It is not
    /// asked before the period has begun, nor while nothing that the control had to do is over or shown yet, nor for a Type I
    /// report. The likelihood is very low, for what shows the control at work is asked for by other rules; what is missing
    /// here is a second pair of eyes.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// scope: { report: type2, period: { start: 2026-01-01, end: 2026-12-31 } }
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    /// ```
    ///
    /// ```yaml,gap
    /// scope: { report: type2, period: { start: 2026-10-01, end: 2026-12-31 } }
    /// controls:
    ///   - id: AC-02
    ///     frequency: monthly
    ///     tests:
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    ///       - of: operation
    ///         date: 2026-10-15
    ///         by: alex
    ///         period: { start: 2026-07-01, end: 2026-09-30 }
    ///         population: { size: 1, source: List of reviews, retrieved: 2026-10-05, reconciled: true }
    ///         sample: { size: 1, method: all }
    ///         conclusion: effective
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-09-30, end: 2026-12-31 } }
    /// ```
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-11-23, end: 2027-02-22 } }
    /// ```
    ///
    /// While its first quarter is not over there is nothing to test.
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-01-01, end: 2026-12-31 } }
    /// controls:
    ///   - id: AC-02
    ///     since: 2026-11-10
    ///     tests:
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Have somebody who neither owns nor performs the control take the full list of its items in the period, check that it
    /// is complete, look at a sample of them, and record all of it under `tests` with `of: operation`.
    "operation-untested", Operation, likelihood 4, since "0.1.0", Facts(check)
}

const ADVICE: &str = "Have somebody who neither owns nor performs the control take the full list of its items in the period, \
                      check that it is complete, look at a sample of them, and record all of it under `tests` with `of: \
                      operation`.";
/// Once the period is over the day of the test lies outside it.
const AFTERWARDS: &str = "Have somebody who neither owns nor performs the control take the full list of its items in the \
                          period, check that it is complete, look at a sample of them, and record all of it under `tests` \
                          with `of: operation`, and with the time tested under `period`: the day of the test lies outside \
                          it.";

fn check(context: &Context<'_>) -> Vec<Finding> {
    let period = context.inventory.scope.report.period().filter(|period| period.start <= context.as_of);
    let Some(period) = period else { return Vec::new() };
    let in_place = context.controls_observed().filter(|(view, _)| view.standing.in_place);
    let due = in_place.filter(|(_, operation)| !operation.nothing_due_yet());
    due.filter(|(_, operation)| operation.tests.last.is_none())
        .map(|(view, _)| finding(context, view, period))
        .collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>, period: &Period) -> Finding {
    let on_file = view.control.tests.iter().any(|test| test.of == TestOf::Operation);
    let state = if on_file {
        "None of the tests of operation on file has a date and a conclusion and speaks of"
    } else {
        "No test of operation is on file. The observation period is"
    };
    Finding::of_control(&INFO, view)
        .title(format!("{}: nobody has tested its operation in the period", &*view.control.name))
        .now(format!("{state} {period}."))
        .wanted(
            "A test of operation says what it came to, when it was done and by whom, what time it speaks of, and how many of \
             how many items were looked at.",
        )
        .advice(if context.period_is_over() { AFTERWARDS } else { ADVICE })
}
