//! `JUnit`: a criterion is a test, and green is only what was looked at.
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

mod records;

use std::collections::BTreeMap;

use gapcheck::model::assessment::Assessment;
use gapcheck::model::level::Level;
use gapcheck::report::Options;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use records::{SMALL, asked, assess, assess_availability, each, gaps, json, line_of, rendered};
use serde_json::Value;

#[derive(Debug, Default)]
struct Suite {
    attributes: BTreeMap<String, String>,
    cases: Vec<Case>,
}

#[derive(Debug, Default)]
struct Case {
    name: String,
    class: String,
    /// `failure` or `skipped`, with its type and its message.
    outcome: Option<(String, String, String)>,
    text: String,
}

fn attributes(element: &BytesStart<'_>) -> BTreeMap<String, String> {
    let attributes = element.attributes().map(Result::unwrap);
    attributes
        .map(|one| {
            let value = quick_xml::escape::unescape(&one.value).unwrap().into_owned();
            (one.key.as_ref().to_owned(), value)
        })
        .collect()
}

/// Reads a file as readers of `JUnit` do.
fn read(xml: &str) -> Vec<Suite> {
    let mut reader = Reader::from_str(xml);
    let mut suites: Vec<Suite> = Vec::new();
    let mut within = Vec::new();
    loop {
        let event = reader.read_event().unwrap();
        match event {
            Event::Eof => return suites,
            Event::Start(element) => {
                enter(&element, &mut suites);
                within.push(element.name().as_ref().to_owned());
            }
            Event::Empty(element) => enter(&element, &mut suites),
            Event::End(_) => {
                within.pop();
            }
            Event::Text(text) if within.last().is_some_and(|name| name == "failure") => {
                suites.last_mut().unwrap().cases.last_mut().unwrap().text += &text;
            }
            Event::GeneralRef(reference) if within.last().is_some_and(|name| name == "failure") => {
                let name = format!("&{};", &*reference);
                let meant = quick_xml::escape::unescape(&name).unwrap().into_owned();
                suites.last_mut().unwrap().cases.last_mut().unwrap().text += &meant;
            }
            _ => {}
        }
    }
}

fn enter(element: &BytesStart<'_>, suites: &mut Vec<Suite>) {
    let mut attributes = attributes(element);
    let mut take = |name: &str| attributes.remove(name).unwrap_or_default();
    match element.name().as_ref() {
        "testsuite" => suites.push(Suite { attributes, cases: Vec::new() }),
        "testcase" => {
            let case = Case { name: take("name"), class: take("classname"), ..Case::default() };
            suites.last_mut().unwrap().cases.push(case);
        }
        name @ ("failure" | "skipped") => {
            let outcome = (name.to_owned(), take("type"), take("message"));
            let case = suites.last_mut().unwrap().cases.last_mut().unwrap();
            assert!(case.outcome.replace(outcome).is_none(), "two outcomes of {}", case.name);
        }
        _ => {}
    }
}

fn case<'s>(suites: &'s [Suite], begins: &str) -> &'s Case {
    let mut cases = suites.iter().flat_map(|suite| &suite.cases);
    cases.find(|case| case.name.starts_with(begins)).unwrap_or_else(|| panic!("no {begins}"))
}

const LIMITS: &str = "This is management&apos;s own gap analysis. It is not an examination, and nobody independent gives an \
    opinion here. It judges only the information supplied: what was not looked at is never counted in favour.";

