//! Browsing the catalog: all of it at a glance, whole pages, and the same for machines.
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
use gapcheck::model::catalog::Catalog;
use gapcheck::report::criteria::{CRITERIA_FORMATS, Selection, browse, by_name};
use serde_json::{Value, json};

fn asked(catalog: &Catalog, ids: &[&str], format: &str, width: usize) -> Result<String, String> {
    let selection = Selection { ids: ids.iter().map(|id| (*id).to_owned()).collect() };
    browse(catalog, &selection, by_name(format).unwrap(), width)
}

fn shown(ids: &[&str], format: &str) -> String {
    asked(&bundled().unwrap(), ids, format, 100).unwrap()
}

fn json_of(ids: &[&str]) -> Value {
    serde_json::from_str(&shown(ids, "json")).unwrap()
}

fn ids_of(document: &Value) -> Vec<&str> {
    document["criteria"].as_array().unwrap().iter().map(|criterion| criterion["id"].as_str().unwrap()).collect()
}

fn refused(ids: &[&str]) -> String {
    asked(&bundled().unwrap(), ids, "terminal", 100).unwrap_err()
}

#[test]
fn the_formats_are_listed_once_and_found_by_name() {
    let names: Vec<&str> = CRITERIA_FORMATS.iter().map(|format| format.name).collect();
    assert_eq!(names, ["terminal", "json", "yaml", "csv"]);
    assert!(CRITERIA_FORMATS.iter().all(|format| !format.summary.is_empty()));
    assert!(by_name("html").is_none());
}

#[test]
fn without_ids_the_terminal_shows_every_criterion_in_a_row_of_its_series() {
    let text = shown(&[], "terminal");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("2017 Trust Services Criteria, points of focus of 2022"));
    assert_eq!(lines.next(), Some("61 criteria and 330 points of focus"));
    let whose = "All wording in this edition is gapcheck's own and none of it is the AICPA's; ids and counts are";
    assert_eq!((lines.next(), lines.next()), (Some(whose), Some("facts.")));
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("  ") && !line.starts_with("  id")).collect();
    assert_eq!(rows.len(), 61);
    let counts =
        rows.iter().map(|row| row.split_whitespace().filter_map(|cell| cell.parse::<usize>().ok()).next_back());
    assert_eq!(counts.flatten().sum::<usize>(), 330);
    let headings = text.lines().filter(|line| line.ends_with(')') && !line.starts_with(' ')).count();
    assert_eq!(headings, 20);
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>().join(" ");
    let at = text.lines().position(|line| line == "CC6 Logical and physical access (security)").unwrap();
    let first = text.lines().nth(at + 1).map(words);
    assert_eq!(first.as_deref(), Some("CC6.1 Logical access to protected assets system 13 very high"));
    assert!(text.lines().map(words).any(|line| line == "P6.2 Record of authorised disclosures entity 1 moderate"));
}

#[test]
fn the_table_keeps_to_the_width() {
    let catalog = bundled().unwrap();
    for width in [60, 80, 120] {
        let text = asked(&catalog, &[], "terminal", width).unwrap();
        let widest = text.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= width, "{widest} of {width}");
        let page = asked(&catalog, &["CC6.1"], "terminal", width).unwrap();
        assert!(page.lines().all(|line| line.chars().count() <= width));
    }
    assert!(
        asked(&catalog, &[], "terminal", 80).unwrap().contains("A1.2  Environmental protection, backup and recover…")
    );
}

#[test]
fn the_page_of_a_criterion_holds_everything() {
    // From criteria/cc6-logical-and-physical-access.yaml, laid out for a width that breaks nothing.
    let page = asked(&bundled().unwrap(), &["cc 6.3"], "terminal", 400).unwrap();
    let expected = "\
CC6.3 Role-based access and least privilege
CC6 Logical and physical access (security)

What it asks
  Permissions must be granted, altered and withdrawn by role and need, keeping privileges minimal and conflicting duties apart.

At a glance
  Judged: for each system in scope
  Areas: security and access
  Impact of a failure: high. Excess privilege lets one mistake, insider or stolen session reach far more customer data than the job needs.
  Kinds of control that can address it: policy, procedure and technical

Expected evidence
  - role and permission matrix
  - periodic access reviews
  - access change and removal tickets
  - list of privileged accounts with justification

Typical controls
  - The owner of each system keeps a matrix of roles and permissions and approves any change to it in a ticket.
  - Managers and system owners review all user permissions each quarter and record keep, change or remove for every account.
  - Engineers obtain production administrator rights only through a time-limited, approved and logged elevation.
  - When someone changes team, their new manager raises a ticket and IT removes the old permissions within five working days.

Where nothing is in place, in this order
  1. State least privilege, separation of duties and the review interval in the access policy.
  2. Draw up a role matrix for each system and mark combinations that one person must not hold.
  3. Move individual grants into groups or roles and cut standing administrator rights to the few who need them.
  4. Run a first full access review and carry out every removal through a ticket.
  5. Put the review in the calendar each quarter and store the user listing, decisions and closed tickets together.

4 points of focus
  Aids to reading the criterion, never requirements.

  CC6.3/owner-approval: Owner-approved permission grants
    Does the asset owner approve access being given or changed?
    Applies always.

  CC6.3/permission-withdrawal: Withdrawing permissions
    Is access withdrawn once there is no need for it?
    Applies always; reworded in 2022.

  CC6.3/role-design: Role-based permission design
    Do access structures such as roles restrict privilege and keep conflicting functions apart?
    Applies always; reworded in 2022.

  CC6.3/periodic-review: Permission recertification
    Are roles and rules reviewed at intervals for people or accounts that should not hold them, and then corrected?
    Applies always; reworded in 2022.
";
    assert_eq!(page, expected);
}

