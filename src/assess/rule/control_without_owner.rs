//! The rule `control-without-owner`.

use crate::assess::context::{Context, ControlView};
use crate::model::gap::Finding;
use crate::model::words::Status;

declare_rule! {
    /// Nobody is named who answers for a control.
    ///
    /// ## Why it matters
    ///
    /// A control without an owner is the first to lapse when work piles up, and nobody notices. CC1.5 asks that people be
    /// held to account for the controls they run; that takes a name.
    ///
    /// It is reported for planned controls too, since without an owner nobody puts them in place, but not for retired ones.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-02, owner: null }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: AC-02, owner: jane, performer: null }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Name one person under `owner`: somebody with the authority to change the control and the time to look after it. A
    /// different person may do the work; that is the `performer`.
    "control-without-owner", Design, likelihood 18, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let without = context.controls_in_scope().filter(|view| view.control.owner.is_none());
    without.filter(|view| view.control.status != Status::Retired).map(|view| finding(context, view)).collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>) -> Finding {
    let performer = view.control.performer.as_ref().map(|performer| context.person(performer));
    Finding::of_control(&INFO, view)
        .title(format!("{}: nobody answers for it", &*view.control.name))
        .now(match performer {
            Some(performer) => format!("No owner is named. {performer} performs it, but nobody is said to answer for it."),
            None => "No owner is named, and nobody who performs it.".to_owned(),
        })
        .wanted("One person answers for the control and knows it.")
        .advice(
            "Name one person under `owner` who has the authority to change the control and the time to look after it, and \
             have that person agree in writing.",
        )
}
