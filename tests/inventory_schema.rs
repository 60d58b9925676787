//! The published schema of the inventory and the reader agree: what one takes the other takes, and what one refuses the
//! other refuses.
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

use std::collections::BTreeSet;

use gapcheck::model::area::Area;
use gapcheck::model::date::Period;
use gapcheck::model::document::{
    Acceptance, AssumedControl, AssuranceReport, Commitment, Control, DataFlow, Document, Evidence, Excluded,
    ExpectedControl, Incident, Milestones, NotApplicable, OwnReport, Person, PolicyDocument, Population, Remediation,
    Requirement, Sample, Scope, Service, Settings, System, SystemChange, Test, TestException, UserEntityControl,
    Vendor, Vouched,
};
use gapcheck::model::effort::EffortRange;
use gapcheck::model::level::Level;
use gapcheck::model::settings::{Freshness, Grace, PlanTerms, Samples, VendorTerms, WorkCalendar};
use gapcheck::model::words::{
    AssuranceKind, Category, Conclusion, ControlKind, EvidenceKind, Execution, Exposure, Frequency, Nature,
    PointsOfFocus, PrivacyRole, Relation, ReportType, SampleMethod, Status, TaskStatus, TestOf, Weekday,
};
use gapcheck::report::inventory_schema::inventory_schema;
use jsonschema::Validator;
use serde_json::{Value, json};

const COMPLETE: &str = include_str!("inventory/complete.yaml");

/// Every record of the format: where it stands in the complete inventory (`*` for every item), its name and its keys.
const RECORDS: &[(&str, &str, &[&str])] = &[
    ("", "Document", Document::KEYS),
    ("scope", "Scope", Scope::KEYS),
    ("scope/period", "Period", Period::KEYS),
    ("scope/milestones", "Milestones", Milestones::KEYS),
    ("scope/not_applicable/*", "NotApplicable", NotApplicable::KEYS),
    ("scope/commitments/*", "Commitment", Commitment::KEYS),
    ("scope/services/*", "Service", Service::KEYS),
    ("scope/requirements/*", "Requirement", Requirement::KEYS),
    ("scope/excluded/*", "Excluded", Excluded::KEYS),
    ("user_entity_controls/*", "AssumedControl", AssumedControl::KEYS),
    ("incidents/*", "Incident", Incident::KEYS),
    ("changes/*", "SystemChange", SystemChange::KEYS),
    ("vouched/*", "Vouched", Vouched::KEYS),
    ("systems/*", "System", System::KEYS),
    ("data_flows/*", "DataFlow", DataFlow::KEYS),
    ("people/*", "Person", Person::KEYS),
    ("documents/*", "PolicyDocument", PolicyDocument::KEYS),
    ("controls/*", "Control", Control::KEYS),
    ("controls/*/evidence/*", "Evidence", Evidence::KEYS),
    ("controls/*/tests/*", "Test", Test::KEYS),
    ("controls/*/tests/*/population", "Population", Population::KEYS),
    ("controls/*/tests/*/sample", "Sample", Sample::KEYS),
    ("controls/*/tests/*/exceptions/*", "TestException", TestException::KEYS),
    ("vendors/*", "Vendor", Vendor::KEYS),
    ("vendors/*/reports/*", "AssuranceReport", AssuranceReport::KEYS),
    ("reports/*", "OwnReport", OwnReport::KEYS),
    ("vendors/*/user_entity_controls/*", "UserEntityControl", UserEntityControl::KEYS),
    ("vendors/*/expected_controls/*", "ExpectedControl", ExpectedControl::KEYS),
    ("acceptances/*", "Acceptance", Acceptance::KEYS),
    ("remediation/*", "Remediation", Remediation::KEYS),
    ("remediation/*/effort", "EffortRange", EffortRange::KEYS),
    ("settings", "Settings", Settings::KEYS),
    ("settings/freshness", "Freshness", Freshness::KEYS),
    ("settings/grace", "Grace", Grace::KEYS),
    ("settings/samples", "Samples", Samples::KEYS),
    ("settings/vendors", "VendorTerms", VendorTerms::KEYS),
    ("settings/calendar", "WorkCalendar", WorkCalendar::KEYS),
    ("settings/plan", "PlanTerms", PlanTerms::KEYS),
];

