//! The rule `control-started-late`.

use crate::assess::context::{Context, ControlView};
use crate::model::criterion_id::CriterionId;
use crate::model::date::{Date, Period};
use crate::model::gap::Finding;
use crate::text::count::number;
use crate::text::list;

declare_rule! {
    /// A control was put in place after the observation period had begun, with none there before it for a criterion.
    ///
    /// ## Why it matters
    ///
    /// A Type II report speaks of the whole period. For the days before the first control was there nothing can have
    /// operated, and no test made later can fill them; the auditor reports that, or the period has to begin later.
    ///
    /// Criteria for which another control was there from the first day are left out, also when that control was retired
    /// within the period: give its last day as `until`. A control without `since` counts as there from the beginning. It is
    /// not asked before the period has begun. Where more than half of the period was gone, the gap weighs more.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// scope: { report: type2, period: { start: 2026-07-01, end: 2026-12-31 } }
    /// controls:
    ///   - { id: AC-01, since: 2026-07-02 }
    ///   - { id: AC-02, since: 2026-08-15 }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-07-01, end: 2026-12-31 } }
    /// controls:
    ///   - { id: AC-01, since: 2026-07-01 }
    ///   - { id: AC-02, since: 2026-08-15 }
    /// ```
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-07-01, end: 2026-12-31 } }
    /// controls:
    ///   - { id: AC-01, since: 2026-08-01 }
    ///   - { id: AC-02, since: 2026-08-15 }
    ///   - id: AC-00
    ///     name: Access review on paper
    ///     criteria: [CC6.1, CC6.2, CC6.3]
    ///     owner: jane
    ///     frequency: quarterly
    ///     status: retired
    ///     since: 2025-06-01
    ///     until: 2026-08-14
    /// ```
    ///
    /// ## Remedy
    ///
    /// Agree with your auditor whether the period can begin on the day the control was in place. If another control did the
    /// work before, list it with its `since`, and with its `until` if it was retired.
    "control-started-late", Operation, likelihood 45, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let period = context.inventory.scope.report.period().filter(|period| period.start <= context.as_of);
    let Some(period) = period else { return Vec::new() };
    let late = context.controls_observed().filter(|(view, operation)| view.standing.in_place && operation.late);
    late.filter_map(|(view, _)| finding(context, view, period)).collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>, period: &Period) -> Option<Finding> {
    let since = view.control.since.as_ref()?.value;
    let uncovered: Vec<CriterionId> =
        view.coverage.applicable.iter().copied().filter(|id| !covered_from_the_start(context, view, *id)).collect();
    if uncovered.is_empty() {
        return None;
    }
    let named = list::and(&uncovered);
    let gone = since.min(period.end.plus_days(1)).days_since(period.start);
    let were = if gone == 1 { "was" } else { "were" };
    let part = format!("{} of the {} days of the period", days(gone), days(period.days()));
    let finding = Finding::of_control(&INFO, view)
        .title(format!("{}: in place only since {since}, after the period had begun", &*view.control.name))
        .now(format!(
            "The observation period began on {}, and the control is in place since {since}: {part} {were} gone. No other control \
             for {named} was there from the first day.",
            period.start
        ))
        .wanted(format!("A control for {named} is in place from the first day of the observation period."))
        .advice(advice(since, period))
        .touching(uncovered);
    let more_than_half = 2 * gone > period.days();
    Some(if more_than_half {
        finding.because("late", 15, format!("More than half was gone: {part}."))
    } else {
        finding
    })
}

/// Whether another control of a criterion was there when the period began.
fn covered_from_the_start(context: &Context<'_>, view: ControlView<'_>, id: CriterionId) -> bool {
    let others = context.criterion(id).into_iter().flat_map(|criterion| context.controls_of(criterion));
    others.filter(|other| other.at != view.at).any(|other| {
        other.standing.operation.as_ref().is_some_and(|operation| operation.span.is_some() && !operation.late)
    })
}

fn advice(since: Date, period: &Period) -> String {
    let agree = if since > period.end {
        "Agree with your auditor on a later period, or on what the report says of this one.".to_owned()
    } else {
        format!(
            "Agree with your auditor whether the period can begin on {since}; what was missing before cannot be made good."
        )
    };
    format!(
        "{agree} If another control did the work before, list it with its `since`, and with its `until` if it was retired."
    )
}

fn days(days: i64) -> String {
    number(usize::try_from(days).unwrap_or(0))
}
