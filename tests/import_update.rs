//! An import into an inventory that is there already: what follows the source, what stays as somebody changed it.
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

mod common;

use std::collections::BTreeSet;

use gapcheck::edit::{edited, new};
use gapcheck::import::update::update;
use gapcheck::load::inventory::single;
use gapcheck::model::date::Date;
use gapcheck::model::edit::{Edit, Record, Written};
use gapcheck::model::import::{Import, ImportedControl, ImportedEvidence, ImportedTest};
use gapcheck::model::import_update::{Change, Memory, Update, What};
use gapcheck::model::inventory::Inventory;
use gapcheck::model::words::{EvidenceKind, Frequency, Status};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A control as a source tells it.
fn review() -> ImportedControl {
    ImportedControl {
        id: "AC-1".to_owned(),
        name: "Access review".to_owned(),
        criteria: vec!["CC6.2".to_owned(), "CC6.3".to_owned()],
        owner: Some("Jane Roe".to_owned()),
        frequency: Some(Frequency::Quarterly),
        evidence_wanted: vec!["The list: reviewed".to_owned()],
        ..ImportedControl::default()
    }
}

fn import(controls: &[ImportedControl]) -> Import {
    Import { controls: controls.to_vec(), ..Import::default() }
}

fn files() -> BTreeSet<String> {
    BTreeSet::from(["controls.csv".to_owned()])
}

fn read(text: &str) -> Inventory {
    gapcheck::read(&single("inventory.yaml", text), common::catalog(), common::as_of())
        .unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
}

