//! The rule `implausible-mapping`.

use crate::assess::context::{Context, ControlView};
use crate::model::criterion_id::CriterionId;
use crate::model::gap::Finding;
use crate::text::list;

declare_rule! {
    /// A control in place is mapped to criteria it can hardly address.
    ///
    /// ## Why it matters
    ///
    /// A mapping that does not hold makes a criterion look covered until the auditor asks how. Two signs give it away: the
    /// kind of control does not go with the criterion, such as a door lock mapped to the registration of users, or one
    /// control is said to address a great many criteria at once.
    ///
    /// Which kinds go with a criterion is part of gapcheck's catalog. That one control is plausible for at most 12 criteria
    /// of a report is a convention, ask your auditor. Neither is a rule of the standard.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-02, kind: physical }
    /// ```
    ///
    /// ```yaml,gap
    /// controls:
    ///   - id: AC-02
    ///     criteria: [CC1.1, CC1.2, CC1.3, CC1.4, CC1.5, CC2.1, CC2.2, CC2.3, CC3.1, CC3.2, CC6.1, CC6.2, CC6.3]
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: PH-01, kind: physical, criteria: [CC6.4, CC6.5] }
    /// ```
    ///
    /// ```yaml,clean
    /// controls:
    ///   - id: AC-02
    ///     criteria: [CC1.1, CC1.2, CC1.3, CC1.4, CC1.5, CC2.1, CC2.2, CC2.3, CC3.1, CC6.1, CC6.2, CC6.3]
    /// ```
    ///
    /// ## Remedy
    ///
    /// Keep only the criteria whose demand the control would answer by itself. Split a control that does many things into
    /// one for each, and correct `kind` where it is the kind that is wrong.
    "implausible-mapping", Design, likelihood 45, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    context.controls_in_place().filter_map(|view| finding(context, view)).collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>) -> Option<Finding> {
    let limit = context.inventory.conventions.criteria_per_control;
    let named = view.coverage.applicable.len();
    let ill_suited = ill_suited(context, view);
    let finding =
        Finding::of_control(&INFO, view).wanted("The control names only criteria it would address by itself.");
    if named > limit {
        let finding = finding
            .title(format!("{}: {named} criteria are more than one control can carry", &*view.control.name))
            .now(format!("It names {named} criteria; one control is plausible for at most {limit}."))
            .advice(
                "Split the control into one for each thing it does, each with its own evidence, or keep only the criteria it \
                 was designed for.",
            );
        return Some(finding);
    }
    let kind = view.control.kind.filter(|_| !ill_suited.is_empty())?;
    let state = format!("A {kind} control does not usually address {}.", list::and(&ill_suited));
    let finding = finding
        .title(format!("{}: a {kind} control hardly addresses what it is mapped to", &*view.control.name))
        .now(state)
        .advice(format!(
            "Correct `kind` if it is wrong. Otherwise take {} off the control and map a control that was designed for it.",
            list::and(&ill_suited)
        ))
        .touching(ill_suited);
    Some(finding)
}

/// The applicable criteria that controls of this kind do not address.
fn ill_suited(context: &Context<'_>, view: ControlView<'_>) -> Vec<CriterionId> {
    let Some(kind) = view.control.kind else { return Vec::new() };
    let criteria = view.coverage.applicable.iter().filter_map(|id| context.criterion(*id));
    criteria.filter(|known| !known.criterion.kinds.contains(&kind)).map(|known| known.criterion.id).collect()
}
