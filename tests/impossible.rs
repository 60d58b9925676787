//! Times and numbers that cannot be, whatever the organisation did: each is a problem with both places, never a gap.
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
use gapcheck::model::date::Date;

/// What is wrong with an inventory, a line a problem: `line:column [underlined] message | help`, and where the other thing
/// stands that it is about.
fn problems(rest: &str) -> Vec<String> {
    let sources = single("inventory.yaml", &format!("organization: Acme\n{rest}"));
    let Err(problems) = gapcheck::read(&sources, &bundled().unwrap(), Date::new(2026, 11, 22).unwrap()) else {
        return Vec::new();
    };
    let at = |place| {
        let at = sources.position(place);
        format!("{}:{} [{}]", at.line, at.column, sources.text(place))
    };
    let tell = |problem: &gapcheck::source::problem::Problem| {
        let related: Vec<String> =
            problem.related.iter().map(|(place, words)| format!(" | {words} {}", at(*place))).collect();
        let label = if problem.label.is_empty() { String::new() } else { format!(" {}:", problem.label) };
        let help = problem.help.as_deref().unwrap_or("-");
        format!("{}{label} {} | {help}{}", at(problem.place.unwrap()), problem.message, related.concat())
    };
    problems.sorted().into_iter().map(tell).collect()
}

/// The problems of a control with these lines in it; the first of them is line 4.
fn control(lines: &str) -> Vec<String> {
    problems(&format!("controls:\n  - {{ id: A, name: A, criteria: [CC6.3], status: retired,\n{lines}\n    }}\n"))
}

const DATES: &str = "correct one of the two dates | the other date";

#[test]
fn a_control_is_in_place_at_least_a_day() {
    assert_eq!(control("since: 2026-03-01, until: 2026-03-01"), [""; 0]);
    assert_eq!(control("until: 2026-03-01"), [""; 0]);
    assert_eq!(
        control("since: 2026-03-01,\nuntil: 2026-02-28"),
        [format!(
            "5:8 [2026-02-28] the control was in place until 2026-02-28, before it was put in place on 2026-03-01 | {DATES} \
             4:8 [2026-03-01]"
        )]
    );
    assert_eq!(control("since: 2026-03-01, until: soon").len(), 1, "a date that cannot be read is told once");
    assert_eq!(control("since: soon, until: 2026-03-01").len(), 1);
}

#[test]
fn a_test_comes_after_the_list_it_draws_from() {
    let test = |date: &str| {
        control(&format!("tests: [{{ of: operation,\npopulation: {{ retrieved: 2026-10-09 }},\ndate: {date} }}]"))
    };
    assert_eq!(test("2026-10-09"), [""; 0]);
    assert_eq!(
        test("2026-10-08"),
        [format!(
            "6:7 [2026-10-08] the test is dated 2026-10-08, before its population was retrieved on 2026-10-09 | {DATES} 5:26 \
             [2026-10-09]"
        )]
    );
    assert_eq!(test("soon").len(), 1);
}

#[test]
fn a_test_looks_back_on_its_period() {
    let test = |date: &str| {
        control(&format!(
            "tests: [{{ of: operation,\nperiod: {{ start: 2026-07-01, end: 2026-09-30 }},\ndate: {date} }}]"
        ))
    };
    assert_eq!(test("2026-09-30"), [""; 0]);
    assert_eq!(
        test("2026-09-29"),
        [format!(
            "6:7 [2026-09-29] the test is dated 2026-09-29, before the period it tested ended on 2026-09-30 | {DATES} 5:11 \
             [start]"
        )]
    );
    let unread = control("tests: [{ of: operation, period: { start: 2026-07-01, end: soon }, date: 2026-07-01 }]");
    assert_eq!(unread.len(), 1, "{unread:?}");
}

#[test]
fn what_was_put_right_before_the_period_deviated_in_no_item_of_it() {
    let test = |resolved: &str| {
        control(&format!(
            "tests: [{{ of: operation,\nperiod: {{ start: 2026-07-01, end: 2026-09-30 }},\nexceptions: [{{ resolved: {resolved} \
             }}] }}]"
        ))
    };
    assert_eq!(test("2026-07-01"), [""; 0]);
    assert_eq!(
        test("2026-06-30"),
        [format!(
            "6:26 [2026-06-30] the exception was resolved on 2026-06-30, before the period tested began on 2026-07-01 | {DATES} \
             5:11 [start]"
        )]
    );
}

