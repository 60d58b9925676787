//! What is processed, where it lives, how it moves, who has access: every data flow has an answer to each, or a gap.
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

mod common;

use std::collections::BTreeSet;

use gapcheck::model::assessment::Assessment;
use gapcheck::model::data_flow::{Answer, AnswerState};
use gapcheck::model::words::Category;
use gapcheck::report::{Options, by_name};
use gapcheck::{Narrowed, Request};
use proptest::prelude::*;
use serde_json::{Value, json};

use common::random::{cases, inventory};
use common::{as_of, assess, assess_whole, catalog};

/// Two systems and another organisation; one control for each criterion that is asked about, each in place on `app` alone.
const ACME: &str = "\
organization: Acme Inc.
systems:
  - { id: app, name: Application, data: [personal] }
  - { id: db, name: Database }
vendors:
  - id: mail
    name: Mail Ltd
    reports:
      - { kind: soc3, period: { start: 2025-04-01, end: 2026-03-31 }, reviewed: 2026-10-01 }
      - { kind: questionnaire, date: 2026-05-01 }
      - { kind: soc2-type2, period: { start: 2026-10-01, end: 2027-03-31 } }
data_flows:
  - { from: external, to: app, data: [personal, billing], protection: TLS 1.3 }
controls:
  - { id: LOGIN, name: Sign-on, criteria: [CC6.1], systems: [app], status: implemented }
  - { id: WAY, name: Encryption, criteria: [CC6.7], systems: [app], status: implemented }
  - { id: GRANT, name: Access is granted, criteria: [CC6.2], systems: [app], status: implemented }
  - { id: ROLE, name: Roles, criteria: [CC6.3], systems: [app], status: informal }
";

/// The inventory with other data flows, and with changes to its text; each must find what it changes.
fn acme(flows: &str, changes: &[(&str, &str)]) -> String {
    let text = ACME.replace("{ from: external, to: app, data: [personal, billing], protection: TLS 1.3 }", flows);
    changes.iter().fold(text, |text, (from, to)| {
        assert!(text.contains(from), "the inventory has no `{from}`");
        text.replacen(from, to, 1)
    })
}

/// An answer in one line: its state, what is stated, controls, gaps, remarks.
fn line(assessment: &Assessment<'_>, answer: &Answer) -> String {
    let controls: Vec<&str> = answer.controls.iter().map(|at| assessment.inventory.controls[*at].id.as_str()).collect();
    let gaps: Vec<&str> = answer.gaps.iter().map(gapcheck::model::gap_id::GapId::as_str).collect();
    let parts = [answer.stated.join(", "), controls.join(", "), gaps.join(", "), answer.remarks.join(" ")];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}: {}", answer.state(), parts.join(" | "))
}

/// The four answers about the first data flow.
fn told(yaml: &str) -> [String; 4] {
    assess(yaml, |assessment| assessment.data_flows[0].all().map(|answer| line(assessment, answer)))
}

#[test]
fn controls_that_cover_the_receiving_system_answer() {
    assert_eq!(
        told(ACME),
        ["stated: billing, personal", "covered: LOGIN", "covered: TLS 1.3 | WAY", "covered: GRANT, ROLE"]
    );
}

#[test]
fn a_system_that_controls_leave_out_is_named_by_its_gaps() {
    assert_eq!(
        told(&acme("{ from: app, to: db, protection: none }", &[])),
        [
            "stated: personal | The flow names none; these are the classes of the systems at its ends.",
            "gap: CC6.1:system-not-covered:db",
            "gap: none | WAY | CC6.7:system-not-covered:db, app:data-flow-unprotected:db",
            "gap: CC6.2:system-not-covered:db, CC6.3:system-not-covered:db",
        ]
    );
}

#[test]
fn either_criterion_on_access_is_enough() {
    let wide = ("criteria: [CC6.3], systems: [app]", "criteria: [CC6.3]");
    assert_eq!(told(&acme("{ from: app, to: db, protection: TLS }", &[wide]))[3], "covered: ROLE");
}

#[test]
fn nothing_in_place_is_named_by_why_nothing_is() {
    let planned = ("criteria: [CC6.1], systems: [app], status: implemented", "criteria: [CC6.1], status: planned");
    let gone = ("criteria: [CC6.7], systems: [app], status: implemented", "criteria: [CC6.7], status: retired");
    let deficient = (
        "criteria: [CC6.2], systems: [app], status: implemented",
        "criteria: [CC6.2], status: implemented, tests: [{ of: design, date: 2026-11-01, by: x, conclusion: deficient }]",
    );
    let out = (
        "systems:\n",
        "scope: { not_applicable: [{ criteria: [CC6.3], rationale: No., approved_by: x }] }\nsystems:\n",
    );
    assert_eq!(
        told(&acme("{ from: db, to: app, protection: TLS }", &[planned, gone, deficient, out])),
        [
            "stated: personal | The flow names none; these are the classes of the systems at its ends.",
            "gap: LOGIN:control-not-in-place",
            "gap: TLS | CC6.7:criterion-without-control",
            "gap: CC6.3:common-criterion-excluded, GRANT:design-deficient | CC6.3 is scoped out.",
        ]
    );
}

