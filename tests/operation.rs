//! How controls operated: when they had to run, what shows that they did, what tests come to, and what the rules say of it.
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

use std::sync::OnceLock;

use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::date::Date;
use gapcheck::model::files::{FileState, Files};
use gapcheck::model::operation::{Deficiency, Deviation, OccurrenceState, Operation};
use gapcheck::report::{Options, json};
use gapcheck::{Request, read};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// Looks at the assessment of an inventory on a day.
fn look<T>(yaml: &str, as_of: &str, files: &Files, look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    let catalog = CATALOG.get_or_init(|| bundled().unwrap());
    let (sources, as_of) = (single("inventory.yaml", yaml), date(as_of));
    let inventory = read(&sources, catalog, as_of).unwrap_or_else(|problems| panic!("{problems:?}\n{yaml}"));
    look(&gapcheck::assess(&sources, &inventory, catalog, files, &Request { as_of, fail_on: None, baseline: None }))
}

const HALF_YEAR: &str = "2026-07-01..2026-12-31";

/// An inventory with an observation period and these controls, given by their fields.
fn with(period: &str, controls: &[&str]) -> String {
    let (start, end) = period.split_once("..").unwrap();
    let scope = format!("scope: {{ report: type2, period: {{ start: {start}, end: {end} }} }}");
    let controls = (1..).zip(controls).map(|(at, fields)| {
        let name = if at == 1 { "Access review".to_owned() } else { format!("Control {at}") };
        format!("  - {{ id: C{at}, name: {name}, {fields} }}\n")
    });
    format!(
        "organization: Acme\n{scope}\nsystems: [{{ id: prod }}]\ncontrols:\n{}",
        controls.collect::<Vec<_>>().concat()
    )
}

/// One control for CC6.3 that is in place.
fn review(period: &str, fields: &str) -> String {
    with(period, &[&format!("criteria: [CC6.3], status: implemented, {fields}")])
}

/// How the first control operated.
fn operation(yaml: &str, as_of: &str) -> Option<Operation> {
    look(yaml, as_of, &Files::default(), |assessment| assessment.standings[0].operation.clone())
}

/// The occurrences of the first control, each in a line.
fn told(yaml: &str, as_of: &str) -> Vec<String> {
    let operation = operation(yaml, as_of).unwrap();
    operation.occurrences.iter().map(|one| format!("{}..{} {}", one.start, one.end, one.state.word())).collect()
}

/// The occurrences of a control in place, of a period, on a day.
fn windows(period: &str, fields: &str, as_of: &str) -> Vec<String> {
    told(&review(period, fields), as_of)
}

/// The only state there is, of a control with one occurrence.
fn state(period: &str, fields: &str, as_of: &str) -> OccurrenceState {
    let occurrences = operation(&review(period, fields), as_of).unwrap().occurrences;
    assert_eq!(occurrences.len(), 1, "{occurrences:?}");
    occurrences[0].state
}

/// A piece of evidence that speaks of a time and was taken on its last day.
fn covers(start: &str, end: &str) -> String {
    format!("{{ url: 'https://x/{start}', covers: {{ start: {start}, end: {end} }}, collected: {end} }}")
}

#[test]
fn a_quarterly_control_runs_twice_in_six_months() {
    let evidence = format!("frequency: quarterly, evidence: [{}]", covers("2026-07-01", "2026-09-30"));
    let windows = windows(HALF_YEAR, &evidence, "2026-11-22");
    assert_eq!(windows, ["2026-07-01..2026-09-30 evidenced", "2026-10-01..2026-12-31 not-yet-due"]);
}

#[test]
fn every_frequency_has_its_windows_from_the_first_day_of_the_period() {
    let later = "2030-01-01";
    let missed = |period: &str, frequency: &str| windows(period, &format!("frequency: {frequency}"), later);
    // 2026-07-16 is a Thursday.
    assert_eq!(
        missed("2026-07-16..2026-07-19", "daily"),
        [
            "2026-07-16..2026-07-16 missed",
            "2026-07-17..2026-07-17 missed",
            "2026-07-18..2026-07-18 no-occurrence",
            "2026-07-19..2026-07-19 no-occurrence"
        ]
    );
    assert_eq!(
        missed("2026-07-16..2026-08-02", "weekly"),
        ["2026-07-16..2026-07-22 missed", "2026-07-23..2026-07-29 missed", "2026-07-30..2026-08-02 not-yet-due"]
    );
    assert_eq!(
        missed("2026-07-16..2026-09-15", "monthly"),
        ["2026-07-16..2026-08-15 missed", "2026-08-16..2026-09-15 missed"]
    );
    assert_eq!(
        missed("2026-07-16..2027-01-15", "quarterly"),
        ["2026-07-16..2026-10-15 missed", "2026-10-16..2027-01-15 missed"]
    );
    assert_eq!(
        missed("2026-07-16..2027-07-15", "semiannual"),
        ["2026-07-16..2027-01-15 missed", "2027-01-16..2027-07-15 missed"]
    );
    assert_eq!(missed("2026-07-16..2027-07-15", "annual"), ["2026-07-16..2027-07-15 missed"]);
    assert_eq!(missed("2026-07-16..2027-07-15", "continuous"), ["2026-07-16..2027-07-15 missed"]);
    assert_eq!(missed("2026-07-16..2027-07-15", "per-event"), ["2026-07-16..2027-07-15 missed"]);
    assert_eq!(missed("2026-07-16..2027-07-15", "once"), ["2026-07-16..2027-07-15 no-occurrence"]);
}

