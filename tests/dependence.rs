//! What is said of other organisations: their reports, what they expect of us, and what we expect of them.
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

use gapcheck::Request;
use gapcheck::load;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::date::Date;
use gapcheck::model::files::Files;
use gapcheck::model::gap::Gap;
use gapcheck::model::level::Level;
use gapcheck::model::rule::GapNature;
use gapcheck::model::verdict::Verdict;
use gapcheck::model::words::AssuranceKind;

const HEALTHY: &str = include_str!("healthy.yaml");
/// A half year that is nearly five months old on the day of the assessment.
const HALF: (&str, &str) = ("report: type1", "report: type2\n  period: { start: 2026-07-01, end: 2026-12-31 }");
/// A report that leaves nothing open.
const GOOD: &str = "{ kind: soc2-type2, period: { start: 2025-11-23, end: 2026-11-22 }, reviewed: 2026-11-22 }";

/// The healthy inventory with changes to its text, and other organisations.
fn inventory(changes: &[(&str, &str)], vendors: &str) -> String {
    let text = changes.iter().fold(HEALTHY.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "the healthy inventory has no `{from}`");
        text.replacen(from, to, 1)
    });
    format!("{text}vendors:\n{vendors}\n")
}

/// One organisation of these fields, with these reports.
fn vendor(fields: &str, reports: &[&str]) -> String {
    format!("  - {{ id: aws, name: Amazon Web Services, {fields}, reports: [{}] }}", reports.join(", "))
}

fn look<T>(text: &str, as_of: &str, look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    let sources = load::inventory::single("inventory.yaml", text);
    let catalog = load::catalog::bundled().expect("the catalog");
    let as_of: Date = as_of.parse().expect("a day");
    let inventory = gapcheck::read(&sources, &catalog, as_of).unwrap_or_else(|problems| panic!("{problems:?}"));
    let request = Request { as_of, fail_on: None, baseline: None };
    look(&gapcheck::assess(&sources, &inventory, &catalog, &Files::default(), &request))
}

/// A gap told in full.
fn tell(result: &Assessment<'_>, gap: &Gap) -> String {
    let finding = &gap.finding;
    let criteria: Vec<String> = finding.criteria.iter().map(ToString::to_string).collect();
    let systems: Vec<&str> = finding.systems.iter().map(|at| result.inventory.systems[*at].id.as_str()).collect();
    let place = finding.place.map_or("-", |place| result.sources.text(place));
    assert_eq!((finding.control, &finding.owner), (None, &None), "nobody here knows whose it is");
    let mut lines = vec![
        finding.id.to_string(),
        finding.title.clone(),
        finding.current_state.to_string(),
        finding.desired_state.to_string(),
        finding.recommendation.to_string(),
        format!("[{}] [{}] at {place}", criteria.join(" "), systems.join(" ")),
    ];
    lines.extend(finding.circumstances.iter().map(|of| format!("{}: {:+}: {}", of.factor, of.points, of.because)));
    lines.join("\n")
}

/// Every gap of dependence on a day, told in full, by id.
fn told_on(as_of: &str, changes: &[(&str, &str)], vendors: &str) -> Vec<String> {
    look(&inventory(changes, vendors), as_of, |result| {
        let of_dependence = result.gaps.iter().filter(|gap| gap.finding.rule.nature == GapNature::Dependence);
        let mut told: Vec<String> = of_dependence.map(|gap| tell(result, gap)).collect();
        told.sort();
        told
    })
}

fn told(changes: &[(&str, &str)], vendors: &str) -> Vec<String> {
    told_on("2026-11-22", changes, vendors)
}

/// The ids of the gaps of dependence.
fn ids(changes: &[(&str, &str)], vendors: &str) -> Vec<String> {
    told(changes, vendors).iter().filter_map(|gap| gap.lines().next().map(str::to_owned)).collect()
}

/// The current state of the one gap there is on a day; nothing where there is none.
fn now_on(as_of: &str, changes: &[(&str, &str)], vendors: &str) -> Option<String> {
    let told = told_on(as_of, changes, vendors);
    assert!(told.len() <= 1, "{told:#?}");
    told.first().and_then(|gap| gap.lines().nth(2).map(str::to_owned))
}

fn now(changes: &[(&str, &str)], vendors: &str) -> Option<String> {
    now_on("2026-11-22", changes, vendors)
}

/// The circumstances of the one gap there is.
fn circumstances(changes: &[(&str, &str)], vendors: &str) -> Vec<String> {
    let told = told(changes, vendors);
    assert_eq!(told.len(), 1, "{told:#?}");
    told[0].lines().skip(6).map(str::to_owned).collect()
}

const NONE: [&str; 0] = [];

mod absent {
    use super::*;

    #[test]
    fn in_full() {
        let aws = vendor(
            "relation: carve-out, systems: [prod, app], criticality: high, \
             expected_controls: [{ criteria: [CC6.5, CC6.4/entry-approval] }, { criteria: [A1.2, CC6.4] }]",
            &[
                "{ kind: questionnaire, date: 2026-09-02, reviewed: 2026-09-16 }",
                "{ kind: penetration-test, date: 2026-05-12 }",
                "{ kind: soc2-type2, period: { start: 2026-11-23, end: 2027-11-22 } }",
            ],
        );
        // A1.2 is not selected.
        assert_eq!(
            told(&[], &aws),
            ["aws:subservice-report-absent\n\
              Amazon Web Services: no independent report on its controls is on file\n\
              Amazon Web Services is carved out, and nothing independent is on file about it. On file: penetration test \
              of 2026-05-12 and questionnaire of 2026-09-02. What speaks of a time still to come does not count.\n\
              A report by somebody independent on the controls of Amazon Web Services is on file, and was reviewed.\n\
              Ask Amazon Web Services for its SOC 2 report, read it, and list it under `reports` with its period and the day \
              of the review. If there is none, ask for another independent report, or make its controls part of the \
              description.\n\
              [CC6.4 CC6.5 CC9.2] [app prod] at aws\n\
              criticality: +10: Much depends on `aws`."]
        );
    }

    #[test]
    fn with_nothing_on_file_at_all() {
        let now = now(&[], "  - { id: aws, relation: carve-out }");
        assert_eq!(now.as_deref(), Some("aws is carved out, and nothing independent is on file about it."));
    }

