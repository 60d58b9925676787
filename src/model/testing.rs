//! Tests of controls, read: the time they speak of, what they came to, and what a later one says of them.

use crate::model::date::{Date, Period};
use crate::model::document::{Control, Test, TestException};
use crate::model::words::{Conclusion, TestOf};

/// The tests of operation of a control that speak of the period; also those without any date, for doubt never flatters.
pub fn tests_in<'a>(control: &'a Control, period: &'a Period, as_of: Date) -> impl Iterator<Item = &'a Test> {
    let of_operation = control.tests.iter().filter(|test| test.of == TestOf::Operation);
    let past = of_operation.filter(move |test| test.date.as_ref().is_none_or(|date| date.value <= as_of));
    past.filter(|test| time_of(test).is_none_or(|time| time.overlaps(period)))
}

/// The time a test speaks of: the period tested, else its own day.
#[must_use]
pub fn time_of(test: &Test) -> Option<Period> {
    test.period.clone().or_else(|| Some(Period::day(test.date.as_ref()?.value)))
}

/// What a test came to; exceptions that were not resolved up to the day weigh more than the word beside them.
#[must_use]
pub fn outcome(test: &Test, as_of: Date) -> Option<Conclusion> {
    match test.conclusion? {
        Conclusion::Effective if !test.exceptions.iter().all(|exception| is_resolved(exception, as_of)) => {
            Some(Conclusion::Exception)
        }
        conclusion => Some(conclusion),
    }
}

/// Whether an exception was put right by a day.
#[must_use]
pub fn is_resolved(exception: &TestException, as_of: Date) -> bool {
    exception.resolved.as_ref().is_some_and(|resolved| resolved.value <= as_of)
}

/// Whether a test found an item that deviated.
#[must_use]
pub fn deviates(test: &Test) -> bool {
    !test.exceptions.is_empty() || test.conclusion == Some(Conclusion::Exception)
}

/// The last day on which one of these tests found the control effective: it is the retest of whatever lies before it.
#[must_use]
pub fn last_effective(tests: &[&Test], as_of: Date) -> Option<Date> {
    let effective = tests.iter().filter(|test| outcome(test, as_of) == Some(Conclusion::Effective));
    effective.filter_map(|test| Some(test.date.as_ref()?.value)).max()
}

/// The day of the retest that a test was followed by, where there is one. What nobody can date is never retested.
#[must_use]
pub fn retest(test: &Test, last_effective: Option<Date>) -> Option<Date> {
    last_effective.filter(|passed| test.date.as_ref().is_some_and(|date| date.value < *passed))
}