/// Both readings of the format side by side.
struct Both {
    catalog: gapcheck::model::catalog::Catalog,
    schema: Validator,
}

impl Both {
    fn new() -> Self {
        let schema = jsonschema::options().should_validate_formats(true).build(&inventory_schema(false)).unwrap();
        Self { catalog: gapcheck::load::catalog::bundled().unwrap(), schema }
    }

    /// What the reader has against an inventory.
    fn problems(&self, text: &str) -> Vec<String> {
        let sources = gapcheck::load::inventory::single("acme.yaml", text);
        let read = gapcheck::read(&sources, &self.catalog, "2026-11-22".parse().unwrap());
        read.err().iter().flat_map(|problems| problems.sorted()).map(|problem| problem.message.clone()).collect()
    }

    /// What the schema has against it.
    fn faults(&self, value: &Value) -> Vec<String> {
        self.schema.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }

    fn assert_taken(&self, value: &Value, why: &str) {
        assert_eq!(self.faults(value), Vec::<String>::new(), "{why}");
        assert_eq!(self.problems(&value.to_string()), Vec::<String>::new(), "{why}");
    }

    fn assert_refused(&self, value: &Value, why: &str) {
        assert!(!self.schema.is_valid(value), "the schema takes {why}");
        assert!(!self.problems(&value.to_string()).is_empty(), "the reader takes {why}");
    }
}

fn complete() -> Value {
    serde_yaml::from_str(COMPLETE).unwrap()
}

/// The complete inventory with another value at a JSON pointer, whether or not one stands there.
fn changed(pointer: &str, to: Value) -> Value {
    let mut value = complete();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match value.pointer_mut(parent).unwrap_or_else(|| panic!("nothing at {parent}")) {
        Value::Object(map) => drop(map.insert(key.to_owned(), to)),
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = to,
        other => panic!("{parent} is {other}"),
    }
    value
}

/// Every value at a path.
fn all<'a>(value: &'a Value, path: &str) -> Vec<&'a Value> {
    let steps = path.split('/').filter(|step| !step.is_empty());
    steps.fold(vec![value], |found, step| match step {
        "*" => found.into_iter().flat_map(|value| value.as_array().into_iter().flatten()).collect(),
        key => found.into_iter().filter_map(|value| value.get(key)).collect(),
    })
}

#[test]
fn the_complete_inventory_uses_every_key_and_both_take_it() {
    let complete = complete();
    let both = Both::new();
    assert_eq!(both.problems(COMPLETE), Vec::<String>::new());
    both.assert_taken(&complete, "the complete inventory");
    for (path, name, keys) in RECORDS {
        let used: BTreeSet<&str> = all(&complete, path)
            .into_iter()
            .flat_map(|record| record.as_object().unwrap_or_else(|| panic!("{name} at {path}")).keys())
            .map(String::as_str)
            .collect();
        assert_eq!(used, keys.iter().copied().collect(), "{name}");
    }
}

#[test]
fn an_inventory_of_ordinary_size_is_taken_by_both() {
    let healthy: Value = serde_yaml::from_str(include_str!("healthy.yaml")).unwrap();
    Both::new().assert_taken(&healthy, "tests/healthy.yaml");
}

#[test]
fn every_record_is_described_with_all_its_keys() {
    let schema = inventory_schema(false);
    assert!(jsonschema::meta::is_valid(&schema));
    let records = schema["$defs"].as_object().unwrap().iter().filter(|(_, schema)| schema["type"] == "object");
    let described: BTreeSet<&str> = records.map(|(name, _)| name.as_str()).collect();
    // The document itself is the schema and no definition of it.
    let expected = RECORDS.iter().map(|(_, name, _)| *name).filter(|name| *name != "Document").collect();
    assert_eq!(described, expected);
    for (_, name, keys) in RECORDS {
        let record = if *name == "Document" { &schema } else { &schema["$defs"][name] };
        assert_eq!(record["additionalProperties"], false, "{name}");
        assert!(record["description"].as_str().is_some_and(|description| description.ends_with('.')), "{name}");
        let properties = record["properties"].as_object().unwrap();
        assert_eq!(properties.keys().collect::<Vec<_>>(), *keys, "{name}");
        for (key, property) in properties {
            let description = property["description"].as_str().unwrap_or_else(|| panic!("{name}.{key}"));
            assert!(description.ends_with('.') && !description.starts_with(' '), "{name}.{key}: {description}");
        }
    }
}