    #[test]
    fn of_the_kinds_of_report_seven_count() {
        let without: Vec<&str> = AssuranceKind::ALL
            .iter()
            .map(|kind| kind.word())
            .filter(|kind| {
                let report = format!("{{ kind: {kind}, date: 2026-10-01, reviewed: 2026-10-02 }}");
                !ids(&[], &vendor("relation: carve-out", &[&report])).is_empty()
            })
            .collect();
        assert_eq!(without, ["penetration-test", "questionnaire", "other"]);
    }

    #[test]
    fn a_report_that_begins_on_the_day_counts() {
        let of = |start: &str| {
            let report =
                format!("{{ kind: iso27001, period: {{ start: {start}, end: 2029-11-21 }}, reviewed: 2026-11-22 }}");
            ids(&[], &vendor("relation: carve-out", &[&report]))
        };
        assert_eq!(of("2026-11-22"), NONE);
        assert_eq!(of("2026-11-23"), ["aws:subservice-report-absent"]);
    }

    #[test]
    fn only_of_what_is_carved_out() {
        let of = |relation: &str| ids(&[], &vendor(relation, &["{ kind: other, reviewed: 2026-11-01 }"]));
        assert_eq!(of("relation: carve-out"), ["aws:subservice-report-absent"]);
        assert_eq!(of("relation: inclusive"), NONE);
        assert_eq!(of("relation: vendor"), NONE);
        assert_eq!(of("systems: []"), NONE, "by default it is an ordinary supplier");
    }

    #[test]
    fn weighs_by_how_much_depends_on_it() {
        let of = |level: &str| circumstances(&[], &vendor(&format!("relation: carve-out, criticality: {level}"), &[]));
        assert_eq!(of("very-high"), ["criticality: +10: Very much depends on `aws`."]);
        assert_eq!(of("high"), ["criticality: +10: Much depends on `aws`."]);
        assert_eq!(of("moderate"), NONE);
        assert_eq!(of("low"), ["criticality: -15: Little depends on `aws`."]);
        assert_eq!(of("very-low"), ["criticality: -15: Little depends on `aws`."]);
    }

    #[test]
    fn its_risk_adds_up_and_weighs_on_the_verdict() {
        let aws = vendor("relation: carve-out, systems: [prod], criticality: high", &[]);
        look(&inventory(&[], &aws), "2026-11-22", |result| {
            let [gap] = &result.gaps[..] else { panic!("one gap") };
            let working: Vec<(&str, i16)> = gap.risk.working.iter().map(|line| (line.name, line.points)).collect();
            // CC9.2 is of high impact. RSK-01 stands on it with a test of design.
            assert_eq!(working, [("criterion", 82), ("fault", 55), ("criticality", 10), ("other control", -20)]);
            // 65 × 82: moderate, 21 + 58 × 147 / 200 = 63.63; 45 × 82: moderate, 21 + 58 × 127 / 200 = 57.83.
            assert_eq!((gap.risk.inherent.score, gap.risk.score(), gap.risk.level()), (64, 58, Level::Moderate));
            let doubtful: Vec<(String, Verdict)> = result
                .criteria
                .iter()
                .filter(|criterion| criterion.design.verdict != Verdict::NoGap)
                .map(|criterion| {
                    (result.catalog.criteria[criterion.criterion].id.to_string(), criterion.design.verdict)
                })
                .collect();
            assert_eq!(doubtful, [("CC9.2".to_owned(), Verdict::Partial)]);
        });
    }
}

mod report_gap_of_type_1 {
    use super::*;

    fn of(report: &str) -> Option<String> {
        now(&[], &vendor("relation: carve-out", &[report]))
    }

    #[test]
    fn in_full() {
        let old = "{ kind: soc2-type2, period: { start: 2024-11-22, end: 2025-11-21 }, reviewed: 2026-01-15 }";
        let older = "{ kind: iso27001, date: 2025-03-03 }";
        assert_eq!(
            told(&[], &vendor("relation: carve-out, expected_controls: [{ criteria: [CC6.4] }]", &[old, older])),
            ["aws:subservice-report-gap\n\
              Amazon Web Services: its newest report is too old\n\
              The newest on file ended on 2025-11-21: SOC 2 Type II report of 2024-11-22 to 2025-11-21. It counts for a \
              report of Type I up to 2026-11-21, 12 months later, and this assessment looks at 2026-11-22.\n\
              The reports of Amazon Web Services are of the type that ours needs, speak of the time that ours does, and \
              somebody judged what their exceptions mean for our controls.\n\
              Ask for its latest report, and list it with the period or the date it speaks of.\n\
              [CC6.4 CC9.2] [] at aws"]
        );
    }

    #[test]
    fn a_year_and_a_day_is_too_long() {
        assert_eq!(of("{ kind: soc1-type1, date: 2025-11-22, reviewed: 2026-01-15 }"), None);
        let too_old = of("{ kind: soc1-type1, date: 2025-11-21, reviewed: 2026-01-15 }").expect("a gap");
        assert!(too_old.starts_with("The newest on file ended on 2025-11-21: SOC 1 Type I report of 2025-11-21."));
        // A period goes before a date.
        let both = |end: &str, date: &str| {
            format!("{{ kind: soc3, period: {{ start: 2025-01-01, end: {end} }}, date: {date}, reviewed: 2026-01-15 }}")
        };
        assert_eq!(of(&both("2025-11-22", "2025-01-02")), None);
        assert!(of(&both("2025-11-21", "2026-01-02")).is_some());
    }

    #[test]
    fn it_is_the_newest_that_counts() {
        let reports =
            ["{ kind: pci-dss, date: 2024-03-03 }", GOOD, "{ kind: soc2-type2, date: 2025-03-03, exceptions: 4 }"];
        assert_eq!(now(&[], &vendor("relation: carve-out", &reports)), None);
    }

    #[test]
    fn a_bridge_letter_does_not_make_it_younger() {
        let letter = "{ kind: soc2-type2, period: { start: 2024-11-22, end: 2025-11-21 }, reviewed: 2026-01-15, \
                      bridge_until: 2026-02-20 }";
        assert!(of(letter).is_some());
    }

