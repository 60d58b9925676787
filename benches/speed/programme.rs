//! What comes after the first report, each command as a process against `gapcheck assess` of the same inventory.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::inventory::inventory;
use crate::timed;

/// How many controls the inventory has.
const CONTROLS: usize = 1_000;
/// How many revisions a history has, and how many controls in each.
const REVISIONS: usize = 200;
const CONTROLS_OF_A_REVISION: usize = 100;
/// How many megabytes of evidence go into a binder.
const EVIDENCE: usize = 256;
/// How many items a population has.
const ITEMS: usize = 100_000;
/// How often each is measured; the best counts.
const ROUNDS: usize = 5;

/// Every command over one inventory, then a binder against hashing, a sample, and a history against one assessment.
pub fn programme() {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("programme");
    std::fs::remove_dir_all(&root).ok();
    std::fs::create_dir_all(&root).expect("a folder");
    let text = inventory(CONTROLS);
    put(&root, "old.yaml", &text);
    // Every name is another, and so are the criteria and the owners of some controls.
    let changed = text.replace("Review of access", "Regular review of access").replace("CC6.3", "CC6.4");
    put(&root, "new.yaml", &changed.replace("owner: p7", "owner: p8"));
    let base = best(|| run(&root, &["assess", "old.yaml", "--quiet"]));
    println!("{:<28} {:>8.0} ms", format!("assess of {CONTROLS} controls"), base.as_secs_f64() * 1e3);
    for command in [
        &["diff", "old.yaml", "new.yaml"][..],
        &["crosswalk", "iso27001", "old.yaml"],
        &["description", "old.yaml"],
        &["enterprise", "old.yaml"],
        &["evidence", "due", "old.yaml"],
    ] {
        against(&command[..command.len().min(2)].join(" "), best(|| run(&root, command)), base);
    }
    binder(&root);
    sample(&root);
    history(&root);
    std::fs::remove_dir_all(&root).ok();
}

/// A binder of large files against verifying them, which hashes the same bytes.
fn binder(root: &Path) {
    let mut text = "organization: Bench Co.\ncontrols:\n".to_owned();
    for file in 0..8 {
        let bytes: Vec<u8> = (0..EVIDENCE * 1_000_000 / 8).map(|at| (at * 31 + file) as u8).collect();
        std::fs::write(root.join(format!("{file}.bin")), bytes).expect("a file that can be written");
        text += &format!(
            "  - {{ id: C-{file}, name: Export, criteria: [CC6.1], status: implemented, evidence: [{{ path: {file}.bin }}] }}\n"
        );
    }
    put(root, "binder.yaml", &text);
    run(root, &["evidence", "lock", "binder.yaml"]);
    let base = best(|| run(root, &["evidence", "verify", "binder.yaml"]));
    println!("{:<28} {:>8.0} ms", format!("evidence verify of {EVIDENCE} MB"), base.as_secs_f64() * 1e3);
    against("evidence pack", best(|| run(root, &["evidence", "pack", "binder.yaml", "-o", "binder.zip"])), base);
}

/// A sample of many items.
fn sample(root: &Path) {
    let list: String = std::iter::once("id\n".to_owned()).chain((0..ITEMS).map(|at| format!("PR-{at}\n"))).collect();
    put(root, "list.csv", &list);
    let command = ["sample", "CTL-000001", "-i", "old.yaml", "--population", "list.csv", "-f", "csv"];
    let took = best(|| run(root, &command));
    println!("{:<28} {:>8.0} ms", format!("sample from {ITEMS} items"), took.as_secs_f64() * 1e3);
}

/// A history in which every revision changes the inventory, against assessing the last one once.
fn history(root: &Path) {
    let folder = root.join("history");
    std::fs::create_dir_all(&folder).expect("a folder");
    git(&folder, 0, &["init", "-q"]);
    let text = inventory(CONTROLS_OF_A_REVISION);
    for revision in 0..REVISIONS {
        put(&folder, "in.yaml", &text.replacen("number 7", &format!("number 7 of {revision}"), 1));
        git(&folder, revision, &["add", "in.yaml"]);
        git(&folder, revision, &["commit", "-qm", "change"]);
    }
    let base = best(|| run(&folder, &["assess", "in.yaml", "--quiet"]));
    println!("{:<28} {:>8.1} ms", format!("assess of {CONTROLS_OF_A_REVISION} controls"), base.as_secs_f64() * 1e3);
    let took = (0..2).map(|_| timed(|| run(&folder, &["trend", "in.yaml"]))).min().unwrap_or_default();
    against(&format!("trend, each of {REVISIONS}"), took / REVISIONS as u32, base);
}

fn against(what: &str, took: Duration, base: Duration) {
    let ratio = took.as_secs_f64() / base.as_secs_f64();
    println!("{what:>28} {:>8.1} ms {ratio:>6.2}", took.as_secs_f64() * 1e3);
}

fn put(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).expect("a file that can be written");
}

fn best(work: impl Fn()) -> Duration {
    (0..ROUNDS).map(|_| timed(&work)).min().unwrap_or_default()
}

/// Runs gapcheck on one day; its gate is not asked, so it ends well.
fn run(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command.current_dir(folder).args(arguments).stdout(Stdio::null());
    let dated = !["sample", "evidence"].contains(&arguments[0]) && arguments[0] != "trend";
    let command = if dated { command.args(["--as-of", "2026-11-22"]) } else { &mut command };
    let status = command.status().expect("a program that starts");
    assert!(status.success(), "{command:?}");
}

/// Runs git as somebody on some day, without what the machine has set.
fn git(folder: &Path, day: usize, arguments: &[&str]) {
    let date = format!("{} +0000", 1_780_000_000 + day * 86_400);
    let mut command = Command::new("git");
    command.current_dir(folder).args(["-c", "user.name=Bench", "-c", "user.email=bench@bench.example"]).args(arguments);
    command.env("GIT_AUTHOR_DATE", &date).env("GIT_COMMITTER_DATE", &date);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    assert!(command.status().expect("git").success(), "{command:?}");
}
