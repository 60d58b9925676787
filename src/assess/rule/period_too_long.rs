//! The rule `period-too-long`.

use crate::assess::context::Context;
use crate::model::date::Period;
use crate::model::gap::Finding;
use crate::text::count::count;

declare_rule! {
    /// The observation period is longer than twelve months.
    ///
    /// ## Why it matters
    ///
    /// The longer the period, the older its beginning when the report comes out, and the more chances for a deviation. A
    /// year fits the yearly rhythm of policies, reviews and customers' own audits.
    ///
    /// Twelve months is a convention; no standard fixes the number. Ask your auditor.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// scope: { report: type2, period: { start: 2026-01-01, end: 2027-01-01 } }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-01-01, end: 2026-12-31 } }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Let the period end after twelve months at the latest, and begin the next the day after.
    "period-too-long", Scope, likelihood 25, since "0.1.0", Facts(check)
}

const MONTHS: u32 = 12;

fn check(context: &Context<'_>) -> Vec<Finding> {
    context.inventory.scope.report.period().and_then(finding).into_iter().collect()
}

fn finding(period: &Period) -> Option<Finding> {
    let latest = period.start.plus_months(MONTHS).minus_days(1);
    (period.end > latest).then(|| {
        let days = count(usize::try_from(period.days()).unwrap_or(0), "day");
        Finding::about(&INFO, &"scope")
            .title("Observation period: longer than twelve months")
            .now(format!("The period runs from {period}: {days}."))
            .wanted(format!("The period covers at most twelve months: from {} to {latest} or earlier.", period.start))
            .advice(format!(
                "Let the period end on {latest} at the latest, and begin the next the day after, so that no day is left out."
            ))
            .at(period.place)
    })
}
