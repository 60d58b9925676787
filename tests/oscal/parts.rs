//! Whole parts of the documents of a small inventory, worked out by hand.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{assess, list, plan, results, with};

const NS: &str = "urn:gapcheck:oscal:1";
const OSCAL: &str = "http://csrc.nist.gov/ns/oscal";

/// Two controls of one criterion: one is shown and tested, of the other nothing is on file. One criterion nothing names, which
/// somebody signed for, and one that is scoped out.
const YAML: &str = "\
organization: Acme Inc.
scope:
  system: Relay
  not_applicable: [{ criteria: [CC9.1], rationale: Nothing to insure., approved_by: cto }]
systems:
  - { id: app, name: Relay *application*, criticality: high, exposure: internet, data: [personal] }
people: [{ id: jane, name: Jane Roe, team: platform }, { id: cto, name: Chris Moe }]
documents:
  - { id: POL-1, title: Access policy, path: ./policies/access.pdf, approved_by: cto, approved: 2026-02-01 }
controls:
  - id: A-1
    name: Sign-on with <MFA>
    criteria: [CC6.1]
    owner: jane
    frequency: monthly
    status: implemented
    documented_in: [POL-1]
    evidence:
      - title: Export of the settings
        kind: configuration
        url: https://files.example/mfa export
        covers: { start: 2026-10-01, end: 2026-10-31 }
        collected: 2026-11-01
        source: Identity provider
        items: 12
    tests:
      - of: design
        date: 2026-10-01
        by: cto
        population: { size: 12 }
        sample: { size: 5, method: random }
        exceptions:
          - { item: user-7, description: No second factor, root_cause: Old phone., resolved: 2026-10-04 }
        conclusion: effective
  - { id: A-2, name: Access review, criteria: [CC6.1], owner: jane, status: implemented, frequency: quarterly }
acceptances:
  - gap: CC6.2:criterion-without-control
    rationale: Few accounts
    approved_by: cto
    approved: 2026-11-01
    expires: 2027-03-31
    level: very-high
remediation:
  - { gap: 'A-2:evidence-absent', owner: jane, due: 2026-12-18, effort: 2d, status: in-progress, ticket: OPS-1, title: File it, steps: [Ask Jane.], resources: None }
";

/// A document with every UUID written as the list it stands in and its place there: `risks#3`. What stands in no list keeps
/// its own.
fn labelled(document: &Value) -> Value {
    let mut labels = BTreeMap::new();
    label(document, "", &mut labels);
    let mut text = document.to_string();
    for (uuid, label) in labels {
        text = text.replace(uuid, &label);
    }
    serde_json::from_str(&text).unwrap()
}

fn label<'a>(value: &'a Value, kind: &str, labels: &mut BTreeMap<&'a str, String>) {
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                if let Some(uuid) = item["uuid"].as_str() {
                    // The program is the first of a list of components of its own.
                    let kind = if item["title"] == "gapcheck" { "tool" } else { kind };
                    labels.insert(uuid, format!("{kind}#{at}"));
                }
                label(item, kind, labels);
            }
        }
        Value::Object(fields) => fields.iter().for_each(|(name, value)| label(value, name, labels)),
        _ => {}
    }
}

fn ours(name: &str, value: &str) -> Value {
    json!({ "name": name, "ns": NS, "value": value })
}

fn tool() -> Value {
    json!([{ "actors": [{ "type": "tool", "actor-uuid": "tool#0" }] }])
}

fn party(number: usize, role: &str) -> Value {
    json!([{ "actors": [{ "type": "party", "actor-uuid": format!("parties#{number}"), "role-id": role }] }])
}

/// The whole system: one system is all there are.
fn subjects() -> Value {
    json!([{ "subject-uuid": "components#0", "type": "component" }])
}

/// The facets of a rating: likelihood, impact and risk as words, then as numbers.
fn rating(state: &str, words: [&str; 3], numbers: [&str; 3]) -> Value {
    let props = json!([{ "name": "state", "value": state }]);
    let names = ["likelihood", "impact", "risk"].into_iter().zip(words).map(|(name, value)| (name, OSCAL, value));
    let ours = ["likelihood-points", "impact-points", "score"].into_iter().zip(numbers);
    let all = names.chain(ours.map(|(name, value)| (name, NS, value)));
    let facets: Vec<Value> = all
        .map(|(name, system, value)| json!({ "name": name, "system": system, "value": value, "props": props }))
        .collect();
    json!({ "origin": tool()[0], "facets": facets })
}