#[test]
fn a_flow_of_which_nothing_is_said() {
    assert_eq!(
        told(&acme("{ from: external, to: db }", &[("criteria: [CC6.7], systems: [app]", "criteria: [CC6.7]")])),
        [
            "gap: external:data-flow-unprotected:db",
            "gap: CC6.1:system-not-covered:db",
            "gap: WAY | external:data-flow-unprotected:db",
            "gap: CC6.2:system-not-covered:db, CC6.3:system-not-covered:db",
        ]
    );
}

#[test]
fn another_organisation_answers_by_its_reports() {
    let receives = "Mail Ltd receives it; what happens to it there is for its reports to show.";
    let stated = format!("stated: SOC 3 report of 2025-04-01 to 2026-03-31 | {receives}");
    let [_, lives, moves, access] = told(&acme("{ from: app, to: mail, protection: TLS }", &[]));
    assert_eq!([lives, moves, access], [stated.clone(), "covered: TLS | WAY".to_owned(), stated]);
    let nothing = "outside: Mail Ltd receives it, and no assurance report of Mail Ltd is on file.";
    let [_, lives, _, access] =
        told(&acme("{ from: app, to: mail, protection: TLS }", &[("soc3", "penetration-test")]));
    assert_eq!([lives.as_str(), access.as_str()], [nothing; 2]);
}

#[test]
fn whoever_stands_outside_is_not_ours_to_say() {
    let outside = "outside: Whoever receives it stands outside; that is not ours to say.";
    let [what, lives, moves, access] = told(&acme("{ from: mail, to: external, data: [x], protection: TLS }", &[]));
    assert_eq!([&*what, &*lives, &*moves, &*access], ["stated: x", outside, "stated: TLS", outside]);
}

/// 75 for the fault and 70 less because the data is protected: 5, low. CC6.7 begins at 82 of impact: low by Table I-2.
#[test]
fn what_is_protected_but_not_named_weighs_little_and_takes_little_work() {
    let yaml = include_str!("healthy.yaml").replace("data: [logs], ", "");
    assess(&yaml, |assessment| {
        let gap = &assessment.gaps[0];
        assert_eq!((assessment.gaps.len(), gap.id()), (1, "app:data-flow-unprotected:prod"));
        let inherent = &gap.risk.inherent;
        assert_eq!((inherent.likelihood, inherent.impact, inherent.level.word()), (5, 82, "low"));
        let task = &assessment.plan.tasks[0];
        assert_eq!(
            (task.id.as_str(), task.title.as_str()),
            ("T-app:declare-flow:prod", "Name the data that flows from app to prod")
        );
    });
    let unprotected = include_str!("healthy.yaml").replace(", protection: TLS 1.3", "");
    assess(&unprotected, |assessment| {
        assert_eq!(assessment.gaps[0].risk.inherent.likelihood, 75);
        assert_eq!(assessment.plan.tasks[0].title, "Protect the data flow from app to prod");
    });
}

#[test]
fn the_json_result_holds_them() {
    let yaml = acme("{ from: app, to: db, protection: none }", &[]);
    let text =
        assess(&yaml, |assessment| (by_name("json").unwrap().render)(assessment, &Options::default()).into_text());
    let result: Value = serde_json::from_str(&text).unwrap();
    let how = json!({ "state": "gap", "stated": ["none"], "controls": ["WAY"],
        "gaps": ["CC6.7:system-not-covered:db", "app:data-flow-unprotected:db"], "remarks": [] });
    let flow = &result["data_flows"][0];
    assert_eq!(flow["how"], how);
    let keys: Vec<&String> = flow.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["from", "to", "what", "where", "how", "who"]);
    let states = ["what", "where", "how", "who"].map(|key| flow[key]["state"].as_str().unwrap());
    assert_eq!(states, ["stated", "gap", "gap", "gap"]);
}

