//! What the documents count is what the JSON result counts, and nobody is told more than is known.

use gapcheck::model::assessment::Assessment;
use gapcheck::model::level::Level;
use gapcheck::report::Options;
use gapcheck::report::format::Content;
use serde_json::Value;

use crate::common;
use crate::{assess, content, each, list, plan, prop, read, results, text, with};

/// How many of a list hold something.
fn count(list: &[Value], holds: impl Fn(&Value) -> bool) -> u64 {
    u64::try_from(list.iter().filter(|one| holds(one)).count()).unwrap()
}

fn assert_counts(path: &str, assessment: &Assessment<'_>) {
    let json = read(&text("json", assessment));
    let document = results(assessment);
    let result = &document["results"][0];
    let (findings, risks) = (list(result, "findings"), list(result, "risks"));
    let summary = &json["summary"];
    for of in ["design", "operation"] {
        let on = |finding: &Value| prop(finding, "verdict-on") == Some(of);
        if summary[of].is_null() {
            assert_eq!(count(findings, on), 0, "{path}");
            continue;
        }
        assert_eq!(count(findings, on), summary["criteria"]["applicable"], "{path}");
        for verdict in ["no-gap", "partial", "unverified", "gap"] {
            let expected = summary[of][verdict.replace('-', "_")].as_u64().unwrap();
            let are = |finding: &Value| on(finding) && prop(finding, "verdict") == Some(verdict);
            assert_eq!(count(findings, are), expected, "{path}: {of} {verdict}");
            assert_eq!(prop(result, &format!("{of}-{verdict}")), Some(&*expected.to_string()), "{path}");
        }
        // The better of the two states is for what has no gap, and for nothing else.
        let better = |finding: &Value| on(finding) && finding["target"]["status"]["state"] == "satisfied";
        assert_eq!(count(findings, better), summary[of]["no_gap"], "{path}: {of}");
    }
    let gaps = json["gaps"].as_array().unwrap();
    assert_eq!(risks.len(), gaps.len(), "{path}");
    for (risk, gap) in risks.iter().zip(gaps) {
        assert_eq!(prop(risk, "gap"), gap["id"].as_str(), "{path}");
        assert_eq!(prop(risk, "treatment"), gap["treatment"].as_str(), "{path}");
        let adjusted = &risk["characterizations"][1]["facets"];
        assert_eq!(adjusted[2]["value"], gap["risk"]["level"].as_str().unwrap().replace('_', "-"), "{path}");
        assert_eq!(adjusted[5]["value"], gap["risk"]["score"].to_string(), "{path}");
    }
    let stated = [
        ("criteria", &summary["criteria"]["total"]),
        ("criteria-not-applicable", &summary["criteria"]["not_applicable"]),
        ("claimed", &summary["coverage"]["claimed"]),
        ("evidenced", &summary["coverage"]["evidenced"]),
        ("tested", &summary["coverage"]["tested"]),
        ("gaps-open", &summary["gaps"]["total"]),
        ("gaps-high", &summary["gaps"]["high"]),
        ("gaps-accepted", &summary["gaps"]["accepted"]),
        ("gaps-baseline", &summary["gaps"]["baseline"]),
    ];
    for (name, expected) in stated {
        assert_eq!(prop(result, name), Some(&*expected.to_string()), "{path}: {name}");
    }
    let selection = &result["reviewed-controls"]["control-selections"][0];
    let included = list(selection, "include-controls").len();
    assert_eq!(u64::try_from(included).unwrap(), summary["criteria"]["applicable"], "{path}");
    assert_eq!(
        u64::try_from(list(selection, "exclude-controls").len()).unwrap(),
        summary["criteria"]["not_applicable"],
        "{path}"
    );
}

#[test]
fn the_counts_are_those_of_the_json_result() {
    each(assert_counts);
}

