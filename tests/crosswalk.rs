//! What SOC 2 controls also speak to: worked out by hand, and the same in every format.
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

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use gapcheck::Request;
use gapcheck::crosswalk::crosswalk;
use gapcheck::io;
use gapcheck::load::catalog::bundled;
use gapcheck::load::crosswalk::{mapping, mappings};
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::clause_standing::{Backing, Counts, Crosswalk, LeftOpen, Standing};
use gapcheck::model::criterion_id::CriterionId;
use gapcheck::model::date::Date;
use gapcheck::model::files::Files;
use gapcheck::model::framework::Framework;
use gapcheck::report::crosswalk::shown::{Asked, Part, Shown};
use gapcheck::report::crosswalk::{CROSSWALK_FORMATS, by_name};
use serde_json::Value;

/// AC-1 is tested, AC-2 and IR-1 are planned, IR-1 with evidence already, IR-2 is only claimed; DP-1 has evidence and names a part of an article that is
/// listed and one that is not, and DP-2, which is planned, names a part of that one too.
const INVENTORY: &str = "\
organization: Acorn Ltd
scope:
  not_applicable:
    - { criteria: [CC2.1, CC7.2], rationale: For the sake of this test., approved_by: ada }
controls:
  - id: AC-1
    name: Sign-on
    criteria: [CC6.1]
    status: implemented
    frequency: quarterly
    evidence: [{ title: Settings, url: 'https://acorn.example/1', collected: 2026-11-10 }, { title: Old, url: 'https://acorn.example/2', collected: 2020-01-01 }]
    tests: [{ of: design, date: 2026-11-01, by: cleo, conclusion: effective }]
  - { id: AC-2, name: Disposal, criteria: [CC6.5], status: planned }
  - id: IR-1
    name: Triage
    criteria: [CC7.3]
    status: planned
    evidence: [{ title: Draft, url: 'https://acorn.example/4', collected: 2026-11-10 }]
  - { id: IR-2, name: Response, criteria: [CC7.4], status: informal }
  - id: DP-1
    name: Breach notice
    criteria: []
    clauses: { GDPR: ['33(1)', Art. 35] }
    status: implemented
    frequency: quarterly
    evidence: [{ title: Register, url: 'https://acorn.example/3', collected: 2026-11-10 }]
  - { id: DP-2, name: Impact assessment, criteria: [CC1.1], clauses: { gdpr: [Art.35(7)] }, status: planned }
";

fn day() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

fn assessed<T>(yaml: &str, look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    let catalog = bundled().unwrap();
    let sources = single("acorn.yaml", yaml);
    let inventory = gapcheck::read(&sources, &catalog, day()).unwrap_or_else(|problems| {
        panic!("{:?}", problems.sorted().iter().map(|one| &one.message).collect::<Vec<_>>())
    });
    let request = Request { as_of: day(), fail_on: None, baseline: None };
    look(&gapcheck::assess(&sources, &inventory, &catalog, &Files::default(), &request))
}

