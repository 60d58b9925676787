//! The rule `control-unmapped`.

use crate::assess::context::Context;
use crate::model::gap::Finding;
use crate::model::words::Status;

declare_rule! {
    /// A control names no criterion.
    ///
    /// ## Why it matters
    ///
    /// A control that is mapped to nothing costs work and supports nothing in the report. Often it addresses a criterion
    /// that looks uncovered; sometimes nobody needs it any more.
    ///
    /// A control that names only criteria outside the selected categories is mapped, and is not reported.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: HR-09, name: Exit interview, criteria: [], owner: jane, status: planned }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: HR-09, name: Exit interview, criteria: [], owner: jane, status: retired }
    /// ```
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: BK-09, name: Warm standby site, criteria: [A1.2], owner: jane, status: planned }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Name the criteria it addresses under `criteria`, or set its status to `retired` if nothing needs it.
    "control-unmapped", Design, likelihood 10, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let unmapped = context.controls().filter(|view| view.control.criteria.is_empty());
    unmapped
        .filter(|view| view.control.status != Status::Retired)
        .map(|view| {
            Finding::of_control(&INFO, view)
                .title(format!("{}: it is mapped to no criterion", &*view.control.name))
                .now("It names no criterion, so it supports nothing in the report.")
                .wanted("Every control names the criteria it was designed to address.")
                .advice(
                    "Name the criteria it addresses under `criteria`, or set its status to `retired` if nothing needs it.",
                )
        })
        .collect()
}
