//! SARIF: each gap on its line, under one name for good, and as much of it as GitHub takes.
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

use gapcheck::model::assessment::Assessment;
use gapcheck::model::level::Level;
use gapcheck::report::Options;
use records::{SMALL, asked, assess, day, each, earlier, gaps, json, line_of, rendered};
use serde_json::{Value, json};

fn run(assessment: &Assessment<'_>) -> Value {
    run_asked(assessment, &Options::default())
}

fn run_asked(assessment: &Assessment<'_>, options: &Options) -> Value {
    let log: Value = serde_json::from_str(&asked("sarif", assessment, options)).unwrap();
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(log["runs"].as_array().unwrap().len(), 1);
    log["runs"][0].clone()
}

fn result(run: &Value, id: &str) -> Value {
    let results = run["results"].as_array().unwrap();
    results.iter().find(|one| one["properties"]["gapId"] == id).unwrap_or_else(|| panic!("no {id}")).clone()
}

fn rule(run: &Value, id: &str) -> Value {
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    rules.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id}")).clone()
}

/// `  - { name: "Capacité | <b>", id: CAP-1`: 34 characters stand before the id, and it has five.
#[test]
fn a_gap_is_a_result() {
    assess(SMALL, None, |assessment| {
        let expected = json!({
            "ruleId": "A1.1",
            "ruleIndex": 33,
            "kind": "fail",
            "level": "warning",
            "rank": 60,
            "message": { "text": "CAP-1: A control is planned or in progress, and nothing else is in place for a criterion it names. \
                Touches A1.1.\n\nPut the control in place as described, set its status to `implemented`, and keep the first evidence of it." },
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": { "uri": "in.yaml", "uriBaseId": "SRCROOT" },
                    "region": { "startLine": 9, "startColumn": 35, "endLine": 9, "endColumn": 40 },
                },
                "logicalLocations": [{ "name": "CAP-1", "fullyQualifiedName": "CAP-1:control-not-in-place", "kind": "resource" }],
            }],
            // printf %s CAP-1:control-not-in-place | sha256sum
            "partialFingerprints": { "primaryLocationLineHash": "6b23bfcd2036c55d:1", "gapId/v1": "CAP-1:control-not-in-place" },
            "suppressions": [],
            "properties": {
                "gapId": "CAP-1:control-not-in-place",
                "rule": "control-not-in-place",
                "nature": "missing",
                "title": "Capacité | <b>: only in progress, with nothing in place beside it",
                "criteria": ["A1.1"],
                "control": "CAP-1",
                "riskLevel": "moderate",
                "score": 60,
                "treatment": "open",
            },
        });
        assert_eq!(result(&run(assessment), "CAP-1:control-not-in-place"), expected);
    });
}

