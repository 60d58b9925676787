//! The rule `acceptance-unused`.

use crate::assess::context::Context;
use crate::assess::decision::{finding, is_unused, signed, title};
use crate::model::document::Acceptance;
use crate::model::gap::{Finding, Gap};

declare_rule! {
    /// An acceptance names a gap that is not there.
    ///
    /// ## Why it matters
    ///
    /// Either the gap was closed, and the acceptance would hide it if it came back; or the id no longer says what was meant,
    /// and a gap somebody signed for counts as open. Both are decisions nobody meant to leave standing.
    ///
    /// Acceptances of gaps whose rules this version does not judge are left alone, and so are acceptances of gaps of
    /// decisions, such as this one. The likelihood is very nearly none: it is order that is missing, not a control.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// acceptances:
    ///   - { gap: "AC-02:evidence-absent", rationale: The tool is being replaced., approved_by: cto, approved: 2026-10-01, expires: 2027-02-01 }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: AC-02, evidence: [] }
    /// acceptances:
    ///   - { gap: "AC-02:evidence-absent", rationale: The tool is being replaced., approved_by: cto, approved: 2026-10-01, expires: 2027-02-01 }
    /// ```
    ///
    /// ```yaml,clean
    /// acceptances:
    ///   - { gap: "AC-02:acceptance-expired:evidence-absent", rationale: The board meets in January., approved_by: cto, approved: 2026-10-01, expires: 2027-02-01 }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Take the acceptance out where the gap is closed. Where the gap goes by another id now, name that one; every report
    /// prints the ids.
    "acceptance-unused", Treatment, likelihood 5, since "0.1.0", Decisions(check)
}

fn check(context: &Context<'_>, gaps: &[Gap]) -> Vec<Finding> {
    let unused =
        context.inventory.acceptances.iter().filter(|acceptance| is_unused(context, gaps, &acceptance.gap.value));
    unused.map(|acceptance| found(context, acceptance)).collect()
}

fn found(context: &Context<'_>, acceptance: &Acceptance) -> Finding {
    let gap: &str = &acceptance.gap.value;
    finding(&INFO, &acceptance.gap)
        .title(title(context, gap, |rest| format!("the acceptance of {rest} meets no gap")))
        .now(format!(
            "An acceptance signed by {} names `{gap}`. The assessment finds no such gap.",
            signed(context, acceptance)
        ))
        .wanted("Every acceptance names a gap that is there.")
        .advice("Take the acceptance out if the gap is closed; if the gap goes by another id now, name that one.")
        .for_owner(Some(acceptance.approved_by.value.0.clone()))
}
