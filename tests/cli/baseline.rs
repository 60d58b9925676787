//! A result of one run as the baseline of the next.

use crate::sentence::{Folder, NOTHING};

const BEFORE: &str = "\
organization: Acme Inc.
controls:
  - { id: AC-1, name: Access review, criteria: [CC6.1], owner: jane, frequency: quarterly, status: implemented }
  - { id: AC-2, name: Sign-on, criteria: [CC6.2], owner: jane, frequency: quarterly, status: implemented }
";

fn folder() -> Folder {
    let folder = Folder::with(&[("in.yaml", BEFORE)]);
    folder.assess(&["in.yaml", "-q", "-o", "before.json"]).ends(0);
    folder
}

/// The four counts of the line that compares.
fn since(text: &str) -> &str {
    text.lines().find(|line| line.starts_with("Since 2026-11-22: ")).unwrap_or_else(|| panic!("no comparison: {text}"))
}

#[test]
fn a_result_is_its_own_baseline() {
    let folder = folder();
    let gaps = folder.text("before.json").matches("\"desired_state\"").count();
    let same = ["in.yaml", "--baseline", "before.json", "--fail-on", "very-low"];
    let said = folder.assess(&same).ends(0);
    let line = since(&said.out);
    assert!(line.contains("0 new") && line.contains(&format!("{gaps} ")) && line.contains("0 resolved"), "{line}");
    assert!(said.out.contains("gate holds: no open gap at very low or above\n"), "{}", said.out);
    // What was known before is not hidden, however short the report.
    folder.assess(&[&same[..], &["-q"]].concat()).ends(0).prints(&format!(
        "0 of 33 criteria have no gap identified on design; 31 have nothing in place.\n\
         no gap stands open beside {gaps} known before\n\
         gate holds: no open gap at very low or above\n"
    ));
    let again = folder.assess(&[&same[..], &["-f", "json"]].concat()).ends(0);
    let result: serde_json::Value = serde_json::from_str(&again.out).expect("JSON");
    assert_eq!(result["comparison"]["new"].as_array().map(Vec::len), Some(0));
    assert_eq!(result["summary"]["gaps"]["baseline"].as_u64(), u64::try_from(gaps).ok());
    assert_eq!(result["summary"]["gaps"]["total"], 0);
    assert_eq!(result["gate"]["failed"], false);
    // And that result holds every gap too, so that it can be the next baseline.
    folder.put("again.json", again.out.as_bytes());
    folder.assess(&["in.yaml", "--baseline", "again.json", "--fail-on", "very-low", "-q"]).ends(0);
}

#[test]
fn a_worsened_copy_fails_the_gate_for_what_is_worse_alone() {
    let folder = folder();
    // Sign-on is gone: CC6.2 has nothing in place any more, and the gaps of AC-2 are gone with it.
    let worse: String = BEFORE.split_inclusive('\n').filter(|line| !line.contains("AC-2")).collect();
    folder.put("worse.yaml", worse.as_bytes());
    let run = |more: &[&str]| folder.assess(&[&["worse.yaml", "--baseline", "before.json"], more].concat());
    let said = run(&["--fail-on", "high"]).ends(1);
    assert!(since(&said.out).contains("1 new"), "{}", since(&said.out));
    assert!(said.out.contains("gate fails: 1 open gap at high or above\n"), "{}", said.out);
    let only = run(&["--new-only"]).ends(0);
    assert!(only.out.contains("CC6.2:criterion-without-control"), "{}", only.out);
    assert!(only.out.contains("\nThe new or worsened gap\n"), "{}", only.out);
    // Without the baseline the gate sees all the others as well.
    let all = folder.assess(&["worse.yaml", "--fail-on", "high"]).ends(1);
    assert!(!all.out.contains("gate fails: 1 open gap at high or above\n"), "{}", all.out);
}

