//! The command as it is run: what it takes, what it refuses, how it ends.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::causes::{ACCEPTED, BASE, EVIDENCE, TEST};

/// A folder to run the program in.
struct Folder(TempDir);

/// What it said and how it ended.
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Said {
    #[track_caller]
    fn ends(self, code: i32) -> String {
        assert_eq!(self.code, Some(code), "{}{}", self.out, self.err);
        self.out
    }

    #[track_caller]
    fn refuses(self, why: &str) {
        assert_eq!((self.err.as_str(), self.out.as_str(), self.code), (&*format!("error: {why}\n"), "", Some(2)));
    }
}

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        for (name, text) in files {
            folder.put(name, text);
        }
        folder
    }

    fn put(&self, name: &str, text: &str) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn run(&self, arguments: &[&str], stdin: &str) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
        command.args(arguments).current_dir(self.0.path()).env("COLUMNS", "100").env("NO_COLOR", "1");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(stdin.as_bytes()).ok();
        let output = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    fn diff(&self, arguments: &[&str]) -> Said {
        self.run(&[&["diff"], arguments, &["--as-of", "2026-11-22"]].concat(), "")
    }
}

fn pair() -> Folder {
    Folder::with(&[("old.yaml", &[BASE, EVIDENCE].concat()), ("new.yaml", BASE)])
}

#[test]
fn the_gate_looks_at_what_is_new_or_worse() {
    let folder = pair();
    let out = folder.diff(&["old.yaml", "new.yaml", "--fail-on", "moderate"]).ends(1);
    assert!(out.contains("\ngate fails: 1 new or worsened gap at moderate or above stands open\n"), "{out}");
    let out = folder.diff(&["old.yaml", "new.yaml", "--fail-on", "high"]).ends(0);
    assert!(out.contains("\ngate holds: no new or worsened gap at high or above stands open\n"), "{out}");
    let out = folder.diff(&["new.yaml", "old.yaml", "--fail-on", "very-low"]).ends(0);
    assert!(out.contains("\ngate holds: no new or worsened gap at very low or above stands open\n"), "{out}");
    assert!(!folder.diff(&["old.yaml", "new.yaml"]).ends(0).contains("gate "));
    // As with a baseline: the same gap fails there.
    folder.run(&["assess", "old.yaml", "--as-of", "2026-11-22", "-q", "-o", "old.json"], "").ends(0);
    let assess = ["assess", "new.yaml", "--as-of", "2026-11-22", "-q", "--baseline", "old.json", "--fail-on"];
    folder.run(&[&assess[..], &["moderate"]].concat(), "").ends(1);
    folder.run(&[&assess[..], &["high"]].concat(), "").ends(0);
}

#[test]
fn the_same_file_twice_is_no_change() {
    let folder = pair();
    let out = folder.diff(&["new.yaml", "new.yaml", "--fail-on", "very-low"]).ends(0);
    assert_eq!(
        out,
        "Acme Inc.\n\
         From new.yaml, assessed on 2026-11-22 · to new.yaml, assessed on 2026-11-22\n\
         SOC 2 Type I, as of 2026-11-22, on security and availability\n\
         \n\
         Nothing changed.\n\
         Gaps: 0 new, 0 worsened, 0 improved, 0 resolved, 39 unchanged.\n\
         \n\
         gate holds: no new or worsened gap at very low or above stands open\n"
    );
    // Nor are other words that change no result, though they are told.
    folder.put("other.yaml", &BASE.replace("title: Policy", "title: The policy"));
    let out = folder.diff(&["new.yaml", "other.yaml"]).ends(0);
    assert!(
        out.contains("\nNo gap, no verdict and no count changed, though the inventories say different things.\n"),
        "{out}"
    );
    assert!(out.ends_with("\nWhat the two inventories say differently\n  documents  changed: POL\n"), "{out}");
    let out = folder.diff(&["new.yaml", "new.yaml", "--old-as-of", "2026-11-21"]).ends(0);
    assert!(out.contains("\nNo gap, no verdict and no count changed from 2026-11-21 to 2026-11-22.\n"), "{out}");
}

