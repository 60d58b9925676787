//! Tests of operation as rules speak of them: which count, by day and tester, and which came later and found the control
//! effective.

use crate::assess::context::{Context, ControlView};
use crate::assess::operation::{outcome, tests_in};
use crate::model::date::Date;
use crate::model::document::Test;
use crate::model::words::{Conclusion, TestOf};
use crate::text::count::count;

/// How many things of one kind are told one by one.
pub const TOLD: usize = 6;

/// A test that came to something on a known day.
#[derive(Clone, Copy)]
pub struct Concluded<'a> {
    /// What the inventory says.
    pub test: &'a Test,
    /// The day.
    pub date: Date,
    /// What it came to.
    pub outcome: Conclusion,
}

/// The tests of operation in the period, whatever they say; none for a Type I report.
pub fn in_period<'a>(context: &Context<'a>, view: ControlView<'a>) -> impl Iterator<Item = &'a Test> + use<'a> {
    let as_of = context.as_of;
    let period = context.inventory.scope.report.period();
    period.into_iter().flat_map(move |period| tests_in(view.control, period, as_of))
}

/// Those of them that came to something on a known day.
pub fn concluded<'a>(context: &Context<'a>, view: ControlView<'a>) -> impl Iterator<Item = Concluded<'a>> + use<'a> {
    let as_of = context.as_of;
    in_period(context, view).filter_map(move |test| concluded_on(test, as_of))
}

fn concluded_on(test: &Test, as_of: Date) -> Option<Concluded<'_>> {
    Some(Concluded { test, date: test.date.as_ref()?.value, outcome: outcome(test, as_of)? })
}

/// The last day on which a test of operation in the period found the control effective, with what people call that test.
#[must_use]
pub fn last_passed<'a>(context: &Context<'a>, view: ControlView<'a>) -> Option<(Date, String)> {
    let passed = concluded(context, view).filter(|test| test.outcome == Conclusion::Effective);
    passed.map(|known| (known.date, name(context, known.test))).max()
}

/// Whether a test is dated before another day: only then can what is of that day be its retest.
#[must_use]
pub fn is_before(test: &Test, day: Date) -> bool {
    test.date.as_ref().is_some_and(|date| date.value < day)
}

/// What people call a test: `test of operation of 2026-10-20 by Alex Doe`.
#[must_use]
pub fn name<'a>(context: &Context<'a>, test: &'a Test) -> String {
    let of = match test.of {
        TestOf::Design => "design",
        TestOf::Operation => "operation",
    };
    let when = test.date.as_ref().map_or_else(|| " without a date".to_owned(), |date| format!(" of {}", date.value));
    let by = test.by.as_ref().map_or_else(String::new, |by| format!(" by {}", context.person(&by.value)));
    format!("test of {of}{when}{by}")
}

/// What is told of a test.
pub struct Remark<'a> {
    /// The test.
    pub test: &'a Test,
    /// Whole sentences.
    pub told: String,
}

impl<'a> Remark<'a> {
    /// Something to tell of a test.
    #[must_use]
    pub const fn new(test: &'a Test, told: String) -> Self {
        Self { test, told }
    }
}

/// Remarks in the order of the days of their tests, those without one last: the order of a file changes no sentence.
#[must_use]
pub fn in_order(mut remarks: Vec<Remark<'_>>) -> Vec<Remark<'_>> {
    remarks.sort_by(|a, b| {
        let day = |remark: &Remark<'_>| remark.test.date.as_ref().map(|date| date.value);
        (day(a).is_none(), day(a), &a.told).cmp(&(day(b).is_none(), day(b), &b.told))
    });
    remarks
}

/// The remarks one after the other; of very many only the first, and of how many more tests something could be told.
#[must_use]
pub fn told(remarks: &[Remark<'_>]) -> String {
    let mut sentences: Vec<String> = remarks.iter().take(TOLD).map(|remark| remark.told.clone()).collect();
    let left_out = remarks.len().saturating_sub(TOLD);
    if left_out > 0 {
        sentences.push(format!("The same goes for {}.", count(left_out, "more test")));
    }
    sentences.join(" ")
}
