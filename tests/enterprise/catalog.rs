//! The data: unique ids, criteria and points that exist, documents that are asked for, wording within bounds.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use gapcheck::load::catalog::bundled;
use gapcheck::load::enterprise::{THEMES, asked};
use gapcheck::model::enterprise_asked::Found;
use gapcheck::model::words::Subject;

#[test]
fn every_question_is_bound_to_what_exists() {
    let (catalog, asked) = (bundled().unwrap(), asked().unwrap());
    let papers: BTreeSet<&str> = asked.documents.iter().map(|document| document.id.as_str()).collect();
    assert_eq!((papers.len(), asked.documents.len()), (20, 20));
    assert_eq!((asked.themes.len(), asked.questions()), (18, 98));
    let mut met = BTreeSet::new();
    for theme in &asked.themes {
        assert!(met.insert(theme.theme.clone()), "{}", theme.theme);
        for question in &theme.questions {
            let id = format!("{}/{}", theme.theme, question.id);
            assert!(met.insert(id.clone()), "{id}");
            assert!(question.asks.ends_with('?') && question.asks.len() <= 130, "{id}: {}", question.asks);
            assert!(!question.criteria.is_empty() || !question.documents.is_empty(), "{id} is bound to nothing");
            assert!(question.criteria.is_empty() || !(question.words.is_empty() && question.points.is_empty()), "{id}");
            for criterion in &question.criteria {
                assert!(catalog.criterion(*criterion).is_some(), "{id}: {criterion}");
            }
            for point in &question.points {
                let (criterion, slug) = point.split_once('/').unwrap();
                let criterion = catalog.criterion(criterion.parse().unwrap()).unwrap();
                assert!(criterion.point(slug).is_some(), "{id}: {point}");
            }
            for paper in &question.documents {
                assert!(papers.contains(paper.as_str()), "{id}: {paper}");
            }
        }
    }
}

#[test]
fn every_document_can_be_found_and_every_subject_is_asked_for() {
    let asked = asked().unwrap();
    let mut subjects = BTreeSet::new();
    for document in &asked.documents {
        assert!(document.missing.ends_with('.'), "{}", document.id);
        match document.found {
            Found::Document | Found::SubProcessors => {
                let subject = document.subject.unwrap();
                assert_eq!(subject.word(), document.id);
                assert!(!document.titles.is_empty());
                subjects.insert(subject);
            }
            Found::Soc2Report | Found::PenetrationTest => assert_eq!(document.subject, None),
        }
    }
    assert_eq!(subjects, Subject::ALL.iter().copied().collect());
    // Each is the answer to a question.
    let questions = || asked.themes.iter().flat_map(|theme| &theme.questions);
    for document in &asked.documents {
        let is_asked = questions().any(|question| question.documents.contains(&document.id));
        let alone = ["code-of-conduct", "risk-management"].contains(&document.id.as_str());
        assert!(is_asked != alone, "{}", document.id);
    }
}

#[test]
fn every_theme_in_the_folder_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("criteria/enterprise");
    let there: BTreeSet<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let known = THEMES.iter().map(|(name, _)| (*name).to_owned());
    let known: BTreeSet<String> = known.chain(["README.md", "documents.yaml"].map(str::to_owned)).collect();
    assert_eq!(there, known);
}