#[test]
fn months_are_counted_from_the_first_day_and_never_drift() {
    let (monthly, later) = ("frequency: monthly", "2030-01-01");
    // 2028 has a 29 February; the month after it begins on the 31st again.
    assert_eq!(
        windows("2028-01-31..2028-04-29", monthly, later),
        ["2028-01-31..2028-02-28 missed", "2028-02-29..2028-03-30 missed", "2028-03-31..2028-04-29 missed"]
    );
    assert_eq!(
        windows("2027-01-31..2027-04-29", monthly, later),
        ["2027-01-31..2027-02-27 missed", "2027-02-28..2027-03-30 missed", "2027-03-31..2027-04-29 missed"]
    );
    // 30 November plus three months is the last of February, and six months the 30th again.
    assert_eq!(
        windows("2026-11-30..2027-08-29", "frequency: quarterly", later),
        ["2026-11-30..2027-02-27 missed", "2027-02-28..2027-05-29 missed", "2027-05-30..2027-08-29 missed"]
    );
    assert_eq!(
        windows("2028-02-29..2029-02-27", "frequency: annual", later),
        ["2028-02-29..2029-02-27 missed"],
        "29 February plus a year is the 28th"
    );
}

#[test]
fn a_last_window_that_is_cut_short_is_never_missed() {
    let last = |end: &str| {
        let windows = windows(&format!("2026-07-01..{end}"), "frequency: quarterly", "2030-01-01");
        (windows.len(), windows.last().unwrap().clone())
    };
    assert_eq!(last("2026-12-30"), (2, "2026-10-01..2026-12-30 not-yet-due".to_owned()));
    assert_eq!(last("2026-12-31"), (2, "2026-10-01..2026-12-31 missed".to_owned()));
    assert_eq!(last("2027-01-01"), (3, "2027-01-01..2027-01-01 not-yet-due".to_owned()));
    // What is on file shows it all the same.
    let shown = format!("frequency: quarterly, evidence: [{}]", covers("2026-10-01", "2026-11-20"));
    assert_eq!(windows("2026-07-01..2026-11-30", &shown, "2027-03-01")[1], "2026-10-01..2026-11-30 evidenced");
}

#[test]
fn a_control_is_held_to_the_time_it_was_in_place() {
    let quarterly = |fields: &str| windows(HALF_YEAR, &format!("frequency: quarterly{fields}"), "2027-06-01");
    assert_eq!(
        quarterly(", since: 2026-08-15"),
        ["2026-08-15..2026-11-14 missed", "2026-11-15..2026-12-31 not-yet-due"],
        "windows begin with it"
    );
    let whole = ["2026-07-01..2026-09-30 missed", "2026-10-01..2026-12-31 missed"];
    assert_eq!(quarterly(", since: 2026-07-01"), whole);
    assert_eq!(quarterly(", since: 2020-01-01"), whole);
    assert_eq!(quarterly(", until: 2027-01-01"), whole);
    assert_eq!(quarterly(", until: 2026-12-31"), whole);
    assert_eq!(
        quarterly(", until: 2026-10-10"),
        ["2026-07-01..2026-09-30 missed", "2026-10-01..2026-10-10 not-yet-due"],
        "its end cuts short, also where it is in place"
    );
    assert_eq!(quarterly(", since: 2026-12-31"), ["2026-12-31..2026-12-31 not-yet-due"]);
    assert_eq!(quarterly(", since: 2027-01-01"), [""; 0], "in place only after the period");
    assert_eq!(quarterly(", until: 2026-06-30"), [""; 0], "no longer in place when it began");
}