    #[test]
    fn the_term_can_be_set_and_the_day_is_that_of_the_report() {
        let old = vendor(
            "relation: carve-out",
            &["{ kind: soc2-type2, period: { start: 2024-11-22, end: 2025-11-21 }, reviewed: 2026-01-15 }"],
        );
        let set =
            |term: &str| now(&[("scope:", &format!("settings: {{ vendors: {{ report: {term} }} }}\nscope:"))], &old);
        assert_eq!(set("366d"), None);
        assert!(set("365d").is_some_and(|now| now.contains(" up to 2026-11-21, 365 days later, ")));
        // Nothing after the date of our report is asked for, and nothing after the day of the assessment.
        let as_of = |date: &str| now(&[("report: type1", &format!("report: type1\n  as_of: {date}"))], &old);
        assert_eq!(as_of("2026-11-21"), None);
        assert!(as_of("2026-11-23").is_some_and(|now| now.ends_with("this assessment looks at 2026-11-22.")));
    }

    #[test]
    fn reports_of_no_known_time() {
        let undated = ["{ kind: soc2-type2, reviewed: 2026-11-01 }", "{ kind: iso27001 }"];
        let told = told(&[], &vendor("relation: carve-out", &undated));
        let lines: Vec<&str> = told[0].lines().collect();
        assert_eq!(lines[1], "Amazon Web Services: nobody can tell what time its reports speak of");
        assert_eq!(
            lines[2],
            "No report on file says what time it speaks of: SOC 2 Type II report without a date and ISO/IEC 27001 \
             certificate without a date."
        );
        assert_eq!(now(&[], &vendor("relation: carve-out", &[undated[0], undated[1], GOOD])), None);
    }
}

mod report_gap_of_type_2 {
    use super::*;

    fn soc(period: (&str, &str), more: &str) -> String {
        let (start, end) = period;
        format!("{{ kind: soc2-type2, period: {{ start: {start}, end: {end} }}, reviewed: {end}{more} }}")
    }

    fn of_on(as_of: &str, reports: &[&str]) -> Option<String> {
        now_on(as_of, &[HALF], &vendor("relation: carve-out", reports))
    }

    fn of(reports: &[&str]) -> Option<String> {
        of_on("2026-11-22", reports)
    }

    #[test]
    fn none_that_speaks_of_operation() {
        let reports = [
            "{ kind: soc2-type1, date: 2026-04-30, reviewed: 2026-05-20 }",
            "{ kind: iso27001, period: { start: 2026-01-01, end: 2026-12-31 }, reviewed: 2026-11-20 }",
        ];
        assert_eq!(
            told(&[HALF], &vendor("relation: carve-out, criticality: low", &reports)),
            ["aws:subservice-report-gap\n\
              Amazon Web Services: none of its reports speaks of operation\n\
              Ours is a report of Type II. None of those on file is: SOC 2 Type I report of 2026-04-30 and ISO/IEC 27001 \
              certificate of 2026-01-01 to 2026-12-31.\n\
              The reports of Amazon Web Services are of the type that ours needs, speak of the time that ours does, and \
              somebody judged what their exceptions mean for our controls.\n\
              Ask Amazon Web Services for a SOC 2 report of Type II.\n\
              [CC9.2] [] at aws\n\
              criticality: -15: Little depends on `aws`."]
        );
    }

    #[test]
    fn three_kinds_speak_of_operation() {
        let speaking: Vec<&str> = AssuranceKind::ALL
            .iter()
            .map(|kind| kind.word())
            .filter(|kind| {
                let report = GOOD.replace("soc2-type2", kind);
                ids(&[HALF], &vendor("relation: carve-out", &[&report])).is_empty()
            })
            .collect();
        assert_eq!(speaking, ["soc2-type2", "soc1-type2", "soc3"]);
    }

    #[test]
    fn days_that_a_bridge_letter_would_reach() {
        // From 1 October: 31 + 22 days. Three months after 30 September is 30 December.
        let report = soc(("2025-10-01", "2026-09-30"), "");
        assert_eq!(
            told(&[HALF], &vendor("relation: carve-out", &[&report])),
            ["aws:subservice-report-gap\n\
              Amazon Web Services: its reports leave days of the period open\n\
              53 days of 2026-07-01 to 2026-11-22 are covered by none of its reports on operation: 2026-10-01 to 2026-11-22. On \
              file: SOC 2 Type II report of 2025-10-01 to 2026-09-30.\n\
              The reports of Amazon Web Services are of the type that ours needs, speak of the time that ours does, and \
              somebody judged what their exceptions mean for our controls.\n\
              Ask Amazon Web Services for a bridge letter over these days, the last of them 2026-11-22, and enter it under \
              `bridge_until`.\n\
              [CC9.2] [] at aws\n\
              bridge letter would do: -25: Bridge letters may reach over every day that is left open."]
        );
    }

    #[test]
    fn days_that_no_bridge_letter_reaches() {
        // Three months after 30 June is 30 September, and the letter claims more.
        let report = soc(("2025-07-01", "2026-06-30"), ", bridge_until: 2026-12-31");
        let iso = "{ kind: iso27001, date: 2026-10-20 }";
        let told = told(&[HALF], &vendor("relation: carve-out", &[&report, iso]));
        let lines: Vec<&str> = told[0].lines().collect();
        assert_eq!(
            lines[2],
            "53 days of 2026-07-01 to 2026-11-22 are covered by none of its reports on operation: 2026-10-01 to 2026-11-22. On file: \
             SOC 2 Type II report of 2025-07-01 to 2026-06-30 (bridge letter to 2026-12-31). The bridge letter to \
             2026-12-31 counts up to 2026-09-30, 3 months after the end of its report."
        );
        assert_eq!(
            lines[4],
            "Ask Amazon Web Services for a report that speaks of these days; a bridge letter reaches 3 months beyond its \
             report at most."
        );
        assert_eq!(lines.len(), 6, "nothing makes it less likely: {lines:?}");
    }

    #[test]
    fn a_bridge_letter_that_claims_too_much_is_not_held_against_what_it_covers() {
        let report = soc(("2025-10-01", "2026-09-30"), ", bridge_until: 2027-06-30");
        assert_eq!(of(&[&report]), None);
        let later = of_on("2026-12-31", &[&report]);
        assert_eq!(
            later.as_deref(),
            Some(
                "1 day of 2026-07-01 to 2026-12-31 is covered by none of its reports on operation: 2026-12-31. On file: SOC 2 Type \
                 II report of 2025-10-01 to 2026-09-30 (bridge letter to 2027-06-30). The bridge letter to 2027-06-30 counts \
                 up to 2026-12-30, 3 months after the end of its report."
            )
        );
    }

