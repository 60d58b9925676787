//! The rule `control-without-frequency`.

use crate::assess::context::{Context, ControlView};
use crate::model::gap::Finding;
use crate::model::words::ControlKind;

declare_rule! {
    /// Nothing says how often a control in place operates.
    ///
    /// ## Why it matters
    ///
    /// How often a control should have run decides how many occurrences an auditor expects, how many are sampled, and how
    /// old its evidence may be. Without a frequency nobody can say whether one was missed.
    ///
    /// A control of kind `policy` holds at all times and needs none. Until a frequency is given, evidence counts as in date
    /// for 90 days unless `settings.freshness.unstated` says otherwise: a convention, ask your auditor.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-02, frequency: null }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: GOV-01, kind: policy, frequency: null }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Say under `frequency` how often it operates: `per-event` for what runs when something happens, `continuous` for what
    /// a system does all the time, `once` for what is set up and left.
    "control-without-frequency", Design, likelihood 4, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let without = context.controls_in_place().filter(|view| view.control.frequency.is_none());
    without.filter(|view| view.control.kind != Some(ControlKind::Policy)).map(|view| finding(context, view)).collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>) -> Finding {
    let limit = context.inventory.conventions.freshness(None);
    Finding::of_control(&INFO, view)
        .title(format!("{}: how often it operates is not said", &*view.control.name))
        .now(format!("It names no frequency; until it does, its evidence is taken to be in date for {limit}."))
        .wanted("The control says how often it operates, so that everybody can tell when an occurrence was missed.")
        .advice(
            "Say under `frequency` how often it operates: `per-event` for what runs when something happens, `continuous` for \
             what a system does all the time, `once` for what is set up and left.",
        )
}
