//! The rule `system-not-covered`.

use crate::assess::context::{Context, ControlView, CriterionView};
use crate::model::catalog::Judged;
use crate::model::document::System;
use crate::model::gap::Finding;
use crate::text::count::count;
use crate::text::list;

declare_rule! {
    /// A system in scope is covered by none of the controls in place for a criterion.
    ///
    /// ## Why it matters
    ///
    /// Criteria about access, operations, change and data are judged for each system. A control that leaves one out leaves
    /// the criterion open there, and auditors draw their samples from every system in scope.
    ///
    /// A control without `systems` covers them all. A control whose design was found deficient covers none. Where no control
    /// is in place at all, other rules speak.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// systems:
    ///   - { id: legacy, name: Legacy }
    /// controls:
    ///   - { id: AC-01, systems: [app, prod] }
    ///   - { id: AC-02, systems: [prod] }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// systems:
    ///   - { id: legacy, name: Legacy }
    /// controls:
    ///   - { id: AC-01, systems: [app, prod] }
    ///   - { id: AC-02, systems: [legacy] }
    ///   - { id: MON-01, systems: [prod] }
    ///   - { id: MON-02, systems: [prod] }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Extend a control to the system, or put one in place for it. A system that the report does not speak of does not
    /// belong in the inventory.
    "system-not-covered", Missing, likelihood 70, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let by_system = context.criteria().filter(|view| view.criterion.level == Judged::System);
    by_system.flat_map(|view| uncovered(context, view)).collect()
}

/// One finding for each system that the controls in place for a criterion leave out.
fn uncovered(context: &Context<'_>, view: CriterionView<'_>) -> Vec<Finding> {
    let serving: Vec<ControlView<'_>> = context.controls_of(view).filter(|control| control.standing.serves()).collect();
    let covers_all = |control: &ControlView<'_>| control.control.systems.is_none();
    if serving.is_empty() || serving.iter().any(covers_all) {
        return Vec::new();
    }
    let mut open: Vec<Option<&System>> = context.inventory.systems.iter().map(Some).collect();
    for at in serving.iter().flat_map(|control| &control.standing.systems) {
        open.get_mut(*at).into_iter().for_each(|system| *system = None);
    }
    let open = open.into_iter().enumerate().filter_map(|(at, system)| Some((at, system?)));
    open.map(|(at, system)| finding(view, &serving, system).on_systems(vec![at])).collect()
}

fn finding(view: CriterionView<'_>, serving: &[ControlView<'_>], system: &System) -> Finding {
    let name = system.name.as_deref().unwrap_or(&system.id);
    let controls = list::some(serving.iter().map(|control| &*control.control.id), 6);
    let addresses = if serving.len() == 1 { "addresses" } else { "address" };
    let none = if serving.len() == 1 { "It does not cover" } else { "None of them covers" };
    Finding::of_criterion(&INFO, view)
        .part(&*system.id)
        .title(format!("{}: {name} is covered by no control in place", view.criterion.title))
        .now(format!(
            "{} in place {addresses} {}: {controls}. {none} {name}.",
            count(serving.len(), "control"),
            view.criterion.id
        ))
        .wanted(format!("A control in place that addresses {} covers {name}.", view.criterion.id))
        .advice(format!(
            "Extend one of these controls to {name}, or put one in place for it. If the report does not speak of {name}, take \
             it out of the inventory."
        ))
        .at(system.id.place)
}
