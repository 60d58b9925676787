//! The rule `criterion-without-control`.

use crate::assess::context::Context;
use crate::model::gap::Finding;
use crate::model::words::Status;

declare_rule! {
    /// A criterion in scope is named by no control.
    ///
    /// ## Why it matters
    ///
    /// Where no control addresses a criterion there is nothing to design, to operate or to test. An auditor who finds the
    /// criterion relevant to the service can only report that it is not addressed.
    ///
    /// Retired controls do not count. Controls that are planned or in progress do: for them the rule
    /// `control-not-in-place` speaks.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// scope: { categories: [security, confidentiality] }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// scope: { categories: [security] }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Name a control that addresses it. Where the criterion has no bearing on the service, scope it out under
    /// `not_applicable` with a rationale and an approver.
    "criterion-without-control", Missing, likelihood 96, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let unaddressed = context
        .criteria()
        .filter(|criterion| context.controls_of(*criterion).all(|view| view.control.status == Status::Retired));
    unaddressed
        .map(|view| {
            let first_step = view.criterion.remediation.first().map_or("", String::as_str);
            Finding::of_criterion(&INFO, view)
                .title(format!("{}: no control addresses it", view.criterion.title))
                .now("No control of the inventory names this criterion.")
                .wanted("At least one control in place addresses the criterion, with evidence that shows it.")
                .advice(format!("Put a control in place and map it to {}. Begin here: {first_step}", view.criterion.id))
        })
        .collect()
}