fn crossed<T>(yaml: &str, framework: Framework, look: impl FnOnce(&Crosswalk<'_>) -> T) -> T {
    assessed(yaml, |assessment| look(&crosswalk(assessment, &mapping(framework).unwrap())))
}

fn rendered(crosswalk: &Crosswalk<'_>, asked: &Asked<'_>, format: &str, width: usize) -> String {
    let known: Vec<&str> = crosswalk.clauses.iter().map(|clause| clause.id).collect();
    let part = Part::of(asked, crosswalk.mapping, &known).unwrap();
    (by_name(format).unwrap().render)(&Shown::Crosswalk { crosswalk, part }, width)
}

const ALL: Asked<'_> = Asked { clauses: &[], criteria: None };

fn plain(styled: &str) -> String {
    anstream::adapter::strip_str(styled).to_string()
}

#[test]
fn every_clause_of_a_small_inventory_stands_as_worked_out_by_hand() {
    use Backing::{Claimed, Evidenced, Nothing, Tested};
    crossed(INVENTORY, Framework::Gdpr, |crosswalk| {
        let found: Vec<(&str, Backing, Backing, Option<LeftOpen>)> =
            crosswalk.clauses.iter().map(|clause| (clause.id, clause.best, clause.worst, clause.left_open)).collect();
        let expected = [
            // CC6.1 is tested; of CC6.2, CC6.3, CC6.5, CC6.6 and CC6.7 nothing is in place.
            ("Art.5", Tested, Nothing, None),
            // CC6.5 alone, and AC-2 is only planned.
            ("Art.17", Nothing, Nothing, Some(LeftOpen::NoControl)),
            ("Art.25", Tested, Nothing, None),
            ("Art.28", Tested, Nothing, None),
            // CC2.1 and CC7.2 are scoped out.
            ("Art.30", Nothing, Nothing, Some(LeftOpen::NoCriterion)),
            ("Art.32", Tested, Nothing, None),
            // IR-2 is claimed through CC7.4; DP-1 names a part of it and has evidence; of CC7.5 nothing is in place.
            ("Art.33", Evidenced, Nothing, None),
            ("Art.34", Claimed, Nothing, None),
            // Not listed: DP-1 has evidence, DP-2 is planned.
            ("Art.35", Evidenced, Nothing, None),
        ];
        assert_eq!(found, expected);
        assert_eq!(
            crosswalk.counts,
            Counts {
                whole: 99,
                listed: 8,
                claimed: 6,
                // All but Art.34, of whose controls only IR-2 is in place.
                evidenced: 5,
                // Those that CC6.1 speaks to.
                tested: 4,
                without_control: 1,
                without_criterion: 1,
                with_gaps: 6,
                // Art.5, Art.28 and Art.34; a control in place names Art.33 itself.
                few_sources: 3,
                // All claimed but Art.33.
                relation_unknown: 5,
                named: 2,
                named_unlisted: 1,
                // 99 less the 8 that are listed and Art.35.
                silent: 90,
            }
        );
        assert_eq!(crosswalk.silent_about.len(), 90);
        assert!(!crosswalk.silent_about.contains(&"Art.35") && crosswalk.silent_about.contains(&"Art.36"));
    });
}

#[test]
fn what_is_named_is_told_apart_from_what_follows_from_criteria() {
    crossed(INVENTORY, Framework::Gdpr, |crosswalk| {
        let clause = |id: &str| crosswalk.clauses.iter().find(|clause| clause.id == id).unwrap();
        let ids = |positions: &[usize]| -> Vec<String> {
            positions.iter().map(|at| crosswalk.assessment.inventory.controls[*at].id.to_string()).collect()
        };
        let breach = clause("Art.33");
        let through: Vec<(String, Standing, Vec<String>)> = breach
            .through
            .iter()
            .map(|through| (through.criterion.id.to_string(), through.standing, ids(through.controls)))
            .collect();
        let expected = [("CC7.3", vec!["IR-1"]), ("CC7.4", vec!["IR-2"]), ("CC7.5", vec![])];
        let expected = expected.map(|(id, controls)| {
            (id.to_owned(), Standing::InScope, controls.into_iter().map(str::to_owned).collect::<Vec<_>>())
        });
        assert_eq!(through, expected);
        let named: Vec<(Vec<String>, &str, Backing)> =
            breach.named_by.iter().map(|named| (ids(&[named.control]), named.id, named.backing)).collect();
        assert_eq!(named, [(vec!["DP-1".to_owned()], "Art.33(1)", Backing::Evidenced)]);
        assert_eq!(ids(&breach.controls()), ["DP-1", "IR-1", "IR-2"]);
        // Of a criterion that does not apply, no control is counted.
        let standings = |id: &str| clause(id).through.iter().map(|through| through.standing).collect::<BTreeSet<_>>();
        assert_eq!(standings("Art.30"), BTreeSet::from([Standing::NotApplicable]));
        assert_eq!(
            standings("Art.32"),
            BTreeSet::from([Standing::InScope, Standing::NotApplicable, Standing::NotSelected])
        );
        // The gaps behind a clause are those of its criteria in scope and of the controls that name it.
        let gaps: BTreeSet<&str> = clause("Art.17").gaps.iter().map(|at| crosswalk.assessment.gaps[*at].id()).collect();
        assert!(gaps.contains("AC-2:control-not-in-place"), "{gaps:?}");
        let gaps: BTreeSet<&str> = clause("Art.35").gaps.iter().map(|at| crosswalk.assessment.gaps[*at].id()).collect();
        assert!(gaps.contains("DP-1:control-unmapped") && !gaps.contains("AC-2:control-not-in-place"), "{gaps:?}");
    });
}

#[test]
fn the_terminal_says_it_in_a_few_lines() {
    crossed(INVENTORY, Framework::Gdpr, |crosswalk| {
        let text = plain(&rendered(crosswalk, &ALL, "terminal", 100));
        for expected in TERMINAL {
            assert!(text.contains(expected), "{expected}\n---\n{text}");
        }
        let narrow = plain(&rendered(crosswalk, &ALL, "terminal", 44));
        assert!(narrow.lines().all(|line| line.chars().count() <= 44), "{narrow}");
    });
}

const TERMINAL: [&str; 12] = [
    "\
Acorn Ltd
GDPR seen from SOC 2 · SOC 2 Type I, as of 2026-11-22, on security · assessed on 2026-11-22

Your SOC 2 controls also speak to 6 of the 8 clauses of GDPR listed here; 2 are left open. Of 90
other clauses the mapping says nothing.
To speak to a clause is not to do what it asks. The way leads through SOC 2 criteria, which ask
other things; whether a clause is met, only somebody who reads the framework can tell.

Counts, of clauses
  claimed                  6 of 8   75 %  █████████░░░  a control in place speaks to it: through a
                                                        criterion in scope, or by naming it
  evidenced                5 of 8   62 %  ███████░░░░░  evidence in date is on file for a control in
                                                        place that speaks to it
",
    "
  named by controls             2                       a control names it, or a part of it, listed
                                                        or not
",
    "
  Art.5   tested     nothing    Principles relating to processing of personal data
                                thinly through CC6.1, CC6.2, CC6.3, CC6.5, CC6.6 and CC6.7
                                AC-1 · not in place: AC-2 · 1 of 2 pieces of evidence in date
                                1 of 1 control tested
",
    "
  Art.17  nothing    nothing    Right to erasure ('right to be forgotten')
                                left open: no control in place
                                thinly through CC6.5
                                not in place: AC-2
",
    "
  Art.30  nothing    nothing    Records of processing activities
                                left open: no criterion in scope
                                not in scope: CC2.1 and CC7.2
  Art.32  ",
    "
                                thinly through CC1.4, CC2.2, CC3.2, CC3.4, CC6.1, CC6.3, CC6.6,
                                CC6.7, CC6.8, CC7.1, CC7.3, CC8.1 and CC9.1; not in scope: CC7.2,
                                A1.1, A1.2, A1.3 and PI1.5
",
    "
  Art.33  evidenced  nothing    Notifying a breach to the supervisory authority
                                thinly through CC7.3, CC7.4 and CC7.5
                                DP-1 and IR-2 · not in place: IR-1 · named by DP-1 as Art.33(1)
                                1 of 1 piece of evidence in date · 0 of 2 controls tested
",
    "
  Art.34  claimed    nothing    Communicating a breach to the data subject
                                thinly through CC7.3, CC7.4 and CC7.5
                                IR-2 · not in place: IR-1 · no evidence · 0 of 1 control tested
",
    "
  Art.35  evidenced  nothing    not in our list
                                DP-1 · not in place: DP-2 · named by DP-1 and DP-2 as Art.35(7)
                                1 of 1 piece of evidence in date · 0 of 1 control tested
",
    "
Left open: 2 clauses
  - Art.17 Right to erasure ('right to be forgotten'): no control in place (thinly through CC6.5)
  - Art.30 Records of processing activities: no criterion in scope (not in scope: CC2.1 and CC7.2)

Where the mapping is thin
",
    "
Not listed
  Art.1 to Art.4, Art.6 to Art.16, Art.18 to Art.24, Art.26, Art.27, Art.29, Art.31 and Art.36 to
  Art.99.
",
    "
39 links from 25 criteria to 8 of 99 clauses. Clauses here are the articles of GDPR.
The links were put together from public mappings that agree on them, by their ids alone. No
standards body endorses them: not the European Union, and not the AICPA. The titles are the headings
of the regulation itself, which is law and public.
",
];

#[test]
fn a_clause_leads_back_to_controls_and_evidence() {
    crossed(INVENTORY, Framework::Gdpr, |crosswalk| {
        let asked =
            |id: &str| rendered(crosswalk, &Asked { clauses: &[id.to_owned()], criteria: None }, "terminal", 100);
        let page = plain(&asked("Art. 33"));
        for expected in CLAUSE {
            assert!(page.contains(expected), "{expected}\n---\n{page}");
        }
        // A part leads to its clause, a clause not listed to what names it, and one that nobody names to that.
        assert!(plain(&asked("33(2)")).starts_with("Art.33: Notifying a breach to the supervisory authority\n"));
        assert!(plain(&asked("35")).contains("It is not in our list: only controls speak to it."));
        assert!(
            plain(&asked("36")).contains("It is not in our list: no criterion speaks to it, and no control names it.")
        );
    });
}

const CLAUSE: [&str; 4] = [
    "\
Art.33: Notifying a breach to the supervisory authority

  GDPR. Your SOC 2 controls also speak to it, at best evidenced, at worst nothing; ",
    "
Controls that name it

  - `DP-1` Breach notice: names `Art.33(1)`, a part of it; implemented; design: no gap identified.
    It is supported by evidence in date.
    - Register: in date. ",
    "
Criteria that speak to it

  - `CC7.3` Evaluating security events: relation unknown, 2 sources; nothing in place; design: gap
    - `IR-1` Triage: planned; design: gap. It is not in place, so nothing can support it.
",
    "
  - `CC7.5` Recovering from incidents: relation unknown, 2 sources; nothing in place; design: gap
    - No control names it.

Open gaps behind it
",
];

/// The counts of a crosswalk by their keys, from the lists of the JSON document and never from its summary.
fn counted(json: &Value) -> BTreeMap<String, u64> {
    let clauses = json["clauses"].as_array().unwrap();
    let control =
        |id: &Value| json["controls"].as_array().unwrap().iter().find(|control| control["id"] == *id).unwrap();
    let in_scope = |clause: &Value| {
        let criteria = clause["criteria"].as_array().unwrap().clone();
        criteria.into_iter().filter(|criterion| criterion["scope"] == "in_scope").collect::<Vec<_>>()
    };
    let controls = |clause: &Value| -> Vec<Value> {
        let through = in_scope(clause);
        let ids = through.iter().flat_map(|criterion| criterion["controls"].as_array().unwrap());
        let named = clause["named_by"].as_array().unwrap().iter().map(|named| &named["control"]);
        ids.chain(named).map(|id| control(id).clone()).filter(|control| control["in_place"] == true).collect()
    };
    let listed: Vec<&Value> = clauses.iter().filter(|clause| clause["listed"] == true).collect();
    let claimed: Vec<&Value> = listed.iter().copied().filter(|clause| !controls(clause).is_empty()).collect();
    let named_in_place = |clause: &Value| {
        clause["named_by"].as_array().unwrap().iter().any(|named| control(&named["control"])["in_place"] == true)
    };
    let thin = |holds: &dyn Fn(&Value) -> bool| {
        claimed.iter().filter(|clause| !named_in_place(clause) && in_scope(clause).iter().all(holds)).count()
    };
    let speaks = |clause: &Value| !in_scope(clause).is_empty() || !clause["named_by"].as_array().unwrap().is_empty();
    let open: Vec<&&Value> = listed.iter().filter(|clause| controls(clause).is_empty()).collect();
    let named = || clauses.iter().filter(|clause| !clause["named_by"].as_array().unwrap().is_empty());
    let with =
        |holds: &dyn Fn(&Value) -> bool| claimed.iter().filter(|clause| controls(clause).iter().any(holds)).count();
    let counts = [
        ("listed", listed.len()),
        ("claimed", claimed.len()),
        ("evidenced", with(&|control| control["evidence"]["in_date"].as_u64() > Some(0))),
        ("tested", with(&|control| control["tested"] == true)),
        ("without_control", open.iter().filter(|clause| speaks(clause)).count()),
        ("without_criterion", open.iter().filter(|clause| !speaks(clause)).count()),
        ("with_open_gaps", claimed.iter().filter(|clause| !clause["open_gaps"].as_array().unwrap().is_empty()).count()),
        ("few_sources", thin(&|criterion| criterion["support"].as_u64() <= Some(2))),
        ("relation_unknown", thin(&|criterion| criterion["relation"] == "unknown")),
        ("named", named().count()),
        ("named_not_listed", named().filter(|clause| clause["listed"] == false).count()),
        ("not_listed", json["not_listed"].as_array().unwrap().len()),
    ];
    counts.into_iter().map(|(key, count)| (key.to_owned(), u64::try_from(count).unwrap())).collect()
}

/// The labels of the counts, in the order of every report.
const LABELS: [(&str, &str); 11] = [
    ("claimed", "claimed"),
    ("evidenced", "evidenced"),
    ("tested", "tested"),
    ("without_control", "no control in place"),
    ("without_criterion", "no criterion in scope"),
    ("with_open_gaps", "open gaps"),
    ("few_sources", "few sources"),
    ("relation_unknown", "relation unknown"),
    ("named", "named by controls"),
    ("named_not_listed", "named, not listed"),
    ("not_listed", "not listed"),
];

fn number(text: &str) -> u64 {
    text.trim().replace(',', "").parse().unwrap_or_else(|_| panic!("no number: {text:?}"))
}

/// The counts as they are read off the terminal.
fn read_off_the_terminal(text: &str) -> BTreeMap<String, u64> {
    let text = plain(text);
    let read = LABELS.iter().map(|(key, label)| {
        let begins = format!("  {label:21}  ");
        let line = text.lines().find(|line| line.starts_with(&begins)).unwrap_or_else(|| panic!("no {label}\n{text}"));
        let rest = line[begins.len()..].trim_start();
        ((*key).to_owned(), number(rest.split(' ').next().unwrap()))
    });
    read.collect()
}

/// The counts as they stand in the table of the Markdown report.
fn read_out_of_markdown(text: &str) -> BTreeMap<String, u64> {
    let read = LABELS.iter().map(|(key, label)| {
        let mut begins = format!("| {label} | ");
        begins[2..3].make_ascii_uppercase();
        let line = text.lines().find(|line| line.starts_with(&begins)).unwrap_or_else(|| panic!("no {label}\n{text}"));
        ((*key).to_owned(), number(line[begins.len()..].split([' ', '|']).next().unwrap()))
    });
    read.collect()
}

/// The counts as they are counted in the rows of the CSV file; those of links are left to JSON.
fn read_out_of_csv(text: &str) -> BTreeMap<String, u64> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let rows: Vec<BTreeMap<String, String>> = reader
        .records()
        .map(|row| header.iter().map(str::to_owned).zip(row.unwrap().iter().map(str::to_owned)).collect())
        .collect();
    let of = |holds: &dyn Fn(&BTreeMap<String, String>) -> bool| {
        let ids: BTreeSet<&String> = rows.iter().filter(|row| holds(row)).map(|row| &row["clause"]).collect();
        u64::try_from(ids.len()).unwrap()
    };
    let listed = |row: &BTreeMap<String, String>| row["listed"] == "yes";
    let in_place = |row: &BTreeMap<String, String>| listed(row) && row["in_place"] == "yes";
    let counts = [
        ("listed", of(&listed)),
        ("claimed", of(&in_place)),
        ("evidenced", of(&|row| in_place(row) && row["evidence_in_date"] != "0")),
        ("tested", of(&|row| in_place(row) && row["tested"] == "yes")),
        ("without_control", of(&|row| listed(row) && row["left_open"] == "no-control-in-place")),
        ("without_criterion", of(&|row| listed(row) && row["left_open"] == "no-criterion-in-scope")),
        ("with_open_gaps", of(&|row| listed(row) && row["left_open"].is_empty() && row["open_gaps"] != "0")),
        ("named", of(&|row| !row["names"].is_empty())),
        ("named_not_listed", of(&|row| !row["names"].is_empty() && !listed(row))),
        ("not_listed", of(&|row| !listed(row) && row["names"].is_empty())),
    ];
    counts.into_iter().map(|(key, count)| (key.to_owned(), count)).collect()
}

