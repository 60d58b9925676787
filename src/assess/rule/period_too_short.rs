//! The rule `period-too-short`.

use crate::assess::context::Context;
use crate::model::date::Period;
use crate::model::gap::Finding;
use crate::text::count::count;

declare_rule! {
    /// The observation period is shorter than three months.
    ///
    /// ## Why it matters
    ///
    /// In a few weeks a quarterly control may not run at all and a monthly one once or twice: too little to say whether it
    /// works. Customers give such a report little weight, and many auditors do not issue one.
    ///
    /// Three months is a convention of auditors and of those who read reports; no standard fixes the number. Ask your
    /// auditor before you promise a period.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// scope: { report: type2, period: { start: 2026-09-01, end: 2026-11-29 } }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// scope: { report: type2, period: { start: 2026-09-01, end: 2026-11-30 } }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Let the period end later, or begin with a type 1 report and let the period follow it.
    "period-too-short", Scope, likelihood 60, since "0.1.0", Facts(check)
}

const MONTHS: u32 = 3;

fn check(context: &Context<'_>) -> Vec<Finding> {
    context.inventory.scope.report.period().and_then(finding).into_iter().collect()
}

fn finding(period: &Period) -> Option<Finding> {
    let earliest = period.start.plus_months(MONTHS).minus_days(1);
    (period.end < earliest).then(|| {
        let days = count(usize::try_from(period.days()).unwrap_or(0), "day");
        Finding::about(&INFO, &"scope")
            .title("Observation period: shorter than three months")
            .now(format!("The period runs from {period}: {days}."))
            .wanted(format!("The period covers at least three months: from {} to {earliest} or later.", period.start))
            .advice(format!(
                "Let the period end on {earliest} or later, or begin with a type 1 report and let the period follow it. Ask \
                 your auditor what period they would report on."
            ))
            .at(period.place)
    })
}