    #[test]
    fn a_bridge_letter_that_stops_short() {
        let report = soc(("2025-10-01", "2026-09-30"), ", bridge_until: 2026-10-31");
        let vendors = vendor("relation: carve-out", &[&report]);
        assert!(now(&[HALF], &vendors).is_some_and(|now| now.starts_with(
            "22 days of 2026-07-01 to 2026-11-22 are covered by none of its reports on operation: 2026-11-01 to 2026-11-22."
        )));
        assert_eq!(
            circumstances(&[HALF], &vendors),
            ["bridge letter would do: -25: Bridge letters may reach over every day that is left open."]
        );
        assert_eq!(of(&[&report.replace("2026-10-31", "2026-11-22")]), None);
    }

    #[test]
    fn reports_in_a_row_and_holes_between_them() {
        let first = soc(("2025-10-01", "2026-09-30"), "");
        let next = |end: &str| format!("{{ kind: soc3, period: {{ start: 2026-10-01, end: {end} }} }}");
        assert_eq!(of(&[&first, &next("2026-11-22")]), None);
        // Nobody can have a report on a time that is not over.
        assert!(of(&[&first, &next("2026-11-23")]).is_some_and(|now| now.starts_with(
            "53 days of 2026-07-01 to 2026-11-22 are covered by none of its reports on operation: 2026-10-01 to 2026-11-22."
        )));
        // A hole of 14 days, which a letter to the first report reaches over.
        let hole = [&*first, "{ kind: soc1-type2, period: { start: 2026-10-15, end: 2026-11-22 } }"];
        assert!(of(&hole).is_some_and(|now| now.starts_with(
            "14 days of 2026-07-01 to 2026-11-22 are covered by none of its reports on operation: 2026-10-01 to 2026-10-14."
        )));
        assert_eq!(circumstances(&[HALF], &vendor("relation: carve-out", &hole)).len(), 1);
        // The start of the period is before every report: no letter reaches back.
        let late = soc(("2026-07-02", "2026-11-22"), "");
        assert!(of(&[&late]).is_some_and(|now| now.starts_with("1 day of")));
        assert_eq!(circumstances(&[HALF], &vendor("relation: carve-out", &[&late])), NONE);
    }

    #[test]
    fn only_the_days_up_to_now_and_up_to_the_end_of_the_period_are_asked_for() {
        let report = soc(("2025-07-01", "2026-06-30"), "");
        assert_eq!(of_on("2026-06-30", &[&report]), None, "the period has not begun");
        assert!(of_on("2026-07-01", &[&report]).is_some_and(|now| now.starts_with("1 day of 2026-07-01 is covered")));
        let whole = soc(("2026-01-01", "2026-12-31"), "");
        assert_eq!(of_on("2027-03-31", &[&whole]), None, "the period is over");
        let short = soc(("2026-01-01", "2026-12-30"), "");
        assert!(of_on("2027-03-31", &[&short]).is_some_and(|now| now.starts_with("1 day of 2026-07-01 to 2026-12-31")));
    }

    #[test]
    fn before_the_period_the_type_is_asked_for_and_the_time_is_not() {
        let certificate = "{ kind: iso27001, date: 2026-04-30, reviewed: 2026-05-20 }";
        assert!(of_on("2026-06-30", &[certificate]).is_some());
    }

    #[test]
    fn a_report_of_no_known_time_speaks_of_no_day() {
        let undated = "{ kind: soc2-type2, bridge_until: 2026-12-31, reviewed: 2026-11-01 }";
        assert_eq!(
            of(&[undated]).as_deref(),
            Some(
                "145 days of 2026-07-01 to 2026-11-22 are covered by none of its reports on operation: 2026-07-01 to 2026-11-22. On \
                 file: SOC 2 Type II report without a date (bridge letter to 2026-12-31)."
            )
        );
    }

    #[test]
    fn how_far_bridge_letters_reach_can_be_set() {
        let report = soc(("2025-07-01", "2026-06-30"), ", bridge_until: 2026-12-31");
        let set = |reach: &str| {
            let settings = format!("settings: {{ vendors: {{ bridge_letter: {reach} }} }}\nscope:");
            now(&[HALF, ("scope:", &settings)], &vendor("relation: carve-out", &[&report]))
        };
        assert_eq!(set("145d"), None);
        assert!(
            set("144d").is_some_and(|now| now.starts_with("1 day of") && now.contains(" up to 2026-11-21, 144 days"))
        );
    }

    #[test]
    fn a_bridge_letter_does_not_do_where_exceptions_stand_open_beside_it() {
        let report = soc(("2025-10-01", "2026-09-30"), ", exceptions: 2");
        assert_eq!(
            told(&[HALF], &vendor("relation: carve-out", &[&report])),
            ["aws:subservice-report-gap\n\
              Amazon Web Services: its reports leave days of the period open\n\
              53 days of 2026-07-01 to 2026-11-22 are covered by none of its reports on operation: 2026-10-01 to 2026-11-22. On \
              file: SOC 2 Type II report of 2025-10-01 to 2026-09-30. The SOC 2 Type II report of 2025-10-01 to \
              2026-09-30 names 2 exceptions, and nothing says what that means for our controls.\n\
              The reports of Amazon Web Services are of the type that ours needs, speak of the time that ours does, and \
              somebody judged what their exceptions mean for our controls.\n\
              Ask Amazon Web Services for a bridge letter over these days, the last of them 2026-11-22, and enter it under \
              `bridge_until`. Judge what each exception means for our controls, and say so under `exceptions_assessed`.\n\
              [CC9.2] [] at aws"]
        );
    }
}

mod exceptions {
    use super::*;

    fn of(reports: &[&str]) -> Option<String> {
        now(&[], &vendor("relation: carve-out", reports))
    }

    fn soc(end: &str, more: &str) -> String {
        format!("{{ kind: soc2-type2, period: {{ start: 2025-01-01, end: {end} }}, reviewed: 2026-11-01, {more} }}")
    }

