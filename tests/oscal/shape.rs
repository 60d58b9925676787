//! What every reader relies on, in every document: references lead somewhere, nothing stands twice, no list is empty, and
//! texts have the form the format wants.

use std::collections::{BTreeMap, BTreeSet};

use gapcheck::model::level::Level;
use gapcheck::report::Options;
use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::common;
use crate::{content, each, plan, read, results};

/// Where things stand that are referred to, by the name of the reference.
const REFERENCES: [(&str, &str); 7] = [
    ("observation-uuid", "observations"),
    ("risk-uuid", "risks"),
    ("finding-uuid", "findings"),
    ("task-uuid", "tasks"),
    ("response-uuid", "remediations"),
    ("component-uuid", "components"),
    ("party-uuid", "parties"),
];

/// The fields that hold a line of Markdown.
const TITLES: [&str; 1] = ["title"];
/// The fields that hold a line that is no Markdown.
const LINES: [&str; 5] = ["value", "version", "name", "media-type", "oscal-version"];
/// The fields that hold a moment.
const MOMENTS: [&str; 7] = ["last-modified", "start", "end", "collected", "expires", "deadline", "date"];
/// The fields that hold a token.
const TOKENS: [&str; 11] = [
    "control-id",
    "objective-id",
    "target-id",
    "role-id",
    "id",
    "lifecycle",
    "status-change",
    "reason",
    "types",
    "state",
    "class",
];

/// What was found in a document.
#[derive(Default)]
struct Found<'a> {
    /// The list each UUID stands in.
    defined: BTreeMap<&'a str, &'a str>,
    /// What is referred to, and the list it should stand in.
    referred: Vec<(String, &'a str, &'a str)>,
    roles: BTreeSet<&'a str>,
    roles_used: Vec<&'a str>,
    objectives: BTreeSet<&'a str>,
    targets: Vec<&'a str>,
    parts: BTreeSet<&'a str>,
    methods: Vec<&'a str>,
}

impl<'a> Found<'a> {
    fn walk(&mut self, value: &'a Value, kind: &'a str, path: &str) {
        match value {
            Value::Array(items) => {
                assert!(!items.is_empty(), "{path}: an empty list");
                for (at, item) in items.iter().enumerate() {
                    self.walk(item, kind, &format!("{path}[{at}]"));
                }
            }
            Value::Object(fields) => {
                assert!(!fields.is_empty() || path.ends_with("include-all"), "{path}: an empty object");
                self.object(fields, kind, path);
                for (name, value) in fields {
                    self.walk(value, name, &format!("{path}.{name}"));
                }
            }
            Value::String(text) => self.text(text, kind, path),
            Value::Null | Value::Bool(_) | Value::Number(_) => panic!("{path}: {value}"),
        }
    }

