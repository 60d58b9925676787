//! The rule `design-deficient`.

use crate::assess::context::{Context, ControlView};
use crate::model::date::Date;
use crate::model::document::{Test, TestException};
use crate::model::gap::Finding;
use crate::model::standing::DesignTest;
use crate::model::words::TestOf;
use crate::text::list;
use crate::text::natural::compare;

declare_rule! {
    /// A test found that a control in place would not do its work even if it ran as described.
    ///
    /// ## Why it matters
    ///
    /// A control whose design falls short addresses nothing, however well it is carried out. In a Type I report that is the
    /// whole question; in a Type II report its operation is not even worth testing.
    ///
    /// The last test of design counts, and of several on one day the worst. A deficiency that nobody dated stays until a
    /// dated test says otherwise. A test that ended with an exception, or has one that was never resolved, is reported
    /// too, as less likely to do harm than a deficient design.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - { of: design, date: 2026-10-20, by: alex, conclusion: deficient }
    /// ```
    ///
    /// ```yaml,gap
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - of: design
    ///         date: 2026-10-20
    ///         by: alex
    ///         exceptions: [{ item: user list, description: Service accounts are not on it. }]
    ///         conclusion: effective
    /// ```
    ///
    /// ## Not reported
    ///
    /// A later test that found the redesigned control effective settles it.
    ///
    /// ```yaml,clean
    /// controls:
    ///   - id: AC-02
    ///     tests:
    ///       - { of: design, date: 2026-09-01, by: alex, conclusion: deficient }
    ///       - { of: design, date: 2026-10-20, by: alex, conclusion: effective }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Change the control so that it would do its work if it ran as described, write the change down, and have its design
    /// tested again by somebody who neither owns nor performs it.
    "design-deficient", Design, likelihood 85, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let judged = context.controls_in_place().filter_map(|view| match view.standing.design {
        DesignTest::Deficient(date) => Some(deficient(context, view, date)),
        DesignTest::Exception(date) => Some(with_exception(context, view, date)),
        DesignTest::None | DesignTest::OutOfDate(_) | DesignTest::Effective(_) | DesignTest::Open => None,
    });
    judged.collect()
}

fn deficient(context: &Context<'_>, view: ControlView<'_>, date: Option<Date>) -> Finding {
    Finding::of_control(&INFO, view)
        .title(format!("{}: its design was found deficient", &*view.control.name))
        .now(told(context, view, date, "found the design deficient"))
        .wanted("A test of design in date finds that the control would do its work if it ran as described.")
        .advice(
            "Change the control so that it would do its work if it ran as described, write the change down, and have the \
             design tested again by somebody who neither owns nor performs it.",
        )
}

fn with_exception(context: &Context<'_>, view: ControlView<'_>, date: Option<Date>) -> Finding {
    Finding::of_control(&INFO, view)
        .title(format!("{}: the test of its design found an exception", &*view.control.name))
        .now(told(context, view, date, "found an exception"))
        .wanted("A test of design in date finds the control effective, without an unresolved exception.")
        .advice(
            "Put right what the test found, note under `resolved` when, and have the design tested again by somebody who \
             neither owns nor performs the control.",
        )
        .because("exception only", -25, "The test found an exception, not a deficient design.")
}

/// What the test said, when, by whom, and what it found in particular.
fn told(context: &Context<'_>, view: ControlView<'_>, date: Option<Date>, verdict: &str) -> String {
    let tests: Vec<&Test> = view.control.tests.iter().filter(|test| is_of(test, date)).collect();
    let when = date.map_or_else(|| " without a date".to_owned(), |date| format!(" of {date}"));
    let mut testers: Vec<&str> =
        tests.iter().filter_map(|test| test.by.as_ref()).map(|by| context.person(by)).collect();
    testers.sort_unstable();
    testers.dedup();
    let by = if testers.is_empty() { String::new() } else { format!(" by {}", list::and(testers)) };
    let mut found: Vec<String> = tests.iter().flat_map(|test| &test.exceptions).filter_map(in_words).collect();
    found.sort_by(|a, b| compare(a, b));
    let in_particular = if found.is_empty() { String::new() } else { format!(" Found: {}.", list::some(found, 3)) };
    format!("The test of design{when}{by} {verdict}.{in_particular}")
}

fn is_of(test: &Test, date: Option<Date>) -> bool {
    test.of == TestOf::Design && test.conclusion.is_some() && test.date.as_ref().map(|date| date.value) == date
}

fn in_words(exception: &TestException) -> Option<String> {
    let description = exception.description.as_ref().map(|text| text.trim().trim_end_matches('.'));
    match (&exception.item, description) {
        (Some(item), Some(description)) => Some(format!("{item} ({description})")),
        (Some(item), None) => Some(item.clone()),
        (None, description) => description.map(str::to_owned),
    }
}
