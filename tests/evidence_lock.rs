//! `gapcheck evidence lock` and `verify`, and what a lock changes about an assessment, as people and attackers meet them.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_collect,
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

#[path = "cli/sentence.rs"]
#[allow(dead_code, reason = "each test file uses its own part")]
mod sentence;

use std::process::Command;

use sentence::Folder;

/// The hashes of `abc`, of nothing, and of the longer message, as FIPS 180-4 and its examples have them.
const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const LONG: &str = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
const LONGER: &str = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

const HEAD: &str = "\
# The SHA-256 of the files that the inventory in this folder names. Written by `gapcheck evidence lock`; do not edit it by hand.
# To compare: `gapcheck evidence verify .` or, in this folder, `sha256sum -c gapcheck.lock`.
";

const INVENTORY: &str = "\
organization: Acme Inc.
documents:
  - { id: POL, path: policies/p.md, approved_by: jane, approved: 2026-01-01 }
controls:
  - id: AC-10
    name: Ten
    criteria: [CC6.1]
    status: implemented
    documented_in: [POL]
    evidence:
      - { path: evidence/a.pdf, collected: 2026-11-01 }
      - { url: 'https://wiki.example/a', collected: 2026-11-01 }
  - id: AC-9
    name: Nine
    criteria: [CC6.1]
    status: planned
    evidence:
      - { path: ./evidence//a.pdf }
      - { path: evidence/lost.pdf }
      - { title: Told by phone }
";

fn folder() -> Folder {
    Folder::with(&[("in.yaml", INVENTORY), ("evidence/a.pdf", "abc"), ("policies/p.md", "")])
}

/// An inventory whose one control names some files, each path as YAML writes it in double quotes.
fn naming(paths: &[&str]) -> String {
    let evidence: String = paths.iter().map(|path| format!("      - path: \"{path}\"\n")).collect();
    format!(
        "organization: Acme Inc.\ncontrols:\n  - id: C\n    name: N\n    criteria: [CC6.1]\n    status: implemented\n    \
         evidence:\n{evidence}"
    )
}

/// The states of a verification, by path.
fn states(folder: &Folder) -> Vec<(String, String)> {
    let said = folder.run(&["evidence", "verify", "in.yaml", "-f", "json"]);
    let value: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    let word = |entry: &serde_json::Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
    let entries = value["evidence"].as_array().expect("a list");
    entries
        .iter()
        .map(|entry| {
            let reason = word(entry, "reason");
            let state = word(entry, "state");
            (word(entry, "path"), if reason.is_empty() { state } else { format!("{state}: {reason}") })
        })
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(path, state)| ((*path).to_owned(), (*state).to_owned())).collect()
}

/// What `sha256sum -c` says of the lock; `None` where the machine has no such tool.
fn sha256sum(folder: &Folder) -> Option<(bool, String)> {
    let output = Command::new("sha256sum").args(["-c", "gapcheck.lock"]).current_dir(folder.root()).output().ok()?;
    Some((output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned()))
}

#[test]
fn what_is_there_is_recorded_and_what_is_not_is_said() {
    let folder = folder();
    folder.run(&["evidence", "lock", "in.yaml"]).ends(0).prints(
        "not there (1)\n  evidence/lost.pdf\n  help: put the file where the inventory says, then lock again; a record of it stays\n\n\
         recorded (2)\n  evidence/a.pdf\n  policies/p.md\n\n\
         wrote gapcheck.lock, which records 2 files\n1 not there, 2 recorded\n",
    );
    assert_eq!(folder.text("gapcheck.lock"), format!("{HEAD}{ABC}  evidence/a.pdf\n{EMPTY}  policies/p.md\n"));
    if let Some(said) = sha256sum(&folder) {
        assert_eq!(said, (true, "evidence/a.pdf: OK\npolicies/p.md: OK\n".to_owned()));
    }
    folder.run(&["evidence", "lock", "."]).ends(0).prints(
        "not there (1)\n  evidence/lost.pdf\n  help: put the file where the inventory says, then lock again; a record of it stays\n\n\
         already recorded (2)\n  evidence/a.pdf\n  policies/p.md\n\n\
         gapcheck.lock stays as it is and records 2 files\n1 not there, 2 already recorded\n",
    );
    assert_eq!(folder.names(), ["evidence", "gapcheck.lock", "in.yaml", "policies"], "nothing else is left behind");
}

