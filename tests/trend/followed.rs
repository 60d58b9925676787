//! Names that changed, folders, locks and pointers: what belongs to an inventory in each revision.

use serde_json::json;

use crate::{Repository, control, days, gapcheck, inventory, numbers, said, shallow};

#[test]
fn a_renamed_file_is_followed() {
    let repository = Repository::of(&[("2026-01-05", &inventory(""))]);
    repository.git(&["mv", "soc2.yaml", "controls.yaml"]);
    repository.commit("2026-01-19", "Rename it");
    repository.put("controls.yaml", &inventory(&control("AC-1", "CC6.2", "implemented", "")));
    repository.commit("2026-02-02", "Go on");
    let trend = repository.json(&["controls.yaml"]);
    // Another name alone is no other content.
    assert_eq!(days(&trend), ["2026-01-05", "2026-02-02"]);
    assert_eq!(trend["points"][0]["paths"], json!(["soc2.yaml"]));
    assert_eq!(trend["points"][1]["paths"], json!(["controls.yaml"]));
    assert_eq!(trend["points"][1]["change"]["renamed"], true);
    assert_eq!(trend["history"]["formerly"], json!(["soc2.yaml"]));
    assert_eq!(trend["notes"][0], "Names are followed: earlier revisions lay at soc2.yaml.");
}

#[test]
fn a_folder_is_one_inventory_and_is_followed_too() {
    let repository = Repository::new();
    repository.put("old/scope.yaml", "organization: Acme Inc.\nsystems: [{ id: prod }]\n");
    repository.put("old/controls.yaml", "controls: []\n");
    repository.put("old/notes.txt", "not a part of it\n");
    repository.put("docker.yaml", "services: {}\n");
    repository.commit("2026-01-05", "Begin");
    repository.put("old/more.yml", &format!("controls:\n{}", control("AC-2", "CC6.3", "implemented", "")));
    repository.commit("2026-01-12", "A second file");
    repository.git(&["mv", "old", "soc2"]);
    repository.commit("2026-01-19", "Move the folder");
    repository.put("soc2/controls.yaml", &format!("controls:\n{}", control("AC-1", "CC6.2", "implemented", "")));
    repository.commit("2026-02-02", "Go on");
    let trend = repository.json(&["soc2"]);
    assert_eq!(days(&trend), ["2026-01-05", "2026-01-12", "2026-02-02"]);
    assert_eq!(numbers(&trend, "/coverage/claimed"), [0, 1, 2]);
    assert_eq!(trend["points"][0]["paths"], json!(["old/controls.yaml", "old/scope.yaml"]));
    assert_eq!(trend["points"][2]["paths"], json!(["soc2/controls.yaml", "soc2/more.yml", "soc2/scope.yaml"]));
    assert_eq!(trend["history"]["formerly"], json!(["old/controls.yaml", "old/more.yml", "old/scope.yaml"]));
    let files = repository.json(&["soc2/scope.yaml", "soc2/controls.yaml", "soc2/more.yml"]);
    assert_eq!(numbers(&files, "/coverage/claimed"), [0, 1, 2]);
}

#[test]
fn a_file_that_moved_into_a_folder_of_its_own_takes_nothing_along() {
    let repository = Repository::new();
    repository.put("inventory.yaml", &inventory(""));
    repository.put("docker.yaml", "services: {}\n");
    repository.commit("2026-01-05", "Begin");
    repository.git(&["mv", "-k", "inventory.yaml", "soc2.tmp"]);
    std::fs::create_dir(repository.path().join("soc2")).unwrap();
    repository.git(&["mv", "soc2.tmp", "soc2/inventory.yaml"]);
    repository.commit("2026-01-19", "Move it");
    let trend = repository.json(&["soc2"]);
    assert_eq!((days(&trend), &trend["skipped"]), (vec!["2026-01-05".to_owned()], &json!([])));
    assert_eq!(trend["points"][0]["paths"], json!(["inventory.yaml"]));
}

#[test]
fn an_inventory_that_was_gone_for_a_while_is_told() {
    let repository = Repository::of(&[("2026-01-05", &inventory(""))]);
    repository.git(&["rm", "-q", "soc2.yaml"]);
    repository.commit("2026-01-12", "Take it away");
    repository.put("soc2.yaml", &inventory(&control("AC-1", "CC6.2", "implemented", "")));
    repository.commit("2026-01-19", "Bring it back");
    let trend = repository.json(&["soc2.yaml"]);
    assert_eq!(days(&trend), ["2026-01-05", "2026-01-19"]);
    assert_eq!(trend["skipped"][0]["revision"]["committed"], "2026-01-12");
    assert_eq!(trend["skipped"][0]["why"], "the inventory is not in this revision");
}