#[test]
fn what_somebody_signed_for_is_suppressed_and_stays() {
    assess(SMALL, None, |assessment| {
        let accepted = result(&run(assessment), "A1.2:criterion-without-control");
        assert_eq!(
            accepted["suppressions"],
            json!([{
                "kind": "external",
                "status": "accepted",
                "justification": "Accepted by jane until 2027-01-31: A partner's, \"all\" of it.",
            }])
        );
        assert_eq!((&accepted["level"], &accepted["rank"]), (&json!("error"), &json!(93)));
        assert_eq!(accepted["partialFingerprints"]["primaryLocationLineHash"], "ad4536c11e81044a:1");
        // Nobody wrote it down, so it stands where the organisation is named: 33 characters on the second line.
        assert_eq!(
            accepted["locations"][0]["physicalLocation"]["region"],
            json!({ "startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 34 })
        );
        let open = run_asked(assessment, &Options { open_only: true, ..Options::default() });
        assert_eq!(open["results"].as_array().unwrap().len(), 35);
        let notes = &open["invocations"][0]["toolExecutionNotifications"];
        assert_eq!(notes[0]["message"]["text"], "35 of 36 gaps were asked for; the others are not among the results.");
    });
}

#[test]
fn a_criterion_is_a_rule_and_what_touches_none_has_its_own() {
    assess(SMALL, None, |assessment| {
        let run = run(assessment);
        let ids: Vec<&str> = run["tool"]["driver"]["rules"]
            .as_array()
            .unwrap()
            .iter()
            .map(|rule| rule["id"].as_str().unwrap())
            .collect();
        // 33 common criteria, three of availability, and one rule of gapcheck.
        assert_eq!(ids.len(), 37);
        assert_eq!(ids[..3], ["CC1.1", "CC1.2", "CC1.3"]);
        assert_eq!(ids[33..], ["A1.1", "A1.2", "A1.3", "control-unmapped"]);
        let capacity = rule(&run, "A1.1");
        assert_eq!(capacity["name"], "CapacityPlanningAndTracking");
        assert_eq!(capacity["shortDescription"]["text"], "A1.1 Capacity planning and tracking");
        assert_eq!(capacity["defaultConfiguration"]["level"], "warning");
        assert_eq!(
            capacity["properties"],
            json!({
                "tags": ["security", "soc2", "A1.1", "availability", "monitoring"],
                "precision": "high",
                "problem.severity": "warning",
                "security-severity": "5.5",
            })
        );
        // Very high, high and accepted, low, and without a gap.
        assert_eq!(rule(&run, "CC6.1")["properties"]["security-severity"], "9.5");
        assert_eq!(rule(&run, "A1.2")["properties"]["security-severity"], "8.0");
        assert_eq!(rule(&run, "control-unmapped")["properties"]["security-severity"], "2.0");
        assert!(rule(&run, "A1.3")["properties"].get("security-severity").is_none());
        let unmapped = result(&run, "CAP-2:control-unmapped");
        assert_eq!((&unmapped["ruleId"], &unmapped["ruleIndex"]), (&json!("control-unmapped"), &json!(36)));
        assert_eq!(rule(&run, "control-unmapped")["shortDescription"]["text"], "A control names no criterion.");
        let help = rule(&run, "A1.1")["help"]["markdown"].as_str().unwrap().to_owned();
        assert!(
            help.starts_with("**A1.1** ") && help.contains("\n\n**What to do where nothing is in place**\n\n- "),
            "{help}"
        );
    });
}

#[test]
fn the_severity_of_a_rule_is_that_of_its_worst_open_gap() {
    // An accepted gap of a high level beside an open one of a low level.
    let yaml = "\
organization: A
controls:
  - { id: X-1, name: N, criteria: [CC6.1], status: implemented, owner: jane }
";
    let with = |acceptance: &str, expected: &str| {
        assess(&format!("{yaml}{acceptance}"), None, |assessment| {
            let json = json(assessment);
            let open = gaps(&json).iter().filter(|gap| gap["treatment"] == "open" && gap["criteria"][0] == "CC6.1");
            let worst = open.map(|gap| gap["risk"]["score"].as_u64().unwrap()).max().unwrap();
            let band = match worst {
                96.. => "9.5",
                80.. => "8.0",
                21.. => "5.5",
                5.. => "2.0",
                _ => "0.5",
            };
            assert_eq!(band, expected, "{worst}");
            assert_eq!(rule(&run(assessment), "CC6.1")["properties"]["security-severity"], expected);
        });
    };
    with("", "8.0");
    let accept = "acceptances: [{ gap: 'X-1:evidence-absent', rationale: R, approved_by: sam, approved: 2026-11-01, expires: 2027-01-31 }]\n";
    // What is left is that nobody tested it, and how it is described: low.
    with(accept, "2.0");
}

#[test]
fn a_run_names_its_engagement_and_the_earlier_one() {
    let text = SMALL.replace("Ünder: 100% & Co.", "Acme Inc.");
    assess(&text, None, |first| {
        let id = |run: &Value| run["automationDetails"]["id"].as_str().unwrap().to_owned();
        let alone = run(first);
        assert_eq!(id(&alone), "gapcheck/acme-inc/soc2-type1/");
        assert!(alone.get("baselineGuid").is_none());
        // Columns are counted in characters, and addresses begin at the root of the repository.
        assert_eq!(alone["columnKind"], "unicodeCodePoints");
        assert!(alone["originalUriBaseIds"]["SRCROOT"].is_object());
        assert_eq!(alone["invocations"], json!([{ "executionSuccessful": true, "toolExecutionNotifications": [] }]));
        assert!(alone["results"].as_array().unwrap().iter().all(|one| one.get("baselineState").is_none()));
        assess(&text, Some(earlier(first)), |second| {
            let run = run(second);
            assert_eq!(id(&run), "gapcheck/acme-inc/soc2-type1/");
            // The earlier result is of the same day.
            assert_eq!(run["baselineGuid"], alone["automationDetails"]["guid"]);
            let states: Vec<&str> =
                run["results"].as_array().unwrap().iter().map(|one| one["baselineState"].as_str().unwrap()).collect();
            let count = |state: &str| states.iter().filter(|one| **one == state).count();
            // Of 36 gaps 18 were there, every third of them at a lower level: 0, 3, 6, 9, 12, 15.
            assert_eq!((count("new"), count("updated"), count("unchanged")), (18, 6, 12));
            assert_eq!(run["properties"]["resolved"], json!(["GONE-1:evidence-stale"]));
            assert_eq!(run["properties"]["change"], "Since 2026-11-22: 18 new, 6 worsened, 12 unchanged, 1 resolved.");
        });
    });
    assess(SMALL, None, |assessment| {
        // Another alphabet would leave nothing to tell names apart by: printf %s 'Ünder: 100% & Co.' | sha256sum
        assert_eq!(run(assessment)["automationDetails"]["id"], "gapcheck/nder-100-co-bccf25f5/soc2-type1/");
    });
}

/// What says that nothing moved must not move: not when a control is reworded, moved, or a day older.
#[test]
fn what_is_only_reworded_keeps_its_name_and_its_message() {
    let moved = SMALL.replace("# Two controls.\n", "\n\n\n").replace("Capacité | <b>", "Another name");
    let named = |run: &Value| -> BTreeSet<String> {
        let results = run["results"].as_array().unwrap().iter();
        results.map(|one| format!("{} {} {}", one["ruleId"], one["partialFingerprints"], one["message"])).collect()
    };
    assess(SMALL, None, |before| {
        assess(&moved, None, |after| {
            assert_eq!(named(&run(before)), named(&run(after)));
            assert_ne!(rendered("sarif", before), rendered("sarif", after));
        });
    });
}

#[test]
fn a_path_stays_below_the_root() {
    let uri = |name: &str| {
        let catalog = gapcheck::load::catalog::bundled().unwrap();
        let file = gapcheck::source::file::SourceFile::new("x", SMALL, "ab").lying_at(name);
        let sources = gapcheck::source::file::Sources::new(vec![file]);
        let inventory = gapcheck::read(&sources, &catalog, day()).unwrap();
        let request = gapcheck::Request { as_of: day(), fail_on: None, baseline: None };
        let files = gapcheck::model::files::Files::default();
        let run = run(&gapcheck::assess(&sources, &inventory, &catalog, &files, &request));
        assert_eq!(run["artifacts"][0]["hashes"]["sha-256"], "ab");
        let artifact = run["artifacts"][0]["location"]["uri"].clone();
        assert_eq!(artifact, run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]);
        artifact.as_str().unwrap().to_owned()
    };
    assert_eq!(uri("soc 2/é#.yaml"), "soc%202/%C3%A9%23.yaml");
    assert_eq!(uri("/etc/in.yaml"), "etc/in.yaml");
    assert_eq!(uri("../../in.yaml"), "in.yaml");
    assert_eq!(uri("<stdin>"), "%3Cstdin%3E");
}

#[test]
fn every_result_is_the_gap_it_says_it_is() {
    each(|what, assessment| {
        let (run, json) = (run(assessment), json(assessment));
        let results = run["results"].as_array().unwrap();
        assert_eq!(results.len(), gaps(&json).len(), "{what}");
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        let ids: BTreeSet<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), rules.len(), "{what}: a rule twice");
        for rule in rules {
            assert_ne!(rule["id"], rule["name"], "{what}");
            for text in ["shortDescription", "fullDescription"] {
                assert!((1..=1024).contains(&rule[text]["text"].as_str().unwrap().chars().count()), "{what}");
            }
            let tags = rule["properties"]["tags"].as_array().unwrap();
            assert!(tags.len() <= 10 && tags.iter().map(Value::to_string).collect::<BTreeSet<_>>().len() == tags.len());
        }
        let mut hashes = BTreeSet::new();
        for (result, gap) in results.iter().zip(gaps(&json)) {
            let id = gap["id"].as_str().unwrap();
            assert_eq!(result["properties"]["gapId"], *id, "{what}");
            let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
            assert_eq!(rule["id"], result["ruleId"], "{what}");
            let expected = gap["criteria"].get(0).unwrap_or(&gap["rule"]);
            assert_eq!(result["ruleId"], *expected, "{what}: {id}");
            let level = match gap["risk"]["level"].as_str().unwrap() {
                "very_high" | "high" => "error",
                "moderate" => "warning",
                _ => "note",
            };
            assert_eq!(result["level"], level, "{what}: {id}");
            assert_eq!(result["rank"], gap["risk"]["score"], "{what}: {id}");
            assert_eq!(!result["suppressions"].as_array().unwrap().is_empty(), gap["treatment"] == "accepted");
            assert!(
                hashes.insert(result["partialFingerprints"]["primaryLocationLineHash"].to_string()),
                "{what}: {id}"
            );
            let (file, line, text) = line_of(gap, assessment);
            let place = &result["locations"][0]["physicalLocation"];
            let region = &place["region"];
            assert!(file.ends_with(place["artifactLocation"]["uri"].as_str().unwrap()), "{what}: {file}");
            assert_eq!(region["startLine"], line, "{what}: {id}");
            let column = |key: &str| usize::try_from(region[key].as_u64().unwrap()).unwrap();
            if region["endLine"] == region["startLine"] {
                let length = text.chars().count();
                let (start, end) = (column("startColumn"), column("endColumn"));
                assert!(1 <= start && start <= end && end <= length + 1, "{what}: {id} {region}");
                assert!(end > start, "{what}: {id}: nothing is marked");
            }
            if gap["location"].is_null() {
                assert_eq!(column("startColumn"), 1);
                assert_eq!(column("endColumn"), text.chars().count() + 1, "{what}: {id}");
            } else {
                assert_eq!(region["startColumn"], gap["location"]["column"], "{what}: {id}");
            }
        }
    });
}

