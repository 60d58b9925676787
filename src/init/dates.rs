//! The dates a report can speak of: what is proposed, and what cannot be meant.

use crate::model::date::{Date, Period};
use crate::text::count::count;

/// How many months ahead of today the date of a type 1 report is proposed.
const TYPE1_AHEAD: u32 = 6;
/// How many months ahead of today an observation period is proposed to begin: controls have to be in place by then.
const PERIOD_AHEAD: u32 = 4;
/// How many months an observation period is proposed to last.
const PERIOD: u32 = 6;
/// The fewest months an observation period may have, and the most.
const MONTHS: [u32; 2] = [3, 12];
/// How many years from today a date may lie before it can only be a slip of the pen.
const YEARS: u32 = 5;

/// The date proposed for a type 1 report: the last day of a month.
#[must_use]
pub fn type1(today: Date) -> Date {
    first_of_month(today).plus_months(TYPE1_AHEAD + 1).minus_days(1)
}

/// The first day proposed for an observation period: the first of a month.
#[must_use]
pub fn start(today: Date) -> Date {
    first_of_month(today).plus_months(PERIOD_AHEAD)
}

/// The last day proposed for an observation period that begins on a day.
#[must_use]
pub fn end(start: Date) -> Date {
    start.plus_months(PERIOD).minus_days(1)
}

/// Checks a date that a report is to speak of.
///
/// # Errors
///
/// When it lies years away: what is wrong with it.
pub fn check(date: Date, today: Date) -> Result<(), String> {
    let away = if date > today { "ahead" } else { "back" };
    let (early, late) = (date.min(today), date.max(today));
    if late > early.plus_months(12 * YEARS) {
        return Err(format!("{date} lies more than {YEARS} years {away}"));
    }
    Ok(())
}

/// Checks an observation period.
///
/// # Errors
///
/// When it ends before it begins, is shorter than three months or longer than twelve, or lies years away: what is wrong.
pub fn check_period(period: &Period, today: Date) -> Result<(), String> {
    let [least, most] = MONTHS.map(|months| period.start.plus_months(months).minus_days(1));
    check(period.start, today)?;
    if period.end < period.start {
        return Err(format!("the period ends on {}, before it begins on {}", period.end, period.start));
    }
    let days = count(usize::try_from(period.days()).unwrap_or(0), "day");
    if period.end < least {
        return Err(format!("the period has {days}; with three months it ends on {least} or later"));
    }
    if period.end > most {
        return Err(format!("the period has {days}; with twelve months it ends on {most} or earlier"));
    }
    Ok(())
}

fn first_of_month(date: Date) -> Date {
    let (year, month) = date.month();
    Date::new(year, month, 1).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_proposed_stands() {
        for today in ["2026-11-22", "2026-12-31", "2028-02-29", "2026-08-31"].map(day) {
            let start = start(today);
            assert_eq!(check(type1(today), today), Ok(()));
            assert_eq!(check_period(&Period::between(start, end(start)), today), Ok(()));
        }
        let today = day("2026-11-22");
        assert_eq!(
            [type1(today), start(today), end(start(today))],
            ["2027-05-31", "2027-03-01", "2027-08-31"].map(day)
        );
    }

    #[test]
    fn a_period_has_three_to_twelve_months() {
        let said = |start: &str, end: &str| check_period(&Period::between(day(start), day(end)), day("2026-11-22"));
        assert_eq!(said("2027-01-01", "2027-03-31"), Ok(()));
        assert_eq!(said("2027-01-01", "2027-12-31"), Ok(()));
        assert_eq!(
            said("2027-01-01", "2027-03-30"),
            Err("the period has 89 days; with three months it ends on 2027-03-31 or later".into())
        );
        assert_eq!(
            said("2027-01-01", "2028-01-01"),
            Err("the period has 366 days; with twelve months it ends on 2027-12-31 or earlier".into())
        );
        assert_eq!(
            said("2027-01-01", "2026-12-31"),
            Err("the period ends on 2026-12-31, before it begins on 2027-01-01".into())
        );
        assert_eq!(said("2007-01-01", "2007-06-30"), Err("2007-01-01 lies more than 5 years back".into()));
        assert_eq!(check(day("2062-01-01"), day("2026-11-22")), Err("2062-01-01 lies more than 5 years ahead".into()));
    }
}
