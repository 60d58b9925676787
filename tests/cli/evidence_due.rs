//! What is due, as scripts ask for it: how it ends, what it prints and what it writes.

use crate::sentence::{Folder, Said};

/// One occurrence late since 2026-11-10, one due on 2026-12-10.
const INVENTORY: &str = "\
organization: Acme Inc.
scope: { report: type2, period: { start: 2026-10-01, end: 2026-12-31 } }
people: [{ id: jane, name: Jane Roe }, { id: sam, name: Sam Poe }]
controls:
  - { id: M-1, name: Capacity review, criteria: [A1.1, CC7.1], owner: jane, frequency: monthly, status: implemented }
";

/// The same with the late one shown.
fn in_time() -> String {
    let evidence = "evidence: [{ title: October, url: 'https://files.example/1', covers: { start: 2026-10-01, end: 2026-10-31 } }]";
    INVENTORY.replace("status: implemented", &format!("status: implemented, {evidence}"))
}

fn folder() -> Folder {
    Folder::with(&[("in.yaml", INVENTORY), ("time.yaml", &in_time())])
}

fn due(folder: &Folder, arguments: &[&str]) -> Said {
    folder.run(&[&["evidence", "due", "--as-of", "2026-11-22"], arguments].concat())
}

#[test]
fn without_a_gate_it_ends_well() {
    let folder = folder();
    for format in ["terminal", "markdown", "json", "csv", "ics"] {
        let said = due(&folder, &["in.yaml", "-f", format]).ends(0);
        assert!(said.out.contains("M-1"), "{format}: {}", said.out);
        assert_eq!(said.err, "");
    }
    let said = due(&folder, &["in.yaml"]).ends(0);
    assert!(!said.out.contains("gate") && !said.out.contains('\u{1b}'), "{}", said.out);
}

#[test]
fn the_gate_ends_it_with_one_in_every_format() {
    let folder = folder();
    for format in ["terminal", "markdown", "json", "csv", "ics"] {
        due(&folder, &["in.yaml", "-f", format, "--fail-on-overdue"]).ends(1);
        due(&folder, &["time.yaml", "-f", format, "--fail-on-overdue"]).ends(0);
        // 2026-12-10 lies 18 days ahead.
        due(&folder, &["time.yaml", "-f", format, "--fail-within", "17d"]).ends(0);
        due(&folder, &["time.yaml", "-f", format, "--fail-within", "18d"]).ends(1);
    }
    // What is late is closer than anything ahead, and what somebody else answers for is not theirs.
    due(&folder, &["in.yaml", "--fail-within", "0d"]).ends(1);
    due(&folder, &["in.yaml", "--fail-on-overdue", "--owner", "sam"]).ends(0);
    due(&folder, &["in.yaml", "--fail-on-overdue", "--owner", "Jane Roe"]).ends(1);
}

#[test]
fn the_gate_sees_as_far_as_it_was_told_to() {
    let folder = folder();
    let said = due(&folder, &["time.yaml", "--within", "1d", "--fail-within", "18d"]).ends(1);
    assert!(said.out.contains("\n1 thing comes up by 2026-12-10; nothing is overdue.\n"), "{}", said.out);
    assert!(said.out.contains("\ngate fails: 1 thing is overdue or due by 2026-12-10\n"), "{}", said.out);
    let said = due(&folder, &["time.yaml", "--within", "2mo", "--fail-within", "1d"]).ends(0);
    assert!(said.out.contains("by 2027-01-22") && said.out.contains("due by 2026-11-23"), "{}", said.out);
}

#[test]
fn files_are_written_by_extension_and_by_name() {
    let folder = folder();
    let said = due(&folder, &["in.yaml", "-o", "due.ics", "-o", "csv=list.txt", "-o", "due.txt"]).ends(0);
    assert_eq!(folder.names(), ["due.ics", "due.txt", "in.yaml", "list.txt", "time.yaml"]);
    assert!(folder.text("due.ics").starts_with("BEGIN:VCALENDAR\r\n"));
    assert!(folder.text("list.txt").starts_with("\"due\",\"days_left\""));
    assert_eq!(folder.text("due.txt"), said.out);
    due(&folder, &["in.yaml", "-o", "again.ics"]).ends(0);
    assert_eq!(folder.text("due.ics"), folder.text("again.ics"));
}

#[test]
fn what_cannot_be_is_refused() {
    let folder = folder();
    due(&folder, &["in.yaml", "--owner", "jnae"])
        .refuses("nobody in the inventory is called `jnae`; did you mean `jane`?");
    due(&folder, &["in.yaml", "-o", "csv=in.yaml"])
        .refuses("in.yaml is part of the inventory and would be overwritten");
    due(&folder, &["in.yaml", "-o", "due.pdf"]).refuses(
        "no format is known by the name of due.pdf; the extensions are .txt, .md, .json, .csv and .ics, or say NAME=FILE",
    );
    due(&folder, &["in.yaml", "-o", "pdf=x"])
        .refuses("no format is called `pdf`; the formats are terminal, markdown, json, csv and ics");
    due(&folder, &["in.yaml", "-o", "x.csv", "-o", "csv=./x.csv"]).refuses("two files are to be written to x.csv");
    let said = due(&folder, &["in.yaml", "--within", "soon"]).ends(2);
    assert!(said.err.contains("expected a length of time such as `3d`, `2w`, `6mo` or `1y`"), "{}", said.err);
    due(&folder, &["nowhere.yaml"]).ends(2);
    assert_eq!(folder.names(), ["in.yaml", "time.yaml"]);
}
