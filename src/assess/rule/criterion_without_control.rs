//! The rule `criterion-without-control`.

use crate::assess::context::{Context, CriterionView};
use crate::assess::vendors::{VendorView, vendors};
use crate::model::gap::Finding;
use crate::model::words::Status;
use crate::text::list;

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
    /// To rely on a subservice organisation for a criterion is not to have a control: what is left to do is to watch over it.
    /// Where each that is relied on gave an independent report, the gap is rated less likely to do harm.
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
    let carved_out: Vec<VendorView<'_>> = vendors(context).filter(VendorView::is_carved_out).collect();
    let unaddressed = context
        .criteria()
        .filter(|criterion| context.controls_of(*criterion).all(|view| view.control.status == Status::Retired));
    unaddressed
        .map(|view| {
            let relied_on: Vec<&VendorView<'_>> =
                carved_out.iter().filter(|vendor| vendor.is_relied_on_for(view.criterion.id)).collect();
            finding(view, &relied_on)
        })
        .collect()
}

fn finding(view: CriterionView<'_>, relied_on: &[&VendorView<'_>]) -> Finding {
    let id = view.criterion.id;
    let first_step = view.criterion.remediation.first().map_or("", String::as_str);
    let finding = Finding::of_criterion(&INFO, view)
        .title(format!("{}: no control addresses it", view.criterion.title))
        .wanted("At least one control in place addresses the criterion, with evidence that shows it.");
    if relied_on.is_empty() {
        return finding
            .now("No control of the inventory names this criterion.")
            .advice(format!("Put a control in place and map it to {id}. Begin here: {first_step}"));
    }
    let names = list::ticked_and(relied_on.iter().map(|vendor| &*vendor.vendor.id));
    let [are, they_are] = if relied_on.len() == 1 { ["is", "it is"] } else { ["are", "they are"] };
    let finding = finding
        .now(format!(
            "No control of the inventory names this criterion. {names} {are} relied on for it, but no control by which \
             {they_are} watched over names it either."
        ))
        .advice(format!(
            "Add {id} to the control by which {names} {are} watched over, or put such a control in place, and another for what \
             is left to do here. Begin here: {first_step}"
        ));
    if relied_on.iter().any(|vendor| vendor.assurance().is_empty()) {
        return finding;
    }
    finding.because("relied on", -15, format!("{names} {are} relied on for it, with an independent report on file."))
}
