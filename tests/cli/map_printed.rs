//! `gapcheck map`: what is proposed, what would be taken, and what it refuses.

use serde_json::Value;

use crate::sentence::{Folder, Said, said};

const INVENTORY: &str = r#"
organization: Acme Inc.
controls:
  - { id: "1", name: MFA for everybody, description: Okta demands a second factor., criteria: [], status: implemented }
  - { id: "2", name: Nightly backup, criteria: [A1.2], status: implemented }
  - { id: "3", name: Foo bar, criteria: [], status: planned }
  - { id: "4", name: Penetration test, criteria: [], status: retired }
"#;

fn folder() -> Folder {
    Folder::with(&[("in.yaml", INVENTORY)])
}

/// What is printed on a terminal of 80 cells, with every confidence as `## %`: it changes when the weights are fitted again.
fn shape(folder: &Folder, arguments: &[&str]) -> String {
    let mut command = folder.command(&[&["map", "in.yaml"], arguments].concat());
    command.env("COLUMNS", "80");
    let said = said(command, None).ends(0);
    assert_eq!(said.err, "");
    assert!(said.out.lines().all(|line| line.chars().count() <= 80), "{}", said.out);
    let words = said.out.split_inclusive(' ');
    let digits = |word: &str| word.trim().parse::<u8>().is_ok();
    let mut out: Vec<&str> = Vec::new();
    for word in words {
        if word.starts_with('%') && out.last().is_some_and(|last| digits(last)) {
            out.pop();
            out.push("## ");
        }
        out.push(word);
    }
    out.concat()
}

const CLOSING: &str = "\
1 criterion is taken for 1 control: those of ## % or above, and those you
accept. Take others with --at-least PERCENT or --accept ID=CRITERION, and add
--write to put them into the inventory.

A confidence was measured: of a hundred proposals told with it, about so many
named what the owner of the control had mapped, for controls it was not fitted
to. Where controls are worded unlike all of those, it is some ten too high.
Nothing counts as mapped until it stands in the inventory.
";

const MFA: &str = "
1 MFA for everybody
   ## %  CC6.1 Logical access to protected assets (taken)
         point of focus authentication: User and machine authentication
         “MFA”: multi-factor authentication
         “Okta”: single sign-on
   ## %  CC6.6 Defence against outside threats
         point of focus remote-authentication: Stronger login from outside
         “MFA”: multi-factor authentication
   ## %  CC6.2 User registration and removal
         “Okta”: single sign-on
         “MFA”: multi-factor authentication
";
const BACKUP: &str = "
2 Nightly backup
  names A1.2
   ## %  A1.2 Environmental protection, backup and recovery infrastructure
         (named by the control; availability is not in scope)
         point of focus backup-operation: Running and watching backups
         “backup”: backups
   ## %  A1.3 Exercising recovery plans (availability is not in scope)
         “backup”: backups
   ## %  CC7.5 Recovering from incidents
         “backup”: backups
";
const NOTHING: &str = "
3 Foo bar
  no proposal: its words speak for no criterion clearly enough
";
const HEADING: &str = "\
Criteria proposed for controls of Acme Inc.
2 of 3 controls name no criterion; retired ones are left out
";

#[test]
fn it_proposes_for_controls_that_name_nothing() {
    assert_eq!(shape(&folder(), &[]), format!("{HEADING}{MFA}{NOTHING}\n{CLOSING}"));
}

#[test]
fn a_second_opinion_covers_the_others_too() {
    assert_eq!(shape(&folder(), &["--all"]), format!("{HEADING}{MFA}{BACKUP}{NOTHING}\n{CLOSING}"));
}

#[test]
fn where_all_are_mapped_there_is_nothing_to_propose() {
    let inventory = "organization: Acme Inc.\ncontrols: [{ id: A, name: Backup, criteria: [A1.2], status: planned }]\n";
    Folder::with(&[("in.yaml", inventory)]).run(&["map", "in.yaml"]).ends(0).prints(
        "Criteria proposed for controls of Acme Inc.\n\
         0 of 1 control names no criterion. A second opinion on the others: --all\n",
    );
}

fn json(said: Said) -> Value {
    serde_json::from_str(&said.ends(0).out).expect("JSON")
}