#[test]
fn only_what_the_contract_requires_is_required() {
    let schema = inventory_schema(false);
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["$id"], "urn:gapcheck:schema:inventory:1");
    assert_eq!(schema["title"], "A gapcheck inventory, version 1");
    assert_eq!(schema["required"], json!(["organization", "controls"]));
    assert_eq!(schema["$defs"]["Control"]["required"], json!(["id", "name", "criteria", "status"]));
    assert_eq!(schema["$defs"]["Evidence"]["required"], Value::Null);
    let control = json!({ "id": "A", "name": "A", "criteria": [], "status": "planned" });
    let both = Both::new();
    both.assert_taken(&json!({ "organization": "Acme", "controls": [control] }), "the least inventory");
    for key in ["id", "name", "criteria", "status"] {
        let mut less = json!({ "organization": "Acme", "controls": [control] });
        less["controls"][0].as_object_mut().unwrap().remove(key);
        both.assert_refused(&less, key);
        less["controls"][0][key] = Value::Null;
        both.assert_refused(&less, key);
    }
    both.assert_refused(&json!({ "organization": "Acme" }), "no controls");
    both.assert_refused(&json!({ "controls": [] }), "no organization");
}

#[test]
fn a_part_of_a_folder_need_hold_nothing_but_is_as_strict() {
    let part = inventory_schema(true);
    assert_eq!(part["required"], Value::Null);
    assert_eq!(part["$id"], "urn:gapcheck:schema:inventory-part:1");
    let validator = jsonschema::validator_for(&part).unwrap();
    assert!(validator.is_valid(&json!({ "systems": [{ "id": "prod" }] })));
    assert!(!validator.is_valid(&json!({ "systems": [{ "name": "prod" }] })));
    assert!(!validator.is_valid(&json!({ "system": [] })));
    assert!(!validator.is_valid(&json!({ "organization": null })));
    for file in [include_str!("../examples/acme/controls-access.yaml"), include_str!("../examples/acme/people.yaml")] {
        let file: Value = serde_yaml::from_str(file).unwrap();
        assert!(validator.is_valid(&file));
    }
}

#[test]
fn keys_nobody_knows_are_refused_in_every_record() {
    let both = Both::new();
    for (path, name, _) in RECORDS {
        let at = path.replace('*', "0");
        let pointer = if at.is_empty() { "/x_unknown".to_owned() } else { format!("/{at}/x_unknown") };
        both.assert_refused(&changed(&pointer, json!("x")), name);
    }
}

