//! The data that gapcheck comes with: the lexicon is sound, and what was fitted fits it.

use std::collections::{BTreeMap, BTreeSet};

use gapcheck::load::catalog::bundled;
use gapcheck::propose::lexicon::{Step, fitted, lexicon};
use gapcheck::propose::words::words;

#[test]
fn the_lexicon_speaks_for_criteria_and_points_that_exist() {
    let catalog = bundled().unwrap();
    for concept in lexicon().unwrap() {
        assert!(!concept.weights.0.is_empty(), "{} speaks for nothing", concept.about);
        for (named, tenths) in &concept.weights.0 {
            let criterion = catalog.criterion(named.criterion);
            let criterion = criterion.unwrap_or_else(|| panic!("{}: {named} does not exist", concept.about));
            let exists = named.point.as_deref().is_none_or(|slug| criterion.point(slug).is_some());
            assert!(exists, "{}: {named} is no point of focus", concept.about);
            assert!((1..=10).contains(tenths), "{}: {named} weighs {tenths}", concept.about);
        }
    }
}

#[test]
fn every_phrase_says_something_and_every_concept_is_said() {
    let mut abouts = BTreeSet::new();
    for concept in lexicon().unwrap() {
        assert!(abouts.insert(concept.about.clone()), "{} stands twice", concept.about);
        assert!(!concept.say.is_empty() || !concept.ids.is_empty(), "nobody can say {}", concept.about);
        let mut phrases = BTreeSet::new();
        for phrase in &concept.say {
            assert!(!words(phrase).is_empty(), "{}: `{phrase}` has no word that says something", concept.about);
            assert!(phrases.insert(phrase), "{}: `{phrase}` stands twice", concept.about);
        }
        for id in &concept.ids {
            assert!(id.bytes().all(|byte| byte.is_ascii_lowercase()), "{}: `{id}` is no part of an id", concept.about);
        }
    }
}

#[test]
fn every_criterion_is_spoken_for_by_some_concept() {
    let lexicon = lexicon().unwrap();
    let spoken: BTreeSet<_> =
        lexicon.iter().flat_map(|concept| concept.weights.0.iter().map(|(named, _)| named.criterion)).collect();
    let silent: Vec<String> = bundled()
        .unwrap()
        .criteria
        .iter()
        .filter(|one| !spoken.contains(&one.id))
        .map(|one| one.id.to_string())
        .collect();
    assert_eq!(silent, [] as [&str; 0]);
}

#[test]
fn what_was_fitted_is_about_the_lexicon_and_adds_no_criterion_to_it() {
    let fitted = fitted().unwrap();
    let lexicon = lexicon().unwrap();
    let named: BTreeMap<String, BTreeSet<String>> = lexicon
        .iter()
        .map(|concept| {
            let criteria = concept.weights.0.iter().map(|(named, _)| named.criterion.to_string());
            (concept.about.clone(), criteria.collect())
        })
        .collect();
    let of_fitted: BTreeMap<String, BTreeSet<String>> =
        fitted.weights.iter().map(|(about, weights)| (about.clone(), weights.keys().cloned().collect())).collect();
    assert_eq!(of_fitted, named, "fit the weights again: propose/README.md says how");
    assert!(fitted.weights.values().flat_map(BTreeMap::values).all(|share| *share <= 1000));
}

#[test]
fn confidence_rises_with_the_share() {
    let fitted = fitted().unwrap();
    for steps in [&fitted.confidence.described, &fitted.confidence.named, &fitted.confidence.later] {
        assert!(steps.len() >= 3, "{steps:?}");
        let rises = |two: &[Step]| two[0].from < two[1].from && two[0].percent <= two[1].percent;
        assert!(steps.windows(2).all(rises), "{steps:?}");
        assert!(steps.iter().all(|step| step.percent < 100), "nothing is certain: {steps:?}");
    }
}