    #[test]
    fn in_full() {
        let report = soc("2026-09-30", "exceptions: 1");
        assert_eq!(
            told(&[], &vendor("relation: carve-out", &[&report])),
            ["aws:subservice-report-gap\n\
              Amazon Web Services: nobody judged the exceptions of its reports\n\
              The SOC 2 Type II report of 2025-01-01 to 2026-09-30 names 1 exception, and nothing says what that \
              means for our controls.\n\
              The reports of Amazon Web Services are of the type that ours needs, speak of the time that ours does, and \
              somebody judged what their exceptions mean for our controls.\n\
              Judge what each exception means for our controls, and say so under `exceptions_assessed`.\n\
              [CC9.2] [] at aws"]
        );
    }

    #[test]
    fn that_are_none_or_judged_are_no_gap() {
        assert_eq!(of(&[&soc("2026-09-30", "exceptions: 0")]), None);
        assert_eq!(of(&[&soc("2026-09-30", "exceptions: 3, exceptions_assessed: Not of our region.")]), None);
        assert!(of(&[&soc("2026-09-30", "exceptions: 3, exceptions_assessed: '  '")]).is_some());
    }

    #[test]
    fn of_older_reports_and_of_what_is_no_report_are_not_asked_about() {
        let newest = soc("2026-09-30", "exceptions: 0");
        assert_eq!(of(&[&newest, &soc("2026-09-29", "exceptions: 2")]), None);
        assert_eq!(of(&[&newest, "{ kind: questionnaire, date: 2026-10-30, exceptions: 2 }"]), None);
        assert!(of(&[&newest, "{ kind: iso27001, date: 2026-10-30, exceptions: 2 }"]).is_some());
    }

    #[test]
    fn of_every_report_that_speaks_of_the_period_are_asked_about() {
        // The first ends on the first day of the period, and so speaks of it; the other ended the day before.
        let older =
            |end: &str| format!("{{ kind: soc2-type2, period: {{ start: 2025-07-01, end: {end} }}, exceptions: 9 }}");
        let newest =
            "{ kind: soc2-type2, period: { start: 2026-06-01, end: 2026-11-22 }, reviewed: 2026-11-22, exceptions: 0 }";
        let asked = |end: &str| now(&[HALF], &vendor("relation: carve-out", &[newest, &older(end)]));
        let expected = "The SOC 2 Type II report of 2025-07-01 to 2026-07-01 names 9 exceptions, and nothing says what that \
                        means for our controls.";
        assert_eq!(asked("2026-07-01").as_deref(), Some(expected));
        assert_eq!(asked("2026-06-30"), None);
    }

    #[test]
    fn of_any_of_the_newest_of_one_day_are() {
        let reports = [&*soc("2026-09-30", "exceptions: 0"), "{ kind: iso27001, date: 2026-09-30, exceptions: 2 }"];
        let expected = "The ISO/IEC 27001 certificate of 2026-09-30 names 2 exceptions, and nothing says what that \
                        means for our controls.";
        assert_eq!(of(&reports).as_deref(), Some(expected));
        assert_eq!(of(&[reports[1], reports[0]]).as_deref(), Some(expected));
        let both = [&*soc("2026-09-30", "exceptions: 1"), reports[1]];
        assert_eq!(
            of(&both).as_deref(),
            Some(
                "The SOC 2 Type II report of 2025-01-01 to 2026-09-30 names 1 exception and ISO/IEC 27001 certificate \
                 of 2026-09-30 names 2 exceptions, and nothing says what that means for our controls."
            )
        );
    }
}

mod user_entity_controls {
    use super::*;

    fn asked(relation: &str, control: &str) -> String {
        vendor(&format!("relation: {relation}, systems: [app], user_entity_controls: [{control}]"), &[GOOD])
    }

    #[test]
    fn that_nobody_took_on() {
        assert_eq!(
            told(&[], &asked("carve-out", "{ id: C-3, text: Customers restrict console access. }")),
            ["aws:user-entity-control-unplaced:C-3\n\
              Amazon Web Services: no control in place does what C-3 expects of us\n\
              Amazon Web Services expects of its users: \u{201c}Customers restrict console access.\u{201d} No control is named \
              that does it.\n\
              A control in place does what Amazon Web Services expects of its users, and C-3 names it.\n\
              Name the control of ours that does it under `controls` of C-3, or put one in place.\n\
              [CC9.2] [app] at C-3"]
        );
    }

    #[test]
    fn whose_only_control_is_not_in_place() {
        let plan = ("    status: implemented", "    status: planned");
        let told = told(&[plan], &asked("carve-out", "{ id: C-3, controls: [AC-01] }"));
        let lines: Vec<&str> = told[0].lines().collect();
        assert_eq!(
            lines[2],
            "Amazon Web Services expects something of its users that the inventory does not put in words. The control named \
             for it is not in place: AC-01 (planned)."
        );
        assert_eq!(lines[4], "Put that control in place, or name another that does it.");
    }

    #[test]
    fn none_of_whose_controls_is_in_place() {
        let (retire, begin) =
            (("status: implemented", "status: retired"), ("status: implemented", "status: in-progress"));
        let told =
            told(&[retire, begin], &asked("carve-out", "{ id: C-3, text: T., controls: [AC-02, AC-01, AC-02] }"));
        let lines: Vec<&str> = told[0].lines().collect();
        assert_eq!(
            lines[2],
            "Amazon Web Services expects of its users: \u{201c}T.\u{201d} None of the controls named for it is in place: AC-01 \
             (retired) and AC-02 (in-progress)."
        );
        assert_eq!(lines[4], "Put one of these controls in place, or name another that does it.");
    }

    #[test]
    fn one_control_in_place_is_enough_also_an_informal_one() {
        let change = |first: &'static str, second: &'static str| {
            [("status: implemented", first), ("status: implemented", second)]
        };
        let found = |changes: &[(&str, &str)]| ids(changes, &asked("vendor", "{ id: C-3, controls: [AC-01, AC-02] }"));
        assert_eq!(found(&change("status: planned", "status: informal")), NONE);
        assert_eq!(found(&change("status: planned", "status: retired")), ["aws:user-entity-control-unplaced:C-3"]);
    }

    #[test]
    fn a_control_in_place_whose_design_is_deficient_is_a_gap_of_its_own() {
        let deficient = ("conclusion: effective", "conclusion: deficient");
        assert_eq!(ids(&[deficient], &asked("carve-out", "{ id: C-3, controls: [AC-01] }")), NONE);
    }

