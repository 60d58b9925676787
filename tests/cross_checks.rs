//! What is wrong with an inventory as a whole: ids that lead nowhere or stand twice, times and numbers that contradict
//! each other, a scope that says a thing twice. And what is right on the very edge of it.
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

use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::model::date::Date;
use gapcheck::model::inventory::Inventory;
use gapcheck::source::file::Sources;
use gapcheck::source::problem::{Problem, Problems};

fn read(yaml: &str) -> (Sources, Result<Inventory, Problems>) {
    let sources = single("inventory.yaml", &format!("organization: Acme\n{yaml}"));
    let inventory = gapcheck::read(&sources, &bundled().unwrap(), Date::new(2026, 11, 22).unwrap());
    (sources, inventory)
}

fn good(yaml: &str) -> Inventory {
    read(yaml).1.unwrap_or_else(|problems| panic!("{problems:?}\n{yaml}"))
}

/// What is wrong, in the order of the file.
fn told(yaml: &str, tell: impl Fn(&Sources, &Problem) -> String) -> Vec<String> {
    let (sources, inventory) = read(yaml);
    let Err(problems) = inventory else { return Vec::new() };
    problems.sorted().into_iter().map(|problem| tell(&sources, problem)).collect()
}

/// The text underlined and the message.
fn wrong(yaml: &str) -> Vec<String> {
    told(yaml, |sources, problem| format!("[{}] {}", sources.text(problem.place.unwrap()), problem.message))
}

/// The message and its help.
fn advice(yaml: &str) -> Vec<String> {
    told(yaml, |_, problem| format!("{} | {}", problem.message, problem.help.as_deref().unwrap_or("-")))
}

/// Where a problem stands, line and column, and where the other thing stands that it is about.
fn places(yaml: &str) -> Vec<String> {
    told(yaml, |sources, problem| {
        let at = |place| {
            let at = sources.position(place);
            format!("{}:{}", at.line, at.column)
        };
        let (other, words) = problem.related.first().cloned().unwrap();
        format!("{} {}, {words} {}", problem.label, at(problem.place.unwrap()), at(other))
    })
}

/// An inventory with one control that has these fields.
fn control(fields: &str) -> String {
    format!("controls: [{{ id: A, name: A, criteria: [CC6.3], status: planned, {fields} }}]")
}

#[test]
fn every_id_must_lead_somewhere() {
    let yaml = "people: [{ id: jane }]
systems: [{ id: prod }]
scope:
  not_applicable: [{ criteria: [CC99.1], rationale: None., approved_by: p1 }]
  commitments: [{ id: SLA, criteria: [CC99.2] }]
documents: [{ id: POL, owner: p2, approved_by: p3 }]
controls:
  - { id: A, name: A, criteria: [CC99.3], status: planned, owner: p4, performer: p5, systems: [s1], documented_in: [d1],
      tests: [{ of: design, by: p6 }] }
data_flows: [{ from: f1, to: f2 }]
vendors:
  - { id: aws, relation: vendor, systems: [s2], reports: [{ kind: soc2-type2, reviewed_by: p7 }],
      user_entity_controls: [{ id: U, controls: [c1] }], expected_controls: [{ criteria: [CC99.4] }] }
acceptances: [{ gap: 'g1:evidence-absent', rationale: None., approved_by: p8, expires: 2027-01-01 }]
remediation: [{ gap: 'A:evidence-of-nothing', owner: p9, depends_on: [before] }]";
    assert_eq!(
        wrong(yaml),
        [
            "[CC99.1] `CC99.1` is not one of the 61 criteria",
            "[p1] no person has the id `p1`",
            "[CC99.2] `CC99.2` is not one of the 61 criteria",
            "[p2] no person has the id `p2`",
            "[p3] no person has the id `p3`",
            "[CC99.3] `CC99.3` is not one of the 61 criteria",
            "[p4] no person has the id `p4`",
            "[p5] no person has the id `p5`",
            "[s1] no system has the id `s1`",
            "[d1] no document has the id `d1`",
            "[p6] no person has the id `p6`",
            "[f1] no system or vendor has the id `f1`",
            "[f2] no system or vendor has the id `f2`",
            "[s2] no system has the id `s2`",
            "[p7] no person has the id `p7`",
            "[c1] no control has the id `c1`",
            "[CC99.4] `CC99.4` is not one of the 61 criteria",
            "['g1:evidence-absent'] nothing has the id `g1`",
            "[p8] no person has the id `p8`",
            "['A:evidence-of-nothing'] no rule has the name in `A:evidence-of-nothing`",
            "[p9] no person has the id `p9`",
            "[before] `before` is not the id of a gap",
        ]
    );
}