/// The SHA-256 of `reviewed`, as `printf reviewed | sha256sum` prints it.
const REVIEWED: &str = "e4f934f321eb76c9bf8b5103e0a0d9afe72d6e62ace3d3ea849790619bf7487a";

#[test]
fn what_a_lock_records_is_held_against_the_file_of_the_revision() {
    let evidence = ", evidence: [{ title: R, path: evidence/r.txt, collected: 2026-01-02 }]";
    let repository = Repository::new();
    repository.put("soc2.yaml", &inventory(&control("AC-1", "CC6.2", "implemented", evidence)));
    repository.put("evidence/r.txt", "reviewed");
    repository.put("gapcheck.lock", &format!("{REVIEWED}  evidence/r.txt\n"));
    repository.commit("2026-01-05", "Begin");
    repository.put("evidence/r.txt", "altered");
    repository.commit("2026-01-12", "Alter it");
    let pointer = format!("version https://git-lfs.github.com/spec/v1\noid sha256:{REVIEWED}\nsize 8\n");
    repository.put("evidence/r.txt", &pointer);
    repository.commit("2026-01-19", "Keep it in Git LFS");
    let trend = repository.json(&["soc2.yaml", "--committed"]);
    assert_eq!(days(&trend), ["2026-01-05", "2026-01-12", "2026-01-19"]);
    assert_eq!(numbers(&trend, "/coverage/evidenced"), [1, 0, 1]);
    assert_eq!(trend["history"]["lfs_pointers"], 1);
    assert_eq!(
        trend["notes"][0],
        "1 file that the inventory names is kept in Git LFS: the history holds a pointer, and the hash it states is taken for \
         that of the file."
    );
}

#[test]
fn a_link_leads_where_it_led_then_and_never_outside() {
    use std::os::unix::fs::symlink;
    let evidence = |path: &str| {
        inventory(&control(
            "AC-1",
            "CC6.2",
            "implemented",
            &format!(", evidence: [{{ title: R, path: {path}, collected: 2026-01-02 }}]"),
        ))
    };
    let repository = Repository::new();
    repository.put("soc2/a/real.txt", "real");
    repository.put("outside.txt", "outside");
    symlink("a/real.txt", repository.path().join("soc2/inner")).unwrap();
    symlink("../outside.txt", repository.path().join("soc2/outer")).unwrap();
    repository.put("soc2/etc/passwd", "no way there");
    symlink("/etc/passwd", repository.path().join("soc2/root")).unwrap();
    symlink("loop", repository.path().join("soc2/loop")).unwrap();
    for (day, path) in
        [(1, "inner"), (2, "outer"), (3, "root"), (4, "loop"), (5, "a"), (6, "../outside.txt"), (7, "a/real.txt")]
    {
        repository.put("soc2/in.yaml", &evidence(path));
        repository.commit(&format!("2026-01-1{day}"), path);
    }
    let trend = repository.json(&["soc2/in.yaml"]);
    assert_eq!(numbers(&trend, "/coverage/evidenced"), [1, 0, 0, 0, 0, 0, 1]);
}

#[test]
fn a_shallow_clone_says_where_its_history_ends() {
    let repository = Repository::of(&[
        ("2026-01-05", &inventory("")),
        ("2026-02-02", &inventory(&control("AC-1", "CC6.2", "planned", ""))),
        ("2026-03-02", &inventory(&control("AC-1", "CC6.2", "implemented", ""))),
    ]);
    let hash = repository.git(&["rev-parse", "--short=8", "HEAD~1"]);
    let sentence = format!(
        "The history ends at {hash} of 2026-02-02, because the clone is shallow; `git fetch --unshallow` brings the rest."
    );
    let (_folder, clone) = shallow(&repository, 2);
    for format in gapcheck::report::trend::TREND_FORMATS {
        let said = said(gapcheck(&clone).env("COLUMNS", "200").args(["trend", "soc2.yaml", "-f", format.name]));
        assert_eq!(said.err, format!("gapcheck: {sentence}\n"), "{}", format.name);
        let plain = said
            .out
            .replace("<code>", "`")
            .replace("</code>", "`")
            .replace("<span class=\"nw\">", "")
            .replace("</span>", "");
        assert!(plain.contains(&sentence), "{}: {plain}", format.name);
    }
    let whole = repository.run(&["trend", "soc2.yaml"]);
    assert!(whole.err.is_empty() && !whole.out.contains("shallow"), "{}", whole.err);
}
