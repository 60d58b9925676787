//! The JSON result is what its published schema says, its counts agree with what it lists, and its numbers are right.
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

use gapcheck::Request;
use gapcheck::load;
use gapcheck::model::assessment::{Assessment, Comparison};
use gapcheck::model::date::Date;
use gapcheck::model::effort::Effort;
use gapcheck::model::files::Files;
use gapcheck::model::gap::Treatment;
use gapcheck::model::level::Level;
use gapcheck::model::plan::{Milestone, Task};
use gapcheck::model::plan_dates::PlanDates;
use gapcheck::model::words::TaskStatus;
use gapcheck::report::Options;
use gapcheck::report::json::{FORMAT, SCHEMA};
use serde_json::{Value, json};

const EMPTY: &str = "organization: Acme Inc.\ncontrols: []\n";

const MIXED: &str = "\
organization: Acme Inc.
scope:
  system: Acme Cloud
  categories: [availability]
  as_of: 2026-11-30
  not_applicable:
    - { criteria: [A1.3], rationale: No recovery is promised., approved_by: jane }
systems: [{ id: prod }]
controls:
  - id: AC-10
    name: Access review
    criteria: [CC6.3/periodic-review, CC6.2]
    status: implemented
    owner: jane
    evidence: [{ title: Review, url: https://files.example/review, collected: 2026-11-20 }]
    tests: [{ of: design, date: 2026-11-21, by: sam, conclusion: effective }]
  - { id: AC-2, name: Sign-on, criteria: [C1.1, CC6.1], status: informal }
  - { id: AC-3, name: Capacity, criteria: [A1.1], status: in-progress }
  - { id: AC-4, name: Tidy desks, criteria: [], status: implemented }
acceptances:
  - gap: CC7.5:criterion-without-control
    rationale: Recovery is a partner's.
    approved_by: sam
    approved: 2026-11-01
    expires: 2027-02-01
    level: very-high
settings: { freshness: { quarterly: 100d } }
";

const TYPE2: &str = "\
organization: \"Acme \\e[2J\\u202E\\u009B31m <b>\\tInc.\"
scope:
  categories: [privacy, confidentiality, processing_integrity, availability, security]
  report: type2
  period: { start: 2026-07-01, end: 2026-12-31 }
  not_applicable: [{ criteria: [P3.1, P3.2], rationale: Nothing is collected., approved_by: cto }]
systems: [{ id: prod, criticality: high, exposure: internet, data: [personal] }, { id: legacy }]
documents: [{ id: POL, title: Policy, url: https://files.example/policy, approved: 2026-01-01, approved_by: cto }]
controls:
  - { id: AC-1, name: \"=cmd|' /C calc'!A0\", criteria: [P4.1, P3.1, CC6.1], status: implemented, documented_in: [POL], systems: [prod] }
settings: { points_of_focus: off }
";

/// Assesses an inventory on 22 November 2026, with the gate at high, and lets a test change the result before it is written.
fn with(inventory: &str, options: &Options, change: impl FnOnce(&mut Assessment<'_>)) -> String {
    let as_of: Date = "2026-11-22".parse().unwrap();
    let catalog = load::catalog::bundled().unwrap();
    let sources = load::inventory::single("acme.yaml", inventory);
    let read = gapcheck::read(&sources, &catalog, as_of).unwrap();
    let request = Request { as_of, fail_on: Some(Level::High), baseline: None };
    let files = Files::default();
    let mut assessment = gapcheck::assess(&sources, &read, &catalog, &files, &request);
    change(&mut assessment);
    (FORMAT.render)(&assessment, options).into_text()
}

fn result(inventory: &str) -> Value {
    serde_json::from_str(&with(inventory, &Options::default(), |_| {})).unwrap()
}

fn assert_meets_schema(instance: &Value) {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let faults: Vec<String> =
        validator.iter_errors(instance).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(faults, Vec::<String>::new());
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap()
}

fn item<'a>(value: &'a Value, key: &str, id: &str) -> &'a Value {
    list(value, key).iter().find(|item| item["id"] == id).unwrap()
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn names(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect()
}

#[test]
fn every_result_meets_the_published_schema() {
    for inventory in [EMPTY, MIXED, TYPE2, include_str!("healthy.yaml"), include_str!("inventory/complete.yaml")] {
        assert_meets_schema(&result(inventory));
    }
}

#[test]
fn a_result_can_be_read_back_to_compare_with() {
    let text = with(MIXED, &Options::default(), |_| {});
    let baseline = load::baseline::baseline(&text).unwrap();
    let result: Value = serde_json::from_str(&text).unwrap();
    let known: Vec<(&str, String)> = baseline.levels.iter().map(|(id, level)| (id.as_str(), level.snake())).collect();
    let level = |gap: &Value| gap["risk"]["level"].as_str().unwrap().to_owned();
    let mut listed: Vec<(&str, String)> =
        list(&result, "gaps").iter().map(|gap| (gap["id"].as_str().unwrap(), level(gap))).collect();
    listed.sort();
    assert_eq!(known, listed);
    assert_eq!(baseline.as_of, "2026-11-22");
}

#[test]
fn the_schema_is_strict_and_explains_every_key() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let mut objects = 0;
    let mut stack = vec![&schema];
    while let Some(here) = stack.pop() {
        if here["type"] == "object" && here.get("properties").is_some() {
            objects += 1;
            assert_eq!(here["additionalProperties"], false, "{here}");
            let optional = ["as_of", "period"];
            let left_out: Vec<&str> =
                keys(&here["properties"]).into_iter().filter(|key| !names(&here["required"]).contains(key)).collect();
            assert!(left_out.is_empty() || left_out == optional, "{left_out:?}");
            for (key, property) in here["properties"].as_object().unwrap() {
                let explained = property.get("description").is_some() || property.get("$ref").is_some();
                assert!(explained, "{key} is not explained");
            }
        }
        stack.extend(here.as_object().into_iter().flat_map(|map| map.values()));
        stack.extend(here.as_array().into_iter().flatten());
    }
    assert_eq!(objects, 39);
    let mut changed = result(EMPTY);
    changed["summary"]["design"]["compliance"] = json!(1);
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(!validator.is_valid(&changed));
}

#[test]
fn keys_stand_in_the_order_of_the_contract() {
    let result = result(MIXED);
    let top = "schema_version tool catalog inputs as_of organization scope summary criteria controls gaps plan gate";
    let beside = "not_applicable out_of_scope unmapped unverifiable settings comparison data_flows";
    assert_eq!(keys(&result).join(" "), format!("{top} {beside}"));
    assert_eq!(keys(&result["scope"]).join(" "), "system categories report as_of");
    assert_eq!(keys(&result["summary"]).join(" "), "criteria design operation coverage gaps areas categories");
    assert_eq!(
        keys(&result["criteria"][0]).join(" "),
        "id category series title controls design operation gaps points_of_focus reasons claimed evidenced tested"
    );
    assert_eq!(
        keys(&result["controls"][0]).join(" "),
        "id name criteria status owner design operation occurrences gaps"
    );
    assert_eq!(
        keys(&result["gaps"][0]).join(" "),
        "id number rule nature title criteria control systems current_state desired_state recommendation risk \
         treatment location acceptance"
    );
    assert_eq!(
        keys(&result["gaps"][0]["risk"]).join(" "),
        "likelihood impact level score inherent working likelihood_points impact_points"
    );
    assert_eq!(
        keys(&result["plan"]).join(" "),
        "tasks milestones critical_path verdict options in_place_by escalations notes"
    );
}

#[test]
fn the_head_says_what_was_assessed_and_under_what() {
    let result = result(MIXED);
    assert_eq!(result["schema_version"], 1);
    assert_eq!(result["tool"], json!({ "name": "gapcheck", "version": env!("CARGO_PKG_VERSION") }));
    let catalog = load::catalog::bundled().unwrap();
    assert_eq!(result["catalog"], json!({ "edition": "tsc-2017-2022", "digest": catalog.digest }));
    let digest = gapcheck::text::hash::sha256_hex(MIXED.as_bytes());
    assert_eq!(result["inputs"], json!([{ "path": "acme.yaml", "digest": digest }]));
    assert_eq!((&result["as_of"], &result["organization"]), (&json!("2026-11-22"), &json!("Acme Inc.")));
    let categories = ["security", "availability"];
    let scope = json!({ "system": "Acme Cloud", "categories": categories, "report": "type1", "as_of": "2026-11-30" });
    assert_eq!(result["scope"], scope);
    let type2 = self::result(TYPE2);
    let period = json!({ "start": "2026-07-01", "end": "2026-12-31" });
    let all = ["security", "availability", "processing_integrity", "confidentiality", "privacy"];
    assert_eq!(type2["scope"], json!({ "system": null, "categories": all, "report": "type2", "period": period }));
}

#[test]
fn criteria_are_counted_as_by_hand() {
    // 33 common criteria and 3 of availability, of which A1.3 is scoped out. In place: AC-10 for CC6.2 and CC6.3, with
    // evidence and a test, and AC-2 for CC6.1, with nothing. 3 of 35 is 8.57 %, 2 of 35 is 5.71 %.
    let summary = result(MIXED)["summary"].take();
    assert_eq!(summary["criteria"], json!({ "total": 36, "applicable": 35, "not_applicable": 1 }));
    assert_eq!((&summary["design"]["gap"], &summary["design"]["unverified"]), (&json!(32), &json!(1)));
    assert_eq!(summary["operation"], Value::Null);
    let coverage = json!({ "claimed": 3, "evidenced": 2, "tested": 2, "of": 35,
        "claimed_percent": 8, "evidenced_percent": 5, "tested_percent": 5 });
    assert_eq!(summary["coverage"], coverage);
    let availability = json!({ "category": "availability", "criteria": 2, "no_gap": 0, "partial": 0, "unverified": 0,
        "gap": 2, "operation": null, "claimed": 0, "evidenced": 0, "tested": 0, "worst": "high" });
    assert_eq!(summary["categories"][1], availability);
    // All five categories are 61 criteria; P3.1 and P3.2 are scoped out.
    let type2 = result(TYPE2)["summary"].take();
    assert_eq!(type2["criteria"], json!({ "total": 61, "applicable": 59, "not_applicable": 2 }));
    // AC-1 is in place for CC6.1 and P4.1.
    assert_eq!(type2["operation"]["gap"], 57);
}

#[test]
fn criteria_and_controls_say_what_was_concluded() {
    let result = result(MIXED);
    let criterion = item(&result, "criteria", "CC6.3");
    assert_eq!((&criterion["category"], &criterion["series"]), (&json!("security"), &json!("CC6")));
    assert_eq!(criterion["controls"], json!(["AC-10"]));
    assert_eq!(criterion["points_of_focus"], json!({ "named": 1, "of": 4 }));
    assert_eq!([&criterion["claimed"], &criterion["evidenced"], &criterion["tested"]], [&json!(true); 3]);
    let bare = item(&result, "criteria", "CC6.1");
    assert_eq!((&bare["design"], &bare["operation"]), (&json!("unverified"), &Value::Null));
    let reason =
        "1 control is in place by assertion only: no evidence in date, no approved document, no test of design.";
    assert_eq!(bare["reasons"], json!({ "design": [reason], "operation": [] }));
    let excluded = item(&result, "criteria", "A1.3");
    assert_eq!(excluded["design"], "not_applicable");
    let ids: Vec<&Value> = list(&result, "controls").iter().map(|control| &control["id"]).collect();
    assert_eq!(ids, ["AC-2", "AC-3", "AC-4", "AC-10"]);
    let informal = item(&result, "controls", "AC-2");
    assert_eq!((&informal["criteria"], &informal["status"]), (&json!(["CC6.1", "C1.1"]), &json!("informal")));
    assert_eq!((&informal["owner"], &informal["design"]), (&Value::Null, &json!("unverified")));
    let begun = item(&result, "controls", "AC-3");
    assert_eq!((&begun["status"], &begun["design"]), (&json!("in_progress"), &json!("gap")));
    let reviewed = item(&result, "controls", "AC-10");
    assert_eq!((&reviewed["criteria"], &reviewed["owner"]), (&json!(["CC6.2", "CC6.3"]), &json!("jane")));
    let type2 = self::result(TYPE2);
    assert_eq!(item(&type2, "criteria", "CC6.1")["points_of_focus"], Value::Null);
    assert_eq!(item(&type2, "criteria", "CC7.1")["operation"], "gap");
    let documented = item(&type2, "controls", "AC-1");
    assert_eq!(documented["operation"], "unverified");
    assert_eq!(documented["criteria"], json!(["CC6.1", "P3.1", "P4.1"]));
}

#[test]
fn a_gap_shows_how_its_risk_was_worked_out() {
    // A1.2 begins at 82 of impact (high). With no likelihood yet that is low: 5 + (15 × 82 + 100) / 200 = 11. The fault
    // adds 96 of likelihood (very high), so high by Table I-2: 80 + (15 × 178 + 100) / 200 = 93, that is 82 more.
    let result = result(MIXED);
    let gap = item(&result, "gaps", "A1.2:criterion-without-control");
    assert_eq!((&gap["rule"], &gap["nature"]), (&json!("criterion-without-control"), &json!("missing")));
    assert_eq!((&gap["criteria"], &gap["control"], &gap["systems"]), (&json!(["A1.2"]), &Value::Null, &json!([])));
    assert_eq!((&gap["treatment"], &gap["acceptance"], &gap["location"]), (&json!("open"), &Value::Null, &Value::Null));
    let risk = &gap["risk"];
    assert_eq!((&risk["likelihood"], &risk["impact"]), (&json!("very_high"), &json!("high")));
    assert_eq!((&risk["level"], &risk["score"]), (&json!("high"), &json!(93)));
    assert_eq!((&risk["likelihood_points"], &risk["impact_points"]), (&json!(96), &json!(82)));
    let same = json!({ "likelihood": "very_high", "impact": "high", "level": "high", "score": 93,
        "likelihood_points": 96, "impact_points": 82 });
    assert_eq!(risk["inherent"], same);
    let catalog = load::catalog::bundled().unwrap();
    let because = format!("A1.2: {}", catalog.criterion("A1.2".parse().unwrap()).unwrap().impact.because);
    let criterion = json!({ "factor": "criterion", "on": "impact", "points": 82, "effect": 11, "because": because,
        "mitigates": false });
    let fault = json!({ "factor": "fault", "on": "likelihood", "points": 96, "effect": 82,
        "because": "A criterion in scope is named by no control.", "mitigates": false });
    assert_eq!(risk["working"], json!([criterion, fault]));
}

#[test]
fn the_counts_are_those_of_what_is_listed() {
    for inventory in [EMPTY, MIXED, TYPE2] {
        let result = result(inventory);
        let summary = &result["summary"];
        let count = |key: &str, word: &str| list(&result, "criteria").iter().filter(|c| c[key] == word).count();
        let mut applicable = 0;
        for word in ["no_gap", "partial", "unverified", "gap"] {
            applicable += count("design", word);
            assert_eq!(summary["design"][word], count("design", word));
            if summary["operation"].is_object() {
                assert_eq!(summary["operation"][word], count("operation", word));
            }
        }
        assert_eq!(summary["criteria"]["applicable"], applicable);
        assert_eq!(summary["criteria"]["not_applicable"], list(&result, "not_applicable").len());
        for word in ["claimed", "evidenced", "tested"] {
            let counted = list(&result, "criteria").iter().filter(|criterion| criterion[word] == true).count();
            assert_eq!(summary["coverage"][word], counted);
        }
        let gaps = list(&result, "gaps");
        let treated = |word: &'static str| gaps.iter().filter(move |gap| gap["treatment"] == word);
        for level in ["very_high", "high", "moderate", "low", "very_low"] {
            let of_level = treated("open").filter(|gap| gap["risk"]["level"] == level).count();
            assert_eq!(summary["gaps"][level], of_level);
        }
        assert_eq!(summary["gaps"]["total"], treated("open").count());
        assert_eq!(summary["gaps"]["accepted"], treated("accepted").count());
        for (number, gap) in (1..).zip(gaps) {
            assert_eq!(gap["number"], number);
            let working = list(&gap["risk"], "working");
            let sum = |key: &str| working.iter().map(|line| line[key].as_i64().unwrap()).sum::<i64>();
            assert_eq!(gap["risk"]["score"], sum("effect"), "{}", gap["id"]);
        }
        let high: Vec<&Value> = treated("open")
            .filter(|gap| ["high", "very_high"].contains(&gap["risk"]["level"].as_str().unwrap()))
            .map(|gap| &gap["id"])
            .collect();
        assert_eq!(result["gate"], json!({ "fail_on": "high", "failed": true, "exceeding": high }));
    }
}

#[test]
fn what_was_left_out_is_listed() {
    let result = result(MIXED);
    let excluded = json!({ "criterion": "A1.3", "rationale": "No recovery is promised.", "approved_by": "jane" });
    assert_eq!(result["not_applicable"], json!([excluded]));
    assert_eq!(result["out_of_scope"], json!([{ "control": "AC-2", "criteria": ["C1.1"] }]));
    assert_eq!(result["unmapped"], json!(["AC-4"]));
    let url = "https://files.example/review";
    assert_eq!(result["unverifiable"], json!([{ "subject": "AC-10", "title": "Review", "url": url }]));
    let name = "evidence of quarterly controls is in date for";
    assert_eq!(result["settings"], json!([{ "name": name, "value": "100 days", "default": "110 days" }]));
    assert_eq!(result["comparison"], Value::Null);
    let accepted = item(&result, "gaps", "CC7.5:criterion-without-control");
    assert_eq!(accepted["treatment"], "accepted");
    let signature = json!({ "approved_by": "sam", "rationale": "Recovery is a partner's.", "approved": "2026-11-01",
        "expires": "2027-02-01", "level": "very_high" });
    assert_eq!(accepted["acceptance"], signature);
    assert_eq!(result["summary"]["gaps"]["accepted"], 1);
}

#[test]
fn plan_places_and_comparison_are_written_where_there_are_any() {
    let due: Date = "2026-12-15".parse().unwrap();
    let task = Task {
        id: "T-CC1.1".to_owned(),
        title: "Write it down".to_owned(),
        gaps: vec!["CC1.1:criterion-without-control".to_owned()],
        owner: Some("jane".to_owned()),
        resources: "A tester for a day".to_owned(),
        effort: Effort::about(25),
        depends_on: vec!["T-CC1.2".to_owned()],
        start: Some("2026-11-23".parse().unwrap()),
        finish: Some("2026-11-25".parse().unwrap()),
        critical: true,
        due,
        status: TaskStatus::InProgress,
        score: 63,
        ..Task::default()
    };
    let text = with(MIXED, &Options::default(), |assessment| {
        assessment.gaps[0].finding.place = Some(assessment.inventory.controls[3].id.place);
        assessment.gaps[1].treatment = Treatment::Baseline;
        assessment.plan.tasks = vec![task];
        assessment.plan.critical_path = vec!["T-CC1.1".to_owned()];
        assessment.plan.verdict = Some("The promise can hold.".to_owned());
        let date = Some("2026-12-10".parse().unwrap());
        assessment.plan.milestones = vec![
            Milestone { name: "fieldwork", date, promised: Some(due), holds: Some(true), because: "Soon.".to_owned() },
            Milestone { name: "controls in place", because: "Never.".to_owned(), ..Milestone::default() },
        ];
        assessment.plan.dates = PlanDates::default();
        assessment.plan.escalations = Vec::new();
        assessment.plan.notes = vec!["All is said.".to_owned()];
        let resolved = vec!["AC-9:evidence-stale".to_owned()];
        let since = "2026-10-01".to_owned();
        assessment.comparison = Some(Comparison { since, new: vec![0], worsened: vec![2], unchanged: 4, resolved });
    });
    let result: Value = serde_json::from_str(&text).unwrap();
    assert_meets_schema(&result);
    // AC-10 is the first control of the file: line 10, behind `  - id: `.
    assert_eq!(result["gaps"][0]["location"], json!({ "file": "acme.yaml", "line": 10, "column": 9 }));
    assert_eq!(result["gaps"][1]["treatment"], "baseline");
    let task = json!({ "id": "T-CC1.1", "title": "Write it down", "gaps": ["CC1.1:criterion-without-control"],
        "owner": "jane", "effort_days": 2.5, "start": "2026-11-23", "finish": "2026-11-25", "due": "2026-12-15",
        "depends_on": ["T-CC1.2"], "critical": true, "status": "in_progress", "resources": "A tester for a day",
        "ticket": null });
    let milestones = json!([
        { "name": "fieldwork", "date": "2026-12-10", "promised": "2026-12-15", "holds": true, "because": "Soon." },
        { "name": "controls in place", "date": null, "promised": null, "holds": null, "because": "Never." },
    ]);
    let plan = json!({ "tasks": [task], "milestones": milestones, "critical_path": ["T-CC1.1"],
        "verdict": "The promise can hold.", "options": [], "in_place_by": null, "escalations": [],
        "notes": ["All is said."] });
    assert_eq!(result["plan"], plan);
    let (new, worsened) = (&result["gaps"][0]["id"], &result["gaps"][2]["id"]);
    let comparison = json!({ "since": "2026-10-01", "new": [new], "worsened": [worsened], "unchanged": 4,
        "resolved": ["AC-9:evidence-stale"] });
    assert_eq!(result["comparison"], comparison);
}

/// A result may be the baseline of the next, so it is whole whatever a person wants to see listed.
#[test]
fn options_never_leave_anything_out() {
    let whole = with(MIXED, &Options::default(), |_| {});
    let options = Options { min_level: Some(Level::VeryHigh), quiet: true, width: 40, ..Options::default() };
    assert_eq!(with(MIXED, &options, |_| {}), whole);
    let only_new = |assessment: &mut Assessment<'_>| {
        assessment.comparison = Some(Comparison { new: vec![3], ..Comparison::default() });
    };
    let new = Options { new_only: true, ..Options::default() };
    assert_eq!(with(MIXED, &new, only_new), with(MIXED, &Options::default(), only_new));
}

#[test]
fn hostile_text_stays_text_and_nothing_is_hidden() {
    let text = with(TYPE2, &Options::default(), |_| {});
    let hidden = text.chars().find(|c| *c != '\n' && !gapcheck::text::escape::visible(*c));
    assert_eq!(hidden, None);
    let result: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(result["organization"], "Acme \u{1b}[2J\u{202e}\u{9b}31m <b>\tInc.");
    assert_eq!(result["controls"][0]["name"], "=cmd|' /C calc'!A0");
}

#[test]
fn the_text_is_pretty_ends_a_line_and_is_the_same_each_time() {
    let text = with(MIXED, &Options::default(), |_| {});
    assert!(text.starts_with("{\n  \"schema_version\": 1,\n  \"tool\": {\n    \"name\": \"gapcheck\",\n"));
    assert!(text.ends_with("\n  \"comparison\": null,\n  \"data_flows\": []\n}\n"));
    assert_eq!(text, with(MIXED, &Options::default(), |_| {}));
    assert_eq!((FORMAT.name, FORMAT.extension), ("json", "json"));
    assert!(gapcheck::report::by_name("json").is_some());
}
