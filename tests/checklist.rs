//! The checklist: each item is ticked by a fact, and loses its tick with that fact.
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

mod common;

use common::assess;
use gapcheck::model::assessment::Assessment;
use gapcheck::report;
use gapcheck::report::Options;
use gapcheck::report::checklist::by_name;
use gapcheck::report::checklist::item::Item;
use gapcheck::report::checklist::items::items;
use serde_json::{Value, json};

const HEALTHY: &str = include_str!("healthy.yaml");

/// The healthy inventory with its systems described, so that nothing is missing at all.
fn whole() -> String {
    HEALTHY
        .replace(
            "{ id: app, name: Application }",
            "{ id: app, name: Application, criticality: high, data: [personal] }",
        )
        .replace(
            "{ id: prod, name: Production }",
            "{ id: prod, name: Production, criticality: high, data: [personal] }",
        )
}

fn item(yaml: &str, id: &str) -> Item {
    let found = assess(yaml, |assessment| items(assessment).into_iter().find(|item| item.id == id));
    found.unwrap_or_else(|| panic!("no item {id}"))
}

/// Holds an item to its fact and to what is missing.
#[track_caller]
fn assert_item(yaml: &str, id: &str, fact: &str, missing: &[&str]) {
    let item = item(yaml, id);
    assert_eq!(
        (item.fact.as_str(), item.missing.iter().map(String::as_str).collect::<Vec<_>>()),
        (fact, missing.to_vec())
    );
    assert_eq!(item.ticked(), missing.is_empty());
}

#[track_caller]
fn changed(from: &str, to: &str) -> String {
    let whole = whole();
    assert!(whole.contains(from), "{from}");
    whole.replacen(from, to, 1)
}

#[test]
fn where_nothing_is_missing_everything_is_ticked() {
    let facts: Vec<(&str, String, usize)> =
        assess(&whole(), |assessment| items(assessment).map(|item| (item.name, item.fact, item.missing.len())).into());
    let expected = [
        ("Scope defined", "SOC 2 Type I, as of 2026-11-22, on security; 2 systems."),
        ("Inventory documented", "16 of 16 controls have an owner, a frequency and a description."),
        ("Controls tested", "33 of 33 criteria have a test of design in date."),
        ("Deficiencies identified", "0 gaps found on 33 applicable criteria: 0 open, 0 accepted, 0 known before."),
        ("Risks assessed", "No gap was found whose risk there would be to assess."),
        ("Plan built", "No gap stands open, so there is nothing to plan."),
        ("Responsibilities assigned", "16 of 16 controls and 0 of 0 tasks have an owner."),
        ("Monitoring running", "2 of 2 criteria of monitoring and 16 of 16 controls in place have evidence in date."),
    ];
    assert_eq!(facts, expected.map(|(name, fact)| (name, fact.to_owned(), 0)));
}

#[test]
fn a_scope_is_defined_where_it_is_written_down() {
    let fact = "SOC 2 Type I, as of 2026-11-22, on security; 2 systems.";
    assert_item(
        &changed("  system: Healthy Cloud\n", ""),
        "scope_defined",
        fact,
        &["the system that the report describes is not named"],
    );
    assert_item(
        "organization: Acme\ncontrols: []\n",
        "scope_defined",
        "SOC 2 Type I, as of 2026-11-22, on security; 0 systems.",
        &[
            "the inventory has no `scope`, so all of it is assumed",
            "the system that the report describes is not named",
            "no systems are listed",
        ],
    );
}

/// Three controls, two of which lack something, and one that is no longer there.
const THREE: &str = "\
organization: Acme
controls:
  - { id: A-1, name: One, criteria: [CC6.1], status: implemented, owner: jane, frequency: daily, description: Who does what. }
  - { id: A-2, name: Two, criteria: [CC6.1], status: planned, owner: jane, description: Who does what. }
  - { id: A-3, name: Three, criteria: [CC6.1], status: implemented, frequency: daily }
  - { id: A-4, name: Four, criteria: [CC6.1], status: retired }
";

#[test]
fn an_inventory_is_documented_where_each_control_is() {
    assert_item(
        THREE,
        "inventory_documented",
        "1 of 3 controls have an owner, a frequency and a description.",
        &["1 control (A-3) has no owner", "1 control (A-2) has no frequency", "1 control (A-3) has no description"],
    );
    let nothing = "0 of 0 controls have an owner, a frequency and a description.";
    assert_item("organization: Acme\ncontrols: []\n", "inventory_documented", nothing, &["no controls are listed"]);
}

