//! The rule `operating-exceptions`.

use crate::assess::context::{Context, ControlView};
use crate::assess::exception::{found, has_no_root_cause, in_words};
use crate::assess::operating_test::{Remark, in_order, in_period, is_before, last_passed, name, told};
use crate::assess::operation::deviates;
use crate::assess::sample_size::{items, sample_size};
use crate::model::date::Date;
use crate::model::document::Test;
use crate::model::gap::Finding;
use crate::model::operation::Deviation;
use crate::text::count::count;

declare_rule! {
    /// A test of operation in the observation period found items that deviate from the control as described.
    ///
    /// ## Why it matters
    ///
    /// An auditor reports every deviation found in the period, also one that was put right the next day. What can still be
    /// changed is what the report says beside it: how it came about, what else it touched, and that the control has
    /// operated since.
    ///
    /// A deviation is never erased. The gap is rated less likely to do harm once every exception is resolved (or, where a
    /// test lists none, a later one found the control effective), and again once a test after the last of them found it
    /// effective; more likely where no root cause is given, or where more than one in ten of the items looked at deviated.
    /// The points are gapcheck's own convention. A test without a date counts against the control and never for it. What a
    /// test lists that found the control deficient is told by `operation-deficient` alone: one fault is one gap.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// scope: { report: type2, period: { start: 2026-01-01, end: 2026-12-31 } }
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - of: operation
    ///         date: 2026-10-15
    ///         by: alex
    ///         period: { start: 2026-01-01, end: 2026-09-30 }
    ///         population: { size: 3, source: List of reviews, retrieved: 2026-10-05, reconciled: true }
    ///         sample: { size: 3, method: all }
    ///         exceptions: [{ item: user-117, description: Left in August and still active. }]
    ///         conclusion: exception
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    /// ```
    ///
    /// Also where it is resolved and a later test found the control effective.
    ///
    /// ```yaml,gap
    /// scope: { report: type2, period: { start: 2026-01-01, end: 2026-12-31 } }
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - of: operation
    ///         date: 2026-07-15
    ///         by: alex
    ///         period: { start: 2026-01-01, end: 2026-06-30 }
    ///         population: { size: 2, source: List of reviews, retrieved: 2026-07-05, reconciled: true }
    ///         sample: { size: 2, method: all }
    ///         exceptions: [{ item: user-117, description: Still active., root_cause: Late list., resolved: 2026-07-20 }]
    ///         conclusion: exception
    ///       - of: operation
    ///         date: 2026-10-15
    ///         by: alex
    ///         period: { start: 2026-07-01, end: 2026-09-30 }
    ///         sample: { size: 1, method: all }
    ///         conclusion: effective
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    /// ```
    ///
    /// ## Not reported
    ///
    /// What a test found of a time that ended before the period began.
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-07-01, end: 2026-12-31 } }
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - of: operation
    ///         date: 2026-07-15
    ///         by: alex
    ///         period: { start: 2026-01-01, end: 2026-06-30 }
    ///         exceptions: [{ item: user-117, description: Left in May and still active. }]
    ///         conclusion: exception
    ///       - of: operation
    ///         date: 2026-10-15
    ///         by: alex
    ///         period: { start: 2026-07-01, end: 2026-09-30 }
    ///         sample: { size: 1, method: all }
    ///         conclusion: effective
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    /// ```
    ///
    /// ## Remedy
    ///
    /// For each exception find out how it came about and what else it touched, put that right, note `root_cause` and
    /// `resolved`, and have the control tested again on items from after that day. Once that is done, tell your auditor, and
    /// decide whether to accept what remains.
    "operating-exceptions", Operation, likelihood 60, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let observed = context.controls_observed().map(|(view, operation)| (view, operation.tests.exceptions));
    observed.filter_map(|(view, exceptions)| finding(context, view, exceptions)).collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>, exceptions: Deviation) -> Option<Finding> {
    let deviating: Vec<&Test> = in_period(context, view).filter(|test| deviates(test)).collect();
    let remarks = in_order(deviating.iter().map(|test| Remark::new(test, remark(context, test))).collect());
    let place = remarks.first()?.test.place;
    let passed = last_passed(context, view);
    let beside = passed.as_ref().filter(|(day, _)| deviating.iter().any(|test| is_before(test, *day)));
    let beside = beside.map_or_else(String::new, |(_, name)| format!(" The {name} found the control effective."));
    let day = passed.map(|(day, _)| day);
    let (fault, advice) = left_to_do(&deviating, exceptions, day);
    let finding = Finding::of_control(&INFO, view)
        .fault(fault)
        .title(title(view, &deviating, exceptions))
        .now(format!("{}{beside}", told(&remarks)))
        .wanted(
            "Every item of the period that was looked at shows the control operating as described. Where one does not, its \
             root cause is known, it is put right, and a later test found the control effective.",
        )
        .advice(advice)
        .at(place);
    Some(weighed(finding, &deviating, exceptions, day))
}

