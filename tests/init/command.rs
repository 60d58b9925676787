//! The command as it is typed: what it writes, what it refuses, and in which words.

#[path = "../cli/sentence.rs"]
#[expect(dead_code, reason = "sentences of other commands are not said here")]
pub(crate) mod sentence;

use self::sentence::Folder;

const ACME: [&str; 11] = [
    "init",
    "--organization",
    "Acme Inc.",
    "--system",
    "Acme Cloud",
    "--category",
    "availability",
    "--report",
    "type1",
    "--people",
    "4",
];

fn init(folder: &Folder, more: &[&str]) -> sentence::Said {
    folder.run(&[&ACME[..], more].concat())
}

#[test]
fn what_was_written_reads_and_is_honest() {
    let folder = Folder::with(&[]);
    init(&folder, &["--as-of", "2027-05-31", "--cloud", "aws", "--code-host", "github"]).ends(0).prints(
        "inventory.yaml: 71 controls for 36 criteria, all planned, none claimed\n\n\
         Next:\n  gapcheck assess inventory.yaml\n  gapcheck plan inventory.yaml\n",
    );
    // The examples in remarks are written as they would be read.
    let text = folder.text("inventory.yaml");
    assert!(text.contains("`since: 2027-01-15`") && !text.contains("\"20"), "{text}");
    folder.run(&["check", "inventory.yaml"]).ends(0).prints("no problem in 1 file: 71 controls read\n");
    folder.assess(&["inventory.yaml", "-q"]).ends(0).prints(
        "0 of 36 criteria have no gap identified on design; 36 have nothing in place.\n\
         74 open gaps: 32 very high, 14 high and 28 moderate\n",
    );
    let said = folder.assess(&["inventory.yaml"]).ends(0);
    for line in ["claimed     0 of 36    0 %", "evidenced   0 of 36    0 %", "tested      0 of 36    0 %"] {
        assert!(said.out.contains(line), "{}", said.out);
    }
    folder.run(&["plan", "inventory.yaml"]).ends(0);
    assert_eq!(folder.names(), ["inventory.yaml"]);
}

