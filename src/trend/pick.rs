//! Which revisions stand for a history.

use std::collections::BTreeSet;

use crate::model::date::Date;
use crate::model::trend::{Every, Wanted};

/// A revision that may be picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The day it was committed.
    pub day: Date,
    /// Whether it is known that it cannot be assessed.
    pub is_bad: bool,
}

/// The revisions to be shown, as positions among the candidates, which come newest first.
///
/// One that cannot be assessed stands for nothing: the one before it is taken in its place. So this is asked again whenever
/// one was found to be bad.
#[must_use]
pub fn pick(candidates: &[Candidate], wanted: &Wanted) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    let good =
        candidates.iter().enumerate().filter(|(_, candidate)| within(candidate.day, wanted) && !candidate.is_bad);
    let standing =
        good.filter(|(_, candidate)| wanted.every.is_none_or(|every| seen.insert(time(candidate.day, every))));
    standing.map(|(at, _)| at).take(wanted.max.unwrap_or(usize::MAX)).collect()
}

/// Whether a day lies in the time that was asked for.
#[must_use]
pub fn within(day: Date, wanted: &Wanted) -> bool {
    wanted.since.is_none_or(|since| day >= since) && wanted.until.is_none_or(|until| day <= until)
}

/// The day, week or month of a day, by its first day.
fn time(day: Date, every: Every) -> Date {
    let monday = u32::try_from(day.weekday()).unwrap_or(0);
    match every {
        Every::Day => day,
        Every::Week => day.minus_days(monday),
        Every::Month => {
            let (year, month) = day.month();
            Date::new(year, month, 1).unwrap_or(day)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Candidates of days of 2026, newest first; those of the second list are bad.
    fn candidates(days: &[(u32, u32)], bad: &[usize]) -> Vec<Candidate> {
        let day = |(month, day): &(u32, u32)| Date::new(2026, *month, *day).unwrap();
        days.iter().enumerate().map(|(at, of)| Candidate { day: day(of), is_bad: bad.contains(&at) }).collect()
    }

    #[test]
    fn the_last_of_each_time_stands_for_it() {
        // 2026-03-02 is a Monday.
        let days = [(3, 10), (3, 8), (3, 2), (3, 2), (3, 1), (2, 28)];
        let every = |every| Wanted { every: Some(every), ..Wanted::default() };
        let all = candidates(&days, &[]);
        assert_eq!(pick(&all, &Wanted::default()), [0, 1, 2, 3, 4, 5]);
        assert_eq!(pick(&all, &every(Every::Day)), [0, 1, 2, 4, 5]);
        assert_eq!(pick(&all, &every(Every::Week)), [0, 1, 4]);
        assert_eq!(pick(&all, &every(Every::Month)), [0, 5]);
    }

    #[test]
    fn a_bad_one_stands_for_nothing() {
        let all = candidates(&[(3, 10), (3, 9), (2, 28)], &[0]);
        let wanted = Wanted { every: Some(Every::Month), max: Some(2), ..Wanted::default() };
        assert_eq!(pick(&all, &wanted), [1, 2]);
        assert_eq!(pick(&all, &Wanted { max: Some(1), ..Wanted::default() }), [1]);
    }

    #[test]
    fn both_ends_belong_to_the_time_asked_for() {
        let all = candidates(&[(3, 10), (3, 9), (3, 8), (3, 7)], &[]);
        let wanted = Wanted { since: Date::new(2026, 3, 8), until: Date::new(2026, 3, 9), ..Wanted::default() };
        assert_eq!(pick(&all, &wanted), [1, 2]);
    }
}
