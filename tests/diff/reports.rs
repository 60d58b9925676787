//! The formats: their words, their widths, their schema, and what they make of text that means harm.

use gapcheck::load::inventory::single;
use gapcheck::load::result::{is_result, result};
use gapcheck::model::difference::Difference;
use gapcheck::model::level::Level;
use gapcheck::report::diff::{DIFF_FORMATS, SCHEMA, by_name};
use gapcheck::report::{self, Options};
use proptest::prelude::*;
use serde_json::Value;

use crate::causes::{ACCEPTED, BASE, EVIDENCE, TEST};
use crate::common::random::{cases, inventory};
use crate::common::{assess_later, catalog};
use crate::{Given, as_of, diff, gated, without_causes};

fn rendered(format: &str, difference: &Difference, width: usize) -> String {
    let text = (by_name(format).unwrap().render)(difference, width);
    anstream::adapter::strip_str(&text).to_string()
}

/// Evidence of one control, and a smaller scope: what the counts say of both.
fn both() -> Difference {
    let new = [&BASE.replace("[availability]", "[security]"), EVIDENCE].concat();
    gated(&Given::new(BASE), &Given::new(&new), Some(Level::High))
}

#[test]
fn the_terminal_says_what_changed_and_why() {
    let expected = "\
Acme Inc.
From old, assessed on 2026-11-22 · to new, assessed on 2026-11-22
Before: SOC 2 Type I, as of 2026-11-22, on security and availability
Now: SOC 2 Type I, as of 2026-11-22, on security

35 gaps stand open, 4 fewer than before: 3 by a smaller scope, 1 by evidence.
0 of 32 criteria have no gap identified on design, as many as before.
Gaps: 0 new, 0 worsened, 0 improved, 4 resolved, 35 unchanged.

Counts
                                 before      now   change  by
  criteria of the categories         36       33       −3  scope −3
  criteria that apply                35       32       −3  scope −3
  design: partial                     0        1       +1  evidence +1
  design: unverified                  1        0       −1  evidence −1
  design: gap                        34       31       −3  scope −3
  criteria evidenced                  0        1       +1  evidence +1
  open gaps, high                    11       10       −1  scope −1
  open gaps, moderate                23       20       −3  scope −2, evidence −1
  open gaps                          39       35       −4  scope −3, evidence −1

4 resolved gaps: 3 by a smaller scope, 1 by evidence
  high      Environmental protection, backup and recovery infrastructure: no control addresses it
            A1.2:criterion-without-control · by a smaller scope
  moderate  Capacity planning and tracking: no control addresses it
            A1.1:criterion-without-control · by a smaller scope
  moderate  Exercising recovery plans: no control addresses it
            A1.3:criterion-without-control · by a smaller scope
  moderate  Access review: no evidence is on file
            AC-1:evidence-absent · by evidence

Criteria of which something changed: 4
  CC6.3 Role-based access and least privilege
      design: unverified → partial (evidence) · evidenced: no → yes (evidence)
  3 criteria are in scope no longer: A1.1, A1.2 and A1.3.

Controls whose verdicts changed: 1
  AC-1 Access review
      design: unverified → no gap identified (evidence)

What the two inventories say differently
  scope     changed: categories
  evidence  changed: AC-1

gate holds: no new or worsened gap at high or above stands open

How causes are told apart: what the first says is exchanged for what the second says group by group,
in the order time, scope, people, systems, documents, controls, vendors, status, description,
evidence, tests, decisions and settings, and assessed anew each time. A change is put down to the
group with which it came to stay.
";
    assert_eq!(rendered("terminal", &both(), 100), expected);
    // Of one cause there is nothing to tell apart, and no line needs to say it again.
    let one = rendered("terminal", &diff(&Given::new(BASE), &Given::new(&[BASE, EVIDENCE].concat())), 100);
    assert!(one.contains("\n38 gaps stand open, 1 fewer than before, by evidence.\n"), "{one}");
    assert!(one.contains("\n1 resolved gap, by evidence\n  moderate  Access review: no evidence is on file\n            AC-1:evidence-absent\n"), "{one}");
    assert!(!one.contains("How causes"), "{one}");
}