#[test]
fn no_file_is_ever_overwritten() {
    let folder = Folder::with(&[("inventory.yaml", "mine\n"), ("policies/people.md", "mine too\n")]);
    init(&folder, &[]).refuses("inventory.yaml is there already and is never overwritten; name another place");
    init(&folder, &["-o", "new.yaml", "--policies", "policies"])
        .refuses("policies/people.md is there already and is never overwritten; name another place");
    assert_eq!(folder.text("inventory.yaml"), "mine\n");
    assert_eq!(folder.text("policies/people.md"), "mine too\n");
    // What could not be written whole was not begun.
    assert_eq!(folder.names(), ["inventory.yaml", "policies"]);
    assert_eq!(std::fs::read_dir(folder.path("policies")).unwrap().count(), 1);
    init(&folder, &["-o", "-"]).ends(0);
    init(&folder, &["--dry-run"]).ends(0);
    assert_eq!(folder.text("inventory.yaml"), "mine\n");
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed_and_nothing_is_left_half_written() {
    let folder = Folder::with(&[]);
    std::os::unix::fs::symlink(folder.path("elsewhere.yaml"), folder.path("inventory.yaml")).unwrap();
    init(&folder, &[]).refuses("inventory.yaml is there already and is never overwritten; name another place");
    assert!(!folder.path("elsewhere.yaml").exists());
    init(&folder, &["-o", "no/such/inventory.yaml"])
        .refuses("cannot write no/such/inventory.yaml: there is no folder no/such");
    // A file where a folder should be: what was made before it is taken back.
    folder.put("policies/procedures", b"a file\n");
    let said = init(&folder, &["-o", "new.yaml", "--policies", "policies"]).ends(2);
    assert_eq!(said.err.lines().count(), 1, "{}", said.err);
    assert_eq!(std::fs::read_dir(folder.path("policies")).unwrap().count(), 1);
    assert!(!folder.path("new.yaml").exists());
}

#[test]
fn all_that_is_missing_is_named_at_once() {
    let folder = Folder::with(&[]);
    folder.run(&["init"]).refuses(
        "there is no terminal to ask on, and not given are --organization, --system, --category, --report and --people\n\
         for example: gapcheck init --organization \"Acme Inc.\" --system \"Acme Cloud\" --category security,availability --report type1 --people 4\n\
         or take the defaults for all but the first: gapcheck init --organization \"Acme Inc.\" --yes",
    );
    let said = folder.run(&["init", "--organization", "A", "--people", "4", "--category", "security"]).ends(2);
    assert!(said.err.starts_with("error: there is no terminal to ask on, and not given are --system and --report\n"));
    folder
        .run(&["init", "--yes"])
        .refuses("give the name of the organisation: gapcheck init --organization \"Acme Inc.\" --yes");
    assert_eq!(folder.names(), [""; 0]);
    folder.run(&["init", "--organization", "A", "--no-input"]).ends(0).prints(
        "inventory.yaml: 68 controls for 33 criteria, all planned, none claimed\n\n\
         Next:\n  gapcheck assess inventory.yaml\n  gapcheck plan inventory.yaml\n",
    );
}

#[test]
fn the_example_of_the_message_works() {
    let folder = Folder::with(&[]);
    let example = [
        "init",
        "--organization",
        "Acme Inc.",
        "--system",
        "Acme Cloud",
        "--category",
        "security,availability",
        "--report",
        "type1",
        "--people",
        "4",
    ];
    folder.run(&example).ends(0);
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let folder = Folder::with(&[]);
    let refused = |flags: &[&str], message: &str| {
        folder.run(&[&["init", "--yes", "--organization", "A"], flags].concat()).refuses(message);
    };
    refused(
        &["--period", "2027-01-01..2027-02-28"],
        "--period: the period has 59 days; with three months it ends on 2027-03-31 or later",
    );
    refused(
        &["--period", "2027-01-01..2028-06-30"],
        "--period: the period has 547 days; with twelve months it ends on 2027-12-31 or earlier",
    );
    refused(
        &["--report", "type1", "--period", "2027-01-01..2027-06-30"],
        "a type 1 report speaks of a date: give --as-of in place of --period, or ask for --report type2",
    );
    refused(
        &["--report", "type2", "--as-of", "2027-01-01"],
        "a type 2 report speaks of a period: give --period in place of --as-of, or ask for --report type1",
    );
    refused(&["--system", " "], "--system is empty");
    refused(&["--name", "(CTO)"], "--name holds no name: write \"Ana Roe (CTO)\"");
    refused(&["--people", "1", "--name", "Ana", "--name", "Ben"], "--people says 1, and 2 are named by --name");
    refused(
        &["--privacy-role", "processor", "--category", "security"],
        "--privacy-role goes with the category privacy: add --category privacy, or leave it out",
    );
    assert_eq!(folder.names(), [""; 0]);
    for (flags, message) in [
        (&["--period", "2027-01-01"][..], "write both days, such as 2027-03-01..2027-08-31"),
        (&["--people", "0"], "0 is not in 1..=1000000"),
        (&["--as-of", "soon"], "expected a date such as `2026-11-22`, found `soon`"),
    ] {
        let said = folder.run(&[&["init", "--yes", "--organization", "A"], flags].concat()).ends(2);
        assert!(said.err.contains(message), "{}", said.err);
    }
}

#[test]
fn a_period_makes_a_type_2_report() {
    let folder = Folder::with(&[]);
    folder.run(&["init", "--yes", "--organization", "A", "--period", "2027-03-01..2027-08-31"]).ends(0);
    let text = folder.text("inventory.yaml");
    assert!(text.contains("  report: type2\n  period: { start: 2027-03-01, end: 2027-08-31 }\n"), "{text}");
    folder.assess(&["inventory.yaml"]).ends(0);
}

#[test]
fn a_dry_run_prints_and_writes_nothing() {
    let folder = Folder::with(&[]);
    let dry = init(&folder, &["--dry-run", "--policies", "policies"]).ends(0);
    assert_eq!(dry.err, "Not written: 17 skeletons in policies.\n");
    assert_eq!(folder.names(), [""; 0]);
    let printed = init(&folder, &["-o", "-"]).ends(0);
    assert_eq!(printed.err, "");
    folder.run_with(printed.out.as_bytes(), &["check", "-"]).ends(0);
    init(&folder, &["-o", "inventory.yaml"]).ends(0);
    assert_eq!(folder.text("inventory.yaml"), printed.out);
}

#[test]
fn policies_lie_with_the_inventory_that_names_them() {
    let folder = Folder::with(&[("soc2/keep", "")]);
    init(&folder, &["-o", "soc2/inventory.yaml", "--policies", "soc2/policies"]).ends(0).prints(
        "soc2/inventory.yaml: 71 controls for 36 criteria, all planned, none claimed\n\
         soc2/policies: 17 skeletons of policies and procedures, none in force\n\n\
         Next:\n  gapcheck assess soc2/inventory.yaml\n  gapcheck plan soc2/inventory.yaml\n",
    );
    let text = folder.text("soc2/inventory.yaml");
    assert!(text.contains(", path: policies/access-control.md, owner: cto }"));
    let said = folder.assess(&["soc2/inventory.yaml", "-f", "json"]).ends(0);
    let result: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    let rules: Vec<&str> = result["gaps"].as_array().unwrap().iter().map(|gap| gap["rule"].as_str().unwrap()).collect();
    // All of them can be read, and none of them was approved.
    assert_eq!(rules.iter().filter(|rule| **rule == "document-missing").count(), 0);
    assert_eq!(rules.iter().filter(|rule| **rule == "document-unapproved").count(), 17);
    let said = init(&folder, &["-o", "soc2/other.yaml", "--policies", "policies"]).ends(2);
    assert!(said.err.starts_with("error: policies does not lie in the folder of the inventory, "), "{}", said.err);
    assert!(!folder.path("policies").exists() && !folder.path("soc2/other.yaml").exists());
}
