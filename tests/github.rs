//! GitHub Actions: annotations on the lines of gaps, no more than the runner keeps, and a summary that it takes.
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

use gapcheck::model::assessment::Assessment;
use gapcheck::model::level::Level;
use gapcheck::report::Options;
use records::{SMALL, asked, assess, assess_availability, each, earlier, gaps, json, line_of, rendered};
use serde_json::Value;

/// An annotation as the runner reads it.
#[derive(Debug)]
struct Annotation {
    command: String,
    properties: BTreeMap<String, String>,
    message: String,
}

fn unescaped(text: &str) -> String {
    text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
}

/// Reads commands as the runner does, and holds it to what the runner keeps.
fn read(text: &str) -> Vec<Annotation> {
    let annotations: Vec<Annotation> = text
        .lines()
        .map(|line| {
            let (info, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
            let (command, properties) = info.split_once(' ').unwrap();
            let properties = properties.split(',').map(|one| one.split_once('=').unwrap());
            Annotation {
                command: command.to_owned(),
                properties: properties.map(|(key, value)| (key.to_owned(), unescaped(value))).collect(),
                message: unescaped(message),
            }
        })
        .collect();
    for command in ["error", "warning", "notice"] {
        assert!(
            annotations.iter().filter(|one| one.command == command).count() <= 10,
            "the runner drops more than ten"
        );
    }
    for one in &annotations {
        assert!(one.message.encode_utf16().count() <= 4096, "the runner cuts it: {}", one.message);
    }
    annotations
}

#[test]
fn the_whole_text_of_three_criteria() {
    assess_availability(SMALL, |assessment| {
        let expected = "\
::warning file=in.yaml,line=9,endLine=9,col=35,endColumn=40,title=A1.1 moderate%3A Capacité | <b>%3A only in progress%2C with nothing in place beside it::The control is in progress. No control in place addresses A1.1.%0AWhat to do: Put the control in place as described, set its status to `implemented` and its `since` to that day, and keep the first evidence of it.%0ACAP-1:control-not-in-place
::notice title=gapcheck%3A Ünder%3A 100%25 & Co.::0 of 2 criteria have no gap identified on design; 2 have nothing in place. The one open gap is neither very high nor high. They stand beside 1 accepted.
";
        assert_eq!(rendered("github", assessment), expected);
    });
}

#[test]
fn the_ten_worst_are_told_and_the_rest_counted() {
    assess(SMALL, None, |assessment| {
        let annotations = read(&rendered("github", assessment));
        let of = |command: &str| annotations.iter().filter(|one| one.command == command).count();
        // Open are 3 very high, 11 high, 20 moderate and 1 low.
        assert_eq!((of("error"), of("warning"), of("notice")), (10, 10, 2));
        assert_eq!(
            annotations.last().unwrap().message,
            "0 of 35 criteria have no gap identified on design; 35 have nothing in place. 3 gaps are very high and 11 high. \
             Without an annotation, since GitHub keeps 10 of each kind: 4 high and 10 moderate. They stand beside 1 accepted."
        );
        let high = read(&asked("github", assessment, &Options { min_level: Some(Level::High), ..Options::default() }));
        assert_eq!(high.len(), 11);
        assert!(
            high.last()
                .unwrap()
                .message
                .contains(" 4 high. Not asked for: 21 open gaps. They stand beside 1 accepted.")
        );
        assess(SMALL, Some(earlier(assessment)), |later| {
            let annotations = read(&rendered("github", later));
            // What was known before is no annotation: of the 15 very high and high only every third, and one of those five,
            // the fourth gap, is accepted.
            assert_eq!(annotations.iter().filter(|one| one.command == "error").count(), 4);
            let last = &annotations.last().unwrap().message;
            assert!(last.ends_with("Since 2026-11-22: 18 new, 6 worsened, 12 unchanged, 1 resolved."), "{last}");
        });
    });
}

#[test]
fn nine_notices_leave_room_for_the_last() {
    use std::fmt::Write;
    let mut yaml = "organization: A\ncontrols:\n".to_owned();
    for at in 0..30 {
        writeln!(
            yaml,
            "  - {{ id: C-{at}, name: N, criteria: [], status: implemented, owner: jane, frequency: annual }}"
        )
        .unwrap();
    }
    assess(&yaml, None, |assessment| {
        let annotations = read(&rendered("github", assessment));
        assert_eq!(annotations.iter().filter(|one| one.command == "notice").count(), 10);
        assert_eq!(annotations.last().unwrap().properties["title"], "gapcheck: A");
    });
}

#[test]
fn a_long_text_is_cut_below_what_the_runner_cuts() {
    let long = "😀 % ::error::x\\n\\u202E ".repeat(5000);
    let yaml = format!(
        "organization: \"{long}\"\ncontrols: [{{ id: A-1, name: \"{long}\", criteria: [CC6.1], status: planned }}]\n"
    );
    assess(&yaml, None, |assessment| {
        let annotations = read(&rendered("github", assessment));
        let one = annotations.iter().find(|one| one.message.ends_with("\nA-1:control-not-in-place")).unwrap();
        assert!(one.properties["title"].ends_with('…') && one.properties["title"].chars().count() < 230);
    });
}

/// The level an annotation of a gap stands at.
fn command(gap: &Value) -> &'static str {
    match gap["risk"]["level"].as_str().unwrap() {
        "very_high" | "high" => "error",
        "moderate" => "warning",
        _ => "notice",
    }
}

