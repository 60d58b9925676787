//! The page of every rule is also its test: each example is laid over a healthy inventory and must come out as it says.
//!
//! A block marked `yaml,gap` must make this rule answer and no other; `yaml,clean` must leave all rules silent. Rules about
//! decisions need a gap to decide about: there, gaps that an acceptance or a remediation entry names are let pass.
//! `,files=PATH:STATE` after the mark says what is found on disk, where STATE is `found`, `missing`, `outside`, `unreadable`
//! or `sha=HEX`; `,locked=PATH:HEX` says what the lock recorded of a file. Both may be repeated. `,beside=GAP` names a gap of
//! another rule that the fault makes as well.
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

use gapcheck::Request;
use gapcheck::assess::rule::RULES;
use gapcheck::load;
use gapcheck::model::date::Date;
use gapcheck::model::files::{FileState, Files};
use gapcheck::model::rule::{GapNature, RuleInfo};
use gapcheck::model::verdict::Verdict;
use serde_yaml::{Mapping, Value};

const HEADINGS: [&str; 4] = ["## Why it matters", "## Reported", "## Not reported", "## Remedy"];

fn day() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

fn healthy() -> Value {
    serde_yaml::from_str(include_str!("healthy.yaml")).unwrap()
}

#[test]
fn the_healthy_inventory_has_no_gap() {
    assert_healthy("a Type I report", &healthy(), 33);
}

/// Over any period of 2026, on whatever day it begins, over or not.
#[test]
fn the_healthy_inventory_has_no_gap_for_a_type_2_report_either() {
    let periods = [("2026-01-01", "2026-12-31"), ("2026-07-01", "2026-12-31"), ("2026-08-15", "2026-11-14")];
    for (start, end) in periods {
        let scope = format!("scope: {{ report: type2, period: {{ start: {start}, end: {end} }} }}");
        let inventory = overlaid(healthy(), &serde_yaml::from_str(&scope).unwrap());
        assert_healthy(&format!("a Type II report from {start} to {end}"), &inventory, 66);
    }
}

/// Demands no gap, and so many verdicts that all say the same.
fn assert_healthy(title: &str, inventory: &Value, judged: usize) {
    let (gaps, verdicts) = assess(title, inventory, &Files::default());
    assert_eq!(gaps, Vec::<(String, String)>::new(), "{title}");
    assert_eq!(verdicts.len(), judged, "{title}");
    let doubtful: Vec<_> = verdicts.iter().filter(|(_, verdict)| **verdict != Verdict::NoGap).collect();
    assert!(doubtful.is_empty(), "{title}: not `no gap`: {doubtful:?}");
}

#[test]
fn every_example_holds() {
    let faults: Vec<String> = RULES
        .iter()
        .flat_map(|rule| examples(rule.info).into_iter().filter_map(|example| example.fault(rule.info)))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_page_has_its_parts_in_order() {
    for rule in RULES {
        let RuleInfo { name, page, .. } = rule.info;
        let lines: Vec<&str> = page.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        assert!(rule.info.summary().ends_with('.'), "{name}: the summary is a sentence on one line");
        assert_eq!(lines.get(1), Some(&""), "{name}: the summary is a sentence on one line");
        let headings: Vec<&str> = lines.iter().filter(|line| line.starts_with('#')).copied().collect();
        assert_eq!(headings, HEADINGS, "{name}");
        for pair in headings.windows(2) {
            let between =
                lines.iter().skip_while(|line| *line != &pair[0]).skip(1).take_while(|line| *line != &pair[1]);
            assert!(between.clone().any(|line| !line.is_empty()), "{name}: `{}` is empty", pair[0]);
        }
        let remedy = lines.iter().skip_while(|line| **line != HEADINGS[3]).skip(1);
        assert!(remedy.clone().any(|line| !line.is_empty()), "{name}: the remedy is empty");
        let marks: Vec<bool> = examples(rule.info).iter().map(|example| example.demands_gap).collect();
        assert!(marks.contains(&true) && marks.contains(&false), "{name}: it needs a `gap` and a `clean` example");
        assert!(marks.is_sorted_by(|a, b| a >= b), "{name}: examples stand under their heading");
        assert!(rule.info.likelihood <= 100, "{name}: likelihood runs to 100");
    }
}

#[test]
fn every_rule_file_is_listed_once_and_named_for_its_rule() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/assess/rule");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|file| file != "mod.rs")
        .map(|file| file.strip_suffix(".rs").unwrap_or(&file).replace('_', "-"))
        .collect();
    let listed: BTreeSet<String> = RULES.iter().map(|rule| rule.info.name.to_owned()).collect();
    assert_eq!(files, listed);
    assert_eq!(listed.len(), RULES.len(), "a rule is listed twice");
}