#[test]
fn controls_are_tested_where_a_test_in_date_is_on_file() {
    // MON-01 and MON-02 are all there is for CC4.1 and CC4.2; without a test of both these two have none.
    let design = "      - { of: design, date: 2026-10-15, by: alex, conclusion: effective }\n";
    let whole = whole();
    let (before, monitoring) = whole.split_once("  - id: MON-01").unwrap();
    let untested = format!("{before}  - id: MON-01{}", format!("{monitoring}\n").replace(design, ""));
    assert_item(
        &untested,
        "controls_tested",
        "31 of 33 criteria have a test of design in date.",
        &["2 criteria have none"],
    );
    let tested = item(
        &untested.replace("report: type1", "report: type2\n  period: { start: 2026-01-01, end: 2026-12-31 }"),
        "controls_tested",
    );
    assert_eq!(tested.fact, "33 of 33 criteria have a test of operation in the period.");
    // The word of a status is no test.
    assert_item(
        "organization: Acme\ncontrols: [{ id: A, name: A, criteria: [CC6.1], status: implemented }]\n",
        "controls_tested",
        "0 of 33 criteria have a test of design in date.",
        &["33 criteria have none"],
    );
}

#[test]
fn deficiencies_are_identified_where_somebody_looked() {
    // One criterion rests on the word of its owner alone; of the other 32 it is known that nothing is there.
    let asserted = "organization: Acme\ncontrols: [{ id: A, name: A, criteria: [CC6.1], status: implemented, tests: [{ of: design, date: 2026-10-01, by: x }] }]\n";
    let found = item(asserted, "deficiencies_identified");
    assert_eq!(found.missing, ["1 criterion is unverified on design: nobody looked", "1 test has no conclusion"]);
    let (gaps, applicable) = found.fact.split_once(" found on ").unwrap();
    let counted = assess(asserted, |assessment| assessment.gaps.len());
    assert_eq!(gaps, format!("{counted} gaps"));
    assert!(applicable.starts_with("33 applicable criteria: "), "{applicable}");
}

#[test]
fn risks_rest_on_what_is_said_of_systems() {
    let found = "All 2 gaps have a likelihood, an impact and a level, with their working.";
    // Two controls without an owner make two gaps.
    let nobodys = |yaml: &str| yaml.replacen("    owner: jane\n    performer", "    performer", 2);
    assert_item(&nobodys(&whole()), "risks_assessed", found, &[]);
    assert_item(
        &nobodys(&whole().replacen("criticality: high, ", "", 1).replace(", data: [personal]", "")),
        "risks_assessed",
        found,
        &[
            "1 system (app) has no criticality, so impact is assumed",
            "2 systems (app and prod) have no classes of data, so impact is assumed",
        ],
    );
}

#[test]
fn a_plan_is_built_where_every_open_gap_has_a_day() {
    let nobodys = whole().replacen("    owner: jane\n    performer", "    performer", 2);
    let built = item(&nobodys, "plan_built");
    assert!(built.ticked());
    let begins =
        "2 of 2 open gaps stand in 2 tasks with days and a reason for each, the last of them finished on 2026-";
    assert!(built.fact.starts_with(begins), "{}", built.fact);
    // To say that it is done closes no gap.
    let said = format!(
        "{}\nremediation: [{{ gap: 'AC-01:control-without-owner', owner: sam, status: done }}]\n",
        nobodys.trim_end()
    );
    let built = item(&said, "plan_built");
    assert!(built.fact.starts_with("1 of 2 open gaps stand in 1 task with days"), "{}", built.fact);
    assert_eq!(built.missing, ["1 task (T-AC-01:describe) is said to be done, yet what it mends is still found"]);
}

#[test]
fn responsibilities_are_assigned_where_somebody_is_named() {
    let nobodys = whole().replacen("    owner: jane\n    performer", "    performer", 2);
    let found = item(&nobodys, "responsibilities_assigned");
    assert_eq!(found.fact, "14 of 16 controls and 0 of 2 tasks have an owner.");
    assert_eq!(
        found.missing,
        [
            "2 controls (AC-01 and AC-02) have no owner",
            "2 tasks (T-AC-01:describe and T-AC-02:describe) have no owner who has time for it"
        ]
    );
}

