//! The nightly look at what is due, night after night: quiet, a warning a week ahead, overdue, quiet again once something is on file.
#![cfg(unix)]
#![allow(
    clippy::as_conversions,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A stand-in for GitHub's own program: it keeps the issues of a repository in a folder, and writes down what it was asked.
const GH: &str = r#"#!/bin/sh
set -eu
here=$(dirname "$0")
echo "$1 $2${3:+ $3}" >>"$here/asked"
case "$1 $2" in
"issue list") [ ! -f "$here/broken" ] || exit 4; for last in "$@"; do :; done; echo "$last" >"$here/jq"; [ ! -f "$here/open" ] || cat "$here/open" ;;
"label create") ;;
"issue create")
  number=$(( $(cat "$here/last" 2>/dev/null || echo 0) + 1 ))
  echo "$number" >"$here/last"
  echo "$number" >"$here/open"
  while [ $# -gt 0 ]; do [ "$1" != --body-file ] || cp "$2" "$here/body"; shift; done ;;
"issue edit")
  [ "$3" = "$(cat "$here/open")" ]
  while [ $# -gt 0 ]; do [ "$1" != --body-file ] || cp "$2" "$here/body"; shift; done ;;
"issue close") [ "$3" = "$(cat "$here/open")" ]; rm "$here/open" ;;
*) exit 9 ;;
esac
"#;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A repository with an inventory, and the programs a runner has.
struct Repository {
    folder: TempDir,
}

/// What a night came to.
#[derive(Debug)]
struct Night {
    status: i32,
    out: String,
    err: String,
    /// What GitHub's program was asked, a line each.
    asked: Vec<String>,
}

impl Repository {
    fn new(inventory: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let bin = folder.path().join("bin");
        fs::create_dir(&bin).unwrap();
        fs::write(bin.join("gh"), GH).unwrap();
        fs::set_permissions(bin.join("gh"), fs::Permissions::from_mode(0o755)).unwrap();
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_gapcheck"), bin.join("gapcheck")).unwrap();
        let repository = Self { folder };
        repository.write(inventory);
        repository
    }

    fn write(&self, inventory: &str) {
        fs::write(self.folder.path().join("inventory.yaml"), inventory).unwrap();
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).unwrap_or_default()
    }

    fn night(&self, day: &str, more: &[(&str, &str)]) -> Night {
        let _ = fs::remove_file(self.file("bin/asked"));
        let path = format!("{}:/usr/bin:/bin", self.file("bin").display());
        let output = Command::new("sh")
            .arg(root().join("ci/nightly.sh"))
            .current_dir(self.folder.path())
            .env_clear()
            .env("PATH", path)
            .env("GAPCHECK_AS_OF", day)
            .envs(more.iter().copied())
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Night {
            status: output.status.code().unwrap(),
            out: text(output.stdout),
            err: text(output.stderr),
            asked: self.text("bin/asked").lines().map(str::to_owned).collect(),
        }
    }

    /// A night in a workflow of GitHub.
    fn on_github(&self, day: &str) -> Night {
        let summary = self.file("summary.md");
        let _ = fs::remove_file(&summary);
        self.night(
            day,
            &[("CI", "true"), ("GITHUB_STEP_SUMMARY", summary.to_str().unwrap()), ("GAPCHECK_ISSUE", "evidence-due")],
        )
    }
}

/// A review each quarter, and the third quarter is shown. The fourth ends on 2026-12-31 and is due 15 days later.
const QUARTERLY: &str = "\
organization: Acorn Ltd
scope: { report: type2, period: { start: 2026-07-01, end: 2026-12-31 } }
controls:
  - id: AC-1
    name: Access review
    criteria: [CC6.2]
    owner: Ada Lund
    frequency: quarterly
    status: implemented
    evidence:
      - { title: Third quarter, url: 'https://wiki.example/q3', covers: { start: 2026-07-01, end: 2026-09-30 } }
";
const FOURTH: &str = "      - { title: Fourth quarter, url: 'https://wiki.example/q4', covers: { start: 2026-10-01, end: 2026-12-31 } }\n";