#[test]
fn a_comment_on_a_pull_request_says_it_too() {
    let expected = "\
<!-- gapcheck diff -->

# Acme Inc.: what changed

**35 gaps stand open, 4 fewer than before: 3 by a smaller scope, 1 by evidence.**

**0 of 32 criteria have no gap identified on design, as many as before.**

Gaps: 0 new, 0 worsened, 0 improved, 4 resolved, 35 unchanged.

**Gate holds: no new or worsened gap at high or above stands open.**

From old, assessed on 2026-11-22 to new, assessed on 2026-11-22. Before: SOC 2 Type I, as of 2026-11-22, on security and \
availability. Now: SOC 2 Type I, as of 2026-11-22, on security.

| Count | Before | Now | Change | By |
| --- | ---: | ---: | ---: | --- |
| criteria of the categories | 36 | 33 | −3 | scope −3 |
| criteria that apply | 35 | 32 | −3 | scope −3 |
| design: partial | 0 | 1 | +1 | evidence +1 |
| design: unverified | 1 | 0 | −1 | evidence −1 |
| design: gap | 34 | 31 | −3 | scope −3 |
| criteria evidenced | 0 | 1 | +1 | evidence +1 |
| open gaps, high | 11 | 10 | −1 | scope −1 |
| open gaps, moderate | 23 | 20 | −3 | scope −2, evidence −1 |
| open gaps | 39 | 35 | −4 | scope −3, evidence −1 |

<details>
<summary>4 resolved gaps: 3 by a smaller scope, 1 by evidence</summary>

| Risk | What is wrong | Id | Changed |
| --- | --- | --- | --- |
| high | Environmental protection, backup and recovery infrastructure: no control addresses it | `A1.2:criterion-without-control` | by a smaller scope |
| moderate | Capacity planning and tracking: no control addresses it | `A1.1:criterion-without-control` | by a smaller scope |
| moderate | Exercising recovery plans: no control addresses it | `A1.3:criterion-without-control` | by a smaller scope |
| moderate | Access review: no evidence is on file | `AC-1:evidence-absent` | by evidence |

</details>

<details>
<summary>4 criteria changed</summary>

| Criterion | Design | On file |
| --- | --- | --- |
| CC6.3 Role-based access and least privilege | unverified → partial (evidence) | evidenced: no → yes (evidence) |

- 3 criteria are in scope no longer: A1.1, A1.2 and A1.3.

</details>

<details>
<summary>1 control with changed verdicts</summary>

| Control | Design |
| --- | --- |
| `AC-1` Access review | unverified → no gap identified (evidence) |

</details>

<details>
<summary>What the two inventories say differently</summary>

| Group | What |
| --- | --- |
| scope | changed: `categories` |
| evidence | changed: `AC-1` |

</details>

How causes are told apart: what the first says is exchanged for what the second says group by group, in the order time, \
scope, people, systems, documents, controls, vendors, status, description, evidence, tests, decisions and settings, and \
assessed anew each time. A change is put down to the group with which it came to stay.
";
    assert_eq!(rendered("markdown", &both(), 0), expected);
    // What is worse is in sight.
    let worse = diff(&Given::new(&[BASE, EVIDENCE].concat()), &Given::new(BASE));
    let text = rendered("markdown", &worse, 0);
    let row = "\n## 1 new gap, by evidence\n\n| Risk | What is wrong | Id |\n| --- | --- | --- |\n\
               | moderate | Access review: no evidence is on file | `AC-1:evidence-absent` |\n";
    assert!(text.contains(row), "{text}");
}

#[test]
fn what_is_accepted_since_is_told_apart_from_what_is_resolved() {
    let difference = diff(&Given::new(BASE), &Given::new(&[BASE, ACCEPTED].concat()));
    let text = rendered("terminal", &difference, 100);
    let told = "\n1 gap accepted, or accepted no longer, by decisions on gaps\n  moderate → moderate, accepted  Access review: no evidence is on file\n";
    assert!(text.contains(told), "{text}");
    assert!(text.contains("\nGaps: 0 new, 0 worsened, 0 improved, 0 resolved, 39 unchanged.\n"), "{text}");
}

