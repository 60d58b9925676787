//! Spreadsheets into an inventory, as somebody does it at a desk.

use crate::sentence::Folder;

const CONTROLS: &str = "\
Control ID;Control Activity;SOC 2 Criteria;Control Owner;Status;How often;Key Evidence;Comments
AC-02;Each quarter the platform lead compares the users of production with HR's roster.;CC 6.2, cc6.3;Jane Roe;Implemented;Quarterly;List of users + ticket of each removal;
CH-01;Every change is reviewed before it is merged.;SOC2-CC8.1, CC8.2;Sam Poe;Partial;per change;Pull request;ask Sam
BC-01;Backups are restored once a year.;A1.2-A1.3;;Not started;Annually;;
XX-01;Lunch is served at noon.;;;;Daily;;
";

const INVENTORY: &str = "\
# Imported by gapcheck from controls.csv.
# Nothing here was looked at by anybody yet: say how far each control has come (status), whose it is (owner),
# how often it runs (frequency) and what shows it (evidence). `gapcheck assess` says what is missing.
version: 1
organization: Acme Inc.

controls:
  - id: AC-02
    name: Each quarter the platform lead compares the users of production with HR's roster
    description: Each quarter the platform lead compares the users of production with HR's roster.
    criteria: [CC6.2, CC6.3]
    owner: Jane Roe
    frequency: quarterly
    status: implemented
    evidence_wanted:
      - List of users
      - ticket of each removal

  - id: CH-01
    name: Every change is reviewed before it is merged
    description: Every change is reviewed before it is merged.
    criteria: [CC8.1]
    owner: Sam Poe
    frequency: per-event
    status: in-progress
    evidence_wanted:
      - Pull request

  - id: BC-01
    name: Backups are restored once a year
    description: Backups are restored once a year.
    criteria: [A1.2, A1.3]
    frequency: annual
    status: planned

  - id: XX-01
    name: Lunch is served at noon
    description: Lunch is served at noon.
    criteria: []  # the source names none that exists
    frequency: daily
    status: planned  # the source does not say
";

fn folder() -> Folder {
    Folder::with(&[("controls.csv", CONTROLS)])
}

#[test]
fn a_spreadsheet_becomes_an_inventory_and_it_is_said_how() {
    let folder = folder();
    let dry = folder.run(&["import", "controls.csv", "--dry-run"]).ends(0);
    assert_eq!(folder.names(), ["controls.csv"]);
    assert!(
        dry.out.ends_with("inventory.yaml would be written: 4 controls new. Nothing was written.\n"),
        "{}",
        dry.out
    );
    folder.run(&["import", "controls.csv", "--organization", "Acme Inc."]).ends(0).prints(
        "\
controls.csv
  CSV, separated by semicolons, UTF-8, 4 rows, 4 controls, 5 links to criteria
  Control ID                  id               by its name; such as AC-02
  Control Activity            description      by its name; such as Each quarter the platform lead
                                               compares…
  SOC 2 Criteria              criteria         by its name; written out: `A1.2 to A1.3`; such as CC
                                               6.2, cc6.3
  Control Owner               owner            by its name; such as Jane Roe
  Status                      status           by its name; such as Implemented
  How often                   frequency        by its name; such as Quarterly
  Key Evidence                evidence-wanted  by its name; such as List of users + ticket of each
                                               removal
  Not used: `Comments`.

1 id is no criterion; nothing was mapped to it
  CC8.2: 1 time, first in controls.csv, row 3

inventory.yaml was written: 4 controls new.
Nothing in it is judged yet. Next:
  gapcheck assess inventory.yaml
1 control names no criterion that exists. For proposals:
  gapcheck map inventory.yaml
",
    );
    assert_eq!(folder.text("inventory.yaml"), INVENTORY);
    assert_eq!(folder.names(), ["controls.csv", "inventory.imported.json", "inventory.yaml"]);
    let printed = folder.run(&["import", "controls.csv", "--organization", "Acme Inc.", "-o", "-"]).ends(0);
    assert_eq!(printed.out, INVENTORY);
    let said = folder.assess(&["inventory.yaml"]).ends(0);
    assert!(said.out.contains("\n  claimed     2 of 33"), "{}", said.out);
    assert!(said.out.contains("\n  evidenced   0 of 33"), "wanted is not held: {}", said.out);
}

