//! Days along a picture: where each lies, and where months begin.

use crate::model::date::Date;
use crate::report::html::picture::canvas::Canvas;

/// How far the names of two months have to be apart.
const APART: i64 = 58;

/// The days of a picture, from left to right.
pub(super) struct Scale {
    first: Date,
    days: i64,
    left: i64,
    width: i64,
}

impl Scale {
    /// The days from the first to the last, over a width that begins at a left.
    pub(super) fn new([first, last]: [Date; 2], left: i64, width: i64) -> Self {
        Self { first, days: last.days_since(first).max(0) + 1, left, width }
    }

    /// Where a day begins.
    pub(super) fn begin(&self, day: Date) -> i64 {
        let after = day.days_since(self.first).clamp(0, self.days);
        self.left + after * self.width / self.days
    }

    /// Where it ends.
    pub(super) fn end(&self, day: Date) -> i64 {
        let after = (day.days_since(self.first) + 1).clamp(0, self.days);
        self.left + after * self.width / self.days
    }

    /// How far days reach, from where they begin; so far at least that they can be seen.
    pub(super) fn reach(&self, first: Date, last: Date, least: i64) -> [i64; 2] {
        let (from, to) = (self.begin(first), self.end(last));
        [from.min(self.left + self.width - least), (to - from).max(least)]
    }

    /// The first day of each month within, with the name of the month.
    pub(super) fn months(&self) -> Vec<(Date, String)> {
        let (mut year, mut month) = self.first.month();
        let mut found = Vec::new();
        loop {
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            match Date::new(year, month, 1) {
                Some(day) if day.days_since(self.first) < self.days => {
                    found.push((day, format!("{year:04}-{month:02}")))
                }
                _ => return found,
            }
        }
    }

    /// Draws where months begin, from one height to another, and names those that have room for a name above.
    pub(super) fn draw_months(&self, canvas: &mut Canvas, top: i64, bottom: i64) {
        let mut named_to = i64::MIN;
        for (day, name) in self.months() {
            let x = self.begin(day);
            canvas.line("grid", [x, top], [x, bottom]);
            if x >= named_to && x + APART - 8 <= self.left + self.width {
                canvas.words("axis", [x + 4, top + 10], &name);
                named_to = x + APART;
            }
        }
    }

    /// Draws a day to be seen, from one height to another.
    pub(super) fn draw_day(&self, canvas: &mut Canvas, (day, class): (Date, &str), [top, bottom]: [i64; 2]) {
        let x = self.begin(day);
        canvas.line(class, [x, top], [x, bottom]);
    }
}