fn result(look: impl FnOnce(&Value, &Value)) {
    assess(YAML, None, |assessment| {
        let document = labelled(&results(assessment));
        look(&document, &document["results"][0]);
    });
}

#[test]
fn the_head_and_the_people() {
    result(|document, _| {
        let metadata = &document["metadata"];
        assert_eq!(metadata["title"], "SOC 2 gap assessment results: Acme Inc.");
        assert_eq!(metadata["last-modified"], "2026-11-22T00:00:00Z");
        assert_eq!((&metadata["version"], &metadata["oscal-version"]), (&"2026-11-22".into(), &"1.2.1".into()));
        let person = |at: usize, name: &str, props: Value| {
            json!({ "uuid": format!("parties#{at}"), "type": "person", "name": name, "props": props,
                "member-of-organizations": ["parties#0"] })
        };
        let parties = json!([
            { "uuid": "parties#0", "type": "organization", "name": "Acme Inc." },
            person(1, "Chris Moe", json!([ours("person", "cto")])),
            person(2, "Jane Roe", json!([ours("person", "jane"), ours("team", "platform")])),
        ]);
        assert_eq!(metadata["parties"], parties);
        let responsible = json!([{ "role-id": "prepared-by", "party-uuids": ["parties#0"] }]);
        assert_eq!(metadata["responsible-parties"], responsible);
        assert_eq!(document["import-ap"]["href"], "#resources#0");
        let link = &document["back-matter"]["resources"][0]["rlinks"][0];
        assert_eq!((&link["href"], &link["media-type"]), (&"in.yaml".into(), &"application/yaml".into()));
    });
}

#[test]
fn the_systems_are_components() {
    result(|_, result| {
        let components = json!([
            { "uuid": "components#0", "type": "system", "title": "Relay",
                "description": "The system the report describes.", "status": { "state": "operational" } },
            { "uuid": "components#1", "type": "system", "title": r"Relay \*application\*",
                "description": "The system `app` of the inventory.",
                "props": [ours("system", "app"), ours("criticality", "high"), ours("exposure", "internet"), ours("data", "personal")],
                "status": { "state": "operational" } },
        ]);
        assert_eq!(result["local-definitions"]["components"], components);
    });
}

#[test]
fn what_was_scoped_out_is_named_with_why() {
    result(|_, result| {
        let reviewed = &result["reviewed-controls"];
        let selection = &reviewed["control-selections"][0];
        assert_eq!(list(selection, "include-controls").len(), 32);
        assert_eq!(selection["include-controls"][0], json!({ "control-id": "cc1.1" }));
        assert_eq!(selection["exclude-controls"], json!([{ "control-id": "cc9.1" }]));
        let why = "Criteria that do not apply to the service:\n\n- CC9.1: Nothing to insure. Approved by Chris Moe.";
        assert_eq!(selection["remarks"], why);
        let objectives = list(&reviewed["control-objective-selections"][0], "include-objectives");
        assert_eq!(objectives[0], json!({ "objective-id": "cc1.1_obj-design" }));
        assert_eq!(objectives.len(), 32);
    });
}

