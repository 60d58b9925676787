//! Changes to an inventory that somebody keeps by hand: what is changed, and that nothing else is.
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

use gapcheck::edit::edited;
use gapcheck::model::edit::{Edit, Record, Written};
use proptest::prelude::*;

const HAND_WRITTEN: &str = "\
# Our inventory. Ask Jane before you change it.
organization: Acme   # the legal name is longer

controls:
  # Access
  - id: A-1
    name: One # as the auditor calls it
    criteria:
      - CC6.1 # the door
    status: planned

  # one of a kind
  - { id: A-2, name: 'Two', criteria: [], status: planned }
  -
    id: A-3
    name: \"Three\"
    criteria: [CC6.3]
    status:   in-progress


# Who we depend on.
vendors: []
";

fn words(words: &[&str]) -> Written {
    Written::Words(words.iter().map(|word| (*word).to_owned()).collect())
}

fn texts(texts: &[&str]) -> Written {
    Written::Texts(texts.iter().map(|text| (*text).to_owned()).collect())
}

fn text(text: &str) -> Written {
    Written::Text(text.to_owned())
}

fn word(word: &str) -> Written {
    Written::Word(word.to_owned())
}

fn set(control: &str, key: &'static str, value: Written) -> Edit {
    Edit::Set { control: control.to_owned(), key, value }
}

fn record(lines: Vec<(&'static str, Written)>) -> Record {
    let mut record = Record::default();
    for (key, value) in lines {
        record.put(key, Some(value));
    }
    record
}

fn new_control() -> Record {
    record(vec![
        ("id", text("N-1")),
        ("name", text("New: one")),
        ("criteria", words(&["CC6.1", "CC6.2"])),
        ("status", word("planned")),
        ("evidence_wanted", texts(&["A list", "yes"])),
        (
            "evidence",
            Written::Records(vec![record(vec![
                ("title", text("Scan")),
                ("covers", Written::Mapping(record(vec![("start", word("2026-01-01")), ("end", word("2026-03-31"))]))),
            ])]),
        ),
    ])
}

/// The lines of one text that are not in the other, in order, with what they are.
fn difference(old: &str, new: &str) -> Vec<String> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
    let before = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - before;
    let after = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let gone = old[before..old.len() - after].iter().map(|line| format!("-{line}"));
    gone.chain(new[before..new.len() - after].iter().map(|line| format!("+{line}"))).collect()
}

#[test]
fn a_key_is_set_and_nothing_else_changes() {
    let one = |edit: Edit| difference(HAND_WRITTEN, &edited(HAND_WRITTEN, &[edit]).unwrap());
    assert_eq!(
        one(set("A-1", "criteria", words(&["CC6.1", "CC6.2"]))),
        ["+      - CC6.2"],
        "what is there stays, remark and all"
    );
    assert_eq!(
        one(set("A-3", "criteria", words(&["CC6.3", "CC6.2"]))),
        ["-    criteria: [CC6.3]", "+    criteria: [CC6.3, CC6.2]"]
    );
    assert_eq!(
        one(set("A-2", "criteria", words(&["CC6.2"]))),
        [
            "-  - { id: A-2, name: 'Two', criteria: [], status: planned }",
            "+  - { id: A-2, name: 'Two', criteria: [CC6.2], status: planned }"
        ]
    );
    assert_eq!(one(set("A-1", "owner", text("jane: #1"))), ["+    owner: \"jane: #1\""]);
    assert_eq!(
        one(set("A-3", "status", word("implemented"))),
        ["-    status:   in-progress", "+    status:   implemented"]
    );
    assert_eq!(one(set("A-3", "description", text("2026-01-01"))), ["+    description: \"2026-01-01\""]);
}

#[test]
fn a_list_grows_at_its_end() {
    let item = || record(vec![("title", text("Scan")), ("path", text("scans/a.json"))]);
    let extend = |control: &str| Edit::Extend { control: control.to_owned(), key: "evidence", items: vec![item()] };
    let changed = edited(HAND_WRITTEN, &[extend("A-1")]).unwrap();
    assert_eq!(
        difference(HAND_WRITTEN, &changed),
        ["+    evidence:", "+      - title: Scan", "+        path: scans/a.json"]
    );
    let again = edited(&changed, &[extend("A-1")]).unwrap();
    assert_eq!(difference(&changed, &again), ["+      - title: Scan", "+        path: scans/a.json"]);
}