fn assert_agreed(crosswalk: &Crosswalk<'_>) {
    let json: Value = serde_json::from_str(&rendered(crosswalk, &ALL, "json", 100)).unwrap();
    let expected = counted(&json);
    let name = &crosswalk.mapping.name;
    for (key, count) in &expected {
        assert_eq!(json["summary"][key].as_u64(), Some(*count), "{name}: {key} in the summary of JSON");
        assert!(json["definitions"][key].is_string(), "{key} is not defined");
    }
    let keys: BTreeSet<&str> = LABELS.iter().map(|(key, _)| *key).collect();
    let told =
        |counts: BTreeMap<String, u64>| counts.into_iter().filter(|(key, _)| keys.contains(key.as_str())).collect();
    let in_prose: BTreeMap<String, u64> = told(expected.clone());
    for width in [60, 80, 100, 160] {
        assert_eq!(read_off_the_terminal(&rendered(crosswalk, &ALL, "terminal", width)), in_prose, "{name} at {width}");
    }
    assert_eq!(read_out_of_markdown(&rendered(crosswalk, &ALL, "markdown", 100)), in_prose, "{name}: Markdown");
    for (key, count) in read_out_of_csv(&rendered(crosswalk, &ALL, "csv", 100)) {
        assert_eq!(count, expected[&key], "{name}: {key} in CSV");
    }
    let [all, claimed] = ["listed", "claimed"].map(|key| expected[key]);
    assert_eq!(claimed + expected["without_control"] + expected["without_criterion"], all, "{name}");
    // Every clause has a row of its own.
    let markdown = rendered(crosswalk, &ALL, "markdown", 100);
    let (_, table) = markdown.split_once("## Clauses").unwrap();
    let rows = table.split("\n## ").next().unwrap().lines().filter(|line| line.starts_with("| `")).count();
    assert_eq!(rows, crosswalk.clauses.len(), "{name}");
    let headline = format!("Your SOC 2 controls also speak to {claimed} of the {all} clauses of {name} listed here; ");
    let text = plain(&rendered(crosswalk, &ALL, "terminal", 300));
    assert!(text.contains(&headline) && markdown.contains(&headline), "{headline}\n{text}");
}