#[test]
fn an_id_that_leads_somewhere_is_no_problem() {
    good(
        "people: [{ id: jane }]
systems: [{ id: prod }]
scope: { commitments: [{ id: SLA, criteria: [CC6.3] }] }
documents: [{ id: POL, owner: jane, approved_by: jane }]
controls: [{ id: A, name: A, criteria: [CC6.3], status: planned, owner: jane, performer: jane, systems: [prod], documented_in: [POL] }]
data_flows: [{ from: external, to: prod }, { from: prod, to: aws }, { from: aws, to: prod }]
vendors:
  - { id: aws, relation: vendor, systems: [prod], user_entity_controls: [{ id: U, controls: [A] }] }
remediation:
  - { gap: 'A:evidence-absent', depends_on: ['CC1.1:criterion-without-control', 'prod:evidence-absent'] }
  - { gap: 'POL:document-missing' }
  - { gap: 'aws:subservice-report-absent' }
  - { gap: 'SLA:commitment-uncovered' }
  - { gap: 'U:user-entity-control-unplaced' }
  - { gap: 'scope:systems-undefined' }
  - { gap: 'external:data-flow-unprotected:prod' }",
    );
}

#[test]
fn the_help_says_what_there_is() {
    let people =
        "people: [{ id: ann }, { id: bob }, { id: cay }, { id: dan }, { id: eve }, { id: fay }, { id: gus }]\n";
    assert_eq!(
        advice(&format!("{people}{}", control("owner: nobody"))),
        [
            "no person has the id `nobody` | add it under `people`, or use one of ann, bob, cay, dan, eve, fay and 1 more"
        ]
    );
    assert_eq!(
        advice("controls: []\nsystems: [{ id: prod }]\ndata_flows: [{ from: somewhere, to: prod }]"),
        [
            "no system or vendor has the id `somewhere` | list it under `systems` or `vendors`, or write `external` for anybody outside"
        ]
    );
    assert_eq!(
        advice(
            "controls: []\nvendors: [{ id: stripe, relation: vendor }]\ndata_flows: [{ from: stripes, to: externl }]"
        ),
        [
            "no system or vendor has the id `stripes` | did you mean `stripe`?",
            "no system or vendor has the id `externl` | did you mean `external`?",
        ]
    );
    assert_eq!(
        advice("controls: []\nremediation: [{ gap: 'nothing-known:xyz' }]"),
        [
            "no rule has the name in `nothing-known:xyz` | `gapcheck explain` lists the rules",
            "nothing has the id `nothing-known` | a gap begins with the id of a criterion, control, system, document, vendor or commitment",
        ]
    );
    assert_eq!(
        advice(&control("owner: a").replace("CC6.3", "CC6.4/zzzzzzzzzzzzzzzzzzzzzzzz")).len(),
        1,
        "no point is anywhere near"
    );
}

#[test]
fn among_very_many_no_neighbour_is_looked_for() {
    let with = |systems: usize| {
        let listed: Vec<String> = (1..=systems).map(|at| format!("{{ id: s{at:05} }}")).collect();
        advice(&format!("systems: [{}]\n{}", listed.join(", "), control("systems: [s0000]")))
    };
    assert_eq!(with(5000), ["no system has the id `s0000` | did you mean `s00001`?"]);
    assert_eq!(
        with(5001),
        [
            "no system has the id `s0000` | add it under `systems`, or use one of s00001, s00002, s00003, s00004, s00005, s00006 and 4995 more"
        ]
    );
}

