//! The mapping file: which check speaks for which control, and what can be wrong with it.

use std::collections::BTreeSet;

use gapcheck::import::checks::{Mapping, read};
use gapcheck::source::file::SourceFile;
use gapcheck::source::problem::Problems;

/// What a mapping file says, and every problem as `line:column message (help)`.
fn mapping(text: &str) -> (Mapping, Vec<String>) {
    let file = SourceFile::new("checks.yaml", text, "");
    let mut problems = Problems::default();
    let mapping = read(0, &file, &mut problems);
    mapping.check(&BTreeSet::from(["AC-01", "ENC-02"]), &mut problems);
    let told = problems.sorted().into_iter().map(|problem| {
        let at = problem.place.map_or_else(String::new, |place| {
            let position = file.position(place.start);
            format!("{}:{} ", position.line, position.column)
        });
        format!("{at}{} ({})", problem.message, problem.help.as_deref().unwrap_or_default())
    });
    (mapping, told.collect())
}

#[test]
fn a_mapping_is_read_with_the_lines_of_its_entries() {
    let (mapping, problems) = mapping(
        "checks:\n  - { check: mfa, controls: [AC-01] }\n  # comment\n  - tool: Prowler\n    check: \"s3_*\"\n    \
         controls: [ENC-02, AC-01]\n    resources: [\"arn:*\"]\n",
    );
    assert_eq!(problems, [""; 0]);
    assert_eq!(mapping.file, "checks.yaml");
    let entries: Vec<_> =
        mapping.entries.iter().map(|(line, entry)| (*line, &*entry.check.value, entry.controls.len())).collect();
    assert_eq!(entries, [(2, "mfa", 1), (4, "s3_*", 2)]);
}

#[test]
fn every_fault_is_told_in_one_run() {
    let (_, problems) = mapping(
        "cheks: 1\nchecks:\n  - { chek: mfa, controls: [AC-01] }\n  - { check: \"\", controls: AC-01 }\n  \
         - { check: a, controls: [] }\n  - { check: b, controls: [AC-1, \"x y\"] }\n  - just a text\n  - { check: c }\n",
    );
    assert_eq!(
        problems,
        [
            "1:1 a mapping file has no key `cheks` (did you mean `checks`?)",
            "3:7 an entry of a mapping has no key `chek` (did you mean `check`?)",
            "3:7 an entry of a mapping needs `check` ()",
            "4:14 the text is empty (say something, or leave the key out)",
            "4:28 expected a list, found `AC-01` (write `[AC-01]`)",
            "5:17 the entry names no control (name the controls its results speak for)",
            "6:28 no control has the id `AC-1` (did you mean `AC-01`?)",
            "6:34 the id `x y` holds a blank (an id is one word of letters, digits, `-`, `_`, `.` and `/`, such as `AC-02`)",
            "7:5 expected an entry of a mapping as a mapping (`key: value`), found `just a text` ()",
            "8:7 an entry of a mapping needs `controls` ()",
        ]
    );
}

#[test]
fn what_is_no_mapping_says_what_one_is() {
    let needs = "write `checks:`, and under it entries such as `- { check: \"s3_*\", controls: [ENC-02] }`";
    assert_eq!(mapping("{}\n").1, [format!("1:1 a mapping file needs `checks` ({needs})")]);
    assert_eq!(mapping("checks: 7\n").1, ["1:9 expected a list, found `7` ()"]);
    assert_eq!(
        mapping("- check: a\n").1,
        [
            "1:1 a mapping file is a mapping with the key `checks` (write `checks:`, and under it a list of entries with \
          `check` and `controls`)"
        ]
    );
    assert_eq!(mapping("").1.len(), 1);
    assert_eq!(mapping("checks: [\n").1.len(), 1);
    assert_eq!(
        mapping("checks:\n  - { check: a, controls: [NET-99] }\n").1,
        ["2:28 no control has the id `NET-99` (add the control to the inventory, or use one of AC-01 and ENC-02)"]
    );
}