#[test]
fn the_same_gap_at_a_higher_level_is_worse() {
    let folder = folder();
    let before = folder.text("before.json");
    let lower = before.replace("\"level\": \"very_high\"", "\"level\": \"high\"");
    assert_ne!(lower, before);
    folder.put("lower.json", lower.as_bytes());
    let said = folder.assess(&["in.yaml", "--baseline", "lower.json", "--fail-on", "very-high"]).ends(1);
    let line = since(&said.out);
    assert!(line.contains("0 new") && !line.contains(" 0 wors"), "{line}");
    // A gap that was graver before is no worse now.
    let higher = before.replace("\"level\": \"high\"", "\"level\": \"very_high\"");
    folder.put("higher.json", higher.as_bytes());
    folder.assess(&["in.yaml", "--baseline", "higher.json", "--fail-on", "very-low"]).ends(0);
}

/// Nothing of what a gap is called comes from words, from lines, or from the file it stands in.
#[test]
fn a_control_that_is_moved_and_reworded_changes_nothing() {
    let folder = folder();
    let head = "# A word before.\n\norganization: Acme Incorporated\n";
    let controls = "\
controls:
  - { status: implemented, criteria: [CC6.2], frequency: quarterly, owner: jane, name: One way in, id: AC-2 }

  - { id: AC-1, name: Who has access is looked at, criteria: [CC6.1], owner: jane, frequency: quarterly, status: implemented }
";
    folder.put("moved/z.yaml", head.as_bytes());
    folder.put("moved/access/in.yaml", controls.as_bytes());
    let paths = ["moved/z.yaml", "moved/access/in.yaml"];
    let before: serde_json::Value = serde_json::from_str(&folder.text("before.json")).expect("JSON");
    let gaps = before["gaps"].as_array().expect("a list").len();
    assert!(gaps > 33, "{gaps}");
    let said = folder.assess(&[&paths[..], &["--baseline", "before.json", "--fail-on", "very-low"]].concat()).ends(0);
    assert_eq!(since(&said.out), format!("Since 2026-11-22: 0 new, 0 worsened, {gaps} unchanged, 0 resolved."));
    let said = folder.assess(&[&paths[..], &["--baseline", "before.json", "-f", "markdown"]].concat()).ends(0);
    assert!(said.out.contains(&format!("\nSince 2026-11-22: 0 new, 0 worsened, {gaps} unchanged, 0 resolved.\n")));
    let said = folder.assess(&[&paths[..], &["--baseline", "before.json", "-f", "json"]].concat()).ends(0);
    let result: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    let expected =
        serde_json::json!({ "since": "2026-11-22", "new": [], "worsened": [], "unchanged": gaps, "resolved": [] });
    assert_eq!(result["comparison"], expected);
    // What lists only what is new has nothing to list, in every format.
    let only = [&paths[..], &["--baseline", "before.json", "--new-only", "--format"]].concat();
    folder.assess(&[&only[..], &["jsonl"]].concat()).ends(0).prints("");
    folder.assess(&[&only[..], &["gitlab"]].concat()).ends(0).prints("[]\n");
    let sarif = folder.assess(&[&only[..], &["sarif"]].concat()).ends(0);
    assert!(sarif.out.contains("\"results\": [],"), "{}", sarif.out);
}

