//! Each fact flips its own rows, and no other.

use std::collections::BTreeMap;

use crate::{BASE, answered, states};

#[test]
fn little_said_is_little_answered() {
    let there: BTreeMap<String, String> = answered(BASE, states)
        .into_iter()
        .filter(|(_, state)| !["missing", "unsupported", "not-in-scope"].contains(&state.as_str()))
        .collect();
    let expected = [
        ("access/second-factor", "supported"),
        ("access/single-sign-on", "supported"),
        ("assurance/report", "supported"),
        ("baa", "not asked"),
        ("dpa", "in date"),
        ("information-security", "in date"),
        ("organisation/security-policy", "supported"),
        ("penetration-test", "in date"),
        ("physical/data-centres", "supported"),
        ("privacy/agreement", "supported"),
        ("soc2-report", "in date"),
        ("sub-processors", "in date"),
        ("vendors/sub-processors", "supported"),
        ("vulnerability/penetration-test", "supported"),
    ];
    let expected = expected.map(|(id, state)| (id.to_owned(), state.to_owned()));
    assert_eq!(there, BTreeMap::from(expected));
}

/// What changes its state when the inventory says something else: `id: before → after`.
#[track_caller]
pub fn flips(from: &str, to: &str) -> Vec<String> {
    assert_eq!(BASE.matches(from).count(), 1, "{from}");
    let (before, after) = (answered(BASE, states), answered(&BASE.replace(from, to), states));
    assert!(before.keys().eq(after.keys()));
    let changed = before.iter().filter(|(id, state)| after[*id] != **state);
    changed.map(|(id, state)| format!("{id}: {state} → {}", after[id])).collect()
}

const SIGN_IN: [&str; 2] = ["access/second-factor", "access/single-sign-on"];

#[track_caller]
fn assert_sign_in(from: &str, to: &str, after: &str) {
    assert_eq!(flips(from, to), SIGN_IN.map(|id| format!("{id}: supported → {after}")), "{to}");
}

#[test]
fn a_control_answers_as_far_as_it_is_shown() {
    assert_sign_in("conclusion: effective", "conclusion: deficient", "unsupported");
    assert_sign_in(
        "tests: [{ of: design, date: 2026-10-01, by: ben, conclusion: effective }]",
        "tests: []",
        "evidenced",
    );
    assert_sign_in("date: 2026-10-01, by: ben", "date: 2024-10-01, by: ben", "evidenced");
    assert_sign_in("collected: 2026-11-10", "collected: 2025-11-10", "claimed");
    assert_sign_in("status: implemented", "status: informal", "evidenced");
    assert_sign_in("status: implemented", "status: in-progress", "planned");
    assert_sign_in("status: implemented", "status: retired", "unsupported");
    // A control of another criterion says nothing here, whatever its words.
    assert_sign_in("criteria: [CC6.1]", "criteria: [CC1.3]", "unsupported");
}

#[test]
fn words_are_needed_where_only_a_criterion_is_named() {
    let flipped = flips("with a second factor;", "with a password;");
    // The name still says it.
    assert_eq!(flipped, ["access/passwords: unsupported → supported"]);
    let flipped = flips("name: Second factor", "name: Sign-in");
    assert_eq!(flipped, Vec::<String>::new());
    let flipped = flips(
        "Second factor\n    description: Everybody signs in to production through the identity provider with a second factor;",
        "Sign-in\n    description: Everybody signs in;",
    );
    assert_eq!(flipped, SIGN_IN.map(|id| format!("{id}: supported → unsupported")));
    // A point of focus that is the question needs no words.
    let flipped = flips("criteria: [CC6.1]", "criteria: [CC6.1/key-management]");
    assert_eq!(flipped, ["encryption/keys: unsupported → supported"]);
}

#[test]
fn a_second_control_that_is_held_back_holds_the_answer_back() {
    let second =
        "\n  - { id: AC-2, name: Second factor for the office, criteria: [CC6.1], status: implemented }\nvendors:\n";
    assert_eq!(flips("\nvendors:\n", second), ["access/second-factor: supported → evidenced"]);
    // One that is only planned tells nothing against what is there.
    assert_eq!(flips("\nvendors:\n", &second.replace("implemented", "planned")), Vec::<String>::new());
}