#[test]
fn no_more_items_deviate_than_there_are() {
    let test = |fields: &str| control(&format!("tests: [{{ of: operation, exceptions: [{{ item: a }}],\n{fields} }}]"));
    assert_eq!(test("population: { size: 1 }"), [""; 0]);
    assert_eq!(
        test("population: { size: 0 }"),
        [
            "5:15 [size] 1 exception in a population of 0 | every exception is an item of the population; correct the size"
        ]
    );
    assert_eq!(
        test("population: { size: 0 }, sample: { size: 0 }"),
        ["5:42 [0] 1 exception in a sample of 0 | every exception is an item of the sample; correct the size"]
    );
}

/// Evidence as rows of path or url and time; the first of them is line 5.
fn evidence(pieces: &[&str]) -> Vec<String> {
    let lines: Vec<String> = pieces.iter().map(|piece| format!("{{ {piece} }}")).collect();
    control(&format!("evidence: [\n{}]", lines.join(",\n")))
}

#[test]
fn what_is_on_file_shows_a_time_once() {
    let q3 = "path: q3.pdf, covers: { start: 2026-07-01, end: 2026-09-30 }";
    let q4 = "path: q3.pdf, covers: { start: 2026-10-01, end: 2026-12-31 }";
    let last_day = "path: q3.pdf, covers: 2026-09-30";
    let help = "what is on file shows a time once; merge the two entries, or correct what each covers";
    assert_eq!(evidence(&[q3, q4]), [""; 0]);
    assert_eq!(evidence(&[q3, "path: other.pdf, covers: 2026-09-30", "path: q3.pdf", q4]), [""; 0]);
    assert_eq!(
        evidence(&[q3, last_day]),
        [format!(
            "6:9 [q3.pdf] second time: `q3.pdf` is listed twice with overlapping coverage: 2026-07-01 to 2026-09-30 and \
             2026-09-30 | {help} | first time 5:9 [q3.pdf]"
        )]
    );
    // The order of the file says which is the second, not the order of the times.
    assert_eq!(
        evidence(&[last_day, q3]),
        [format!(
            "6:9 [q3.pdf] second time: `q3.pdf` is listed twice with overlapping coverage: 2026-09-30 and 2026-07-01 to \
             2026-09-30 | {help} | first time 5:9 [q3.pdf]"
        )]
    );
    // A long time is remembered past a short one within it.
    let [july, august] = ["path: q3.pdf, covers: 2026-07-15", "path: q3.pdf, covers: 2026-08-15"];
    assert_eq!(evidence(&[q3, july, august]).len(), 2);
}

#[test]
fn an_address_counts_like_a_path() {
    let on = |day: &str| format!("url: 'https://e.example/log', covers: {day}");
    assert_eq!(evidence(&[&on("2026-09-30"), &on("2026-10-01")]), [""; 0]);
    assert_eq!(
        evidence(&[&on("2026-09-30"), &on("2026-09-30")]),
        [
            "6:3 [url] second time: `https://e.example/log` is listed twice with overlapping coverage: 2026-09-30 and 2026-09-30 | \
          what is on file shows a time once; merge the two entries, or correct what each covers | first time 5:3 [url]"
        ]
    );
    let both = format!("path: a.pdf, {}", on("2026-09-30"));
    assert_eq!(evidence(&[&both, &both]).len(), 1, "the same two are told of once");
    let other = evidence(&["path: a.pdf, covers: soon", "path: a.pdf, covers: 2026-09-30"]);
    assert_eq!(other.len(), 1, "a date that cannot be read is told once: {other:?}");
    // Another control may show the same file.
    let shared = "evidence: [{ path: a.pdf, covers: 2026-09-30 }]";
    let twice = format!(
        "controls:\n  - {{ id: A, name: A, criteria: [], status: planned, {shared} }}\n  - {{ id: B, name: B, criteria: [], \
         status: planned, {shared} }}\n"
    );
    assert_eq!(problems(&twice), [""; 0]);
}

