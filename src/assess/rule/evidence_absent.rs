//! The rule `evidence-absent`.

use crate::assess::context::{Context, ControlView};
use crate::assess::wanted::wanted;
use crate::model::gap::Finding;
use crate::model::words::ControlKind;

declare_rule! {
    /// Nothing is on file that shows a control in place at work.
    ///
    /// ## Why it matters
    ///
    /// An auditor does not take a control on trust: asking is never enough by itself. Without evidence a control that works
    /// and one that exists on paper look the same.
    ///
    /// A control of kind `policy` is shown by its approved document, and needs no other evidence when `documented_in` names
    /// one that can be found. A per-event control that nothing called for in the observation period needs none beside the
    /// record of that: a test that found its population empty.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-02, evidence: [] }
    /// ```
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: GOV-01, kind: policy, documented_in: [], evidence: [] }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: GOV-01, kind: policy, documented_in: [POL-SEC], evidence: [] }
    /// ```
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-07-01, end: 2026-10-31 } }
    /// controls:
    ///   - id: AC-02
    ///     frequency: per-event
    ///     evidence: []
    ///     tests:
    ///       - of: operation
    ///         date: 2026-11-10
    ///         by: alex
    ///         period: { start: 2026-07-01, end: 2026-10-31 }
    ///         population: { size: 0, source: List of joiners, retrieved: 2026-11-02, reconciled: true }
    ///         sample: { size: 0, method: all }
    ///         conclusion: effective
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Keep what the control leaves behind each time it operates, where it cannot be changed afterwards, and list it under
    /// `evidence` with the time it covers and the day it was taken.
    "evidence-absent", Evidence, likelihood 55, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let without = context.controls_in_place().filter(|view| view.control.evidence.is_empty());
    let unshown = without.filter(|view| !is_shown_by_its_document(*view) && !view.has_recorded_zero());
    unshown.map(|view| finding(context, view)).collect()
}

fn is_shown_by_its_document(view: ControlView<'_>) -> bool {
    view.control.kind == Some(ControlKind::Policy) && view.standing.documented
}

fn finding(context: &Context<'_>, view: ControlView<'_>) -> Finding {
    let finding = Finding::of_control(&INFO, view)
        .title(format!("{}: no evidence is on file", &*view.control.name))
        .now("It is said to be in place, and the inventory lists no evidence for it.")
        .wanted("Evidence on file shows the control at work, says what time it speaks of, and is in date.")
        .advice(format!("{}{}", advice(context), wanted(context, view)));
    if context.period_is_over() { finding.fault("period over") } else { finding }
}

/// What to do while the control can still be run for the report, and once it cannot.
fn advice(context: &Context<'_>) -> &'static str {
    if context.period_is_over() {
        "Look for what the control left behind in the observation period, and list it under `evidence` with the time it \
         covers and the day it was taken. If there is nothing, nothing can be run for that period any more: tell your auditor \
         before they find it."
    } else {
        "Keep what the control leaves behind when it operates, and list it under `evidence` with the time it covers and the \
         day it was taken."
    }
}
