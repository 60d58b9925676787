//! The days of a period that no report of another organisation speaks of, bridge letters taken into account.

use crate::model::date::{Date, Period};
use crate::model::duration::Duration;

/// A report as time: the days it speaks of, and how far a bridge letter claims to extend it.
#[derive(Clone, Copy, Debug)]
pub(in crate::assess) struct Spoken {
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
    /// The last day a bridge letter claims.
    pub letter: Option<Date>,
}

impl Spoken {
    /// The last day it counts for: a bridge letter reaches beyond the end of its report, but only so far.
    fn until(&self, reach: Duration) -> Date {
        self.letter.map_or(self.end, |letter| letter.min(reach.after(self.end)).max(self.end))
    }

    /// The last day its bridge letter claims and the last it counts for, where it claims one of some stretches in vain.
    pub(in crate::assess) fn overstated(&self, silent: &[Period], reach: Duration) -> Option<(Date, Date)> {
        let (letter, limit) = (self.letter?, reach.after(self.end));
        let claims = |stretch: &Period| limit < stretch.end && stretch.start <= letter && limit < letter;
        silent.iter().any(claims).then_some((letter, limit))
    }
}

/// The stretches of a period that no report speaks of, in order. A bridge letter counts up to `reach` after its report.
pub(in crate::assess) fn silent(period: &Period, reports: &[Spoken], reach: Duration) -> Vec<Period> {
    let mut spoken: Vec<(Date, Date)> = reports.iter().map(|report| (report.start, report.until(reach))).collect();
    spoken.sort_unstable();
    let stretch = |start, end| Period { start, end, place: period.place };
    let mut stretches = Vec::new();
    // The first day that nothing looked at so far speaks of.
    let mut open = period.start;
    for (start, until) in spoken.into_iter().filter(|(start, _)| *start <= period.end) {
        if start > open {
            stretches.push(stretch(open, start.minus_days(1)));
        }
        open = open.max(until.plus_days(1));
    }
    if open <= period.end {
        stretches.push(stretch(open, period.end));
    }
    stretches
}

/// Whether a period would be spoken of in full if every report had a bridge letter that reaches as far as one may.
pub(in crate::assess) fn letters_would_do(period: &Period, reports: &[Spoken], reach: Duration) -> bool {
    let extended = |report: &Spoken| Spoken { letter: Some(reach.after(report.end)), ..*report };
    let extended: Vec<Spoken> = reports.iter().map(extended).collect();
    silent(period, &extended, reach).is_empty()
}

/// The last day for which something of an earlier day counts, if that is before the day it is to count for.
pub(in crate::assess) fn run_out(on: Date, term: Duration, day: Date) -> Option<Date> {
    Some(term.after(on)).filter(|until| *until < day)
}

