//! What evidence has to be collected or renewed: the days worked out on paper, the pages word for word.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_collect,
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

#[path = "common/ics.rs"]
mod ics;

use gapcheck::assess::due::{of_owner, owner};
use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::model::date::Date;
use gapcheck::model::due::{Agenda, DueItem, Horizon};
use gapcheck::model::duration::Duration;
use gapcheck::model::files::Files;
use gapcheck::report::due::{DUE_FORMATS, by_name};
use gapcheck::report::problems;
use icalendar::{Calendar, CalendarComponent, Component};
use ics::assert_calendar;

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// Reads an inventory and hands over what is due within a time of a day.
fn due<T>(yaml: &str, as_of: &str, within: &str, look: impl FnOnce(Agenda<'_>) -> T) -> T {
    let catalog = bundled().expect("the catalog");
    let sources = single("in.yaml", yaml);
    let as_of = day(as_of);
    let inventory = gapcheck::read(&sources, &catalog, as_of)
        .unwrap_or_else(|found| panic!("{}", problems::short(&found, &sources)));
    let until = within.parse::<Duration>().expect("a duration").after(as_of);
    look(gapcheck::due(&inventory, &catalog, &Files::default(), Horizon { as_of, until }))
}

/// What is due, a line each: `2026-12-10 18 occurrence M-1`, with `late` for what is overdue.
fn lines(yaml: &str, as_of: &str, within: &str) -> Vec<String> {
    due(yaml, as_of, within, |agenda| {
        let line = |item: &DueItem| {
            let late = if item.overdue { " late" } else { "" };
            format!("{} {} {} {}{late}", item.due, agenda.days_left(item), item.kind, item.subject)
        };
        agenda.items.iter().map(line).collect()
    })
}

fn render(agenda: &Agenda<'_>, format: &str, width: usize) -> String {
    let text = (by_name(format).expect("the format").render)(agenda, width);
    anstream::adapter::strip_str(&text).to_string()
}

fn page(yaml: &str, format: &str, width: usize) -> String {
    due(yaml, "2026-11-22", "30d", |agenda| render(&agenda, format, width))
}

/// A type 2 report in its fifth month. 2026-11-22 is a Sunday; thirty days ahead is 2026-12-22.
const HALF_YEAR: &str = "\
organization: Acme Inc.
scope:
  system: Acme Cloud
  report: type2
  period: { start: 2026-07-01, end: 2026-12-31 }
people:
  - { id: jane, name: Jane Roe }
  - { id: sam, name: Sam Poe }
  - { id: cto, name: Chris Moe }
";

/// Writes a control in place with evidence that speaks of some times.
fn control(id: &str, keys: &str, covers: &[&str]) -> String {
    let evidence: Vec<String> = covers
        .iter()
        .map(|covers| format!("{{ title: Record, url: 'https://files.example/{id}', covers: {covers} }}"))
        .collect();
    format!(
        "  - {{ id: {id}, name: Control {id}, criteria: [CC6.1], status: implemented, {keys}, evidence: [{}] }}\n",
        evidence.join(", ")
    )
}

fn half_year(controls: &[String]) -> String {
    format!("{HALF_YEAR}controls:\n{}", controls.concat())
}

const QUARTER: &str = "{ start: 2026-07-01, end: 2026-09-30 }";

#[test]
fn an_occurrence_is_due_its_grace_after_its_end() {
    // July to September is shown; October to December ends on 2026-12-31, 39 days ahead, and is due 15 days later.
    let yaml = half_year(&[control("Q-1", "frequency: quarterly", &[QUARTER])]);
    assert_eq!(lines(&yaml, "2026-11-22", "38d"), [""; 0]);
    assert_eq!(lines(&yaml, "2026-11-22", "39d"), ["2027-01-15 54 occurrence Q-1"]);
    // Its last day is the last on which it is not late.
    assert_eq!(lines(&yaml, "2027-01-15", "0d"), ["2027-01-15 0 occurrence Q-1"]);
    assert_eq!(lines(&yaml, "2027-01-16", "0d"), ["2027-01-15 -1 occurrence Q-1 late"]);
    // The grace is a convention.
    let strict = format!("{yaml}settings: {{ grace: {{ quarterly: 1mo }} }}\n");
    assert_eq!(lines(&strict, "2026-11-22", "39d"), ["2027-01-31 70 occurrence Q-1"]);
}

#[test]
fn a_report_of_our_own_is_due_when_buyers_no_longer_take_it_for_new() {
    let yaml = "\
organization: Acme Inc.
controls: []
reports:
  - { kind: soc2-type2, period: { start: 2025-06-01, end: 2025-11-30 }, issued: 2026-01-20, url: x, owner: Jane Roe }
  - { kind: soc2-type1, date: 2025-05-31, url: x }
  - { kind: penetration-test, date: 2025-11-21, url: x }
";
    assert_eq!(
        lines(yaml, "2026-11-22", "8d"),
        ["2026-11-21 -1 report penetration-test late", "2026-11-30 8 report soc2-type2"]
    );
    assert_eq!(lines(yaml, "2026-11-22", "7d").len(), 1);
    due(yaml, "2026-11-22", "8d", |agenda| {
        let report = &agenda.items[1];
        assert_eq!(
            (report.identity.as_str(), report.name.as_str()),
            ("report:soc2:2026-11-30", "SOC 2 Type II report")
        );
        assert_eq!(report.owner.as_deref(), Some("Jane Roe"));
        assert_eq!(
            report.collect,
            "Have the next one made, and list it under `reports`: the newest speaks of 2025-06-01 to 2025-11-30 and counts \
             as new until 2026-11-30."
        );
    });
    // How old a report may be is a convention; of a penetration test it is a year.
    let longer = format!("{yaml}settings: {{ vendors: {{ report: 13mo }} }}\n");
    assert_eq!(lines(&longer, "2026-11-22", "8d"), ["2026-11-21 -1 report penetration-test late"]);
}

#[test]
fn missed_occurrences_that_follow_each_other_are_one_thing() {
    // August and October are missed with September shown between them; November ends on the 30th.
    let shown = ["{ start: 2026-07-01, end: 2026-07-31 }", "{ start: 2026-09-01, end: 2026-09-30 }"];
    let yaml = half_year(&[control("M-1", "frequency: monthly", &shown)]);
    assert_eq!(
        lines(&yaml, "2026-11-22", "30d"),
        ["2026-09-10 -73 occurrence M-1 late", "2026-11-10 -12 occurrence M-1 late", "2026-12-10 18 occurrence M-1"]
    );
    // Without September, August to October are one, due when August was.
    let yaml = half_year(&[control("M-1", "frequency: monthly", &shown[..1])]);
    due(&yaml, "2026-11-22", "30d", |agenda| {
        let run = agenda.items[0].occurrences.unwrap();
        assert_eq!((run.time.start, run.time.end, run.count), (day("2026-08-01"), day("2026-10-31"), 3));
        assert_eq!((run.collect_from, run.last_due), (day("2026-08-31"), day("2026-11-10")));
        assert_eq!(agenda.items[0].due, day("2026-09-10"));
        assert_eq!(agenda.items[0].identity, "occurrence:M-1:2026-08-01");
        assert_eq!(agenda.items[0].collect, "Find what shows the 3 monthly occurrences from 2026-08-01 to 2026-10-31.");
        assert_eq!(agenda.items.len(), 2);
    });
}

#[test]
fn weekends_neither_part_nor_count() {
    // From Thursday, 1 October, to Wednesday, 18 November, there are 2 + 4 × 5 + 2 × 5 + 3 = 35 working days whose three days
    // of grace are over; from the 19th to 22 December there are 2 + 4 × 5 + 2 = 24.
    let yaml = half_year(&[control("D-1", "frequency: daily, since: 2026-10-01", &[])]);
    due(&yaml, "2026-11-22", "30d", |agenda| {
        let runs: Vec<_> = agenda.items.iter().map(|item| (item.due, item.occurrences.unwrap())).collect();
        let told: Vec<_> = runs
            .iter()
            .map(|(due, run)| format!("{due} {} {} to {}, {}", run.count, run.time.start, run.time.end, run.last_due))
            .collect();
        assert_eq!(
            told,
            [
                "2026-10-04 35 2026-10-01 to 2026-11-18, 2026-11-21",
                "2026-11-22 24 2026-11-19 to 2026-12-22, 2026-12-25"
            ]
        );
    });
}

#[test]
fn what_is_cut_short_is_never_due_and_then_evidence_in_date_is_asked_for() {
    // A year does not fit into the period. Evidence of an annual control is in date for 380 days, until 2026-12-16.
    let yaml = half_year(&[control("A-1", "frequency: annual", &["2025-12-01"])]);
    assert_eq!(lines(&yaml, "2026-11-22", "23d"), [""; 0]);
    assert_eq!(lines(&yaml, "2026-11-22", "24d"), ["2026-12-16 24 evidence A-1"]);
    assert_eq!(lines(&yaml, "2026-12-16", "24d"), ["2026-12-16 0 evidence A-1"]);
    assert_eq!(lines(&yaml, "2026-12-17", "24d"), ["2026-12-16 -1 evidence A-1 late"]);
    // The last of these months is cut short by the end of the control: only November falls due.
    let keys = "frequency: monthly, since: 2026-11-01, until: 2026-12-10";
    let yaml = half_year(&[control("M-1", keys, &[])]);
    assert_eq!(lines(&yaml, "2026-11-22", "90d"), ["2026-12-10 18 occurrence M-1"]);
}

#[test]
fn a_control_that_runs_at_no_set_times_is_asked_for_one_thing() {
    let keys = "frequency: continuous";
    // Shown in the period, and in date for 90 days from 1 September: until 30 November.
    let shown = half_year(&[control("C-1", keys, &["2026-09-01"])]);
    assert_eq!(lines(&shown, "2026-11-22", "30d"), ["2026-11-30 8 evidence C-1"]);
    // Nothing on file: owed now, and the whole period with it.
    let nothing = half_year(&[control("C-1", keys, &[])]);
    assert_eq!(lines(&nothing, "2026-11-22", "60d"), ["2026-11-22 0 evidence C-1 late"]);
    // In date from before the period, and nothing shows it in the period, which is over after 39 days.
    let before = half_year(&[
        control("C-1", "frequency: once", &["2026-06-30"]),
        control("C-2", "frequency: per-event", &["2026-06-30"]),
    ]);
    assert_eq!(lines(&before, "2026-11-22", "30d"), [""; 0]);
    // What happens on occasion is in date for 180 days, until 2026-12-27: that comes first, and settles both.
    assert_eq!(lines(&before, "2026-11-22", "39d"), ["2026-12-27 35 evidence C-2"]);
    // Evidence of today cannot mend the period once its grace is over.
    assert_eq!(lines(&nothing, "2027-01-16", "30d"), ["2027-01-15 -1 occurrence C-1 late"]);
}

#[test]
fn only_what_is_in_scope_and_in_place_is_asked_for() {
    let yaml = half_year(&[
        control("Z-1", "frequency: monthly", &[]).replace("status: implemented", "status: planned"),
        control("Z-2", "frequency: monthly, until: 2026-09-30", &[]).replace("status: implemented", "status: retired"),
        control("Z-3", "frequency: monthly", &[]).replace("CC6.1", "A1.1"),
    ]);
    assert_eq!(lines(&yaml, "2026-11-22", "90d"), [""; 0]);
}

#[test]
fn months_end_as_the_calendar_has_it() {
    let year = |year: u32| {
        let scope = format!("scope: {{ report: type2, period: {{ start: {year}-01-31, end: {year}-07-30 }} }}");
        format!("organization: Acme\n{scope}\ncontrols:\n{}", control("M-1", "frequency: monthly", &[]))
    };
    let window = |yaml: &str, as_of: &str| {
        due(yaml, as_of, "10d", |agenda| {
            let run = agenda.items[0].occurrences.unwrap();
            format!("{} to {}, due {}", run.time.start, run.time.end, agenda.items[0].due)
        })
    };
    // A month from 31 January is 29 February in 2028 and 28 February in 2027; ten days of grace lead to 9 March in both.
    assert_eq!(window(&year(2028), "2028-02-20"), "2028-01-31 to 2028-02-28, due 2028-03-09");
    assert_eq!(window(&year(2027), "2027-02-20"), "2027-01-31 to 2027-02-27, due 2027-03-09");
    // A document approved on 29 February is due on the 28th a year later, and on the 29th after four.
    let document = |cycle: &str| {
        let document = format!("id: POL, approved: 2024-02-29, approved_by: cto, review_every: {cycle}");
        format!("organization: Acme\ncontrols: []\ndocuments: [{{ {document} }}]\n")
    };
    assert_eq!(lines(&document("annual"), "2025-02-01", "30d"), ["2025-02-28 27 document POL"]);
    assert_eq!(lines(&document("4y"), "2028-02-01", "30d"), ["2028-02-29 28 document POL"]);
}

#[test]
fn a_type_1_report_asks_for_evidence_in_date() {
    let yaml = [
        "organization: Acme\ncontrols:\n".to_owned(),
        // 110 days from 20 August: 11 + 30 + 31 + 30 + 8, so 8 December.
        control("Q-1", "frequency: quarterly", &["2026-08-20", "2026-05-01"]),
        // 90 days from 1 August: 30 + 30 + 30, so 30 October.
        control("U-1", "since: 2026-01-01", &["2026-08-01"]),
        control("N-1", "frequency: daily", &[]),
        control("E-1", "frequency: daily, until: 2026-11-21", &[]),
        "documents: [{ id: POL, url: 'https://files.example/pol', approved: 2026-11-01, approved_by: cto }]\n"
            .to_owned(),
    ]
    .concat();
    let expected = ["2026-10-30 -23 evidence U-1 late", "2026-11-22 0 evidence N-1 late", "2026-12-08 16 evidence Q-1"];
    assert_eq!(lines(&yaml, "2026-11-22", "30d"), expected);
    assert_eq!(lines(&yaml, "2026-11-22", "15d"), expected[..2]);
    // A policy is shown by its approved document, whose review is due by itself.
    let policy = control("G-1", "kind: policy, documented_in: [POL]", &[]);
    let with_policy = yaml.replace("documents:", &format!("{policy}documents:"));
    assert_eq!(lines(&with_policy, "2026-11-22", "30d"), expected);
    let lost = with_policy.replace("approved_by: cto", "owner: cto");
    assert_eq!(lines(&lost, "2026-11-22", "30d")[1], "2026-11-22 0 evidence G-1 late");
}

#[test]
fn a_document_is_due_a_cycle_after_the_last_look_at_it() {
    let document = |keys: &str| format!("organization: Acme\ncontrols: []\ndocuments: [{{ id: POL, {keys} }}]\n");
    let approved = "approved: 2025-01-10, approved_by: cto";
    assert_eq!(lines(&document(approved), "2025-12-11", "30d"), ["2026-01-10 30 document POL"]);
    assert_eq!(lines(&document(approved), "2025-12-11", "29d"), [""; 0]);
    assert_eq!(lines(&document(approved), "2026-01-10", "0d"), ["2026-01-10 0 document POL"]);
    assert_eq!(lines(&document(approved), "2026-01-11", "0d"), ["2026-01-10 -1 document POL late"]);
    let reviewed = format!("{approved}, reviewed: 2025-12-01, review_every: 6mo");
    assert_eq!(lines(&document(&reviewed), "2026-05-20", "30d"), ["2026-06-01 12 document POL"]);
    // What nobody approved cannot be reviewed.
    assert_eq!(lines(&document("reviewed: 2020-01-01"), "2026-05-20", "30d"), [""; 0]);
}

/// The vendor `v` with some keys, beside the scope of a report.
fn vendor(scope: &str, keys: &str) -> String {
    format!("organization: Acme\n{scope}controls: []\nvendors: [{{ id: v, name: Vault, {keys} }}]\n")
}

const PERIOD: &str = "scope: { report: type2, period: { start: 2026-07-01, end: 2026-12-31 } }\n";

#[test]
fn a_carved_out_organisation_owes_a_report_that_reaches_on() {
    let report = "kind: soc2-type2, period: { start: 2025-11-01, end: 2026-10-31 }, reviewed: 2026-11-01, bridge_until";
    let carved = |until: &str| vendor(PERIOD, &format!("relation: carve-out, reports: [{{ {report}: {until} }}]"));
    assert_eq!(lines(&carved("2026-11-30"), "2026-11-22", "30d"), ["2026-11-30 8 vendor v"]);
    assert_eq!(lines(&carved("2026-11-30"), "2026-11-30", "30d"), ["2026-11-30 0 vendor v"]);
    assert_eq!(lines(&carved("2026-11-30"), "2026-12-01", "30d"), ["2026-11-30 -1 vendor v late"]);
    // A bridge letter reaches three months beyond the report and no further.
    assert_eq!(lines(&carved("2026-12-15"), "2026-11-22", "30d"), ["2026-12-15 23 vendor v"]);
    assert_eq!(lines(&carved("2027-06-30"), "2026-11-22", "100d"), ["2027-01-31 70 vendor v"]);
    // What held to the end of our period is not late for having run out since.
    assert_eq!(lines(&carved("2026-12-31"), "2027-02-01", "30d"), [""; 0]);
    // A report on design alone covers no day of a period, and none at all is owed at once.
    let design =
        vendor(PERIOD, "relation: carve-out, reports: [{ kind: iso27001, date: 2026-11-01, reviewed: 2026-11-01 }]");
    assert_eq!(lines(&design, "2026-11-22", "30d"), ["2026-11-22 0 vendor v late"]);
    assert_eq!(lines(&vendor(PERIOD, "relation: carve-out"), "2026-11-22", "30d"), ["2026-11-22 0 vendor v late"]);
    // What is to follow covers nothing until its time is over.
    let next = "{ kind: soc3, period: { start: 2026-11-01, end: 2027-10-31 } }";
    let followed = carved("2026-11-30").replace("reports: [{", &format!("reports: [{next}, {{"));
    assert_eq!(lines(&followed, "2026-11-22", "30d"), ["2026-11-30 8 vendor v"]);
    // Before our period begins there is nothing to cover.
    let early = vendor(
        PERIOD,
        "relation: carve-out, reports: [{ kind: soc3, period: { start: 2025-04-01, end: 2026-03-31 }, reviewed: 2026-05-01 }]",
    );
    assert_eq!(lines(&early, "2026-06-20", "30d"), ["2026-06-30 10 vendor v"]);
    // For a report of ours on design, any assurance report speaks for a year from its end.
    let design =
        vendor("", "relation: carve-out, reports: [{ kind: iso27001, date: 2025-12-10, reviewed: 2026-11-01 }]");
    assert_eq!(lines(&design, "2026-11-22", "30d"), ["2026-12-10 18 vendor v"]);
}

#[test]
fn another_organisation_is_looked_at_once_a_year() {
    let reviewed = |keys: &str| {
        vendor(
            "",
            &format!(
                "{keys}, reports: [{{ kind: questionnaire, date: 2020-01-01, reviewed: 2025-12-01, reviewed_by: jane }}]"
            ),
        )
    };
    assert_eq!(lines(&reviewed("relation: vendor"), "2026-11-22", "30d"), ["2026-12-01 9 vendor v"]);
    assert_eq!(lines(&reviewed("relation: inclusive"), "2026-12-02", "30d"), ["2026-12-01 -1 vendor v late"]);
    assert_eq!(lines(&reviewed("criticality: low"), "2026-11-22", "30d"), [""; 0]);
    assert_eq!(lines(&vendor("", "criticality: high"), "2026-11-22", "30d"), ["2026-11-22 0 vendor v late"]);
    due(&reviewed("relation: vendor"), "2026-11-22", "30d", |agenda| {
        let item = &agenda.items[0];
        assert_eq!((item.owner.as_deref(), item.name.as_str()), (Some("jane"), "Vault"));
        assert_eq!(item.identity, "vendor:v:review:2026-12-01");
        assert_eq!(
            item.collect,
            "Review it: read its newest report, and record the day and who did. The last review was on 2025-12-01 and holds \
             for 12 months."
        );
    });
}

#[test]
fn an_acceptance_is_due_while_its_gap_is_there() {
    let accepted = |gap: &str, expires: &str| {
        format!(
            "organization: Acme\ncontrols: [{{ id: A-1, name: Access, criteria: [CC6.1], owner: sam, status: planned }}]\n\
             acceptances: [{{ gap: '{gap}', rationale: Soon gone., approved_by: cto, approved: 2026-01-01, expires: {expires} }}]\n"
        )
    };
    let gap = "A-1:control-not-in-place";
    assert_eq!(lines(&accepted(gap, "2026-12-22"), "2026-11-22", "30d"), [format!("2026-12-22 30 acceptance {gap}")]);
    assert_eq!(lines(&accepted(gap, "2026-12-23"), "2026-11-22", "30d"), [""; 0]);
    assert_eq!(lines(&accepted(gap, "2026-11-22"), "2026-11-22", "30d"), [format!("2026-11-22 0 acceptance {gap}")]);
    assert_eq!(
        lines(&accepted(gap, "2026-11-21"), "2026-11-22", "30d"),
        [format!("2026-11-21 -1 acceptance {gap} late")]
    );
    assert_eq!(lines(&accepted("A-1:evidence-absent", "2026-11-21"), "2026-11-22", "30d"), [""; 0]);
    due(&accepted(gap, "2026-12-22"), "2026-11-22", "30d", |agenda| {
        assert_eq!(agenda.items[0].owner.as_deref(), Some("sam"));
        assert_eq!(
            agenda.items[0].collect,
            "Close the gap, or have it accepted anew by somebody who does not own it: the acceptance signed by cto runs out \
             on 2026-12-22."
        );
    });
}

/// One thing of each kind, some late, one that nobody answers for.
fn mixed() -> String {
    let controls = [
        control("M-1", "frequency: monthly, owner: jane, performer: sam", &["{ start: 2026-07-01, end: 2026-09-30 }"]),
        control("D-1", "frequency: daily, since: 2026-11-16, owner: sam, performer: sam", &[]),
        control("C-1", "frequency: continuous", &[]),
    ];
    format!(
        "{}documents: [{{ id: POL, title: Access policy, owner: jane, approved: 2025-12-01, approved_by: cto }}]\n\
         vendors: [{{ id: vault, name: Vault, relation: carve-out, reports: [{{ kind: soc2-type2, period: {{ start: 2025-11-01, end: 2026-10-31 }}, reviewed: 2026-11-20, bridge_until: 2026-11-30, reviewed_by: jane }}] }}]\n",
        half_year(&controls)
    )
}

const MIXED_AT_80: &str = "\
Acme Inc. · Acme Cloud
Evidence due from 2026-11-22 to 2026-12-22
SOC 2 Type II, 2026-07-01 to 2026-12-31

3 things are overdue, and 4 more come up by 2026-12-22. Nobody answers for 1 of
them.

NOBODY: 1 thing, 1 overdue
  2026-11-22  overdue  C-1 Control C-1
                       Nothing is on file. Take evidence, and list it with the
                       time it covers. For CC6.1 an auditor may ask to see
                       access control policy, SSO/MFA configuration or
                       encryption settings and key management records.
                       evidence · CC6.1

Jane Roe: 4 things, 1 overdue
  2026-11-10  12 days late  M-1 Control M-1
                            Find what shows that it ran from 2026-10-01 to
                            2026-10-31.
                            occurrence · done by Sam Poe · CC6.1
  2026-11-30  in 8 days     vault Vault
                            Ask for its next report, or until then a bridge
                            letter: the newest ends on 2026-10-31, and its
                            bridge letter reaches to 2026-11-30.
                            vendor · CC9.2
  2026-12-01  in 9 days     POL Access policy
                            Review it, have what changes approved, and record
                            the day under `reviewed`. It was approved on
                            2025-12-01 and not reviewed since, and it is to be
                            reviewed every 12 months.
                            document
  2026-12-10  in 18 days    M-1 Control M-1
                            Collect what shows that it ran from 2026-11-01 to
                            2026-11-30. Last time: Record.
                            occurrence · not before 2026-11-30 · done by Sam Poe
                            CC6.1

Sam Poe: 2 things, 1 overdue
  2026-11-19  3 days late  D-1 Control D-1
                           Find what shows the 3 daily occurrences from
                           2026-11-16 to 2026-11-18.
                           occurrence · CC6.1
  2026-11-22  today        D-1 Control D-1
                           Collect what shows that it ran on each of 24 days
                           from 2026-11-19 to 2026-12-22; the first falls due on
                           2026-11-22, the last on 2026-12-25. For CC6.1 an
                           auditor may ask to see access control policy, SSO/MFA
                           configuration or encryption settings and key
                           management records.
                           occurrence · CC6.1

An occurrence in which the control did not run stays missed; find what shows
those in which it did.
Days of grace and how long evidence is in date are conventions; ask your
auditor.
Once it is on file and listed in the inventory, record its hash:
  gapcheck evidence lock INVENTORY
";

#[test]
fn the_terminal_shows_it_by_owner_and_shouts_what_nobody_owns() {
    assert_eq!(page(&mixed(), "terminal", 80), MIXED_AT_80);
    let wide = page(&mixed(), "terminal", 160);
    let row = "\
  2026-11-30  in 8 days     vault Vault                       Ask for its next report, or until then a bridge letter: the       vendor · CC9.2
                                                              newest ends on 2026-10-31, and its bridge letter reaches to
                                                              2026-11-30.
";
    assert!(wide.contains(row), "{wide}");
    for width in [40, 50, 63, 64, 100, 139, 140, 200] {
        for line in page(&mixed(), "terminal", width).lines() {
            assert!(gapcheck::text::wrap::width(line) <= width, "{width}: {line}");
        }
    }
}

#[test]
fn without_a_control_in_place_nothing_due_is_no_praise() {
    let empty = "organization: Acme Inc.\ncontrols: [{ id: A, name: B, criteria: [CC6.1], status: planned }]\n";
    for format in ["terminal", "markdown", "ics"] {
        let text = page(empty, format, 200);
        let told = "Nothing is overdue or comes up by 2026-12-22: no control is in place, so none has to run.";
        assert!(text.replace("\r\n ", "").replace("\\,", ",").contains(told), "{text}");
    }
}

#[test]
fn nothing_due_says_so_in_every_format() {
    let yaml = half_year(&[control("Q-1", "frequency: quarterly, owner: jane", &[QUARTER])]);
    assert_eq!(
        page(&yaml, "terminal", 80),
        "Acme Inc. · Acme Cloud
Evidence due from 2026-11-22 to 2026-12-22
SOC 2 Type II, 2026-07-01 to 2026-12-31

Nothing is overdue or comes up by 2026-12-22.

Days of grace and how long evidence is in date are conventions; ask your
auditor.
To look further ahead:
  gapcheck evidence due INVENTORY --within 90d
"
    );
    assert_eq!(
        page(&yaml, "markdown", 80),
        "# Acme Inc. · Acme Cloud: evidence due

Evidence due from 2026-11-22 to 2026-12-22 · SOC 2 Type II, 2026-07-01 to 2026-12-31.

**Nothing is overdue or comes up by 2026-12-22.**

Days of grace and how long evidence is in date are conventions; ask your auditor.

To look further ahead: `gapcheck evidence due INVENTORY --within 90d`
"
    );
    let json: serde_json::Value = serde_json::from_str(&page(&yaml, "json", 80)).unwrap();
    assert_eq!((&json["summary"]["total"], &json["items"]), (&0.into(), &serde_json::json!([])));
    assert_eq!(page(&yaml, "csv", 80).lines().count(), 1);
    assert_eq!(
        page(&yaml, "ics", 80),
        "BEGIN:VCALENDAR\r\n\
         VERSION:2.0\r\n\
         PRODID:-//gapcheck//evidence due//EN\r\n\
         CALSCALE:GREGORIAN\r\n\
         NAME:Evidence due: Acme Inc.\r\n\
         X-WR-CALNAME:Evidence due: Acme Inc.\r\n\
         X-WR-CALDESC:Nothing is overdue or comes up by 2026-12-22.\r\n\
         BEGIN:VEVENT\r\n\
         UID:nothing:ee60673de787@gapcheck\r\n\
         DTSTAMP:20261122T000000Z\r\n\
         DTSTART;VALUE=DATE:20261122\r\n\
         DTEND;VALUE=DATE:20261123\r\n\
         SUMMARY:Nothing is overdue or comes up by 2026-12-22.\r\n\
         TRANSP:TRANSPARENT\r\n\
         END:VEVENT\r\n\
         END:VCALENDAR\r\n"
    );
}

#[test]
fn the_headline_counts_as_people_do() {
    let headline = |yaml: &str, within: &str, whose: Option<&str>| {
        due(yaml, "2026-11-22", within, |agenda| {
            let agenda = match whose {
                Some(name) => {
                    let owner = owner(agenda.inventory, name).unwrap();
                    of_owner(agenda, &owner)
                }
                None => agenda,
            };
            let json: serde_json::Value = serde_json::from_str(&render(&agenda, "json", 0)).unwrap();
            let page = render(&agenda, "markdown", 0);
            assert_eq!(json["summary"]["total"], agenda.items.len());
            page.lines().find(|line| line.starts_with("**")).unwrap().trim_matches('*').to_owned()
        })
    };
    let yaml = mixed();
    assert_eq!(
        headline(&yaml, "30d", Some("Jane Roe")),
        "1 thing that Jane Roe answers for is overdue, and 3 more come up by 2026-12-22."
    );
    assert_eq!(
        headline(&yaml, "30d", Some("cto")),
        "Nothing that Chris Moe answers for is overdue or comes up by 2026-12-22."
    );
    let one = half_year(&[control("M-1", "frequency: monthly, since: 2026-11-01", &[])]);
    assert_eq!(
        headline(&one, "30d", None),
        "1 thing comes up by 2026-12-22; nothing is overdue. Nobody answers for it."
    );
    let late = half_year(&[control("M-1", "frequency: monthly, until: 2026-08-01, owner: sam", &[])]);
    assert_eq!(headline(&late, "30d", None), "1 thing is overdue; nothing else comes up by 2026-12-22.");
}

#[test]
fn an_owner_is_known_by_id_and_by_name() {
    let yaml = mixed();
    due(&yaml, "2026-11-22", "30d", |agenda| {
        let inventory = agenda.inventory;
        for name in ["jane", "Jane Roe", "JANE", "jane roe"] {
            let owner = owner(inventory, name).unwrap();
            assert_eq!((owner.name.as_str(), owner.ids.len()), ("Jane Roe", 1), "{name}");
            let theirs = of_owner(agenda.clone(), &owner);
            assert_eq!(theirs.items.len(), 4);
            assert!(theirs.items.iter().all(|item| item.owner.as_deref() == Some("jane")));
        }
        // Who performs a control of somebody else does not answer for it.
        assert_eq!(of_owner(agenda.clone(), &owner(inventory, "sam").unwrap()).items.len(), 2);
        assert_eq!(
            owner(inventory, "jnae").unwrap_err(),
            "nobody in the inventory is called `jnae`; did you mean `jane`?"
        );
        assert_eq!(
            owner(inventory, "a\u{1b}[2J").unwrap_err(),
            "nobody in the inventory is called `a\\u{1b}[2J`; name somebody by id or by name"
        );
    });
    // Without a list of people, owners are free names.
    let free = format!("organization: Acme\ncontrols:\n{}", control("A-1", "owner: Ada Lund", &[]));
    due(&free, "2026-11-22", "30d", |agenda| {
        assert_eq!(owner(agenda.inventory, "ada lund").unwrap().name, "Ada Lund");
    });
}

#[test]
fn the_gate_fails_on_what_is_late_and_on_what_is_close() {
    let close = half_year(&[control("M-1", "frequency: monthly, since: 2026-11-01", &[])]);
    due(&close, "2026-11-22", "30d", |agenda| {
        assert!(!agenda.failed());
        assert!(!agenda.clone().gated(None).failed());
        assert!(!agenda.clone().gated(Some(day("2026-12-09"))).failed());
        let failed = agenda.gated(Some(day("2026-12-10")));
        assert!(failed.failed());
        assert!(render(&failed, "terminal", 80).contains("\ngate fails: 1 thing is overdue or due by 2026-12-10\n"));
        let markdown = render(&failed, "markdown", 80);
        assert!(markdown.contains("\n**Gate fails: 1 thing is overdue or due by 2026-12-10.**\n"), "{markdown}");
        let json: serde_json::Value = serde_json::from_str(&render(&failed, "json", 0)).unwrap();
        assert_eq!(json["gate"], serde_json::json!({ "by": "2026-12-10", "failed": true, "failing": 1 }));
    });
    due(&mixed(), "2026-11-22", "30d", |agenda| {
        let gated = agenda.gated(None);
        assert!(gated.failed());
        assert!(render(&gated, "terminal", 80).contains("\ngate fails: 3 things are overdue\n"));
    });
}

#[test]
fn machines_get_every_fact() {
    let json: serde_json::Value = serde_json::from_str(&page(&mixed(), "json", 80)).unwrap();
    assert_eq!(
        json["summary"],
        serde_json::json!({ "total": 7, "overdue": 3, "without_owner": 1, "occurrence": 4, "evidence": 1, "document": 1,
            "vendor": 1, "report": 0, "acceptance": 0 })
    );
    assert_eq!((json["schema_version"].as_u64(), json["as_of"].as_str()), (Some(1), Some("2026-11-22")));
    assert_eq!((json["until"].as_str(), json["owner"].as_str()), (Some("2026-12-22"), None));
    let ids: Vec<&str> = json["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(
        ids,
        [
            "occurrence:M-1:2026-10-01",
            "occurrence:D-1:2026-11-16",
            "evidence:C-1:none",
            "occurrence:D-1:2026-11-19",
            "vendor:vault:report:2026-11-30",
            "document:POL:2026-12-01",
            "occurrence:M-1:2026-11-01"
        ]
    );
    assert_eq!(
        json["items"][0],
        serde_json::json!({
            "id": "occurrence:M-1:2026-10-01",
            "kind": "occurrence",
            "subject": "M-1",
            "name": "Control M-1",
            "due": "2026-11-10",
            "days_left": -12,
            "overdue": true,
            "collect": "Find what shows that it ran from 2026-10-01 to 2026-10-31.",
            "occurrences": {
                "start": "2026-10-01", "end": "2026-10-31", "count": 1, "collect_from": "2026-10-31", "last_due": "2026-11-10"
            },
            "owner": "jane",
            "owner_name": "Jane Roe",
            "performer": "sam",
            "performer_name": "Sam Poe",
            "criteria": ["CC6.1"]
        })
    );
    let csv = page(&mixed(), "csv", 80);
    let rows: Vec<csv::StringRecord> = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv.as_bytes())
        .records()
        .map(Result::unwrap)
        .collect();
    assert_eq!(rows.len(), 8);
    let cells: Vec<(&str, &str)> = rows[0].iter().zip(&rows[1]).collect();
    assert_eq!(
        cells,
        [
            ("due", "2026-11-10"),
            ("days_left", "-12"),
            ("overdue", "yes"),
            ("kind", "occurrence"),
            ("subject", "M-1"),
            ("name", "Control M-1"),
            ("collect", "Find what shows that it ran from 2026-10-01 to 2026-10-31."),
            ("owner", "jane"),
            ("owner_name", "Jane Roe"),
            ("performer", "sam"),
            ("performer_name", "Sam Poe"),
            ("criteria", "CC6.1"),
            ("start", "2026-10-01"),
            ("end", "2026-10-31"),
            ("occurrences", "1"),
            ("collect_from", "2026-10-31"),
            ("id", "occurrence:M-1:2026-10-01")
        ]
    );
}

