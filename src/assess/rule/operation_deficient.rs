//! The rule `operation-deficient`.

use crate::assess::context::{Context, ControlView};
use crate::assess::exception::{found, in_words};
use crate::assess::operating_test::{Remark, in_order, in_period, is_before, last_passed, name, told};
use crate::model::date::Date;
use crate::model::document::Test;
use crate::model::gap::Finding;
use crate::model::operation::Deficiency;
use crate::model::words::Conclusion;

declare_rule! {
    /// A test found that a control did not operate as described in the observation period.
    ///
    /// ## Why it matters
    ///
    /// A control that did not operate leaves its criteria without it for the time tested, however good its design is. An
    /// auditor who finds the same cannot rely on it, and may have to qualify the report.
    ///
    /// A later test that found the control effective shows that it operates again; it does not undo the time before, and
    /// the gap stays, rated less likely to do harm. That is gapcheck's own convention. A deficiency without a date has no
    /// later test. The exceptions that such a test lists are told here and make no other gap.
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
    ///         conclusion: deficient
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    /// ```
    ///
    /// ```yaml,gap
    /// scope: { report: type2, period: { start: 2026-01-01, end: 2026-12-31 } }
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - of: operation
    ///         date: 2026-04-15
    ///         by: alex
    ///         period: { start: 2026-01-01, end: 2026-03-31 }
    ///         sample: { size: 1, method: all }
    ///         conclusion: deficient
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
    /// A deficiency of the time before the period.
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-07-01, end: 2026-12-31 } }
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - { of: operation, date: 2026-06-30, by: alex, conclusion: deficient }
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
    /// Find out since when and why the control did not operate, put it back to work, look at what it let through in the
    /// meantime, and have its operation tested again on items from after that. Where a later test found it effective, look
    /// back at the time before, tell your auditor, and decide whether to accept what remains.
    "operation-deficient", Operation, likelihood 85, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let observed = context.controls_observed().map(|(view, operation)| (view, operation.tests.deficiency));
    observed.filter_map(|(view, deficiency)| finding(context, view, deficiency)).collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>, deficiency: Deficiency) -> Option<Finding> {
    let deficient: Vec<&Test> =
        in_period(context, view).filter(|test| test.conclusion == Some(Conclusion::Deficient)).collect();
    let remarks = in_order(deficient.iter().map(|test| Remark::new(test, remark(context, test))).collect());
    let place = remarks.first()?.test.place;
    let passed = last_passed(context, view).filter(|(day, _)| deficient.iter().any(|test| is_before(test, *day)));
    let later = match &passed {
        Some((_, name)) => format!("The {name} found it effective."),
        None => "No later test found it effective.".to_owned(),
    };
    let finding = Finding::of_control(&INFO, view)
        .title(format!("{}: a test found that it did not operate as described", &*view.control.name))
        .now(format!("{} {later}", told(&remarks)))
        .wanted("The control operated as described through the whole period, and tests of its operation show it.")
        .advice(
            "Find out since when and why the control did not operate, put it back to work, look at what it let through in the \
             meantime, and have its operation tested again on items from after that.",
        )
        .at(place);
    let retested = passed.filter(|_| deficiency == Deficiency::Retested);
    Some(match retested {
        Some((day, _)) => works_again(finding, view, day),
        None => finding,
    })
}

/// What a later test found effective: the time before stays, and there is nothing left to put back to work.
fn works_again(finding: Finding, view: ControlView<'_>, day: Date) -> Finding {
    finding
        .fault("retested")
        .title(format!(
            "{}: a test found that it did not operate as described, a later one that it does",
            &*view.control.name
        ))
        .advice(
            "Write down since when and why the control did not operate, look at what it let through in the meantime, and tell \
             your auditor before they find it, with the later test. Then decide whether to accept what remains, with a \
             rationale and an approver.",
        )
        .because("retested", -45, format!("A later test, of {day}, found the control effective."))
}

/// When, by whom, and what was found where that is listed.
fn remark(context: &Context<'_>, test: &Test) -> String {
    let deficient = format!("The {} found that it did not operate as described", name(context, test));
    match found(test) {
        None => format!("{deficient}."),
        Some(found) => format!("{deficient}: {found}. {}", in_words(&test.exceptions, context.as_of)),
    }
}