/// Differences of every shape.
fn differences() -> Vec<Difference> {
    let complete = include_str!("../inventory/complete.yaml");
    let healthy = include_str!("../healthy.yaml");
    let hostile = include_str!("../fixtures/hostile.yaml");
    let texts = [
        BASE.to_owned(),
        [BASE, EVIDENCE, TEST, ACCEPTED].concat(),
        complete.to_owned(),
        healthy.to_owned(),
        hostile.to_owned(),
    ];
    let given: Vec<Given> = texts.iter().map(|text| Given::new(text)).collect();
    let pairs = given.iter().flat_map(|old| given.iter().map(move |new| (old, new)));
    let known = pairs.map(|(old, new)| gated(old, &new.clone().on("2026-12-01"), Some(Level::Moderate)));
    let unknown = without_causes(&given[4], &given[1]);
    known.chain([unknown]).collect()
}

#[test]
fn every_difference_meets_the_published_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    for difference in differences() {
        let text = rendered("json", &difference, 0);
        let document: Value = serde_json::from_str(&text).unwrap();
        let faults: Vec<String> =
            validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(faults, Vec::<String>::new());
        // Its parts add up, as the schema says they do.
        for count in document["counts"].as_array().unwrap() {
            let sum: i64 = count["by"].as_array().unwrap().iter().map(|by| by["change"].as_i64().unwrap()).sum();
            assert_eq!(count["change"].as_i64(), Some(sum));
            assert_eq!(count["new"].as_i64().unwrap() - count["old"].as_i64().unwrap(), sum, "{}", count["count"]);
        }
        let of =
            |change: &str| document["gaps"].as_array().unwrap().iter().filter(|gap| gap["change"] == change).count();
        for (change, many) in document["summary"].as_object().unwrap() {
            assert_eq!(many.as_u64(), u64::try_from(of(change)).ok(), "{change}");
        }
    }
}

/// The numbers of a text: with its sign where it has one, and without the commas of the large.
fn numbers(text: &str) -> Vec<i64> {
    let words = text.replace(',', "").replace('\u{2212}', "-");
    words.split(|c: char| c.is_whitespace() || c == '|').filter_map(|word| word.parse().ok()).collect()
}