#[test]
fn a_page_says_when_a_point_applies_and_which_principle_stands_behind() {
    let page = shown(&["CC6.1", "CC1.1"], "terminal");
    assert!(page.contains("\n    Applies when confidentiality is in scope; new in 2022.\n"));
    assert!(page.contains("\n    Applies when privacy is in scope; new in 2022.\n"));
    assert!(page.contains("\n  COSO principle: 1\n"));
    assert!(page.contains("\n  Judged: once, for the organisation\n"));
    // Pages stand in report order, a blank line between them, whatever the order they were asked in.
    assert!(page.starts_with("CC1.1 "));
    assert!(page.contains(".\n\n\nCC6.1 Logical access to protected assets\n"));
    let narrow = asked(&bundled().unwrap(), &["CC6.3"], "terminal", 60).unwrap();
    assert!(
        narrow.contains(
            "  - The owner of each system keeps a matrix of roles and\n    permissions and approves any change"
        )
    );
}

#[test]
fn ids_name_criteria_series_families_categories_and_points() {
    assert_eq!(ids_of(&json_of(&["CC6.1"])), ["CC6.1"]);
    assert_eq!(ids_of(&json_of(&["cc4"])), ["CC4.1", "CC4.2"]);
    for (id, count) in [("CC", 33), ("a", 3), ("PI", 5), ("C", 2), ("P", 18)] {
        assert_eq!(ids_of(&json_of(&[id])).len(), count, "{id}");
    }
    for (id, count) in [("security", 33), ("Processing Integrity", 5), ("processing_integrity", 5), ("privacy", 18)] {
        assert_eq!(ids_of(&json_of(&[id])).len(), count, "{id}");
    }
    assert_eq!(ids_of(&json_of(&["C1", "A", "CC9.2", "A1.2"])), ["CC9.2", "A1.1", "A1.2", "A1.3", "C1.1", "C1.2"]);
    let point = json_of(&["CC6.3/periodic-review"]);
    assert_eq!(ids_of(&point), ["CC6.3"]);
    let slugs = |document: &Value| document["criteria"][0]["points"].as_array().unwrap().len();
    assert_eq!((slugs(&point), &point["criteria"][0]["points"][0]["slug"]), (1, &json!("periodic-review")));
    assert_eq!(slugs(&json_of(&["CC6.3/periodic-review", "CC6.3/role-design"])), 2);
    assert_eq!(slugs(&json_of(&["CC6.3/periodic-review", "CC6.3"])), 4);
    assert_eq!(slugs(&json_of(&["CC6.3", "CC6.3/periodic-review"])), 4);
    let page = shown(&["CC6.3/periodic-review"], "terminal");
    assert!(page.contains("\n1 of 4 points of focus\n") && !page.contains("CC6.3/role-design"));
}

#[test]
fn ids_that_do_not_exist_are_told_with_what_is_meant() {
    assert_eq!(
        refused(&["CC8.2"]),
        "`CC8.2` is not one of the 61 criteria: it is numbering from before 2017; change management is `CC8.1`"
    );
    assert_eq!(
        refused(&["availabilty"]),
        "no criterion, series or category has the id `availabilty`; did you mean `availability`?"
    );
    assert_eq!(
        refused(&["XX"]),
        "no criterion, series or category has the id `XX`; `gapcheck criteria` lists them all"
    );
    assert_eq!(
        refused(&["CC6.3/periodic-revue"]),
        "`CC6.3` has no point of focus `periodic-revue`; did you mean `CC6.3/periodic-review`?"
    );
    assert_eq!(
        refused(&["CC6.3/x"]),
        "`CC6.3` has no point of focus `x`; its points are `owner-approval`, `permission-withdrawal`, `role-design` \
         and `periodic-review`"
    );
    let both = refused(&["CC6.1", "XX", "\u{1b}[2J"]);
    assert_eq!(both.lines().count(), 2);
    assert!(both.contains(r"`\u{1b}[2J`"));
}