#[test]
fn monitoring_runs_where_evidence_keeps_coming_in() {
    // The evidence of both controls on monitoring is gone.
    let whole = whole();
    let (before, monitoring) = whole.split_once("  - id: MON-01").unwrap();
    let silent: String = monitoring
        .split("    evidence:\n")
        .enumerate()
        .map(|(at, part)| if at == 0 { part.to_owned() } else { part[part.find("    tests:").unwrap()..].to_owned() })
        .collect();
    let silent = format!("{before}  - id: MON-01{silent}");
    assert_item(
        &silent,
        "monitoring_running",
        "0 of 2 criteria of monitoring and 14 of 16 controls in place have evidence in date.",
        &[
            "2 criteria of monitoring (CC4.1 and CC4.2) have no evidence in date",
            "2 controls in place (MON-01 and MON-02) have no evidence in date",
        ],
    );
    // An occurrence that nothing shows is missed: January to March of a quarterly control, and all since.
    let period = "report: type2\n  period: { start: 2026-01-01, end: 2026-12-31 }";
    let missed = item(&silent.replace("report: type1", period), "monitoring_running");
    assert_eq!(missed.missing.last().unwrap(), "6 occurrences were missed");
    assert_item(
        "organization: Acme\ncontrols: []\n",
        "monitoring_running",
        "0 of 2 criteria of monitoring and 0 of 0 controls in place have evidence in date.",
        &["no control is in place", "2 criteria of monitoring (CC4.1 and CC4.2) have no evidence in date"],
    );
}

fn render(assessment: &Assessment<'_>, format: &str, width: usize) -> String {
    let text = (by_name(format).expect("a format").render)(assessment, width);
    anstream::adapter::strip_str(&text).to_string()
}

const AT_80: &str = "\
Acme
SOC 2 Type I, as of 2026-11-22, on security · assessed on 2026-11-22

1 of 8 is ticked.

  [ ]  Scope defined
       SOC 2 Type I, as of 2026-11-22, on security; 0 systems.
       Missing: the inventory has no `scope`, so all of it is assumed.
       Missing: the system that the report describes is not named.
       Missing: no systems are listed.
  [ ]  Inventory documented
       1 of 3 controls have an owner, a frequency and a description.
       Missing: 1 control (A-3) has no owner.
       Missing: 1 control (A-2) has no frequency.
       Missing: 1 control (A-3) has no description.
";

#[test]
fn the_terminal_shows_boxes_with_facts() {
    let text = assess(THREE, |assessment| render(assessment, "terminal", 80));
    let (begins, rest) = text.split_at(text.find("  [ ]  Controls tested").unwrap());
    let ticked = text.matches("\n  [x]  ").count();
    assert_eq!(begins, AT_80);
    assert_eq!((ticked, text.matches("\n  [ ]  ").count()), (1, 7));
    assert!(rest.ends_with("\nstays open, with what is missing.\n"), "{rest}");
}

#[test]
fn markdown_shows_a_list_of_tasks_alone_and_in_the_report() {
    assess(&changed("  system: Healthy Cloud\n", ""), |assessment| {
        let alone = render(assessment, "markdown", 0);
        let list = "\
**7 of 8 are ticked.** Items are ticked from the facts of this assessment alone; what is done in part stays open, with what is missing.

- [ ] **Scope defined:** SOC 2 Type I, as of 2026-11-22, on security; 2 systems. *Missing:* the system that the report describes is not named.
- [x] **Inventory documented:** 16 of 16 controls have an owner, a frequency and a description.
";
        let head = "# Healthy Co.: assessment checklist\n\nSOC 2 Type I, as of 2026-11-22, on security. Assessed on 2026-11-22.\n\n";
        assert!(alone.starts_with(&format!("{head}{list}")), "{alone}");
        let report = (report::by_name("markdown").unwrap().render)(assessment, &Options::default()).into_text();
        assert!(report.contains(&format!("\n## Checklist\n\n{list}")), "{report}");
        assert!(report.contains("\n- [Checklist](#checklist)\n"), "{report}");
    });
}

#[test]
fn machines_get_each_item_with_its_fact() {
    let text = assess(&changed("  system: Healthy Cloud\n", ""), |assessment| render(assessment, "json", 0));
    let found: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&found["schema_version"], &found["ticked"], &found["of"]), (&json!(1), &json!(7), &json!(8)));
    assert_eq!((&found["organization"], &found["as_of"]), (&json!("Healthy Co."), &json!("2026-11-22")));
    assert_eq!(
        found["items"][0],
        json!({
            "id": "scope_defined",
            "name": "Scope defined",
            "ticked": false,
            "fact": "SOC 2 Type I, as of 2026-11-22, on security; 2 systems.",
            "missing": ["the system that the report describes is not named"]
        })
    );
    let ids: Vec<&str> = found["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(
        ids,
        [
            "scope_defined",
            "inventory_documented",
            "controls_tested",
            "deficiencies_identified",
            "risks_assessed",
            "plan_built",
            "responsibilities_assigned",
            "monitoring_running"
        ]
    );
}
