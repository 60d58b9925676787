//! The rule `control-not-in-place`.

use std::collections::BTreeSet;

use crate::assess::context::{Context, ControlView};
use crate::model::criterion_id::CriterionId;
use crate::model::gap::Finding;
use crate::model::words::Status;
use crate::text::list;

declare_rule! {
    /// A control is planned or in progress, and nothing else is in place for a criterion it names.
    ///
    /// ## Why it matters
    ///
    /// A report speaks of what is there, not of what is meant. Until the control is in place the criterion stands as if no
    /// control named it, and nothing can be shown or tested.
    ///
    /// Criteria that another control in place addresses are left out: for them the planned control is an improvement.
    /// Work that has begun makes the fault a little less likely to do harm than work that has not.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-01, status: planned }
    ///   - { id: AC-02, status: in-progress }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: MON-01, status: planned }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Put the control in place as described, set its status to `implemented`, and keep the first evidence of it.
    "control-not-in-place", Missing, likelihood 85, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let open = context.criteria().filter(|view| context.controls_of(*view).all(|control| !control.standing.in_place));
    let open: BTreeSet<CriterionId> = open.map(|view| view.criterion.id).collect();
    let waiting = context.controls().filter(|view| matches!(view.control.status, Status::Planned | Status::InProgress));
    waiting
        .filter_map(|view| {
            let criteria: Vec<CriterionId> =
                view.coverage.applicable.iter().copied().filter(|id| open.contains(id)).collect();
            (!criteria.is_empty()).then(|| finding(view, criteria))
        })
        .collect()
}

fn finding(view: ControlView<'_>, criteria: Vec<CriterionId>) -> Finding {
    let begun = view.control.status == Status::InProgress;
    let state = if begun { "in progress" } else { "planned" };
    let named = list::and(&criteria);
    let finding = Finding::of_control(&INFO, view)
        .title(format!("{}: only {state}, with nothing in place beside it", &*view.control.name))
        .now(format!("The control is {state}. No control in place addresses {named}."))
        .wanted(format!("A control in place addresses {named}, with evidence that shows it."))
        .advice(
            "Put the control in place as described, set its status to `implemented` and its `since` to that day, and keep \
             the first evidence of it.",
        )
        .touching(criteria);
    if begun { finding.because("work begun", -10, "Putting the control in place has begun.") } else { finding }
}
