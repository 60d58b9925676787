//! A gap is the same thing to every reader from one assessment to the next, whatever is reworded or moved.

use serde_json::Value;

use crate::{assess, list, prop, results, with};

const YAML: &str = "\
organization: Acme Inc.
scope: { system: Relay }
people: [{ id: jane, name: Jane Roe }]
controls:
  - id: A-1
    name: Access review
    criteria: [CC6.1]
    status: implemented
    evidence: [{ title: Ticket, path: ticket.pdf, covers: 2026-10-31 }]
";

fn uuid(list: &[Value], name: &str, value: &str) -> String {
    with(list, name, value)["uuid"].as_str().unwrap().to_owned()
}

/// The UUIDs of the risk and the observation of a gap, of the evidence, of the finding, of a person and of the system.
fn of(yaml: &str) -> Vec<String> {
    assess(yaml, None, |assessment| {
        let document = results(assessment);
        let result = &document["results"][0];
        let findings = list(result, "findings");
        let evidence = list(result, "observations").iter().find(|seen| prop(seen, "evidence-state").is_some()).unwrap();
        vec![
            uuid(list(result, "risks"), "gap", "A-1:evidence-missing"),
            uuid(list(result, "observations"), "gap", "A-1:evidence-missing"),
            evidence["uuid"].as_str().unwrap().to_owned(),
            uuid(findings, "criterion", "CC6.1"),
            uuid(list(&document["metadata"], "parties"), "person", "jane"),
            result["local-definitions"]["components"][0]["uuid"].as_str().unwrap().to_owned(),
        ]
    })
}

/// Worked out with another program: the UUID of version 5 of `risk|20:A-1:evidence-missing` within that of
/// `engagement|9:Acme Inc.|5:Relay` within our namespace, and so on.
#[test]
fn they_are_made_of_ids_in_one_namespace_for_good() {
    let expected = [
        "5566a6fd-2efc-5032-96bd-249893f0d48d",
        "f9ad6824-f31b-555b-a13e-b97bf67c4459",
        "b3ad0744-ad32-5333-b28d-430c87a56c69",
        "edef0476-22da-5312-a2a6-d697e8e90ec2",
        "46816721-be8d-5496-b2c1-e17adbefa9c4",
        "04b79ad7-e6d0-57df-beac-541e3bbd956c",
    ];
    assert_eq!(of(YAML), expected);
}

#[test]
fn another_name_place_or_day_changes_none() {
    let before = of(YAML);
    let changes = [
        ("name: Access review", "name: Review of access rights"),
        ("name: Jane Roe", "name: Jane Poe"),
        ("title: Ticket", "title: Signed ticket"),
        ("covers: 2026-10-31", "covers: 2026-09-30"),
        ("controls:\n", "# A remark\n\n\ncontrols:\n"),
        ("evidence: [", "evidence: [{ title: Another, path: another.pdf }, "),
    ];
    for (from, to) in changes.into_iter().take(5) {
        assert_eq!(of(&YAML.replace(from, to)), before, "{to}");
    }
    // Another piece before it: only that is new.
    let [from, to] = [changes[5].0, changes[5].1];
    let after = of(&YAML.replace(from, to));
    assert_eq!((&after[..2], &after[3..]), (&before[..2], &before[3..]));
    assert_ne!(after[2], before[2]);
}

#[test]
fn another_engagement_shares_none() {
    let before = of(YAML);
    for (from, to) in [("Acme Inc.", "Acme Ltd."), ("Relay", "Gateway")] {
        for (one, other) in before.iter().zip(of(&YAML.replace(from, to))) {
            assert_ne!(*one, other, "{to}");
        }
    }
}

#[test]
fn two_pieces_of_one_name_are_two() {
    let yaml = YAML.replace(
        "evidence: [{ title: Ticket, path: ticket.pdf, covers: 2026-10-31 }]",
        "evidence: [{ title: Ticket }, { title: Ticket }]\n    tests: [{ of: design, date: 2026-10-01 }, { of: design, date: 2026-10-01 }]",
    );
    assess(&yaml, None, |assessment| {
        let document = results(assessment);
        let of_control = |seen: &&Value| prop(seen, "control") == Some("A-1");
        let seen: Vec<&Value> = list(&document["results"][0], "observations").iter().filter(of_control).collect();
        assert_eq!(seen.len(), 4);
        assert!(seen.iter().all(|one| seen.iter().filter(|other| other["uuid"] == one["uuid"]).count() == 1));
    });
}
