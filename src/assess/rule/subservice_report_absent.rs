//! The rule `subservice-report-absent`.

use crate::assess::context::Context;
use crate::assess::vendors::reports;
use crate::assess::vendors::{VendorView, vendors};
use crate::model::gap::Finding;
use crate::text::list;

declare_rule! {
    /// Nothing independent is on file of a subservice organisation whose controls are carved out.
    ///
    /// ## Why it matters
    ///
    /// A carve-out leaves the controls of the other organisation out of the description and out of the tests. What remains is
    /// to watch over it, and the means for that is a report somebody independent made about it. Without one nobody can say
    /// that its part is done.
    ///
    /// Reports under SOC 1, SOC 2 and SOC 3, certificates under ISO/IEC 27001 and attestations under PCI DSS count.
    /// Questionnaires and penetration tests do not, and neither does what speaks of a time still to come: a report on
    /// operation whose period is not over, or a certificate that begins after the assessment.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// vendors:
    ///   - id: aws
    ///     relation: carve-out
    ///     reports: [{ kind: questionnaire, date: 2026-09-02, reviewed: 2026-09-16 }]
    /// ```
    ///
    /// ```yaml,gap
    /// vendors:
    ///   - id: aws
    ///     relation: carve-out
    ///     reports: [{ kind: soc2-type2, period: { start: 2026-11-23, end: 2027-11-22 } }]
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// vendors:
    ///   - id: aws
    ///     relation: carve-out
    ///     reports: [{ kind: soc2-type1, date: 2026-09-02, reviewed: 2026-09-16 }]
    ///   - id: fernhill
    ///     relation: inclusive
    ///     reports: [{ kind: questionnaire, date: 2026-09-02, reviewed: 2026-09-16 }]
    /// ```
    ///
    /// ## Remedy
    ///
    /// Ask the organisation for its SOC 2 report, read it, and list it under `reports` with the day of the review. If there
    /// is none, ask for another independent report, or make its controls part of the description.
    "subservice-report-absent", Dependence, likelihood 55, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let carved_out = vendors(context).filter(VendorView::is_carved_out);
    carved_out.filter(|view| view.assurance().is_empty()).map(|view| finding(context, &view)).collect()
}

fn finding(context: &Context<'_>, view: &VendorView<'_>) -> Finding {
    let name = view.name();
    let mut now = vec![format!("{name} is carved out, and nothing independent is on file of it.")];
    if !view.reports.is_empty() {
        let others = list::some(view.reports.iter().map(|report| reports::name(report)), 4);
        now.push(format!("What is on file: {others}."));
    }
    if view.reports.len() < view.vendor.reports.len() {
        now.push("What speaks of a time still to come does not count.".to_owned());
    }
    view.finding(context, &INFO)
        .touching(view.criteria(context))
        .title(format!("{name}: no independent report on its controls is on file"))
        .now(now.join(" "))
        .wanted(format!("A report somebody independent made on the controls of {name} is on file and was reviewed."))
        .advice(format!(
            "Ask {name} for its SOC 2 report, read it, and list it under `reports` with its period and the day of the review. \
             If there is none, ask for another independent report, or make its controls part of the description."
        ))
}
