//! The code quality report of GitLab: every gap once, on its line, under one fingerprint for good.
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

mod records;

use std::collections::BTreeSet;

use gapcheck::report::Options;
use records::{SMALL, asked, assess, assess_availability, each, gaps, json, line_of, rendered};
use serde_json::Value;

fn read(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap()
}

/// `printf %s ID | sha256sum` gives the fingerprints.
#[test]
fn the_whole_report_of_three_criteria() {
    let expected = r#"[
  {
    "description": "A1.2: accepted: Environmental protection, backup and recovery infrastructure: no control addresses it (A1.2:criterion-without-control)",
    "check_name": "criterion-without-control",
    "fingerprint": "ad4536c11e81044ac400c15379ab620fb16a8a60798d400115c0963907a125d8",
    "severity": "info",
    "location": {
      "path": "in.yaml",
      "lines": {
        "begin": 2
      }
    }
  },
  {
    "description": "A1.1: Capacité | <b>: only in progress, with nothing in place beside it (CAP-1:control-not-in-place)",
    "check_name": "control-not-in-place",
    "fingerprint": "6b23bfcd2036c55dd81c93b23b82e208354fc5ab7316adba0362b598aaead5b8",
    "severity": "major",
    "location": {
      "path": "in.yaml",
      "lines": {
        "begin": 9
      }
    }
  }
]
"#;
    assess_availability(SMALL, |assessment| {
        assert_eq!(rendered("gitlab", assessment), expected);
        let open = read(&asked("gitlab", assessment, &Options { open_only: true, ..Options::default() }));
        assert_eq!(open.len(), 1);
    });
}

#[test]
fn what_touches_no_criterion_says_so_by_naming_none() {
    assess(SMALL, None, |assessment| {
        let issues = read(&rendered("gitlab", assessment));
        assert_eq!(issues.len(), 36);
        let last = issues.last().unwrap();
        assert_eq!(last["description"], "##[x] ::y: it is mapped to no criterion (CAP-2:control-unmapped)");
        assert_eq!((&last["severity"], &last["location"]["lines"]["begin"]), (&"minor".into(), &10.into()));
    });
}

#[test]
fn every_gap_is_an_issue_on_its_line() {
    each(|what, assessment| {
        let json = json(assessment);
        let issues = read(&rendered("gitlab", assessment));
        assert_eq!(issues.len(), gaps(&json).len(), "{what}");
        let mut fingerprints = BTreeSet::new();
        for (issue, gap) in issues.iter().zip(gaps(&json)) {
            let id = gap["id"].as_str().unwrap();
            assert!(issue["description"].as_str().unwrap().ends_with(&format!(" ({id})")), "{what}: {id}");
            assert_eq!(issue["check_name"], gap["rule"], "{what}");
            let severity = match (gap["treatment"].as_str().unwrap(), gap["risk"]["level"].as_str().unwrap()) {
                ("accepted", _) | (_, "very_low") => "info",
                (_, "low") => "minor",
                (_, "moderate") => "major",
                (_, "high") => "critical",
                _ => "blocker",
            };
            assert_eq!(issue["severity"], severity, "{what}: {id}");
            let (file, line, _) = line_of(gap, assessment);
            assert!(file.ends_with(issue["location"]["path"].as_str().unwrap()), "{what}: {file}");
            assert_eq!(issue["location"]["lines"]["begin"], line, "{what}: {id}");
            assert!(fingerprints.insert(issue["fingerprint"].to_string()), "{what}: {id}");
        }
    });
}