#[test]
fn a_file_that_differs_is_never_recorded_unasked() {
    let folder = folder();
    folder.run(&["evidence", "lock", "in.yaml"]).ends(0);
    let before = folder.text("gapcheck.lock");
    folder.put("evidence/a.pdf", LONGER.as_bytes());
    folder.put("policies/p.md", b"abc");
    let differs = "\
differs (2)
  evidence/a.pdf  recorded ba7816bf8f01…, found 248d6a61d206…
  policies/p.md  recorded e3b0c44298fc…, found ba7816bf8f01…
  help: find out who changed the file, when and why; the old record stays until `--update PATH` or
  `--update-all` replaces it

not there (1)
  evidence/lost.pdf
  help: put the file where the inventory says, then lock again; a record of it stays

gapcheck.lock stays as it is and records 2 files
2 differs, 1 not there
";
    folder.run(&["evidence", "lock", "in.yaml"]).ends(1).prints(differs);
    assert_eq!(folder.text("gapcheck.lock"), before);
    if let Some((ok, said)) = sha256sum(&folder) {
        assert!(!ok && said.contains("evidence/a.pdf: FAILED"), "{said}");
    }

    let said = folder.run(&["evidence", "lock", "in.yaml", "--update", "evidence/a.pdf", "--dry-run"]).ends(1);
    assert!(said.out.contains("updated (1)\n  evidence/a.pdf  recorded ba7816bf8f01…, found 248d6a61d206…\n"));
    assert!(said.out.contains("would write gapcheck.lock, to record 2 files; nothing was written\n"), "{}", said.out);
    assert_eq!(folder.text("gapcheck.lock"), before);

    // However the path is written, the same file is meant.
    folder.run(&["evidence", "lock", "in.yaml", "--update", "./evidence/../evidence/a.pdf"]).ends(1);
    assert_eq!(folder.text("gapcheck.lock"), format!("{HEAD}{LONG}  evidence/a.pdf\n{EMPTY}  policies/p.md\n"));
    let said = folder.run(&["evidence", "lock", "in.yaml", "--update-all"]).ends(0);
    assert!(
        said.out.ends_with("wrote gapcheck.lock, which records 2 files\n1 not there, 1 updated, 1 already recorded\n")
    );
    assert_eq!(folder.text("gapcheck.lock"), format!("{HEAD}{LONG}  evidence/a.pdf\n{ABC}  policies/p.md\n"));

    folder
        .run(&["evidence", "lock", "in.yaml", "--update", "evidence/b.pdf"])
        .refuses("the inventory names no file evidence/b.pdf; did you mean evidence/a.pdf?");
    folder.run(&["evidence", "lock", "in.yaml", "--update", "in.yaml"]).refuses("the inventory names no file in.yaml");
    folder.run(&["evidence", "lock", "in.yaml", "--update", "a", "--update-all"]).ends(2);
}

#[test]
fn what_the_inventory_states_itself_is_never_contradicted() {
    let folder = folder();
    let stated = |hash: &str| INVENTORY.replace("a.pdf, collected", &format!("a.pdf, sha256: {hash}, collected"));
    folder.put("in.yaml", stated(LONG).as_bytes());
    let said = folder.run(&["evidence", "lock", "in.yaml", "--update-all"]).ends(1);
    assert!(
        said.out.starts_with(
            "contradicts the inventory (1)\n  evidence/a.pdf  `sha256` is 248d6a61d206…, found ba7816bf8f01…\n"
        ),
        "{}",
        said.out
    );
    assert_eq!(folder.text("gapcheck.lock"), format!("{HEAD}{EMPTY}  policies/p.md\n"));
    folder.put("in.yaml", stated(&ABC.to_uppercase()).as_bytes());
    folder.run(&["evidence", "lock", "in.yaml"]).ends(0);
    assert_eq!(folder.text("gapcheck.lock"), format!("{HEAD}{ABC}  evidence/a.pdf\n{EMPTY}  policies/p.md\n"));
}