#[test]
fn a_control_is_added_behind_the_last_one() {
    let changed = edited(HAND_WRITTEN, &[Edit::Add(new_control())]).unwrap();
    assert_eq!(
        difference(HAND_WRITTEN, &changed),
        [
            "+  - id: N-1",
            "+    name: \"New: one\"",
            "+    criteria: [CC6.1, CC6.2]",
            "+    status: planned",
            "+    evidence_wanted:",
            "+      - A list",
            "+      - \"yes\"",
            "+    evidence:",
            "+      - title: Scan",
            "+        covers: { start: 2026-01-01, end: 2026-03-31 }",
        ]
    );
    for (short, is) in [
        ("organization: Acme\n", "organization: Acme\ncontrols:\n  - id: N-1\n"),
        ("organization: Acme\ncontrols: []\n", "organization: Acme\ncontrols:\n  - id: N-1\n"),
        ("organization: Acme\ncontrols:\n", "organization: Acme\ncontrols:\n  - id: N-1\n"),
        ("organization: Acme\ncontrols:\n- { id: A }", "organization: Acme\ncontrols:\n- { id: A }\n- id: N-1"),
    ] {
        let changed = edited(short, &[Edit::Add(record(vec![("id", text("N-1"))]))]).unwrap();
        assert_eq!(changed, is);
    }
}

/// Many changes are made control by control, and come out as they do one after the other in the whole text.
#[test]
fn many_changes_come_out_as_one_by_one() {
    let windows = HAND_WRITTEN.replace('\n', "\r\n");
    let deep = HAND_WRITTEN.replace("  - id: A-1", "  -   # a dash alone\n    # and a remark\n    id: A-1");
    for whole in [
        HAND_WRITTEN,
        &windows,
        &deep,
        &HAND_WRITTEN.replace("  - id: A-1\n    name", "  - name: x\n    id: A-1\n    description"),
    ] {
        let keys = ["owner", "description", "since", "frequency", "kind", "nature", "execution", "performer"];
        let edits: Vec<Edit> = ["A-3", "A-1", "A-2"]
            .iter()
            .flat_map(|id| keys.iter().map(move |key| set(id, key, text(&format!("{id}: {key}")))))
            .collect();
        assert!(edits.len() > 20);
        let one_by_one =
            edits.iter().fold(whole.to_owned(), |text, edit| edited(&text, std::slice::from_ref(edit)).unwrap());
        assert_eq!(edited(whole, &edits).unwrap(), one_by_one);
    }
}

#[test]
fn line_ends_and_byte_order_marks_stay() {
    let windows = HAND_WRITTEN.replace('\n', "\r\n");
    let changed = edited(&windows, &[set("A-3", "owner", text("jane")), Edit::Add(new_control())]).unwrap();
    assert_eq!(changed.matches('\n').count(), changed.matches("\r\n").count());
    assert!(changed.contains("    owner: jane\r\n  - id: N-1\r\n"), "{changed}");
}

#[test]
fn what_cannot_be_changed_safely_is_refused() {
    let refused = |text: &str, edit: Edit| edited(text, &[edit]).unwrap_err().message;
    assert_eq!(refused(HAND_WRITTEN, set("A-9", "owner", text("x"))), "there is no control `A-9` in this file");
    let aliased = "controls:\n  - &a { id: A-1, name: x, criteria: [], status: planned }\n  - *a\n";
    assert!(edited(aliased, &[set("A-1", "owner", text("x"))]).is_err(), "another control would change with it");
}

/// Texts that mean something to YAML, a terminal or a spreadsheet.
const HOSTILE: [&str; 12] = [
    "",
    "- x",
    "a: b",
    "#",
    "'",
    "\"\\",
    "no",
    "2026-01-01",
    "a\nb",
    "\u{1b}[31m",
    "[x, {y",
    "\u{feff}\u{2028}&a *b !c",
];

proptest! {
    #![proptest_config(common::random::cases(200, 7))]

    /// Whatever is written, by hand or by a program, takes a change and says what was meant, which `edited` itself checks with
    /// a reader that shares nothing with the editor; and no remark is lost.
    #[test]
    fn random_inventories_take_random_changes(inventory in common::random::inventory(), which in 0..HOSTILE.len()) {
        let yaml = inventory.yaml();
        let Some(control) = inventory.controls.first() else { return Ok(()) };
        let described = set(&control.id, "description", text(HOSTILE[which]));
        let changed = edited(&yaml, &[described.clone(), Edit::Add(new_control())]);
        let changed = changed.unwrap_or_else(|problem| panic!("{problem:?}\n{yaml}"));
        for line in yaml.lines().filter(|line| line.trim_start().starts_with('#')) {
            prop_assert!(changed.contains(line), "{}", line);
        }
        prop_assert_eq!(&edited(&changed, &[described]).unwrap(), &changed, "a change that was made is made once");
    }
}
