//! The rule `acceptance-outdated`.

use crate::assess::context::Context;
use crate::assess::decision::{acceptances, finding_beside, signed, title};
use crate::model::document::Acceptance;
use crate::model::gap::{Finding, Gap};
use crate::model::level::Level;

declare_rule! {
    /// The risk of an accepted gap is no longer the one that was signed for.
    ///
    /// ## Why it matters
    ///
    /// Whoever accepts a gap accepts a risk of a certain level. Where the level has risen, nobody has agreed to bear what
    /// there is now, so the acceptance does not count and the gap is open. Where it has fallen, the signature
    /// stands, but would cover a rise back to the old level without anybody looking.
    ///
    /// Only acceptances that state a level can be held against it. A risen level is weighed six points higher than a fallen
    /// one; both numbers are gapcheck's own convention.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-02, evidence: [] }
    /// acceptances:
    ///   - { gap: "AC-02:evidence-absent", rationale: The tool is being replaced., approved_by: cto, approved: 2026-10-01, expires: 2027-02-01, level: very-low }
    /// ```
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-02, evidence: [] }
    /// acceptances:
    ///   - { gap: "AC-02:evidence-absent", rationale: The tool is being replaced., approved_by: cto, approved: 2026-10-01, expires: 2027-02-01, level: very-high }
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
    /// ## Remedy
    ///
    /// Decide anew at the level of today: close the gap, or have the acceptance signed again with that level.
    "acceptance-outdated", Treatment, likelihood 12, since "0.1.0", Decisions(check)
}

fn check(context: &Context<'_>, gaps: &[Gap]) -> Vec<Finding> {
    let outdated = acceptances(context, gaps).filter_map(|(acceptance, gap)| {
        let signed_for = acceptance.level.filter(|level| *level != gap.risk.level())?;
        Some(found(context, acceptance, gap, signed_for))
    });
    outdated.collect()
}

fn found(context: &Context<'_>, acceptance: &Acceptance, gap: &Gap, signed_for: Level) -> Finding {
    let level = gap.risk.level();
    let risen = level > signed_for;
    let (moved, so) = if risen {
        ("risen above", "It has risen, so the acceptance does not count.")
    } else {
        ("fallen below", "It has fallen, so the acceptance covers more than there is.")
    };
    let finding = finding_beside(context, &INFO, &acceptance.gap, gap)
        .title(title(context, gap.id(), |rest| format!("the risk of {rest} has {moved} what was accepted")))
        .now(format!(
            "`{}` was accepted at {} risk, signed by {}; today its risk is {}. {so}",
            gap.id(),
            signed_for.plain(),
            signed(context, acceptance),
            level.plain(),
        ))
        .wanted("The level signed for is the level of today.")
        .advice(format!(
            "Decide anew: close the gap, or have the acceptance signed again at {} risk. `gapcheck explain` with the gap's id shows what moved it.",
            level.plain()
        ));
    if risen { finding.because("risen", 6, "The risk is higher than the one signed for.") } else { finding }
}