#[test]
fn every_format_states_the_same_numbers() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let catalog = bundled().unwrap();
    let mut paths: Vec<PathBuf> =
        ["acme", "startup", "nearly-finished"].map(|name| root.join("examples").join(name)).into();
    paths.extend(["tests/inventory/complete.yaml", "tests/fixtures/hostile.yaml"].map(|name| root.join(name)));
    let mappings = mappings().unwrap();
    for path in paths {
        let input = io::input::read(std::slice::from_ref(&path)).unwrap();
        let inventory = gapcheck::read(&input.sources, &catalog, day()).unwrap();
        let files = io::evidence::look_up(&inventory, &input.sources);
        let request = Request { as_of: day(), fail_on: None, baseline: None };
        let assessment = gapcheck::assess(&input.sources, &inventory, &catalog, &files, &request);
        for mapping in &mappings {
            assert_agreed(&crosswalk(&assessment, mapping));
        }
    }
    for mapping in &mappings {
        assessed(INVENTORY, |assessment| assert_agreed(&crosswalk(assessment, mapping)));
    }
}

#[test]
fn the_order_of_the_inventory_changes_nothing() {
    let backwards: String = {
        let (head, controls) = INVENTORY.split_once("controls:\n").unwrap();
        let items: Vec<String> = controls.split("  - ").skip(1).map(|item| format!("  - {item}")).collect();
        format!("{head}controls:\n{}", items.into_iter().rev().collect::<String>())
    };
    for format in CROSSWALK_FORMATS {
        let of = |yaml: &str| crossed(yaml, Framework::Gdpr, |crosswalk| rendered(crosswalk, &ALL, format.name, 100));
        assert_eq!(of(INVENTORY), of(&backwards), "{}", format.name);
    }
}

