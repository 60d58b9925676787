//! How fast gapcheck is, as ratios within one run: reading against the fastest YAML event parser, the whole against both.
//!
//! `cargo bench` prints the tables of the README. `cargo bench -- --write 10000 FILE` writes the inventory it measures,
//! `cargo bench -- --plan` measures the plan alone, `--formats` the formats, `--import` importing, `--portfolio` many
//! inventories at once and `--programme` what comes after the first report.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark that cannot go on should panic, and may print"
)]

mod foreign;
mod inventory;
mod portfolio;
mod programme;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use gapcheck::Request;
use gapcheck::assess::standing::standings;
use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::map;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::date::Date;
use gapcheck::model::files::Files;
use gapcheck::plan::{Ground, plan};
use gapcheck::report::{FORMATS, Options, by_name};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let catalog = bundled().expect("the catalog reads");
    if arguments == ["--plan"] {
        return planning(&catalog);
    }
    if arguments == ["--formats"] {
        return rendering(&catalog);
    }
    if arguments == ["--import"] {
        return foreign::importing(&catalog);
    }
    if arguments == ["--portfolio"] {
        return portfolio::portfolio();
    }
    if arguments == ["--programme"] {
        return programme::programme();
    }
    if let [write, controls, path] = arguments.as_slice() {
        assert_eq!(write, "--write", "the other option");
        let controls = controls.parse().expect("a number of controls");
        return std::fs::write(path, inventory::inventory(controls)).expect("a file that can be written");
    }
    println!(
        "{:>9} {:>9} {:>12} {:>12} {:>12} {:>8} {:>8}",
        "controls", "MB", "events", "check", "assess", "check/ev", "assess/ev"
    );
    for (controls, rounds) in [(100, 60), (1_000, 30), (10_000, 10), (100_000, 3)] {
        library(&catalog, controls, rounds);
    }
    println!();
    planning(&catalog);
    rendering(&catalog);
    foreign::importing(&catalog);
    portfolio::portfolio();
    programme::programme();
    for controls in [100, 10_000] {
        processes(controls);
    }
}

/// The plan of 2,000 gaps, simulation included: the best of several rounds.
fn planning(catalog: &Catalog) {
    let as_of = Date::new(2026, 11, 22).expect("a day");
    let sources = single("bench.yaml", &inventory::inventory(8_000));
    let inventory = gapcheck::read(&sources, catalog, as_of).unwrap_or_else(|_| panic!("the inventory is good"));
    let request = Request { as_of, fail_on: None, baseline: None };
    let mut gaps = gapcheck::assess(&sources, &inventory, catalog, &Files::default(), &request).gaps;
    // Of many controls alike, every second gap, so that all kinds are among them.
    gaps.retain(|gap| gap.number % 2 == 0);
    gaps.truncate(2_000);
    assert_eq!(gaps.len(), 2_000, "more controls are needed");
    let coverage = map::coverage(catalog, &inventory);
    let standings = standings(&inventory, &Files::default(), as_of);
    let ground =
        Ground { catalog, inventory: &inventory, coverage: &coverage, standings: &standings, as_of, odds: true };
    let best = (0..20).map(|_| timed(|| plan(&ground, &gaps))).min().unwrap_or_default();
    let made = plan(&ground, &gaps);
    println!(
        "plan of 2,000 gaps: {:.1} ms, {} tasks, {} runs of the simulation",
        best.as_secs_f64() * 1e3,
        made.tasks.len(),
        made.forecast.map_or(0, |forecast| forecast.runs)
    );
}

