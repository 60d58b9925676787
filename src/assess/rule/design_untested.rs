//! The rule `design-untested`.

use crate::assess::context::{Context, ControlView};
use crate::model::date::Date;
use crate::model::gap::Finding;
use crate::model::standing::DesignTest;

declare_rule! {
    /// Nobody has tested the design of a control in place, or the test lies too far back.
    ///
    /// ## Why it matters
    ///
    /// Whether a control would address its criteria is the question of a Type I report and the first one of a Type II
    /// report. A walkthrough before the auditor's finds what falls short while there is time to change it.
    ///
    /// A test without a conclusion says nothing. One without a date, or dated after the day of the assessment, cannot be
    /// relied on. A test counts for 365 days unless `settings.freshness.test` says otherwise: a convention, ask your
    /// auditor.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-02, tests: [] }
    /// ```
    ///
    /// ```yaml,gap
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - { of: design, date: 2025-11-21, by: alex, conclusion: effective }
    /// ```
    ///
    /// ```yaml,gap
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - { of: design, date: 2026-10-15, by: alex }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - { of: design, date: 2025-11-22, by: alex, conclusion: effective }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Have somebody who neither owns nor performs the control follow one case through it from beginning to end, and
    /// record date, tester and conclusion under `tests` with `of: design`.
    "design-untested", Design, likelihood 4, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let untested = context.controls_in_place().filter_map(|view| match view.standing.design {
        DesignTest::None => Some(finding(view, "nobody has tested its design", "No test of design is on file.")),
        DesignTest::Open => Some(finding(
            view,
            "the test of its design has no conclusion",
            "What tests of design are on file say nothing of what they came to.",
        )),
        DesignTest::OutOfDate(Some(date)) => {
            Some(finding(view, "the test of its design is out of date", out_of_date(context, date)))
        }
        DesignTest::OutOfDate(None) => Some(finding(
            view,
            "the test of its design cannot be dated",
            format!(
                "The test of design on file has no date, or one after the day of the assessment, {}.",
                context.as_of
            ),
        )),
        DesignTest::Effective(_) | DesignTest::Exception(_) | DesignTest::Deficient(_) => None,
    });
    untested.collect()
}

fn finding(view: ControlView<'_>, fault: &str, state: impl Into<std::borrow::Cow<'static, str>>) -> Finding {
    Finding::of_control(&INFO, view)
        .title(format!("{}: {fault}", &*view.control.name))
        .now(state)
        .wanted("A test of design in date says what it came to, when it was done and by whom.")
        .advice(
            "Have somebody who neither owns nor performs the control follow one case through it from beginning to end, and \
             record date, tester and conclusion under `tests` with `of: design`.",
        )
}

fn out_of_date(context: &Context<'_>, date: Date) -> String {
    let limit = context.inventory.conventions.test_freshness();
    format!(
        "The last test of design is of {date}. A test is in date for {limit}, so this one was until {}.",
        limit.after(date)
    )
}