#[test]
fn an_occurrence_is_warned_of_a_week_ahead_until_something_shows_it() {
    let repository = Repository::new(QUARTERLY);
    let list = "issue list --state";

    let quiet = repository.on_github("2027-01-07");
    assert_eq!((quiet.status, quiet.asked), (0, vec![list.to_owned()]));
    assert!(quiet.out.contains("gate holds: nothing is overdue or due by 2027-01-14"), "{}", quiet.out);

    // A week ahead it warns, and opens an issue.
    let warned = repository.on_github("2027-01-08");
    assert_eq!(warned.status, 1, "{warned:?}");
    assert_eq!(warned.asked, [list, "label create evidence-due", "issue create --title"]);
    assert!(warned.out.contains("gate fails: 1 thing is overdue or due by 2027-01-15"), "{}", warned.out);
    let body = repository.text("bin/body");
    assert!(body.contains("| 2027-01-15 | in 7 days | `AC-1` Access review |"), "{body}");
    assert_eq!(repository.text("summary.md"), body);
    assert!(repository.text("gapcheck-due/due.ics").contains("SUMMARY:Due: AC-1 Access review (occurrence)"));
    assert_eq!(repository.text("bin/open"), "1\n");

    // The night after it keeps the same one up to date.
    let again = repository.on_github("2027-01-09");
    assert_eq!((again.status, again.asked), (1, vec![list.to_owned(), "issue edit 1".to_owned()]));
    assert!(repository.text("bin/body").contains("in 6 days"));

    // Its day has come, and then it is late.
    assert!(repository.on_github("2027-01-15").out.contains("today"));
    let late = repository.on_github("2027-01-16");
    assert_eq!((late.status, late.asked), (1, vec![list.to_owned(), "issue edit 1".to_owned()]));
    assert!(repository.text("bin/body").contains("**1 day late**"), "{}", repository.text("bin/body"));

    // Something shows it: the issue is closed, and a quiet night asks for no more.
    repository.write(&format!("{QUARTERLY}{FOURTH}"));
    let closed = repository.on_github("2027-01-16");
    assert_eq!((closed.status, closed.asked), (0, vec![list.to_owned(), "issue close 1".to_owned()]));
    assert_eq!(repository.on_github("2027-01-17").asked, [list]);

    // What is due another time is another issue.
    repository.write(QUARTERLY);
    assert_eq!(repository.on_github("2027-01-17").asked[1..], ["label create evidence-due", "issue create --title"]);
    assert_eq!(repository.text("bin/open"), "2\n");
}

#[test]
fn cron_sends_no_mail_of_a_quiet_night() {
    let repository = Repository::new(QUARTERLY);
    let quiet = repository.night("2027-01-07", &[]);
    assert_eq!((quiet.status, quiet.out.as_str(), quiet.err.as_str(), quiet.asked.len()), (0, "", "", 0));
    let loud = repository.night("2027-01-08", &[("GAPCHECK_OUTPUT", "elsewhere")]);
    assert_eq!((loud.status, loud.asked.len()), (1, 0));
    assert!(loud.out.contains("Access review"), "{}", loud.out);
    assert!(repository.file("elsewhere/due.ics").exists());
    // How early it warns is for people to say.
    assert_eq!(repository.night("2027-01-01", &[("GAPCHECK_FAIL_WITHIN", "2w")]).status, 1);
    assert_eq!(repository.night("2026-12-31", &[("GAPCHECK_FAIL_WITHIN", "2w")]).status, 0);
}

/// The first night that warns and the first that says it is late, of an inventory of which nothing else is due.
fn nights(more: &str) -> (String, String) {
    let base = "organization: Acorn Ltd\nscope: { report: type1, as_of: 2027-12-31 }\ncontrols: []\n";
    let repository = Repository::new(&format!("{base}{more}"));
    let days = (1..=31).map(|day| format!("2027-03-{day:02}"));
    let (mut warned, mut late) = (None, None);
    for day in days {
        let night = repository.night(&day, &[]);
        let overdue = night.status == 1 && night.out.contains("day late");
        assert!(night.status < 2, "{night:?}");
        if night.status == 1 && warned.is_none() {
            warned = Some(day.clone());
        }
        if overdue && late.is_none() {
            late = Some(day);
        }
    }
    (warned.unwrap_or_default(), late.unwrap_or_default())
}