#[test]
fn names_are_kebab_case() {
    for name in RULES.iter().map(|rule| rule.info.name) {
        let kebab = name.split('-').all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()));
        assert!(kebab, "{name}");
    }
}

#[test]
fn rules_stand_in_the_order_of_their_natures() {
    let order = |nature: GapNature| GapNature::ALL.iter().position(|known| *known == nature);
    let natures: Vec<_> = RULES.iter().map(|rule| order(rule.info.nature)).collect();
    assert!(natures.is_sorted(), "{natures:?}");
}

/// One block of a page.
struct Example {
    title: String,
    demands_gap: bool,
    /// Gaps of other rules that must be found as well.
    beside: BTreeSet<String>,
    files: Files,
    overlay: Value,
}

/// The blocks of a page, in order.
fn examples(rule: &RuleInfo) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut lines = rule.page.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let text = lines.by_ref().take_while(|line| *line != "```").collect::<Vec<_>>().join("\n");
        let title = format!("{}, example {} ({info})", rule.name, examples.len() + 1);
        let overlay = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{title}: {error}"));
        let mut marks = info.split(',');
        assert_eq!(marks.next(), Some("yaml"), "{title}: every block of a page is an example");
        let demands_gap = match marks.next() {
            Some("gap") => true,
            Some("clean") => false,
            _ => panic!("{title}: neither `gap` nor `clean`"),
        };
        let (beside, marks): (Vec<&str>, Vec<&str>) = marks.partition(|mark| mark.starts_with("beside="));
        let beside = beside.iter().map(|mark| mark["beside=".len()..].to_owned()).collect();
        let mut files = Files::default();
        for mark in marks {
            if let Some((path, hash)) = mark.strip_prefix("locked=").and_then(|locked| locked.split_once(':')) {
                files.lock(0, path, hash);
                continue;
            }
            let (path, state) = file(mark).unwrap_or_else(|| panic!("{title}: `{mark}` is not understood"));
            files.insert(0, path, state);
        }
        examples.push(Example { title, demands_gap, beside, files, overlay });
    }
    examples
}

/// What `files=PATH:STATE` says.
fn file(mark: &str) -> Option<(&str, FileState)> {
    let (path, state) = mark.strip_prefix("files=")?.split_once(':')?;
    let state = match state {
        "found" => FileState::Found(None),
        "missing" => FileState::Missing,
        "outside" => FileState::Outside,
        "unreadable" => FileState::Unreadable("permission denied".to_owned()),
        _ => FileState::Found(Some(state.strip_prefix("sha=")?.to_owned())),
    };
    Some((path, state))
}

