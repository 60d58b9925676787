//! How well criteria are proposed, where `GAPCHECK_REAL_SOURCES` says that other people's mapped controls lie.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
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
    reason = "a test that cannot go on should panic, and may print"
)]

mod baseline;
mod fit;
mod labelled;

use std::path::Path;

use gapcheck::load::catalog::bundled;
use gapcheck::propose::Proposer;
use gapcheck::propose::lexicon::lexicon;

use crate::labelled::Labelled;

/// Sources whose ids mean something else than the standard's: their own titles of the criteria say so.
const OTHER_MEANINGS: [&str; 6] = ["A03", "A03b", "A04", "A10", "A11", "A18"];

/// What was proposed for a control, by each way.
struct Judged<'a> {
    control: &'a Labelled,
    ours: Vec<(String, u8)>,
    catalog: Vec<String>,
    neighbours: Vec<String>,
}

#[test]
fn measured() {
    let Some(file) = std::env::var_os("GAPCHECK_LABELLED") else { return };
    let all = labelled::labelled(Path::new(&file));
    let catalog = bundled().expect("the catalog");
    let lexicon = lexicon().expect("the lexicon");
    let controls: Vec<&Labelled> = all.iter().collect();
    let trusted: Vec<&Labelled> = all.iter().filter(|one| !OTHER_MEANINGS.contains(&one.source.as_str())).collect();
    let index = baseline::catalog_index(&catalog);
    let mut judged = Vec::new();
    for family in fit::families(&controls) {
        let others: Vec<&Labelled> = trusted.iter().copied().filter(|one| one.family != family).collect();
        let fitted = fit::fitted(&catalog, &lexicon, &others);
        let proposer = Proposer::new(&catalog, &lexicon, &fitted);
        let near = baseline::Index::of(&others.iter().map(|one| baseline::whole(one)).collect::<Vec<_>>());
        for control in controls.iter().filter(|one| one.family == family) {
            let ours = proposer.proposals(&fit::text(control));
            judged.push(Judged {
                control,
                ours: ours.iter().map(|one| (one.criterion.to_string(), one.confidence)).collect(),
                catalog: baseline::by_catalog(&catalog, &index, control),
                neighbours: baseline::by_neighbours(&near, &others, control),
            });
        }
    }
    let held: Vec<&Judged<'_>> =
        judged.iter().filter(|one| !OTHER_MEANINGS.contains(&one.control.source.as_str())).collect();
    report(&held);
    println!("sources whose ids mean something else");
    report(&judged.iter().filter(|one| OTHER_MEANINGS.contains(&one.control.source.as_str())).collect::<Vec<_>>());
    let shipped = fit::fitted(&catalog, &lexicon, &trusted);
    std::fs::write("/tmp/propose_lab/fitted.yaml", fit::written(&shipped, &lexicon)).expect("written");
}

fn report(judged: &[&Judged<'_>]) {
    let ours = |one: &Judged<'_>| one.ours.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
    row("ours", judged, ours);
    row("tf-idf", judged, |one| one.catalog.clone());
    row("neighbours", judged, |one| one.neighbours.clone());
    for (name, from) in [("first", 0), ("later", 1)] {
        let mut bins = vec![(0, 0, 0); 11];
        for one in judged {
            for (at, (id, confidence)) in one.ours.iter().enumerate() {
                if (at > 0) == (from > 0) {
                    let bin = &mut bins[usize::from(*confidence) / 10];
                    bin.0 += 1;
                    bin.1 += usize::from(*confidence);
                    bin.2 += usize::from(one.control.labels.contains(id));
                }
            }
        }
        let shown = bins.iter().enumerate().filter(|(_, bin)| bin.0 > 0);
        println!(
            "{name} {}",
            shown
                .map(|(at, bin)| format!("{}0: n {} told {} right {}", at, bin.0, bin.1 / bin.0, 100 * bin.2 / bin.0))
                .collect::<Vec<_>>()
                .join(" | ")
        );
    }
    for threshold in [50, 60, 65, 70, 75] {
        let written: Vec<bool> = judged
            .iter()
            .flat_map(|one| {
                one.ours.iter().filter(|(_, c)| *c >= threshold).map(|(id, _)| one.control.labels.contains(id))
            })
            .collect();
        let covered = judged.iter().filter(|one| one.ours.iter().any(|(_, c)| *c >= threshold)).count();
        println!(
            "at {threshold}: {} written, precision {:.3}, coverage {:.3}",
            written.len(),
            written.iter().filter(|r| **r).count() as f64 / written.len() as f64,
            covered as f64 / judged.len() as f64
        );
    }
    println!("none {}", judged.iter().filter(|one| one.ours.is_empty()).count());
}

fn row(name: &str, judged: &[&Judged<'_>], proposed: impl Fn(&Judged<'_>) -> Vec<String>) {
    let mut sources: Vec<&str> = judged.iter().map(|one| one.control.source.as_str()).collect();
    sources.sort();
    sources.dedup();
    let figures = |these: &[&&Judged<'_>]| {
        let mut sums = [0.0; 3];
        for one in these {
            let proposed = proposed(one);
            let right: Vec<bool> = proposed.iter().take(3).map(|id| one.control.labels.contains(id)).collect();
            let n = right.iter().filter(|r| **r).count() as f64;
            sums[0] += f64::from(u8::from(right.first() == Some(&true)));
            sums[1] += n / one.control.labels.len() as f64;
            sums[2] += f64::from(u8::from(n > 0.0));
        }
        sums.map(|sum| sum / these.len() as f64)
    };
    let micro = figures(&judged.iter().collect::<Vec<_>>());
    let by: Vec<(&str, [f64; 3])> = sources
        .iter()
        .map(|s| (*s, figures(&judged.iter().filter(|one| one.control.source == *s).collect::<Vec<_>>())))
        .collect();
    let macro_ = [0, 1, 2].map(|at| by.iter().map(|(_, f)| f[at]).sum::<f64>() / by.len() as f64);
    println!(
        "{name:12} micro {micro:.3?} macro {macro_:.3?}  {}",
        by.iter().map(|(s, f)| format!("{s} {:.2}", f[0])).collect::<Vec<_>>().join(" ")
    );
}