fn events(calendar: &Calendar) -> Vec<&icalendar::Event> {
    let events = calendar.components.iter().filter_map(|component| match component {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    events.collect()
}

#[test]
fn calendars_show_each_thing_on_its_day() {
    let text = page(&mixed(), "ics", 80);
    assert_calendar(&text);
    let event = "BEGIN:VEVENT\r\n\
         UID:occurrence:M-1:2026-11-01:ee60673de787@gapcheck\r\n\
         DTSTAMP:20261122T000000Z\r\n\
         DTSTART;VALUE=DATE:20261210\r\n\
         DTEND;VALUE=DATE:20261211\r\n\
         SUMMARY:Due: M-1 Control M-1 (occurrence)\r\n\
         TRANSP:TRANSPARENT\r\n\
         DESCRIPTION:Collect what shows that it ran from 2026-11-01 to 2026-11-30. L\r\n \
         ast time: Record.\\nOwner: Jane Roe\\nDone by: Sam Poe\\nCollect from: 2026-1\r\n \
         1-30\\nCriteria: CC6.1\r\n\
         CATEGORIES:occurrence\r\n\
         BEGIN:VALARM\r\n\
         ACTION:DISPLAY\r\n\
         DESCRIPTION:Due: M-1 Control M-1 (occurrence)\r\n\
         TRIGGER:-P3D\r\n\
         END:VALARM\r\n\
         END:VEVENT\r\n";
    assert!(text.contains(event), "{text}");
    // Somebody else's reader understands it.
    let calendar: Calendar = text.parse().unwrap();
    let events = events(&calendar);
    assert_eq!(events.len(), 7);
    let days: Vec<String> = events.iter().map(|event| format!("{:?}", event.get_start().unwrap())).collect();
    assert_eq!(days[6], "Date(2026-12-10)");
    assert_eq!(events[6].get_summary(), Some("Due: M-1 Control M-1 (occurrence)"));
    assert_eq!(
        events[6].get_description().unwrap(),
        "Collect what shows that it ran from 2026-11-01 to 2026-11-30. Last time: Record.\nOwner: Jane Roe\nDone by: Sam Poe\n\
         Collect from: 2026-11-30\nCriteria: CC6.1"
    );
    assert!(events.iter().all(|event| event.components().len() == 1));
    // Two organisations with controls of the same id share no event.
    let other: Calendar = page(&mixed().replace("Acme Inc.", "Bolt Ltd"), "ics", 80).parse().unwrap();
    for (a, b) in events.iter().zip(self::events(&other)) {
        assert_ne!(a.get_uid(), b.get_uid());
    }
}

#[test]
fn hostile_names_stay_names_in_every_format() {
    // As YAML writes it, between double quotes.
    let name = r"=HYPERLINK(1)|\u001b[2J\u202e, x; \\n\r\nEND:VEVENT\n## [x](y) <b>";
    let long = "wérk,".repeat(400);
    let yaml = format!(
        "organization: \"{name}\"\n\
         people: [{{ id: jane, name: \"{name}\" }}]\n\
         controls:\n  \
         - {{ id: A-1, name: \"{name}\", criteria: [CC6.1], status: implemented, owner: jane }}\n  \
         - {{ id: B, name: '{long}', criteria: [CC6.1], status: implemented, evidence: [{{ title: \"{name}\", url: x, collected: 2026-08-01 }}] }}\n"
    );
    for format in DUE_FORMATS {
        for width in [40, 80, 200] {
            let text = page(&yaml, format.name, width);
            let harmful = |c: char| (c.is_control() && !"\r\n".contains(c)) || c == '\u{202e}';
            assert_eq!(text.find(harmful), None, "{}", format.name);
        }
    }
    for line in page(&yaml, "terminal", 80).lines() {
        assert!(gapcheck::text::wrap::width(line) <= 80 && !line.starts_with("END:"), "{line}");
    }
    let ics = page(&yaml, "ics", 80);
    assert_calendar(&ics);
    let calendar: Calendar = ics.parse().unwrap();
    let events = events(&calendar);
    assert_eq!(events.len(), 2);
    // `B` was in date until 2026-10-30 and stands first.
    assert_eq!(events[0].get_summary().unwrap(), format!("Overdue: B {long} (evidence)"));
    assert_eq!(events[1].get_uid().unwrap().split(':').nth(1), Some("A-1"));
    let csv = page(&yaml, "csv", 80);
    let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(csv.as_bytes()).records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    assert!(rows[1][8].starts_with("'=HYPERLINK(1)"), "{}", &rows[1][8]);
    assert!(rows[1][5].starts_with(r"'=HYPERLINK(1)|\u{1b}[2J"), "{}", &rows[1][5]);
    let markdown = page(&yaml, "markdown", 80);
    assert_eq!(markdown.matches("\n## ").count(), 2, "{markdown}");
    assert!(!markdown.contains("<b>") && !markdown.contains("[x](y)"), "{markdown}");
}

#[test]
fn the_order_of_an_inventory_changes_nothing() {
    let quarter_and_day = ["{ start: 2026-07-01, end: 2026-07-31 }", "2026-09-10"];
    let first = control("M-1", "frequency: monthly, owner: jane", &quarter_and_day);
    let rest = [control("M-10", "frequency: monthly, owner: sam", &[]), control("M-2", "frequency: monthly", &[])];
    let [ten, two] = rest;
    let controls = half_year(&[first, ten.clone(), two.clone()]);
    let turned = [quarter_and_day[1], quarter_and_day[0]];
    let turned = half_year(&[two, ten, control("M-1", "frequency: monthly, owner: jane", &turned)]);
    for format in DUE_FORMATS {
        let once = page(&controls, format.name, 80);
        assert_eq!(once, page(&controls, format.name, 80), "{}", format.name);
        assert_eq!(once, page(&turned, format.name, 80), "{}", format.name);
    }
    let subjects = due(&controls, "2026-11-22", "30d", |agenda| {
        agenda.items.iter().filter(|item| !item.overdue).map(|item| item.subject.clone()).collect::<Vec<_>>()
    });
    assert_eq!(subjects, ["M-1", "M-2", "M-10"]);
}