#[test]
fn a_report_follows_the_fieldwork() {
    let milestones = |report: &str| {
        problems(&format!("controls: []\nscope: {{ milestones: {{ fieldwork: 2027-01-15, report: {report} }} }}"))
    };
    assert_eq!(milestones("2027-01-15"), [""; 0]);
    assert_eq!(
        milestones("2027-01-14"),
        [format!(
            "3:55 [2027-01-14] the report is promised for 2027-01-14, before fieldwork begins on 2027-01-15 | {DATES} 3:35 \
             [2027-01-15]"
        )]
    );
}

#[test]
fn a_report_is_reviewed_once_it_can_be_there() {
    let report = |fields: &str| {
        problems(&format!("controls: []\nvendors:\n  - id: aws\n    relation: vendor\n    reports: [{{ {fields} }}]"))
    };
    let period = "period: { start: 2025-10-01, end: 2026-09-30 }";
    for kind in ["soc2-type2", "soc1-type2", "soc3"] {
        assert_eq!(report(&format!("kind: {kind}, {period}, reviewed: 2026-09-30")), [""; 0]);
        let told = report(&format!("kind: {kind}, {period}, reviewed: 2026-09-29"));
        let message = "the report was reviewed on 2026-09-29, before the time it speaks of ended on 2026-09-30";
        assert!(told.len() == 1 && told[0].contains(message), "{told:?}");
    }
    assert_eq!(
        report("kind: soc2-type1, date: 2026-04-30, reviewed: 2026-04-29"),
        [format!(
            "6:63 [2026-04-29] the report was reviewed on 2026-04-29, before the time it speaks of ended on 2026-04-30 | {DATES} \
             6:41 [2026-04-30]"
        )]
    );
    assert_eq!(report("kind: soc2-type1, date: 2026-04-30, reviewed: 2026-04-30"), [""; 0]);
    // A certificate holds until a day yet to come.
    assert_eq!(report(&format!("kind: iso27001, {period}, reviewed: 2026-01-01")), [""; 0]);
    assert_eq!(report("kind: pci-dss, date: 2026-04-30, reviewed: 2026-01-01"), [""; 0]);
}

const ENTRIES: &str = "none of them could ever begin; take one out of the `depends_on` of another";

/// The problems of an inventory with these remediation entries; the first of them is line 6.
fn remediation(entries: &str) -> Vec<String> {
    let control = |id: &str| format!("  - {{ id: {id}, name: {id}, criteria: [CC6.3], status: planned }}\n");
    problems(&format!("controls:\n{}{}remediation:\n{entries}", control("A"), control("B")))
}

#[test]
fn entries_do_not_wait_for_each_other() {
    let planned = "control-not-in-place";
    let in_line = remediation(&format!(
        "  - {{ gap: 'A:{planned}', depends_on: ['B:{planned}'] }}\n  - {{ gap: 'B:{planned}', depends_on: ['A:evidence-absent'] }}\n"
    ));
    assert_eq!(in_line, [""; 0], "a gap without an entry waits for nothing");
    // Whatever order they stand in, the way begins with the first of them as people count.
    let round = remediation(
        "  - { gap: 'B:evidence-absent', depends_on: ['A:control-not-in-place'] }
  - gap: 'A:evidence-absent'
    depends_on:
      - 'CC1.1:criterion-without-control'
      - 'B:evidence-absent'
  - { gap: 'A:control-not-in-place', depends_on: ['A:evidence-absent', 'B:control-not-in-place'] }
  - { gap: 'CC1.1:criterion-without-control', depends_on: ['CC1.1:criterion-without-control'] }
",
    );
    assert_eq!(
        round,
        [
            format!(
                "11:51 ['A:evidence-absent'] `A:control-not-in-place` waits for this: `A:control-not-in-place` waits for \
                 `A:evidence-absent` waits for `B:evidence-absent` waits for `A:control-not-in-place` | {ENTRIES} | \
                 `A:evidence-absent` waits for this 10:9 ['B:evidence-absent'] | `B:evidence-absent` waits for this 6:46 \
                 ['A:control-not-in-place']"
            ),
            format!(
                "12:60 ['CC1.1:criterion-without-control'] `CC1.1:criterion-without-control` waits for this: \
                 `CC1.1:criterion-without-control` waits for `CC1.1:criterion-without-control` | {ENTRIES}"
            ),
        ]
    );
}

