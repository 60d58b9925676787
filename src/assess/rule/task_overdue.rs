//! The rule `task-overdue`.

use crate::assess::context::Context;
use crate::assess::decision::{finding_beside, title, unfinished};
use crate::model::date::Date;
use crate::model::document::Remediation;
use crate::model::gap::{Finding, Gap};
use crate::source::file::Located;
use crate::text::count::count;

/// From how many days on a task is long overdue.
const LONG: i64 = 30;

declare_rule! {
    /// The day by which a gap was to be closed has passed, and the gap is still there.
    ///
    /// ## Why it matters
    ///
    /// A day that was agreed and let pass tells more than a day that was never set: nobody follows the plan up. An auditor
    /// reads it as a sign of how deficiencies are handled in general.
    ///
    /// The day itself still counts. Entries with the status `done`, and gaps that somebody has accepted since, are left
    /// alone. More than 30 days over weighs six points more; both numbers are gapcheck's own convention.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-02, evidence: [] }
    /// remediation:
    ///   - { gap: "AC-02:evidence-absent", owner: jane, due: 2026-11-21, status: in-progress }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: AC-02, evidence: [] }
    /// remediation:
    ///   - { gap: "AC-02:evidence-absent", owner: jane, due: 2026-11-22, status: in-progress }
    /// ```
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: AC-02, evidence: [] }
    /// remediation:
    ///   - { gap: "AC-02:evidence-absent", owner: jane, due: 2026-10-01, status: done }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Close the gap, or set a new day with whoever owns it and say why the first was missed.
    "task-overdue", Treatment, likelihood 12, since "0.1.0", Decisions(check)
}

fn check(context: &Context<'_>, gaps: &[Gap]) -> Vec<Finding> {
    let overdue = unfinished(context, gaps).filter_map(|(entry, gap)| {
        let due = entry.due.as_ref().filter(|due| due.value < context.as_of)?;
        Some(found(context, (entry, due), gap))
    });
    overdue.collect()
}

fn found(context: &Context<'_>, (entry, due): (&Remediation, &Located<Date>), gap: &Gap) -> Finding {
    let over = context.as_of.days_since(due.value);
    let days = count(usize::try_from(over).unwrap_or(0), "day");
    let finding = finding_beside(context, &INFO, &entry.gap, gap)
        .title(title(context, gap.id(), |rest| format!("closing {rest} is {days} overdue")))
        .now(format!(
            "`{}` was to be closed by {}, {days} ago. It is still there, at {} risk; the status of the entry is `{}`.",
            gap.id(),
            due.value,
            gap.risk.level().plain(),
            entry.status.unwrap_or_default()
        ))
        .wanted("Gaps are closed by the day agreed, or the day is set anew before it passes.")
        .advice("Close the gap, or agree a new day with its owner and note why the first was missed.")
        .at(due.place);
    if over > LONG {
        return finding.because("long overdue", 6, format!("It is {days} over, more than {LONG}."));
    }
    finding
}