#[test]
fn documents_are_there_approved_and_reviewed_or_not() {
    let policy = |to: &str, after: [&str; 2]| {
        let expected = [
            format!("information-security: in date → {}", after[0]),
            format!("organisation/security-policy: supported → {}", after[1]),
        ];
        assert_eq!(flips("owner: ada, approved_by: ben, approved: 2026-02-01", to), expected, "{to}");
    };
    policy("owner: ada", ["not approved", "planned"]);
    policy("owner: ada, approved: 2026-02-01", ["not approved", "planned"]);
    policy("owner: ada, approved_by: ben, approved: 2026-12-01", ["not approved", "planned"]);
    policy("owner: ada, approved_by: ben, approved: 2025-02-01", ["out of date", "claimed"]);
    policy("owner: ada, approved_by: ben, approved: 2026-02-01, review_every: semiannual", ["out of date", "claimed"]);
    let lost = flips("url: \"https://wiki.example/is\"", "path: policies/is.md");
    assert_eq!(
        lost,
        ["information-security: in date → missing", "organisation/security-policy: supported → unsupported"]
    );
    // Its last day is still in date; the day after is not.
    let until = |approved: &str| flips("owner: ada, approved_by: ben, approved: 2026-02-01", approved);
    assert_eq!(until("owner: ada, approved_by: ben, approved: 2025-11-22"), Vec::<String>::new());
    assert_eq!(until("owner: ada, approved_by: ben, approved: 2025-11-21").len(), 2);
}

#[test]
fn a_document_is_what_it_says_or_what_its_title_says() {
    let renamed = flips("title: Information security policy", "title: Handbook");
    assert_eq!(
        renamed,
        ["information-security: in date → missing", "organisation/security-policy: supported → unsupported"]
    );
    // What says its subjects is nothing else, whatever its title.
    let elsewhere =
        flips("title: Information security policy", "title: Information security policy, subjects: [ai-use]");
    assert_eq!(
        elsewhere,
        [
            "ai-use: missing → in date",
            "ai/policy: unsupported → supported",
            "information-security: in date → missing",
            "organisation/security-policy: supported → unsupported",
        ]
    );
    let both = flips("subjects: [dpa]", "subjects: [dpa, privacy]");
    assert_eq!(both, ["privacy: missing → in date", "privacy/policy: unsupported → supported"]);
    let physical = flips("title: Information security policy", "title: Physical security policy");
    assert_eq!(physical.len(), 2, "{physical:?}");
    let short = flips("title: Information security policy", "title: Security policy");
    assert_eq!(short, Vec::<String>::new());
}

#[test]
fn a_business_associate_agreement_is_asked_for_where_health_data_is_handled() {
    let asked = ["baa: not asked → missing", "privacy/health-data: not-in-scope → unsupported"];
    // Where it is asked for, each sub-processor needs one too.
    let and_the_list =
        [asked[0], asked[1], "sub-processors: in date → incomplete", "vendors/sub-processors: supported → evidenced"];
    assert_eq!(
        flips("systems: [{ id: prod, data: [personal] }]", "systems: [{ id: prod, data: [Health] }]"),
        and_the_list
    );
    assert_eq!(flips("availability] }", "availability], regulations: [HIPAA] }"), and_the_list);
    let signed = BASE.replace("dpa: 2026-01-10", "dpa: 2026-01-10\n    baa: 2026-01-10");
    let states = answered(&signed.replace("data: [personal] }", "data: [phi] }"), states);
    assert_eq!([&states["baa"], &states["sub-processors"]], ["missing", "in date"]);
}