#[test]
fn what_is_no_longer_named_stays_until_it_is_pruned() {
    let folder = folder();
    folder.run(&["evidence", "lock", "in.yaml"]).ends(0);
    folder.put("in.yaml", naming(&["evidence/a.pdf"]).as_bytes());
    folder.run(&["evidence", "lock", "in.yaml"]).ends(0).prints(
        "already recorded (1)\n  evidence/a.pdf\n\n\
         no longer named (1)\n  policies/p.md\n  help: the record stays, for another inventory may share the folder; `--prune` \
         drops it\n\n\
         gapcheck.lock stays as it is and records 2 files\n1 already recorded, 1 no longer named\n",
    );
    folder.run(&["evidence", "lock", "in.yaml", "--prune"]).ends(0).prints(
        "already recorded (1)\n  evidence/a.pdf\n\ndropped (1)\n  policies/p.md\n\n\
         wrote gapcheck.lock, which records 1 file\n1 already recorded, 1 dropped\n",
    );
    assert_eq!(folder.text("gapcheck.lock"), format!("{HEAD}{ABC}  evidence/a.pdf\n"));
}

#[test]
fn a_verification_says_how_every_file_and_address_stands() {
    let folder = folder();
    folder.run(&["evidence", "lock", "in.yaml"]).ends(0);
    folder.put("evidence/a.pdf", LONGER.as_bytes());
    folder.put("extra.yaml", naming(&["new.pdf", "../up.pdf", "evidence"]).split_once('\n').unwrap().1.as_bytes());
    folder.put("new.pdf", b"new");
    folder.run(&["evidence", "verify", "."]).ends(1).prints(
        "Evidence and documents of Acme Inc.

altered (1)
  evidence/a.pdf  AC-9 and AC-10: recorded ba7816bf8f01… in gapcheck.lock, found 248d6a61d206…
  help: find out who changed the file, when and why; bring the original back, or record the new one:
  where the lock differs with `gapcheck evidence lock --update PATH`, else by its `sha256` in the
  inventory

not there (1)
  evidence/lost.pdf  AC-9
  help: put the file where the inventory says, or correct its `path`

outside (1)
  ../up.pdf  C
  help: copy the file into the folder of the inventory; nothing outside it is looked at

unreadable (1)
  evidence  C: it is a folder, not a file
  help: mend the file or who may read it; what nobody can open is not on file

not recorded (1)
  new.pdf  C
  help: `gapcheck evidence lock` records what these files are now

recorded (1)
  policies/p.md  POL

address (1)
  https://wiki.example/a  AC-10
  help: open these yourself: nothing behind an address can be verified here

And 1 piece of evidence or document names neither a file nor an address, so nothing of it can be
verified.

6 files: 1 altered, 1 not there, 1 outside, 1 unreadable, 1 not recorded, 1 recorded; 1 address not
looked at
",
    );
    // What is only not recorded, or lies behind an address, is no fault.
    folder.put("in.yaml", INVENTORY.replace("      - { path: evidence/lost.pdf }\n", "").as_bytes());
    std::fs::remove_file(folder.path("extra.yaml")).unwrap();
    folder.put("evidence/a.pdf", b"abc");
    folder.run(&["evidence", "verify", "."]).ends(0);
    std::fs::remove_file(folder.path("gapcheck.lock")).unwrap();
    let said = folder.run(&["evidence", "verify", "."]).ends(0);
    assert!(said.out.contains("\nnot recorded (2)\n  evidence/a.pdf  AC-9 and AC-10\n"), "{}", said.out);
}