/// How many days some stretches have together.
pub(in crate::assess) fn days(stretches: &[Period]) -> usize {
    stretches.iter().map(|stretch| usize::try_from(stretch.days()).unwrap_or(0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUARTER: Duration = Duration::Months(3);

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    fn period((start, end): (&str, &str)) -> Period {
        Period { end: day(end), ..Period::day(day(start)) }
    }

    fn report(start: &str, end: &str) -> Spoken {
        Spoken { start: day(start), end: day(end), letter: None }
    }

    fn bridged(start: &str, end: &str, letter: &str) -> Spoken {
        Spoken { letter: Some(day(letter)), ..report(start, end) }
    }

    /// The silent stretches as text, how many days they have, and whether bridge letters would do.
    fn told(of: (&str, &str), reports: &[Spoken]) -> (Vec<String>, usize, bool) {
        let of = period(of);
        let stretches = silent(&of, reports, QUARTER);
        let would_do = letters_would_do(&of, reports, QUARTER);
        (stretches.iter().map(ToString::to_string).collect(), days(&stretches), would_do)
    }

    fn stretches(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    const HALF: (&str, &str) = ("2026-07-01", "2026-12-31");

    #[test]
    fn without_a_report_every_day_is_silent() {
        // July 31, August 31, September 30, October 31, November 30, December 31.
        assert_eq!(told(HALF, &[]), (stretches(&["2026-07-01 to 2026-12-31"]), 184, false));
    }

    #[test]
    fn first_and_last_day_count() {
        assert_eq!(told(HALF, &[report("2026-07-01", "2026-12-31")]), (vec![], 0, true));
        assert_eq!(told(HALF, &[report("2026-07-02", "2026-12-31")]), (stretches(&["2026-07-01"]), 1, false));
        assert_eq!(told(HALF, &[report("2026-07-01", "2026-12-30")]), (stretches(&["2026-12-31"]), 1, true));
        assert_eq!(told(("2026-07-01", "2026-07-01"), &[report("2026-07-01", "2026-07-01")]), (vec![], 0, true));
        assert_eq!(told(("2026-07-01", "2026-07-01"), &[]), (stretches(&["2026-07-01"]), 1, false));
    }

    #[test]
    fn a_report_that_ends_the_day_before_speaks_of_nothing_here() {
        // Its bridge letter could reach to 30 September.
        let reports = [report("2025-07-01", "2026-06-30")];
        assert_eq!(told(HALF, &reports), (stretches(&["2026-07-01 to 2026-12-31"]), 184, false));
        assert_eq!(told(("2026-07-01", "2026-09-30"), &reports), (stretches(&["2026-07-01 to 2026-09-30"]), 92, true));
        assert_eq!(told(("2026-07-01", "2026-10-01"), &reports), (stretches(&["2026-07-01 to 2026-10-01"]), 93, false));
    }

    #[test]
    fn a_report_that_begins_the_day_after_speaks_of_nothing_here() {
        let reports = [report("2027-01-01", "2027-12-31")];
        assert_eq!(told(HALF, &reports), (stretches(&["2026-07-01 to 2026-12-31"]), 184, false));
    }

    #[test]
    fn reports_in_a_row_leave_nothing_between_them() {
        let row = [report("2025-10-01", "2026-09-30"), report("2026-10-01", "2027-09-30")];
        assert_eq!(told(HALF, &row), (vec![], 0, true));
        let backwards = [row[1], row[0]];
        assert_eq!(told(HALF, &backwards), (vec![], 0, true), "in any order");
        let overlapping = [report("2026-01-01", "2026-11-30"), report("2026-08-01", "2026-08-31"), row[1]];
        assert_eq!(told(HALF, &overlapping), (vec![], 0, true), "one within another takes nothing away");
    }

    #[test]
    fn holes_are_told_in_order() {
        let reports = [
            report("2026-12-01", "2026-12-30"),
            report("2026-07-05", "2026-08-31"),
            report("2026-09-03", "2026-10-31"),
        ];
        let silent = ["2026-07-01 to 2026-07-04", "2026-09-01 to 2026-09-02", "2026-11-01 to 2026-11-30", "2026-12-31"];
        // 4 + 2 + 30 + 1; before the first report no letter reaches back.
        assert_eq!(told(HALF, &reports), (stretches(&silent), 37, false));
        // From 5 July on each hole lies within three months of the end of a report.
        let from = ("2026-07-05", "2026-12-31");
        assert_eq!(told(from, &reports), (stretches(&silent[1..]), 33, true));
    }

    #[test]
    fn a_bridge_letter_extends_its_report() {
        let reports = [bridged("2025-10-01", "2026-09-30", "2026-12-30")];
        assert_eq!(told(HALF, &reports), (stretches(&["2026-12-31"]), 1, false), "three months end on 30 December");
        assert_eq!(told(("2026-07-01", "2026-12-30"), &reports), (vec![], 0, true));
    }

    #[test]
    fn a_bridge_letter_beyond_three_months_counts_for_three() {
        let beyond = bridged("2025-10-01", "2026-09-30", "2027-03-31");
        assert_eq!(told(HALF, &[beyond]), (stretches(&["2026-12-31"]), 1, false));
        let overstated = |report: &Spoken, silent| report.overstated(&[period(silent)], QUARTER);
        let claimed = Some((day("2027-03-31"), day("2026-12-30")));
        assert_eq!(overstated(&beyond, ("2026-12-31", "2026-12-31")), claimed);
        assert_eq!(overstated(&beyond, ("2027-03-31", "2027-04-30")), claimed);
        // Where it claims nothing of what is silent, or claims no more than it may, nothing is overstated.
        assert_eq!(overstated(&beyond, ("2027-04-01", "2027-04-30")), None);
        assert_eq!(overstated(&beyond, ("2025-09-01", "2025-09-30")), None);
        let at_the_limit = bridged("2025-10-01", "2026-09-30", "2026-12-30");
        assert_eq!(overstated(&at_the_limit, ("2026-12-31", "2026-12-31")), None);
        assert_eq!(overstated(&at_the_limit, ("2026-12-01", "2027-01-31")), None);
        assert_eq!(overstated(&report("2025-10-01", "2026-09-30"), ("2026-12-31", "2026-12-31")), None);
    }

    #[test]
    fn a_bridge_letter_that_stops_short_leaves_the_rest() {
        let short = bridged("2025-10-01", "2026-09-30", "2026-10-31");
        let november = ("2026-07-01", "2026-11-22");
        assert_eq!(told(november, &[short]), (stretches(&["2026-11-01 to 2026-11-22"]), 22, true));
    }

    #[test]
    fn a_bridge_letter_takes_nothing_from_its_report() {
        let early = bridged("2025-10-01", "2026-09-30", "2026-08-31");
        assert_eq!(told(("2026-07-01", "2026-09-30"), &[early]), (vec![], 0, true));
    }

    #[test]
    fn a_bridge_letter_fills_the_hole_before_the_next_report() {
        let hole = ("2026-07-01", "2026-11-30");
        let reports = |letter| [bridged("2025-10-01", "2026-08-31", letter), report("2026-10-01", "2027-09-30")];
        assert_eq!(told(hole, &reports("2026-09-30")), (vec![], 0, true));
        assert_eq!(told(hole, &reports("2026-09-29")), (stretches(&["2026-09-30"]), 1, true));
    }

    #[test]
    fn in_mid_period_only_the_days_so_far_are_asked_about() {
        let reports = [report("2025-12-01", "2026-11-22")];
        assert_eq!(told(("2026-07-01", "2026-11-22"), &reports), (vec![], 0, true));
        assert_eq!(told(("2026-07-01", "2026-11-23"), &reports), (stretches(&["2026-11-23"]), 1, true));
    }

    #[test]
    fn months_of_letters_end_with_the_month_where_it_is_shorter() {
        // 30 November and three months is 28 February, or 29 in a leap year.
        let winter = |year: i32| format!("{year}-03-01");
        let common = [bridged("2025-12-01", "2026-11-30", "2027-12-31")];
        assert_eq!(told(("2026-12-01", &winter(2027)), &common), (stretches(&["2027-03-01"]), 1, false));
        let leap = [bridged("2026-12-01", "2027-11-30", "2028-12-31")];
        assert_eq!(told(("2027-12-01", "2028-02-29"), &leap), (vec![], 0, true));
        assert_eq!(told(("2027-12-01", &winter(2028)), &leap), (stretches(&["2028-03-01"]), 1, false));
        // The leap day is a day like any other.
        let around = [report("2027-03-01", "2028-02-28"), report("2028-03-01", "2029-02-28")];
        assert_eq!(told(("2028-01-01", "2028-06-30"), &around), (stretches(&["2028-02-29"]), 1, true));
    }

    #[test]
    fn a_report_of_a_year_and_a_day_ago_has_run_out() {
        let run_out = |on: &str, term, at: &str| run_out(day(on), term, day(at)).map(|until| until.to_string());
        let year = Duration::Months(12);
        assert_eq!(run_out("2025-11-22", year, "2026-11-22"), None);
        assert_eq!(run_out("2025-11-21", year, "2026-11-22").as_deref(), Some("2026-11-21"));
        assert_eq!(run_out("2026-12-01", year, "2026-11-22"), None);
        // A year after a leap day is 28 February; a year after the 28th before a leap year, the 28th again.
        assert_eq!(run_out("2024-02-29", year, "2025-02-28"), None);
        assert_eq!(run_out("2024-02-29", year, "2025-03-01").as_deref(), Some("2025-02-28"));
        assert_eq!(run_out("2027-02-28", year, "2028-02-29").as_deref(), Some("2028-02-28"));
        assert_eq!(run_out("2026-11-12", Duration::Days(10), "2026-11-22"), None);
        assert_eq!(run_out("2026-11-12", Duration::Days(9), "2026-11-22").as_deref(), Some("2026-11-21"));
    }

    #[test]
    fn the_reach_can_be_set() {
        let november = period(("2026-07-01", "2026-11-30"));
        let reports = [bridged("2025-10-01", "2026-09-30", "2026-12-31")];
        let silent = |reach| days(&silent(&november, &reports, reach));
        assert_eq!(silent(Duration::Days(0)), 61);
        assert_eq!(silent(Duration::Days(60)), 1);
        assert_eq!(silent(Duration::Months(2)), 0);
        assert!(!letters_would_do(&november, &reports, Duration::Days(60)));
        assert!(letters_would_do(&november, &reports, Duration::Days(61)));
    }
}
