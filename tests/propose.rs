//! Criteria proposed from the words of controls: which, with which reasons, how surely, and what is taken of them.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
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

use gapcheck::load::catalog::bundled;
use gapcheck::propose::lexicon::{fitted, lexicon};
use gapcheck::propose::{Proposer, Text};
use serde::Deserialize;

#[derive(Deserialize)]
struct Mapped {
    name: String,
    description: String,
    criteria: Vec<String>,
    first: Option<String>,
}

fn ours() -> Vec<Mapped> {
    serde_yaml::from_str(include_str!("proposals/controls.yaml")).expect("a list of controls")
}

#[test]
fn most() {
    let catalog = bundled().unwrap();
    let lexicon = lexicon().unwrap();
    let proposer = Proposer::new(&catalog, &lexicon, &fitted().unwrap());
    for one in ours() {
        let p = proposer.proposals(&Text { name: &one.name, description: &one.description, ..Text::default() });
        let first = p.first().map(|p| p.criterion.to_string()).unwrap_or_default();
        let mark = if one.criteria.contains(&first) { "ok" } else { "XX" };
        println!(
            "{mark} {} {:?} | {}",
            one.name,
            one.criteria,
            p.iter()
                .map(|p| format!(
                    "{} {} {:?} {:?}",
                    p.criterion,
                    p.confidence,
                    p.point,
                    p.reasons.iter().map(|r| r.words.clone()).collect::<Vec<_>>()
                ))
                .collect::<Vec<_>>()
                .join(" | ")
        );
        let _ = one.first;
    }
    for t in [
        "The coffee machine is cleaned every Friday",
        "",
        "Foo bar",
        "Lunch is served at noon in the canteen",
        "Newsletter layout",
        "Procurement of furniture",
    ] {
        println!(
            "{t}: {:?}",
            proposer
                .proposals(&Text { name: t, ..Text::default() })
                .iter()
                .map(|p| format!("{} {}", p.criterion, p.confidence))
                .collect::<Vec<_>>()
        );
    }
}