/// Each format of an assessment with some 10,000 gaps, against reading and assessing the same: the best of three rounds.
fn rendering(catalog: &Catalog) {
    let text = inventory::inventory(17_000);
    let as_of = Date::new(2026, 11, 22).expect("a day");
    let sources = single("bench.yaml", &text);
    let inventory = gapcheck::read(&sources, catalog, as_of).unwrap_or_else(|_| panic!("the inventory is good"));
    let request = Request { as_of, fail_on: None, baseline: None };
    let read = || gapcheck::read(&single("bench.yaml", &text), catalog, as_of).is_ok();
    let assess = || gapcheck::assess(&sources, &inventory, catalog, &Files::default(), &request);
    let best = |work: &dyn Fn()| (0..3).map(|_| timed(work)).min().unwrap_or_default().as_secs_f64() * 1e3;
    let whole = best(&|| assert!(read())) + best(&|| drop(assess()));
    let assessment = assess();
    println!(
        "assessing {} gaps: {whole:.0} ms; rendering them, and that against the assessment:",
        assessment.gaps.len()
    );
    for format in FORMATS {
        let took = best(&|| drop(std::hint::black_box((format.render)(&assessment, &Options::default()))));
        println!("{:>16} {took:>8.0} ms {:>6.2}", format.name, took / whole);
    }
}

/// Reading and assessing in the library against the events alone: the best of several rounds, taken in turn.
fn library(catalog: &Catalog, controls: usize, rounds: usize) {
    let text = inventory::inventory(controls);
    let as_of = Date::new(2026, 11, 22).expect("a day");
    let mut best = [Duration::MAX; 3];
    for _ in 0..rounds {
        let events = timed(|| saphyr_parser::Parser::new_from_str(&text).flatten().count());
        let check = timed(|| gapcheck::read(&single("bench.yaml", &text), catalog, as_of).is_ok());
        let assess = timed(|| assess(catalog, &text, as_of));
        for (best, took) in best.iter_mut().zip([events, check, assess]) {
            *best = (*best).min(took);
        }
    }
    let ms = best.map(|took| took.as_secs_f64() * 1e3);
    println!(
        "{controls:>9} {:>9.2} {:>9.2} ms {:>9.2} ms {:>9.2} ms {:>8.2} {:>8.2}",
        text.len() as f64 / 1e6,
        ms[0],
        ms[1],
        ms[2],
        ms[1] / ms[0],
        ms[2] / ms[0]
    );
}

fn assess(catalog: &Catalog, text: &str, as_of: Date) -> usize {
    let sources = single("bench.yaml", text);
    let inventory = gapcheck::read(&sources, catalog, as_of).unwrap_or_else(|_| panic!("the inventory is good"));
    let request = Request { as_of, fail_on: None, baseline: None };
    let assessment = gapcheck::assess(&sources, &inventory, catalog, &Files::default(), &request);
    let format = by_name("terminal").expect("the terminal");
    (format.render)(&assessment, &Options::default()).into_text().len()
}

/// The program as people start it, against a program that does nothing.
fn processes(controls: usize) {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{controls}.yaml"));
    std::fs::write(&path, inventory::inventory(controls)).expect("a file that can be written");
    let rounds = if controls > 1_000 { 10 } else { 40 };
    let gapcheck = Path::new(env!("CARGO_BIN_EXE_gapcheck"));
    let mut best = [Duration::MAX; 3];
    for _ in 0..rounds {
        let runs = [
            timed(|| run(Path::new("/bin/true"), &[])),
            timed(|| run(gapcheck, &["--version"])),
            timed(|| run(gapcheck, &["assess", path.to_str().expect("a path"), "--as-of", "2026-11-22"])),
        ];
        for (best, took) in best.iter_mut().zip(runs) {
            *best = (*best).min(took);
        }
    }
    let [nothing, version, assess] = best.map(|took| took.as_secs_f64() * 1e3);
    println!(
        "process, {controls} controls: /bin/true {nothing:.2} ms, gapcheck --version {version:.2} ms, gapcheck assess {assess:.2} ms"
    );
}

fn run(program: &Path, arguments: &[&str]) {
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).status().expect("a program that starts");
    assert!(status.success(), "{} {arguments:?}", program.display());
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed()
}