#[test]
fn the_whole_file_of_three_criteria() {
    let expected = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite package="soc2" id="0" name="soc2.A1" timestamp="2026-11-22T00:00:00" hostname="localhost" tests="3" failures="1" errors="0" skipped="2" time="0.000">
    <properties>
      <property name="gapcheck.version" value="0.1.0"/>
      <property name="gapcheck.organization" value="Ünder: 100% &amp; Co."/>
      <property name="gapcheck.scope" value="SOC 2 Type I, as of 2026-11-22, on availability"/>
      <property name="gapcheck.conclusion" value="0 of 2 criteria have no gap identified on design; 2 have nothing in place. The one open gap is neither very high nor high."/>
    </properties>
    <testcase name="A1.1 Capacity planning and tracking" classname="soc2.A1" time="0.000">
      <failure type="gap.moderate" message="1 open gap, the worst: Capacité | &lt;b&gt;: only in progress, with nothing in place beside it (CAP-1:control-not-in-place)">CAP-1:control-not-in-place moderate in.yaml:9 Capacité | &lt;b&gt;: only in progress, with nothing in place beside it</failure>
    </testcase>
    <testcase name="A1.2 Environmental protection, backup and recovery infrastructure" classname="soc2.A1" time="0.000">
      <skipped message="A1.2:criterion-without-control accepted by jane until 2027-01-31"/>
    </testcase>
    <testcase name="A1.3 Exercising recovery plans" classname="soc2.A1" time="0.000">
      <skipped message="not applicable: Scoped out by jane: No recovery is promised."/>
    </testcase>
    <system-out>{LIMITS}</system-out>
    <system-err></system-err>
  </testsuite>
  <testsuite package="soc2" id="1" name="soc2.inventory" timestamp="2026-11-22T00:00:00" hostname="localhost" tests="1" failures="0" errors="0" skipped="0" time="0.000">
    <properties>
      <property name="gapcheck.version" value="0.1.0"/>
      <property name="gapcheck.organization" value="Ünder: 100% &amp; Co."/>
      <property name="gapcheck.scope" value="SOC 2 Type I, as of 2026-11-22, on availability"/>
      <property name="gapcheck.conclusion" value="0 of 2 criteria have no gap identified on design; 2 have nothing in place. The one open gap is neither very high nor high."/>
    </properties>
    <testcase name="What touches no criterion" classname="soc2.inventory" time="0.000"/>
    <system-out>{LIMITS}</system-out>
    <system-err></system-err>
  </testsuite>
</testsuites>
"#
    );
    assess_availability(SMALL, |assessment| assert_eq!(rendered("junit", assessment), expected));
}

#[test]
fn what_touches_no_criterion_is_a_test_of_its_own() {
    assess(SMALL, None, |assessment| {
        let xml = rendered("junit", assessment);
        // A log that shows the file meets no command in it, and a reader of XML meets the very words.
        assert!(!xml.contains("##[") && xml.contains("#&#35;[x] :&#58;y"), "{xml}");
        let suites = read(&xml);
        let case = case(&suites, "What touches no criterion");
        assert_eq!(case.text, "CAP-2:control-unmapped low in.yaml:10 ##[x] ::y: it is mapped to no criterion");
        assert_eq!(case.outcome.as_ref().unwrap().1, "gap.low");
    });
}

/// In a period that has not begun nothing can have operated: no gap says so, and yet nobody looked.
#[test]
fn what_nobody_looked_at_is_never_green() {
    let healthy = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/healthy.yaml")).unwrap();
    let ahead = healthy.replace("report: type1", "report: type2\n  period: { start: 2027-01-01, end: 2027-06-30 }");
    assess(&healthy, None, |assessment| {
        let suites = read(&rendered("junit", assessment));
        assert!(suites.iter().flat_map(|suite| &suite.cases).all(|case| case.outcome.is_none()));
    });
    assess(&ahead, None, |assessment| {
        let json = json(assessment);
        let untouched: Vec<&Value> = json["criteria"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["gaps"].as_array().unwrap().is_empty())
            .collect();
        assert!(!untouched.is_empty());
        let suites = read(&rendered("junit", assessment));
        for criterion in untouched {
            assert_eq!((&criterion["design"], &criterion["operation"]), (&"no_gap".into(), &"unverified".into()));
            let case = case(&suites, &format!("{} ", criterion["id"].as_str().unwrap()));
            let (kind, of, message) = case.outcome.as_ref().unwrap();
            assert_eq!(
                (kind.as_str(), of.as_str(), message.as_str()),
                ("failure", "gap.unverified", "unverified on operation")
            );
            let why = criterion["reasons"]["operation"].as_array().unwrap().iter().map(|one| one.as_str().unwrap());
            assert_eq!(case.text, format!("operation: {}", why.collect::<Vec<_>>().join(" ")));
        }
    });
}