#[test]
fn the_list_of_sub_processors_is_whole_or_not() {
    let list = |state: &str, answer: &str| {
        [format!("sub-processors: in date → {state}"), format!("vendors/sub-processors: supported → {answer}")]
    };
    assert_eq!(flips("    dpa: 2026-01-10\n", ""), list("incomplete", "evidenced"));
    assert_eq!(flips("dpa: 2026-01-10", "dpa: 2026-12-10"), list("incomplete", "evidenced"));
    // Nobody said what it handles, and nothing else says so.
    assert_eq!(flips("    data: [personal]\n    dpa: 2026-01-10\n", ""), list("incomplete", "evidenced"));
    // It handles nothing, or nothing of customers': no agreement is wanted.
    assert_eq!(flips("    data: [personal]\n    dpa: 2026-01-10\n", "    data: []\n"), Vec::<String>::new());
    assert_eq!(flips("    data: [personal]\n    dpa: 2026-01-10\n", "    data: [credentials]\n"), Vec::<String>::new());
    // The system it runs, and the data that flows to it, say what it handles.
    let run = flips("    data: [personal]\n    dpa: 2026-01-10\n", "    systems: [prod]\n");
    assert_eq!(run, list("incomplete", "evidenced"));
    let flow =
        BASE.replace("    data: [personal]\n", "") + "data_flows: [{ from: prod, to: host, data: [personal] }]\n";
    assert_eq!(answered(&flow, states)["sub-processors"], "in date");
    // No vendors at all is no list: nobody looked.
    let none = BASE.replace(&BASE[BASE.find("vendors:").unwrap()..BASE.find("reports:\n  - {").unwrap()], "");
    assert_eq!(answered(&none, states)["sub-processors"], "missing");
    // A list of one's own that is in date is the list.
    let own = BASE.replace("subjects: [dpa]", "subjects: [dpa, sub-processors]").replace("    dpa: 2026-01-10\n", "");
    assert_eq!(answered(&own, states)["sub-processors"], "in date");
}

#[test]
fn reports_of_our_own_grow_old() {
    let report = |after: &str, answer: &str| {
        [format!("assurance/report: supported → {answer}"), format!("soc2-report: in date → {after}")]
    };
    assert_eq!(
        flips("date: 2026-05-31, issued: 2026-06-30", "date: 2025-11-21, issued: 2025-12-30"),
        report("out of date", "claimed")
    );
    assert_eq!(
        flips("date: 2026-05-31, issued: 2026-06-30", "date: 2025-11-22, issued: 2025-12-30"),
        Vec::<String>::new()
    );
    assert_eq!(flips("date: 2026-05-31, issued: 2026-06-30", "issued: 2026-06-30"), report("out of date", "claimed"));
    // It is not there before it was issued.
    assert_eq!(flips("issued: 2026-06-30", "issued: 2026-12-30"), report("missing", "unsupported"));
    assert_eq!(flips("url: \"https://trust.example/soc2\"", "path: soc2.pdf"), report("missing", "unsupported"));
    assert_eq!(flips("kind: soc2-type1", "kind: soc3"), report("missing", "unsupported"));
    let test = |after: &str, answer: &str| {
        [
            format!("penetration-test: in date → {after}"),
            format!("vulnerability/penetration-test: supported → {answer}"),
        ]
    };
    assert_eq!(flips("date: 2026-03-02", "date: 2025-11-21"), test("out of date", "claimed"));
    assert_eq!(flips("date: 2026-03-02", "date: 2025-11-22"), Vec::<String>::new());
    assert_eq!(flips("findings_open: 0", "findings_open: 2"), Vec::<String>::new());
}

#[test]
fn others_are_relied_on_as_far_as_their_reports_show() {
    let guards = |from: &str, to: &str, after: &str| {
        assert_eq!(flips(from, to), [format!("physical/data-centres: supported → {after}")], "{to}");
    };
    guards("Guards at the data centre.", "Guards.", "unsupported");
    guards("start: 2025-10-01, end: 2026-09-30", "start: 2024-10-01, end: 2025-09-30", "claimed");
    guards("kind: soc2-type2", "kind: questionnaire", "claimed");
    guards(", reviewed: 2026-11-01, reviewed_by: ben", "", "evidenced");
}

#[test]
fn what_is_out_of_scope_is_not_answered() {
    // Availability is in scope; without it nothing speaks of capacity.
    let narrowed = flips(", categories: [security, availability]", ", categories: [security]");
    assert_eq!(
        narrowed,
        [
            "continuity/capacity: unsupported → not-in-scope",
            "continuity/restore: unsupported → not-in-scope",
            "continuity/separate: unsupported → not-in-scope",
        ]
    );
}