#[test]
fn evidence_tests_and_documents_are_observations() {
    result(|_, result| {
        let expected = json!([
            { "uuid": "observations#0", "title": "POL-1: Access policy",
                "description": "The inventory names the document `POL-1`; Chris Moe approved it on 2026-02-01, and no review is recorded.",
                "props": [ours("document", "POL-1"), ours("approved", "2026-02-01")],
                "methods": ["EXAMINE"], "types": ["control-objective"], "origins": tool(), "subjects": subjects(),
                "relevant-evidence": [{ "href": "policies/access.pdf", "description": "Access policy" }],
                "collected": "2026-11-22T00:00:00Z" },
            // Evidence of a monthly control is in date for 45 days after the time it speaks of.
            { "uuid": "observations#1", "title": "A-1: Export of the settings",
                "description": "Evidence of the control `A-1` (Sign-on with &lt;MFA>).\n\nIt covers 2026-10-01 to 2026-10-31, \
                    was collected on 2026-11-01, comes from Identity provider, lists 12 items and lies behind \
                    https\\://files.example/mfa export.\n\nIt is in date: it speaks of time up to 2026-10-31.",
                "props": [ours("control", "A-1"), ours("evidence-kind", "configuration"), ours("evidence-state", "in-date")],
                "methods": ["EXAMINE"], "types": ["control-objective"], "origins": tool(), "subjects": subjects(),
                "relevant-evidence": [{ "href": "https://files.example/mfa%20export", "description": "Export of the settings" }],
                "collected": "2026-11-01T00:00:00Z", "expires": "2026-12-15T00:00:00Z" },
            { "uuid": "observations#2", "title": "A-1: test of design, 2026-10-01",
                "description": "Chris Moe tested the design of the control `A-1` (Sign-on with &lt;MFA>) on 2026-10-01.\n\n\
                    Items looked at: 5 of 12 (method: random). 1 exception, resolved; it came to: effective.\n\n\
                    What deviated:\n\n- user-7: No second factor. Cause: Old phone. Resolved on 2026-10-04.",
                "props": [ours("control", "A-1"), ours("test-of", "design"), ours("test-outcome", "effective")],
                "methods": ["TEST"], "types": ["control-objective"], "origins": party(1, "tester"), "subjects": subjects(),
                "collected": "2026-10-01T00:00:00Z", "expires": "2027-10-01T00:00:00Z" },
            { "uuid": "observations#3", "title": "A-2: no evidence on file",
                "description": "The inventory names no evidence of the control `A-2` (Access review), which is implemented.",
                "props": [ours("control", "A-2"), ours("evidence-state", "none")],
                "methods": ["EXAMINE"], "types": ["control-objective"], "origins": tool(), "subjects": subjects(),
                "collected": "2026-11-22T00:00:00Z" },
        ]);
        for (at, expected) in expected.as_array().unwrap().iter().enumerate() {
            assert_eq!(&list(result, "observations")[at], expected);
        }
    });
}

#[test]
fn a_criterion_is_a_finding() {
    result(|_, result| {
        let risk = |gap: &str| with(list(result, "risks"), "gap", gap)["uuid"].clone();
        let seen = |gap: &str| with(list(result, "observations"), "gap", gap)["uuid"].clone();
        let finding = with(list(result, "findings"), "criterion", "CC6.1");
        let number = finding["uuid"].clone();
        let gaps = ["A-2:evidence-absent", "A-2:control-vaguely-worded", "A-2:design-untested"];
        let of_controls = ["observations#0", "observations#1", "observations#2", "observations#3"].map(Value::from);
        let mut observations: Vec<Value> = of_controls.to_vec();
        let touching = result["findings"].as_array().unwrap().iter().find(|one| one["uuid"] == number).unwrap();
        let risks: Vec<&Value> = list(touching, "related-risks").iter().map(|related| &related["risk-uuid"]).collect();
        for gap in gaps {
            assert!(risks.contains(&&risk(gap)), "{gap}");
        }
        for related in &risks {
            let related = list(result, "risks").iter().find(|risk| risk["uuid"] == **related).unwrap();
            observations.push(seen(crate::prop(related, "gap").unwrap()));
        }
        let observed: Vec<Value> =
            list(finding, "related-observations").iter().map(|related| related["observation-uuid"].clone()).collect();
        assert_eq!(observed, observations);
        let target = json!({ "type": "objective-id", "target-id": "cc6.1_obj-design", "title": "CC6.1: design",
            "status": { "state": "not-satisfied", "reason": "fail",
                "remarks": "Something supports the design, but it is done informally only, or a gap of moderate level or above \
                    remains, be it open, accepted or known before." },
            "implementation-status": { "state": "partial" } });
        assert_eq!(finding["target"], target);
        assert_eq!(finding["title"], "CC6.1 Logical access to protected assets, design: partial");
        let props = json!([ours("criterion", "CC6.1"), ours("verdict-on", "design"), ours("verdict", "partial")]);
        assert_eq!(finding["props"], props);
        assert_eq!(finding["origins"], tool());
        // Nothing is in place, and nothing on its way.
        let other = with(list(result, "findings"), "criterion", "CC6.2");
        assert_eq!(other["description"], "No control names it.");
        assert_eq!(other["target"]["status"]["reason"], "fail");
        assert_eq!(other["target"]["implementation-status"], Value::Null);
    });
}

