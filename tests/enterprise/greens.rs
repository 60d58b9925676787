//! What looks green and is not: each case an organisation that somebody could have taken for being in order.

use gapcheck::report::enterprise::options::Options;

use crate::states::flips;
use crate::{BASE, answered, states, text};

const SIGN_IN: [&str; 2] =
    ["access/second-factor: supported → evidenced", "access/single-sign-on: supported → evidenced"];
const GUARDS: &str = "physical/data-centres: supported → evidenced";
const LIST: [&str; 2] = ["sub-processors: in date → incomplete", "vendors/sub-processors: supported → evidenced"];

fn control(text: &str) -> String {
    format!("controls:\n  - {{ {text} }}\n")
}

/// The answer to a question and what goes out in its place.
fn told(yaml: &str, question: &str) -> [String; 2] {
    let answer = |for_buyers| {
        answered(yaml, |enterprise| {
            let json = text(enterprise, "json", &Options { for_buyers, ..Options::default() }, 100);
            let json: serde_json::Value = serde_json::from_str(&json).unwrap();
            let questions = json["questions"].as_array().unwrap();
            questions.iter().find(|it| it["id"] == question).unwrap()["answer"].as_str().unwrap().to_owned()
        })
    };
    [answer(false), answer(true)]
}

#[test]
fn a_plan_is_not_quoted_beside_what_somebody_else_does() {
    let planned = control("id: PH-9, name: Cameras in the data centre, criteria: [CC6.4], status: planned");
    assert_eq!(flips("controls:\n", &planned), Vec::<String>::new());
    let guards = "We rely on Hosting Ltd for: “Guards at the data centre.”";
    let question = "physical/data-centres";
    assert_eq!(told(&BASE.replace("controls:\n", &planned), question), [guards, guards]);
    // What is in place and not shown holds the answer back, and is not what it says.
    let claimed = planned.replace("planned", "implemented");
    assert_eq!(flips("controls:\n", &claimed), [GUARDS]);
    assert_eq!(told(&BASE.replace("controls:\n", &claimed), question), [guards, "To be answered by hand."]);
}

#[test]
fn a_test_of_operation_that_found_something_holds_back_whatever_the_report_asks() {
    let tested = |more: &str| {
        let more = format!("conclusion: effective }}, {{ of: operation, by: ben, {more} }}]");
        flips("conclusion: effective }]", &more)
    };
    assert_eq!(tested("date: 2026-11-01, conclusion: deficient"), SIGN_IN);
    assert_eq!(tested("date: 2026-11-01, conclusion: exception"), SIGN_IN);
    assert_eq!(tested("date: 2026-11-01, conclusion: effective"), Vec::<String>::new());
    // The last word counts, and one of a day to come is none.
    let then =
        "date: 2026-09-01, conclusion: exception }, { of: operation, by: ben, date: 2026-11-01, conclusion: effective";
    assert_eq!(tested(then), Vec::<String>::new());
    let ask = BASE.replace(
        "conclusion: effective }]",
        "conclusion: effective }, { of: operation, by: ben, date: 2026-11-01, conclusion: exception }]",
    );
    let ask = answered(&ask, |enterprise| {
        let mut asked = enterprise.answers.iter().filter(|it| it.question.id == "second-factor");
        asked.next().unwrap().ask.clone().unwrap().what
    });
    assert_eq!(ask, "Mend `AC-1`, and have it tested again: a test found that it did not always work.");
}

#[test]
fn a_system_that_nothing_covers_holds_back_what_is_said_of_all() {
    let prod = "systems: [{ id: prod, data: [personal] }]";
    let two = BASE.replace(prod, "systems: [{ id: prod, data: [personal] }, { id: old, data: [personal] }]");
    let before = answered(&two, states);
    assert_eq!(before["access/second-factor"], "supported");
    let of_one = two.replace("frequency: continuous\n", "frequency: continuous\n    systems: [prod]\n");
    let after = answered(&of_one, states);
    let changed: Vec<&String> = before.keys().filter(|id| after[*id] != before[*id]).collect();
    assert_eq!(changed, ["access/second-factor", "access/single-sign-on"]);
    assert_eq!(after["access/second-factor"], "evidenced");
}

#[test]
fn data_that_moves_unprotected_holds_back_what_is_said_of_its_way() {
    let tls = "id: NET-1, name: Encrypted in transit, criteria: [CC6.7], owner: ada, frequency: continuous, \
               status: implemented, evidence: [{ url: \"https://wiki.example/tls\", collected: 2026-11-10 }], \
               tests: [{ of: design, date: 2026-10-01, by: ben, conclusion: effective }]";
    let with = BASE.replace("controls:\n", &control(tls));
    assert_eq!(answered(&with, states)["encryption/in-transit"], "supported");
    let flow = |protection: &str| {
        let flow = format!("data_flows: [{{ from: prod, to: host, data: [personal], protection: {protection} }}]\n");
        answered(&(with.clone() + &flow), states)["encryption/in-transit"].clone()
    };
    assert_eq!(flow("TLS 1.3"), "supported");
    assert_eq!(flow("none"), "evidenced");
}

#[test]
fn exceptions_that_nobody_judged_leave_something_open() {
    let read = "reviewed: 2026-11-01";
    assert_eq!(flips(read, "exceptions: 4, reviewed: 2026-11-01"), [GUARDS]);
    assert_eq!(flips(read, "exceptions: 0, reviewed: 2026-11-01"), Vec::<String>::new());
    let judged = "exceptions: 4, exceptions_assessed: None is about us, reviewed: 2026-11-01";
    assert_eq!(flips(read, judged), Vec::<String>::new());
}