/// An earlier day, and between them one gap of each kind: new, worsened, unchanged, resolved.
#[test]
fn new_worsened_unchanged_and_resolved_are_counted() {
    let folder = folder();
    let mut before: serde_json::Value = serde_json::from_str(&folder.text("before.json")).expect("JSON");
    let gaps = before["gaps"].as_array_mut().expect("a list");
    let all = gaps.len();
    let new = gaps.remove(0)["id"].clone();
    gaps[0]["risk"]["level"] = "low".into();
    let worsened = gaps[0]["id"].clone();
    gaps.push(serde_json::json!({ "id": "AC-9:evidence-stale", "risk": { "level": "high" } }));
    before["as_of"] = "2026-10-01".into();
    folder.put("earlier.json", before.to_string().as_bytes());
    let counts = format!("Since 2026-10-01: 1 new, 1 worsened, {} unchanged, 1 resolved.", all - 2);
    for format in ["terminal", "markdown", "github-summary", "github", "junit", "sarif"] {
        let said = folder.assess(&["in.yaml", "--baseline", "earlier.json", "-f", format]).ends(0);
        assert!(said.out.contains(&counts), "{format}:\n{}", said.out);
    }
    let said = folder.assess(&["in.yaml", "--baseline", "earlier.json", "-f", "json"]).ends(0);
    let result: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!(
        result["comparison"],
        serde_json::json!({ "since": "2026-10-01", "new": [new], "worsened": [worsened], "unchanged": all - 2, "resolved": ["AC-9:evidence-stale"] })
    );
    let only = ["in.yaml", "--baseline", "earlier.json", "--new-only", "-f"];
    let lines = folder.assess(&[&only[..], &["jsonl"]].concat()).ends(0);
    let changes: Vec<(serde_json::Value, serde_json::Value)> = lines
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
        .map(|line| (line["id"].clone(), line["change"].clone()))
        .collect();
    assert_eq!(changes, [(new, "new".into()), (worsened, "worsened".into())]);
    // The gate looks at these two.
    let said = folder.assess(&["in.yaml", "--baseline", "earlier.json", "--fail-on", "very-low", "-q"]).ends(1);
    assert!(said.out.contains("gate fails: 2 open gaps at very low or above\n"), "{}", said.out);
    // What stands open is what is left when everything known is left out.
    let open = folder.assess(&["in.yaml", "--baseline", "earlier.json", "--open-only", "-f", "jsonl"]).ends(0);
    assert_eq!(open.out.lines().count(), 2);
}

#[test]
fn what_is_no_earlier_result_is_refused() {
    let folder = folder();
    folder.put("empty.json", b"");
    folder.put("other.json", b"{\"version\": \"2.1.0\", \"runs\": []}");
    folder.put("list.json", b"[1, 2]");
    folder.put("next.json", b"{\"schema_version\": 2}");
    let cases = [
        ("in.yaml", "this is not JSON: line 1, column 1: expected value"),
        ("empty.json", "the file is empty; give the JSON result of an earlier assessment"),
        (
            "other.json",
            "this is not a gapcheck result: it has no `schema_version`; `gapcheck assess --format json` writes one",
        ),
        (
            "list.json",
            "this is not a gapcheck result: it has no `schema_version`; `gapcheck assess --format json` writes one",
        ),
        ("next.json", "its `schema_version` is `2`, and this gapcheck reads 1"),
    ];
    for (name, why) in cases {
        folder.assess(&["in.yaml", "--baseline", name]).refuses(&format!("the baseline {name}: {why}"));
    }
    folder
        .assess(&["in.yaml", "--baseline", "befor.json"])
        .refuses("cannot open befor.json: there is no such file; did you mean before.json?");
    folder.put("latin.json", b"{\"a\": \"\xe9\"}");
    folder
        .assess(&["in.yaml", "--baseline", "latin.json"])
        .refuses("the baseline latin.json: byte 8 (0xe9, on line 1) is not UTF-8");
    // Deep enough to end a program that follows it down.
    folder.put("deep.json", "[".repeat(200_000).as_bytes());
    folder
        .assess(&["in.yaml", "--baseline", "deep.json"])
        .refuses("the baseline deep.json: this is not JSON: line 1, column 128: recursion limit exceeded");
}

#[test]
fn new_only_needs_something_to_compare_with() {
    let folder = Folder::with(&[("in.yaml", NOTHING)]);
    let said = folder.assess(&["in.yaml", "--new-only"]).ends(2);
    let expected = "\
error: the following required arguments were not provided:
  --baseline <FILE>
";
    assert!(said.err.starts_with(expected), "{}", said.err);
}