#[test]
fn every_format_says_the_same_numbers() {
    for difference in differences() {
        let json: Value = serde_json::from_str(&rendered("json", &difference, 0)).unwrap();
        let changed: Vec<[i64; 3]> = json["counts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|count| ["old", "new", "change"].map(|key| count[key].as_i64().unwrap()))
            .filter(|[_, _, change]| *change != 0)
            .collect();
        let (terminal, markdown) = (rendered("terminal", &difference, 160), rendered("markdown", &difference, 0));
        let told = terminal.split("\nCounts\n").nth(1).unwrap_or_default().split("\n\n").next().unwrap_or_default();
        let rows = |lines: &str| {
            lines.lines().map(|line| numbers(line).into_iter().take(3).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        let [told, table] = [
            told,
            markdown.split("| --- | ---: |").nth(1).unwrap_or_default().split("\n\n").next().unwrap_or_default(),
        ]
        .map(|text| rows(text).into_iter().filter(|row| row.len() == 3).collect::<Vec<_>>());
        assert_eq!(told, changed, "{terminal}");
        assert_eq!(table, changed, "{markdown}");
        let of = |change: &str| json["summary"][change].as_u64().unwrap();
        let tally = format!(
            "Gaps: {} new, {} worsened, {} improved, {} resolved, {} unchanged.\n",
            of("new"),
            of("worsened"),
            of("improved"),
            of("resolved"),
            of("unchanged")
        );
        assert!(terminal.contains(&tally) && markdown.contains(&tally), "{tally}{terminal}");
        // Each gap that is new or worsened is named in the comment, where there is room for all.
        for gap in json["gaps"].as_array().unwrap().iter().filter(|_| !markdown.contains("Not here for want of room")) {
            let id = gap["id"].as_str().unwrap();
            let hidden = gap["change"] == "unchanged" && gap["way"].as_array().unwrap().is_empty();
            assert!(hidden || id.len() > 100 || markdown.contains(id), "{id}");
        }
    }
}

#[test]
fn no_line_is_wider_than_it_may_be_and_every_text_ends() {
    for difference in differences() {
        for format in DIFF_FORMATS {
            for width in [40, 80, 100, 160] {
                let text = rendered(format.name, &difference, width);
                assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{}", format.name);
                if format.name == "terminal" {
                    let widest = text.lines().max_by_key(|line| line.chars().count()).unwrap();
                    assert!(gapcheck::text::wrap::width(widest) <= width, "at {width}: {widest}");
                    assert!(text.lines().all(|line| line == line.trim_end()), "at {width}");
                }
            }
        }
    }
}

#[test]
fn a_comment_is_never_too_long_for_github() {
    let controls = |text: &str| -> String {
        let control =
            |at: usize| format!("  - {{ id: C-{at}, name: '{text}', criteria: [CC6.1], status: implemented }}\n");
        ["organization: Acme\ncontrols:\n", &(0..800).map(control).collect::<String>()].concat()
    };
    // Five of each control: evidence, test, owner, frequency, description.
    let long = controls(&"漢 | `a` ".repeat(60));
    let text = rendered("markdown", &diff(&Given::new("organization: Acme\ncontrols: []\n"), &Given::new(&long)), 0);
    assert!(
        text.chars().count() < 60_000 && text.contains("\nNot here for want of room: "),
        "{}",
        text.chars().count()
    );
    assert!(text.contains("\n## 4000 new gaps, by controls\n"), "{text}");
    assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
}

#[test]
fn a_result_is_told_from_an_inventory() {
    for (name, text, is) in [
        ("a.json", "{ \"schema_version\": 1 }", true),
        ("a.txt", "\u{feff} { \"schema_version\": 1 }", true),
        ("a.JSON", "{ \"schema_ver", true),
        ("a.json", "", true),
        ("a.json", "{ \"organization\": \"Acme\", \"controls\": [] }", false),
        ("a.yaml", "{ organization: Acme, controls: [] }", false),
        ("a.yaml", "", false),
        ("<stdin>", "organization: Acme\n", false),
    ] {
        assert_eq!(is_result(name, text), is, "{name} {text}");
    }
}

proptest! {
    #![proptest_config(cases(40, 72))]

    /// What is read back from a result is what was concluded.
    #[test]
    fn a_result_holds_what_is_compared(one in inventory(), later in 0u32..100) {
        let given = Given { yaml: one.yaml(), files: one.shelves(), day: as_of().plus_days(later) };
        let format = report::by_name("json").unwrap();
        let text = assess_later(&one, later, |assessment| (format.render)(assessment, &Options::default()).into_text());
        let expected = given.assessed("a.json");
        let mut found = result("a.json".to_owned(), &text).unwrap();
        prop_assert!(found.side.is_result);
        found.side.is_result = false;
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn the_catalogs_and_versions_of_results_are_told_where_they_differ() {
    let text = assess_whole_json();
    let other = text.replace(&catalog().digest, &"0".repeat(64)).replacen("\"version\": \"", "\"version\": \"9", 1);
    let of = |text: &str| result("a.json".to_owned(), text).unwrap();
    let difference = gapcheck::difference((of(&text), of(&other)), None, catalog(), None);
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(
        difference.notes,
        [
            "They were assessed against different catalogs of criteria, which may be a cause too.".to_owned(),
            format!(
                "They were assessed by different versions of gapcheck, {version} and 9{version}, which may be a cause too."
            ),
            "What changed is not put down to causes: that takes two inventories, and a JSON result holds none."
                .to_owned(),
        ]
    );
    assert!(difference.nothing_changed());
}

fn assess_whole_json() -> String {
    let sources = single("in.yaml", BASE);
    let inventory = gapcheck::read(&sources, catalog(), as_of()).unwrap();
    let request = gapcheck::Request { as_of: as_of(), fail_on: None, baseline: None };
    let files = gapcheck::model::files::Files::default();
    let assessment = gapcheck::assess(&sources, &inventory, catalog(), &files, &request);
    (report::by_name("json").unwrap().render)(&assessment, &Options::default()).into_text()
}
