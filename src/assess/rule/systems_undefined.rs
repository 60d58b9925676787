//! The rule `systems-undefined`.

use crate::assess::context::Context;
use crate::model::gap::Finding;

declare_rule! {
    /// The inventory lists no systems.
    ///
    /// ## Why it matters
    ///
    /// A report begins with a description of the system: its infrastructure, software, people, procedures and data. Without
    /// a list of systems nobody can tell where the boundary runs, and a control that leaves one of them out goes unnoticed.
    ///
    /// Until systems are listed the organisation is judged as one system.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// systems: null
    /// data_flows: null
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// data_flows: null
    /// systems:
    ///   - { id: app, name: Application }
    /// ```
    ///
    /// ## Remedy
    ///
    /// List the systems that deliver the service, with their criticality, exposure and data.
    "systems-undefined", Scope, likelihood 12, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    if !context.inventory.systems.is_empty() {
        return Vec::new();
    }
    let finding = Finding::about(&INFO, &"scope")
        .title("System boundary: no systems are listed")
        .now("The inventory lists no systems, so the organisation is judged as one system.")
        .wanted("Every system that delivers the service is listed, and controls name the systems they cover.")
        .advice(
            "List the systems that deliver the service under `systems`, each with its criticality, exposure and data, and say \
             for each control which of them it covers.",
        );
    vec![match context.inventory.scope.place {
        Some(place) => finding.at(place),
        None => finding,
    }]
}
