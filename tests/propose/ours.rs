//! Controls of our own invention: what is proposed for each, what speaks for it, and where nothing is.

use std::sync::OnceLock;

use gapcheck::load::catalog::bundled;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::proposal::{Proposal, Reason};
use gapcheck::propose::lexicon::{Concept, fitted, lexicon};
use gapcheck::propose::{Proposer, Text};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mapped {
    name: String,
    description: String,
    criteria: Vec<String>,
    #[serde(default)]
    first: Option<String>,
}

fn ours() -> Vec<Mapped> {
    serde_yaml::from_str(include_str!("controls.yaml")).expect("a list of controls")
}

fn proposals(text: &Text<'_>) -> Vec<Proposal> {
    static GROUND: OnceLock<(Catalog, Vec<Concept>)> = OnceLock::new();
    static PROPOSER: OnceLock<Proposer<'static>> = OnceLock::new();
    let (catalog, lexicon) = GROUND.get_or_init(|| (bundled().unwrap(), lexicon().unwrap()));
    PROPOSER.get_or_init(|| Proposer::new(catalog, lexicon, &fitted().unwrap())).proposals(text)
}

fn named(name: &str, description: &str) -> Vec<Proposal> {
    proposals(&Text { name, description, ..Text::default() })
}

fn ids(proposals: &[Proposal]) -> Vec<String> {
    proposals.iter().map(|one| one.criterion.to_string()).collect()
}

#[test]
fn what_stands_first_is_what_a_person_would_say() {
    let mut wrong = Vec::new();
    for control in ours() {
        let first = ids(&named(&control.name, &control.description)).first().cloned().unwrap_or("none".to_owned());
        // What it gets wrong is written down; everything else is right.
        let as_expected = control.first.map_or(control.criteria.contains(&first), |other| other == first);
        if !as_expected {
            wrong.push(format!("{}: {first}", control.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_a_person_would_say_is_among_three() {
    let missing = ours().into_iter().filter(|control| {
        let three = ids(&named(&control.name, &control.description));
        !control.criteria.iter().any(|id| three.contains(id))
    });
    let missing: Vec<String> = missing.map(|control| control.name).collect();
    assert_eq!(missing, [] as [&str; 0]);
}

#[track_caller]
fn assert_first(text: &Text<'_>, criterion: &str, point: &str, reasons: &[(&str, &str)]) {
    let proposals = proposals(text);
    let first = proposals.first().expect("a proposal");
    let reasons: Vec<Reason> = reasons
        .iter()
        .map(|(words, about)| Reason { words: (*words).to_owned(), about: Some((*about).to_owned()) })
        .collect();
    assert_eq!((first.criterion.to_string().as_str(), first.point.as_deref()), (criterion, Some(point)));
    assert_eq!(first.reasons, reasons);
}

#[test]
fn the_reasons_are_words_of_the_control() {
    assert_first(
        &Text { name: "MFA for everybody", description: "Okta demands a second factor.", ..Text::default() },
        "CC6.1",
        "authentication",
        &[("MFA", "multi-factor authentication"), ("Okta", "single sign-on")],
    );
    assert_first(
        &Text {
            name: "Leavers",
            description: "HR has the access  of departing\nemployees removed.",
            ..Text::default()
        },
        "CC6.2",
        "stale-credentials",
        &[("Leavers", "leavers")],
    );
    assert_first(
        &Text { name: "Twice a year", description: "A restore of the backup is tested.", ..Text::default() },
        "A1.3",
        "restore-check",
        &[("restore of the backup is tested", "restore tests")],
    );
}

#[test]
fn where_only_the_catalog_speaks_its_words_are_the_reasons() {
    let proposals = named("Goals stated clearly", "So that what threatens them can be recognised and judged.");
    let first = proposals.first().expect("a proposal");
    assert_eq!(first.criterion.to_string(), "CC3.1");
    assert_eq!(first.reasons.iter().map(|one| one.about.clone()).collect::<Vec<_>>(), [None, None, None]);
}

#[test]
fn where_nothing_speaks_nothing_is_proposed() {
    for name in [
        "",
        "Foo bar",
        "The coffee machine is cleaned every Friday",
        "Lunch is served at noon in the canteen",
        "Procurement of furniture",
        "CC6.1",
        "Übung macht den Meister",
        "\u{202e}\u{1b}[31m🦀\0",
    ] {
        assert_eq!(named(name, ""), [], "{name}");
    }
}

#[test]
fn the_number_of_a_control_hints_at_its_family() {
    let bare = proposals(&Text { id: "17", name: "Policy and procedures", ..Text::default() });
    let within = proposals(&Text { id: "PE-1", name: "Policy and procedures", ..Text::default() });
    let slug = proposals(&Text { id: "pe-policy", name: "Policy and procedures", ..Text::default() });
    assert_eq!(bare, slug, "the words of a slug stand in the name too");
    assert!(!ids(&bare).contains(&"CC6.4".to_owned()));
    assert!(ids(&within).contains(&"CC6.4".to_owned()), "{:?}", ids(&within));
}

#[test]
fn a_long_text_is_read_from_its_beginning() {
    let about_backups = format!("Backups are made. {}", "and lunch is served and ".repeat(400));
    let then_more = format!("{about_backups} Whistleblower hotline.");
    assert_eq!(ids(&named("Rule", &about_backups)), ids(&named("Rule", &then_more)));
    assert_eq!(ids(&named("Rule", &about_backups)).first().map(String::as_str), Some("A1.2"));
    let endless = "access review test ".repeat(20_000);
    assert!(!named("Endless", &endless).is_empty());
}