#[test]
fn ids_that_stand_twice_are_told_where() {
    let yaml = "people: [{ id: x }, { id: x }]
systems: [{ id: x }, { id: x }]
documents: [{ id: x }, { id: x }]
controls: [{ id: x, name: X, criteria: [], status: planned }, { id: x, name: X, criteria: [], status: planned }]
vendors:
  - { id: x, relation: vendor, user_entity_controls: [{ id: u }, { id: u }] }
  - { id: x, relation: vendor, user_entity_controls: [{ id: u }] }
scope: { commitments: [{ id: x }, { id: x }] }
acceptances:
  - { gap: 'x:evidence-absent', rationale: None., approved_by: x, expires: 2027-01-01 }
  - { gap: 'x:evidence-absent', rationale: None., approved_by: x, expires: 2027-01-01 }
remediation: [{ gap: 'x:evidence-absent' }, { gap: 'x:evidence-absent' }]
data_flows: [{ from: external, to: x }, { from: external, to: x }]";
    let taken = |what: &str| format!("{what} is taken");
    let messages: Vec<String> = told(yaml, |_, problem| problem.message.clone());
    assert_eq!(
        messages,
        [
            taken("the person id `x`"),
            taken("the system id `x`"),
            taken("the document id `x`"),
            taken("the control id `x`"),
            taken("the user entity control id `u`"),
            taken("the vendor id `x`"),
            taken("the commitment id `x`"),
            taken("a second acceptance for `x:evidence-absent`"),
            taken("a second remediation entry for `x:evidence-absent`"),
            taken("a second data flow from `external` to `x`"),
        ]
    );
    let found = places(yaml);
    assert_eq!(found[0], "second time 2:27, first time 2:16");
    assert_eq!(found[7], "second time 12:12, first time 11:12");
}

#[test]
fn each_organisation_numbers_what_it_expects_by_itself() {
    let yaml = "controls: []
vendors:
  - { id: b, relation: vendor, user_entity_controls: [{ id: u }] }
  - { id: a, relation: vendor, user_entity_controls: [{ id: u }] }";
    assert_eq!(places(yaml), [""; 0]);
}

#[test]
fn a_key_that_stands_twice_is_told_where() {
    assert_eq!(places(&control("owner: a, owner: b")), ["second time 2:76, first time 2:66"]);
    assert_eq!(places("controls: []\nsystems: []\nsystems: []"), ["second time 4:1, first time 3:1"]);
}

#[test]
fn what_cannot_be_read_stands_nowhere_twice() {
    let yaml = "controls: []
systems: [{ id: prod }, { id: 'a b' }, { id: 'a b' }]
data_flows: [{ from: 'a b', to: prod }, { from: 'a b', to: prod }, { from: prod, to: 'a b' }, { from: prod, to: 'a b' }]";
    assert_eq!(wrong(yaml), ["['a b'] the id `a b` holds a blank"; 6]);
}

#[test]
fn the_same_way_twice_differs_from_there_and_back() {
    good(
        "controls: []\nsystems: [{ id: a }, { id: b }]\ndata_flows: [{ from: a, to: b }, { from: b, to: a }, { from: a, to: a }]",
    );
}

#[test]
fn lists_come_in_the_order_of_their_ids() {
    let inventory = good(
        "people: [{ id: p10 }, { id: p9 }]
systems: [{ id: s10 }, { id: s9 }]
documents: [{ id: d10 }, { id: d9 }]
controls: [{ id: c10, name: X, criteria: [], status: planned }, { id: c9, name: X, criteria: [], status: planned }]
vendors: [{ id: v10, relation: vendor }, { id: v9, relation: vendor }]
scope: { commitments: [{ id: m10 }, { id: m9 }], regulations: [SOX, hipaa, sox, GDPR] }
data_flows: [{ from: s10, to: s9 }, { from: s9, to: s10 }, { from: s9, to: s9 }]
acceptances:
  - { gap: 'c10:evidence-absent', rationale: None., approved_by: p9, expires: 2027-01-01 }
  - { gap: 'c9:evidence-absent', rationale: None., approved_by: p9, expires: 2027-01-01 }
remediation: [{ gap: 'c10:evidence-absent' }, { gap: 'c9:evidence-absent' }]",
    );
    let ids = [
        inventory.people.iter().map(|of| of.id.to_string()).collect::<Vec<_>>().join(" "),
        inventory.systems.iter().map(|of| of.id.to_string()).collect::<Vec<_>>().join(" "),
        inventory.documents.iter().map(|of| of.id.to_string()).collect::<Vec<_>>().join(" "),
        inventory.controls.iter().map(|of| of.id.to_string()).collect::<Vec<_>>().join(" "),
        inventory.vendors.iter().map(|of| of.id.to_string()).collect::<Vec<_>>().join(" "),
        inventory.scope.commitments.iter().map(|of| of.id.to_string()).collect::<Vec<_>>().join(" "),
        inventory.data_flows.iter().map(|of| format!("{}-{}", *of.from, *of.to)).collect::<Vec<_>>().join(" "),
        inventory.acceptances.iter().map(|of| of.gap.value.to_string()).collect::<Vec<_>>().join(" "),
        inventory.remediation.iter().map(|of| of.gap.value.to_string()).collect::<Vec<_>>().join(" "),
        inventory.scope.regulations.join(" "),
    ];
    assert_eq!(
        ids,
        [
            "p9 p10",
            "s9 s10",
            "d9 d10",
            "c9 c10",
            "v9 v10",
            "m9 m10",
            "s9-s9 s9-s10 s10-s9",
            "c9:evidence-absent c10:evidence-absent",
            "c9:evidence-absent c10:evidence-absent",
            "gdpr hipaa sox",
        ]
    );
}

