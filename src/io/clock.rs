//! The clock, asked once.

use crate::model::date::Date;

/// Today, where the machine stands.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place that asks the clock")]
pub fn today() -> Date {
    Date::from_naive(chrono::Local::now().date_naive())
}
