//! Working days: which days of the calendar count, and which comes how many after the first.

use crate::model::date::{Date, Period};

/// The working days from a day on.
#[derive(Clone, Debug)]
pub struct Calendar {
    from: Date,
    works: [bool; 7],
    off: Vec<Period>,
}

impl Calendar {
    /// The working days from a day on: the weekdays that count, Monday first, but for days off.
    ///
    /// Where no weekday counts, all do: there must be days to work on.
    #[must_use]
    pub fn new(from: Date, works: [bool; 7], mut off: Vec<Period>) -> Self {
        off.sort_by_key(|period| (period.start, period.end));
        let works = if works.contains(&true) { works } else { [true; 7] };
        Self { from, works, off }
    }

    /// How many weekdays count.
    #[must_use]
    pub fn days_a_week(&self) -> u64 {
        self.works.iter().map(|works| u64::from(*works)).sum()
    }

    /// Whether a day is a working day.
    #[must_use]
    pub fn is_working(&self, day: Date) -> bool {
        let counts = self.works.get(day.weekday()).copied().unwrap_or(true);
        counts && !self.off.iter().any(|off| off.start <= day && day <= off.end)
    }

    /// The days of some working-day numbers, counted from 0, which must be sorted. A number beyond the last day of the
    /// calendar, or of a hundred years, stays on that day.
    #[must_use]
    pub fn days(&self, sorted: &[u64]) -> Vec<Date> {
        let mut days = Vec::with_capacity(sorted.len());
        let mut day = self.next_working(self.from);
        let mut number = 0;
        let horizon = self.from.plus_months(1_200);
        for wanted in sorted {
            while number < *wanted && day < horizon {
                day = self.next_working(day.plus_days(1));
                number += 1;
            }
            days.push(day);
        }
        days
    }

    /// The first working day on or after a day.
    #[must_use]
    pub fn next_working(&self, from: Date) -> Date {
        let mut day = from;
        let horizon = from.plus_months(1_200);
        while !self.is_working(day) && day < horizon {
            day = day.plus_days(1);
        }
        day
    }

    /// The working day so many working days before one, which need not be one itself.
    #[must_use]
    pub fn back(&self, from: Date, days: u64) -> Date {
        let mut day = from;
        let mut left = days;
        let horizon = from.minus_days(36_525);
        while day > horizon {
            if self.is_working(day) {
                if left == 0 {
                    return day;
                }
                left -= 1;
            }
            day = day.minus_days(1);
        }
        day
    }
}
