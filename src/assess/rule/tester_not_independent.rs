//! The rule `tester-not-independent`.

use crate::assess::context::{Context, ControlView};
use crate::assess::operating_test::{Remark, concluded, in_order, name, told};
use crate::assess::operation::outcome;
use crate::model::date::Date;
use crate::model::document::{Control, Test};
use crate::model::gap::Finding;
use crate::model::words::TestOf;
use crate::source::file::Located;
use crate::source::reader::Text;

declare_rule! {
    /// A control was tested by whoever owns or performs it, or by nobody who is named.
    ///
    /// ## Why it matters
    ///
    /// Nobody sees their own mistakes, and nobody is believed about them. An auditor gives little weight to a test by the
    /// owner or performer of the control, and none to one that nobody stands behind.
    ///
    /// The last test of design counts, and in a Type II report every test of operation in the observation period. An owner
    /// and a tester are the same when the inventory gives them the same id or name. The likelihood is gapcheck's own
    /// convention, low since the control may be sound all the same.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - { of: design, date: 2026-10-15, by: jane, conclusion: effective }
    /// ```
    ///
    /// ```yaml,gap
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - { of: design, date: 2026-10-15, conclusion: effective }
    /// ```
    ///
    /// ```yaml,gap
    /// scope: { report: type2, period: { start: 2026-01-01, end: 2026-12-31 } }
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - of: operation
    ///         date: 2026-10-15
    ///         by: sam
    ///         period: { start: 2026-07-01, end: 2026-09-30 }
    ///         sample: { size: 1, method: all }
    ///         conclusion: effective
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - { of: design, date: 2026-09-01, by: jane, conclusion: effective }
    ///       - { of: design, date: 2026-10-15, by: alex, conclusion: effective }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Have somebody who neither owns nor performs the control test it again, and record under `by` who that was.
    "tester-not-independent", Operation, likelihood 15, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    context.controls_in_place().filter_map(|view| finding(context, view)).collect()
}

fn finding(context: &Context<'_>, view: ControlView<'_>) -> Option<Finding> {
    let counting =
        last_of_design(view.control, context.as_of).into_iter().chain(concluded(context, view).map(|of| of.test));
    let doubtful: Vec<Remark<'_>> =
        counting.filter_map(|test| Some(Remark::new(test, remark(context, view.control, test)?))).collect();
    let unnamed = doubtful.iter().all(|remark| remark.test.by.is_none());
    let remarks = in_order(doubtful);
    let place = remarks.first()?.test.place;
    let fault = if unnamed { "nobody is named who tested it" } else { "it was not tested by somebody independent" };
    let finding = Finding::of_control(&INFO, view)
        .title(format!("{}: {fault}", &*view.control.name))
        .now(told(&remarks))
        .wanted("Every test that counts was done by somebody named who neither owns nor performs the control.")
        .advice("Have somebody who neither owns nor performs the control test it again, and record under `by` who that was.")
        .at(place);
    let because = "Who tested it may be independent; the inventory does not say.";
    Some(if unnamed { finding.because("unnamed", -5, because) } else { finding })
}

/// The concluded tests of design of the last day that has one; of several on one day all count.
fn last_of_design(control: &Control, as_of: Date) -> Vec<&Test> {
    let of_design = control.tests.iter().filter(|test| test.of == TestOf::Design && outcome(test, as_of).is_some());
    let dated = of_design.filter_map(|test| Some((test.date.as_ref()?.value, test)));
    let past: Vec<(Date, &Test)> = dated.filter(|(date, _)| *date <= as_of).collect();
    let last = past.iter().map(|(date, _)| *date).max();
    past.into_iter().filter(|(date, _)| Some(*date) == last).map(|(_, test)| test).collect()
}

/// Why the tester of a test is in doubt, if so.
fn remark(context: &Context<'_>, control: &Control, test: &Test) -> Option<String> {
    let name = name(context, test);
    let Some(by) = &test.by else {
        return Some(format!("The {name} does not say who did it."));
    };
    let is = |other: &Option<Located<Text>>| other.as_ref().is_some_and(|other| other.value == by.value);
    let does = match (is(&control.owner), is(&control.performer)) {
        (true, true) => "owns and performs",
        (true, false) => "owns",
        (false, true) => "performs",
        (false, false) => return None,
    };
    Some(format!("The {name} was done by somebody who {does} the control."))
}