#[test]
fn a_verification_for_machines_holds_the_same() {
    let folder =
        Folder::with(&[("in.yaml", &naming(&["a"])), ("a", "abc"), ("gapcheck.lock", &format!("{EMPTY}  a\n"))]);
    let said = folder.run(&["evidence", "verify", "in.yaml", "--format", "json"]).ends(1);
    let version = env!("CARGO_PKG_VERSION");
    let expected = serde_json::json!({
        "schema_version": 1,
        "tool": { "name": "gapcheck", "version": version },
        "organization": "Acme Inc.",
        "evidence": [{
            "path": "a",
            "url": null,
            "state": "altered",
            "named_by": ["C"],
            "recorded": { "inventory": [], "lock": EMPTY },
            "found": ABC,
            "reason": null,
        }],
        "counts": {
            "altered": 1, "not_there": 0, "outside": 0, "unreadable": 0, "not_recorded": 0, "recorded": 0, "address": 0,
        },
        "nowhere": 0,
    });
    assert_eq!(serde_json::from_str::<serde_json::Value>(&said.out).unwrap(), expected);
}

#[test]
fn names_of_any_kind_are_kept_and_drive_no_terminal() {
    let folder = Folder::with(&[(
        "in.yaml",
        &naming(&["new\\nline", "back\\\\slash", "cr\\r", "\\e[31m", " lead", "*star", "#hash", "ä 漢"]),
    )]);
    for name in ["new\nline", "back\\slash", "cr\r", "\u{1b}[31m", " lead", "*star", "#hash", "ä 漢"] {
        folder.put(name, b"abc");
    }
    let said = folder.run(&["evidence", "lock", "in.yaml"]).ends(0);
    assert_eq!(
        said.out,
        "recorded (8)\n  \\u{1b}[31m\n   lead\n  #hash\n  *star\n  back\\slash\n  cr\\u{d}\n  new line\n  ä 漢\n\n\
         wrote gapcheck.lock, which records 8 files\n8 recorded\n"
    );
    assert_eq!(
        folder.text("gapcheck.lock"),
        format!(
            "{HEAD}{ABC}  \u{1b}[31m\n{ABC}   lead\n{ABC}  #hash\n{ABC}  *star\n\\{ABC}  back\\\\slash\n\\{ABC}  cr\\r\n\\{ABC}  \
             new\\nline\n{ABC}  ä 漢\n"
        )
    );
    if let Some((ok, said)) = sha256sum(&folder) {
        assert!(ok, "{said}");
    }
    assert!(states(&folder).iter().all(|(_, state)| state == "recorded"));
}

#[cfg(unix)]
#[test]
fn nothing_outside_the_folder_and_nothing_but_files_is_read() {
    use std::os::unix::fs::symlink;
    let outside = Folder::with(&[("secret", "abc")]);
    let folder = Folder::with(&[("e/kept", "abc"), ("e/sub/deep", "abc")]);
    let names = [
        "e/kept",
        "e/link",
        "e/linked/deep",
        "e/secret",
        "e/away/secret",
        "e/zero",
        "e/none",
        "e/loop",
        "e/pipe",
        "e/sub",
        "e/kept/x",
        "/etc/hostname",
        "../x",
        "e/../e/kept",
        "gapcheck.lock",
    ];
    folder.put("in.yaml", naming(&names).as_bytes());
    symlink("kept", folder.path("e/link")).unwrap();
    symlink("sub", folder.path("e/linked")).unwrap();
    symlink(outside.path("secret"), folder.path("e/secret")).unwrap();
    symlink(outside.root(), folder.path("e/away")).unwrap();
    symlink("/dev/zero", folder.path("e/zero")).unwrap();
    symlink("nothing", folder.path("e/none")).unwrap();
    symlink("loop", folder.path("e/loop")).unwrap();
    assert!(Command::new("mkfifo").arg(folder.path("e/pipe")).status().expect("mkfifo").success());
    let said = folder.run(&["evidence", "lock", "in.yaml"]).ends(1);
    assert!(said.out.ends_with("\n4 unreadable, 6 outside, 2 not there, 3 recorded\n"), "{}", said.out);
    assert_eq!(folder.text("gapcheck.lock"), format!("{HEAD}{ABC}  e/kept\n{ABC}  e/link\n{ABC}  e/linked/deep\n"));
    let lock = "unreadable: it is the lock, which is no evidence of itself";
    let too_many = std::fs::metadata(folder.path("e/loop")).unwrap_err().to_string();
    assert_eq!(
        states(&folder),
        pairs(&[
            ("../x", "outside"),
            ("/etc/hostname", "outside"),
            ("e/../e/kept", "outside"),
            ("e/away/secret", "outside"),
            ("e/kept", "recorded"),
            ("e/kept/x", "not_there"),
            ("e/link", "recorded"),
            ("e/linked/deep", "recorded"),
            ("e/loop", &format!("unreadable: {too_many}")),
            ("e/none", "not_there"),
            ("e/pipe", "unreadable: it is not a regular file"),
            ("e/secret", "outside"),
            ("e/sub", "unreadable: it is a folder, not a file"),
            ("e/zero", "outside"),
            ("gapcheck.lock", lock),
        ])
    );
}

