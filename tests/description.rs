//! Whether a description of the system can be written: states and sentences worked out by hand, and the skeleton that
//! every format makes of the same facts.
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

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use gapcheck::load::catalog::description as criteria;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::description::{Description, DescriptionState, Subject};
use gapcheck::report::description::{DESCRIPTION_FORMATS, Layout, SCHEMA, by_name, words};
use gapcheck::report::html;
use gapcheck::{Request, io};
use serde_json::Value;

use common::{as_of, assess, catalog};

/// An inventory that holds whatever a description asks for: the day is 2026-11-22, within the period.
const FULL: &str = "\
organization: Acme Inc.
scope:
  system: Acme Cloud
  report: type2
  period: { start: 2026-07-01, end: 2026-12-31 }
  services: [{ id: files, text: Keeps files., to: companies }]
  commitments: [{ id: SLA, text: Files can be read., to: all customers }]
  requirements: [{ id: REQ, text: Files are kept twice., source: commitment SLA }]
  boundary: From the login to the disk.
systems:
  - { id: prod, kind: infrastructure, data: [files] }
  - { id: app, kind: application, data: [files] }
people: [{ id: ann, role: runs it all }]
documents: [{ id: POL, url: 'https://x.example/pol', approved_by: ann, approved: 2026-02-01 }]
controls:
  - id: ALL
    name: All of it
    description: Ann does all of it each day.
    criteria: [CC1.1, CC1.2, CC1.3, CC1.4, CC1.5, CC2.1, CC2.2, CC2.3, CC3.1, CC3.2, CC3.3, CC3.4, CC4.1, CC4.2, CC5.1, CC5.2, CC5.3, CC6.1, CC6.2, CC6.3, CC6.4, CC6.5, CC6.6, CC6.7, CC6.8, CC7.1, CC7.2, CC7.3, CC7.4, CC7.5, CC8.1, CC9.1, CC9.2]
    status: implemented
vendors:
  - id: host
    name: Host
    service: Runs machines.
    relation: carve-out
    expected_controls: [{ criteria: [CC6.4], text: Locks the doors. }]
vouched:
  - { list: incidents, by: ann, date: 2026-11-20 }
  - { list: changes, by: ann, date: 2026-11-20 }
  - { list: user_entity_controls, by: ann, date: 2026-09-01 }
  - { list: not_applicable, by: ann, date: 2026-09-01, how: Went through all 33. }
  - { list: excluded, by: ann, date: 2026-09-01 }
";

/// One that holds next to nothing.
const TINY: &str = "organization: Acme\ncontrols: []\n";

