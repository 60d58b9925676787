//! The rule `remediation-unused`.

use crate::assess::context::Context;
use crate::assess::decision::{finding, is_unused, title};
use crate::model::document::Remediation;
use crate::model::gap::{Finding, Gap};
use crate::model::words::TaskStatus;

declare_rule! {
    /// A remediation entry that is not done names a gap that is not there.
    ///
    /// ## Why it matters
    ///
    /// Either the gap is closed and the entry was forgotten, so that the plan looks longer than it is; or the id no longer
    /// says what was meant, and the owner, the day and the effort that were agreed are lost on the gap they were meant for.
    ///
    /// Entries with the status `done` are kept as a record of what was mended, and entries about gaps of decisions, such as
    /// this one, are left alone. The likelihood is very nearly none: it is order that is missing, not a control.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// remediation:
    ///   - { gap: "AC-02:evidence-absent", owner: jane, due: 2026-12-15, status: in-progress }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// remediation:
    ///   - { gap: "AC-02:evidence-absent", owner: jane, due: 2026-12-15, status: done }
    /// ```
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: AC-02, evidence: [] }
    /// remediation:
    ///   - { gap: "AC-02:evidence-absent", owner: jane, due: 2026-12-15, status: in-progress }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Set the status to `done` or take the entry out where the gap is closed. Where the gap goes by another id now, name
    /// that one; every report prints the ids.
    "remediation-unused", Treatment, likelihood 5, since "0.1.0", Decisions(check)
}

fn check(context: &Context<'_>, gaps: &[Gap]) -> Vec<Finding> {
    let entries = context.inventory.remediation.iter().filter(|entry| entry.status != Some(TaskStatus::Done));
    entries.filter(|entry| is_unused(context, gaps, &entry.gap.value)).map(|entry| found(context, entry)).collect()
}

fn found(context: &Context<'_>, entry: &Remediation) -> Finding {
    let gap: &str = &entry.gap.value;
    finding(&INFO, &entry.gap)
        .title(title(context, gap, |rest| format!("the remediation entry for {rest} meets no gap")))
        .now(format!(
            "A remediation entry with the status `{}` names `{gap}`. The assessment finds no such gap.",
            entry.status.unwrap_or_default()
        ))
        .wanted("Every remediation entry names a gap that is there, or says that it is done.")
        .advice("Set its status to `done` or take it out if the gap is closed; if the gap goes by another id now, name that one.")
        .for_owner(entry.owner.as_ref().map(|owner| owner.value.0.clone()))
}