#[test]
fn the_plan_holds_what_the_results_hold() {
    each(|path, assessment| {
        let document = results(assessment);
        let Some(plan) = plan(assessment) else { return };
        let result = &document["results"][0];
        assert_eq!(plan["risks"], result["risks"], "{path}");
        for name in ["observations", "findings"] {
            for one in list(&plan, name) {
                let same = list(result, name).iter().find(|other| other["uuid"] == one["uuid"]);
                assert_eq!(same, Some(one), "{path}: {name}");
            }
        }
        // And nothing beside: what no gap has to do with stays with the results.
        let related = ["risks", "findings", "poam-items"].into_iter().flat_map(|name| list(&plan, name));
        let related: Vec<&Value> = related
            .flat_map(|one| list(one, "related-observations").iter().map(|related| &related["observation-uuid"]))
            .collect();
        assert!(list(&plan, "observations").iter().all(|seen| related.contains(&&seen["uuid"])), "{path}");
        assert!(list(&plan, "findings").iter().all(|finding| !list(finding, "related-risks").is_empty()), "{path}");
        assert_eq!(list(&plan, "poam-items").len(), list(&plan, "risks").len(), "{path}");
        assert_eq!(plan["metadata"]["parties"], document["metadata"]["parties"], "{path}");
    });
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    each(|path, assessment| {
        for format in ["oscal-ar", "oscal-poam"] {
            assert_eq!(text(format, assessment), text(format, assessment), "{path}");
        }
    });
}

#[test]
fn only_listed_gaps_are_told_and_all_are_counted() {
    each(|path, assessment| {
        let options = Options { min_level: Some(Level::High), ..Options::default() };
        let listed: Vec<&str> = options.listed(assessment).map(gapcheck::model::gap::Gap::id).collect();
        let document = read(&content("oscal-ar", assessment, &options).into_text());
        let result = &document["assessment-results"]["results"][0];
        let told: Vec<&str> = list(result, "risks").iter().filter_map(|risk| prop(risk, "gap")).collect();
        assert_eq!(told, listed, "{path}");
        let open = assessment.summary.open_total().to_string();
        assert_eq!(prop(result, "gaps-open"), Some(&*open), "{path}");
    });
}

#[test]
fn no_plan_without_a_gap_to_close() {
    let nothing =
        Content::Nothing("a plan of action and milestones needs at least one open gap, and there is none".to_owned());
    let healthy = include_str!("../healthy.yaml");
    assess(healthy, None, |assessment| {
        assert_eq!(assessment.gaps.len(), 0);
        assert_eq!(content("oscal-poam", assessment, &Options::default()), nothing);
    });
    // One gap, that somebody signed for, and the same that nobody did.
    let gap = healthy.replacen("url: https://files.example/2026/ac-02", "path: not-there.csv", 1);
    let signed = format!(
        "{gap}\nacceptances:\n  - {{ gap: 'AC-02:evidence-missing', rationale: Known, approved_by: cto, \
         approved: 2026-11-01, expires: 2027-03-31 }}\n"
    );
    assess(&signed, None, |assessment| {
        assert_eq!((assessment.gaps.len(), assessment.summary.accepted), (1, 1));
        assert_eq!(content("oscal-poam", assessment, &Options::default()), nothing);
    });
    let earlier = assess(&gap, None, |assessment| {
        assert_eq!(list(&plan(assessment).unwrap(), "poam-items").len(), 1);
        text("json", assessment)
    });
    // What was known before is still to be closed.
    assess(&gap, Some(&earlier), |assessment| {
        assert_eq!((assessment.summary.open_total(), assessment.summary.baseline), (0, 1));
        let plan = plan(assessment).unwrap();
        let risk = with(list(&plan, "risks"), "gap", "AC-02:evidence-missing");
        assert_eq!((&risk["status"], prop(risk, "treatment")), (&"open".into(), Some("baseline")));
        assert_eq!(risk["remediations"][0]["lifecycle"], "recommendation");
    });
}

#[test]
fn a_day_beyond_the_reach_of_the_format_is_its_last() {
    let yaml = "organization: Acme\ncontrols: []\nacceptances: []\nremediation:\n  \
                - { gap: 'CC6.1:criterion-without-control', owner: Jo, due: 9999-12-31 }\n";
    assess(yaml, None, |assessment| {
        let document = results(assessment);
        let risk = with(list(&document["results"][0], "risks"), "gap", "CC6.1:criterion-without-control");
        assert_eq!(risk["deadline"], "2999-12-31T00:00:00Z");
    });
    assert_eq!(common::as_of().to_string(), "2026-11-22");
}