#[test]
fn results_are_compared_without_causes() {
    let folder = pair();
    for name in ["old", "new"] {
        let (yaml, json) = (format!("{name}.yaml"), format!("{name}.json"));
        folder.run(&["assess", &yaml, "--as-of", "2026-11-22", "-q", "-o", &json], "").ends(0);
    }
    let of = |old: &str, new: &str| -> serde_json::Value {
        let run = folder.run(&["diff", old, new, "-f", "json"], "");
        serde_json::from_str(&run.ends(0)).unwrap()
    };
    let whole: serde_json::Value =
        serde_json::from_str(&folder.diff(&["old.yaml", "new.yaml", "-f", "json"]).ends(0)).unwrap();
    // An inventory beside a result is assessed on the day of the second, or on that which is said.
    folder.put("undated.yaml", &[&BASE.replace("  as_of: 2026-11-22\n", ""), EVIDENCE].concat());
    for (old, new) in [("old.json", "new.json"), ("undated.yaml", "new.json")] {
        let found = of(old, new);
        assert_eq!(found["summary"], whole["summary"], "{old} {new}");
        assert_eq!((&found["causes"], found["altered"].as_array().unwrap().len()), (&serde_json::Value::Null, 0));
        assert_eq!((&found["old"]["as_of"], &found["new"]["kind"]), (&whole["old"]["as_of"], &"result".into()));
        for (count, same) in found["counts"].as_array().unwrap().iter().zip(whole["counts"].as_array().unwrap()) {
            for key in ["count", "old", "new", "change"] {
                assert_eq!(count[key], same[key], "{}", count["count"]);
            }
            assert!(count["by"].as_array().unwrap().iter().all(|by| by["cause"].is_null()));
        }
        for (gap, same) in found["gaps"].as_array().unwrap().iter().zip(whole["gaps"].as_array().unwrap()) {
            for key in ["id", "change", "rule", "title", "old", "new"] {
                assert_eq!(gap[key], same[key], "{}", gap["id"]);
            }
        }
        for key in ["criteria", "controls"] {
            let ids = |found: &serde_json::Value| {
                let list = found[key].as_array().unwrap().clone();
                list.iter().map(|one| (one["id"].clone(), one["design"]["new"].clone())).collect::<Vec<_>>()
            };
            assert_eq!(ids(&found), ids(&whole), "{key}");
        }
    }
    let out = folder.diff(&["old.json", "new.yaml"]).ends(0);
    assert!(out.contains("What changed is not put down to causes"), "{out}");
    assert!(out.contains("\n39 gaps stand open, 1 more than before.\n"), "{out}");
    assert!(!out.contains(" by "), "{out}");
    folder
        .diff(&["old.json", "new.json"])
        .refuses("both are JSON results and keep their days, 2026-11-22 and 2026-11-22: `--as-of` is for inventories");
    folder
        .diff(&["old.json", "new.yaml", "--old-as-of", "2026-11-01"])
        .refuses("OLD is a JSON result and keeps its day, 2026-11-22: `--old-as-of` is for inventories");
}

#[test]
fn what_has_nothing_to_do_with_each_other_is_refused() {
    let folder = pair();
    let other = BASE.replace("Acme Inc.", "Other Ltd").replace("AC-1", "X-1");
    folder.put("other.yaml", &other);
    folder.diff(&["new.yaml", "other.yaml"]).refuses(
        "the two have nothing to do with each other: new.yaml is of Acme Inc., other.yaml of Other Ltd, and no control \
         is in both; `--anyway` compares them all the same",
    );
    let out = folder.diff(&["new.yaml", "other.yaml", "--anyway"]).ends(0);
    let note = "They are of different organisations, Acme Inc. and Other Ltd, unless one was renamed.";
    assert!(out.contains(note), "{out}");
    // One that was renamed has its controls still, and one that began anew its name.
    folder.put("renamed.yaml", &BASE.replace("Acme Inc.", "Other Ltd"));
    assert!(folder.diff(&["new.yaml", "renamed.yaml"]).ends(0).contains(note));
    folder.put("anew.yaml", &other.replace("Other Ltd", "ACME  inc."));
    assert!(!folder.diff(&["new.yaml", "anew.yaml"]).ends(0).contains("They are of different organisations"));
}