#[cfg(unix)]
#[test]
fn a_lock_that_is_a_link_or_no_file_is_neither_read_nor_written() {
    let outside = Folder::with(&[("theirs", "")]);
    let folder = folder();
    let path = folder.path("gapcheck.lock");
    let commands: [&[&str]; 5] = [
        &["check", "in.yaml"],
        &["assess", "in.yaml"],
        &["explain", "AC-9", "-i", "in.yaml"],
        &["evidence", "verify", "in.yaml"],
        &["evidence", "lock", "in.yaml"],
    ];
    for target in [outside.path("theirs"), outside.path("nobodys"), folder.path("policies/p.md")] {
        std::os::unix::fs::symlink(&target, &path).unwrap();
        for command in commands {
            folder.run(command).refuses(
                "gapcheck.lock is a link; a lock is kept in a file of its own, so that nothing else is read or written",
            );
        }
        std::fs::remove_file(&path).unwrap();
    }
    assert_eq!((outside.names(), outside.text("theirs")), (vec!["theirs".to_owned()], String::new()));
    assert_eq!(folder.text("policies/p.md"), "");
    std::fs::create_dir(&path).unwrap();
    for command in commands {
        folder.run(command).refuses("gapcheck.lock is no file, so no lock can be kept there");
    }
    std::fs::remove_dir(&path).unwrap();
    assert!(Command::new("mkfifo").arg(&path).status().expect("mkfifo").success());
    folder.run(commands[0]).refuses("gapcheck.lock is no file, so no lock can be kept there");
}

#[test]
fn faults_of_a_lock_are_told_with_their_place_by_every_command() {
    let folder = folder();
    let line = "a line is 64 hexadecimal digits, two blanks and a path; `gapcheck evidence lock` writes them";
    folder.put(
        "gapcheck.lock",
        format!(
            "# a comment\r\n\n{ABC}  a\r\nabc  b\n{ABC} *c\n{EMPTY}  ./a\nnothing\n{ABC}  ../up\n{ABC}  /etc/passwd\n\\{ABC}  a\\tb\n\
             <<<<<<< ours\n"
        )
        .as_bytes(),
    );
    let expected = format!(
        "gapcheck.lock:4:1: `abc` is not a SHA-256 ({line})\n\
         gapcheck.lock:6:67: `a` is recorded twice (find out which of the two is right, and take the other away)\n\
         gapcheck.lock:7:1: this is not the SHA-256 of a file ({line})\n\
         gapcheck.lock:8:67: `../up` leads out of the folder of the lock file (name a file in that folder)\n\
         gapcheck.lock:9:67: `/etc/passwd` leads out of the folder of the lock file (name a file in that folder)\n\
         gapcheck.lock:10:68: a backslash in the path stands for nothing (write a backslash as `\\\\` and a line break as `\\n` \
         or `\\r`, or lock the files again)\n\
         gapcheck.lock:11:1: a merge left its marks in the lock file (keep the lines of both sides, then run `gapcheck \
         evidence verify`)\n"
    );
    folder.run(&["check", "in.yaml", "-f", "short"]).ends(2).prints(&expected);
    // Together with those of the inventory, in one run.
    folder.put("in.yaml", INVENTORY.replace("planned", "begun").as_bytes());
    let said = folder.run(&["check", "in.yaml", "-f", "short"]).ends(2);
    assert!(said.out.starts_with("in.yaml:16:13: `begun` is not a status"), "{}", said.out);
    assert!(said.out.ends_with(&expected), "{}", said.out);
    folder.put("in.yaml", INVENTORY.as_bytes());
    for command in [
        &["assess", "in.yaml"][..],
        &["explain", "AC-9", "-i", "in.yaml"],
        &["evidence", "lock", "in.yaml"],
        &["evidence", "verify", "in.yaml"],
    ] {
        let said = folder.run(command).ends(2);
        assert_eq!(said.out, "");
        assert!(said.err.contains("error: `abc` is not a SHA-256\n --> gapcheck.lock:4:1\n"), "{}", said.err);
        assert!(said.err.ends_with("\ngapcheck: 7 problems in 1 file; nothing was assessed\n"), "{}", said.err);
    }
    folder.put("gapcheck.lock", b"\xff");
    let said = folder.run(&["check", "in.yaml", "-f", "short"]).ends(2);
    assert!(said.out.starts_with("gapcheck.lock:1:1: byte 1 (0xff, on line 1) is not UTF-8"), "{}", said.out);
}

