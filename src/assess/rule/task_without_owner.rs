//! The rule `task-without-owner`.

use crate::assess::context::Context;
use crate::assess::decision::{finding_beside, title, unfinished};
use crate::model::document::Remediation;
use crate::model::gap::{Finding, Gap};

declare_rule! {
    /// A remediation entry names nobody, and nothing else says whose task it is.
    ///
    /// ## Why it matters
    ///
    /// What belongs to nobody is not done by the day it is due.
    ///
    /// Where the entry names no owner, the owner of the document or of the control has the task, or the person who looks
    /// after the area of its first criterion; only where there is none of these either is it reported. Entries with the status `done`, and gaps that somebody has accepted, are left alone. The
    /// likelihood is gapcheck's own convention, low since the gap is listed beside this one with its own risk.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// scope:
    ///   categories: [security, confidentiality]
    ///   not_applicable: [{ criteria: [C1.2], rationale: Nothing confidential is ever disposed of., approved_by: cto }]
    /// remediation:
    ///   - { gap: "C1.1:criterion-without-control", due: 2026-12-15, status: open }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// scope:
    ///   categories: [security, confidentiality]
    ///   not_applicable: [{ criteria: [C1.2], rationale: Nothing confidential is ever disposed of., approved_by: cto }]
    /// remediation:
    ///   - { gap: "C1.1:criterion-without-control", owner: jane, due: 2026-12-15, status: open }
    /// ```
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: AC-02, owner: jane, evidence: [] }
    /// remediation:
    ///   - { gap: "AC-02:evidence-absent", due: 2026-12-15, status: open }
    /// ```
    ///
    /// ```yaml,clean
    /// scope:
    ///   categories: [security, confidentiality]
    ///   not_applicable: [{ criteria: [C1.2], rationale: Nothing confidential is ever disposed of., approved_by: cto }]
    /// people:
    ///   - { id: jane, areas: [confidentiality] }
    /// remediation:
    ///   - { gap: "C1.1:criterion-without-control", due: 2026-12-15, status: open }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Name one person in the entry's `owner`.
    "task-without-owner", Treatment, likelihood 12, since "0.1.0", Decisions(check)
}

fn check(context: &Context<'_>, gaps: &[Gap]) -> Vec<Finding> {
    let unowned = unfinished(context, gaps).filter(|(_, gap)| is_nobodys(context, &gap.finding));
    unowned.map(|(entry, gap)| found(context, entry, gap)).collect()
}

fn is_nobodys(context: &Context<'_>, finding: &Finding) -> bool {
    let criterion = finding.criteria.first().and_then(|id| context.catalog.criterion(*id));
    let looks_after = criterion.and_then(|criterion| context.inventory.who_looks_after(&criterion.areas));
    context.inventory.owner_of(finding).is_none() && looks_after.is_none()
}

fn found(context: &Context<'_>, entry: &Remediation, gap: &Gap) -> Finding {
    finding_beside(context, &INFO, &entry.gap, gap)
        .title(title(context, gap.id(), |rest| format!("closing {rest} is nobody's task")))
        .now(format!(
            "The remediation entry for `{}` names no owner, and neither a control nor a document behind the gap has one.",
            gap.id()
        ))
        .wanted("One person answers for closing each gap.")
        .advice("Name in the entry's `owner` the one person who is to close the gap.")
}