#[test]
fn every_annotation_is_a_gap_on_its_line_and_none_is_lost() {
    each(|what, assessment| {
        let json = json(assessment);
        let annotations = read(&rendered("github", assessment));
        let (last, told) = annotations.split_last().unwrap();
        let open: Vec<&Value> = gaps(&json).iter().filter(|gap| gap["treatment"] == "open").collect();
        for (command_name, most) in [("error", 10), ("warning", 10), ("notice", 9)] {
            let of: Vec<&&Value> = open.iter().filter(|gap| command(gap) == command_name).collect();
            let told: Vec<&Annotation> = told.iter().filter(|one| one.command == command_name).collect();
            assert_eq!(told.len(), of.len().min(most), "{what}");
            for (one, gap) in told.iter().zip(of) {
                let id = one.message.lines().last().unwrap().split(", touches ").next().unwrap();
                assert_eq!(gap["id"], *id, "{what}");
                let (file, line, text) = line_of(gap, assessment);
                assert!(file.ends_with(&one.properties["file"]), "{what}: {file}");
                assert_eq!(one.properties["line"], line.to_string(), "{what}: {id}");
                if let (Some(from), Some(to)) = (one.properties.get("col"), one.properties.get("endColumn")) {
                    let (from, to) = (from.parse::<usize>().unwrap(), to.parse::<usize>().unwrap());
                    assert!(1 <= from && from < to && to <= text.chars().count() + 1, "{what}: {id}");
                }
            }
        }
        let counted: usize = match last.message.split_once("of each kind: ") {
            Some((_, rest)) => {
                let rest = rest.split_once('.').unwrap().0.replace(" and ", ", ");
                rest.split(", ").map(|part| part.split(' ').next().unwrap().parse::<usize>().unwrap()).sum()
            }
            None => 0,
        };
        assert_eq!(told.len() + counted, open.len(), "{what}: {}", last.message);
    });
}

fn rows(summary: &str) -> Vec<Vec<String>> {
    let rows = summary.lines().skip_while(|line| *line != "## Gaps").filter(|line| line.starts_with("| "));
    let cells = |line: &str| line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect();
    rows.skip(2).map(cells).collect()
}