    #[test]
    fn every_one_is_asked_for_whatever_the_relation() {
        for relation in ["vendor", "carve-out", "inclusive"] {
            let found = ids(&[], &asked(relation, "{ id: C-10 }, { id: C-9 }, { id: C-1, controls: [AC-01] }"));
            assert_eq!(
                found,
                ["aws:user-entity-control-unplaced:C-10", "aws:user-entity-control-unplaced:C-9"],
                "{relation}"
            );
        }
    }
}

mod expected_controls {
    use super::*;

    /// The healthy inventory without a control on a criterion.
    fn without<'a>(from: &'a str, to: &'a str) -> [(&'a str, &'a str); 2] {
        [(from, to), (from, to)]
    }

    const CC9_2: [&str; 2] = ["CC5.3, CC9.2]", "CC5.3]"];
    const CC6_4: [&str; 2] = ["[CC6.4, CC6.5]", "[CC6.5]"];

    fn relied_on(relation: &str, expected: &str) -> String {
        vendor(&format!("relation: {relation}, expected_controls: [{expected}]"), &[GOOD])
    }

    #[test]
    fn of_one_that_is_carved_out_and_watched_by_nobody() {
        let expected = "{ criteria: [CC6.5], text: 'Disks destroyed on site.' }, { criteria: [A1.2, CC6.4] }, \
                        { criteria: [], text: Good will }";
        assert_eq!(
            told(&without(CC9_2[0], CC9_2[1]), &relied_on("carve-out", expected)),
            ["aws:expected-control-unsupported\n\
              Amazon Web Services: no control in place watches over what it is relied on for\n\
              Amazon Web Services is carved out and relied on for \u{201c}Good will\u{201d}, CC6.4 and A1.2 and \u{201c}Disks \
              destroyed on site\u{201d} (CC6.5). No control in place addresses CC9.2, so nobody would notice if it were not \
              done.\n\
              A control in place that addresses CC9.2 watches over what Amazon Web Services is relied on for.\n\
              Put a control in place by which somebody reads the reports of Amazon Web Services, judges their exceptions and \
              follows up what they expect of us, and map it to CC9.2.\n\
              [CC6.4 CC6.5 CC9.2] [] at aws"]
        );
    }

    #[test]
    fn one_control_that_watches_is_enough_unless_its_design_was_found_deficient() {
        let aws = relied_on("carve-out", "{ criteria: [CC6.4] }");
        assert_eq!(ids(&[(CC9_2[0], CC9_2[1])], &aws), NONE);
        // RSK-02 is the only one left on it.
        let name = "name: Quarterly review of controls against risks";
        let at = HEALTHY.find(name).expect("RSK-02");
        let effective = "conclusion: effective";
        let tests_before = HEALTHY[..at].matches(effective).count();
        let mut deficient = inventory(&[(CC9_2[0], CC9_2[1])], &aws);
        let (position, _) = deficient.match_indices(effective).nth(tests_before + 1).expect("its test of design");
        deficient.replace_range(position..position + effective.len(), "conclusion: deficient");
        let found = look(&deficient, "2026-11-22", |result| {
            let mut ids: Vec<String> = result.gaps.iter().map(|gap| gap.id().to_owned()).collect();
            ids.sort();
            ids
        });
        assert!(found.contains(&"RSK-02:design-deficient".to_owned()), "{found:?}");
        assert!(found.contains(&"aws:expected-control-unsupported".to_owned()), "{found:?}");
    }

    #[test]
    fn who_is_relied_on_for_nothing_need_not_be_watched_for_it() {
        let unwatched = without(CC9_2[0], CC9_2[1]);
        assert_eq!(ids(&unwatched, &vendor("relation: carve-out", &[GOOD])), NONE);
        assert_eq!(ids(&unwatched, &relied_on("vendor", "{ criteria: [CC6.4] }")), NONE);
        assert_eq!(ids(&unwatched, &relied_on("inclusive", "{ criteria: [CC6.4] }")), NONE);
    }

    #[test]
    fn where_watching_over_others_does_not_apply_nobody_asks_for_it() {
        let excluded = (
            "  report: type1",
            "  report: type1\n  not_applicable: [{ criteria: [CC9.2], rationale: None., approved_by: cto }]",
        );
        let aws = relied_on("carve-out", "{ criteria: [CC6.4] }");
        let [first, second] = without(CC9_2[0], CC9_2[1]);
        assert_eq!(ids(&[first, second, excluded], &aws), NONE);
        // What else is found of it touches no criterion that does not apply.
        let told = told(&[excluded], &vendor("relation: carve-out, expected_controls: [{ criteria: [CC6.4] }]", &[]));
        assert!(told[0].ends_with("\n[CC6.4] [] at aws"), "{told:?}");
    }

    #[test]
    fn of_one_that_is_included_and_listed_nowhere() {
        let expected = "{ criteria: [CC6.4, CC6.5, A1.2], text: Guards and badges. }, { criteria: [CC2.3] }";
        assert_eq!(
            told(&without(CC6_4[0], CC6_4[1]), &relied_on("inclusive", expected)),
            ["aws:expected-control-unsupported\n\
              Amazon Web Services: no control in place does what it is relied on for\n\
              The controls of Amazon Web Services are part of the description, and it is relied on for \u{201c}Guards and \
              badges\u{201d} (CC6.4, CC6.5 and A1.2). No control in place addresses CC6.4.\n\
              A control in place, of Amazon Web Services or of ours, addresses CC6.4.\n\
              List the controls of Amazon Web Services that do it beside our own, mapped to CC6.4, with what shows them at \
              work; or put one of ours in place.\n\
              [CC2.3 CC6.4 CC6.5 CC9.2] [] at aws"]
        );
    }

    #[test]
    fn a_control_on_each_criterion_is_enough() {
        let aws = relied_on("inclusive", "{ criteria: [CC6.4, A1.2] }");
        assert_eq!(ids(&[], &aws), NONE);
        assert_eq!(ids(&[(CC6_4[0], CC6_4[1])], &aws), NONE);
        // A1.2 lies outside what is selected until it is selected.
        let selected = ("categories: [security]", "categories: [security, availability]");
        assert_eq!(ids(&[selected], &aws), ["aws:expected-control-unsupported"]);
    }
}

