//! The rule `user-entity-control-unplaced`.

use std::collections::BTreeSet;

use crate::assess::context::{Context, ControlView};
use crate::assess::vendors::{VendorView, vendors};
use crate::model::document::UserEntityControl;
use crate::model::gap::Finding;
use crate::text::list;
use crate::text::wrap::truncate;

declare_rule! {
    /// What another organisation's report expects of its users is done by no control in place.
    ///
    /// ## Why it matters
    ///
    /// The controls of the other organisation do their work only together with the complementary controls its report assumes
    /// its users run. Where nobody runs them, the report cannot be relied on for what it says.
    ///
    /// Each of these controls names those of ours that do it. One of them in place is enough. It is asked of every
    /// organisation that expects something, carved out or not.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// vendors:
    ///   - id: aws
    ///     reports: [{ kind: soc2-type2, period: { start: 2025-10-01, end: 2026-09-30 }, reviewed: 2026-11-03 }]
    ///     user_entity_controls:
    ///       - { id: AWS-CUEC-3, text: Customers restrict console access., controls: [] }
    /// ```
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-09, name: Key rotation, criteria: [CC6.1], owner: jane, status: planned }
    /// vendors:
    ///   - id: aws
    ///     reports: [{ kind: soc2-type2, period: { start: 2025-10-01, end: 2026-09-30 }, reviewed: 2026-11-03 }]
    ///     user_entity_controls:
    ///       - { id: AWS-CUEC-4, text: Customers rotate their keys., controls: [AC-09] }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: AC-09, name: Key rotation, criteria: [CC6.1], owner: jane, status: planned }
    /// vendors:
    ///   - id: aws
    ///     reports: [{ kind: soc2-type2, period: { start: 2025-10-01, end: 2026-09-30 }, reviewed: 2026-11-03 }]
    ///     user_entity_controls:
    ///       - { id: AWS-CUEC-3, text: Customers restrict console access., controls: [AC-09, AC-01] }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Name the control of ours that does it, or put one in place.
    "user-entity-control-unplaced", Dependence, likelihood 40, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    vendors(context)
        .flat_map(|view| {
            let asked = view.vendor.user_entity_controls.iter();
            asked.filter_map(|asked| finding(context, &view, asked)).collect::<Vec<_>>()
        })
        .collect()
}

fn finding(context: &Context<'_>, view: &VendorView<'_>, asked: &UserEntityControl) -> Option<Finding> {
    let positions: BTreeSet<usize> =
        asked.controls.iter().filter_map(|id| context.inventory.index.controls.get(&id.value).copied()).collect();
    let named: Vec<ControlView<'_>> = positions.into_iter().filter_map(|at| context.control(at)).collect();
    if named.iter().any(|control| control.standing.in_place) {
        return None;
    }
    let (name, id) = (view.name(), &*asked.id);
    let expects = match asked.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => format!("{name} expects of its users: \u{201c}{}\u{201d}", truncate(text, 200)),
        None => format!("{name} expects something of its users that the inventory does not put in words."),
    };
    let told = named.iter().map(|control| format!("{} ({})", *control.control.id, control.control.status));
    let told = list::some(told, 6);
    let (done, advice) = match named.len() {
        0 => (
            "No control is named that does it.".to_owned(),
            format!("Name the control of ours that does it under `controls` of {id}, or put one in place."),
        ),
        1 => (
            format!("The control named for it is not in place: {told}."),
            "Put that control in place, or name another that does it.".to_owned(),
        ),
        _ => (
            format!("None of the controls named for it is in place: {told}."),
            "Put one of these controls in place, or name another that does it.".to_owned(),
        ),
    };
    let finding = view
        .finding(context, &INFO)
        .part(id)
        .title(format!("{name}: no control in place does what {id} expects of us"))
        .now(format!("{expects} {done}"))
        .wanted(format!("A control in place does what {name} expects of its users, and {id} names it."))
        .advice(advice)
        .at(asked.id.place);
    Some(finding)
}