#[test]
fn a_hash_has_64_hexadecimal_digits() {
    let with = |hash: &str| wrong(&control(&format!("evidence: [{{ path: a.pdf, sha256: '{hash}' }}]")));
    let (whole, short) = ("0123456789abcdefABCDEF".repeat(3)[..64].to_owned(), "a".repeat(63));
    assert_eq!(with(&whole), [""; 0]);
    let message = "a SHA-256 has 64 hexadecimal digits";
    assert_eq!(with(&short), [format!("['{short}'] {message}")]);
    let foreign = format!("{short}g");
    assert_eq!(with(&foreign), [format!("['{foreign}'] {message}")]);
    let population = |digest: &str| {
        wrong(&control(&format!("tests: [{{ of: operation, population: {{ size: 3, digest: '{digest}' }} }}]")))
    };
    assert_eq!(population(&whole), [""; 0]);
    assert_eq!(population(&short), [format!("['{short}'] {message}")]);
}

#[test]
fn periods_may_be_a_day_long_but_not_end_before_they_start() {
    let kinds = [
        ("the observation period", "controls: []\nscope: { report: type2, period: ", " }".to_owned()),
        (
            "the time the evidence covers",
            "controls: [{ id: A, name: A, criteria: [], status: planned, evidence: [{ covers: ",
            " }] }]".to_owned(),
        ),
        (
            "the period tested",
            "controls: [{ id: A, name: A, criteria: [], status: planned, tests: [{ of: operation, period: ",
            " }] }]".to_owned(),
        ),
        (
            "the period of the report",
            "controls: []\nvendors: [{ id: aws, relation: vendor, reports: [{ kind: soc2-type2, period: ",
            " }] }]".to_owned(),
        ),
    ];
    for (what, before, after) in kinds {
        let with = |start: &str, end: &str| advice(&format!("{before}{{ start: {start}, end: {end} }}{after}"));
        assert_eq!(with("2026-07-01", "2026-07-01"), [""; 0], "{what}");
        assert_eq!(
            with("2026-07-02", "2026-07-01"),
            [format!(
                "{what} ends on 2026-07-01, before it starts on 2026-07-02 | swap the two dates, or correct the year"
            )]
        );
        // A date that cannot be read is told once, and not compared.
        assert_eq!(with("2026-07-01", "soon").len(), 1, "{what}");
        assert_eq!(with("soon", "2026-07-01").len(), 1, "{what}");
    }
}

#[test]
fn a_bridge_letter_begins_where_its_report_ends() {
    let until = |day: &str| {
        advice(&format!(
            "controls: []\nvendors: [{{ id: aws, relation: vendor, reports: [{{ kind: soc2-type2, \
             period: {{ start: 2025-10-01, end: 2026-09-30 }}, bridge_until: {day} }}] }}]"
        ))
    };
    assert_eq!(until("2026-09-30"), [""; 0]);
    assert_eq!(
        until("2026-09-29"),
        [
            "the bridge letter ends on 2026-09-29, before the report it extends (2026-09-30) | a bridge letter runs from the end of a report"
        ]
    );
}