#[test]
fn machines_get_the_same() {
    let folder = folder();
    let all = json(folder.run(&["map", "in.yaml", "--all", "-f", "json", "--at-least", "0", "--accept", "2=CC7.5"]));
    assert_eq!((&all["schema_version"], &all["controls_read"], &all["at_least"]), (&1.into(), &4.into(), &0.into()));
    let ids: Vec<&str> = all["controls"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["1", "2", "3"]);
    let of = |control: usize, key: &str| {
        let proposals = all["controls"][control]["proposals"].as_array().unwrap();
        proposals.iter().map(|one| one[key].clone()).collect::<Vec<Value>>()
    };
    assert_eq!(of(0, "criterion"), ["CC6.1", "CC6.6", "CC6.2"]);
    assert_eq!(of(0, "taken"), [true, true, true]);
    assert_eq!(of(0, "in_scope"), [true, true, true]);
    assert_eq!(of(0, "reasons")[1], serde_json::json!([{ "words": "MFA", "about": "multi-factor authentication" }]));
    assert_eq!(of(1, "named")[0], true);
    assert_eq!(of(1, "in_scope")[0], false);
    assert_eq!(of(1, "taken")[..2], [false, false], "a control that is mapped is somebody's decision");
    assert_eq!(all["controls"][2]["proposals"], serde_json::json!([]));
    assert_eq!(
        all,
        json(folder.run(&["map", "in.yaml", "--all", "-f", "json", "--at-least", "0", "--accept", "2=CC7.5"]))
    );
}

#[test]
fn files_are_written_beside_what_is_printed() {
    let folder = folder();
    folder.run(&["map", "in.yaml", "-o", "map.md"]).ends(0);
    folder.run(&["map", "in.yaml", "-f", "markdown"]).prints(&folder.text("map.md"));
    folder
        .run(&["map", "in.yaml", "-o", "json=in.yaml"])
        .refuses("in.yaml is part of the inventory and would be overwritten");
}

#[test]
fn what_is_not_there_cannot_be_accepted() {
    let folder = folder();
    folder.run(&["map", "in.yaml", "--accept", "9=CC6.1"]).refuses("--accept names `9`, but no control has that id");
    folder
        .run(&["map", "in.yaml", "--accept", "1=CC8.2"])
        .refuses("--accept names CC8.2, which does not exist; `gapcheck criteria` lists the criteria");
    folder
        .run(&["map", "in.yaml", "--accept", "1=CC6.1/foo"])
        .refuses("--accept names CC6.1/foo, but CC6.1 has no such point of focus");
    for (wrong, why) in [
        ("1", "write the id of a control, `=` and its criteria"),
        ("1=", "`` is not the id of a criterion"),
        ("1=CC6.1,access", "`access` is not the id of a criterion"),
    ] {
        let said = folder.run(&["map", "in.yaml", "--accept", wrong]).ends(2);
        assert!(said.err.contains(why), "{}", said.err);
    }
    folder.run(&["map", "in.yaml", "--at-least", "101"]).ends(2);
}

#[test]
fn what_controls_are_called_drives_no_terminal() {
    let name = "MFA \\e[31mred\\e]8;;http://x\\a\\u202e";
    let inventory = format!(
        "organization: Acme\ncontrols: [{{ id: A, name: \"{name}\", description: \"vpn\\e[2Jaccess\", criteria: [], status: planned }}]\n"
    );
    let folder = Folder::with(&[("in.yaml", &inventory)]);
    for format in ["terminal", "markdown", "json"] {
        let said = folder.run(&["map", "in.yaml", "-f", format]).ends(0);
        assert!(said.out.contains("CC6.1"), "{}", said.out);
        let hidden = said.out.chars().find(|c| !gapcheck::text::escape::visible(*c) && *c != '\n');
        assert_eq!(hidden, None, "{format}: {}", said.out);
    }
}

#[test]
fn reading_and_printing_again_changes_nothing() {
    let folder = folder();
    let once = folder.run(&["map", "in.yaml", "--all"]).ends(0).out;
    assert_eq!(once, folder.run(&["map", "in.yaml", "--all"]).ends(0).out);
    assert_eq!(folder.text("in.yaml"), INVENTORY);
}