#[test]
fn standard_input_has_no_place_for_a_lock() {
    let folder = folder();
    folder.run_with(INVENTORY.as_bytes(), &["evidence", "lock", "-"]).refuses(
        "an inventory on standard input lies in no folder, and a lock is kept beside its inventory; name the file or the folder",
    );
    assert!(!folder.path("gapcheck.lock").exists());
    // Files are looked up where the reader is, and so is the lock.
    folder.run(&["evidence", "lock", "in.yaml"]).ends(0);
    let said = folder.run_with(INVENTORY.as_bytes(), &["evidence", "verify", "-"]).ends(1);
    assert!(said.out.contains("\nrecorded (2)\n"), "{}", said.out);
}

#[test]
fn each_folder_has_a_lock_of_its_own_however_it_is_written() {
    let folder = Folder::with(&[
        ("one/in.yaml", &naming(&["a"])),
        ("two/part.yaml", "documents: [{ id: P, path: a }]\n"),
        ("two/other.yaml", "documents: [{ id: Q, path: b }]\n"),
        ("one/a", "abc"),
        ("two/a", ""),
        ("two/b", "abc"),
    ]);
    folder.run(&["evidence", "lock", "one", "two/part.yaml", "./two/../two/other.yaml"]).ends(0).prints(
        "recorded (3)\n  one/a\n  two/a\n  two/b\n\n\
         wrote one/gapcheck.lock, which records 1 file\nwrote two/gapcheck.lock, which records 2 files\n3 recorded\n",
    );
    assert_eq!(folder.text("one/gapcheck.lock"), format!("{HEAD}{ABC}  a\n"));
    assert_eq!(folder.text("two/gapcheck.lock"), format!("{HEAD}{EMPTY}  a\n{ABC}  b\n"));
    folder.put("one/a", b"changed");
    folder.put("two/a", b"changed");
    folder.run(&["evidence", "lock", "one", "two", "--update", "a"]).refuses("a may be `one/a` or `two/a`; say which");
    let said = folder.run(&["evidence", "lock", "one", "two", "--update", "two/a"]).ends(1);
    assert!(said.out.contains("differs (1)\n  one/a  ") && said.out.contains("updated (1)\n  two/a  "), "{}", said.out);
}

