//! Working days: which days of the calendar count, and which comes how many after the first.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::date::{Date, Period};

/// How far ahead a plan looks: a hundred years.
const HORIZON_MONTHS: u32 = 1_200;

/// The working days from a day on.
#[derive(Clone, Debug)]
pub struct Calendar {
    from: Date,
    works: [bool; 7],
    /// The days off, in order; no two of them touch.
    off: Vec<Period>,
}

/// The days of some working-day numbers.
#[derive(Clone, Debug, Default)]
pub struct Days {
    days: BTreeMap<u64, Date>,
    /// The number of the last day, where some lie beyond what the calendar reaches; they stand at that day.
    last: Option<u64>,
}

impl Days {
    /// The day of a working-day number that was asked for.
    #[must_use]
    pub fn of(&self, number: u64) -> Option<Date> {
        self.days.get(&number).copied()
    }

    /// Whether a number lies beyond the last day the calendar reaches.
    #[must_use]
    pub fn is_beyond(&self, number: u64) -> bool {
        self.last.is_some_and(|last| number > last)
    }
}

impl Calendar {
    /// The working days from a day on: the weekdays that count, Monday first, but for days off.
    ///
    /// Where no weekday counts, all do: there must be days to work on.
    #[must_use]
    pub fn new(from: Date, works: [bool; 7], off: impl IntoIterator<Item = Period>) -> Self {
        let works = if works.contains(&true) { works } else { [true; 7] };
        Self { from, works, off: joined(off) }
    }

    /// How many weekdays count.
    #[must_use]
    pub fn days_a_week(&self) -> u64 {
        self.works.iter().map(|works| u64::from(*works)).sum()
    }

    /// Whether a day is a working day.
    #[must_use]
    pub fn is_working(&self, day: Date) -> bool {
        self.works.get(day.weekday()).copied().unwrap_or(true) && self.off_at(day).is_none()
    }

    /// The days of some working-day numbers, counted from 0.
    #[must_use]
    pub fn days(&self, numbers: &BTreeSet<u64>) -> Days {
        let mut days = Days::default();
        // Where a hundred years hold no working day at all, everything stands at the first of them.
        let mut day = self.next(self.from).unwrap_or(self.from);
        let mut number = 0;
        for wanted in numbers {
            while number < *wanted && days.last.is_none() {
                match self.next(day.plus_days(1)) {
                    Some(next) => (day, number) = (next, number + 1),
                    None => days.last = Some(number),
                }
            }
            days.days.insert(*wanted, day);
        }
        days
    }

    /// The first working day on or after a day; none where a hundred years from the calendar's first day hold no more.
    #[must_use]
    pub fn next(&self, from: Date) -> Option<Date> {
        let horizon = self.from.plus_months(HORIZON_MONTHS);
        let mut day = from;
        while day < horizon {
            match self.off_at(day) {
                Some(off) => day = off.end.plus_days(1),
                None if self.is_working(day) => return Some(day),
                None => day = day.plus_days(1),
            }
        }
        None
    }

    /// The working day so many working days before a day, which need not be one itself: 0 is the last one on or before it.
    #[must_use]
    pub fn back(&self, from: Date, days: u64) -> Date {
        let horizon = self.from.minus_days(36_525);
        let mut day = from;
        let mut left = days;
        while day > horizon {
            match self.off_at(day) {
                Some(off) => day = off.start.minus_days(1),
                None if !self.is_working(day) => day = day.minus_days(1),
                None if left == 0 => return day,
                None => (day, left) = (day.minus_days(1), left - 1),
            }
        }
        day
    }

    /// The days off a day belongs to.
    fn off_at(&self, day: Date) -> Option<&Period> {
        let behind = self.off.partition_point(|off| off.start <= day);
        self.off.get(behind.checked_sub(1)?).filter(|off| day <= off.end)
    }
}

/// Periods in order, those that touch or overlap made one.
fn joined(periods: impl IntoIterator<Item = Period>) -> Vec<Period> {
    let mut sorted: Vec<Period> = periods.into_iter().filter(|period| period.start <= period.end).collect();
    sorted.sort_by_key(|period| (period.start, period.end));
    let mut joined: Vec<Period> = Vec::new();
    for period in sorted {
        match joined.last_mut() {
            Some(last) if period.start <= last.end.plus_days(1) => last.end = last.end.max(period.end),
            _ => joined.push(period),
        }
    }
    joined
}