#[test]
fn a_long_way_round_is_told_in_short() {
    let gap = |at: usize| format!("CC{}.{}:criterion-without-control:{at}", 1 + at % 2, 1 + at % 3);
    let entries: String = (0..3_000)
        .map(|at| format!("  - {{ gap: '{}', depends_on: ['{}'] }}\n", gap(at), gap((at + 1) % 3_000)))
        .fold(String::new(), |text, entry| text + &entry);
    let told = remediation(&entries);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].matches(" waits for this").count(), 13, "the first and twelve others are shown");
    assert!(told[0].contains(" waits for 2988 more waits for `CC1.1:criterion-without-control:0`"), "{}", told[0]);
}

#[test]
fn an_effort_is_a_range_from_the_least_to_the_most() {
    let effort = |effort: &str| remediation(&format!("  - {{ gap: 'A:evidence-absent', effort: {effort} }}\n"));
    for good in
        ["2d", "0d", "0.5d", "1w", "{ likely: 2d }", "{ low: 2d, likely: 2d, high: 2d }", "{ low: 0d, likely: 1mo }"]
    {
        assert_eq!(effort(good), [""; 0], "{good}");
    }
    let range =
        "a range is written from the least to the most, such as `{ low: 1d, likely: 2d, high: 4d }` | the likely one";
    assert_eq!(
        effort("{ low: 3d, likely: 0.5w, high: 2d }"),
        [
            format!("6:48 [3d] the low effort is more than the likely one | {range} 6:60 [0.5w]"),
            format!("6:72 [2d] the high effort is less than the likely one | {range} 6:60 [0.5w]"),
        ]
    );
    let units = "d is working days, w weeks of five of them, mo months of twenty; at most one decimal";
    assert_eq!(
        effort("-2d"),
        [format!("6:41 [-2d] expected an effort such as `2d`, `0.5d` or `1w`, found `-2d` | {units}")]
    );
    assert_eq!(effort("101y"), [format!("6:41 [101y] `101y` is more than a hundred years of work | {units}")]);
    assert_eq!(effort("{ low: 1d, likely: soon }").len(), 1, "one that cannot be read is told once");
    assert_eq!(effort("{ low: 1d, high: 2d }").len(), 1);
    assert!(effort("[2d]")[0].contains("expected an effort such as `2d`, or `{ low: 1d, likely: 2d, high: 4d }`"));
}

#[test]
fn the_calendar_leaves_days_to_work_on() {
    let settings = |settings: &str| problems(&format!("controls: []\nsettings:\n  {settings}\n"));
    let year = "calendar: { holidays: [{ start: 2026-01-01, end: 2027-01-01 }, 2026-12-24] }";
    assert_eq!(settings(year), [""; 0]);
    assert_eq!(
        settings("calendar: { holidays: [{ start: 2026-12-24, end: 2027-12-25 }] }"),
        ["4:28 [start] days off for 367 days on end | a period of days off is a year at most; correct the year"]
    );
    assert_eq!(
        settings("calendar: { holidays: [{ start: 2026-12-24, end: 2026-12-23 }] }"),
        [
            "4:28 [start] a period of days off ends on 2026-12-23, before it starts on 2026-12-24 | swap the two dates, or correct the year"
        ]
    );
    assert_eq!(
        settings("calendar: { workdays: [] }"),
        [
            "4:25 [[] no day of the week is worked on | name the days that are, or leave the key out for Monday to Friday"
        ]
    );
    assert_eq!(
        settings("calendar: { workdays: [mon, tuesday, Monday] }"),
        ["4:40 [Monday] `monday` is named twice | name each day once"]
    );
    assert_eq!(settings("plan: { runs: 100000 }"), [""; 0]);
    assert_eq!(
        settings("plan: { runs: 100001 }"),
        ["4:17 [100001] a plan is simulated at most 100000 times | a thousand times tells the days well enough"]
    );
}