mod unreviewed {
    use super::*;

    fn of(fields: &str, reports: &[&str]) -> Option<String> {
        now(&[], &vendor(fields, reports))
    }

    #[test]
    fn in_full() {
        let reports = [
            "{ kind: questionnaire, date: 2025-11-20, reviewed: 2025-11-21 }",
            "{ kind: soc2-type1, date: 2025-03-03, reviewed: 2025-04-04 }",
        ];
        assert_eq!(
            told(&[], &vendor("systems: [prod], criticality: very-high", &reports)),
            ["aws:vendor-unreviewed\n\
              Amazon Web Services: its last review is too long ago\n\
              It was last reviewed on 2025-11-21. A review is in date for 12 months: up to 2026-11-21, 1 day before \
              2026-11-22.\n\
              Somebody reviewed what is on file about Amazon Web Services within 12 months, and the day is on record.\n\
              Read the latest report of Amazon Web Services, or have it answer questions, judge what that means for our \
              controls, and record the day under `reviewed`.\n\
              [CC9.2] [prod] at aws\n\
              criticality: +10: Very much depends on `aws`."]
        );
    }

    #[test]
    fn a_year_and_a_day_ago_is_too_long() {
        let reviewed = |day: &str| of("systems: []", &[&format!("{{ kind: other, reviewed: {day} }}")]);
        assert_eq!(reviewed("2025-11-22"), None);
        assert!(reviewed("2025-11-21").is_some());
        assert_eq!(reviewed("2026-11-22"), None);
    }

    #[test]
    fn a_review_that_lies_ahead_does_not_count() {
        let title = |reports: &[&str]| {
            let told = told(&[], &vendor("systems: []", reports));
            told[0].lines().nth(1).map(str::to_owned)
        };
        let ahead = "{ kind: other, reviewed: 2026-11-23 }";
        let title_of_none = Some("Amazon Web Services: no review of it is on record".to_owned());
        assert_eq!(title(&[ahead]), title_of_none);
        let expected = "1 report on it is on file, and nobody had reviewed that by 2026-11-22.";
        assert_eq!(of("systems: []", &[ahead]).as_deref(), Some(expected));
        assert_eq!(of("systems: []", &[ahead, "{ kind: other, reviewed: 2026-01-02 }"]), None);
    }

    #[test]
    fn with_nothing_reviewed_it_says_what_there_was() {
        let other = "{ kind: other }";
        let begins_later = "{ kind: soc3, period: { start: 2026-11-23, end: 2027-11-22 } }";
        let said = |reports: &[&str]| of("systems: []", reports).expect("a gap");
        assert_eq!(said(&[]), "No report on it is on file, so there was nothing to review.");
        assert_eq!(said(&[begins_later]), "Every report listed on it speaks of a time still to come.");
        assert_eq!(said(&[other, other]), "2 reports on it are on file, and nobody had reviewed any by 2026-11-22.");
    }

    #[test]
    fn suppliers_on_which_little_depends_are_not_asked_about() {
        let found = |relation: &str, level: &str| {
            let old = "{ kind: soc2-type2, date: 2026-01-02 }";
            ids(&[], &vendor(&format!("relation: {relation}, criticality: {level}"), &[old]))
        };
        assert_eq!(found("vendor", "very-low"), NONE);
        assert_eq!(found("vendor", "low"), NONE);
        assert_eq!(found("vendor", "moderate"), ["aws:vendor-unreviewed"]);
        assert_eq!(found("carve-out", "low"), ["aws:vendor-unreviewed"]);
        assert_eq!(found("inclusive", "very-low"), ["aws:vendor-unreviewed"]);
        assert_eq!(ids(&[], "  - { id: aws }"), ["aws:vendor-unreviewed"], "by default a moderate supplier");
    }

    #[test]
    fn a_carve_out_without_a_report_is_left_to_the_other_rule() {
        assert_eq!(ids(&[], "  - { id: aws, relation: carve-out }"), ["aws:subservice-report-absent"]);
    }

    #[test]
    fn the_term_can_be_set_and_the_day_is_that_of_the_report() {
        let aws = vendor("systems: []", &["{ kind: other, reviewed: 2025-11-21 }"]);
        let set =
            |term: &str| now(&[("scope:", &format!("settings: {{ vendors: {{ review: {term} }} }}\nscope:"))], &aws);
        assert_eq!(set("366d"), None);
        assert!(set("365d").is_some_and(|now| now.contains(" for 365 days: up to 2026-11-21, 1 day before ")));
        let as_of = |date: &str| now(&[("report: type1", &format!("report: type1\n  as_of: {date}"))], &aws);
        assert_eq!(as_of("2026-11-21"), None);
        assert!(as_of("2026-12-31").is_some_and(|now| now.ends_with("1 day before 2026-11-22.")));
    }
}

mod a_criterion_somebody_is_relied_on_for {
    use super::*;

    /// CC6.4 without a control of ours.
    const OPEN: [(&str, &str); 2] = [("[CC6.4, CC6.5]", "[CC6.5]"), ("[CC6.4, CC6.5]", "[CC6.5]")];

    fn gap(vendors: &str) -> String {
        look(&inventory(&OPEN, vendors), "2026-11-22", |result| {
            let found = result.gaps.iter().find(|gap| gap.id() == "CC6.4:criterion-without-control");
            tell(result, found.expect("the criterion is a gap all the same"))
        })
    }

    fn relied_on(id: &str, relation: &str, reports: &str) -> String {
        format!(
            "  - {{ id: {id}, relation: {relation}, reports: [{reports}], expected_controls: [{{ criteria: [CC6.4] }}] }}\n"
        )
    }

    #[test]
    fn with_a_report_of_it() {
        let catalog = load::catalog::bundled().expect("the catalog");
        let criterion = catalog.criterion("CC6.4".parse().expect("an id")).expect("a criterion");
        let (title, first_step) = (&criterion.title, &criterion.remediation[0]);
        assert_eq!(
            gap(&relied_on("aws", "carve-out", GOOD)),
            format!(
                "CC6.4:criterion-without-control\n\
                 {title}: no control addresses it\n\
                 No control of the inventory names this criterion. `aws` is relied on for it, but no control by which it is \
                 watched over names it either.\n\
                 At least one control in place addresses the criterion, with evidence that shows it.\n\
                 Add CC6.4 to the control by which `aws` is watched over, or put such a control in place, and another for \
                 what is left to do here. Begin here: {first_step}\n\
                 [CC6.4] [] at -\n\
                 relied on: -15: `aws` is relied on for it, with an independent report on file."
            )
        );
    }