impl Example {
    /// What is wrong with the example, if anything.
    fn fault(&self, rule: &RuleInfo) -> Option<String> {
        let inventory = overlaid(healthy(), &self.overlay);
        let decided = if rule.nature == GapNature::Treatment { decided(&inventory) } else { BTreeSet::new() };
        let (gaps, _) = assess(&self.title, &inventory, &self.files);
        let (own, others): (Vec<_>, Vec<_>) = gaps.into_iter().partition(|(_, by)| by == rule.name);
        let (beside, others): (BTreeSet<String>, BTreeSet<String>) =
            others.into_iter().map(|(id, _)| id).partition(|id| self.beside.contains(id));
        let others: Vec<&String> = others.difference(&decided).collect();
        if beside != self.beside {
            return Some(format!("{}: beside it only {beside:?} were found", self.title));
        }
        let own: Vec<String> = own.into_iter().map(|(id, _)| id).collect();
        match (own.is_empty() == self.demands_gap, others.is_empty()) {
            (false, true) => None,
            (true, _) => Some(format!("{}: the rule found {own:?}, others {others:?}", self.title)),
            (false, false) => Some(format!("{}: other rules found {others:?}", self.title)),
        }
    }
}

/// The gaps that an acceptance or a remediation entry names.
fn decided(inventory: &Value) -> BTreeSet<String> {
    let lists = ["acceptances", "remediation"].into_iter().filter_map(|key| inventory.get(key)?.as_sequence());
    lists.flatten().filter_map(|entry| Some(entry.get("gap")?.as_str()?.to_owned())).collect()
}

/// Ids of gaps with their rules, and the verdicts on design and, for Type II, on operation, by criterion.
fn assess(title: &str, inventory: &Value, files: &Files) -> (Vec<(String, String)>, BTreeMap<String, Verdict>) {
    let sources = load::inventory::single("inventory.yaml", &serde_yaml::to_string(inventory).unwrap());
    let catalog = load::catalog::bundled().unwrap();
    let inventory =
        gapcheck::read(&sources, &catalog, day()).unwrap_or_else(|problems| panic!("{title}: {problems:?}"));
    let request = Request { as_of: day(), fail_on: None, baseline: None };
    let result = gapcheck::assess(&sources, &inventory, &catalog, files, &request);
    let gaps = result.gaps.iter().map(|gap| (gap.id().to_owned(), gap.finding.rule.name.to_owned())).collect();
    let named = |at: usize| result.catalog.criteria[at].id.to_string();
    let verdicts = result.criteria.iter().flat_map(|criterion| {
        let name = named(criterion.criterion);
        let operation = criterion.operation.as_ref().map(|operation| (format!("{name} operation"), operation.verdict));
        std::iter::once((format!("{name} design"), criterion.design.verdict)).chain(operation)
    });
    (gaps, verdicts.collect())
}

/// Lays one value over another: mappings by key, lists of items by their `id` or `gap`, everything else replaces; `null`
/// takes away.
fn overlaid(under: Value, over: &Value) -> Value {
    match (under, over) {
        (Value::Mapping(mut under), Value::Mapping(over)) => {
            for (key, value) in over {
                let below = under.get(key).cloned().unwrap_or(Value::Null);
                if value.is_null() {
                    under.remove(key);
                } else {
                    under.insert(key.clone(), overlaid(below, value));
                }
            }
            Value::Mapping(under)
        }
        (Value::Sequence(under), Value::Sequence(over)) => match ["id", "gap"].iter().find(|key| keyed(over, key)) {
            Some(key) => merged(under, over, key),
            None => Value::Sequence(over.clone()),
        },
        (_, over) => over.clone(),
    }
}

fn keyed(items: &[Value], key: &str) -> bool {
    !items.is_empty() && items.iter().all(|item| item.get(key).is_some())
}

fn merged(under: Vec<Value>, over: &[Value], key: &str) -> Value {
    let mut items = under;
    for value in over {
        match items.iter().position(|item| item.get(key) == value.get(key)) {
            Some(at) => items[at] = overlaid(items[at].clone(), value),
            // Laid over nothing, so that a `null` in a new item takes a key away there as well.
            None => items.push(overlaid(Value::Mapping(Mapping::new()), value)),
        }
    }
    Value::Sequence(items)
}