#[test]
fn importing_again_follows_the_source_and_keeps_what_was_changed_by_hand() {
    let folder = folder();
    folder.run(&["import", "controls.csv", "--organization", "Acme Inc."]).ends(0);
    let again = folder.run(&["import", "controls.csv"]).ends(0);
    assert!(again.out.ends_with("\ninventory.yaml stays as it is: nothing new in the source.\n"), "{}", again.out);
    assert_eq!(folder.text("inventory.yaml"), INVENTORY);
    let by_hand = INVENTORY.replace("owner: Sam Poe", "owner: Alex Doe  # since June");
    folder.put("inventory.yaml", by_hand.as_bytes());
    let source = CONTROLS.replace("Jane Roe", "Kim Doe").replace("Sam Poe", "Pat Roe").replace("XX-01;", "XX-02;");
    folder.put("controls.csv", source.as_bytes());
    let said = folder.run(&["import", "controls.csv"]).ends(0);
    assert!(
        said.out.contains(
            "\
What changes in inventory.yaml
  AC-02                 owner: Jane Roe → Kim Doe
  CH-01                 owner stays Alex Doe; the source says Pat Roe
  XX-02                 new: Lunch is served at noon
  XX-01                 is no longer in the source, and stays; retire it by hand if it is over

inventory.yaml was written: 1 control new, 1 changed and 1 kept as the inventory has it.
"
        ),
        "{}",
        said.out
    );
    let new = INVENTORY.split("\n\n").last().unwrap().replace("XX-01", "XX-02");
    assert_eq!(folder.text("inventory.yaml"), by_hand.replace("Jane Roe", "Kim Doe") + &new);
    assert_eq!(folder.text("inventory.yaml.bak"), by_hand);
}

#[test]
fn a_column_is_taken_for_what_somebody_says() {
    let folder = folder();
    let said = folder
        .run(&["import", "controls.csv", "-o", "-", "--map", "comments=owner", "--map", "Control Owner=ignore"])
        .ends(0);
    assert!(said.out.contains("    owner: ask Sam\n") && !said.out.contains("Jane Roe"), "{}", said.out);
    assert!(
        said.err.contains("  Comments                    owner            as asked; such as ask Sam\n"),
        "{}",
        said.err
    );
    folder.run(&["import", "controls.csv", "--map", "Comments"]).refuses(
        "`Comments` says no field; write it as --map 'COLUMN=FIELD', such as --map 'Control Activity=description'",
    );
    let said = folder.run(&["import", "controls.csv", "--map", "Coments=owner"]).ends(2);
    assert!(said.err.contains("did you mean `Comments`?"), "{}", said.err);
    assert_eq!(folder.names(), ["controls.csv"]);
}

#[test]
fn what_nobody_understands_is_refused_and_nothing_is_written() {
    let folder = Folder::with(&[
        ("ragged.csv", "Control ID,Name,Criteria\nA-1,One,CC6.1\nA-2,Two, or three,CC6.2\n"),
        ("fits.csv", "Colour,Taste\nred,sweet\nblue,sour\n"),
        ("empty.csv", ""),
        ("inventory.yaml", "organization: Acme\ncontrols: []\n"),
    ]);
    folder.put("book.xlsx", b"PK\x03\x04 and no workbook");
    let said = folder.run(&["import", "ragged.csv"]).ends(2);
    assert!(said.err.contains("--> ragged.csv:3:"), "{}", said.err);
    assert!(said.err.ends_with("gapcheck: 1 problem in 1 file; nothing was written\n"), "{}", said.err);
    for file in ["fits.csv", "empty.csv", "book.xlsx"] {
        let said = folder.run(&["import", file]).ends(2);
        assert!(said.out.is_empty() && said.err.contains("nothing was written"), "{file}: {}", said.err);
    }
    folder.run(&["import", "absent.csv"]).refuses("cannot open absent.csv: there is no such file");
    assert_eq!(folder.text("inventory.yaml"), "organization: Acme\ncontrols: []\n");
    assert!(!folder.names().iter().any(|name| name.contains("bak") || name.contains("json")), "{:?}", folder.names());
    // An inventory that cannot be read is not written over.
    folder.put("inventory.yaml", b"organization: Acme\ncontrols: [\n");
    folder.put("good.csv", CONTROLS.as_bytes());
    folder.run(&["import", "good.csv"]).ends(2);
    assert_eq!(folder.text("inventory.yaml"), "organization: Acme\ncontrols: [\n");
}

