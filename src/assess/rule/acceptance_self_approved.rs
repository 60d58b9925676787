//! The rule `acceptance-self-approved`.

use crate::assess::context::Context;
use crate::assess::decision::{acceptances, finding_beside, title};
use crate::assess::treatment::is_self_approved;
use crate::model::document::Acceptance;
use crate::model::gap::{Finding, Gap};

declare_rule! {
    /// A gap was accepted by the one who would have to close it.
    ///
    /// ## Why it matters
    ///
    /// To accept a risk is a decision for somebody who answers for the organisation, not a way for an owner to be rid of a
    /// task. An acceptance signed by the owner does not count: the gap stays open.
    ///
    /// The owner is whom a remediation entry names for the gap, else whom the document names, else the owner of the control.
    /// The likelihood is gapcheck's own convention, low since the gap is listed beside this one with its own risk.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-02, owner: jane, evidence: [] }
    /// acceptances:
    ///   - { gap: "AC-02:evidence-absent", rationale: The tool is being replaced., approved_by: jane, approved: 2026-10-01, expires: 2027-02-01 }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: AC-02, owner: jane, evidence: [] }
    /// acceptances:
    ///   - { gap: "AC-02:evidence-absent", rationale: The tool is being replaced., approved_by: cto, approved: 2026-10-01, expires: 2027-02-01 }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Have the acceptance signed by somebody above the owner or beside them, or close the gap.
    "acceptance-self-approved", Treatment, likelihood 12, since "0.1.0", Decisions(check)
}

fn check(context: &Context<'_>, gaps: &[Gap]) -> Vec<Finding> {
    let own =
        acceptances(context, gaps).filter(|(acceptance, gap)| is_self_approved(context, acceptance, &gap.finding));
    own.map(|(acceptance, gap)| found(context, acceptance, gap)).collect()
}

fn found(context: &Context<'_>, acceptance: &Acceptance, gap: &Gap) -> Finding {
    let by = context.inventory.person_name(&acceptance.approved_by.value);
    finding_beside(context, &INFO, &acceptance.gap, gap)
        .title(title(context, gap.id(), |rest| format!("the acceptance of {rest} was signed by its own owner")))
        .now(format!(
            "{by} signed the acceptance of `{}` and is also the one who would have to close the gap. The acceptance does not count.",
            gap.id()
        ))
        .wanted("Whoever accepts a gap is not the one who would have to close it.")
        .advice(format!("Have somebody other than {by}, who answers for the risk, sign the acceptance, or close the gap."))
        .at(acceptance.approved_by.place)
}
