//! JSON lines: a gap a line, every column on every line, with one type a column.
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

use std::collections::BTreeMap;

use gapcheck::model::level::Level;
use gapcheck::report::Options;
use records::{SMALL, asked, assess, assess_availability, each, earlier, gaps, json, rendered};
use serde_json::Value;

const COLUMNS: [&str; 28] = [
    "organization",
    "as_of",
    "report",
    "period_start",
    "period_end",
    "id",
    "number",
    "rule",
    "nature",
    "title",
    "level",
    "score",
    "likelihood",
    "impact",
    "inherent_level",
    "inherent_score",
    "treatment",
    "change",
    "criteria",
    "control",
    "systems",
    "owner",
    "due",
    "accepted_by",
    "accepted_until",
    "file",
    "line",
    "column",
];

fn read(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Likelihood 85 for the fault, less 10 since work has begun. Moderate: 90 days from 22 November are 20 February.
#[test]
fn the_whole_file_of_three_criteria() {
    assess_availability(SMALL, |assessment| {
        let expected = "\
{\"organization\":\"Ünder: 100% & Co.\",\"as_of\":\"2026-11-22\",\"report\":\"type1\",\"period_start\":null,\"period_end\":null,\"id\":\"A1.2:criterion-without-control\",\"number\":1,\"rule\":\"criterion-without-control\",\"nature\":\"missing\",\"title\":\"Environmental protection, backup and recovery infrastructure: no control addresses it\",\"level\":\"high\",\"score\":93,\"likelihood\":96,\"impact\":82,\"inherent_level\":\"high\",\"inherent_score\":93,\"treatment\":\"accepted\",\"change\":null,\"criteria\":[\"A1.2\"],\"control\":null,\"systems\":[],\"owner\":null,\"due\":null,\"accepted_by\":\"jane\",\"accepted_until\":\"2027-01-31\",\"file\":null,\"line\":null,\"column\":null}
{\"organization\":\"Ünder: 100% & Co.\",\"as_of\":\"2026-11-22\",\"report\":\"type1\",\"period_start\":null,\"period_end\":null,\"id\":\"CAP-1:control-not-in-place\",\"number\":2,\"rule\":\"control-not-in-place\",\"nature\":\"missing\",\"title\":\"Capacité | <b>: only in progress, with nothing in place beside it\",\"level\":\"moderate\",\"score\":60,\"likelihood\":75,\"impact\":60,\"inherent_level\":\"moderate\",\"inherent_score\":60,\"treatment\":\"open\",\"change\":null,\"criteria\":[\"A1.1\"],\"control\":\"CAP-1\",\"systems\":[],\"owner\":\"jane\",\"due\":\"2027-02-20\",\"accepted_by\":null,\"accepted_until\":null,\"file\":\"in.yaml\",\"line\":9,\"column\":35}
";
        assert_eq!(rendered("jsonl", assessment), expected);
    });
}

#[test]
fn what_is_not_asked_for_has_no_line_and_no_gap_none_at_all() {
    assess(SMALL, None, |assessment| {
        let of = |options: Options| read(&asked("jsonl", assessment, &options)).len();
        assert_eq!(of(Options::default()), 36);
        assert_eq!(of(Options { open_only: true, ..Options::default() }), 35);
        assert_eq!(of(Options { min_level: Some(Level::VeryHigh), ..Options::default() }), 3);
        assess(SMALL, Some(earlier(assessment)), |later| {
            let lines = read(&rendered("jsonl", later));
            let count = |change: &str| lines.iter().filter(|line| line["change"] == change).count();
            assert_eq!((count("new"), count("worsened"), count("unchanged")), (18, 6, 12));
            let only = read(&asked("jsonl", later, &Options { new_only: true, ..Options::default() }));
            assert_eq!(only.len(), 24);
            assert!(only.iter().all(|line| line["change"] != "unchanged"));
        });
    });
    let healthy = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/healthy.yaml")).unwrap();
    assess(&healthy, None, |assessment| assert_eq!(rendered("jsonl", assessment), ""));
}

fn is_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

#[test]
fn every_line_has_every_column_and_says_what_json_says() {
    let mut types: BTreeMap<String, &str> = BTreeMap::new();
    each(|what, assessment| {
        let json = json(assessment);
        let lines = read(&rendered("jsonl", assessment));
        assert_eq!(lines.len(), gaps(&json).len(), "{what}");
        for (line, gap) in lines.iter().zip(gaps(&json)) {
            let columns: Vec<&str> = line.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(columns, COLUMNS, "{what}");
            for (column, value) in line.as_object().unwrap() {
                let kind = match value {
                    Value::Null => continue,
                    Value::String(text)
                        if ["as_of", "due", "period_start", "period_end", "accepted_until"]
                            .contains(&column.as_str()) =>
                    {
                        assert!(is_day(text), "{what}: {column} is {text}");
                        "date"
                    }
                    Value::String(_) => "text",
                    Value::Number(number) if number.is_u64() => "number",
                    Value::Array(items) if items.iter().all(Value::is_string) => "texts",
                    other => panic!("{what}: {column} is {other}"),
                };
                assert_eq!(*types.entry(column.clone()).or_insert(kind), kind, "{what}: {column}");
            }
            for key in ["id", "number", "rule", "nature", "title", "treatment", "criteria", "control", "systems"] {
                assert_eq!(line[key], gap[key], "{what}: {key}");
            }
            let risk = &gap["risk"];
            assert_eq!((&line["level"], &line["score"]), (&risk["level"], &risk["score"]), "{what}");
            assert_eq!((&line["likelihood"], &line["impact"]), (&risk["likelihood_points"], &risk["impact_points"]));
            assert_eq!(line["inherent_score"], risk["inherent"]["score"], "{what}");
            for (column, key) in [("file", "file"), ("line", "line"), ("column", "column")] {
                assert_eq!(line[column], gap["location"].get(key).cloned().unwrap_or_default(), "{what}: {column}");
            }
            let until = gap["acceptance"].get("expires").cloned().unwrap_or_default();
            assert_eq!(line["accepted_until"], until, "{what}");
            // Of an open gap, when and by whom it is to be closed is what the plan says.
            let tasks = json["plan"]["tasks"].as_array().unwrap();
            let task = tasks.iter().find(|task| task["gaps"].as_array().unwrap().contains(&gap["id"]));
            assert_eq!(line["due"], task.map(|task| task["due"].clone()).unwrap_or_default(), "{what}: {}", gap["id"]);
            if let Some(task) = task {
                assert_eq!(line["owner"], task["owner"], "{what}: {}", gap["id"]);
            }
        }
    });
    // Each column was seen with a value of its one type.
    assert_eq!(types.keys().map(String::as_str).collect::<Vec<_>>(), {
        let mut all = COLUMNS.to_vec();
        all.sort_unstable();
        all
    });
}