#[test]
fn wrong_words_and_wrong_types_are_refused_by_both() {
    let both = Both::new();
    let wrong = [
        ("/version", json!(2)),
        ("/version", Value::Null),
        ("/organization", json!("  ")),
        ("/organization", json!(["Acme"])),
        ("/scope", json!([])),
        ("/scope/categories", json!("security")),
        ("/scope/categories/0", json!("safety")),
        ("/scope/report", json!("type3")),
        ("/scope/period", json!("2026")),
        ("/scope/period/start", Value::Null),
        ("/scope/as_of", json!("2026-13-01")),
        ("/scope/as_of", json!("31.12.2026")),
        ("/scope/as_of", json!("1969-12-31")),
        ("/systems/0/id", json!("two words")),
        ("/systems/0/id", json!("a:b")),
        ("/systems/0/criticality", json!("enormous")),
        ("/systems/0/data", json!("personal")),
        ("/people/0/days_per_week", json!(8)),
        ("/people/0/days_per_week", json!("two")),
        ("/documents/0/review_every", json!("sometimes")),
        ("/documents/0/review_every", json!("weekly")),
        ("/controls", json!({})),
        ("/controls/0", json!("AC-02")),
        ("/controls/0/criteria", Value::Null),
        ("/controls/0/criteria/0", json!("CC6")),
        ("/controls/0/criteria/0", json!("CC6.01")),
        ("/controls/0/criteria/0", json!("CC6.3/")),
        ("/controls/0/criteria/0", json!(6.1)),
        ("/controls/0/clauses", json!(["iso27001:A.5.15"])),
        ("/controls/0/clauses", json!({ "iso27002": ["A.5.15"] })),
        ("/controls/0/clauses", json!({ "iso27001": "A.5.15" })),
        ("/controls/0/clauses", json!({ "iso27001": ["  "] })),
        ("/controls/0/clauses", json!({ "iso27001": [["A.5.15"]] })),
        ("/controls/0/status", json!("done")),
        ("/controls/0/frequency", json!("yearly")),
        ("/controls/0/evidence", json!({ "title": "x" })),
        ("/controls/0/evidence/0/covers", json!("Q3")),
        ("/controls/0/tests/0/of", json!("both")),
        ("/controls/0/tests/0/population/size", json!("many")),
        ("/controls/0/tests/0/population/size", json!(-1)),
        ("/controls/0/tests/0/population/reconciled", json!("yes")),
        ("/controls/0/tests/0/sample/seed", json!(4_294_967_296_u64)),
        ("/vendors/0/reports/0/kind", json!("soc2")),
        ("/acceptances/0/expires", json!("never")),
        ("/remediation/0/effort", json!("2 days")),
        ("/remediation/0/effort", json!(2)),
        ("/remediation/0/effort", json!("-2d")),
        ("/remediation/0/effort", json!("0.25d")),
        ("/remediation/0/effort", json!(["2d"])),
        ("/remediation/0/effort", json!({ "low": "1d", "high": "3d" })),
        ("/remediation/0/effort/likely", json!("two days")),
        ("/remediation/0/title", json!("  ")),
        ("/remediation/0/steps", json!("Write it down.")),
        ("/remediation/0/steps/0", json!("")),
        ("/remediation/0/resources", json!([])),
        ("/people/0/areas", json!("access")),
        ("/people/0/areas/0", json!("everything")),
        ("/settings/calendar/workdays", json!([])),
        ("/settings/calendar/workdays", json!(["monday", "monday"])),
        ("/settings/calendar/workdays/0", json!("weekdays")),
        ("/settings/calendar/holidays/0", json!("christmas")),
        ("/settings/plan/runs", json!(-1)),
        ("/settings/plan/seed", json!(1.5)),
        ("/settings/plan/report_after", json!("later")),
        ("/settings/freshness/quarterly", json!("100")),
        ("/controls/0/until", json!("soon")),
        ("/controls/0/until", json!("2026-02-30")),
        ("/controls/0/evidence/0/items", json!(-1)),
        ("/controls/0/evidence/0/items", json!("none")),
        ("/controls/0/evidence/0/items", json!(1.5)),
        ("/vendors/0/reports/0/exceptions_assessed", json!(["none"])),
        ("/settings/grace/daily", json!("3")),
        ("/settings/grace/whole_period", json!(15)),
        ("/settings/samples/daily", json!("25d")),
        ("/settings/samples/per_event_many", json!(-1)),
        ("/settings/vendors/bridge_letter", json!("quarterly")),
        ("/settings/points_of_focus", json!("required")),
    ];
    for (pointer, value) in wrong {
        both.assert_refused(&changed(pointer, value.clone()), &format!("{value} at {pointer}"));
    }
}

#[test]
fn whatever_reads_as_a_text_is_taken_where_a_text_is_wanted() {
    let both = Both::new();
    for value in [json!("words"), json!(2026), json!(1.5), json!(true), json!(false)] {
        let places = ["/organization", "/scope/system", "/controls/0/name", "/controls/0/description"];
        let more = ["/controls/0/evidence/0/title", "/controls/1/id", "/acceptances/0/rationale"];
        for pointer in places.into_iter().chain(more) {
            both.assert_taken(&changed(pointer, value.clone()), &format!("{value} at {pointer}"));
        }
    }
    for id in ["CC6.1", "cc6.1", "CC 6.1", "Cc-6.1", "cc_6_1", "CC 6 . 1", "CC6.3/periodic-review"] {
        both.assert_taken(&changed("/controls/0/criteria", json!([id])), id);
    }
    for cycle in ["Annual", "SEMI_ANNUAL", "semiannual", "quarterly", "monthly", "18mo", "2y"] {
        both.assert_taken(&changed("/documents/0/review_every", json!(cycle)), cycle);
    }
}