    fn object(&mut self, fields: &'a Map<String, Value>, kind: &'a str, path: &str) {
        let text = |name: &str| fields.get(name).and_then(Value::as_str);
        if let Some(uuid) = text("uuid") {
            assert_eq!(self.defined.insert(uuid, kind), None, "{path}: {uuid} stands twice");
        }
        if let Some(actor) = text("actor-uuid") {
            let list = if text("type") == Some("party") { "parties" } else { "components" };
            self.referred.push((path.to_owned(), actor, list));
        }
        if let Some(subject) = text("subject-uuid") {
            assert_eq!(text("type"), Some("component"), "{path}");
            self.referred.push((path.to_owned(), subject, "components"));
        }
        match kind {
            "roles" => assert!(self.roles.insert(text("id").unwrap()), "{path}: a role stands twice"),
            "findings" => self.targets.push(fields["target"]["target-id"].as_str().unwrap()),
            "parts" => self.parts.extend(text("id")),
            "props" if text("name") == Some("method-id") => self.methods.extend(text("value")),
            "props" if !fields.contains_key("ns") => assert_known(path, text("name").unwrap()),
            "facets" if text("system") == Some("http://csrc.nist.gov/ns/oscal") => {
                assert!(["likelihood", "impact", "risk"].contains(&text("name").unwrap()), "{path}");
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &'a str, field: &'a str, path: &str) {
        if let Some((_, list)) = REFERENCES.iter().find(|(name, _)| *name == field) {
            self.referred.push((path.to_owned(), text, list));
        }
        match field {
            "party-uuids" | "member-of-organizations" => self.referred.push((path.to_owned(), text, "parties")),
            "role-id" => self.roles_used.push(text),
            "objective-id" => assert!(self.objectives.insert(text), "{path}: {text} stands twice"),
            "href" => match text.strip_prefix('#') {
                Some(uuid) => self.referred.push((path.to_owned(), uuid, "resources")),
                None => assert!(is_address(text), "{path}: {text:?}"),
            },
            "uuid" => assert!(is_uuid(text), "{path}: {text:?}"),
            _ => {}
        }
        assert!(!text.is_empty(), "{path}: empty");
        if TITLES.contains(&field) {
            assert!(!text.contains(['\n', '\r']), "{path}: {text:?}");
        }
        if LINES.contains(&field) {
            assert!(!text.contains(char::is_control) && text.trim() == text, "{path}: {text:?}");
        }
        // A period in words is no moment.
        if MOMENTS.contains(&field) {
            assert!(is_moment(text), "{path}: {text:?}");
        }
        let is_token_here = TOKENS.contains(&field) && !path.contains(".system-id");
        if is_token_here || (field == "name" && (path.contains(".props[") || path.contains(".facets["))) {
            assert!(is_token(text), "{path}: {text:?}");
        }
    }
}

/// The names of properties that the format has, where we use them.
fn assert_known(path: &str, name: &str) {
    let holder = path.rsplit_once(".props[").unwrap().0;
    let kind = holder.rsplit_once('.').map_or(holder, |(_, last)| last).split('[').next().unwrap();
    let known: &[&str] = match kind {
        "risks" => &["accepted", "priority"],
        "remediations" | "entries" | "resources" => &["type"],
        "facets" => &["state"],
        "components" => &["version"],
        "parts" => &["method", "method-id"],
        _ => &[],
    };
    assert!(known.contains(&name), "{path}: {name} is no name of the format here");
}

/// `^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$`
fn is_token(text: &str) -> bool {
    let first = text.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_');
    first && text.chars().all(|c| c.is_alphanumeric() || ".-_".contains(c))
}

/// The beginning of a day in this millennium or the last, in UTC.
fn is_moment(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
    shape == "9999-99-99T99:99:99Z" && ["19", "20", "21", "29"].contains(&&text[..2]) && text.ends_with("T00:00:00Z")
}

/// A UUID of version 5, in lower case.
fn is_uuid(text: &str) -> bool {
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    let digits = text.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f' | '-'));
    parts == [8, 4, 4, 4, 12] && digits && &text[14..15] == "5" && "89ab".contains(&text[19..20])
}

/// Only what may stand in a reference, and each percent sign with its two digits.
fn is_address(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c);
    let coded = |part: &str| part.len() >= 2 && part[..2].chars().all(|c| c.is_ascii_hexdigit());
    let colon = text.find(':').is_none_or(|at| text[..at].starts_with("http"));
    text.chars().all(allowed) && text.split('%').skip(1).all(coded) && text.matches('#').count() <= 1 && colon
}

/// Holds a document to all of it.
#[track_caller]
fn assert_whole(what: &str, document: &Value) {
    let mut found = Found::default();
    found.walk(document, "", what);
    for (path, uuid, list) in &found.referred {
        assert_eq!(found.defined.get(uuid), Some(list), "{path} refers to {uuid}");
    }
    assert!(!found.referred.is_empty(), "{what}");
    for role in &found.roles_used {
        assert!(found.roles.contains(role), "{what}: the role {role} is not defined");
    }
    if document.get("import-ap").is_some() {
        for target in &found.targets {
            assert!(found.objectives.contains(target), "{what}: {target} is not selected");
        }
        assert!(found.objectives.is_subset(&found.parts), "{what}: an objective is not defined");
        assert!(found.methods.iter().all(|method| found.parts.contains(method)), "{what}: a method is not defined");
        assert_eq!(found.targets.len(), found.objectives.len(), "{what}: one finding for each objective");
    } else {
        assert!(document["system-id"]["id"].is_string(), "{what}");
    }
}

#[test]
fn every_reference_leads_somewhere_and_every_text_has_its_form() {
    each(|path, assessment| {
        assert_whole(&format!("{path}: results"), &results(assessment));
        match plan(assessment) {
            Some(plan) => assert_whole(&format!("{path}: plan"), &plan),
            None => assert!(path.ends_with("healthy.yaml"), "{path}"),
        }
    });
}

/// What is left out of a list is referred to by nothing that stays.
#[test]
fn so_do_those_of_the_worst_gaps_alone() {
    each(|path, assessment| {
        for min_level in [Level::Moderate, Level::High, Level::VeryHigh] {
            let options = Options { min_level: Some(min_level), ..Options::default() };
            let told = |format| content(format, assessment, &options).into_text();
            assert_whole(path, &read(&told("oscal-ar"))["assessment-results"]);
            let plan = told("oscal-poam");
            if !plan.is_empty() {
                assert_whole(path, &read(&plan)["plan-of-action-and-milestones"]);
            }
        }
    });
}

proptest! {
    #![proptest_config(common::random::cases(60, 0x05ca_1000))]

    #[test]
    fn so_do_those_of_random_inventories(inventory in common::random::inventory()) {
        common::assess_whole(&inventory, |assessment| {
            assert_whole("results", &results(assessment));
            if let Some(plan) = plan(assessment) {
                assert_whole("plan", &plan);
            }
        });
    }
}

#[test]
fn the_forms_are_told_apart() {
    for (token, is) in [("cc6.1_obj-design", true), ("_x", true), ("6.1", false), ("CC6.1 a", false), ("a:b", false)] {
        assert_eq!(is_token(token), is, "{token}");
    }
    assert!(is_moment("2026-11-22T00:00:00Z") && !is_moment("2026-11-22") && !is_moment("3000-01-01T00:00:00Z"));
    assert!(is_uuid("64f3901c-6ea4-53d0-a09a-8629cc3427c2") && !is_uuid("64f3901c-6ea4-13d0-a09a-8629cc3427c2"));
    assert!(is_address("a/b%20c") && !is_address("a b") && !is_address("a%2") && !is_address("javascript:x"));
}