#[test]
fn a_part_is_told_whole_and_counts_stay_those_of_all() {
    let criteria: Vec<CriterionId> = ["CC6.5", "CC7.2"].iter().map(|id| id.parse().unwrap()).collect();
    crossed(INVENTORY, Framework::Gdpr, |crosswalk| {
        let asked = Asked { clauses: &[], criteria: Some(&criteria) };
        let json: Value = serde_json::from_str(&rendered(crosswalk, &asked, "json", 100)).unwrap();
        let ids: Vec<&str> =
            json["clauses"].as_array().unwrap().iter().map(|clause| clause["id"].as_str().unwrap()).collect();
        assert_eq!(ids, ["Art.5", "Art.17", "Art.30", "Art.32"]);
        assert_eq!((json["summary"]["listed"].as_u64(), json["not_listed"].as_array().unwrap().len()), (Some(8), 0));
        let asked = Asked { clauses: &["33".to_owned(), "art 17".to_owned()], criteria: None };
        let json: Value = serde_json::from_str(&rendered(crosswalk, &asked, "json", 100)).unwrap();
        let controls: Vec<&str> =
            json["controls"].as_array().unwrap().iter().map(|control| control["id"].as_str().unwrap()).collect();
        assert_eq!(controls, ["AC-2", "DP-1", "IR-1", "IR-2"]);
    });
}

