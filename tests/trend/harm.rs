//! A repository that means harm: nothing of it is run, and what it says comes back as text.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use gapcheck::report::trend::TREND_FORMATS;
use tempfile::TempDir;

use crate::{Repository, control, days, gapcheck, git, inventory, said};

/// All that a repository can have git run, each leaving a trace.
fn trapped(repository: &Repository, trace: &str) {
    let trap = repository.path().join(".git/trap");
    fs::write(&trap, format!("#!/bin/sh\necho $0 $* >> {trace}\ncat\n")).unwrap();
    fs::set_permissions(&trap, fs::Permissions::from_mode(0o755)).unwrap();
    let trap = trap.to_str().unwrap();
    for name in ["post-checkout", "post-index-change", "pre-auto-gc", "reference-transaction"] {
        fs::copy(trap, repository.path().join(".git/hooks").join(name)).unwrap();
    }
    for key in [
        "core.fsmonitor",
        "core.pager",
        "pager.rev-list",
        "pager.diff-tree",
        "diff.external",
        "diff.evil.textconv",
        "diff.evil.command",
        "filter.evil.smudge",
        "filter.evil.clean",
        "filter.evil.process",
        "core.sshCommand",
        "core.gitProxy",
        "credential.helper",
        "gpg.program",
        "core.askPass",
        "core.editor",
        "core.alternateRefsCommand",
    ] {
        repository.git(&["config", key, trap]);
    }
    for (key, value) in [("filter.evil.required", "true"), ("log.showSignature", "true"), ("alias.rev-list", "!false")]
    {
        repository.git(&["config", key, value]);
    }
    fs::write(repository.path().join(".git/info/attributes"), "* diff=evil filter=evil\n").unwrap();
}

#[test]
fn nothing_of_a_repository_is_run() {
    let traces = TempDir::new().unwrap();
    let trace = traces.path().join("trace");
    let repository = Repository::of(&[("2026-01-05", &inventory(""))]);
    repository.git(&["mv", "soc2.yaml", "in.yaml"]);
    repository.commit("2026-01-12", "Rename it");
    repository.put("in.yaml", &inventory(&control("AC-1", "CC6.2", "planned", "")));
    repository.commit("2026-01-19", "Go on");
    fs::create_dir_all(repository.path().join(".git/hooks")).unwrap();
    trapped(&repository, trace.to_str().unwrap());
    // The trap springs where git is not kept from it.
    git(repository.path()).arg("status").output().unwrap();
    assert!(fs::read_to_string(&trace).unwrap().contains("trap"), "no trap is set");
    fs::remove_file(&trace).unwrap();
    repository.put("in.yaml", &inventory(&control("AC-1", "CC6.2", "implemented", "")));
    let trend = repository.json(&["in.yaml", "--as-of", "2026-02-01"]);
    assert_eq!(days(&trend), ["2026-01-05", "2026-01-19", "now"]);
    assert!(!trace.exists(), "{}", fs::read_to_string(&trace).unwrap());
}

#[test]
fn the_repository_is_that_of_the_inventory_whatever_the_environment_says() {
    let one = Repository::of(&[("2026-01-05", &inventory(""))]);
    let other = Repository::of(&[("2026-05-05", &inventory(""))]);
    let mut program = gapcheck(one.path());
    program.env("GIT_DIR", other.path().join(".git")).env("GIT_WORK_TREE", other.path());
    let said = said(program.args(["trend", "soc2.yaml", "-f", "csv"]));
    assert!(said.out.contains("\"2026-01-05\"") && !said.out.contains("2026-05-05"), "{}{}", said.out, said.err);
}

#[test]
fn a_replaced_commit_counts_as_it_was() {
    let repository = Repository::of(&[
        ("2026-01-05", &inventory("")),
        ("2026-02-02", &inventory(&control("AC-1", "CC6.2", "planned", ""))),
    ]);
    repository.git(&["replace", "HEAD", "HEAD~1"]);
    assert_eq!(days(&repository.json(&["soc2.yaml", "--committed"])), ["2026-01-05", "2026-02-02"]);
}

/// Names that a command could take for something else, or a terminal for orders.
const NAMES: [&str; 6] =
    ["--output=x.yaml", "-n.yaml", ":(exclude)a.yaml", "a\nb.yaml", "\u{1b}[2J\u{202e}.yaml", "*.yaml"];

#[test]
fn no_name_is_an_option() {
    for name in NAMES {
        let repository = Repository::new();
        repository.put(name, &inventory(""));
        repository.commit("2026-01-05", "Begin");
        repository.put(name, &inventory(&control("AC-1", "CC6.2", "planned", "")));
        repository.commit("2026-02-02", "Go on");
        let trend = repository.json(&[&format!("./{name}")]);
        assert_eq!(days(&trend), ["2026-01-05", "2026-02-02"], "{name:?}");
        assert_eq!(trend["points"][0]["paths"][0], name);
        assert!(!repository.path().join("x.yaml").exists());
    }
}

