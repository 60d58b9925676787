//! Texts written as YAML are read back as themselves: by our own reader, and by one with YAML 1.1's habits.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on should panic")]

use gapcheck::load;
use gapcheck::model::date::Date;
use gapcheck::text::escape::{yaml, yaml_comment, yaml_line};
use proptest::prelude::{ProptestConfig, any, prop, proptest};

/// What our own reader makes of a text: at the end of a line, between braces, and behind a comment of it.
fn read_back(text: &str) -> [Option<String>; 2] {
    let (flow, line, comment) = (yaml(text), yaml_line(text), yaml_comment(text));
    let inventory = format!(
        "version: 1 # {comment}\norganization: A\nscope:\n  # {comment}\n  system: {line}\n  commitments:\n    - {{ id: A, text: {flow}, to: x }}\ncontrols: []\n"
    );
    let sources = load::inventory::single("a.yaml", &inventory);
    let catalog = load::catalog::bundled().expect("the bundled catalog");
    let day = Date::new(2026, 11, 22).expect("a date");
    let inventory = gapcheck::read(&sources, &catalog, day)
        .unwrap_or_else(|problems| panic!("{text:?}: {problems:?}\n{inventory}"));
    let commitment = inventory.scope.commitments.into_iter().next().expect("the commitment");
    [inventory.scope.system, commitment.text]
}

fn holds(text: &str) {
    let (flow, line) = (yaml(text), yaml_line(text));
    let other = |written: String| serde_yaml::from_str::<serde_yaml::Value>(&written);
    let value = serde_yaml::Value::String(text.to_owned());
    assert_eq!(
        other(format!("- {line}\n")).expect("a list"),
        serde_yaml::Value::Sequence(vec![value.clone()]),
        "{text:?} as {line}"
    );
    assert_eq!(
        other(format!("[{flow}, {flow}]\n")).expect("a list"),
        serde_yaml::Value::Sequence(vec![value.clone(), value]),
        "{text:?} as {flow}"
    );
    assert_eq!(read_back(text), [Some(text.to_owned()), Some(text.to_owned())], "{text:?} as {line} and {flow}");
}

/// Texts that want to be something else.
const TEXTS: &[&str] = &[
    "",
    " ",
    "\n",
    "a\nb",
    "a\r\nb\r",
    "\t",
    "a\tb",
    "\u{1b}[2J",
    "\u{feff}a",
    "a\u{feff}",
    "\u{85}",
    "\u{2028}a",
    "\u{202e}",
    "\0",
    "\u{7f}",
    "\u{fffe}",
    "\u{10ffff}",
    "a: b",
    "a:",
    ":",
    "::error::x",
    "a #b",
    "#",
    "# a",
    "a ##[b]",
    "- a",
    "-",
    "---",
    "...",
    "? a",
    "[",
    "]",
    "{a: b}",
    "a, b",
    "&a",
    "*a",
    "!!str a",
    "|",
    ">-",
    "'",
    "''",
    "\"",
    "\\",
    "\\n",
    "\"a\" b",
    "%TAG",
    "@a",
    "`a`",
    "~",
    "null",
    "yes",
    "No",
    "ON",
    "true",
    "1",
    "-1",
    "1.5e3",
    "0x1f",
    "0b1",
    "1_000",
    "1:30",
    ".inf",
    "-.inf",
    ".nan",
    "2026-01-31",
    "<<",
    "=",
    "\u{a0}a\u{a0}",
    "Acme: \"the\" 'best' #1\n- of: all",
    "x\n\n\n  y",
    "漢字, é",
    "\u{1f600}",
    "Σ:?",
    "https://a.example/b?c=d&e=[1]",
];

#[test]
fn hostile_texts_are_read_back() {
    for text in TEXTS {
        holds(text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read_back(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn any_text_of_marks_is_read_back(marks in prop::collection::vec(prop::sample::select(vec!["a", " ", ":", "#", "-", "\n", "\t", "'", "\"", "\\", "[", "]", "{", "}", ",", "?", "!", "&", "*", "|", ">", "%", "@", "0", "1", ".", "e", "~", "<", "=", "\r"]), 0..8)) {
        holds(&marks.concat());
    }
}
