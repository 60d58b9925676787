//! Days along a picture: where each lies, and where months begin.

use crate::model::date::Date;
use crate::report::html::picture::canvas::Canvas;

/// How wide pictures of days are.
pub(super) const WIDTH: i64 = 600;
/// How far the names of two months have to be apart.
const APART: i64 = 96;

/// The days of a picture, from left to right.
pub(super) struct Scale {
    first: Date,
    days: i64,
    width: i64,
}

impl Scale {
    /// The days from the first to the last, over a width.
    pub(super) fn new([first, last]: [Date; 2], width: i64) -> Self {
        Self { first, days: last.days_since(first).max(0) + 1, width }
    }

    /// Where a day begins.
    pub(super) fn begin(&self, day: Date) -> i64 {
        day.days_since(self.first).clamp(0, self.days) * self.width / self.days
    }

    /// Where it ends.
    fn end(&self, day: Date) -> i64 {
        (day.days_since(self.first) + 1).clamp(0, self.days) * self.width / self.days
    }

    /// Where days begin and how far they reach; so far at least that they can be seen.
    pub(super) fn reach(&self, first: Date, last: Date, at_least: i64) -> [i64; 2] {
        let (from, to) = (self.begin(first), self.end(last));
        [from.min(self.width - at_least), (to - from).max(at_least)]
    }

    /// The first day of each month within, with the name of the month.
    pub(super) fn months(&self) -> Vec<(Date, String)> {
        let (mut year, mut month) = self.first.month();
        let mut found = Vec::new();
        loop {
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            match Date::new(year, month, 1) {
                Some(day) if day.days_since(self.first) < self.days => {
                    found.push((day, format!("{year:04}-{month:02}")));
                }
                _ => return found,
            }
        }
    }

    /// The names of the months that have room for one, each with where it stands, in percent of the width.
    pub(super) fn named_months(&self) -> Vec<(i64, String)> {
        let mut free = 0;
        let mut named = Vec::new();
        for (day, name) in self.months() {
            let x = self.begin(day);
            if x >= free && x + APART <= self.width {
                named.push((x * 100 / self.width, name));
                free = x + APART;
            }
        }
        named
    }

    /// Draws a day to be seen, from one height to another.
    pub(super) fn draw_day(&self, canvas: &mut Canvas, (day, class): (Date, &str), [top, bottom]: [i64; 2]) {
        let x = self.begin(day);
        canvas.line(class, [x, top], [x, bottom]);
    }
}