#[test]
fn a_control_may_end_and_a_zero_may_be_recorded() {
    let both = Both::new();
    let without_sample = json!([{ "of": "operation", "date": "2026-10-10", "population": { "size": 0 } }]);
    for (pointer, value) in [
        ("/controls/0/until", json!("2026-01-15")),
        ("/controls/0/evidence/0/items", json!(0)),
        ("/controls/0/tests", without_sample),
        ("/vendors/0/reports/0/exceptions_assessed", json!("Both were put right before our period.")),
        ("/settings/grace", json!({ "quarterly": "1mo" })),
        ("/settings/samples", json!({ "automated": 0 })),
        ("/settings/vendors", json!({ "report": "18mo" })),
        ("/remediation/0/effort", json!("2d")),
        ("/remediation/0/effort", json!("0.5w")),
        ("/remediation/0/effort", json!({ "likely": "1mo" })),
        ("/settings/calendar", json!({ "holidays": ["2026-12-24"] })),
        ("/settings/calendar", json!({ "workdays": ["Sun", "MONDAY"] })),
        ("/settings/plan", json!({ "runs": 0 })),
    ] {
        both.assert_taken(&changed(pointer, value.clone()), &format!("{value} at {pointer}"));
    }
}

#[test]
fn every_word_of_every_vocabulary_is_taken_in_any_case() {
    let both = Both::new();
    macro_rules! words {
        ($($type:ident at $pointer:literal,)*) => {
            vec![$(($pointer, stringify!($type), $type::ALL.iter().map(|word| word.word()).collect::<Vec<&str>>()),)*]
        };
    }
    let vocabularies = words! {
        Category at "/scope/categories/0",
        ReportType at "/scope/report",
        PrivacyRole at "/scope/privacy_role",
        Level at "/systems/0/criticality",
        Exposure at "/systems/0/exposure",
        ControlKind at "/controls/0/kind",
        Nature at "/controls/0/nature",
        Execution at "/controls/0/execution",
        Frequency at "/controls/0/frequency",
        Status at "/controls/0/status",
        EvidenceKind at "/controls/0/evidence/0/kind",
        TestOf at "/controls/0/tests/0/of",
        SampleMethod at "/controls/0/tests/0/sample/method",
        Conclusion at "/controls/0/tests/0/conclusion",
        Relation at "/vendors/0/relation",
        AssuranceKind at "/vendors/0/reports/0/kind",
        TaskStatus at "/remediation/0/status",
        PointsOfFocus at "/settings/points_of_focus",
        Area at "/people/0/areas/0",
        Weekday at "/settings/calendar/workdays",
    };
    let schema = inventory_schema(false);
    for (pointer, name, words) in vocabularies {
        let definition = &schema["$defs"][name];
        assert_eq!(definition["anyOf"][0]["enum"], json!(words), "{name}");
        for word in words {
            let snake = word.replace('-', "_");
            for spelling in [word.to_owned(), snake.clone(), word.to_uppercase(), snake.to_uppercase()] {
                // A category and a day may be named only once, so they stand alone.
                let (at, value) = match pointer {
                    "/scope/categories/0" => ("/scope/categories", json!([spelling])),
                    "/settings/calendar/workdays" => (pointer, json!([spelling])),
                    _ => (pointer, json!(spelling)),
                };
                both.assert_taken(&changed(at, value), &spelling);
            }
        }
    }
    for (pointer, word) in
        [("/systems/0/criticality", "Critical"), ("/scope/report", "Type II"), ("/controls/0/status", "In Progress")]
    {
        both.assert_taken(&changed(pointer, json!(word)), word);
    }
}
