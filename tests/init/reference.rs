//! The data behind a first inventory: whole, in our words, and true to the catalog.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use gapcheck::init::people::Role;
use gapcheck::init::reference::{AREAS, Control, Document, bundled};

use crate::{FORBIDDEN, the_catalog};

fn all() -> Vec<Control> {
    bundled().expect("the reference").areas.into_iter().flat_map(|area| area.controls).collect()
}

#[test]
fn every_file_of_the_folder_is_bundled() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("init/reference");
    let there: BTreeSet<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let bundled: BTreeSet<String> = AREAS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(there, bundled);
}

#[test]
fn every_control_is_whole_and_its_ids_lead_somewhere() {
    let (catalog, reference, controls) = (the_catalog(), bundled().unwrap(), all());
    let ids: BTreeSet<&str> = controls.iter().map(|control| control.id.as_str()).collect();
    assert_eq!(ids.len(), controls.len(), "an id stands twice");
    let documents: BTreeSet<&str> = reference.documents.iter().map(Document::name).collect();
    assert_eq!(documents.len(), reference.documents.len());
    let mut used = BTreeSet::new();
    for control in &controls {
        let id = &control.id;
        for named in &control.criteria {
            let criterion = catalog.criterion(named.criterion).unwrap_or_else(|| panic!("{id}: {named}"));
            assert!(criterion.kinds.contains(&control.kind), "{id}: {named} and {}", control.kind);
            assert!(named.point.as_ref().is_none_or(|slug| criterion.point(slug).is_some()), "{id}: {named}");
        }
        assert!((1..=12).contains(&control.criteria.len()) && !control.evidence_wanted.is_empty(), "{id}");
        assert!(!control.documents.is_empty(), "{id}");
        for document in &control.documents {
            assert!(documents.contains(document.as_str()), "{id}: {document}");
            used.insert(document.clone());
        }
        let longest = control.evidence_wanted.iter().map(String::len).max();
        assert!(control.name.len() <= 70 && control.description.len() <= 340 && longest < Some(90), "{id}");
        assert!(control.description.ends_with('.') && !control.name.ends_with('.'), "{id}");
    }
    assert_eq!(used.len(), documents.len(), "a document that no control calls for");
}

#[test]
fn what_stands_in_for_another_addresses_what_it_does_for_teams_it_is_not_for() {
    let controls = all();
    let mut compensating = 0;
    for control in &controls {
        let Some(other) = &control.instead_of else {
            assert!(control.why.is_none(), "{}", control.id);
            continue;
        };
        let other =
            controls.iter().find(|known| known.id == *other).unwrap_or_else(|| panic!("{}: {other}", control.id));
        let apart = control.people.to < other.people.from || other.people.to < control.people.from;
        assert!(apart || control.privacy != other.privacy, "{}", control.id);
        assert!(control.why.is_some(), "{}", control.id);
        let criteria =
            |control: &Control| control.criteria.iter().map(|named| named.criterion).collect::<BTreeSet<_>>();
        let (mine, theirs) = (criteria(control), criteria(other));
        let common = theirs.intersection(&mine).count();
        assert!(2 * common >= theirs.len(), "{}: {mine:?} for {theirs:?}", control.id);
        compensating += usize::from(control.people.to == 5);
    }
    assert_eq!(compensating, 12);
}

#[test]
fn only_known_words_stand_in_braces() {
    let known = ["owner", "organization", "system", "cloud", "identity provider", "code host", "hr", "reviewer"];
    let roles = Role::ALL.map(Role::word);
    for control in all() {
        for part in control.description.split('{').skip(1) {
            let key = part.split_once('}').unwrap_or_else(|| panic!("{}", control.id)).0;
            let lower = key.to_lowercase();
            assert!(known.contains(&&*lower) || roles.contains(&&*lower), "{}: {key}", control.id);
        }
        // A name at the beginning of a sentence may not want a capital, and a word of ours must have one.
        assert!(!control.description.starts_with("{organization}"), "{}", control.id);
        for wrong in [". {", ": {owner} "] {
            let after = control.description.split(wrong).nth(1).and_then(|rest| rest.chars().next());
            assert!(wrong != ". {" || after.is_none_or(char::is_uppercase), "{}", control.id);
        }
    }
}

#[test]
fn the_words_are_ours() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("init");
    let texts = [folder.join("documents.yaml"), folder.join("README.md"), folder.join("stack.yaml")];
    let texts = texts.iter().map(|path| fs::read_to_string(path).unwrap());
    for text in texts.chain(AREAS.iter().map(|(_, text)| (*text).to_owned())) {
        let text = text.to_lowercase();
        assert_eq!(FORBIDDEN.iter().find(|word| text.contains(*word)), None);
    }
}