#[test]
fn an_assessment_holds_files_to_the_lock() {
    let folder = folder();
    let gaps = |folder: &Folder| -> Vec<(String, String)> {
        let said = folder.assess(&["in.yaml", "-f", "json"]).ends(0);
        let value: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        let inputs: Vec<&str> =
            value["inputs"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect();
        let locked = folder.path("gapcheck.lock").exists();
        assert_eq!(inputs, if locked { vec!["in.yaml", "gapcheck.lock"] } else { vec!["in.yaml"] });
        let text = |gap: &serde_json::Value, key: &str| gap[key].as_str().unwrap().to_owned();
        let gaps = value["gaps"].as_array().unwrap().iter();
        let wanted =
            gaps.filter(|gap| ["evidence-altered", "document-missing"].contains(&gap["rule"].as_str().unwrap()));
        let mut told: Vec<(String, String)> = wanted
            .map(|gap| (text(gap, "id"), format!("{} {}", text(gap, "title"), text(gap, "current_state"))))
            .collect();
        told.sort();
        told
    };
    assert_eq!(gaps(&folder), []);
    folder.run(&["evidence", "lock", "in.yaml"]).ends(0);
    assert_eq!(gaps(&folder), []);
    folder.put("evidence/a.pdf", LONGER.as_bytes());
    folder.put("policies/p.md", b"abc");
    assert_eq!(
        gaps(&folder),
        pairs(&[
            (
                "AC-10:evidence-altered",
                "Ten: evidence was altered since its hash was recorded 1 of 2 pieces of evidence did not match the SHA-256 \
                 recorded: `evidence/a.pdf` (recorded ba7816bf8f01… in `gapcheck.lock`, found 248d6a61d206…)."
            ),
            (
                "POL:document-missing",
                "POL: altered since it was locked The file at `policies/p.md` is not the one whose SHA-256 `gapcheck.lock` \
                 records."
            ),
        ])
    );
    let said = folder.run(&["explain", "AC-10", "-i", "in.yaml", "--as-of", "2026-11-22"]).ends(0);
    assert!(said.out.contains("altered: the file is not the one whose SHA-256 was recorded."), "{}", said.out);
    // Nor can a report take the place of the lock.
    for command in [&["assess"][..], &["matrix"], &["evidence", "due"]] {
        folder
            .run(&[command, &["in.yaml", "-o", "markdown=gapcheck.lock"]].concat())
            .refuses("gapcheck.lock is part of the inventory and would be overwritten");
    }
}

#[test]
fn two_runs_at_once_leave_a_whole_lock() {
    let names: Vec<String> = (0..50).map(|at| format!("f{at}")).collect();
    let folder = Folder::with(&[("in.yaml", &naming(&names.iter().map(String::as_str).collect::<Vec<_>>()))]);
    for name in &names {
        folder.put(name, name.as_bytes());
    }
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let said = folder.run(&["evidence", "lock", "in.yaml"]);
                let late = "error: gapcheck.lock was changed by somebody else meanwhile, and was left as it is; run this again\n";
                assert!(said.code == Some(0) || said.err == late, "{}", said.err);
            });
        }
    });
    assert_eq!(folder.text("gapcheck.lock").lines().count(), 2 + 50);
    assert!(states(&folder).iter().all(|(_, state)| state == "recorded"));
    assert!(folder.names().iter().all(|name| !name.starts_with(".gapcheck")));
}

#[test]
fn a_lock_that_somebody_else_wrote_meanwhile_is_left_as_it_is() {
    use gapcheck::io::{input, lock};
    let folder = folder();
    let write = |before: &str, meanwhile: &str| {
        let path = folder.path("gapcheck.lock");
        std::fs::remove_file(&path).ok();
        let put = |text: &str| if text.is_empty() { Ok(()) } else { std::fs::write(&path, text) };
        put(before).unwrap();
        let read = input::read(&[folder.path("in.yaml")]).unwrap();
        put(meanwhile).unwrap();
        let folders = lock::folders(&read.sources);
        let written = lock::write(folders.get(0).unwrap(), &read.sources, "# new\n");
        (written.map_err(|error| error.to_string()), std::fs::read_to_string(&path).unwrap())
    };
    let name = folder.path("gapcheck.lock").display().to_string();
    let late = format!("{name} was changed by somebody else meanwhile, and was left as it is; run this again");
    assert_eq!(write("# old\n", "# theirs\n"), (Err(late.clone()), "# theirs\n".to_owned()));
    assert_eq!(write("", "# theirs\n"), (Err(late), "# theirs\n".to_owned()));
    assert_eq!(write("# old\n", ""), (Ok(()), "# new\n".to_owned()));
    assert_eq!(write("", ""), (Ok(()), "# new\n".to_owned()));
}