/// Impact: very high (96) with 4 more, which is all there is room for. Likelihood: 55, exposed 10 more, 20 less for the other
/// control whose design was tested. Score: 80 + 15 × (65 + 100) / 200 = 92.4 before, 80 + 15 × (45 + 100) / 200 = 90.9 after.
#[test]
fn an_open_gap_is_a_risk_with_a_task() {
    result(|_, result| {
        let risk = with(list(result, "risks"), "gap", "A-2:evidence-absent");
        let seen = with(list(result, "observations"), "gap", "A-2:evidence-absent");
        let mut expected = json!({
            "uuid": risk["uuid"],
            "title": "Access review: no evidence is on file",
            "description": "Current state: It is said to be in place, and the inventory lists no evidence for it.\n\n\
                Desired state: Evidence on file shows the control at work, says what time it speaks of, and is in date.",
            "statement": "The risk is high, score 91 of 100: likelihood moderate, impact very high.\n\n\
                Before what is in place is taken into account it is high, score 92 of 100: likelihood moderate, impact very high.\n\n\
                What makes it so, in points of likelihood and impact:\n\n\
                - impact +96 (criterion): CC6.1: Weak access safeguards leave customer data and production open to anyone with a \
                stolen password or key.\n\
                - impact +4 (criticality): Much depends on `app`.\n\
                - likelihood +55 (fault): Nothing is on file that shows a control in place at work.\n\
                - likelihood +10 (exposure): `app` can be reached from anywhere on the internet.\n\
                - likelihood -20 (other control): `A-1` is in place beside it, and its design was tested.",
            "props": [ours("gap", "A-2:evidence-absent"), ours("rule", "evidence-absent"), ours("nature", "evidence"),
                ours("treatment", "open"), risk["props"][4]],
            "status": "remediating",
            "origins": tool(),
            "characterizations": [
                rating("initial", ["moderate", "very-high", "high"], ["65", "100", "92"]),
                rating("adjusted", ["moderate", "very-high", "high"], ["45", "100", "91"]),
            ],
            "mitigating-factors": [{ "uuid": "mitigating-factors#0",
                "description": "`A-1` is in place beside it, and its design was tested.",
                "props": [ours("factor", "other-control"), ours("axis", "likelihood"), ours("points", "-20")] }],
            "deadline": "2026-12-18T00:00:00Z",
            "related-observations": [{ "observation-uuid": seen["uuid"] }],
        });
        assert_eq!(risk["props"][4]["name"], "priority");
        let task = &risk["remediations"][0]["tasks"][0];
        let [start, end] = ["start", "end"].map(|of| task["timing"]["within-date-range"][of].clone());
        assert!(start.as_str() <= end.as_str() && start.is_string());
        expected["remediations"] = json!([{
            "uuid": "remediations#0", "lifecycle": "planned", "title": "File it",
            "description": "Step by step:\n\n- Ask Jane.\n\nWhat will show it:\n\n- the record, export or screenshot itself\n\
                - its source and the day it was taken\n\nResources: None",
            "props": [{ "name": "type", "value": "mitigate" }],
            "origins": party(2, "remediation-owner"),
            "tasks": [{ "uuid": "tasks#0", "type": "milestone", "title": "File it",
                "description": "Evidence of A-2 is on file, in date for its frequency, and anybody named in the inventory can open it.",
                "props": [ours("task", "T-A-2:collect-evidence"), ours("phase", "evidence"), ours("task-status", "in-progress"),
                    ours("effort", "2 days"), ours("due", "2026-12-18"), ours("ticket", "OPS-1")],
                "timing": { "within-date-range": { "start": start, "end": end } },
                "dependencies": task["dependencies"],
                "responsible-roles": [{ "role-id": "remediation-owner", "party-uuids": ["parties#2"] }] }],
        }]);
        assert_eq!(*risk, expected);
        assert_eq!(list(task, "dependencies").len(), 1, "the control is described first");
    });
}

#[test]
fn an_accepted_gap_is_a_deviation_somebody_approved() {
    result(|_, result| {
        let risk = with(list(result, "risks"), "gap", "CC6.2:criterion-without-control");
        assert_eq!((&risk["status"], &risk["deadline"]), (&"deviation-approved".into(), &Value::Null));
        let props = json!([ours("gap", "CC6.2:criterion-without-control"), ours("rule", "criterion-without-control"),
            ours("nature", "missing"), ours("treatment", "accepted"), { "name": "priority", "value": "1" },
            { "name": "accepted", "value": "true" }, ours("accepted-until", "2027-03-31")]);
        assert_eq!(risk["props"], props);
        let response = json!([{ "uuid": "remediations#0", "lifecycle": "completed", "title": "Accepted until 2027-03-31",
            "description": "Few accounts", "props": [{ "name": "type", "value": "accept" }],
            "origins": party(1, "risk-approver") }]);
        assert_eq!(risk["remediations"], response);
        let log = json!({ "entries": [{ "uuid": "entries#0", "title": "Accepted",
            "description": "Chris Moe signed for it until 2027-03-31, for a level of at most very high. It keeps its score and turns nothing green.\n\nFew accounts",
            "start": "2026-11-01T00:00:00Z", "end": "2026-11-01T00:00:00Z",
            "props": [{ "name": "type", "value": "dr-approved" }],
            "logged-by": [{ "party-uuid": "parties#1", "role-id": "risk-approver" }],
            "status-change": "deviation-approved", "related-responses": [{ "response-uuid": "remediations#0" }] }] });
        assert_eq!(risk["risk-log"], log);
    });
}

