//! Criteria proposed and written, as somebody does it at a desk.

use std::fs;

use crate::sentence::Folder;

const INVENTORY: &str = "\
# Keep this remark.
organization: Acme Inc.
controls:
  - id: A-1   # the first
    name: Multi-factor authentication for all employees
    criteria: []
    status: planned
  - { id: A-2, name: Lunch, criteria: [], status: planned }
";

#[test]
fn what_is_taken_is_written_and_nothing_else_changes() {
    let folder = Folder::with(&[("in.yaml", INVENTORY)]);
    let seen = folder.run(&["map", "in.yaml"]).ends(0);
    assert_eq!((fs::read_to_string(folder.path("in.yaml")).unwrap().as_str(), seen.err.as_str()), (INVENTORY, ""));
    let said = folder.run(&["map", "in.yaml", "--write", "--accept", "A-2=CC1.4,CC6.3/periodic-review"]).ends(0);
    assert_eq!(said.err, "Criteria of 2 controls were written to in.yaml; as it was before: in.yaml.bak\n");
    let expected = INVENTORY
        .replacen("criteria: []\n", "criteria: [CC6.1]\n", 1)
        .replace("criteria: [], status", "criteria: [CC1.4, CC6.3/periodic-review], status");
    assert_eq!(fs::read_to_string(folder.path("in.yaml")).unwrap(), expected);
    assert_eq!(fs::read_to_string(folder.path("in.yaml.bak")).unwrap(), INVENTORY);
    assert!(!said.out.contains("--write"), "what was done is not proposed: {}", said.out);
    let again = folder.run(&["map", "in.yaml", "--write"]).ends(0);
    assert_eq!(again.err, "Nothing was taken, so nothing was written.\n");
    assert_eq!(fs::read_to_string(folder.path("in.yaml")).unwrap(), expected);
}

#[test]
fn each_file_of_a_folder_gets_its_own() {
    let folder = Folder::with(&[
        (
            "in/a.yaml",
            "organization: Acme\ncontrols:\n  - { id: A-1, name: Multi-factor authentication, criteria: [], status: planned }\n",
        ),
        (
            "in/b.yaml",
            "controls:\n  # b\n  - { id: B-1, name: Multi-factor authentication, criteria: [], status: planned }\n",
        ),
        ("in/c.yaml", "systems: [{ id: prod }]\n"),
    ]);
    folder
        .run(&["map", "in", "--write", "--accept", "A-1=CC6.1", "--accept", "B-1=CC6.1", "--at-least", "100"])
        .ends(0);
    let text = |name: &str| fs::read_to_string(folder.path(name)).unwrap();
    assert!(text("in/a.yaml").contains("criteria: [CC6.1]"), "{}", text("in/a.yaml"));
    assert!(text("in/b.yaml").contains("  # b\n") && text("in/b.yaml").contains("criteria: [CC6.1]"));
    assert!(!folder.path("in/c.yaml.bak").exists());
}

#[test]
fn a_slip_is_named_and_nothing_is_written() {
    let folder = Folder::with(&[("in.yaml", INVENTORY)]);
    folder
        .run(&["map", "in.yaml", "--write", "--accept", "A-3=CC6.1"])
        .refuses("--accept names `A-3`, but no control has that id; did you mean `A-1`?");
    folder
        .run(&["map", "in.yaml", "--write", "--accept", "A-1=CC6.9"])
        .refuses("--accept names CC6.9, which does not exist; `gapcheck criteria` lists the criteria");
    folder
        .run_with(INVENTORY.as_bytes(), &["map", "-", "--write"])
        .refuses("standard input cannot be written to; name a file, or leave out --write");
    assert_eq!(fs::read_to_string(folder.path("in.yaml")).unwrap(), INVENTORY);
}