/// Why something asked for is refused.
fn refused(framework: Framework, clauses: &[&str], criteria: &[&str]) -> String {
    let clauses: Vec<String> = clauses.iter().map(|id| (*id).to_owned()).collect();
    let criteria: Vec<CriterionId> = criteria.iter().map(|id| id.parse().unwrap()).collect();
    let asked = Asked { clauses: &clauses, criteria: (!criteria.is_empty()).then_some(&criteria) };
    Part::of(&asked, &mapping(framework).unwrap(), &[]).unwrap_err()
}

#[test]
fn what_is_no_clause_is_refused_with_what_was_probably_meant() {
    let cases = [
        (
            Framework::Iso27001,
            &["5.15"][..],
            "`5.15` is not the id of a clause of ISO/IEC 27001:2022; did you mean `A.5.15`?",
        ),
        (
            Framework::Iso27001,
            &["A.9.2.3"],
            "`A.9.2.3` is not the id of a clause of ISO/IEC 27001:2022; ids look like `A.5.15` or `6.1.2`; three numbers behind \
             the letter, as in `A.9.2.3`, are the edition of 2013",
        ),
        (Framework::Iso27001, &["A.8.35"], "ISO/IEC 27001:2022 has no clause `A.8.35`; did you mean `A.8.3`?"),
        (
            Framework::NistCsf,
            &["PR.AC-1", "PR.AA-9"],
            "`PR.AC-1` is not the id of a clause of NIST CSF 2.0; ids look like `PR.AA-05`; categories such as `PR.AC` are of the \
             edition before\nNIST CSF 2.0 has no clause `PR.AA-09`; did you mean `PR.AA-01`?",
        ),
    ];
    for (framework, typed, expected) in cases {
        assert_eq!(refused(framework, typed, &[]), expected);
    }
    assert_eq!(
        refused(Framework::Iso27001, &["A.5.15"], &["A1.1", "P1.1"]),
        "`A1.1` and `P1.1` speak to none of these clauses of ISO/IEC 27001:2022"
    );
    assert_eq!(
        refused(Framework::Iso27001, &[], &["P1.1"]),
        "`P1.1` speaks to none of these clauses of ISO/IEC 27001:2022"
    );
}