#[test]
fn reports_reviews_and_acceptances_are_warned_of_too() {
    // Each runs to 2027-03-20: a warning seven days before, late the day after.
    let expected = || ("2027-03-13".to_owned(), "2027-03-21".to_owned());
    let own =
        "reports: [{ kind: soc2-type2, period: { start: 2025-10-01, end: 2026-03-20 }, issued: 2026-05-01, url: x }]\n";
    assert_eq!(nights(own), expected());
    let test = "reports: [{ kind: penetration-test, date: 2026-03-20, url: x }]\n";
    assert_eq!(nights(test), expected());
    let document = "documents: [{ id: POL, title: Policy, url: x, approved_by: cto, approved: 2026-03-20 }]\n";
    assert_eq!(nights(document), expected());
    let review = "vendors: [{ id: v, reports: [{ kind: soc2-type1, date: 2026-02-01, reviewed: 2026-03-20 }] }]\n";
    assert_eq!(nights(review), expected());
    let acceptance = "acceptances: [{ gap: 'CC1.1:criterion-without-control', rationale: x, approved_by: cto, approved: 2026-10-01, expires: 2027-03-20 }]\n";
    assert_eq!(nights(acceptance), expected());
}

#[test]
fn the_newest_report_of_a_sort_counts_and_one_that_is_not_out_does_not() {
    let old = "{ kind: soc2-type1, date: 2026-03-20, url: x }";
    let newer = "{ kind: soc2-type2, period: { start: 2026-07-01, end: 2026-12-31 }, issued: 2027-02-20, url: x }";
    assert_eq!(nights(&format!("reports: [{old}, {newer}]\n")), (String::new(), String::new()));
    // Until it is issued the old one is what there is.
    let waiting = newer.replace("2027-02-20", "2027-03-25");
    let (warned, late) = nights(&format!("reports: [{old}, {waiting}]\n"));
    assert_eq!((warned.as_str(), late.as_str()), ("2027-03-13", "2027-03-21"));
    // A certificate says itself how long it runs, and nobody asks for a questionnaire anew.
    let certificate = "{ kind: iso27001, period: { start: 2024-03-21, end: 2027-03-20 }, url: x }";
    let expected = ("2027-03-13".to_owned(), "2027-03-21".to_owned());
    assert_eq!(nights(&format!("reports: [{certificate}]\n")), expected);
    let issued = certificate.replace("url: x", "issued: 2024-03-01, url: x");
    assert_eq!(nights(&format!("reports: [{issued}]\n")), expected);
    assert_eq!(
        nights("reports: [{ kind: questionnaire, date: 2026-03-20, url: x }]\n"),
        (String::new(), String::new())
    );
}

#[test]
fn a_night_that_could_not_look_is_never_a_quiet_one() {
    let repository = Repository::new(QUARTERLY);
    assert_eq!(repository.on_github("2027-01-08").status, 1);
    repository.write(&QUARTERLY.replace("CC6.2", "CC6.22"));
    let broken = repository.on_github("2027-01-09");
    assert_eq!((broken.status, broken.out.as_str(), broken.asked.len()), (2, "", 0));
    assert!(broken.err.contains("`CC6.22` is not one of the 61 criteria"), "{}", broken.err);
    assert!(broken.err.ends_with("gapcheck could not say what is due\n"), "{}", broken.err);
    // The list of the night before is not taken for this one's.
    assert!(!repository.file("gapcheck-due/due.md").exists());
    assert_eq!(repository.text("bin/open"), "1\n");
    fs::remove_file(repository.file("bin/gapcheck")).unwrap();
    assert_eq!(repository.on_github("2027-01-09").status, 2);
    let nowhere = repository.night("2027-01-09", &[("GAPCHECK_INVENTORY", "$(touch owned)")]);
    assert_eq!((nowhere.status, repository.file("owned").exists()), (2, false));
}