#[test]
fn results_of_a_scanner_speak_for_the_controls_that_are_named() {
    let scan = r#"[
        {"id": "mfa-1", "check": "mfa_enabled", "status": "pass", "resource": "user-1", "date": "2026-11-01"},
        {"id": "mfa-2", "check": "mfa_enabled", "status": "fail", "resource": "user-2", "date": "2026-11-01"}
    ]"#;
    let folder = Folder::with(&[
        (
            "inventory.yaml",
            "organization: Acme\ncontrols:\n  # kept\n  - { id: AC-1, name: MFA, criteria: [CC6.1], status: implemented }\n",
        ),
        ("scan.json", scan),
        ("checks.yaml", "checks:\n  - { check: \"mfa*\", controls: [AC-1] }\n"),
    ]);
    let unclaimed = folder.run(&["import", "scan.json"]).ends(2);
    assert!(unclaimed.err.contains("2 results of 1 check speak for no control: mfa_enabled."), "{}", unclaimed.err);
    folder.run(&["import", "scan.json", "--checks", "checks.yaml"]).ends(0);
    let text = folder.text("inventory.yaml");
    assert!(text.starts_with("organization: Acme\ncontrols:\n  # kept\n"), "{text}");
    assert!(text.contains("path: scan.json") && text.contains("conclusion: exception"), "{text}");
    folder.run(&["check", "inventory.yaml"]).ends(0);
    folder.run(&["import", "scan.json", "--checks", "checks.yaml"]).ends(0);
    assert_eq!(folder.text("inventory.yaml"), text, "the same scan again changes nothing");
    folder.put("checks.yaml", b"checks:\n  - { check: \"mfa*\", controls: [AC-9] }\n");
    let said = folder.run(&["import", "scan.json", "--checks", "checks.yaml"]).ends(2);
    assert!(
        said.err.contains("no control has the id `AC-9`") && said.err.contains("--> checks.yaml:2:"),
        "{}",
        said.err
    );
}

/// A list that somebody wrote for themselves, in a hurry.
#[test]
fn plain_headings_and_answers_are_understood() {
    let folder = Folder::with(&[(
        "list.csv",
        "Our SOC 2 list,,,,\n,,,,\nRef,What we do,TSC mapping,Who,Done?\n1,We use MFA everywhere.,CC6.1 / CC6.6,Bob,yes\n\
         2,Backups run each night.,A1.2,,no\n3,Laptops are encrypted.,CC6.7,Bob,y\n",
    )]);
    let said = folder.run(&["import", "list.csv", "-o", "-", "--organization", "Acme"]).ends(0);
    let controls = said.out.split_once("\ncontrols:\n").unwrap().1;
    assert_eq!(
        controls,
        "  - id: \"1\"
    name: We use MFA everywhere
    description: We use MFA everywhere.
    criteria: [CC6.1, CC6.6]
    owner: Bob
    status: implemented

  - id: \"2\"
    name: Backups run each night
    description: Backups run each night.
    criteria: [A1.2]
    status: planned

  - id: \"3\"
    name: Laptops are encrypted
    description: Laptops are encrypted.
    criteria: [CC6.7]
    owner: Bob
    status: implemented
"
    );
    assert!(
        said.err.contains("it stands above the headings, which are in row 3: Our SOC 2 list (list.csv, row 1)"),
        "{}",
        said.err
    );
}