/// The problems of an inventory with these clauses of a control.
fn problems(clauses: &str) -> Vec<(String, Option<String>)> {
    let yaml = format!(
        "organization: A\ncontrols: [{{ id: A-1, name: A, criteria: [], status: planned, clauses: {clauses} }}]\n"
    );
    let read = gapcheck::read(&single("in.yaml", &yaml), &bundled().unwrap(), day());
    let problems = read.err();
    problems.iter().flat_map(|all| all.sorted()).map(|one| (one.message.clone(), one.help.clone())).collect()
}

#[test]
fn clauses_a_control_names_are_read_strictly_and_kindly() {
    assert_eq!(
        problems("{ ISO 27001: [A.5.15, 6.1.2, annex a 8.1], hipaa_security: [164.308(a)(1)], cis: , gdpr: [] }"),
        []
    );
    // What the mapping does not list is taken: a framework has more clauses than are listed.
    assert_eq!(problems("{ iso27001: [A.5.31], nist-800-53: [PM-9, AC-2(13)] }"), []);
    let all = "`iso27001`, `nist-csf`, `nist-800-53`, `hipaa`, `gdpr`, `cis` and `pci-dss`";
    let cases = [
        (
            "{ iso27002: [5.15] }",
            "`iso27002` is not a framework that controls can name clauses of",
            format!("did you mean `iso27001`, which is ISO/IEC 27001:2022? the frameworks are {all}"),
        ),
        (
            "{ sox: [404] }",
            "`sox` is not a framework that controls can name clauses of",
            format!("the frameworks are {all}"),
        ),
        (
            "{ iso27001: [5.15] }",
            "`5.15` is not the id of a clause of ISO/IEC 27001:2022",
            "did you mean `A.5.15`?".to_owned(),
        ),
        (
            "{ iso27001: [A.5.38] }",
            "ISO/IEC 27001:2022 has no clause `A.5.38`",
            "ids look like `A.5.15` or `6.1.2`; three numbers behind the letter, as in `A.9.2.3`, are the edition of 2013"
                .to_owned(),
        ),
        (
            "{ cis: [18.6] }",
            "CIS Controls v8 has no clause `18.6`",
            "ids look like `5.3`, from `1.1` to `18.5`".to_owned(),
        ),
        (
            "{ pci-dss: [thirteen] }",
            "`thirteen` is not the id of a clause of PCI DSS 4.0",
            "ids look like `8.3` or `8.3.6`".to_owned(),
        ),
        ("{ gdpr: Art.32 }", "expected a list, found `Art.32`", "write `[Art.32]`".to_owned()),
        ("{ gdpr: [32], GDPR: [Art.32] }", "`Art.32` of GDPR is named twice", "name each clause once".to_owned()),
    ];
    for (clauses, message, help) in cases {
        assert_eq!(problems(clauses), [(message.to_owned(), Some(help))], "{clauses}");
    }
    assert_eq!(
        problems("[\"iso27001:A.5.15\"]"),
        [("expected clauses by framework, such as `{ iso27001: [A.5.15] }`, found a list".to_owned(), None)]
    );
}

