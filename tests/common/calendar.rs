//! Days as numbers, and what the calendar makes of them; told day by day and month by month, for it is there to check.

/// A day, counted from 1970-01-01.
pub type Day = i64;

fn leap(year: i64) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

fn length(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The number of a day from 1970 on.
pub fn number(year: i64, month: i64, day: i64) -> Day {
    let years: i64 = (1970..year).map(|year| if leap(year) { 366 } else { 365 }).sum();
    let months: i64 = (1..month).map(|month| length(year, month)).sum();
    years + months + day - 1
}

/// Year, month and day of the month of a day from 1970 on.
pub fn civil(mut day: Day) -> (i64, i64, i64) {
    let mut year = 1970;
    while day >= if leap(year) { 366 } else { 365 } {
        day -= if leap(year) { 366 } else { 365 };
        year += 1;
    }
    let mut month = 1;
    while day >= length(year, month) {
        day -= length(year, month);
        month += 1;
    }
    (year, month, day + 1)
}

/// A day as ISO 8601 writes it.
pub fn iso(day: Day) -> String {
    let (year, month, day) = civil(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The same day so many months later, or the last of that month.
pub fn months_later(day: Day, months: i64) -> Day {
    let (year, month, day) = civil(day);
    let (mut year, mut month) = (year, month);
    for _ in 0..months {
        month += 1;
        if month == 13 {
            (year, month) = (year + 1, 1);
        }
    }
    number(year, month, day.min(length(year, month)))
}