#[test]
fn the_markdown_report_has_a_row_of_each() {
    let yaml = acme("{ from: external, to: app, data: ['a|b'], protection: TLS 1.3 }\n  - { from: app, to: db }", &[]);
    assess(&yaml, |assessment| {
        let report = (by_name("markdown").unwrap().render)(assessment, &Options::default()).into_text();
        let rows: Vec<&str> = report
            .lines()
            .skip_while(|line| *line != "## Data flows")
            .take(9)
            .filter(|line| line.starts_with('|'))
            .collect();
        let gap = |id: &str| {
            let gap = assessment.gaps.iter().find(|gap| gap.id() == id).unwrap();
            format!("[{}](#gap-{id})", gap.number)
        };
        let uncovered = |criterion: &str| gap(&format!("{criterion}:system-not-covered:db"));
        assert_eq!(rows[0], "| From | To | What is processed | Where it lives | How it moves | Who has access |");
        assert_eq!(
            rows[2],
            format!(
                "| `app` | `db` | personal. The flow names none; these are the classes of the systems at its ends. | **gap** {} \
                 | `WAY`; **gaps** {}, {} | **gaps** {}, {} |",
                uncovered("CC6.1"),
                uncovered("CC6.7"),
                gap("app:data-flow-unprotected:db"),
                uncovered("CC6.2"),
                uncovered("CC6.3")
            )
        );
        assert_eq!(rows[3], r"| `external` | `app` | a\|b | `LOGIN` | TLS 1.3; `WAY` | `GRANT`, `ROLE` |");
    });
    let none = assess("organization: A\ncontrols: []\n", |assessment| {
        (by_name("markdown").unwrap().render)(assessment, &Options::default()).into_text()
    });
    assert!(none.contains("\n## Data flows\n\nThe inventory names no data flow.\n"), "{none}");
}

/// A result narrowed to some categories judges the flows on the whole all the same.
#[test]
fn narrowing_changes_no_answer() {
    let yaml = acme("{ from: external, to: mail }", &[]).replace(
        "systems:\n",
        "scope: { categories: [security, privacy], not_applicable: [{ criteria: [CC6.7], rationale: No., approved_by: x }] }\nsystems:\n",
    );
    let sources = gapcheck::load::inventory::single("acme.yaml", &yaml);
    let whole = gapcheck::read(&sources, catalog(), as_of()).unwrap();
    let mut selected = whole.clone();
    selected.scope.categories = vec![Category::Security];
    let request = Request { as_of: as_of(), fail_on: None, baseline: None };
    let narrowed = Narrowed { whole: &whole, selected: &selected };
    let files = gapcheck::model::files::Files::default();
    let result = gapcheck::assess_narrowed(&sources, &narrowed, catalog(), &files, &request);
    let whole = gapcheck::assess(&sources, &whole, catalog(), &files, &request);
    assert_eq!(result.data_flows, whole.data_flows);
    // With CC6.7 scoped out the gap of the flow touches no criterion, and so is not in the narrowed list.
    assert_eq!(result.data_flows[0].moves.gaps[0].as_str(), "external:data-flow-unprotected:mail");
    assert!(result.gaps.iter().all(|gap| gap.id() != "external:data-flow-unprotected:mail"));
    let report = (by_name("markdown").unwrap().render)(&result, &Options::default()).into_text();
    assert!(report.contains("| **gap** `external:data-flow-unprotected:mail` |"), "{report}");
}

proptest! {
    #![proptest_config(cases(600, 23))]

    /// Whatever an inventory says, no flow is left with a question that has neither control nor gap nor a stated answer,
    /// save where the receiving end is not ours.
    #[test]
    fn every_question_about_every_flow_is_answered(inventory in inventory()) {
        assess_whole(&inventory, |assessment| {
            assert_eq!(assessment.data_flows.len(), assessment.inventory.data_flows.len());
            let known: BTreeSet<&str> = assessment.gaps.iter().map(gapcheck::model::gap::Gap::id).collect();
            for (flow, answers) in assessment.inventory.data_flows.iter().zip(&assessment.data_flows) {
                let to_system = assessment.inventory.index.systems.contains_key(flow.to.as_str());
                for (question, answer) in ["what", "where", "how", "who"].into_iter().zip(answers.all()) {
                    let named = format!("{question} of {} to {}: {answer:?}", *flow.from, *flow.to);
                    let ours = to_system || question == "what" || question == "how";
                    match answer.state() {
                        AnswerState::Covered => assert!(answer.controls.iter().all(|at| assessment.standings[*at].serves()), "{named}"),
                        AnswerState::Stated => assert!(!answer.stated.is_empty() && (question == "what" || !to_system), "{named}"),
                        AnswerState::Gap => assert!(answer.gaps.iter().all(|id| known.contains(id.as_str())), "{named}"),
                        AnswerState::Outside => assert!(!ours && !answer.remarks.is_empty(), "{named}"),
                    }
                }
            }
        });
    }
}