#[test]
fn the_page_of_a_control_names_them() {
    use gapcheck::report::explain::{Knowledge, explain};
    let yaml = "organization: A\ncontrols: [{ id: A-1, name: A, criteria: [], status: planned, clauses: { gdpr: [32], iso: [A.8.10, A.8.2] } }]\n";
    assessed(yaml, |assessment| {
        let knowledge = Knowledge { catalog: assessment.catalog, rules: &[], terms: &[] };
        let page = plain(&explain(Some("A-1"), &knowledge, Some(assessment)).unwrap().terminal(100));
        assert!(page.contains("  - Clauses: `A.8.2` and `A.8.10` of ISO/IEC 27001:2022; `Art.32` of GDPR\n"), "{page}");
        assert!(!page.contains("Not said: clauses"), "{page}");
    });
}

fn gapcheck(arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    let output = command.args(arguments).env("COLUMNS", "100").output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_command_lists_browses_and_lays_over() {
    let (status, list, _) = gapcheck(&["crosswalk"]);
    assert_eq!(status, Some(0));
    assert!(list.contains("  `iso27001`       354        39      108  118  ISO/IEC 27001:2022\n"), "{list}");
    let (status, mapping, _) = gapcheck(&["crosswalk", "ISO-27001_2022", "--criterion", "CC1.2"]);
    assert_eq!(status, Some(0));
    assert!(
        mapping.contains(
            "  `5.1`   Top management backing and direction  CC1.1, CC1.2, CC1.3, CC1.4, CC1.5, CC2.2 and CC5.3\n"
        ),
        "{mapping}"
    );
    let (status, csv, _) = gapcheck(&["crosswalk", "gdpr", "-f", "csv"]);
    assert_eq!((status, csv.lines().count()), (Some(0), 1 + 39 + 91));
    // Each link says that nobody endorses it.
    assert_eq!(csv.lines().filter(|line| line.contains("no standards body")).count(), 39);
    let (status, json, _) = gapcheck(&["crosswalk", "-f", "json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((status, json["frameworks"].as_array().unwrap().len()), (Some(0), 7));
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/startup");
    let (status, laid, _) = gapcheck(&["crosswalk", "gdpr", example, "--as-of", "2026-11-22"]);
    assert_eq!(status, Some(0));
    assert!(
        laid.contains("Your SOC 2 controls also speak to 8 of the 8 clauses of GDPR listed here; none is left open."),
        "{laid}"
    );
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("iso.md");
    let (status, _, _) =
        gapcheck(&["crosswalk", "iso", example, "--as-of", "2026-11-22", "-o", file.to_str().unwrap()]);
    assert_eq!(status, Some(0));
    assert!(
        std::fs::read_to_string(file)
            .unwrap()
            .starts_with("# Pinecrate · Pinecrate Workshop Planner: ISO/IEC 27001:2022 seen from SOC 2\n")
    );
}

#[test]
fn bad_usage_gets_a_sentence_and_exit_status_two() {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/startup");
    let all = "`iso27001`, `nist-csf`, `nist-800-53`, `hipaa`, `gdpr`, `cis` and `pci-dss`";
    let cases = [
        (vec!["crosswalk", "hippa"], format!("error: no framework is called `hippa`; did you mean `hipaa`, which is HIPAA Security Rule? the frameworks are {all}\n")),
        (vec!["crosswalk", example], format!("error: no framework is called `{}`; the frameworks are {all}. The framework comes first: `gapcheck crosswalk FRAMEWORK INVENTORY`\n", gapcheck::text::wrap::truncate(example, 60))),
        (vec!["crosswalk", "--clause", "A.5.1"], "error: name the framework first: `gapcheck crosswalk iso27001 --clause A.5.15`\n".to_owned()),
        (vec!["crosswalk", "iso", "--criterion", "CC8.2"], "error: `CC8.2` is not one of the 61 criteria: it is numbering from before 2017; change management is `CC8.1`\n".to_owned()),
    ];
    for (arguments, expected) in cases {
        let (status, out, said) = gapcheck(&arguments);
        assert_eq!((status, out.as_str(), said.as_str()), (Some(2), "", expected.as_str()), "{arguments:?}");
    }
    assert_eq!(gapcheck(&["crosswalk", "iso", "/nowhere/at/all.yaml"]).0, Some(2));
}
