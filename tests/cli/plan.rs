//! The plan and the checklist, as scripts ask for them: how they end, what they print and what they write.

use crate::sentence::{Folder, Said};

/// A control that is planned by Jane, one that is nobody's, and a day promised.
const INVENTORY: &str = "\
organization: Acme Inc.
scope: { system: Acme Cloud, categories: [security, availability], milestones: { report: 2027-06-01 } }
people: [{ id: jane, name: Jane Roe }, { id: sam, name: Sam Poe }]
controls:
  - { id: A-1, name: Offboarding, criteria: [CC6.2], owner: jane, status: planned }
  - { id: A-2, name: Restore, criteria: [A1.3], status: planned }
";

fn folder() -> Folder {
    Folder::with(&[("in.yaml", INVENTORY)])
}

fn plan(folder: &Folder, arguments: &[&str]) -> Said {
    folder.run(&[&["plan", "in.yaml", "--as-of", "2026-11-22"], arguments].concat())
}

#[test]
fn every_format_is_printed_and_gaps_never_fail_it() {
    let folder = folder();
    for format in
        ["terminal", "markdown", "html", "csv", "csv-gaps", "csv-controls", "csv-roadmap", "json", "ics", "mermaid"]
    {
        let said = plan(&folder, &["-f", format]).ends(0);
        assert!(!said.out.is_empty() && !said.out.contains('\u{1b}'), "{format}: {}", said.out);
        assert_eq!(said.err, "");
    }
    let said = plan(&folder, &["-f", "docx"]).ends(2);
    let formats =
        "[possible values: terminal, markdown, html, csv, csv-gaps, csv-controls, csv-roadmap, json, ics, mermaid]";
    assert!(said.err.contains(formats), "{}", said.err);
}

#[test]
fn an_owner_is_known_by_id_and_by_name_and_a_slip_gets_a_hint() {
    let folder = folder();
    for name in ["jane", "Jane Roe", "JANE ROE"] {
        let said = plan(&folder, &["--owner", name, "-f", "csv"]).ends(0);
        assert!(said.out.contains("\"Put A-1 (Offboarding) in place\""), "{name}: {}", said.out);
        assert!(!said.out.contains("A-2 (Restore)"), "{name}: {}", said.out);
    }
    let said = plan(&folder, &["--owner", "Unassigned", "-f", "csv"]).ends(0);
    assert!(said.out.contains("A-2 (Restore)") && !said.out.contains("A-1 (Offboarding)"), "{}", said.out);
    let said = plan(&folder, &["--owner", "sam"]).ends(0);
    assert!(said.out.contains("\nNothing is to do for Sam Poe.\n"), "{}", said.out);
    plan(&folder, &["--owner", "jnae"]).refuses("nobody in the inventory is called `jnae`; did you mean `jane`?");
    plan(&folder, &["--owner", "nobody-at-all"])
        .refuses("nobody in the inventory is called `nobody-at-all`; name somebody by id or by name");
}

#[test]
fn the_selection_is_narrowed_by_category() {
    let folder = folder();
    assert!(plan(&folder, &["-f", "csv"]).ends(0).out.contains("A-2 (Restore)"));
    assert!(!plan(&folder, &["-f", "csv", "--category", "security"]).ends(0).out.contains("A-2 (Restore)"));
    plan(&folder, &["--category", "privacy"])
        .refuses("nothing is left in scope: the inventory selects security and availability, not privacy");
}

#[test]
fn this_week_is_told_with_its_steps() {
    let folder = folder();
    let said = plan(&folder, &["--this-week"]).ends(0);
    let week = "in the week from 2026-11-23 to\n2026-11-29.\n";
    assert!(said.out.replace('\n', " ").contains(&week.replace('\n', " ")), "{}", said.out);
    assert!(said.out.contains("\nJane Roe: 1 task\n") && said.out.contains(" 1.  "), "{}", said.out);
    assert!(!said.out.contains("Action plan"), "{}", said.out);
}

#[test]
fn files_are_written_by_extension_or_by_name() {
    let folder = folder();
    let written = ["-o", "plan.md", "-o", "plan.csv", "-o", "plan.ics", "-o", "plan.mmd", "-o", "csv-roadmap=map.csv"];
    plan(&folder, &written).ends(0);
    let read = |name: &str| folder.text(name);
    assert!(read("plan.md").starts_with("# Acme Inc. · Acme Cloud: remediation plan\n"));
    assert!(read("plan.csv").starts_with("\"Summary\",\"Description\",\"Assignee\",\"Due date\""));
    assert!(read("plan.ics").starts_with("BEGIN:VCALENDAR\r\n"));
    assert!(read("plan.mmd").starts_with("gantt\n"));
    assert!(read("map.csv").starts_with("\"Kind\",\"Name\""));
    plan(&folder, &["-o", "in.yaml"]).refuses(
        "no format is known by the name of in.yaml; the extensions are .txt, .md, .html, .csv, .json, .ics and .mmd, or say \
         NAME=FILE",
    );
    plan(&folder, &["-o", "csv=in.yaml"]).refuses("in.yaml is part of the inventory and would be overwritten");
}

#[test]
fn a_problem_of_the_inventory_is_told() {
    let folder = Folder::with(&[("in.yaml", "organization: Acme\ncontrols: oops\n")]);
    for command in ["plan", "checklist"] {
        let said = folder.run(&[command, "in.yaml"]).ends(2);
        assert!(said.err.contains("in.yaml:2:"), "{}", said.err);
        assert_eq!(said.out, "");
    }
}

#[test]
fn the_checklist_is_printed_and_written() {
    let folder = folder();
    let checklist =
        |arguments: &[&str]| folder.run(&[&["checklist", "in.yaml", "--as-of", "2026-11-22"], arguments].concat());
    let said = checklist(&[]).ends(0);
    assert!(
        said.out.starts_with("Acme Inc. · Acme Cloud\n") && said.out.contains("\n  [x]  Plan built\n"),
        "{}",
        said.out
    );
    checklist(&["-o", "list.md", "-f", "json"]).ends(0);
    let text = folder.text("list.md");
    assert!(text.starts_with("# Acme Inc.: assessment checklist\n"), "{text}");
    let said = checklist(&["-f", "csv"]).ends(2);
    assert!(said.err.contains("[possible values: terminal, markdown, json]"), "{}", said.err);
}