#[test]
fn decisions_and_documents_have_their_dates_in_order() {
    let acceptance = |expires: &str| {
        advice(&format!(
            "controls: []\nacceptances: [{{ gap: 'CC6.3:criterion-without-control', rationale: None., approved_by: cto, \
             approved: 2026-05-04, expires: {expires} }}]"
        ))
    };
    assert_eq!(acceptance("2026-05-04"), [""; 0]);
    assert_eq!(
        acceptance("2026-05-03"),
        ["the acceptance expires on 2026-05-03, before it was approved on 2026-05-04 | correct one of the two dates"]
    );
    assert_eq!(acceptance("soon").len(), 1, "a date that cannot be read is told once");
    let document = |dates: &str| advice(&format!("controls: []\ndocuments: [{{ id: POL, {dates} }}]"));
    assert_eq!(document("approved: 2026-02-01, reviewed: 2026-02-01"), [""; 0]);
    assert_eq!(document("reviewed: 2026-02-01"), [""; 0]);
    assert_eq!(
        document("approved: 2026-02-01, reviewed: 2026-01-31"),
        [
            "the document was last reviewed on 2026-01-31, before it was approved on 2026-02-01 | correct one of the two dates"
        ]
    );
    assert_eq!(
        places("controls: []\ndocuments: [{ id: POL, approved: 2026-02-01, reviewed: 2026-01-31 }]"),
        [" 3:56, the other date 3:34"]
    );
}

#[test]
fn a_sample_lies_within_its_population_and_holds_its_exceptions() {
    let test = |fields: &str| advice(&control(&format!("tests: [{{ of: operation, {fields} }}]")));
    assert_eq!(test("population: { size: 25 }, sample: { size: 25 }"), [""; 0]);
    assert_eq!(test("sample: { size: 25 }"), [""; 0]);
    assert_eq!(test("sample: { size: 2 }, exceptions: [{ item: a }, { item: b }]"), [""; 0]);
    assert_eq!(
        test("sample: { size: 1 }, exceptions: [{ item: a }, { item: b }]"),
        ["2 exceptions in a sample of 1 | every exception is an item of the sample; correct the size"]
    );
}

#[test]
fn a_scope_says_each_thing_once() {
    let scope = |fields: &str| advice(&format!("controls: []\nscope: {{ {fields} }}"));
    assert_eq!(
        scope("categories: [security, availability, Availability]"),
        ["the category `availability` is named twice | name each category once"]
    );
    let out = |criteria: &str| format!("{{ criteria: [{criteria}], rationale: None., approved_by: cto }}");
    assert_eq!(scope(&format!("not_applicable: [{}, {}]", out("CC6.4"), out("CC6.5"))), [""; 0]);
    let twice = format!("not_applicable: [{}, {}]", out("CC6.4"), out("CC6.4"));
    assert_eq!(scope(&twice), ["`CC6.4` is scoped out twice | give one rationale"]);
    // `scope: { not_applicable: [{ criteria: [` is 39 characters long; the second entry begins 53 further on.
    assert_eq!(
        places(&format!("controls: []\nscope: {{ {twice} }}")),
        [format!("second time 3:{}, first time 3:40", 40 + out("CC6.4").len() + 2)]
    );
    // What cannot be read as a period is told; so is one that is not there, at the scope where the report is not named.
    assert_eq!(scope("report: type1, period: { start: 2026-07-01, end: 2026-12-31 }"), [""; 0]);
}

#[test]
fn security_belongs_to_every_report() {
    use gapcheck::model::words::Category::{Availability, Privacy, Security};
    let categories = |named: &str| good(&format!("controls: []\nscope: {{ categories: [{named}] }}")).scope.categories;
    assert_eq!(categories("availability"), [Security, Availability]);
    assert_eq!(categories("privacy, security"), [Security, Privacy]);
    assert_eq!(good("controls: []").scope.categories, [Security]);
}

#[test]
fn a_report_speaks_of_a_day_or_a_period() {
    let end = |scope: &str| good(&format!("controls: []\n{scope}")).scope.report.end().to_string();
    assert_eq!(end(""), "2026-11-22", "the day of the assessment");
    assert_eq!(end("scope: { as_of: 2027-01-31 }"), "2027-01-31");
    assert_eq!(end("scope: { report: type2, period: { start: 2026-07-01, end: 2026-12-31 } }"), "2026-12-31");
    let report =
        good("controls: []\nscope: { as_of: 2027-01-31, period: { start: 2026-07-01, end: 2026-12-31 } }").scope.report;
    assert_eq!(report.period().map(ToString::to_string), None, "a type 1 report has none");
}