#[test]
fn who_is_observed() {
    let of = |fields: &str| {
        let yaml = with(HALF_YEAR, &[&format!("criteria: [CC6.3], frequency: quarterly, {fields}")]);
        operation(&yaml, "2027-06-01").map(|operation| operation.occurrences.len())
    };
    assert_eq!(of("status: implemented"), Some(2));
    assert_eq!(of("status: informal"), Some(2));
    assert_eq!(of("status: planned"), None);
    assert_eq!(of("status: in-progress"), None);
    assert_eq!(of("status: planned, until: 2026-12-31"), None);
    assert_eq!(of("status: retired"), None, "nobody says that it was there");
    assert_eq!(of("status: retired, until: 2026-06-30"), None);
    assert_eq!(of("status: retired, until: 2026-07-01"), Some(1));
    assert_eq!(of("status: retired, until: 2026-10-01"), Some(2));
    let type1 = review(HALF_YEAR, "frequency: quarterly")
        .replace("report: type2, period: { start: 2026-07-01, end: 2026-12-31 }", "report: type1");
    assert_eq!(operation(&type1, "2027-06-01"), None, "a Type I report does not ask");
}

#[test]
fn grace_runs_day_by_day() {
    let is = |period: &str, frequency: &str, as_of: &str| state(period, &format!("frequency: {frequency}"), as_of);
    // The period is one window; then the last day on which what shows it may still come in.
    for (period, frequency, last) in [
        ("2026-07-02..2026-07-02", "daily", "2026-07-05"),
        ("2026-07-01..2026-07-07", "weekly", "2026-07-12"),
        ("2026-07-01..2026-07-31", "monthly", "2026-08-10"),
        ("2026-07-01..2026-09-30", "quarterly", "2026-10-15"),
        ("2026-07-01..2026-12-31", "semiannual", "2027-01-15"),
        ("2026-07-01..2027-06-30", "annual", "2027-07-15"),
        ("2026-07-01..2026-08-20", "continuous", "2026-09-04"),
        ("2026-07-01..2026-08-20", "per-event", "2026-09-04"),
    ] {
        let mut day = date(last).minus_days(16);
        while day <= date(last) {
            assert_eq!(is(period, frequency, &day.to_string()), OccurrenceState::NotYetDue, "{frequency} on {day}");
            day = day.plus_days(1);
        }
        assert_eq!(is(period, frequency, &day.to_string()), OccurrenceState::Missed, "{frequency} on {day}");
    }
    // An inventory can set its own.
    let set = review("2026-07-01..2026-09-30", "frequency: quarterly") + "settings: { grace: { quarterly: 1mo } }\n";
    assert_eq!(told(&set, "2026-10-30"), ["2026-07-01..2026-09-30 not-yet-due"]);
    assert_eq!(told(&set, "2026-10-31"), ["2026-07-01..2026-09-30 missed"]);
}

#[test]
fn before_the_period_nothing_is_due() {
    let windows = windows(HALF_YEAR, "frequency: quarterly", "2026-06-30");
    assert_eq!(windows, ["2026-07-01..2026-09-30 not-yet-due", "2026-10-01..2026-12-31 not-yet-due"]);
}