/// What is left to do about exceptions, and which fault that makes it.
fn left_to_do(deviating: &[&Test], exceptions: Deviation, passed: Option<Date>) -> (&'static str, &'static str) {
    let settled = exceptions == Deviation::Resolved && unexplained(deviating).is_none();
    match passed {
        Some(day) if settled && deviating.iter().all(|test| is_before(test, day)) => (
            "retested",
            "Nothing is left to put right. Tell your auditor what was found and what was done before they find it, and decide \
             whether to accept what remains, with a rationale and an approver.",
        ),
        _ if settled => (
            "resolved",
            "Have the control tested again, by somebody who neither owns nor performs it, on items from after the day the \
             last exception was put right. Tell your auditor what was found and what was done before they find it.",
        ),
        _ => (
            "",
            "For each exception find out how it came about and what else it touched, put that right, note `root_cause` and \
             `resolved`, and have the control tested again on items from after that day.",
        ),
    }
}

fn title(view: ControlView<'_>, deviating: &[&Test], exceptions: Deviation) -> String {
    let found = match listed(deviating) {
        0 => "something that deviates".to_owned(),
        number => count(number, "exception"),
    };
    let since = if exceptions == Deviation::Resolved { ", resolved since" } else { "" };
    let tests = match deviating.len() {
        1 => "a test of its operation".to_owned(),
        tests => format!("{tests} tests of its operation"),
    };
    format!("{}: {tests} found {found}{since}", &*view.control.name)
}

fn listed(tests: &[&Test]) -> usize {
    tests.iter().map(|test| test.exceptions.len()).sum()
}

/// When, by whom, how many of how many, and which.
fn remark(context: &Context<'_>, test: &Test) -> String {
    let name = name(context, test);
    match found(test) {
        None => format!("The {name} ended with an exception and does not list what deviated."),
        Some(found) => format!("The {name} found {found}. {}", in_words(&test.exceptions, context.as_of)),
    }
}

/// How much of what was looked at deviated, why, and what became of it.
fn weighed(finding: Finding, deviating: &[&Test], exceptions: Deviation, passed: Option<Date>) -> Finding {
    let mut finding = finding;
    if let Some((number, size)) = worst_rate(deviating) {
        let because = format!("{number} of {} looked at deviated, more than one in ten.", items(size));
        finding = finding.because("rate", 10, because);
    }
    if let Some(because) = unexplained(deviating) {
        finding = finding.because("root cause", 6, because);
    }
    if exceptions == Deviation::Resolved {
        let because = "Each was put right, or a later test found the control effective where none is listed.";
        finding = finding.because("resolved", -25, because);
    }
    if let Some(day) = passed.filter(|day| deviating.iter().all(|test| is_before(test, *day))) {
        let because = format!("On {day}, later than all of them, a test found the control effective.");
        finding = finding.because("retested", -20, because);
    }
    finding
}

/// For how many of the exceptions nobody says how they came about, if there are any.
fn unexplained(tests: &[&Test]) -> Option<String> {
    let unexplained =
        tests.iter().flat_map(|test| &test.exceptions).filter(|exception| has_no_root_cause(exception)).count();
    match (unexplained, listed(tests)) {
        (0, _) => None,
        (1, 1) => Some("No root cause is given for it.".to_owned()),
        (some, all) => Some(format!("No root cause is given for {some} of {}.", count(all, "exception"))),
    }
}

/// The exceptions and the size of the sample in which the largest part deviated, if that is more than one in ten.
fn worst_rate(tests: &[&Test]) -> Option<(u64, u32)> {
    let sampled =
        tests.iter().filter_map(|test| Some((u64::try_from(test.exceptions.len()).ok()?, sample_size(test)?)));
    let many = sampled.filter(|(number, size)| number.saturating_mul(10) > u64::from(*size));
    many.max_by(|(number, size), (other, other_size)| {
        let shares = (number.saturating_mul(u64::from(*other_size)), other.saturating_mul(u64::from(*size)));
        shares.0.cmp(&shares.1).then_with(|| size.cmp(other_size))
    })
}
