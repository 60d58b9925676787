//! The rule `acceptance-expired`.

use crate::assess::context::Context;
use crate::assess::decision::{acceptances, finding_beside, signed, title};
use crate::model::document::Acceptance;
use crate::model::gap::{Finding, Gap};
use crate::text::count::count;

declare_rule! {
    /// The acceptance of a gap has run out, and the gap is still there.
    ///
    /// ## Why it matters
    ///
    /// A risk is accepted for a time, because somebody judged that it can be borne so long. After that day nobody has agreed
    /// to bear it: the gap counts as open again, and the decision has to be taken anew.
    ///
    /// The last day of an acceptance still counts. The gap itself is listed beside this one with its own risk; this one only
    /// says that a decision is due, and its likelihood is low for that reason. That number is gapcheck's own convention.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-02, evidence: [] }
    /// acceptances:
    ///   - { gap: "AC-02:evidence-absent", rationale: The tool is being replaced., approved_by: cto, approved: 2026-05-04, expires: 2026-11-21 }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: AC-02, evidence: [] }
    /// acceptances:
    ///   - { gap: "AC-02:evidence-absent", rationale: The tool is being replaced., approved_by: cto, approved: 2026-05-04, expires: 2026-11-22 }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Close the gap. Where it must be borne longer, have somebody who does not own it sign again, with a new reason and a
    /// new last day.
    "acceptance-expired", Treatment, likelihood 15, since "0.1.0", Decisions(check)
}

fn check(context: &Context<'_>, gaps: &[Gap]) -> Vec<Finding> {
    let expired = acceptances(context, gaps).filter(|(acceptance, _)| acceptance.expires.value < context.as_of);
    expired.map(|(acceptance, gap)| found(context, acceptance, gap)).collect()
}

fn found(context: &Context<'_>, acceptance: &Acceptance, gap: &Gap) -> Finding {
    let expires = acceptance.expires.value;
    let days = usize::try_from(context.as_of.days_since(expires)).unwrap_or(0);
    finding_beside(context, &INFO, &acceptance.gap, gap)
        .title(title(context, gap.id(), |rest| format!("the acceptance of {rest} has expired")))
        .now(format!(
            "The acceptance of `{}`, signed by {}, ran out on {expires}, {} ago. The gap is still there, at {} risk, and counts as open.",
            gap.id(),
            signed(context, acceptance),
            count(days, "day"),
            gap.risk.level().plain(),
        ))
        .wanted("The gap is closed, or the decision to bear it is in force on the day of the assessment.")
        .advice("Close the gap. Where it must be borne longer, have somebody who does not own it sign again with a new last day.")
        .at(acceptance.expires.place)
}