/// The text of a first import, and what is remembered of it.
fn first(controls: &[ImportedControl]) -> (String, Memory) {
    let update = update(&import(controls), None, Memory::default(), &files());
    let mut head = Record::default();
    head.put("organization", Some(Written::Text("Acme".to_owned())));
    let added: Vec<Record> = update
        .edits
        .iter()
        .map(|edit| match edit {
            Edit::Add(record) => record.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    (new::inventory(&[], &head, &added), update.memory)
}

/// What the next import of a source changes in a text.
fn next(text: &str, memory: &Memory, controls: &[ImportedControl]) -> (Update, String) {
    let update = update(&import(controls), Some(&read(text)), memory.clone(), &files());
    let changed = edited(text, &update.edits).unwrap();
    read(&changed);
    (update, changed)
}

fn said(update: &Update) -> Vec<(&str, &What)> {
    update.changes.iter().map(|Change { control, what, .. }| (control.as_str(), what)).collect()
}

#[test]
fn a_first_import_is_written_as_by_hand_and_claims_nothing() {
    let evidence = ImportedEvidence {
        title: "Export".to_owned(),
        kind: Some(EvidenceKind::Report),
        path: Some("scans/a.json".to_owned()),
        covers: Some((day("2026-01-01"), day("2026-03-31"))),
        collected: Some(day("2026-03-31")),
        items: Some(3),
        ..ImportedEvidence::default()
    };
    let test = ImportedTest {
        date: Some(day("2026-03-31")),
        by: "prowler".to_owned(),
        source: Some("scans/a.json".to_owned()),
        period: Some((day("2026-01-01"), day("2026-03-31"))),
        size: 3,
        exceptions: vec![("bucket-1".to_owned(), "Public: yes".to_owned())],
    };
    let bare = ImportedControl { id: "B-1".to_owned(), name: "no".to_owned(), ..ImportedControl::default() };
    let shown =
        ImportedControl { evidence: vec![evidence], tests: vec![test], status: Some(Status::Implemented), ..review() };
    let (written, _) = first(&[shown, bare]);
    assert_eq!(
        written,
        "\
organization: Acme

controls:
  - id: AC-1
    name: Access review
    criteria: [CC6.2, CC6.3]
    owner: Jane Roe
    frequency: quarterly
    status: implemented
    evidence_wanted:
      - \"The list: reviewed\"
    evidence:
      - title: Export
        kind: report
        path: scans/a.json
        covers: { start: 2026-01-01, end: 2026-03-31 }
        collected: 2026-03-31
        items: 3
    tests:
      - of: operation
        date: 2026-03-31
        by: prowler
        period: { start: 2026-01-01, end: 2026-03-31 }
        population: { size: 3, source: scans/a.json, retrieved: 2026-03-31 }
        sample: { size: 3, method: all }
        exceptions:
          - item: bucket-1
            description: \"Public: yes\"
        conclusion: exception

  - id: B-1
    name: \"no\"
    criteria: []  # the source names none that exists
    status: planned  # the source does not say
"
    );
    read(&written);
}

#[test]
fn the_same_source_again_changes_nothing() {
    let (text, memory) = first(&[review()]);
    let (update, changed) = next(&text, &memory, &[review()]);
    assert_eq!((said(&update), changed), (vec![], text));
    assert_eq!(update.memory, memory);
}

#[test]
fn what_changed_in_the_source_changes_and_what_changed_by_hand_stays() {
    let (text, memory) = first(&[review()]);
    let by_hand = text.replace("owner: Jane Roe", "owner: Sam Poe  # since June").replace("planned", "implemented");
    let source = ImportedControl {
        name: "User access review".to_owned(),
        owner: Some("Kim Doe".to_owned()),
        criteria: vec!["CC6.2".to_owned(), "CC6.3".to_owned(), "CC6.1".to_owned()],
        description: Some("Each quarter.".to_owned()),
        ..review()
    };
    let (update, changed) = next(&by_hand, &memory, std::slice::from_ref(&source));
    assert_eq!(
        said(&update),
        [
            (
                "AC-1",
                &What::Updated { key: "name", from: "Access review".to_owned(), to: "User access review".to_owned() }
            ),
            ("AC-1", &What::Filled { key: "description", to: "Each quarter.".to_owned() }),
            (
                "AC-1",
                &What::Updated {
                    key: "criteria",
                    from: "CC6.2, CC6.3".to_owned(),
                    to: "CC6.2, CC6.3, CC6.1".to_owned()
                }
            ),
            ("AC-1", &What::Kept { key: "owner", ours: "Sam Poe".to_owned(), theirs: "Kim Doe".to_owned() }),
        ]
    );
    let expected = by_hand
        .replace("name: Access review", "name: User access review")
        .replace("[CC6.2, CC6.3]", "[CC6.2, CC6.3, CC6.1]");
    assert_eq!(changed, format!("{expected}    description: Each quarter.\n"));
    // Told once, not at every import: the source says the same as last time. It is told again when the source changes again.
    let (again, same) = next(&changed, &update.memory, &[source]);
    assert_eq!(same, changed);
    assert_eq!(said(&again).len(), 1, "who keeps another owner is told so until both agree: {:?}", again.changes);
}

#[test]
fn what_somebody_took_away_stays_away() {
    let (text, memory) = first(&[review()]);
    let by_hand = text.replace("    frequency: quarterly\n", "");
    let (update, changed) = next(&by_hand, &memory, &[review()]);
    assert_eq!((said(&update), changed), (vec![], by_hand));
}

#[test]
fn without_memory_what_the_inventory_says_stays() {
    let text = "organization: Acme\npeople: [{ id: jane, name: Jane Roe }]\ncontrols:\n  - { id: AC-1, name: Mine, criteria: [CC6.3], status: implemented }\n";
    let (update, changed) = next(text, &Memory::default(), &[review()]);
    assert_eq!(
        said(&update),
        [
            ("AC-1", &What::Kept { key: "name", ours: "Mine".to_owned(), theirs: "Access review".to_owned() }),
            ("AC-1", &What::Kept { key: "criteria", ours: "CC6.3".to_owned(), theirs: "CC6.2, CC6.3".to_owned() }),
            ("AC-1", &What::Filled { key: "owner", to: "jane".to_owned() }),
            ("AC-1", &What::Filled { key: "frequency", to: "quarterly".to_owned() }),
            ("AC-1", &What::Filled { key: "evidence_wanted", to: "The list: reviewed".to_owned() }),
        ]
    );
    assert_eq!(
        changed,
        "organization: Acme\npeople: [{ id: jane, name: Jane Roe }]\ncontrols:\n  - { id: AC-1, name: Mine, criteria: [CC6.3], status: implemented, owner: jane, frequency: quarterly, evidence_wanted: [\"The list: reviewed\"] }\n"
    );
    // A status that the source does not tell is nothing to follow.
    assert!(!update.memory.controls["AC-1"].values.contains_key("status"));
}

#[test]
fn an_owner_who_is_nobody_of_the_people_is_not_taken() {
    let text = "organization: Acme\npeople: [{ id: sam, name: Sam Poe }]\ncontrols: []\n";
    let (update, changed) = next(text, &Memory::default(), &[review()]);
    assert!(!changed.contains("owner"), "{changed}");
    let nobody = What::Nobody { owner: "Jane Roe".to_owned() };
    assert_eq!(said(&update), [("AC-1", &What::Added), ("AC-1", &nobody)]);
    let (again, _) = next(&changed, &update.memory, &[review()]);
    assert_eq!(said(&again), [("AC-1", &nobody)], "as long as it is so");
}

#[test]
fn what_left_the_source_is_named_and_stays() {
    let second = ImportedControl { id: "AC-2".to_owned(), name: "Joiners".to_owned(), ..review() };
    let (text, memory) = first(&[review(), second.clone()]);
    let (update, changed) = next(&text, &memory, &[review()]);
    assert_eq!((said(&update), changed), (vec![("AC-2", &What::Gone)], text.clone()));
    // Of what another file brought, and of what was written by hand, nothing is said.
    let other = BTreeSet::from(["others.csv".to_owned()]);
    let of_other = gapcheck::import::update::update(&import(&[review()]), Some(&read(&text)), memory, &other);
    assert_eq!(said(&of_other), []);
}

#[test]
fn evidence_and_tests_are_added_once() {
    let scan = |end: &str| ImportedControl {
        evidence: vec![ImportedEvidence {
            title: "Scan".to_owned(),
            path: Some("scan.json".to_owned()),
            covers: Some((day(end), day(end))),
            ..ImportedEvidence::default()
        }],
        tests: vec![ImportedTest {
            date: Some(day(end)),
            by: "prowler".to_owned(),
            source: Some("scans/a.json".to_owned()),
            period: Some((day(end), day(end))),
            size: 2,
            exceptions: vec![],
        }],
        ..review()
    };
    let (text, memory) = first(&[review()]);
    let (once, changed) = next(&text, &memory, &[scan("2026-10-01")]);
    assert_eq!(
        said(&once),
        [
            ("AC-1", &What::Extended { key: "evidence", number: 1 }),
            ("AC-1", &What::Extended { key: "tests", number: 1 })
        ]
    );
    let (twice, same) = next(&changed, &once.memory, &[scan("2026-10-01")]);
    assert_eq!((said(&twice), &same), (vec![], &changed));
    // The file was replaced by a later scan: what lay there before is no longer to be had, its test stays.
    let (later, after) = next(&changed, &once.memory, &[scan("2026-11-01")]);
    let told = What::Filled { key: "evidence", to: "2026-11-01 to 2026-11-01".to_owned() };
    assert_eq!(said(&later), [("AC-1", &told), ("AC-1", &What::Extended { key: "tests", number: 1 })]);
    assert_eq!(after.matches("path: scan.json").count(), 1);
    assert!(
        after.contains("covers: { start: 2026-11-01, end: 2026-11-01 }")
            && !after.contains("covers: { start: 2026-10-01")
    );
    assert_eq!(after.matches("- of: operation").count(), 2);
    // Another scan of the same day is another test.
    let mut other = scan("2026-10-01");
    other.tests[0].source = Some("azure.json".to_owned());
    let (second, _) = next(&changed, &once.memory, &[other]);
    assert_eq!(said(&second), [("AC-1", &What::Extended { key: "tests", number: 1 })]);
}