#[test]
fn a_gap_is_an_item_of_the_plan() {
    assess(YAML, None, |assessment| {
        let plan = labelled(&plan(assessment).unwrap());
        let of = |name: &str| with(list(&plan, name), "gap", "A-2:evidence-absent");
        let finding = with(list(&plan, "findings"), "criterion", "CC6.1");
        let item = json!({ "uuid": of("poam-items")["uuid"],
            "title": "Access review: no evidence is on file",
            "description": "Keep what the control leaves behind when it operates, and list it under `evidence` with the time it covers \
                and the day it was taken. For CC6.1 an auditor may ask to see access control policy, SSO/MFA configuration or \
                encryption settings and key management records.",
            "props": [ours("gap", "A-2:evidence-absent"), ours("treatment", "open")],
            "origins": tool(),
            "related-findings": [{ "finding-uuid": finding["uuid"] }],
            "related-observations": [{ "observation-uuid": of("observations")["uuid"] }],
            "related-risks": [{ "risk-uuid": of("risks")["uuid"] }] });
        assert_eq!(of("poam-items"), &item);
        let id = json!({ "identifier-type": "http://datatracker.ietf.org/doc/html/rfc4122", "id": "components#0" });
        assert_eq!(plan["system-id"], id);
        assert_eq!(plan["metadata"]["title"], "SOC 2 plan of action and milestones: Acme Inc.");
    });
}

const TYPE_2: &str = "\
organization: Acme Inc.
scope: { report: type2, period: { start: 2026-07-01, end: 2026-12-31 } }
controls:
  - { id: A-1, name: Access review, criteria: [CC6.1], status: implemented, frequency: monthly, tests: [{ of: design, date: 2026-10-01, by: Jo, conclusion: effective }] }
  - { id: A-2, name: Sign-on, criteria: [CC6.2], status: planned }
";

#[test]
fn design_and_operation_are_findings_of_their_own() {
    assess(TYPE_2, None, |assessment| {
        let document = results(assessment);
        let result = &document["results"][0];
        let of = |criterion: &str, of: &str| {
            let of_criterion =
                list(result, "findings").iter().filter(|one| crate::prop(one, "criterion") == Some(criterion));
            let of_criterion: Vec<Value> = of_criterion.cloned().collect();
            with(&of_criterion, "verdict-on", of).clone()
        };
        let [design, operation] = ["design", "operation"].map(|on| of("CC6.1", on));
        let target = |finding: &Value| finding["target"]["target-id"].as_str().unwrap().to_owned();
        assert_eq!([target(&design), target(&operation)], ["cc6.1_obj-design", "cc6.1_obj-operation"]);
        assert_eq!(crate::prop(&operation, "verdict"), Some("unverified"));
        // Nobody looked: never the better state, and nothing is said of how far it is in place.
        let status = &operation["target"]["status"];
        assert_eq!((&status["state"], &status["reason"]), (&"not-satisfied".into(), &"other".into()));
        assert_eq!(operation["target"]["implementation-status"], Value::Null);
        let risks = |finding: &Value| {
            let risks = list(finding, "related-risks").iter().map(|related| related["risk-uuid"].clone());
            let gap = |uuid: Value| list(result, "risks").iter().find(|risk| risk["uuid"] == uuid).cloned().unwrap();
            risks.map(|uuid| crate::prop(&gap(uuid), "gap").unwrap().to_owned()).collect::<Vec<String>>()
        };
        // What was missed says nothing of the design.
        let missed = "A-1:occurrence-missed".to_owned();
        assert!(risks(&operation).contains(&missed) && !risks(&design).contains(&missed));
        assert!(risks(&design).contains(&"A-1:evidence-absent".to_owned()));
        // The test of design speaks of the design alone.
        let seen = with(list(result, "observations"), "test-of", "design");
        let related = json!({ "observation-uuid": seen["uuid"] });
        assert!(list(&design, "related-observations").contains(&related));
        assert!(!list(&operation, "related-observations").contains(&related));
        assert_eq!(of("CC6.2", "design")["target"]["implementation-status"]["state"], "planned");
    });
}