    #[test]
    fn without_a_report_of_every_one_nothing_makes_it_less_likely() {
        let none = gap(&relied_on("aws", "carve-out", ""));
        assert!(none.contains("`aws` is relied on for it, but no control") && none.ends_with("at -"), "{none}");
        let both = [relied_on("gcp", "carve-out", ""), relied_on("aws", "carve-out", GOOD)].concat();
        let both = gap(&both);
        assert!(
            both.contains(
                "`aws` and `gcp` are relied on for it, but no control by which they are watched over names it"
            ),
            "{both}"
        );
        assert!(both.ends_with("at -"), "{both}");
        let both = gap(&[relied_on("gcp", "carve-out", GOOD), relied_on("aws", "carve-out", GOOD)].concat());
        assert!(
            both.ends_with(
                "\nrelied on: -15: `aws` and `gcp` are relied on for it, with an independent report on file."
            )
        );
    }

    #[test]
    fn only_what_is_carved_out_is_named() {
        let others = [relied_on("fernhill", "inclusive", GOOD), relied_on("palisade", "vendor", GOOD)].concat();
        let told = gap(&others);
        assert!(told.contains("\nNo control of the inventory names this criterion.\n"), "{told}");
        assert!(told.contains("\nPut a control in place and map it to CC6.4. Begin here: "), "{told}");
        assert!(told.ends_with("at -"), "{told}");
        let elsewhere = relied_on("aws", "carve-out", GOOD).replace("CC6.4", "CC6.5");
        assert!(gap(&elsewhere).contains("\nNo control of the inventory names this criterion.\n"));
    }
}

#[test]
fn the_order_of_the_file_changes_nothing() {
    let reports = [
        "{ kind: soc2-type2, period: { start: 2025-10-01, end: 2026-03-31 }, exceptions: 2 }",
        "{ kind: soc2-type2, period: { start: 2025-10-01, end: 2026-03-31 }, exceptions: 1 }",
        "{ kind: soc2-type2, period: { start: 2025-10-01, end: 2026-03-31 }, bridge_until: 2027-03-31 }",
        "{ kind: soc1-type2, period: { start: 2025-10-01, end: 2026-03-31 }, bridge_until: 2027-02-28 }",
        "{ kind: soc3 }",
        "{ kind: iso27001, date: 2026-03-31 }",
    ];
    let expected =
        ["{ criteria: [CC6.5, CC6.4], text: B }", "{ criteria: [CC6.4, CC6.5], text: A }", "{ criteria: [CC6.4] }"];
    let asked = ["{ id: C-2, controls: [AC-02, AC-01] }", "{ id: C-1 }"];
    let of = |turned: bool| {
        let list = |items: &[&str]| {
            let mut items = items.to_vec();
            if turned {
                items.reverse();
            }
            items.join(", ")
        };
        let systems = list(&["app", "prod"]);
        let (reports, expected, asked) = (list(&reports), list(&expected), list(&asked));
        let retire = ("status: implemented", "status: retired");
        let unwatched = ("CC5.3, CC9.2]", "CC5.3]");
        told(
            &[HALF, retire, retire, unwatched, unwatched],
            &format!(
                "  - {{ id: aws, relation: carve-out, systems: [{systems}], reports: [{reports}], expected_controls: \
                 [{expected}], user_entity_controls: [{asked}] }}"
            ),
        )
    };
    let gaps = of(false);
    assert_eq!(gaps.len(), 5, "{gaps:#?}");
    assert_eq!(gaps, of(true));
}

#[test]
fn decisions_and_tasks_call_it_by_its_name() {
    let vendors = "  - { id: aws, name: Amazon Web Services, relation: carve-out, user_entity_controls: [{ id: C-3 }] }\n\
                   \x20 - { id: fernhill, name: Fernhill Desk, relation: inclusive, expected_controls: [{ criteria: [A1.2] }] }\n\
                   \x20 - { id: gcp, name: Google Cloud, relation: carve-out, reports: [{ kind: soc3, date: 2024-01-02 }] }\n\
                   acceptances:\n\
                   \x20 - { gap: 'aws:subservice-report-absent', rationale: R., approved_by: cto, expires: 2026-11-21 }\n\
                   remediation:\n\
                   \x20 - { gap: 'gcp:vendor-unreviewed', owner: jane, effort: 3d }\n";
    let selected = ("categories: [security]", "categories: [security, availability]");
    look(&inventory(&[selected], vendors), "2026-11-22", |result| {
        let expired = result.gaps.iter().find(|gap| gap.id() == "aws:acceptance-expired:subservice-report-absent");
        let title = &expired.expect("the acceptance has run out").finding.title;
        assert!(title.starts_with("Amazon Web Services: "), "{title}");
        let mut tasks: Vec<(&str, &str, Option<&str>, u32)> = result
            .plan
            .tasks
            .iter()
            .filter(|task| ["T-aws", "T-fernhill", "T-gcp"].iter().any(|start| task.id.starts_with(start)))
            .filter(|task| !task.id.contains(":decide-acceptance:"))
            .map(|task| (task.id.as_str(), task.title.as_str(), task.owner.as_deref(), task.effort.likely))
            .collect();
        tasks.sort_unstable();
        let expected = [
            ("T-aws:ask-for-report", "Ask for the reports of aws (Amazon Web Services) and judge them", None, 20),
            ("T-aws:take-on:C-3", "Take on the user entity control aws:C-3", None, 20),
            ("T-fernhill:review", "Review fernhill (Fernhill Desk) and record the day", None, 10),
            ("T-fernhill:stand-behind", "Put controls behind what fernhill (Fernhill Desk) is relied on for", None, 30),
            ("T-gcp:ask-for-report", "Ask for the reports of gcp (Google Cloud) and judge them", None, 10),
            ("T-gcp:review", "Review gcp (Google Cloud) and record the day", Some("jane"), 30),
        ];
        assert_eq!(tasks, expected);
    });
}