#[test]
fn evidence_over_a_boundary_shows_the_window_it_mostly_speaks_of() {
    let states = |evidence: &str| {
        let windows = windows(HALF_YEAR, &format!("frequency: quarterly, evidence: [{evidence}]"), "2027-02-01");
        windows.iter().map(|line| line.split(' ').nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    // Each window has 92 days. 16 August to 14 November are 16 + 30 + 31 + 14 = 91 days: 46 in the first, 45 in the second.
    assert_eq!(states(&covers("2026-08-16", "2026-11-14")), ["evidenced", "missed"], "half of the window is enough");
    // From 17 August 90 days, 45 and 45: half of itself is not enough, and each is less than half of its window.
    assert_eq!(states(&covers("2026-08-17", "2026-11-14")), ["missed", "missed"]);
    // Until 13 November 89 days, 45 and 44: more than half of itself.
    assert_eq!(states(&covers("2026-08-17", "2026-11-13")), ["evidenced", "missed"]);
    assert_eq!(states(&covers("2026-08-18", "2026-11-14")), ["missed", "evidenced"]);
    assert_eq!(states(&covers("2026-08-16", "2026-11-15")), ["evidenced", "evidenced"], "half of both");
    // A single day lies wholly within.
    assert_eq!(states("{ url: a, collected: 2026-09-30 }"), ["evidenced", "missed"]);
    assert_eq!(states("{ url: a, collected: 2026-10-01 }"), ["missed", "evidenced"]);
    assert_eq!(states(&covers("2026-01-01", "2026-12-31")), ["evidenced", "evidenced"]);
    // Two pieces are not added up: each has to show it by itself.
    let two = format!("{}, {}", covers("2026-03-01", "2026-07-31"), covers("2026-09-15", "2026-12-31"));
    assert_eq!(states(&two), ["missed", "evidenced"]);
}

#[test]
fn what_evidence_speaks_of_decides_not_when_it_was_taken() {
    let is = |evidence: &str| {
        state("2026-07-01..2026-09-30", &format!("frequency: quarterly, evidence: [{evidence}]"), "2027-06-01")
    };
    let (shown, missed) = (OccurrenceState::Evidenced, OccurrenceState::Missed);
    let inside = "covers: { start: 2026-07-01, end: 2026-09-30 }";
    assert_eq!(is(&format!("{{ url: a, {inside}, collected: 2027-05-31 }}")), shown, "taken after the period");
    assert_eq!(is(&format!("{{ url: a, {inside} }}")), shown);
    let before = "covers: { start: 2026-04-01, end: 2026-06-30 }";
    assert_eq!(is(&format!("{{ url: a, {before}, collected: 2026-07-05 }}")), missed, "speaks of the time before");
    assert_eq!(is("{ url: a, collected: 2026-07-05 }"), shown);
    assert_eq!(is("{ url: a, collected: 2026-10-01 }"), missed);
    assert_eq!(is("{ url: a }"), missed, "nobody knows of when");
}

#[test]
fn only_evidence_that_can_be_shown_shows_an_occurrence() {
    let mut files = Files::default();
    files.insert(0, "found.pdf", FileState::Found(Some("a".repeat(64))));
    files.insert(0, "gone.pdf", FileState::Missing);
    let is = |evidence: &str, as_of: &str| {
        let yaml = review("2026-07-01..2026-07-31", &format!("frequency: monthly, evidence: [{{ {evidence} }}]"));
        look(&yaml, as_of, &files, |assessment| {
            assessment.standings[0].operation.as_ref().unwrap().occurrences[0].state
        })
    };
    let (shown, missed) = (OccurrenceState::Evidenced, OccurrenceState::Missed);
    let dated = "covers: { start: 2026-07-01, end: 2026-07-31 }, collected: 2026-08-02";
    assert_eq!(is(&format!("path: found.pdf, {dated}"), "2026-09-01"), shown);
    assert_eq!(is(&format!("path: found.pdf, {dated}, sha256: {}", "a".repeat(64)), "2026-09-01"), shown);
    assert_eq!(is(&format!("path: found.pdf, {dated}, sha256: {}", "b".repeat(64)), "2026-09-01"), missed, "altered");
    assert_eq!(is(&format!("path: gone.pdf, {dated}"), "2026-09-01"), missed);
    assert_eq!(is(&format!("title: Somewhere, {dated}"), "2026-09-01"), missed);
    assert_eq!(is(&format!("url: a, {dated}"), "2029-09-01"), shown, "however old it is");
    let early = "url: a, covers: { start: 2026-07-01, end: 2026-07-31 }, collected: 2026-07-30";
    assert_eq!(is(early, "2026-09-01"), missed, "taken before the time was over");
    assert_eq!(is("url: a, collected: 2026-07-20", "2026-07-20"), shown);
    assert_eq!(is("url: a, collected: 2026-07-20", "2026-07-19"), OccurrenceState::NotYetDue, "dated ahead");
}

#[test]
fn a_written_rule_shows_that_something_ran_only_where_the_control_is_the_rule() {
    let is = |kinds: &str| {
        let evidence = "url: a, covers: { start: 2026-07-01, end: 2026-09-30 }, collected: 2026-10-01";
        state("2026-07-01..2026-09-30", &kinds.replace("EVIDENCE", evidence), "2027-06-01")
    };
    let policy = "frequency: quarterly, evidence: [{ kind: policy, EVIDENCE }]";
    assert_eq!(is(policy), OccurrenceState::Missed);
    assert_eq!(is(&format!("kind: procedure, {policy}")), OccurrenceState::Missed);
    assert_eq!(is(&format!("kind: policy, {policy}")), OccurrenceState::Evidenced);
    assert_eq!(is(&policy.replace("kind: policy", "kind: record")), OccurrenceState::Evidenced);
    assert_eq!(is(&policy.replace("kind: policy, ", "")), OccurrenceState::Evidenced);
}

#[test]
fn a_recorded_zero_shows_that_nothing_called_for_a_control() {
    let of = |fields: &str| {
        let operation = operation(&review("2026-07-01..2026-09-30", fields), "2027-06-01").unwrap();
        (operation.occurrences[0].state, operation.shown)
    };
    let (shown, missed) = ((OccurrenceState::Evidenced, true), (OccurrenceState::Missed, false));
    let zero = (OccurrenceState::NoOccurrence, true);
    let items = |frequency: &str, items: u32| {
        let time = "covers: { start: 2026-07-01, end: 2026-09-30 }, collected: 2026-10-01";
        format!("frequency: {frequency}, evidence: [{{ url: a, {time}, items: {items} }}]")
    };
    assert_eq!(of("frequency: per-event"), missed);
    assert_eq!(of(&items("per-event", 0)), zero);
    assert_eq!(of(&items("per-event", 1)), shown);
    assert_eq!(of(&items("quarterly", 0)), shown, "a list that is empty is still one that was looked through");
    assert_eq!(of(&items("continuous", 0)), shown);
    let both = items("per-event", 0).replace("[{", "[{ url: b, collected: 2026-08-01, items: 3 }, {");
    assert_eq!(of(&both), shown, "what ran outweighs a record that nothing did");
    // Half of the 92 days are 46: until 15 August.
    let until = |day: &str| {
        items("per-event", 0).replace("start: 2026-07-01, end: 2026-09-30", &format!("start: 2026-05-01, end: {day}"))
    };
    assert_eq!(of(&until("2026-08-15")), zero);
    // 45 of the 92 days, and 45 of its own 106.
    assert_eq!(of(&until("2026-08-14")), missed);
    // One day of which nothing happened says nothing of the other 91, however wholly it lies within them.
    let days = |days: &[(&str, &str)]| {
        let piece = |(start, end): &(&str, &str)| {
            format!("{{ url: u{start}, covers: {{ start: {start}, end: {end} }}, collected: {end}, items: 0 }}")
        };
        format!("frequency: per-event, evidence: [{}]", days.iter().map(piece).collect::<Vec<_>>().join(", "))
    };
    assert_eq!(of(&days(&[("2026-09-29", "2026-09-29")])), missed);
    // Records of parts are taken together, each day once: 31 days of July and 15 of August, or 14.
    let (july, both) = (("2026-07-01", "2026-07-31"), ("2026-07-20", "2026-08-05"));
    assert_eq!(of(&days(&[("2026-08-06", "2026-08-15"), july, both])), zero);
    assert_eq!(of(&days(&[("2026-08-06", "2026-08-14"), july, both])), missed);
}

#[test]
fn a_test_that_found_the_population_empty_is_a_recorded_zero() {
    let of = |frequency: &str, test: &str, as_of: &str| {
        let fields = format!("frequency: {frequency}, tests: [{{ {test} }}]");
        let operation = operation(&review("2026-07-01..2026-09-30", &fields), as_of).unwrap();
        (operation.occurrences[0].state, operation.shown)
    };
    let (missed, zero) = ((OccurrenceState::Missed, false), (OccurrenceState::NoOccurrence, true));
    let test =
        "of: operation, date: 2026-10-05, period: { start: 2026-07-01, end: 2026-09-30 }, population: { size: 0 }";
    assert_eq!(of("per-event", test, "2027-06-01"), zero);
    assert_eq!(of("per-event", &format!("{test}, conclusion: deficient"), "2027-06-01"), zero, "whatever it came to");
    assert_eq!(of("per-event", test, "2026-10-05"), zero);
    assert_eq!(of("per-event", test, "2026-10-04"), (OccurrenceState::NotYetDue, false), "not made yet");
    assert_eq!(of("quarterly", test, "2027-06-01"), missed, "a quarter comes whatever happens");
    assert_eq!(of("per-event", &test.replace("size: 0", "size: 1"), "2027-06-01"), missed);
    assert_eq!(of("per-event", &test.replace("population: { size: 0 }", "sample: { size: 0 }"), "2027-06-01"), missed);
    assert_eq!(of("per-event", &test.replace("operation", "design"), "2027-06-01"), missed);
    assert_eq!(of("per-event", &test.replace("date: 2026-10-05, ", ""), "2027-06-01"), missed, "nobody dated it");
    // Without a period it speaks of its day, and a day is no quarter.
    let day = "of: operation, date: 2026-07-02, population: { size: 0 }";
    assert_eq!(of("per-event", day, "2026-07-02"), zero, "half of the two days gone");
    assert_eq!(of("per-event", day, "2026-07-03"), (OccurrenceState::NotYetDue, false), "a third of them");
    assert_eq!(of("per-event", day, "2027-06-01"), missed);
    let half =
        "of: operation, date: 2026-10-05, period: { start: 2026-05-01, end: 2026-08-14 }, population: { size: 0 }";
    assert_eq!(of("per-event", half, "2027-06-01"), missed, "45 of 92 days");
}

#[test]
fn a_daily_control_rests_at_the_weekend() {
    // 2026-07-03 is a Friday.
    let days = |evidence: &str, as_of: &str| {
        let windows = windows("2026-07-03..2026-07-07", &format!("frequency: daily{evidence}"), as_of);
        windows.iter().map(|line| line.split(' ').nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(days("", "2026-08-01"), ["missed", "no-occurrence", "no-occurrence", "missed", "missed"]);
    let saturday = ", evidence: [{ url: a, collected: 2026-07-04 }]";
    assert_eq!(days(saturday, "2026-08-01"), ["missed", "evidenced", "no-occurrence", "missed", "missed"]);
    // On Wednesday the 8th the grace of three days is over for what ended on the 4th.
    assert_eq!(days("", "2026-07-08"), ["missed", "no-occurrence", "not-yet-due", "not-yet-due", "not-yet-due"]);
    // A weekly control that ends on a Sunday does not rest.
    assert_eq!(windows("2026-07-06..2026-07-12", "frequency: weekly", "2026-08-01"), ["2026-07-06..2026-07-12 missed"]);
}

#[test]
fn the_day_of_the_assessment_decides() {
    let control = format!(
        "frequency: monthly, evidence: [{}, {}]",
        covers("2026-07-01", "2026-07-31"),
        covers("2026-09-01", "2026-09-30")
    );
    let states = |as_of: &str| {
        let windows = windows("2026-07-01..2026-09-30", &control, as_of);
        windows.iter().map(|line| line.split(' ').nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(states("2026-07-30"), ["not-yet-due", "not-yet-due", "not-yet-due"]);
    assert_eq!(states("2026-07-31"), ["evidenced", "not-yet-due", "not-yet-due"]);
    assert_eq!(states("2026-09-10"), ["evidenced", "not-yet-due", "not-yet-due"]);
    assert_eq!(states("2026-09-11"), ["evidenced", "missed", "not-yet-due"]);
    assert_eq!(states("2028-09-30"), ["evidenced", "missed", "evidenced"], "missed stays missed");
}

#[test]
fn without_a_frequency_there_are_no_occurrences() {
    let of = |evidence: &str| {
        let operation = operation(&review(HALF_YEAR, &format!("evidence: [{evidence}]")), "2027-06-01").unwrap();
        (operation.occurrences.len(), operation.shown, operation.operates())
    };
    assert_eq!(of(""), (0, false, false));
    // 184 days: half are 92, until 30 September.
    assert_eq!(of(&covers("2026-03-01", "2026-09-30")), (0, true, true));
    // 91 of 184 days, and 91 of its own 213.
    assert_eq!(of(&covers("2026-03-01", "2026-09-29")), (0, false, false));
    assert_eq!(of("{ url: a, collected: 2026-12-31 }"), (0, true, true));
    assert_eq!(of("{ url: a, kind: policy, collected: 2026-12-31 }"), (0, false, false));
    assert_eq!(of("{ url: a, items: 0, collected: 2026-12-31 }"), (0, true, true));
    // What was there for a part is asked for that part.
    let part = review(HALF_YEAR, "since: 2026-12-01, evidence: [{ url: a, collected: 2026-11-30 }]");
    assert!(!operation(&part, "2027-06-01").unwrap().shown);
    let zero = "tests: [{ of: operation, date: 2026-12-01, population: { size: 0 } }]";
    assert!(!operation(&review(HALF_YEAR, zero), "2027-06-01").unwrap().shown, "only what events call for can rest");
}

#[test]
fn the_span_says_whether_a_control_was_late_or_ended() {
    let of = |fields: &str, as_of: &str| {
        let operation = operation(&review(HALF_YEAR, fields), as_of).unwrap();
        let span = operation.span.map(|span| format!("{}..{}", span.start, span.end));
        (span, operation.late, operation.ended)
    };
    let span = |text: &str| Some(text.to_owned());
    let later = "2027-06-01";
    assert_eq!(of("since: 2026-07-01, until: 2026-12-31", later), (span(HALF_YEAR), false, false));
    assert_eq!(of("since: 2026-07-02", later), (span("2026-07-02..2026-12-31"), true, false));
    assert_eq!(of("until: 2026-12-30", later), (span("2026-07-01..2026-12-30"), false, true));
    assert_eq!(of("until: 2026-11-22", "2026-11-22"), (span("2026-07-01..2026-11-22"), false, false), "it ends today");
    assert_eq!(of("until: 2026-11-21", "2026-11-22"), (span("2026-07-01..2026-11-21"), false, true));
    assert_eq!(of("until: 2026-06-30", later), (None, false, true));
    assert_eq!(of("since: 2027-01-01", later), (None, true, false));
}

/// How tests come out: the last conclusion, deviations, deficiency, and whether they show that it operated.
fn tests(tests: &str) -> (Option<(Date, bool)>, Deviation, Deficiency, bool) {
    let operation = operation(&review(HALF_YEAR, &format!("tests: [{tests}]")), "2026-11-22").unwrap();
    (operation.tests.last, operation.tests.exceptions, operation.tests.deficiency, operation.shown)
}

/// A test of operation of a day, with more about it.
fn test(day: &str, more: &str) -> String {
    format!("{{ of: operation, date: {day}, {more} }}")
}

/// The same whichever stands first.
fn both(one: &str, other: &str) -> (Option<(Date, bool)>, Deviation, Deficiency, bool) {
    assert_eq!(tests(&format!("{one}, {other}")), tests(&format!("{other}, {one}")));
    tests(&format!("{one}, {other}"))
}

#[test]
fn a_test_counts_with_a_date_and_a_conclusion_in_the_period() {
    let nothing = (None, Deviation::None, Deficiency::None, false);
    let effective = "conclusion: effective";
    let good = |day: &str| (Some((date(day), true)), Deviation::None, Deficiency::None, true);
    assert_eq!(tests(""), nothing);
    assert_eq!(tests(&test("2026-07-01", effective)), good("2026-07-01"));
    assert_eq!(tests(&test("2026-06-30", effective)), nothing, "before the period");
    assert_eq!(tests(&test("2026-11-22", effective)), good("2026-11-22"));
    assert_eq!(tests(&test("2026-11-23", effective)), nothing, "not made yet");
    assert_eq!(tests(&test("2026-10-01", "by: Alex")), nothing, "without a conclusion");
    assert_eq!(tests("{ of: operation, conclusion: effective }"), nothing, "nobody dated it");
    assert_eq!(tests("{ of: design, date: 2026-10-01, conclusion: effective }"), nothing);
    // The period tested counts, not the day of the test.
    let of = |start: &str, end: &str| format!("period: {{ start: {start}, end: {end} }}, {effective}");
    assert_eq!(tests(&test("2026-10-01", &of("2026-04-01", "2026-06-30"))), nothing);
    assert_eq!(tests(&test("2026-10-01", &of("2026-04-01", "2026-07-01"))), good("2026-10-01"));
    let undated = format!("{{ of: operation, {} }}", of("2026-07-01", "2026-09-30"));
    assert_eq!(tests(&undated), nothing, "a period is not a date");
}

#[test]
fn the_last_test_of_operation_counts_and_of_one_day_the_worst() {
    let last = |one: &str, other: &str| both(&test(one, "conclusion: effective"), other).0;
    let on = |day: &str, good: bool| Some((date(day), good));
    assert_eq!(last("2026-10-01", &test("2026-10-02", "conclusion: deficient")), on("2026-10-02", false));
    assert_eq!(last("2026-10-02", &test("2026-10-01", "conclusion: deficient")), on("2026-10-02", true));
    assert_eq!(last("2026-10-01", &test("2026-10-01", "conclusion: exception")), on("2026-10-01", false));
    // An exception that is not put right weighs more than the word beside it.
    let listed =
        |resolved: &str| test("2026-10-01", &format!("conclusion: effective, exceptions: [{{ item: A{resolved} }}]"));
    assert_eq!(tests(&listed("")).0, on("2026-10-01", false));
    assert_eq!(tests(&listed(", resolved: 2026-11-22")).0, on("2026-10-01", true));
    assert_eq!(tests(&listed(", resolved: 2026-11-23")).0, on("2026-10-01", false), "put right tomorrow");
}

#[test]
fn a_deviation_is_never_erased_only_resolved() {
    let of = |more: &str| tests(&test("2026-10-01", more)).1;
    assert_eq!(of("conclusion: exception"), Deviation::Unresolved);
    assert_eq!(of("conclusion: exception, exceptions: [{ item: A }]"), Deviation::Unresolved);
    assert_eq!(of("conclusion: exception, exceptions: [{ item: A, resolved: 2026-11-22 }]"), Deviation::Resolved);
    assert_eq!(of("conclusion: exception, exceptions: [{ item: A, resolved: 2026-11-23 }]"), Deviation::Unresolved);
    assert_eq!(of("conclusion: effective, exceptions: [{ item: A, resolved: 2026-11-01 }]"), Deviation::Resolved);
    assert_eq!(
        of("conclusion: effective, exceptions: [{ item: A, resolved: 2026-11-01 }, { item: B }]"),
        Deviation::Unresolved
    );
    assert_eq!(of("exceptions: [{ item: A }]"), Deviation::Unresolved, "also without a conclusion");
    assert_eq!(of("conclusion: deficient"), Deviation::None);
    assert_eq!(of("conclusion: deficient, exceptions: [{ item: A }]"), Deviation::None, "part of the deficiency");
    let undated = |more: &str| tests(&format!("{{ of: operation, {more} }}"));
    let doubt = (None, Deviation::Unresolved, Deficiency::None, false);
    assert_eq!(undated("conclusion: exception"), doubt, "doubt never flatters");
    assert_eq!(tests(&test("2026-06-30", "conclusion: exception")).1, Deviation::None, "of another time");
    assert!(tests(&test("2026-10-01", "conclusion: exception")).3, "it looked, and mostly found it at work");
    // A retest resolves what lists no exception of its own.
    let retest = |day: &str| test(day, "conclusion: effective");
    let exception = test("2026-10-01", "conclusion: exception");
    assert_eq!(both(&exception, &retest("2026-10-02")).1, Deviation::Resolved);
    assert_eq!(both(&exception, &retest("2026-10-01")).1, Deviation::Unresolved, "not later");
    let listed = test("2026-10-01", "conclusion: exception, exceptions: [{ item: A }]");
    assert_eq!(both(&listed, &retest("2026-10-02")).1, Deviation::Unresolved, "the item itself is not put right");
    let poor = test("2026-10-02", "conclusion: effective, exceptions: [{ item: B }]");
    assert_eq!(both(&exception, &poor).1, Deviation::Unresolved, "the retest found one itself");
    let undated = "{ of: operation, conclusion: exception }";
    assert_eq!(both(undated, &retest("2026-10-02")).1, Deviation::Unresolved, "nobody knows what came later");
    let resolved = test("2026-10-01", "conclusion: exception, exceptions: [{ item: A, resolved: 2026-10-05 }]");
    assert_eq!(both(&resolved, &listed).1, Deviation::Unresolved, "all of them");
}

#[test]
fn a_deficiency_stands_until_a_later_test_finds_the_control_effective() {
    let deficient = |day: &str| test(day, "conclusion: deficient");
    let retest = test("2026-10-02", "conclusion: effective");
    assert_eq!(tests(&deficient("2026-10-01")).2, Deficiency::Standing);
    assert!(!tests(&deficient("2026-10-01")).3, "it shows nothing at work");
    assert_eq!(both(&deficient("2026-10-01"), &retest).2, Deficiency::Retested);
    assert_eq!(both(&deficient("2026-10-02"), &retest).2, Deficiency::Standing);
    assert_eq!(both(&deficient("2026-10-03"), &retest).2, Deficiency::Standing);
    assert_eq!(both("{ of: operation, conclusion: deficient }", &retest).2, Deficiency::Standing);
    let two = format!("{}, {retest}", deficient("2026-09-01"));
    assert_eq!(both(&two, &deficient("2026-10-01")).2, Deficiency::Retested);
    assert_eq!(both(&two, &deficient("2026-10-03")).2, Deficiency::Standing, "each of them");
    assert_eq!(both(&deficient("2026-10-01"), &test("2026-10-02", "conclusion: exception")).2, Deficiency::Standing);
    let operates = |tests: &str| operation(&review(HALF_YEAR, tests), "2026-11-22").unwrap().operates();
    assert!(operates(&format!("tests: [{}, {retest}]", deficient("2026-10-01"))));
    assert!(!operates(&format!("tests: [{retest}, {}]", deficient("2026-10-03"))));
}

#[test]
fn nothing_operated_that_was_in_place_at_no_time_of_the_period() {
    let of = |fields: &str| operation(&review(HALF_YEAR, &format!("{fields}, {SOUND}")), "2026-11-22").unwrap().shown;
    assert!(of("since: 2026-12-31"));
    assert!(!of("since: 2027-01-01"));
    assert!(!of("until: 2026-06-30"));
}

const SOUND: &str = "tests: [{ of: operation, date: 2026-10-01, conclusion: effective }]";

#[test]
fn the_result_lists_every_occurrence() {
    let fields = format!("frequency: quarterly, evidence: [{}]", covers("2026-07-01", "2026-09-30"));
    let yaml = review("2026-04-01..2026-12-31", &fields);
    let result = look(&yaml, "2026-11-22", &Files::default(), |assessment| {
        (json::FORMAT.render)(assessment, &Options::default()).into_text()
    });
    let result: serde_json::Value = serde_json::from_str(&result).unwrap();
    assert_eq!(
        result["controls"][0]["occurrences"],
        serde_json::json!([
            { "start": "2026-04-01", "end": "2026-06-30", "state": "missed" },
            { "start": "2026-07-01", "end": "2026-09-30", "state": "evidenced" },
            { "start": "2026-10-01", "end": "2026-12-31", "state": "not_yet_due" },
        ])
    );
    assert_eq!(OccurrenceState::NoOccurrence.snake(), "no_occurrence");
}