/// In the examples a control's gaps mark the id of the control itself.
#[test]
fn what_is_marked_is_the_id() {
    let mut marked = 0;
    each(|what, assessment| {
        let json = json(assessment);
        if !what.starts_with("examples/") {
            return;
        }
        for (result, gap) in run(assessment)["results"].as_array().unwrap().iter().zip(gaps(&json)) {
            let Some(control) = gap["control"].as_str() else { continue };
            let (_, _, line) = line_of(gap, assessment);
            let region = &result["locations"][0]["physicalLocation"]["region"];
            let column = |key: &str| usize::try_from(region[key].as_u64().unwrap()).unwrap();
            let (start, end) = (column("startColumn"), column("endColumn"));
            let text: String = line.chars().skip(start - 1).take(end - start).collect();
            // Others mark the test, the evidence or the decision they speak of.
            if ["control-not-in-place", "design-untested", "evidence-absent", "evidence-stale", "operation-untested"]
                .contains(&gap["rule"].as_str().unwrap())
            {
                assert_eq!(text.trim_matches(['"', '\'']), control, "{what}: {}", gap["id"]);
                marked += 1;
            }
        }
    });
    assert!(marked > 100, "{marked}");
}

#[test]
fn the_worst_of_too_many_are_kept_and_the_others_counted() {
    use std::fmt::Write;
    let mut yaml = "organization: A\nscope: { categories: [security] }\ncontrols:\n".to_owned();
    for at in 0..5200 {
        writeln!(yaml, "  - {{ id: C-{at}, name: '{}', criteria: [CC6.1], status: implemented }}", "long ".repeat(80))
            .unwrap();
    }
    assess(&yaml, None, |assessment| {
        let all = assessment.gaps.len();
        assert!(all > 25_000, "{all}");
        let run = run(assessment);
        let results = run["results"].as_array().unwrap();
        assert_eq!(results.len(), 25_000);
        let ranks: Vec<u64> = results.iter().map(|one| one["rank"].as_u64().unwrap()).collect();
        assert!(ranks.is_sorted_by(|one, next| one >= next));
        assert!(ranks.last().unwrap() >= &u64::from(assessment.gaps[25_000].risk.score()));
        let notes = run["invocations"][0]["toolExecutionNotifications"].as_array().unwrap();
        assert_eq!(notes.len(), 1);
        assert_eq!((&notes[0]["descriptor"]["id"], &notes[0]["level"]), (&json!("gaps-left-out"), &json!("warning")));
        assert_eq!(
            notes[0]["message"]["text"],
            format!(
                "Code scanning takes 25,000 results: the 25,000 worst gaps are here, and {} are left out.",
                grouped(all - 25_000)
            )
        );
        assert!(results.iter().all(|one| one["properties"]["title"].as_str().unwrap().chars().count() <= 250));
    });
}

fn grouped(many: usize) -> String {
    if many < 10_000 { many.to_string() } else { format!("{},{:03}", many / 1000, many % 1000) }
}

#[test]
fn only_what_is_asked_for_is_a_result() {
    assess(SMALL, None, |assessment| {
        let high = run_asked(assessment, &Options { min_level: Some(Level::High), ..Options::default() });
        // 3 very high, 11 high, and the high one that was signed for.
        assert_eq!(high["results"].as_array().unwrap().len(), 15);
        // All criteria are rules all the same, and their severity is what it was.
        assert_eq!(high["tool"]["driver"]["rules"].as_array().unwrap().len(), 36);
        assert_eq!(rule(&high, "A1.1")["properties"]["security-severity"], "5.5");
    });
}