#[test]
fn to_handle_nothing_is_not_believed_where_data_flows_or_lies() {
    let stated = "    data: [personal]\n    dpa: 2026-01-10\n";
    assert_eq!(flips(stated, "    data: []\n    systems: [prod]\n"), LIST);
    assert_eq!(flips(stated, "    data: [credentials]\n    systems: [prod]\n"), LIST);
    let flow = "data_flows: [{ from: prod, to: host, data: [personal], protection: TLS 1.3 }]\nvendors:\n";
    let flowing = BASE.replace(stated, "    data: []\n").replace("\nvendors:\n", &format!("\n{flow}"));
    assert_eq!(answered(&flowing, states)["sub-processors"], "incomplete");
    // A flow of nothing of customers' contradicts nothing.
    assert_eq!(
        answered(&flowing.replace("data: [personal], prot", "data: [public], prot"), states)["sub-processors"],
        "in date"
    );
}

#[test]
fn a_letter_to_a_day_that_is_to_come_extends_nothing() {
    let soc2 = |until: &str| {
        let yaml = BASE.replace("opinion: unqualified", &format!("opinion: unqualified, bridge_until: {until}"));
        answered(&yaml, |enterprise| {
            let report = &enterprise.documents[0];
            (report.on_file.clone(), report.told.clone(), report.to_do.clone())
        })
    };
    let of = "SOC 2 Type I report of 2026-05-31, by Tarn LLP, issued on 2026-06-30";
    let (on_file, told, to_do) = soc2("2026-11-22");
    assert_eq!(on_file, format!("{of}, with a bridge letter to 2026-11-22, unqualified opinion."));
    assert_eq!((told, to_do), (format!("{of}, with a bridge letter to 2026-11-22."), None));
    let (on_file, told, to_do) = soc2("2026-11-23");
    assert_eq!(
        on_file,
        format!("{of}, its bridge letter is to 2026-11-23, which is still to come, unqualified opinion.")
    );
    assert_eq!(told, format!("{of}."));
    assert_eq!(to_do.unwrap(), "Buyers ask for a bridge letter: nothing speaks of the time after 2026-05-31.");
}

#[test]
fn a_record_about_a_policy_is_not_the_policy() {
    let gone = ["information-security: in date → missing", "organisation/security-policy: supported → unsupported"];
    for title in
        ["Minutes on information security", "Information security training", "Draft information security policy"]
    {
        assert_eq!(flips("title: Information security policy", &format!("title: {title}")), gone, "{title}");
    }
}

#[test]
fn a_word_that_only_sounds_alike_answers_nothing() {
    let control = |text: &str| control(&format!("id: X-1, name: X, description: {text}, status: implemented"));
    let said = |text: &str| flips("controls:\n", &control(text));
    let none = Vec::<String>::new();
    assert_eq!(said("Security groups deny wide ingress., criteria: [CC6.6]"), none);
    assert_eq!(
        said("Security groups are reviewed each month., criteria: [CC6.6]"),
        ["network/firewall: unsupported → claimed"]
    );
    assert_eq!(said("Access keys must rotate., criteria: [CC6.1]"), none);
    assert_eq!(said("Encryption keys live in a safe., criteria: [CC6.1]"), ["encryption/keys: unsupported → claimed"]);
    assert_eq!(said("Support shows customers our programme., criteria: [CC2.3]"), none);
    assert_eq!(said("Badges of the fair are kept., criteria: [CC6.4]"), none);
}

#[test]
fn nobody_is_named_to_a_buyer_by_any_spelling() {
    let goes_out = |text: &str| {
        let yaml = BASE.replace("the setting is exported each month", text);
        told(&yaml, "access/second-factor")[1].clone()
    };
    let by_hand = "To be answered by hand.";
    assert_eq!(goes_out("ada exports the setting"), by_hand);
    assert_eq!(goes_out("ADA LUND exports the setting"), by_hand);
    assert_eq!(goes_out("see www.acorn.example"), by_hand);
    assert_eq!(goes_out("see \\\\files\\mfa"), by_hand);
    // Where nobody is listed, whoever vouches is named all the same.
    let people = &BASE[BASE.find("people:").unwrap()..BASE.find("systems:").unwrap()];
    let free = BASE.replace(people, "").replace("the setting is exported each month", "Zoe Marsh exports it");
    assert!(told(&free, "access/second-factor")[1].starts_with("“Everybody"));
    let vouched = free + "vouched: [{ list: incidents, by: Zoe Marsh, date: 2026-11-20 }]\n";
    assert_eq!(told(&vouched, "access/second-factor")[1], by_hand);
    // The id of a role is a word.
    let role = BASE
        .replace("id: ada, name: Ada Lund", "id: platform, name: Ada Lund")
        .replace("owner: ada", "owner: platform");
    let role = role.replace("the setting is exported each month", "platform exports it");
    assert!(told(&role, "access/second-factor")[1].starts_with("“Everybody"));
}

#[test]
fn a_control_that_ended_or_has_not_begun_answers_nothing() {
    let status = |dates: &str| flips("    status: implemented\n", &format!("    status: implemented\n    {dates}\n"));
    let gone = |state: &str| ["second-factor", "single-sign-on"].map(|id| format!("access/{id}: supported → {state}"));
    assert_eq!(status("until: 2026-11-21"), gone("unsupported"));
    assert_eq!(status("until: 2026-11-22"), Vec::<String>::new());
    assert_eq!(status("since: 2026-11-23"), gone("planned"));
    assert_eq!(status("since: 2026-11-22"), Vec::<String>::new());
}