#[test]
fn what_a_message_or_a_name_says_is_text() {
    let evil = "=cmd|' /C calc'!A0 <script>alert(1)</script> `]]>` | ::error::x ##[error]y \u{1b}[2J\u{202e}";
    let repository = Repository::new();
    repository
        .put("evil.yaml", &inventory("").replace("Acme Inc.", &format!("\"{}\"", evil.replace('\u{1b}', "\\u001b"))));
    repository.commit("2026-01-05", evil);
    repository.put("evil.yaml", "organization: \"::error::\\u202e<b>\"\ncontrols: \"##[error]<b>`|\\u001b\"\n");
    repository.commit("2026-01-12", evil);
    for format in TREND_FORMATS {
        let said = repository.run(&["trend", "evil.yaml", "-f", format.name, "--committed"]);
        assert_eq!(said.code, Some(0), "{}", said.err);
        for text in [&said.out, &said.err] {
            let harmful = |c: char| (c.is_control() && c != '\n' && c != '\r') || c == '\u{202e}';
            assert!(!text.contains(harmful), "{}: {text:?}", format.name);
            let element = ["html", "markdown"].contains(&format.name) && text.contains("<script");
            assert!(!element && !text.contains("##[error]"), "{}: {text}", format.name);
            assert!(text.lines().all(|line| !line.trim_start().starts_with("::")), "{}", format.name);
        }
    }
    let csv = repository.run(&["trend", "evil.yaml", "-f", "csv"]).out;
    assert!(csv.contains("\"'=cmd|' /C calc'!A0 "), "{csv}");
}

#[test]
fn the_same_repository_makes_the_same_bytes() {
    let repository = Repository::of(&[
        ("2026-01-05", &inventory("")),
        ("2026-02-02", &inventory(&control("AC-1", "CC6.2", "planned", ""))),
    ]);
    for format in TREND_FORMATS {
        let made = |zone: &str| {
            let mut program = gapcheck(repository.path());
            said(program.env("TZ", zone).args(["trend", "soc2.yaml", "-f", format.name])).out
        };
        let first = made("UTC");
        assert!(
            !first.is_empty() && first == made("Pacific/Auckland") && first == made("America/Los_Angeles"),
            "{}",
            format.name
        );
    }
}

#[test]
fn grafts_cut_nothing_off() {
    let repository = Repository::of(&[
        ("2026-01-05", &inventory("")),
        ("2026-02-02", &inventory(&control("AC-1", "CC6.2", "planned", ""))),
    ]);
    let head = repository.git(&["rev-parse", "HEAD"]);
    fs::create_dir_all(repository.path().join(".git/info")).unwrap();
    fs::write(repository.path().join(".git/info/grafts"), format!("{head}\n")).unwrap();
    assert_eq!(days(&repository.json(&["soc2.yaml", "--committed"])), ["2026-01-05", "2026-02-02"]);
}

#[test]
fn a_folder_may_have_any_name() {
    for name in ["a\nb", "end\n", "\n", "-x", "a b"] {
        let folder = TempDir::new().unwrap();
        let root = folder.path().join(name);
        fs::create_dir(&root).unwrap();
        let run = |arguments: &[&str]| assert!(git(&root).args(arguments).status().unwrap().success());
        run(&["init", "-q"]);
        fs::create_dir(root.join(name)).unwrap();
        fs::write(root.join(name).join("soc2.yaml"), inventory("")).unwrap();
        run(&["add", "-A"]);
        run(&["commit", "-q", "-m", "Begin"]);
        for path in [format!("./{name}"), format!("./{name}/soc2.yaml")] {
            let said = said(gapcheck(&root).args(["trend", &path, "-f", "csv", "--committed"]));
            assert_eq!((said.code, said.out.lines().count()), (Some(0), 2), "{path:?}: {}", said.err);
        }
    }
}

/// On systems that take any bytes for a name.
#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf_8_is_a_part_of_the_inventory_all_the_same() {
    use std::os::unix::ffi::OsStrExt;
    let repository = Repository::new();
    repository.put("soc2/a.yaml", &inventory(""));
    repository.commit("2026-01-05", "Begin");
    let name = repository.path().join("soc2").join(std::ffi::OsStr::from_bytes(b"b\xff.yaml"));
    fs::write(name, "documents: []\nvendors: [{ id: v }]\n").unwrap();
    repository.commit("2026-02-02", "A second file");
    // Nothing is uncommitted, so there is no `now`.
    assert_eq!(days(&repository.json(&["soc2"])), ["2026-01-05", "2026-02-02"]);
}

#[test]
fn a_day_beyond_the_calendar_is_the_last_there_is() {
    let repository = Repository::of(&[("2026-01-05", &inventory(""))]);
    repository.put("soc2.yaml", &inventory(&control("AC-1", "CC6.2", "planned", "")));
    repository.git(&["add", "-A"]);
    let tree = repository.git(&["write-tree"]);
    let parent = repository.git(&["rev-parse", "HEAD"]);
    // The first second of the year 10000.
    let who = "Ann <ann@example.com> 253402300800 +0000";
    let commit = format!("tree {tree}\nparent {parent}\nauthor {who}\ncommitter {who}\n\nFar\n");
    fs::write(repository.path().join(".git/far"), commit).unwrap();
    let hash = repository.git(&["hash-object", "-t", "commit", "-w", "--literally", ".git/far"]);
    repository.git(&["update-ref", "refs/heads/main", &hash]);
    assert_eq!(days(&repository.json(&["soc2.yaml", "--committed"])), ["2026-01-05", "9999-12-31"]);
}