/// What fails, what is skipped and what is green, told from the JSON result alone.
fn expected(criterion: &Value, json: &Value, min_level: u64) -> &'static str {
    let ids = criterion["gaps"].as_array().unwrap();
    let touching: Vec<&Value> = gaps(json).iter().filter(|gap| ids.contains(&gap["id"])).collect();
    let good =
        criterion["design"] == "no_gap" && (criterion["operation"].is_null() || criterion["operation"] == "no_gap");
    let is_open = |gap: &&Value| gap["treatment"] == "open";
    if touching.iter().any(|gap| is_open(gap) && gap["risk"]["score"].as_u64().unwrap() >= min_level) {
        return "failure";
    }
    if criterion["design"] == "not_applicable" {
        return "skipped";
    }
    match (touching.is_empty(), good) {
        (true, false) => "failure",
        (_, true) if touching.iter().all(is_open) => "green",
        _ => "skipped",
    }
}

fn hold(what: &str, assessment: &Assessment<'_>, options: &Options, min_level: u64) {
    let json = json(assessment);
    let suites = read(&asked("junit", assessment, options));
    let series: Vec<&str> = suites.iter().map(|suite| suite.attributes["name"].as_str()).collect();
    let mut all = 0;
    for (number, suite) in suites.iter().enumerate() {
        let of = |kind: &str| {
            suite.cases.iter().filter(|case| case.outcome.as_ref().is_some_and(|one| one.0 == kind)).count()
        };
        let stated = |key: &str| suite.attributes[key].parse::<usize>().unwrap();
        assert_eq!(stated("id"), number, "{what}");
        assert_eq!((stated("tests"), stated("failures")), (suite.cases.len(), of("failure")), "{what}");
        assert_eq!((stated("skipped"), stated("errors")), (of("skipped"), 0), "{what}");
        assert!(suite.cases.iter().all(|case| case.class == suite.attributes["name"]));
        all += suite.cases.len();
    }
    let criteria = json["criteria"].as_array().unwrap();
    assert_eq!(all, criteria.len() + 1, "{what}");
    for criterion in criteria {
        let id = criterion["id"].as_str().unwrap();
        let suite = format!("soc2.{}", criterion["series"].as_str().unwrap());
        assert!(series.contains(&suite.as_str()), "{what}");
        let case = case(&suites, &format!("{id} "));
        let kind = case.outcome.as_ref().map_or("green", |outcome| outcome.0.as_str());
        assert_eq!(kind, expected(criterion, &json, min_level), "{what}: {id}");
    }
}

#[test]
fn every_criterion_is_a_test_and_ends_as_its_gaps_say() {
    let moderate = Options { min_level: Some(Level::Moderate), ..Options::default() };
    let mut green = 0;
    each(|what, assessment| {
        hold(what, assessment, &Options::default(), 0);
        hold(what, assessment, &moderate, 21);
        if what == "examples/acme" {
            let cases = read(&asked("junit", assessment, &moderate));
            green = cases.iter().flat_map(|suite| &suite.cases).filter(|case| case.outcome.is_none()).count();
        }
    });
    assert!(green > 20, "{green}");
}

#[test]
fn every_line_of_a_failure_is_a_gap_on_its_line() {
    each(|what, assessment| {
        let json = json(assessment);
        let suites = read(&rendered("junit", assessment));
        let mut told = 0;
        for gap in gaps(&json).iter().filter(|gap| gap["treatment"] == "open") {
            let (file, line, _) = line_of(gap, assessment);
            let level = gap["risk"]["level"].as_str().unwrap().replace('_', "-");
            let begins = format!("{} {level} ", gap["id"].as_str().unwrap());
            let cases = suites.iter().flat_map(|suite| &suite.cases);
            let lines: Vec<&str> =
                cases.flat_map(|case| case.text.lines()).filter(|line| line.starts_with(&begins)).collect();
            assert_eq!(lines.len(), gap["criteria"].as_array().unwrap().len().max(1), "{what}: {begins}");
            for told in &lines {
                let place = told[begins.len()..].split(' ').next().unwrap();
                let (path, number) = place.rsplit_once(':').unwrap();
                assert!(file.ends_with(path) && number == line.to_string(), "{what}: {told} is not at {file}:{line}");
            }
            told += lines.len();
        }
        let all: usize = suites
            .iter()
            .flat_map(|suite| &suite.cases)
            .filter(|case| case.outcome.as_ref().is_some_and(|outcome| outcome.2.contains(" open gap")))
            .map(|case| case.text.lines().count())
            .sum();
        assert_eq!(told, all, "{what}");
    });
}