#[test]
fn what_cannot_be_read_is_said_of_both() {
    let folder = pair();
    folder.put("bad-1.yaml", "organization: Acme Inc.\ncontrols: oops\n");
    folder.put("bad-2.yaml", "organization: Acme Inc.\ncontrols: []\nkey: x\n");
    let said = folder.diff(&["bad-1.yaml", "bad-2.yaml"]);
    assert!(said.err.contains("bad-1.yaml:2") && said.err.contains("bad-2.yaml:3"), "{}", said.err);
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    for (name, text, why) in [
        ("empty.json", "", "the file is empty; give the JSON result of an earlier assessment"),
        ("torn.json", "{ \"schema_version\": 1,", "this is not JSON: line 1, column 22: EOF while parsing a value"),
        ("two.json", "{ \"schema_version\": 2 }", "its `schema_version` is `2`, and this gapcheck reads 1"),
        (
            "plan.json",
            "{ \"schema_version\": 1, \"as_of\": \"2026-11-22\" }",
            "this is not a gapcheck result: it has no list `criteria`",
        ),
        (
            "verdict.json",
            "{ \"schema_version\": 1, \"as_of\": \"2026-11-22\", \"criteria\": [{ \"id\": \"CC6.1\", \"design\": \"good\" }] }",
            "`criteria[0]` of the result: its `design` is `\"good\"`, which is no verdict",
        ),
    ] {
        folder.put(name, text);
        folder.diff(&[name, "new.yaml"]).refuses(&format!("the result {name}: {why}"));
    }
    let scoped_out = "organization: Acme Inc.\nscope: { not_applicable: [{ criteria: [ALL], rationale: x, approved_by: y }] }\ncontrols: []\n";
    let common: Vec<String> =
        crate::catalog().criteria.iter().map(|one| one.id.to_string()).filter(|id| id.starts_with("CC")).collect();
    folder.put("nothing.yaml", &scoped_out.replace("ALL", &common.join(", ")));
    folder
        .diff(&["nothing.yaml", "new.yaml"])
        .refuses("nothing is left in scope of nothing.yaml: all 33 criteria of security are scoped out");
}

#[test]
fn one_of_the_two_may_come_from_standard_input() {
    let folder = pair();
    let run = folder.run(&["diff", "-", "new.yaml", "--as-of", "2026-11-22"], &[BASE, EVIDENCE].concat());
    assert!(run.ends(0).contains("From -, assessed on 2026-11-22"));
    folder.diff(&["-", "-"]).refuses("only one of the two can come from standard input");
}

#[test]
fn folders_and_their_files_are_compared() {
    let folder = Folder::with(&[]);
    let evidence = EVIDENCE.replace("url: 'https://files.example/q3'", "path: evidence/q3.csv");
    for side in ["old", "new"] {
        folder.put(&format!("{side}/a.yaml"), &[BASE, &evidence, TEST].concat());
        folder.put(&format!("{side}/b.yaml"), ACCEPTED);
        folder.put(&format!("{side}/evidence/q3.csv"), "jane\n");
    }
    assert!(folder.diff(&["old", "new"]).ends(0).contains("\nNothing changed.\n"));
    fs::remove_file(folder.0.path().join("old/evidence/q3.csv")).unwrap();
    let out = folder.diff(&["old", "new"]).ends(0);
    let note = "The one file that old names is not there, so its evidence counts as missing. Keep the files beside\n\
                it, as `git worktree add` does.\n";
    assert!(out.contains(note), "{out}");
    assert!(out.contains("1 resolved gap, by evidence"), "{out}");
    // A lock of the file as it was makes another of it, and that is evidence too.
    folder.put("old/evidence/q3.csv", "jane\n");
    folder.run(&["evidence", "lock", "new"], "").ends(0);
    folder.put("new/evidence/q3.csv", "sam\n");
    let out = folder.diff(&["old", "new"]).ends(0);
    assert!(out.contains("AC-1:evidence-altered"), "{out}");
    assert!(out.contains("\n  evidence  changed: AC-1\n"), "{out}");
}

#[test]
fn no_report_takes_the_place_of_what_it_is_made_from() {
    let folder = pair();
    folder.run(&["assess", "new.yaml", "--as-of", "2026-11-22", "-q", "-o", "new.json"], "").ends(0);
    folder
        .diff(&["old.yaml", "new.json", "-o", "new.json"])
        .refuses("new.json is one of the two results and would be overwritten");
    folder
        .diff(&["old.yaml", "new.yaml", "-o", "json=old.yaml"])
        .refuses("old.yaml is part of the inventory and would be overwritten");
    folder.diff(&["old.yaml", "new.yaml", "-o", "diff.md", "-o", "diff.json", "-o", "diff.txt"]).ends(0);
    for name in ["diff.md", "diff.json", "diff.txt"] {
        assert!(Path::new(&folder.0.path().join(name)).exists(), "{name}");
    }
}