#[test]
fn what_is_longer_than_github_takes_is_cut_behind_a_line() {
    let control =
        "name: 'Überprüfung von allem, was es gibt', criteria: [CC6.2], status: implemented, frequency: quarterly";
    let controls: Vec<String> = (0..600).map(|at| format!("  - {{ id: C-{at}, {control} }}\n")).collect();
    let controls = controls.concat();
    let scope = "scope: { report: type2, period: { start: 2026-07-01, end: 2026-12-31 } }";
    let repository = Repository::new(&format!("organization: Acorn Ltd\n{scope}\ncontrols:\n{controls}"));
    assert_eq!(repository.on_github("2027-01-08").status, 1);
    let whole = repository.text("gapcheck-due/due.md");
    assert!(whole.len() > 100_000, "{}", whole.len());
    let body = repository.text("bin/body");
    let (kept, told) = body.rsplit_once("\n\n").unwrap();
    assert_eq!(told, "The list goes on: `due.md` and `due.ics` of this run have all of it.\n");
    assert!(body.len() < 60_200 && whole.starts_with(kept) && kept.ends_with('|'), "{}", kept.len());
}

#[test]
fn the_workflow_asks_for_no_more_than_it_needs() {
    let workflow: serde_yaml::Value =
        serde_yaml::from_str(&fs::read_to_string(root().join("ci/nightly-github.yml")).unwrap()).unwrap();
    let permissions = serde_json::to_value(&workflow["permissions"]).unwrap();
    assert_eq!(permissions, serde_json::json!({ "contents": "read", "issues": "write" }));
    let steps = workflow["jobs"]["due"]["steps"].as_sequence().unwrap();
    let mut pinned = 0;
    for step in steps {
        if let Some(uses) = step["uses"].as_str() {
            let (_, hash) = uses.split_once('@').unwrap();
            assert!(hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{uses}");
            pinned += 1;
        }
        // What a workflow hands over comes as variables: never as part of the script.
        assert!(!step["run"].as_str().unwrap_or_default().contains("${{"));
    }
    assert_eq!(pinned, 2);
    for file in ["ci/nightly-github.yml", "ci/nightly-gitlab.yml", "ci/nightly.cron"] {
        assert!(fs::read_to_string(root().join(file)).unwrap().contains("sh ci/nightly.sh"), "{file}");
    }
}

#[test]
fn the_issue_is_the_oldest_that_the_script_opened() {
    let repository = Repository::new(QUARTERLY);
    assert_eq!(repository.on_github("2027-01-07").status, 0);
    // One that somebody else put the label on has another title, and keeps its text.
    assert_eq!(repository.text("bin/jq"), "map(select(.title == \"Evidence is due\") | .number) | min // empty\n");
}

#[test]
fn an_issue_that_could_not_be_kept_is_neither_a_quiet_night_nor_a_warning() {
    let repository = Repository::new(QUARTERLY);
    fs::write(repository.file("bin/broken"), "").unwrap();
    for day in ["2027-01-07", "2027-01-08"] {
        let night = repository.on_github(day);
        assert_eq!(
            (night.status, night.err.as_str()),
            (2, "the issue `evidence-due` could not be kept up to date\n"),
            "{day}"
        );
    }
    fs::remove_file(repository.file("bin/gh")).unwrap();
    let night = repository.on_github("2027-01-07");
    assert_eq!(night.status, 2, "{night:?}");
}

#[test]
fn any_folder_will_do_for_the_lists() {
    let repository = Repository::new(QUARTERLY);
    for folder in ["-o", "a=b", "with blanks", "json=x"] {
        let night = repository.night("2027-01-08", &[("GAPCHECK_OUTPUT", folder)]);
        assert_eq!((night.status, night.err.as_str()), (1, ""), "{folder}");
        assert!(repository.file(folder).join("due.md").exists(), "{folder}");
    }
    // Where there can be none, nobody was told anything.
    let night = repository.night("2027-01-07", &[("GAPCHECK_OUTPUT", "inventory.yaml/x")]);
    assert_eq!(night.status, 2, "{night:?}");
}
