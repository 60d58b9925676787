//! Dates and periods. The only file that knows the date library, which its authors mean to retire.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde_json::{Value, json};

use crate::record;
use crate::source::describe::Definitions;
use crate::source::node::Node;
use crate::source::problem::{Problem, Problems};
use crate::source::reader::{Readable, scalar};

/// The last day that can be told: what reads ISO 8601, RFC 5545 or a spreadsheet expects years of four digits.
const LAST_TOLD: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

/// A day of the calendar, written as ISO 8601 has it: `2026-11-22`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The day of a year, month and day of the month; `None` for one the calendar lacks.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The day of a value of the date library.
    #[must_use]
    pub fn from_naive(date: NaiveDate) -> Self {
        Self(date)
    }

    /// The day of the week, from 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn weekday(self) -> usize {
        usize::try_from(self.0.weekday().num_days_from_monday()).unwrap_or(0)
    }

    /// Whether it is a Saturday or a Sunday.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// Its year and its month, from one.
    #[must_use]
    pub fn month(self) -> (i32, u32) {
        (self.0.year(), self.0.month())
    }

    /// How many days later than another day this one is; negative when it is earlier.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// The day so many days later; the last day of the calendar where there is none.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        Self(self.0.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX))
    }

    /// The day so many days earlier; the first day of the calendar where there is none.
    #[must_use]
    pub fn minus_days(self, days: u32) -> Self {
        Self(self.0.checked_sub_days(Days::new(days.into())).unwrap_or(NaiveDate::MIN))
    }

    /// Whether the day lies beyond the last that can be told, 9999-12-31; it is told as that one.
    #[must_use]
    pub fn is_beyond_words(self) -> bool {
        self.0 > LAST_TOLD
    }

    /// The same day so many months later, or the last of that month: 31 January plus one month is 28 or 29 February.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0.min(LAST_TOLD).format("%Y-%m-%d").to_string())
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromStr for Date {
    type Err = String;

    /// Strict: four digits, two, two, with dashes, and a day that exists. The library alone would read `25-01-05` as the year 25.
    fn from_str(text: &str) -> Result<Self, String> {
        let shape = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
        if text.len() != 10 || !text.bytes().enumerate().all(shape) {
            return Err(format!(
                "expected a date such as `2026-11-22`, found `{}`",
                crate::text::wrap::truncate(text, 40)
            ));
        }
        let date =
            NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| format!("the calendar has no day `{text}`"))?;
        if date.year() < 1970 {
            return Err(format!("`{text}` lies before 1970"));
        }
        Ok(Self(date))
    }
}

impl Readable for Date {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        match scalar("a date such as `2026-11-22`", node, problems)?.parse() {
            Ok(date) => Some(date),
            Err(message) => {
                let problem = Problem::at(node.place, message).help("dates are year-month-day, in ten characters");
                problems.add(problem);
                None
            }
        }
    }

    fn describe(definitions: &mut Definitions) -> Value {
        definitions.named(
            "Date",
            json!({ "description": "A day, as ISO 8601 has it: year-month-day.", "type": "string", "format": "date",
                "pattern": "^(19[7-9][0-9]|[2-9][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }),
        )
    }
}

record! {
    /// A stretch of time from its first day to its last, both included.
    pub struct Period as "a period" {
        /// The first day.
        start: Date,
        /// The last day.
        end: Date,
    }
}

impl Period {
    /// A period of a single day.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self::between(date, date)
    }

    /// A period from one day to another.
    #[must_use]
    pub fn between(start: Date, end: Date) -> Self {
        Self { start, end, place: crate::source::file::Place::default() }
    }

    /// How many days it has, first and last included.
    #[must_use]
    pub fn days(&self) -> i64 {
        self.end.days_since(self.start) + 1
    }

    /// How many days it shares with another.
    #[must_use]
    pub fn shared_days(&self, other: &Self) -> i64 {
        (self.end.min(other.end).days_since(self.start.max(other.start)) + 1).max(0)
    }

    /// Whether what speaks of this time shows a window: it covers at least half of it, or lies more than half within it.
    ///
    /// So the review of a calendar quarter shows the quarter it is about also where the windows of a period begin in
    /// mid-month, and never the next one for reaching a day into it.
    #[must_use]
    pub fn shows(&self, window: &Self) -> bool {
        let shared = self.shared_days(window);
        2 * shared >= window.days() || 2 * shared > self.days()
    }

    /// Whether it shares a day with another.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.start == self.end {
            return self.start.fmt(formatter);
        }
        write!(formatter, "{} to {}", self.start, self.end)
    }
}

/// A period, or a single day: the time a piece of evidence speaks of, days off.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Covers(pub Period);

impl Readable for Covers {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        match node.kind {
            crate::source::node::Kind::Scalar(_) => {
                Date::read(node, problems).map(|date| Self(Period { place: node.place, ..Period::day(date) }))
            }
            _ => Period::read(node, problems).map(Self),
        }
    }

    fn describe(definitions: &mut Definitions) -> Value {
        json!({ "anyOf": [Date::describe(definitions), Period::describe(definitions)] })
    }
}
