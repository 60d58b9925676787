//! The rule `control-informal`.

use crate::assess::context::Context;
use crate::model::gap::Finding;

declare_rule! {
    /// A control is done in practice but not laid down.
    ///
    /// ## Why it matters
    ///
    /// What is not laid down is done as each person remembers it, and stops with whoever did it. An auditor tests a control
    /// against its description; without one agreed by the organisation there is nothing to hold it against.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-02, status: informal }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: AC-02, status: implemented }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Write down who does what, where, when and how it is shown, have it approved, name the document under
    /// `documented_in`, and set the status to `implemented`.
    "control-informal", Design, likelihood 55, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let informal = context.controls_in_place().filter(|view| view.standing.informal);
    informal
        .map(|view| {
            Finding::of_control(&INFO, view)
                .title(format!("{}: it is done in practice but not laid down", &*view.control.name))
                .now("Its status is `informal`: people do it, but no agreed description says how.")
                .wanted("An approved document says who does what, where, when and how it is shown.")
                .advice(
                    "Write the control down as it is done, have it approved, name the document under `documented_in`, and \
                     set the status to `implemented` once people work by it.",
                )
        })
        .collect()
}
