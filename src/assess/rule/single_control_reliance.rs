//! The rule `single-control-reliance`.

use crate::assess::context::{Context, ControlView, CriterionView};
use crate::model::gap::Finding;
use crate::model::level::Level;
use crate::model::words::Nature;

declare_rule! {
    /// A criterion of high impact rests on one control alone.
    ///
    /// ## Why it matters
    ///
    /// Where one control carries a criterion, a single missed occurrence or exception leaves nothing beside it to rely on,
    /// and the auditor has no other control to turn to.
    ///
    /// Only criteria whose base impact in the catalog is high or very high are looked at, and only where no other control
    /// is in place; one whose design was found deficient is reported by `design-deficient`. The standard sets no number of
    /// controls: this is a convention, and a low one.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-02, status: retired }
    /// ```
    ///
    /// ## Not reported
    ///
    /// CC6.4 and CC6.5 have a moderate base impact.
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: PH-02, status: retired }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Put a second control beside it that works without the first: what prevents gets a control that detects, and the
    /// other way round.
    "single-control-reliance", Design, likelihood 4, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let grave = context.criteria().filter(|view| view.criterion.impact.level >= Level::High);
    grave.filter_map(|view| Some(finding(context, view, only_control(context, view)?))).collect()
}

/// The one control in place, if there is only one and its design is not deficient.
fn only_control<'a>(context: &Context<'a>, view: CriterionView<'a>) -> Option<ControlView<'a>> {
    let mut in_place = context.controls_of(view).filter(|control| control.standing.in_place);
    let only = in_place.next().filter(|control| control.standing.serves())?;
    in_place.next().is_none().then_some(only)
}

fn finding(context: &Context<'_>, view: CriterionView<'_>, only: ControlView<'_>) -> Finding {
    let control = only.control;
    let answers = control.owner.as_ref().map(|owner| format!(" {} answers for it.", context.person(owner)));
    let second = match control.nature {
        Some(Nature::Preventive) => "one that detects what the first lets through",
        Some(Nature::Detective | Nature::Corrective) => "one that prevents what the first only finds afterwards",
        None => "one that detects what the first lets through, or prevents what it only finds",
    };
    Finding::of_criterion(&INFO, view)
        .title(format!("{}: it rests on a single control", view.criterion.title))
        .now(format!(
            "`{}` ({}) is the only control in place for it.{}",
            &*control.id,
            &*control.name,
            answers.unwrap_or_default()
        ))
        .wanted("A second control in place would still hold if the first failed.")
        .advice(format!("Put a second control beside `{}` that works without it: {second}.", &*control.id))
        .for_owner(control.owner.as_ref().map(|owner| owner.value.0.clone()))
        .at(control.id.place)
}
