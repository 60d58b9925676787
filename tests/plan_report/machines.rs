//! The plan for machines: trackers, spreadsheets, programs.

use gapcheck::model::plan::Plan;
use gapcheck::report;
use gapcheck::report::Options;
use serde_json::{Value, json};

use crate::common::assess;
use crate::fixture::{Asked, inventory, jane, plan, printed, render, with_plan};

fn rows(text: &str) -> Vec<Vec<String>> {
    let reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.into_records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The cells of a row by the names of their columns.
fn cells(text: &str, at: usize) -> Vec<(String, String)> {
    let rows = rows(text);
    rows[0].iter().cloned().zip(rows[at].iter().cloned()).collect()
}

fn pairs(cells: &[(String, String)]) -> Vec<(&str, &str)> {
    cells.iter().map(|(name, cell)| (name.as_str(), cell.as_str())).collect()
}

#[test]
fn a_tracker_gets_a_row_for_each_task() {
    let text = printed("csv", 0, &Asked::default());
    assert!(text.ends_with("\r\n") && text.matches("\r\n").count() == 5, "a row ends with CR LF, as RFC 4180 has it");
    assert_eq!(rows(&text).len(), 5);
    let found = cells(&text, 2);
    assert_eq!(
        pairs(&found),
        [
            ("Summary", "Complete the description of AC-01 (Single sign-on with a second factor)"),
            (
                "Description",
                "Issue: Single sign-on with a second factor: nobody answers for it\n1. Name one owner.\n2. Write it down.\n\
                 Done when: It has an owner.\nProof: entry in the inventory; approved document\n\
                 Resources: Whoever performs it\nWaits for: T-POL-AC:settle-document\nCloses: AC-01:control-without-owner"
            ),
            ("Assignee", ""),
            ("Due date", "2027-02-20"),
            ("Labels", "soc2 procedure moderate critical-path"),
            ("Priority", "Medium"),
            ("Status", "Open"),
            ("Start date", "2026-11-25"),
            ("Estimate in days", "1.0"),
            ("Title", "Complete the description of AC-01 (Single sign-on with a second factor)"),
            ("Number", "2"),
            ("Id", "T-AC-01:describe"),
            ("Issue", "Single sign-on with a second factor: nobody answers for it"),
            ("Recommended action", "Complete the description of AC-01 (Single sign-on with a second factor)"),
            ("Responsible", ""),
            ("Resources", "Whoever performs it"),
            ("Estimated completion", "2026-11-30"),
            ("Phase", "procedure"),
            ("Depends on", "T-POL-AC:settle-document"),
            ("Gaps", "AC-01:control-without-owner"),
            ("Steps", "1. Name one owner.\n2. Write it down."),
            ("Done when", "It has an owner."),
            ("Proof", "entry in the inventory\napproved document"),
            ("Effort low in days", "0.5"),
            ("Effort high in days", "4.0"),
            ("Level", "moderate"),
            ("Score", "40"),
            ("Critical", "yes"),
            ("Slack in working days", "0"),
            ("Last day to start", "2026-11-20"),
            ("Ticket", ""),
            ("Owner id", "")
        ]
    );
    let first = cells(&text, 1);
    let of = |name: &str| first.iter().find(|(column, _)| column == name).unwrap().1.clone();
    assert_eq!(
        (of("Assignee").as_str(), of("Owner id").as_str(), of("Ticket").as_str()),
        ("Jane Roe", "jane", "GRC-1")
    );
    assert_eq!((of("Status").as_str(), of("Estimate in days").as_str()), ("In progress", "1.5"));
}

/// Jira's importer asks for names of columns without punctuation, and for one called `Summary`; GitLab's for `title`,
/// `description` and `due date`, in whatever case.
#[test]
fn trackers_find_the_columns_they_read() {
    let columns = |format: &str| rows(&printed(format, 0, &Asked::default()))[0].clone();
    for name in ["Summary", "Title", "Description", "Assignee", "Due date", "Labels", "Priority", "Status"] {
        assert_eq!(columns("csv").iter().filter(|column| *column == name).count(), 1, "{name}");
    }
    for format in ["csv", "csv-controls", "csv-gaps", "csv-roadmap"] {
        let plain = |name: &String| name.chars().all(|c| c.is_ascii_alphabetic() || c == ' ');
        assert!(columns(format).iter().all(plain), "{:?}", columns(format));
    }
}

#[test]
fn the_gap_analysis_report_has_a_row_for_each_criterion() {
    let text = printed("csv-gaps", 0, &Asked::default());
    let rows = rows(&text);
    assert_eq!(rows.len(), 34);
    let state = |word: &str| rows.iter().filter(|row| row[2] == word).count();
    assert_eq!((state("done"), state("to do")), (28, 5));
    assert_eq!(
        rows.iter().find(|row| row[0] == "CC6.1").unwrap()[2..],
        [
            "to do",
            "partial",
            "",
            "AC-01, AC-02",
            "POL-AC:document-review-overdue, AC-01:control-without-owner",
            "moderate",
            "1, 2"
        ]
    );
    // A gap of very low level keeps no criterion from being done, and is not hidden.
    assert_eq!(
        rows.iter().find(|row| row[0] == "CC4.1").unwrap()[2..],
        ["done", "no gap identified", "", "MON-01, MON-02", "MON-02:design-untested", "very low", "3"]
    );
}

#[test]
fn the_control_implementation_plan_has_a_row_for_each_control_task() {
    let text = printed("csv-controls", 0, &Asked::default());
    assert_eq!(rows(&text).len(), 3);
    assert_eq!(
        pairs(&cells(&text, 1)),
        [
            ("Number", "2"),
            ("Task", "Complete the description of AC-01 (Single sign-on with a second factor)"),
            ("Id", "T-AC-01:describe"),
            ("Owner", ""),
            ("Start", "2026-11-25"),
            ("Finish", "2026-11-30"),
            ("Last day to start", "2026-11-20"),
            ("Steps", "1. Name one owner.\n2. Write it down."),
            ("Done when", "It has an owner."),
            ("Proof", "entry in the inventory\napproved document"),
            ("Status", "open")
        ]
    );
}

#[test]
fn the_roadmap_has_a_row_for_each_phase_and_each_milestone() {
    assert_eq!(
        printed("csv-roadmap", 0, &Asked::default()).replace("\r\n", "\n"),
        "\
\"Kind\",\"Name\",\"Start\",\"Finish\",\"Promised\",\"Holds\",\"Because\"
\"phase\",\"Policies\",\"2026-11-23\",\"2026-11-24\",\"\",\"\",\"1 task\"
\"phase\",\"Procedures\",\"2026-11-25\",\"2026-11-30\",\"\",\"\",\"1 task\"
\"phase\",\"Tests\",\"2026-12-01\",\"2026-12-01\",\"\",\"\",\"1 task\"
\"milestone\",\"Policies approved\",\"\",\"2026-11-24\",\"\",\"\",\"POL-AC is the last.\"
\"milestone\",\"Fieldwork\",\"\",\"2026-12-21\",\"2026-12-14\",\"no\",\"Two weeks after the controls.\"
\"milestone\",\"Report\",\"\",\"2027-02-01\",\"2027-02-15\",\"yes\",\"Six weeks after fieldwork.\"
\"report\",\"Type I\",\"\",\"2027-01-25\",\"\",\"yes\",\"fieldwork from 2026-12-14; fieldwork on the day, report 21 days to spare\"
\"report\",\"Type II over 3 months\",\"2026-12-01\",\"2027-04-26\",\"\",\"no\",\"fieldwork from 2027-03-15; fieldwork 91 days late, report 70 days late\"
"
    );
}

#[test]
fn programs_get_the_plan_of_the_result() {
    let read = |asked: &Asked| -> Value { serde_json::from_str(&printed("json", 0, asked)).unwrap() };
    let whole = with_plan(plan(), |assessment| {
        let result = (report::by_name("json").unwrap().render)(assessment, &Options::default()).into_text();
        let result: Value = serde_json::from_str(&result).unwrap();
        let printed: Value = serde_json::from_str(&render(assessment, "json", 0, &Asked::default())).unwrap();
        for key in ["schema_version", "tool", "catalog", "inputs", "as_of", "organization", "scope", "plan"] {
            assert_eq!(printed[key], result[key], "{key}");
        }
        printed
    });
    assert_eq!((&whole["owner"], &whole["week"]), (&Value::Null, &Value::Null));
    assert_eq!(
        whole["shown"],
        json!(["T-POL-AC:settle-document", "T-AC-01:describe", "T-MON-02:test-design", "T-X:close"])
    );
    // The plan stays whole whatever was asked for.
    let janes = read(&Asked { week: true, owner: Some(jane()) });
    assert_eq!(janes["plan"], whole["plan"]);
    assert_eq!(janes["owner"], "Jane Roe");
    assert_eq!(janes["week"], json!({ "start": "2026-11-23", "end": "2026-11-29" }));
    assert_eq!(janes["shown"], json!(["T-POL-AC:settle-document"]));
}

#[test]
fn a_plan_of_nothing_has_only_its_columns() {
    let nothing =
        |format: &str| with_plan(Plan::default(), |assessment| render(assessment, format, 0, &Asked::default()));
    for format in ["csv", "csv-controls", "csv-roadmap"] {
        assert_eq!(rows(&nothing(format)).len(), 1, "{format}");
    }
    assert_eq!(rows(&nothing("csv-gaps")).len(), 34);
}

/// The plan the program makes itself: each task once in every format, under the same number.
#[test]
fn every_format_holds_every_task() {
    assess(&inventory(), |assessment| {
        let rows = rows(&render(assessment, "csv", 0, &Asked::default()));
        assert_eq!(rows.len() - 1, assessment.plan.tasks.len());
        let markdown = render(assessment, "markdown", 0, &Asked::default());
        let terminal = render(assessment, "terminal", 200, &Asked::default());
        let calendar = render(assessment, "ics", 0, &Asked::default()).replace("\r\n ", "");
        assert!(assessment.plan.tasks.len() > 2, "{:?}", assessment.plan);
        for (number, task) in (1..).zip(&assessment.plan.tasks) {
            assert_eq!(rows[number][10..12], [number.to_string(), task.id.clone()]);
            assert!(markdown.contains(&format!("\n| {number} | ")), "{number}: {markdown}");
            assert!(terminal.contains(&format!("\n{number:>6}  ")), "{number}: {terminal}");
            assert!(calendar.contains(&format!("\r\nUID:{}:", task.id)), "{number}: {calendar}");
        }
    });
}
