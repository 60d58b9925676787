//! Days, periods and lengths of time, reckoned by hand with a calendar.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::model::date::{Date, Period};
use gapcheck::model::duration::Duration;

fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|message| panic!("{message}"))
}

fn period(start: &str, end: &str) -> Period {
    Period { start: day(start), end: day(end), ..Period::default() }
}

#[test]
fn days_are_counted_over_months_and_leap_days() {
    assert_eq!(day("2026-11-22").days_since(day("2026-10-31")), 22);
    assert_eq!(day("2026-10-31").days_since(day("2026-11-22")), -22);
    assert_eq!(day("2024-03-01").days_since(day("2024-02-28")), 2);
    assert_eq!(day("2024-02-28").plus_days(2), day("2024-03-01"));
    assert_eq!(day("2025-02-28").plus_days(1), day("2025-03-01"));
    assert_eq!(day("2026-01-01").minus_days(1), day("2025-12-31"));
    assert_eq!(day("2024-01-31").plus_months(1), day("2024-02-29"));
    assert_eq!(day("2025-01-31").plus_months(1), day("2025-02-28"));
    assert_eq!(day("2026-11-22").plus_months(14), day("2028-01-22"));
}

#[test]
fn a_day_of_the_clock_is_a_day() {
    let of_the_clock = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    assert_eq!(Date::from_naive(of_the_clock), day("2026-11-22"));
}

#[test]
fn the_calendar_has_an_end_and_nothing_goes_beyond_it() {
    let last = day("9999-12-31").plus_days(u32::MAX);
    assert_eq!((last.plus_days(1), last.plus_months(1)), (last, last));
    assert!(day("1970-01-01").minus_days(u32::MAX) < day("1970-01-01"));
}

/// Years of five digits are none that ISO 8601, RFC 5545 or a spreadsheet reads; `+10000-01-01` even looks like a formula.
#[test]
fn days_beyond_four_digits_are_reckoned_with_and_told_as_the_last() {
    let last = day("9999-12-31");
    let beyond = last.plus_days(14);
    assert!(beyond > last);
    assert_eq!(beyond.days_since(last), 14);
    assert_eq!((last.to_string(), beyond.to_string()), ("9999-12-31".to_owned(), "9999-12-31".to_owned()));
    assert_eq!(serde_json::to_string(&beyond).unwrap(), "\"9999-12-31\"");
    assert!(beyond.is_beyond_words() && last.plus_days(1).is_beyond_words() && !last.is_beyond_words());
}

#[test]
fn a_date_is_ten_characters_of_a_day_that_exists() {
    let told = |text: &str| text.parse::<Date>().unwrap_err();
    assert_eq!(day("1970-01-01").to_string(), "1970-01-01");
    assert_eq!(told("1969-12-31"), "`1969-12-31` lies before 1970");
    assert_eq!(told("2025-02-29"), "the calendar has no day `2025-02-29`");
    for wrong in
        ["2026-1-22", "2026/11/22", "20261-1-22", "2026-11/22", "2026-11-2x", "x026-11-22", " 2026-11-2", "٢٠٢٦-"]
    {
        assert_eq!(told(wrong), format!("expected a date such as `2026-11-22`, found `{wrong}`"));
    }
    assert_eq!(format!("{:>12}|", day("2026-11-22")), "  2026-11-22|");
    assert_eq!(serde_json::to_string(&day("2026-11-22")).unwrap(), "\"2026-11-22\"");
}

#[test]
fn a_period_has_both_its_ends() {
    let quarter = period("2026-07-01", "2026-09-30");
    assert_eq!((quarter.days(), Period::day(day("2026-07-01")).days()), (92, 1));
    assert_eq!(quarter.to_string(), "2026-07-01 to 2026-09-30");
    assert_eq!(Period::day(day("2026-07-01")).to_string(), "2026-07-01");
    let overlaps = |start: &str, end: &str| {
        let other = period(start, end);
        assert_eq!(other.overlaps(&quarter), quarter.overlaps(&other));
        quarter.overlaps(&other)
    };
    assert!(overlaps("2026-01-01", "2026-07-01"));
    assert!(!overlaps("2026-01-01", "2026-06-30"));
    assert!(overlaps("2026-09-30", "2026-12-31"));
    assert!(!overlaps("2026-10-01", "2026-12-31"));
    assert!(overlaps("2026-08-01", "2026-08-31"));
}

#[test]
fn a_length_of_time_is_a_number_and_a_unit() {
    let length = |text: &str| text.parse::<Duration>();
    let after = |text: &str| length(text).unwrap().after(day("2026-01-31")).to_string();
    assert_eq!(after("3d"), "2026-02-03");
    assert_eq!(after("2w"), "2026-02-14");
    assert_eq!(after("1mo"), "2026-02-28");
    assert_eq!(after("2y"), "2028-01-31");
    assert_eq!((length("2w").unwrap().days(), length("2mo").unwrap().days()), (14, 60));
    let words = ["1d", "2d", "1w", "1mo", "6mo", "1y"].map(|text| length(text).unwrap().to_string());
    assert_eq!(words, ["1 day", "2 days", "7 days", "1 month", "6 months", "12 months"]);
    for wrong in ["", "3", "d", "3 d", "3m", "-3d", "3D", "1.5d", "99999999999d", "3dd"] {
        assert_eq!(
            length(wrong),
            Err(format!("expected a length of time such as `3d`, `2w`, `6mo` or `1y`, found `{wrong}`"))
        );
    }
    // A hundred years are 36,525 days with their leap days, 5,217 weeks and 6 days, 1,200 months.
    for longest in ["36525d", "5217w", "1200mo", "100y"] {
        assert!(length(longest).is_ok(), "{longest}");
    }
    for endless in ["36526d", "5218w", "1201mo", "101y", "4294967295w", "4294967295y"] {
        assert_eq!(length(endless), Err(format!("`{endless}` is longer than a hundred years")));
    }
}

/// The place of what a piece of evidence covers, as the text that stands there.
fn covers(written: &str) -> (String, String) {
    let yaml = format!(
        "organization: Acme\ncontrols: [{{ id: A, name: A, criteria: [], status: planned, evidence: [{{ covers: {written} }}] }}]"
    );
    let sources = single("inventory.yaml", &yaml);
    let inventory = gapcheck::read(&sources, &bundled().unwrap(), day("2026-11-22")).unwrap();
    let covers = inventory.controls[0].evidence[0].covers.clone().unwrap().0;
    (covers.to_string(), sources.text(covers.place).to_owned())
}

#[test]
fn evidence_covers_a_day_or_a_period() {
    assert_eq!(covers("2026-10-01"), ("2026-10-01".to_owned(), "2026-10-01".to_owned()));
    assert_eq!(
        covers("{ start: 2026-07-01, end: 2026-09-30 }"),
        ("2026-07-01 to 2026-09-30".to_owned(), "start".to_owned())
    );
}