fn describe<T>(yaml: &str, look: impl FnOnce(&Description<'_>) -> T) -> T {
    let asked = criteria().unwrap();
    assess(yaml, |assessment| look(&gapcheck::description(assessment, &asked)))
}

fn states(description: &Description<'_>) -> Vec<&'static str> {
    description.judged.iter().map(|judged| judged.state().word()).collect()
}

/// All that is missing, each behind the id of its criterion.
fn missing(description: &Description<'_>) -> Vec<String> {
    let sources = description.assessment.sources;
    let of = description.criteria().flat_map(|(criterion, judged)| {
        judged.missing().map(move |missing| format!("{} {}", criterion.id, words::missing(missing, sources)))
    });
    of.collect()
}

fn described_folder<T>(path: &str, look: impl FnOnce(&Description<'_>) -> T) -> T {
    let asked = criteria().unwrap();
    folder(path, |assessment| look(&gapcheck::description(assessment, &asked)))
}

fn folder<T>(path: &str, look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    let input = io::input::read(&[PathBuf::from(path)]).unwrap();
    let inventory = gapcheck::read(&input.sources, catalog(), as_of()).unwrap();
    let files = io::evidence::look_up(&inventory, &input.sources);
    let request = Request { as_of: as_of(), fail_on: None, baseline: None };
    look(&gapcheck::assess(&input.sources, &inventory, catalog(), &files, &request))
}

fn rendered(format: &str, width: usize, description: &Description<'_>) -> String {
    let text = (by_name(format).unwrap().render)(description, &Layout { width, fail_on: None });
    anstream::adapter::strip_str(&text).to_string()
}

#[test]
fn there_are_nine_criteria_each_judged_by_a_file_of_its_own() {
    let asked = criteria().unwrap();
    let ids: Vec<&str> = asked.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
    assert_eq!(ids, ["DC 1", "DC 2", "DC 3", "DC 4", "DC 5", "DC 6", "DC 7", "DC 8", "DC 9"]);
    for criterion in &asked.criteria {
        assert!(criterion.title.len() < 50 && !criterion.title.ends_with('.'), "{}", criterion.title);
        assert!(criterion.asks.contains('?'), "{}", criterion.asks);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/describe");
    for number in 1..=9 {
        let found = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        assert_eq!(found.filter(|name| name.starts_with(&format!("dc{number}_"))).count(), 1, "DC {number}");
    }
    describe(FULL, |description| assert_eq!(description.judged.len(), 9));
}

#[test]
fn all_of_it_can_be_written_where_all_of_it_is_there() {
    describe(FULL, |description| {
        assert_eq!(missing(description), Vec::<String>::new());
        assert_eq!(states(description), ["writable"; 9]);
        assert_eq!(words::headline(description), "9 of 9 description criteria are writable.");
        // What no inventory can hold: DC 1, DC 3 and DC 5 each ask for a text of somebody's own.
        assert_eq!(words::to_write(description), "The skeleton of Section 3 has 3 places to write.");
        let held: Vec<String> =
            description.judged.iter().flat_map(|judged| judged.parts.iter().filter_map(words::held)).collect();
        assert_eq!(held[0], "1 service (files)");
        assert!(held.contains(&"incidents: no incidents up to 2026-11-20, says ann".to_owned()), "{held:#?}");
        assert!(
            held.contains(
                &"criteria not relevant: no criteria that are not relevant up to 2026-09-01, says ann (Went through all 33)"
                    .to_owned()
            ),
            "{held:#?}"
        );
    });
}

#[test]
fn of_nothing_nothing_can_be_written() {
    describe(TINY, |description| {
        let mut expected = ["not-writable"; 9];
        expected[8] = "not-asked";
        assert_eq!(states(description), expected);
        assert_eq!(
            words::headline(description),
            "0 of 8 description criteria are writable, 8 not writable. 1 more is not asked for in a Type I report."
        );
        assert_eq!(
            missing(description),
            [
                "DC 1 the system has no name; write it under `scope.system`",
                "DC 1 no service is listed; write it under `scope.services`",
                "DC 2 no commitment is listed; write it under `scope.commitments`",
                "DC 2 no system requirement is listed; write it under `scope.requirements`",
                "DC 3 no system is of a kind that is infrastructure; write it under `systems`",
                "DC 3 no system is of a kind that is software; write it under `systems`",
                "DC 3 no person or team is listed; write it under `people`",
                "DC 3 no policy or procedure is listed; write it under `documents`",
                "DC 3 no class of data is named; write it under `systems[].data`",
                "DC 3 nothing says where the system begins and ends; write it under `scope.boundary`",
                "DC 3 no parts left outside the system are listed, and nobody vouches (`vouched`) that there are none; write \
                 it under `scope.excluded`",
                "DC 4 no incidents are listed, and nobody vouches (`vouched`) that there are none; write it under `incidents`",
                "DC 5 the categories are assumed, since the inventory has no scope; write it under `scope.categories`",
                "DC 5 33 criteria have no control in place (`CC1.1`, `CC1.2`, `CC1.3`, `CC1.4`, `CC1.5`, `CC2.1` and 27 \
                 more); write it under `controls[].criteria`",
                "DC 6 no complementary user entity controls are listed, and nobody vouches (`vouched`) that there are none; \
                 write it under `user_entity_controls`",
                "DC 7 no subservice organisations are listed, and nobody vouches (`vouched`) that there are none; write it \
                 under `vendors`",
                "DC 8 no criteria that are not relevant are listed, and nobody vouches (`vouched`) that there are none; write \
                 it under `scope.not_applicable`",
            ]
        );
    });
}

/// A fact of the full inventory, what becomes of it, the criteria whose state changes with the new one, and the sentence
/// of the last of them.
type Mutation = (&'static str, &'static str, &'static [(&'static str, &'static str)], &'static str);

/// All of them.
const MUTATIONS: &[Mutation] = &[
    ("  system: Acme Cloud\n", "", &[("DC 1", "partly")], "the system has no name; write it under `scope.system`"),
    (
        "  services: [{ id: files, text: Keeps files., to: companies }]\n",
        "",
        &[("DC 1", "not-writable")],
        "no service is listed; write it under `scope.services`",
    ),
    (
        "{ id: files, text: Keeps files., to",
        "{ id: files, text: ' ', to",
        &[("DC 1", "partly")],
        "1 service has no text (`files`) (`random.yaml:6`); write it under `scope.services[].text`",
    ),
    (
        ", to: companies",
        "",
        &[("DC 1", "partly")],
        "1 service has no users (`files`) (`random.yaml:6`); write it under `scope.services[].to`",
    ),
    (
        "text: Files can be read., ",
        "",
        &[("DC 2", "partly")],
        "1 commitment has no text (`SLA`) (`random.yaml:7`); write it under `scope.commitments[].text`",
    ),
    (
        ", source: commitment SLA",
        "",
        &[("DC 2", "partly")],
        "1 requirement has no source (`REQ`) (`random.yaml:8`); write it under `scope.requirements[].source`",
    ),
    (
        "kind: application, ",
        "kind: thing, ",
        &[("DC 3", "partly")],
        "1 system is by kind neither infrastructure nor software (`app`) (`random.yaml:12`); write it under `systems[].kind`",
    ),
    (
        ", kind: application, data: [files]",
        ", kind: application",
        &[("DC 3", "partly")],
        "1 system has no classes of data (`app`) (`random.yaml:12`); write it under `systems[].data`",
    ),
    (
        ", role: runs it all",
        "",
        &[("DC 3", "partly")],
        "1 person has no role and no team (`ann`) (`random.yaml:13`); write it under `people[].role`",
    ),
    (
        ", approved: 2026-02-01",
        "",
        &[("DC 3", "partly")],
        "1 document has no approval, or no file to read (`POL`) (`random.yaml:14`); write it under `documents[].approved`",
    ),
    (
        "approved: 2026-02-01",
        "approved: 2026-12-01",
        &[("DC 3", "partly")],
        "1 document has no approval, or no file to read (`POL`) (`random.yaml:14`); write it under `documents[].approved`",
    ),
    (
        ", url: 'https://x.example/pol'",
        "",
        &[("DC 3", "partly")],
        "1 document has no approval, or no file to read (`POL`) (`random.yaml:14`); write it under `documents[].approved`",
    ),
    (
        "  boundary: From the login to the disk.\n",
        "",
        &[("DC 3", "partly")],
        "nothing says where the system begins and ends; write it under `scope.boundary`",
    ),
    (
        "  - { list: excluded, by: ann, date: 2026-09-01 }\n",
        "",
        &[("DC 3", "partly")],
        "no parts left outside the system are listed, and nobody vouches (`vouched`) that there are none; write it under \
         `scope.excluded`",
    ),
    (
        "  - { list: incidents, by: ann, date: 2026-11-20 }\n",
        "",
        &[("DC 4", "not-writable")],
        "no incidents are listed, and nobody vouches (`vouched`) that there are none; write it under `incidents`",
    ),
    (
        "    status: implemented\n",
        "    status: planned\n",
        &[("DC 5", "not-writable"), ("DC 7", "partly")],
        // Nothing watches over the host any more either.
        "1 organisation has no report that was reviewed, nor a control on CC9.2 (`host`) (`random.yaml:22`); write it under \
         `vendors[].reports[].reviewed`",
    ),
    (
        "CC8.1, ",
        "",
        &[("DC 5", "partly")],
        "1 criterion has no control in place (`CC8.1`); write it under `controls[].criteria`",
    ),
    (
        "    description: Ann does all of it each day.\n",
        "",
        &[("DC 5", "partly")],
        "1 control has no description (`ALL`) (`random.yaml:16`); write it under `controls[].description`",
    ),
    (
        "  - { list: user_entity_controls, by: ann, date: 2026-09-01 }\n",
        "",
        &[("DC 6", "not-writable")],
        "no complementary user entity controls are listed, and nobody vouches (`vouched`) that there are none; write it \
         under `user_entity_controls`",
    ),
    (
        "    name: Host\n",
        "",
        &[("DC 7", "partly")],
        "1 organisation has no name (`host`) (`random.yaml:22`); write it under `vendors[].name`",
    ),
    (
        "    service: Runs machines.\n",
        "",
        &[("DC 7", "partly")],
        "1 organisation has no service (`host`) (`random.yaml:22`); write it under `vendors[].service`",
    ),
    (
        ", text: Locks the doors.",
        "",
        &[("DC 7", "partly")],
        "1 organisation has no expected controls with criteria and text (`host`) (`random.yaml:22`); write it under \
         `vendors[].expected_controls`",
    ),
    (
        "relation: carve-out",
        "relation: vendor",
        &[("DC 7", "not-writable")],
        "no subservice organisations are listed, and nobody vouches (`vouched`) that there are none; write it under `vendors`",
    ),
    (
        ", CC9.2]",
        "]",
        // Nothing watches over the host any more, and CC9.2 itself has no control.
        &[("DC 5", "partly"), ("DC 7", "partly")],
        "1 organisation has no report that was reviewed, nor a control on CC9.2 (`host`) (`random.yaml:22`); write it under \
         `vendors[].reports[].reviewed`",
    ),
    (
        "  - { list: not_applicable, by: ann, date: 2026-09-01, how: Went through all 33. }\n",
        "",
        &[("DC 8", "not-writable")],
        "no criteria that are not relevant are listed, and nobody vouches (`vouched`) that there are none; write it under \
         `scope.not_applicable`",
    ),
    (
        "  - { list: changes, by: ann, date: 2026-11-20 }\n",
        "",
        &[("DC 9", "not-writable")],
        "no significant changes are listed, and nobody vouches (`vouched`) that there are none; write it under `changes`",
    ),
    (
        "changes, by: ann, date: 2026-11-20",
        "changes, by: ann, date: 2026-10-21",
        &[("DC 9", "partly")],
        "nobody vouches for the list of significant changes since 2026-10-21 (`random.yaml:29`); write it under `vouched`",
    ),
    (
        "incidents, by: ann, date: 2026-11-20",
        "incidents, by: ann, date: 2026-11-23",
        &[("DC 4", "not-writable")],
        "the word that the list of incidents is whole is of 2026-11-23, still to come (`random.yaml:28`); write it under \
         `vouched`",
    ),
    (
        "user_entity_controls, by: ann, date: 2026-09-01",
        "user_entity_controls, by: ann, date: 2025-11-20",
        &[("DC 6", "partly")],
        "nobody vouches for the list of complementary user entity controls since 2025-11-20 (`random.yaml:30`); write it \
         under `vouched`",
    ),
];

#[test]
fn each_fact_taken_away_is_missed_where_it_belongs_and_nowhere_else() {
    for (from, to, states, sentence) in MUTATIONS {
        assert_eq!(FULL.matches(from).count(), 1, "{from}");
        describe(&FULL.replace(from, to), |description| {
            let changed: Vec<(&str, &str)> = description
                .criteria()
                .map(|(criterion, judged)| (criterion.id.as_str(), judged.state().word()))
                .filter(|(_, state)| *state != "writable")
                .collect();
            assert_eq!(changed, *states, "{from}: {:#?}", missing(description));
            let expected = format!("{} {sentence}", states.last().unwrap().0);
            assert!(missing(description).contains(&expected), "{from}\n{expected}\n{:#?}", missing(description));
        });
    }
}

#[test]
fn an_empty_list_is_no_word_and_a_word_needs_no_list() {
    for list in ["incidents: []\n", "changes: []\n", "user_entity_controls: []\n", "vendors: []\n"] {
        describe(&format!("{TINY}{list}"), |description| {
            assert!(states(description)[..8].iter().all(|state| *state == "not-writable"), "{list}");
        });
    }
    let none = "vouched: [{ list: vendors, by: Ann, date: 2026-11-01 }]\n";
    describe(&format!("{TINY}{none}"), |description| {
        assert_eq!(description.judged[6].state(), DescriptionState::Writable);
        let held = description.judged[6].parts.iter().find_map(words::held);
        assert_eq!(held.as_deref(), Some("organisations: no subservice organisations up to 2026-11-01, says Ann"));
    });
}

/// The full inventory with incidents.
fn with_incidents(incidents: &str) -> String {
    format!("{FULL}incidents:\n{incidents}")
}

#[test]
fn an_incident_is_told_of_or_left_out_with_a_reason() {
    let told = "  - { id: I-1, text: Down., began: 2026-08-01, ended: 2026-08-02, effect: Waiting., commitments: [SLA], remedy: Mended. }\n";
    let left_out = "  - { id: I-2, began: 2026-08-01, ended: 2026-08-01, left_out: Nobody noticed. }\n";
    let before = "  - { id: I-3, began: 2026-06-01, ended: 2026-06-30 }\n";
    let after = "  - { id: I-4, began: 2027-01-01 }\n";
    let all = [told, left_out, before, after].concat();
    describe(&with_incidents(&all), |description| {
        assert_eq!(description.judged[3].state(), DescriptionState::Writable, "{:#?}", missing(description));
        let held = words::held(&description.judged[3].parts[0]);
        assert_eq!(
            held.as_deref(),
            Some(
                "1 incident (I-1); all incidents up to 2026-11-20, says ann; 1 incident left out with a reason; 2 incidents \
                 outside the time of the report"
            )
        );
        let markdown = rendered("markdown", 100, description);
        assert!(
            markdown.contains(
                "| `I-1` | Down. | 2026-08-01 to 2026-08-02 | Waiting. | `SLA` | Mended. | `random.yaml:34` |\n\nAll \
                 incidents up to 2026-11-20, says ann. (`random.yaml:28`)\n"
            ),
            "{markdown}"
        );
        assert!(!markdown.contains("I-2") && !markdown.contains("I-3"), "what is left out is not told");
    });
    let cases = [
        ("text: Down., ", "1 incident has no text (`I-1`) (`random.yaml:34`); write it under `incidents[].text`"),
        (
            "effect: Waiting., ",
            "1 incident has no effect (`I-1`) (`random.yaml:34`); write it under `incidents[].effect`",
        ),
        (
            ", remedy: Mended.",
            "1 incident has no remedy (`I-1`) (`random.yaml:34`); write it under `incidents[].remedy`",
        ),
        (
            "began: 2026-08-01, ended: 2026-08-02, ",
            "1 incident has no day on which it began (`I-1`) (`random.yaml:34`); write it under `incidents[].began`",
        ),
        (
            "commitments: [SLA], ",
            "1 incident has no failed control, broken commitment or reason to leave it out (`I-1`) (`random.yaml:34`); write \
             it under `incidents[].failed_controls`",
        ),
    ];
    for (without, sentence) in cases {
        assert_eq!(told.matches(without).count(), 1, "{without}");
        describe(&with_incidents(&told.replace(without, "")), |description| {
            assert_eq!(description.judged[3].state(), DescriptionState::Partly, "{without}");
            assert_eq!(missing(description), [format!("DC 4 {sentence}")], "{without}");
        });
    }
    // One that goes on reaches into the period, whenever it began.
    describe(&with_incidents("  - { id: I-5, began: 2025-01-01 }\n"), |description| {
        assert_eq!(description.judged[3].state(), DescriptionState::Partly);
    });
}

#[test]
fn a_word_about_incidents_must_reach_to_the_end_once_the_period_is_over() {
    let over = FULL.replace("start: 2026-07-01, end: 2026-12-31", "start: 2026-04-01, end: 2026-10-31");
    let said = |day: &str| over.replace("date: 2026-11-20", &format!("date: {day}"));
    describe(&said("2026-10-31"), |description| assert_eq!(states(description), ["writable"; 9]));
    describe(&said("2026-10-30"), |description| {
        assert_eq!(states(description)[3], "partly");
        assert_eq!(states(description)[8], "partly");
    });
    // A period that has not begun has nothing to vouch for.
    let ahead = FULL.replace("start: 2026-07-01, end: 2026-12-31", "start: 2026-12-01, end: 2027-05-31");
    describe(&ahead, |description| assert_eq!(states(description)[3], "partly"));
    // On the 31st day a word still reaches, on the 32nd no more.
    let on = |day: &str| FULL.replace("date: 2026-11-20", &format!("date: {day}"));
    describe(&on("2026-10-22"), |description| assert_eq!(states(description)[3], "writable"));
    describe(&on("2026-10-21"), |description| assert_eq!(states(description)[3], "partly"));
}

#[test]
fn a_report_of_type_i_is_not_asked_for_changes() {
    let type1 = FULL.replace(
        "  report: type2\n  period: { start: 2026-07-01, end: 2026-12-31 }\n",
        "  report: type1\n  as_of: 2026-12-15\n",
    );
    describe(&type1.replace("  - { list: changes, by: ann, date: 2026-11-20 }\n", ""), |description| {
        let mut expected = ["writable"; 9];
        expected[8] = "not-asked";
        assert_eq!(states(description), expected);
        assert!(!description.fails(DescriptionState::Partly));
        let markdown = rendered("markdown", 100, description);
        assert!(markdown.ends_with("A report of Type I is not asked for this.\n"), "{markdown}");
    });
}

#[test]
fn what_changed_is_told_and_controls_that_came_and_went_stand_beside_it() {
    let since = FULL.replace("    status: implemented\n", "    status: implemented\n    since: 2026-08-01\n");
    let changes = format!(
        "{since}changes:\n  - {{ id: C-1, text: A second region., date: 2026-09-01, systems: [prod], controls: [ALL] }}\n  - {{ \
         id: C-2, date: 2026-03-01 }}\n"
    );
    describe(&changes, |description| {
        assert_eq!(states(description), ["writable"; 9], "{:#?}", missing(description));
        let held: Vec<String> = description.judged[8].parts.iter().filter_map(words::held).collect();
        assert_eq!(
            held,
            [
                "1 change (C-1); all significant changes up to 2026-11-20, says ann; 1 change outside the period",
                "controls that began or ended: 1 control (ALL)"
            ]
        );
        let markdown = rendered("markdown", 100, description);
        assert!(markdown.contains("| `C-1` | 2026-09-01 | A second region. | `prod` | `ALL` | `random.yaml:35` |\n"));
        assert!(markdown.contains("| `ALL` All of it | 2026-08-01 | – | `random.yaml:16` |\n"), "{markdown}");
    });
    for (from, sentence) in [
        (
            "text: A second region., ",
            "1 change has no text (`C-1`) (`random.yaml:35`); write it under `changes[].text`",
        ),
        (
            "date: 2026-09-01, systems: [prod], ",
            "1 change has no date (`C-1`) (`random.yaml:35`); write it under `changes[].date`",
        ),
    ] {
        describe(&changes.replace(from, ""), |description| {
            assert_eq!(missing(description), [format!("DC 9 {sentence}")]);
        });
    }
}

#[test]
fn a_criterion_left_out_is_told_and_a_common_one_belongs_in() {
    let scoped = |ids: &str, categories: &str| {
        let not_applicable = format!(
            "  categories: {categories}\n  not_applicable: [{{ criteria: {ids}, rationale: None kept., approved_by: ann }}]\n"
        );
        FULL.replace("  report: type2\n", &format!("{not_applicable}  report: type2\n"))
            .replace("  - { list: not_applicable, by: ann, date: 2026-09-01, how: Went through all 33. }\n", "")
    };
    describe(&scoped("[C1.2]", "[security, confidentiality]"), |description| {
        assert_eq!(states(description)[7], "writable");
        let markdown = rendered("markdown", 100, description);
        assert!(markdown.contains(" | None kept. | ann | `random.yaml:5` |\n"), "{markdown}");
    });
    // Of a category that is not selected nothing can be left out.
    describe(&scoped("[C1.2]", "[security]"), |description| assert_eq!(states(description)[7], "not-writable"));
    describe(&scoped("[CC8.1]", "[security]"), |description| {
        assert_eq!(states(description)[7], "not-writable");
        let expected = "DC 8 1 common criterion belongs to every report and cannot be left out (`CC8.1`) (`random.yaml:5`); write it \
                        under `controls[].criteria`";
        assert!(missing(description).contains(&expected.to_owned()), "{:#?}", missing(description));
    });
}

#[test]
fn what_is_assumed_of_customers_stands_by_criterion() {
    let cuecs = "user_entity_controls: [{ id: U-1, text: Close accounts., criteria: [CC6.2, CC6.1] }, { id: U-2 }]\n";
    describe(&format!("{FULL}{cuecs}"), |description| {
        assert_eq!(
            missing(description),
            [
                "DC 6 1 user entity control has no text (`U-2`) (`random.yaml:33`); write it under `user_entity_controls[].text`",
                "DC 6 1 user entity control has no criteria (`U-2`) (`random.yaml:33`); write it under \
                 `user_entity_controls[].criteria`",
            ]
        );
        let markdown = rendered("markdown", 100, description);
        assert!(
            markdown.contains(
                "| CC6.1 | `U-1` | Close accounts. | `random.yaml:33` |\n| CC6.2 | `U-1` | Close accounts. | \
                 `random.yaml:33` |\n| – | `U-2` | – | `random.yaml:33` |\n"
            ),
            "{markdown}"
        );
    });
}

#[test]
fn an_inclusive_organisation_speaks_for_itself() {
    describe(&FULL.replace("relation: carve-out", "relation: inclusive"), |description| {
        assert_eq!(states(description), ["writable"; 9]);
        assert_eq!(description.judged[6].write, ["the part of the system that `host` runs, with its own assertion"]);
        assert_eq!(description.to_write(), 4);
    });
}

#[test]
fn a_word_about_a_list_that_is_not_empty_is_told_beside_it() {
    let vouched = FULL.replace("vouched:\n", "vouched:\n  - { list: vendors, by: ann, date: 2026-10-01 }\n");
    let cuecs = "user_entity_controls: [{ id: U-1, text: Close accounts., criteria: [CC6.2] }]\n";
    describe(&format!("{vouched}{cuecs}"), |description| {
        assert_eq!(states(description), ["writable"; 9]);
        let held = |at: usize| words::held(&description.judged[at].parts[0]).unwrap();
        assert_eq!(
            held(5),
            "1 user entity control (U-1); all complementary user entity controls up to 2026-09-01, says ann"
        );
        assert_eq!(held(6), "1 organisation (host); all subservice organisations up to 2026-10-01, says ann");
    });
}

#[test]
fn acme_is_described_as_its_readme_says() {
    described_folder("examples/acme", |description| {
        assert_eq!(
            states(description),
            ["writable", "writable", "partly", "partly", "partly", "writable", "partly", "partly", "partly"]
        );
        assert_eq!(
            missing(description),
            [
                "DC 3 2 documents have no approval, or no file to read (`POL-BC` and `POL-HR`) \
                 (`examples/acme/documents.yaml:16 and 20`); write it under `documents[].approved`",
                "DC 4 1 incident has no effect (`INC-2`) (`examples/acme/description.yaml:17`); write it under \
                 `incidents[].effect`",
                "DC 5 2 criteria have no control in place (`PI1.5` and `P6.7`); write it under `controls[].criteria`",
                "DC 7 1 organisation has no service (`bellows`) (`examples/acme/vendors.yaml:77`); write it under \
                 `vendors[].service`",
                "DC 7 1 organisation has no expected controls with criteria and text (`bellows`) \
                 (`examples/acme/vendors.yaml:77`); write it under `vendors[].expected_controls`",
                "DC 8 1 common criterion belongs to every report and cannot be left out (`CC6.4`) \
                 (`examples/acme/organization.yaml:18`); write it under `controls[].criteria`",
                "DC 9 nobody vouches for the list of significant changes since 2026-08-31 \
                 (`examples/acme/description.yaml:30`); write it under `vouched`",
            ]
        );
        // Seven above, a text each for DC 1, DC 3 and DC 5, and the part that Fernhill runs.
        assert_eq!(description.to_write(), 11);
    });
}

#[test]
fn the_startup_can_write_little() {
    described_folder("examples/startup", |description| {
        let none = "not-writable";
        assert_eq!(states(description), [none, "partly", "partly", none, "partly", none, none, none, "not-asked"]);
        assert_eq!(
            words::headline(description),
            "0 of 8 description criteria are writable, 3 partly and 5 not writable. 1 more is not asked for in a Type I report."
        );
    });
}

#[test]
fn every_format_marks_the_same_places_and_names_the_same_states() {
    for path in [
        "examples/acme",
        "examples/startup",
        "examples/ci-gate",
        "examples/nearly-finished",
        "tests/fixtures/hostile.yaml",
    ] {
        described_folder(path, |description| {
            let markdown = rendered("markdown", 100, description);
            assert_eq!(markdown.matches("**[To write: ").count() - 1, description.to_write(), "{path}: markdown");
            let page = rendered("html", 100, description);
            assert_eq!(page.matches("<mark>[To write: ").count(), description.to_write(), "{path}: html");
            let json: Value = serde_json::from_str(&rendered("json", 100, description)).unwrap();
            assert_eq!(json["summary"]["to_write"], description.to_write(), "{path}");
            let listed = json["criteria"].as_array().unwrap();
            let counted: usize = listed
                .iter()
                .map(|one| {
                    let parts = one["parts"].as_array().unwrap();
                    let missing: usize = parts.iter().map(|part| part["missing"].as_array().unwrap().len()).sum();
                    missing + one["to_write"].as_array().unwrap().len()
                })
                .sum();
            assert_eq!(counted, description.to_write(), "{path}: json");
            for state in ["writable", "partly", "not_writable", "not_asked"] {
                let many = listed.iter().filter(|one| one["state"] == state).count();
                assert_eq!(json["summary"][state], many, "{path}: {state}");
            }
            for width in [40, 80, 149, 150, 200] {
                let text = rendered("terminal", width, description);
                let widest = text.lines().map(gapcheck::text::wrap::width).max().unwrap();
                assert!(widest <= width, "{path}: {widest} cells in {width}\n{text}");
                assert!(text.contains(&format!("{} place", description.to_write())) || width < 80, "{path}: {text}");
            }
        });
    }
}

#[test]
fn the_skeleton_names_every_fact_once() {
    described_folder("examples/acme", |description| {
        let markdown = rendered("markdown", 100, description);
        let inventory = description.assessment.inventory;
        let in_place = inventory.controls.iter().zip(&description.assessment.standings);
        for (control, standing) in in_place.filter(|(control, _)| !control.criteria.is_empty()) {
            let named = markdown.contains(&format!("| `{}` {} |", *control.id, control.name.0));
            // Of `OFF-02`, which names only CC6.4, nothing is told: that criterion was scoped out.
            let alone = control.criteria.iter().all(|one| one.value.criterion.to_string() == "CC6.4");
            assert_eq!(named, standing.in_place && !alone || *control.id.value == *"PV-11", "{}", *control.id);
        }
        for heading in ["## DC 1: ", "## DC 9: ", "### Infrastructure (DC 3)", "### How they are watched over (DC 7)"] {
            assert_eq!(markdown.matches(heading).count(), 1, "{heading}");
        }
        assert!(markdown.contains("```mermaid\nflowchart LR\n    n0[\"app\"]\n"));
        // What is not in force is not told as if it were.
        assert!(!markdown.contains("`POL-BC` Business"));
        assert!(
            markdown
                .contains("SOC 2 Type II report | 2025-10-01 to 2026-09-30 | 2026-11-03 by Jane Roe | 2026-12-30 |")
        );
    });
}

/// Every key of every object is required, explained, and there is no other.
fn walk(schema: &Value, at: &str) {
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        assert_eq!(schema["additionalProperties"], false, "{at}");
        let required: Vec<&str> =
            schema["required"].as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect();
        for (key, inner) in properties {
            assert!(required.contains(&key.as_str()), "{at}.{key}");
            assert!(inner["description"].as_str().is_some_and(|words| words.ends_with('.')), "{at}.{key}");
        }
    }
    for (key, inner) in schema.as_object().into_iter().flatten() {
        walk(inner, &format!("{at}.{key}"));
    }
    for inner in schema.as_array().into_iter().flatten() {
        walk(inner, at);
    }
}

#[test]
fn the_schema_is_strict_and_the_document_keeps_it() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    walk(&schema, "");
    let parts: Vec<String> = Subject::ALL.iter().map(|subject| subject.snake()).collect();
    assert_eq!(schema["$defs"]["part"]["properties"]["part"]["enum"], serde_json::json!(parts));
    let check = |text: &str| {
        let document: Value = serde_json::from_str(text).unwrap();
        let faults: Vec<String> =
            validator.iter_errors(&document).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert_eq!(faults, Vec::<String>::new());
    };
    for yaml in [FULL, TINY] {
        describe(yaml, |description| check(&rendered("json", 100, description)));
    }
    for path in ["examples/acme", "examples/startup", "tests/fixtures/hostile.yaml"] {
        described_folder(path, |description| check(&rendered("json", 100, description)));
    }
}

#[test]
fn the_description_knows_the_format_of_its_pages() {
    let names: Vec<&str> = DESCRIPTION_FORMATS.iter().map(|format| format.name).collect();
    assert_eq!(names, ["terminal", "markdown", "html", "json"]);
    assert_eq!(html::FORMAT.extension, by_name("html").unwrap().extension);
}

fn gapcheck(arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_gapcheck");
    Command::new(program).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap()
}

#[test]
fn the_command_prints_writes_and_fails_by_its_gate() {
    let base = ["description", "examples/acme", "--as-of", "2026-11-22"];
    let run = |more: &[&str]| gapcheck(&[&base, more].concat());
    let output = run(&[]);
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("\n3 of 9 description criteria are writable, 6 partly.\n"), "{text}");
    // Nothing of acme is wholly unknown, so the first gate holds and the second does not.
    assert_eq!(run(&["--fail-on", "not-writable"]).status.code(), Some(0));
    let output = run(&["--fail-on", "partly"]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.ends_with("The gate fails: 6 description criteria are not wholly writable.\n"), "{text}");
    let json: Value = serde_json::from_slice(&run(&["--fail-on", "partly", "-f", "json"]).stdout).unwrap();
    assert_eq!(json["gate"], serde_json::json!({ "fail_on": "partly", "failed": true }));
    let startup = gapcheck(&["description", "examples/startup", "--as-of", "2026-11-22", "--fail-on", "not_writable"]);
    assert_eq!(startup.status.code(), Some(1));
    assert_eq!(run(&["--fail-on", "writable"]).status.code(), Some(2));
    assert_eq!(run(&["--format", "docx"]).status.code(), Some(2));
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let [markdown, page, json] = ["section-3.md", "section-3.html", "section-3.json"].map(path);
    let output = run(&["-o", &markdown, "-o", &page, "-o", &json]);
    assert_eq!(output.status.code(), Some(0));
    assert!(std::fs::read_to_string(&markdown).unwrap().starts_with("# Description of the system: Acme Relay\n"));
    assert!(std::fs::read_to_string(&page).unwrap().starts_with("<!DOCTYPE html>\n"));
    let stdout = run(&["-f", "json"]).stdout;
    assert_eq!(std::fs::read(&json).unwrap(), stdout);
    let output = run(&["-o", "md=examples/acme/people.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    let schema = gapcheck(&["schema", "description"]);
    assert_eq!(String::from_utf8(schema.stdout).unwrap(), SCHEMA);
}

/// What the reader has against an inventory.
fn problems(yaml: &str) -> Vec<(String, Option<String>)> {
    let sources = gapcheck::load::inventory::single("in.yaml", yaml);
    let read = gapcheck::read(&sources, catalog(), as_of());
    let problems = read.err().unwrap_or_default();
    problems.sorted().into_iter().map(|problem| (problem.message.clone(), problem.help.clone())).collect()
}

#[test]
fn what_cannot_be_is_a_problem_with_a_place() {
    let people = "people: [{ id: ann }]\nscope: { commitments: [{ id: SLA }] }\n";
    let cases: &[(&str, &str, &str)] = &[
        (
            "incidents: [{ id: I-1, began: 2026-08-02, ended: 2026-08-01 }]",
            "the incident was over on 2026-08-01, before the incident began on 2026-08-02",
            "correct one of the two dates",
        ),
        (
            "incidents: [{ id: I-1, commitments: [SLA], left_out: No matter. }]",
            "the incident is left out of the description, yet it names a commitment that was not kept",
            "an incident with a failed control or a broken commitment is told of; remove one of the two",
        ),
        ("incidents: [{ id: I-1, failed_controls: [AC] }]", "no control has the id `AC`", "did you mean `A`?"),
        ("incidents: [{ id: I-1, commitments: [SLX] }]", "no commitment has the id `SLX`", "did you mean `SLA`?"),
        (
            "incidents: [{ id: I-1 }, { id: I-1 }]",
            "the incident id `I-1` is taken",
            "every id stands for one thing; rename or remove one of the two",
        ),
        (
            "changes: [{ id: C-1, systems: [x] }]",
            "no system has the id `x`",
            "the inventory lists none; add it under `systems`",
        ),
        (
            "changes: [{ id: C-1 }, { id: C-1 }]",
            "the change id `C-1` is taken",
            "every id stands for one thing; rename or remove one of the two",
        ),
        (
            "user_entity_controls: [{ id: U, criteria: [CC6.9] }]",
            "`CC6.9` is not one of the 61 criteria",
            "`CC6.9` is beyond the end of its series; logical and physical access runs from `CC6.1` to `CC6.8`",
        ),
        (
            "vouched: [{ list: incident, by: ann, date: 2026-01-01 }]",
            "`incident` is not a list to vouch for",
            "did you mean `incidents`? the words are `incidents`, `changes`, `user-entity-controls`, `vendors`, `not-applicable` or `excluded`",
        ),
        (
            "vouched: [{ list: incidents, by: bob, date: 2026-01-01 }]",
            "no person has the id `bob`",
            "add it under `people`, or use one of ann",
        ),
        ("vouched: [{ list: incidents, date: 2026-01-01 }]", "a `vouched` entry needs `by`", ""),
        (
            "vouched: [{ list: incidents, by: ann, date: 2026-01-01 }, { list: incidents, by: ann, date: 2026-01-01 }]",
            "`incidents` is vouched for twice by the same person on one day",
            "say it once",
        ),
    ];
    for (yaml, message, help) in cases {
        let found = problems(&format!(
            "organization: A\ncontrols: [{{ id: A, name: A, criteria: [], status: planned }}]\n{people}{yaml}\n"
        ));
        let help = (!help.is_empty()).then(|| (*help).to_owned());
        assert_eq!(found, [((*message).to_owned(), help)], "{yaml}");
    }
    let scope = "organization: A\ncontrols: []\nscope: { services: [{ id: S }, { id: S }], requirements: [{ id: R }, { id: R, criteria: [CC99.1] }] }\n";
    let found: Vec<String> = problems(scope).into_iter().map(|(message, _)| message).collect();
    assert_eq!(
        found,
        ["the service id `S` is taken", "the requirement id `R` is taken", "`CC99.1` is not one of the 61 criteria"]
    );
}

#[test]
fn the_order_of_a_file_changes_nothing() {
    let text = std::fs::read_to_string("examples/acme/description.yaml").unwrap();
    assert!(text.contains("vouched:"));
    let reversed = FULL.replace(
        "  - { list: incidents, by: ann, date: 2026-11-20 }\n  - { list: changes, by: ann, date: 2026-11-20 }\n",
        "  - { list: changes, by: ann, date: 2026-11-20 }\n  - { list: incidents, by: ann, date: 2026-11-20 }\n",
    );
    let told = |yaml: &str| describe(yaml, |description| rendered("terminal", 100, description));
    assert_eq!(told(FULL), told(&reversed));
    let listed = |controls: &str, criteria: &str| {
        let incident = format!(
            "incidents: [{{ id: I, text: x, began: 2026-08-01, effect: x, failed_controls: {controls}, remedy: x }}]\n"
        );
        let more = format!("{incident}user_entity_controls: [{{ id: U, text: x, criteria: {criteria} }}]\n");
        let second = FULL.replace("vendors:\n", "  - { id: B, name: B, criteria: [], status: planned }\nvendors:\n");
        describe(&format!("{second}{more}"), |description| rendered("markdown", 100, description))
    };
    assert_eq!(listed("[ALL, B]", "[CC6.1, CC6.2]"), listed("[B, ALL]", "[CC6.2, CC6.1]"));
    // The latest word counts, wherever it stands.
    let older = FULL
        .replace("vouched:\n", "vouched:\n  - { list: incidents, by: zoe, date: 2026-01-01 }\n")
        .replace("people: [{ id: ann,", "people: [{ id: zoe, role: helps }, { id: ann,");
    describe(&older, |description| assert_eq!(states(description), ["writable"; 9]));
}

#[test]
fn what_is_still_to_come_is_not_told_as_if_it_had_been() {
    let incident =
        "  - { id: I-1, text: Down., began: 2026-11-23, effect: Waiting., commitments: [SLA], remedy: Mended. }\n";
    describe(&with_incidents(incident), |description| {
        assert_eq!(
            missing(description),
            ["DC 4 1 incident has no day that is past (`I-1`) (`random.yaml:34`); write it under `incidents[].began`"]
        );
    });
    describe(&with_incidents(&incident.replace("11-23", "11-22")), |description| {
        assert_eq!(missing(description), Vec::<String>::new());
    });
    let change = |day: &str| format!("{FULL}changes: [{{ id: C-1, text: Moved., date: {day} }}]\n");
    describe(&change("2026-11-23"), |description| {
        assert_eq!(
            missing(description),
            ["DC 9 1 change has no day that is past (`C-1`) (`random.yaml:33`); write it under `changes[].date`"]
        );
    });
    describe(&change("2026-11-22"), |description| assert_eq!(missing(description), Vec::<String>::new()));
}

#[test]
fn a_vendor_of_which_nobody_said_how_it_stands_may_be_a_subservice_organisation() {
    let other = FULL.replace("vendors:\n", "vendors:\n  - { id: db, name: Base, systems: [prod] }\n");
    describe(&other, |description| {
        assert_eq!(
            missing(description),
            [
                "DC 7 1 organisation has no relation, so that nobody can tell whether its controls are part of the service (`db`) \
              (`random.yaml:22`); write it under `vendors[].relation`"
            ]
        );
    });
    let said = other.replace("name: Base,", "name: Base, relation: vendor,");
    describe(&said, |description| assert_eq!(missing(description), Vec::<String>::new()));
    // A caterer is none.
    let caterer = other.replace("systems: [prod]", "data: []");
    describe(&caterer, |description| assert_eq!(missing(description), Vec::<String>::new()));
    let vouched = other + "  - { list: vendors, by: ann, date: 2026-09-01 }\n";
    describe(&vouched, |description| assert_eq!(missing(description), Vec::<String>::new()));
}

#[test]
fn no_heading_stands_over_nothing() {
    let words = "### Descriptions of controls (DC 5)";
    describe(FULL, |description| assert!(!rendered("markdown", 100, description).contains(words)));
    let without = FULL.replace("    description: Ann does all of it each day.\n", "");
    describe(&without, |description| {
        let markdown = rendered("markdown", 100, description);
        assert!(
            markdown.contains(&format!("{words}\n\n**[To write: who does what, when and how of `ALL`")),
            "{markdown}"
        );
    });
}
