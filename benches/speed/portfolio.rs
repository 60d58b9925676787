//! Many small inventories in one run: how many a second, by one hand and by all, against a program that does nothing.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::inventory::inventory;
use crate::timed;

/// How many inventories, and how many controls in each.
const CLIENTS: usize = 4_000;
const CONTROLS: usize = 10;
/// How often each is measured; the best counts.
const ROUNDS: usize = 5;

/// Inventories a second as JSON lines, with one hand and with more, and with a report for each.
pub fn portfolio() {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("portfolio");
    let (clients, reports) = (root.join("clients"), root.join("reports"));
    std::fs::remove_dir_all(&root).ok();
    std::fs::create_dir_all(&clients).expect("a folder");
    let text = inventory(CONTROLS);
    for number in 0..CLIENTS {
        let text = text.replacen("Bench Co.", &format!("Bench {number}"), 1);
        std::fs::write(clients.join(format!("client-{number:05}.yaml")), text).expect("a file that can be written");
    }
    let all = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "portfolio: {CLIENTS} inventories of {CONTROLS} controls, {:.1} KB each, as JSON lines",
        text.len() as f64 / 1e3
    );
    let mut alone = None;
    for jobs in [1, 2, 4, 8].into_iter().filter(|jobs| *jobs <= all.max(1)) {
        let took = best(|| run(&clients, jobs, &[]));
        let one = *alone.get_or_insert(took);
        println!(
            "{jobs:>9} at once {:>8.0} ms {:>8.0} a second {:>6.2} of one alone",
            took.as_secs_f64() * 1e3,
            CLIENTS as f64 / took.as_secs_f64(),
            one.as_secs_f64() / took.as_secs_f64()
        );
    }
    let folder = reports.to_str().expect("a path");
    let took = timed(|| run(&clients, all, &["--reports", folder, "--report-format", "html"]));
    println!("  with a page for each {:>8.0} a second", CLIENTS as f64 / took.as_secs_f64());
    std::fs::remove_dir_all(&root).ok();
}

fn best(work: impl Fn()) -> Duration {
    (0..ROUNDS).map(|_| timed(&work)).min().unwrap_or_default()
}

fn run(clients: &Path, jobs: usize, more: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command.arg("portfolio").arg(clients).args(["--as-of", "2026-11-22", "-f", "jsonl", "--jobs", &jobs.to_string()]);
    let status = command.args(more).stdout(Stdio::null()).status().expect("a program that starts");
    assert!(status.success(), "{command:?}");
}