#[test]
fn the_whole_summary_of_three_criteria() {
    assess_availability(SMALL, |assessment| {
        let expected = "\
# Ünder: 100% & Co.: SOC 2 gaps

**0 of 2 criteria have no gap identified on design; 2 have nothing in place. The one open gap is neither very high nor high.**

SOC 2 Type I, as of 2026-11-22, on availability.

| Verdicts | No gap identified | Partial | Unverified | Gap |
| --- | ---: | ---: | ---: | ---: |
| Design | 0 | 0 | 0 | 2 |

| Gaps | Very high | High | Moderate | Low | Very low |
| --- | ---: | ---: | ---: | ---: | ---: |
| open | 0 | 0 | 1 | 0 | 0 |
| accepted | 0 | 1 | 0 | 0 | 0 |
| known before | 0 | 0 | 0 | 0 | 0 |

## Gaps

| Gap | What is wrong | Risk | Criteria | Id | Place | Is |
| ---: | --- | --- | --- | --- | --- | --- |
| 1 | Environmental protection, backup and recovery infrastructure: no control addresses it | high, 93 | A1.2 | `A1.2:criterion-without-control` | `in.yaml:2` | accepted |
| 2 | Capacité \\| &lt;b>: only in progress, with nothing in place beside it | moderate, 60 | A1.1 | `CAP-1:control-not-in-place` | `in.yaml:9` | open |

This is management's own gap analysis. It is not an examination, and nobody independent gives an opinion here. It judges only the information supplied: what was not looked at is never counted in favour.
";
        assert_eq!(rendered("github-summary", assessment), expected);
    });
}

#[test]
fn a_summary_lists_every_gap_and_counts_as_json_does() {
    each(|what, assessment| {
        let json = json(assessment);
        let text = rendered("github-summary", assessment);
        let rows = rows(&text);
        assert_eq!(rows.len(), gaps(&json).len(), "{what}");
        if !what.starts_with("examples/") {
            return;
        }
        for (row, gap) in rows.iter().zip(gaps(&json)) {
            assert_eq!(row[4], format!("`{}`", gap["id"].as_str().unwrap()), "{what}");
            let (file, line, _) = line_of(gap, assessment);
            let (path, number) = row[5].trim_matches('`').rsplit_once(':').unwrap();
            assert!(file.ends_with(path) && number == line.to_string(), "{what}: {row:?}");
        }
        let levels = ["very_high", "high", "moderate", "low", "very_low"];
        for (name, treatment) in [("open", "open"), ("accepted", "accepted"), ("known before", "baseline")] {
            let many = |level: &str| {
                let of =
                    gaps(&json).iter().filter(|gap| gap["treatment"] == treatment && gap["risk"]["level"] == level);
                of.count().to_string()
            };
            let row = format!("| {name} | {} |", levels.map(many).join(" | "));
            assert!(text.contains(&row), "{what}: no {row}");
        }
        assert_eq!(text.contains("The gate fails: "), json["gate"]["failed"] == true, "{what}");
        assert_eq!(text.contains("The gate holds: "), json["gate"]["failed"] == false, "{what}");
    });
}

#[test]
fn a_summary_ends_before_github_refuses_it() {
    use std::fmt::Write;
    let mut yaml = "organization: A\ncontrols:\n".to_owned();
    for at in 0..1500 {
        writeln!(yaml, "  - {{ id: C-{at}, name: '{}', criteria: [CC6.1], status: implemented }}", "漢 | ".repeat(100))
            .unwrap();
    }
    assess(&yaml, None, |assessment: &Assessment<'_>| {
        let text = rendered("github-summary", assessment);
        assert!((900_000..1_000_000).contains(&text.len()), "{}", text.len());
        let shown = rows(&text).len();
        let left = assessment.gaps.len() - shown;
        assert!(shown > 500 && left > 500);
        assert!(text.contains(&format!("\nNot here: {left} gaps, did not fit: GitHub takes no summary over 1 MiB.\n")));
        assert!(text.trim_end().ends_with("never counted in favour."));
        let few =
            asked("github-summary", assessment, &Options { min_level: Some(Level::VeryHigh), ..Options::default() });
        assert!(few.contains(", not asked for.\n") && !few.contains("did not fit"));
    });
}