#[test]
fn json_holds_the_whole_catalog() {
    let document = json_of(&[]);
    let keys: Vec<&String> = document.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["schema_version", "edition", "series", "criteria", "misnumbered"]);
    let catalog = bundled().unwrap();
    assert_eq!((&document["edition"]["id"], &document["edition"]["revision"]), (&json!("tsc-2017-2022"), &json!(2022)));
    assert_eq!(document["edition"]["digest"], catalog.digest);
    assert_eq!(document["series"].as_array().unwrap().len(), 20);
    assert_eq!(document["misnumbered"].as_array().unwrap().len(), catalog.misnumbered.len());
    let criteria = document["criteria"].as_array().unwrap();
    assert_eq!(criteria.len(), 61);
    let points = criteria.iter().map(|criterion| criterion["points"].as_array().unwrap().len());
    assert_eq!(points.sum::<usize>(), 330);
    let one = json_of(&["CC1.1/code-of-conduct"]);
    let conduct = &one["criteria"][0];
    assert_eq!(conduct["principle"], 1);
    assert_eq!(conduct["areas"], json!(["employee_training"]));
    assert_eq!(conduct["impact"]["level"], "moderate");
    assert_eq!((conduct["controls"].as_array().unwrap().len(), &conduct["official"]), (4, &Value::Null));
    let point = json!({
        "id": "CC1.1/code-of-conduct", "slug": "code-of-conduct", "title": "Code of conduct reaching vendors",
        "asks": "Is there a written code of conduct that staff, outsourced providers and partners have all been made aware of?",
        "official": null, "applies": "always", "revised": "unchanged",
    });
    assert_eq!(conduct["points"], json!([point]));
    assert_eq!(one["series"], json!([{ "id": "CC1", "title": "Control environment", "category": "security" }]));
}

#[test]
fn yaml_says_what_json_says() {
    for ids in [&[][..], &["CC6", "P"][..]] {
        let yaml: Value = serde_yaml::from_str(&shown(ids, "yaml")).unwrap();
        assert_eq!(yaml, json_of(ids));
    }
}

#[test]
fn csv_has_a_row_for_each_criterion_and_each_point() {
    let text = shown(&[], "csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().take(4).collect::<Vec<_>>(), ["id", "kind", "criterion", "series"]);
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    let of_kind = |kind: &str| rows.iter().filter(|row| &row[1] == kind).count();
    assert_eq!((of_kind("criterion"), of_kind("point of focus"), rows.len()), (61, 330, 391));
    let point = rows.iter().find(|row| &row[0] == "CC6.1/confidential-access").unwrap();
    let cells: Vec<&str> = point.iter().collect();
    let wording = "Is logical access to confidential data limited to stated purposes?";
    let title = "Purpose-limited confidential data access";
    let start = ["CC6.1/confidential-access", "point of focus", "CC6.1", "CC6", "security", title, wording, "gapcheck"];
    assert_eq!(cells[..8], start);
    assert_eq!(cells[8..], ["", "", "", "", "", "", "", "", "confidentiality", "new"]);
    let criterion = rows.iter().find(|row| &row[0] == "A1.2").unwrap();
    assert_eq!((&criterion[8], &criterion[9], criterion[15].lines().count()), ("system", "high", 5));
    assert!(text.lines().all(|line| !line.starts_with("\"=")));
}

#[test]
fn official_wording_is_marked_and_escaped() {
    let mut catalog = bundled().unwrap();
    let at = catalog.position("CC6.3".parse().unwrap()).unwrap();
    catalog.criteria[at].official = Some("=The official\u{1b}[2J words.".to_owned());
    catalog.criteria[at].points[3].official = Some("The official point.".to_owned());
    let page = asked(&catalog, &["CC6.3"], "terminal", 100).unwrap();
    assert!(page.contains("\nWhat it asks (official wording)\n  =The official\\u{1b}[2J words.\n"));
    assert!(page.contains("\n    The official point. (official wording)\n"));
    let json: Value = serde_json::from_str(&asked(&catalog, &["CC6.3"], "json", 100).unwrap()).unwrap();
    assert_eq!(json["criteria"][0]["official"], "=The official\u{1b}[2J words.");
    let whose = "Where it is marked as official, the wording is its publisher's, laid over ours by a licensee.";
    assert_eq!(json["edition"]["wording"], whose);
    assert!(asked(&catalog, &[], "terminal", 100).unwrap().contains(whose));
    let csv = asked(&catalog, &["CC6.3"], "csv", 100).unwrap();
    assert!(csv.contains("\"'=The official\\u{1b}[2J words.\",\"official\""));
    let yaml: Value = serde_yaml::from_str(&asked(&catalog, &["CC6.3"], "yaml", 100).unwrap()).unwrap();
    assert_eq!(yaml, json);
}
