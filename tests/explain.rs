//! `gapcheck explain`: everything has a page, the arithmetic adds up, and nobody's text drives a terminal.
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

use gapcheck::Request;
use gapcheck::assess::context::Context;
use gapcheck::assess::rule::infos;
use gapcheck::load::catalog::{bundled, glossary};
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::date::Date;
use gapcheck::model::effort::Effort;
use gapcheck::model::files::{FileState, Files};
use gapcheck::model::gap::{Finding, Gap, Treatment};
use gapcheck::model::plan::Task;
use gapcheck::model::rule::{GapNature, RuleInfo};
use gapcheck::model::verdict::{Judgement, Verdict};
use gapcheck::model::words::TaskStatus;
use gapcheck::report::explain::{Knowledge, Page, Unknown, explain};
use gapcheck::score::Scorer;
use gapcheck::text::wrap::width as cells;

/// An inventory whose numbers are worked out by hand below.
const SMALL: &str = r#"
organization: Small Co.
scope:
  categories: [security, availability]
  commitments: [{ id: SLA, text: 99.9 % uptime, criteria: [A1.1] }]
systems: [{ id: prod, name: Production, exposure: isolated, data: [personal] }]
people: [{ id: jane, name: Jane Roe }, { id: cto, name: Chris Moe }]
documents:
  - { id: POL, title: Access policy, url: "https://x.example/pol", approved_by: cto, approved: 2026-02-01, reviewed: 2026-02-01 }
  - { id: DRAFT, title: Joiners and leavers, url: "https://x.example/draft" }
controls:
  - id: AC-02
    name: Access review
    description: Each quarter Jane Roe compares the users of production with the roster and signs the list.
    criteria: [CC6.2, CC6.3/periodic-review]
    kind: procedure
    owner: jane
    frequency: quarterly
    status: implemented
    documented_in: [POL, DRAFT]
    evidence:
      - { title: Third quarter, kind: record, url: "https://x.example/q3", covers: { start: 2026-07-01, end: 2026-09-30 }, collected: 2026-10-02 }
      - { title: Second quarter, url: "https://x.example/q2", covers: 2026-06-30 }
      - { title: Some time, url: "https://x.example/some" }
      - { title: To come, url: "https://x.example/december", collected: 2026-12-01 }
      - { title: Too early, url: "https://x.example/early", covers: { start: 2026-10-01, end: 2026-11-20 }, collected: 2026-11-01 }
      - { title: Lost, path: evidence/lost.pdf, collected: 2026-11-01 }
      - { title: Nowhere, collected: 2026-11-01 }
      - { title: Changed, path: evidence/changed.pdf, collected: 2026-11-01, sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" }
    tests:
      - { of: design, date: 2026-10-10, by: cto, conclusion: effective, exceptions: [{ item: user-1, resolved: 2026-10-11 }] }
  - id: AC-03
    name: Leavers
    criteria: [CC6.2, CC6.3]
    status: implemented
    evidence: [{ title: Tickets, url: "https://x.example/tickets", collected: 2026-11-20 }]
"#;

/// The gap that [`SMALL`] leaves at the criterion on capacity.
const CAPACITY: &str = "A1.1:criterion-without-control";

/// A fault made up for these tests, so that rules yet to come change nothing here.
static FAULT: RuleInfo = RuleInfo {
    name: "made-up-fault",
    nature: GapNature::Evidence,
    likelihood: 45,
    page: " Something is amiss.\n\n ## Why it matters\n\n First line,\n second line with `code`.\n\n - one\n   goes on\n \
           - two\n\n 1. first\n 2. second\n\n | a | b |\n | --- | --- |\n | 1 | x |\n\n ## Reported\n\n ```yaml,gap\n \
           controls:\n   - { id: AC-02 }\n ```\n",
    since: "0.1.0",
};

fn day() -> Date {
    Date::new(2026, 11, 22).expect("a day")
}

fn files() -> Files {
    let mut files = Files::default();
    files.insert(0, "evidence/changed.pdf", FileState::Found(Some("0".repeat(64))));
    files
}

/// Assesses an inventory and shows it with all that is known.
fn with<T>(yaml: &str, look: impl FnOnce(&mut Assessment<'_>, &Knowledge<'_>) -> T) -> T {
    let (catalog, terms, rules) = (bundled().expect("the catalog"), glossary().expect("the glossary"), infos());
    let sources = single("small.yaml", yaml);
    let inventory = gapcheck::read(&sources, &catalog, day()).unwrap_or_else(|problems| {
        panic!("{:?}", problems.sorted().iter().map(|one| &one.message).collect::<Vec<_>>())
    });
    let request = Request { as_of: day(), fail_on: None, baseline: None };
    let mut assessment = gapcheck::assess(&sources, &inventory, &catalog, &files(), &request);
    let knowledge = Knowledge { catalog: &catalog, rules: &rules, terms: &terms };
    look(&mut assessment, &knowledge)
}

/// All that is known without an inventory.
fn known<T>(look: impl FnOnce(&Knowledge<'_>) -> T) -> T {
    let (catalog, terms, rules) = (bundled().expect("the catalog"), glossary().expect("the glossary"), infos());
    look(&Knowledge { catalog: &catalog, rules: &rules, terms: &terms })
}

/// The made-up gap of the access review: 45 + 15 for the fault, weighed by the scorer.
fn made_up(assessment: &Assessment<'_>) -> Gap {
    let (catalog, inventory) = (assessment.catalog, assessment.inventory);
    let (coverage, standings) = (&assessment.coverage, &assessment.standings[..]);
    let files = files();
    let context = Context { catalog, inventory, coverage, standings, files: &files, rules: &[], as_of: day() };
    let finding = Finding::of_control(&FAULT, context.control(0).expect("the access review"))
        .title("Access review: something is amiss")
        .now("Something | is amiss.")
        .wanted("Nothing is amiss.")
        .advice("Mend it.")
        .because("long gone", 15, "It has been amiss since summer.");
    let risk = Scorer::new(catalog, inventory, coverage, standings).risk(&finding);
    Gap { finding, risk, treatment: Treatment::Open, number: 7 }
}

fn page(thing: &str, knowledge: &Knowledge<'_>, assessment: Option<&Assessment<'_>>) -> Page {
    explain(Some(thing), knowledge, assessment).unwrap_or_else(|unknown| panic!("{thing}: {unknown}"))
}

/// The page on a terminal, without the codes of its styles.
fn shown(page: &Page, width: usize) -> String {
    anstream::adapter::strip_str(&page.terminal(width)).to_string()
}

/// What a page tells of, in order.
fn kinds(page: &Page) -> Vec<String> {
    let value: serde_json::Value = serde_json::from_str(&page.json()).expect("JSON");
    let also = value["also"].as_array().expect("a list").iter();
    let told = |entry: &serde_json::Value| format!("{} {}", entry["kind"], entry["name"]).replace('"', "");
    std::iter::once(&value).chain(also).map(told).collect()
}

#[test]
fn a_criterion_without_points_that_apply_says_so() {
    let privacy = |role: &str| {
        format!("organization: A\nscope: {{ categories: [security, privacy], privacy_role: {role} }}\ncontrols: []\n")
    };
    let points = |role: &str| {
        with(&privacy(role), |assessment, knowledge| {
            let text = explain(Some("P1.1"), knowledge, Some(assessment)).expect("a page").markdown();
            let line = text.lines().find(|line| line.contains("Points of focus named")).expect("a line");
            line.to_owned()
        })
    };
    assert_eq!(points("controller"), "- **Points of focus named by a control:** 0 of 7");
    assert_eq!(points("processor"), "- **Points of focus named by a control:** none applies");
}

#[test]
fn every_rule_has_a_page() {
    known(|knowledge| {
        let overview = explain(None, knowledge, None).expect("the overview").markdown();
        for rule in knowledge.rules {
            let page = page(&rule.name.to_uppercase().replace('-', "_"), knowledge, None);
            assert_eq!(kinds(&page)[0], format!("rule {}", rule.name));
            let text = page.markdown();
            for part in ["## Why it matters", "## Remedy", "```yaml\n"] {
                assert!(text.contains(part), "{}: no {part:?} in\n{text}", rule.name);
            }
            assert!(text.contains(&format!("- **Base likelihood:** {} of 100, ", rule.likelihood)), "{text}");
            assert!(!text.contains("yaml,") && !text.contains("\n ##"), "{text}");
            assert!(overview.contains(&format!("| `{}` | ", rule.name)), "{overview}");
        }
    });
}

#[test]
fn every_criterion_and_point_has_a_page() {
    known(|knowledge| {
        for criterion in &knowledge.catalog.criteria {
            let id = criterion.id.to_string();
            let text = page(&format!(" {} ", id.to_lowercase().replace('.', "_")), knowledge, None).markdown();
            assert!(text.starts_with(&format!("# {id}: ")), "{text}");
            let lists = [&criterion.evidence, &criterion.controls, &criterion.remediation];
            let listed = lists.iter().map(|list| list.len()).sum::<usize>() + criterion.points.len();
            let lines =
                text.lines().filter(|line| line.starts_with(['-', '|', '1', '2', '3', '4', '5', '6', '7', '8', '9']));
            assert!(lines.count() >= listed + 6, "{id}: not all of {listed} items in\n{text}");
            for point in &criterion.points {
                assert!(text.contains(&format!("| `{}` | ", point.slug)), "{text}");
                let whole = format!("{id}/{}", point.slug);
                let of_point = page(&whole.to_uppercase(), knowledge, None);
                assert_eq!(kinds(&of_point), [format!("point_of_focus {whole}")]);
                assert!(of_point.markdown().contains("an aid to reading its criterion, not a requirement"));
            }
        }
        for series in &knowledge.catalog.series {
            assert_eq!(kinds(&page(&series.id.to_lowercase(), knowledge, None))[0], format!("series {}", series.id));
        }
    });
}

#[test]
fn rules_are_named_where_they_can_speak() {
    known(|knowledge| {
        let names = [
            "system-not-covered",
            "single-control-reliance",
            "common-criterion-excluded",
            "data-flow-unprotected",
            "period-too-long",
            "evidence-stale",
        ];
        let rule = |name| -> &'static RuleInfo {
            Box::leak(Box::new(RuleInfo { name, nature: GapNature::Scope, likelihood: 1, page: " X.", since: "" }))
        };
        let rules = names.map(rule);
        let knowledge = Knowledge { rules: &rules, ..*knowledge };
        let speaking = |id: &str| {
            let text = page(id, &knowledge, None).markdown();
            text.lines().last().expect("a line").trim_start_matches("- **scope:** ").to_owned()
        };
        assert_eq!(speaking("CC6.5"), "`common-criterion-excluded` and `evidence-stale`");
        assert_eq!(speaking("A1.2"), "`system-not-covered`, `single-control-reliance` and `evidence-stale`");
        assert_eq!(
            speaking("CC6.7"),
            "`system-not-covered`, `single-control-reliance`, `common-criterion-excluded`, `data-flow-unprotected` and \
             `evidence-stale`"
        );
    });
}

#[test]
fn every_term_has_a_page_by_any_of_its_names() {
    known(|knowledge| {
        for term in knowledge.terms {
            for name in std::iter::once(&term.name).chain(&term.aliases) {
                let found = page(&name.to_uppercase(), knowledge, None);
                assert!(kinds(&found).contains(&format!("term {}", term.name)), "{name}: {:?}", kinds(&found));
            }
        }
        let text = page("Carve_Out", knowledge, None).markdown();
        assert!(text.starts_with("# carve-out\n\nThe way of presenting a subservice organisation"), "{text}");
        assert!(text.contains("\n- **See also:** inclusive, subservice organisation and CSOC\n"), "{text}");
    });
}

#[test]
fn a_page_is_read_as_it_was_written() {
    known(|knowledge| {
        let knowledge = Knowledge { rules: &[&FAULT], ..*knowledge };
        let page = page("made-up-fault", &knowledge, None);
        let expected = "# made-up-fault\n\nSomething is amiss.\n\n\
            - **Nature:** evidence (what should show a control at work does not)\n\
            - **Base likelihood:** 45 of 100, moderate on the scale of NIST SP 800-30 r1\n\
            - **Since:** version 0.1.0\n\n\
            ## Why it matters\n\nFirst line, second line with `code`.\n\n- one goes on\n- two\n\n1. first\n2. second\n\n\
            | a | b |\n| ---: | --- |\n| 1 | x |\n\n## Reported\n\n\
            This and what follows is laid over an inventory without gaps: what it does not mention is in order.\n\n\
            ```yaml\ncontrols:\n  - { id: AC-02 }\n```\n";
        assert_eq!(page.markdown(), expected);
        let plain = shown(&page, 60);
        let examples = "\nReported\n\n  This and what follows is laid over an inventory without\n  gaps: what it does not \
            mention is in order.\n\n    controls:\n      - { id: AC-02 }\n";
        assert!(plain.ends_with(examples), "{plain}");
        assert!(plain.contains("\n  a  b\n  1  x\n"), "{plain}");
        assert!(page.terminal(60).contains("\u{1b}[1mReported\u{1b}[0m"), "headings are bold");
        assert!(page.terminal(60).contains("\u{1b}[36m`code`\u{1b}[0m"), "code has its colour");
    });
}

#[test]
fn the_page_of_a_gap_is_what_a_hand_works_out() {
    with(SMALL, |assessment, knowledge| {
        assessment.gaps.retain(|gap| gap.id() == CAPACITY);
        assessment.gaps[0].number = 1;
        assessment.plan.tasks = vec![Task {
            id: "T-A1.1".to_owned(),
            title: "Plan capacity".to_owned(),
            gaps: vec![CAPACITY.to_owned(), "other".to_owned()],
            owner: Some("jane".to_owned()),
            effort: Effort::about(15),
            due: Date::new(2027, 1, 15).expect("a day"),
            status: TaskStatus::InProgress,
            score: 68,
            ..Task::default()
        }];
        let criterion = knowledge.catalog.criterion("A1.1".parse().expect("an id")).expect("a criterion");
        let (because, step) = (&criterion.impact.because, &criterion.remediation[0]);
        // Likelihood 96 - 10 = 86, high; impact 60 + 8 + 8 = 76, moderate; high × moderate = moderate, 21 to 79.
        // Line by line: (0, 60) is 4 × 60 / 200 = 1.2; (0, 68) 1.36; (0, 76) 1.52; (96, 76) 21 + 58 × 172 / 200 = 70.88;
        // (86, 76) 67.98. Rounded 1, 1, 2, 71 and 68.
        let expected = format!(
            "# Gap 1: Capacity planning and tracking: no control addresses it\n\n\
            - **Id:** `{CAPACITY}`\n\
            - **Rule:** `criterion-without-control` (missing)\n\
            - **Risk:** moderate, score 68 of 100\n\
            - **Treatment:** open\n\
            - **Criteria:** `A1.1`\n\n\
            ## Current state\n\nNo control of the inventory names this criterion.\n\n\
            ## Desired state\n\nAt least one control in place addresses the criterion, with evidence that shows it.\n\n\
            ## Recommendation\n\nPut a control in place and map it to A1.1. Begin here: {step}\n\n\
            ## How the inherent risk comes about\n\n\
            | Factor | Moves | Points | Score | Because |\n\
            | --- | --- | ---: | ---: | --- |\n\
            | criterion | impact | +60 | +1 | A1.1: {because} |\n\
            | commitment | impact | +8 | +0 | Customers were promised something that rests on it (`SLA`). |\n\
            | data | impact | +8 | +1 | `prod` holds data of the class `personal`. |\n\
            | fault | likelihood | +96 | +69 | A criterion in scope is named by no control. |\n\
            | exposure | likelihood | -10 | -3 | `prod` can be reached from nowhere outside itself. |\n\n\
            - **Likelihood:** 96 - 10 = 86, high\n\
            - **Impact:** 60 + 8 + 8 = 76, moderate\n\
            - **Level:** likelihood high × impact moderate = moderate (NIST SP 800-30 r1, Table I-2)\n\
            - **Score:** moderate is 21 to 79; 21 + 58 × (86 + 76) / 200 = 67.98, rounded to 68\n\
            - **Effects on the score:** 1 + 0 + 1 + 69 - 3 = 68\n\n\
            ## What is left of it: the residual risk\n\n\
            Nothing in place lessens it: the residual risk is the inherent risk.\n\n\
            ## Treatment\n\nOpen: nobody has signed for it.\n\n\
            ## The task that closes it\n\n\
            - **`T-A1.1`:** Plan capacity\n  - **Owner:** Jane Roe\n  - **Effort:** 1.5 days\n  - **Due:** 2027-01-15\n  \
            - **Status:** in-progress\n  - **Closes:** this gap and 1 other\n\n\
            `gapcheck explain criterion-without-control` tells more of the rule.\n"
        );
        for name in ["1", "#1", "a1.1:Criterion-Without-Control"] {
            assert_eq!(page(name, knowledge, Some(assessment)).markdown(), expected);
        }
    });
}

#[test]
fn what_lessens_a_risk_is_shown_apart() {
    with(SMALL, |assessment, knowledge| {
        assessment.gaps = vec![made_up(assessment)];
        let text = page("7", knowledge, Some(assessment)).markdown();
        // Inherent: likelihood 45 + 15 - 10 = 50, impact 82 + 8 = 90; 21 + 58 × 140 / 200 = 61.6. Residual: 30 and 90; 55.8.
        let residual = "## What is left of it: the residual risk\n\n\
            | Factor | Moves | Points | Score | Because |\n| --- | --- | ---: | ---: | --- |\n\
            | other control | likelihood | -10 | -3 | `AC-03` is in place beside it, and evidence in date is on file for it. |\n\
            | own support | likelihood | -10 | -3 | Its own design was tested and found effective. |\n\n\
            - **Likelihood:** 50 - 10 - 10 = 30, moderate\n\
            - **Impact:** 90, high\n\
            - **Level:** likelihood moderate × impact high = moderate (NIST SP 800-30 r1, Table I-2)\n\
            - **Score:** moderate is 21 to 79; 21 + 58 × (30 + 90) / 200 = 55.8, rounded to 56\n\
            - **Effects on the score:** 62 - 3 - 3 = 56\n\n";
        for part in [
            residual,
            "- **Likelihood:** 45 + 15 - 10 = 50, moderate\n- **Impact:** 82 + 8 = 90, high\n",
            "- **Effects on the score:** 11 + 1 + 48 + 5 - 3 = 62\n",
            "| long gone | likelihood | +15 | +5 | It has been amiss since summer. |\n",
            "- **Criteria:** `CC6.2` and `CC6.3`\n- **Control:** `AC-02` Access review\n- **Place:** `small.yaml:12:9`\n",
            "## Current state\n\nSomething \\| is amiss.\n",
        ] {
            assert!(text.contains(part), "no {part:?} in\n{text}");
        }
    });
}

/// The numbers of the printed tables: points on likelihood, points on impact, and effects on the score.
fn printed_sums(text: &str) -> (i64, i64, i64) {
    let rows = text.lines().filter(|line| line.starts_with("| ")).map(|line| line.split(" | ").collect::<Vec<_>>());
    let rows: Vec<(bool, i64, i64)> = rows
        .filter(|cells| matches!(cells.get(1), Some(&"likelihood" | &"impact")))
        .map(|cells| {
            (cells[1] == "likelihood", cells[2].parse().expect("points"), cells[3].parse().expect("an effect"))
        })
        .collect();
    let points = |likelihood| rows.iter().filter(|row| row.0 == likelihood).map(|row| row.1).sum();
    (points(true), points(false), rows.iter().map(|row| row.2).sum())
}

#[test]
fn the_arithmetic_of_every_gap_adds_up() {
    with(SMALL, |assessment, knowledge| {
        let made_up = made_up(assessment);
        assessment.gaps.push(made_up);
        assert!(assessment.gaps.len() > 30, "the inventory leaves nearly all criteria open");
        for gap in &assessment.gaps {
            let text = page(gap.id(), knowledge, Some(assessment)).markdown();
            let residual = gap.risk.residual;
            let wanted = (i64::from(residual.likelihood), i64::from(residual.impact), i64::from(residual.score));
            assert_eq!(printed_sums(&text), wanted, "{text}");
            let sums = ["- **Likelihood:** ", "- **Impact:** ", "- **Effects on the score:** "];
            for sum in text.lines().filter_map(|line| sums.iter().find_map(|label| line.strip_prefix(label))) {
                let Some((terms, total)) = sum.split(',').next().expect("the sum alone").split_once(" = ") else {
                    continue;
                };
                let terms = terms.replace("+ ", "+").replace("- ", "-");
                let added: i64 = terms.split(' ').map(|term| term.parse::<i64>().expect("a term")).sum();
                assert_eq!(added, total.parse::<i64>().expect("a total"), "{sum}");
            }
        }
    });
}

#[test]
fn the_page_of_a_control_is_what_a_hand_works_out() {
    with(SMALL, |assessment, knowledge| {
        assessment.gaps = vec![made_up(assessment)];
        assessment.controls[0].design = Verdict::Partial;
        for result in &mut assessment.criteria {
            result.design = Judgement { verdict: Verdict::Partial, because: vec![] };
        }
        let until = "evidence of a control of frequency `quarterly` is in date for 110 days: until";
        let behind = |page: &str| format!("It lies behind `https://x.example/{page}`, which was not looked up.");
        let [q3, q2, some, december, early] = ["q3", "q2", "some", "december", "early"].map(behind);
        // 30 September and 110 days is 18 January; 30 June and 110 days is 18 October, 35 days before 22 November.
        let expected = format!(
            "# AC-02: Access review\n\n\
            Each quarter Jane Roe compares the users of production with the roster and signs the list.\n\n\
            - **Status:** implemented. In place as described.\n\
            - **Owner:** Jane Roe\n- **Kind:** procedure\n- **Frequency:** quarterly\n- **Systems:** all systems in scope\n\
            - **Not said:** from when, nature and execution\n\n\
            ## How it stands\n\n\
            - **Design:** partial\n  \
              - It is supported by an approved document, evidence in date and a test of design.\n  \
              - 1 gap of moderate level or above remains: gap 7.\n\
            - **Test:** A concluded test of design in date is on file.\n\n\
            ## Evidence\n\n\
            - **To come:** dated ahead: 2026-12-01 lies after the day of the assessment, 2026-11-22. {december}\n\
            - **Too early:** dated ahead: it speaks of time up to 2026-11-20, but was taken before that, on 2026-11-01. \
            {early}\n\
            - **Changed:** altered: the file is not the one whose SHA-256 was recorded. Its path is \
            `evidence/changed.pdf`.\n\
            - **Lost:** not there: no file that could be read lies where the inventory says. Its path is \
            `evidence/lost.pdf`.\n\
            - **Nowhere:** not there: neither `path` nor `url` says where it lies.\n\
            - **Third quarter (record):** in date. It speaks of time up to 2026-09-30; {until} 2027-01-18, and 2026-11-22 \
            is the day it must be in date for. {q3}\n\
            - **Second quarter:** out of date. It speaks of time up to 2026-06-30; {until} 2026-10-18, 35 days before \
            2026-11-22, the day it must be in date for. {q2}\n\
            - **Some time:** on file, but it supports nothing: neither `collected` nor `covers` says what time it speaks \
            of. {some}\n\n\
            ## Tests\n\n\
            The test of design of 2026-10-10 found it effective; that counts for 365 days, until 2027-10-10.\n\n\
            - **Test of design:** on 2026-10-10, by Chris Moe, concluded `effective`, with 1 exception, \
            resolved.\n  \
              - **Exception user-1:** What was found is not said. Root cause: not said. Resolved on 2026-10-11.\n  \
              - **Tester:** Chris Moe neither answers for the control nor does it.\n\n\
            ## Documents\n\n\
            - **`DRAFT` Joiners and leavers:** not approved: no date of approval is named.\n\
            - **`POL` Access policy:** approved by Chris Moe on 2026-02-01.\n\n\
            ## Criteria\n\n\
            | Criterion | Design | Title |\n| --- | --- | --- |\n\
            | `CC6.2` | partial | User registration and removal |\n\
            | `CC6.3/periodic-review` | partial | Role-based access and least privilege |\n\n\
            ## Gaps\n\n\
            | No. | Risk | Treatment | Gap |\n| ---: | --- | --- | --- |\n\
            | 7 | moderate 56 | open | Access review: something is amiss (`AC-02:made-up-fault`) |\n"
        );
        assert_eq!(page("ac-02", knowledge, Some(assessment)).markdown(), expected);
    });
}

#[test]
fn a_criterion_says_what_supports_it_here() {
    with(SMALL, |assessment, knowledge| {
        assessment.gaps = vec![made_up(assessment)];
        let position = knowledge.catalog.position("CC6.3".parse().expect("an id"));
        let results = &mut assessment.criteria;
        let result = results.iter_mut().find(|result| Some(result.criterion) == position).expect("a result");
        result.gaps = vec![0];
        result.design = Judgement { verdict: Verdict::Partial, because: vec!["A reason.".to_owned()] };
        let text = page("CC6.3", knowledge, Some(assessment)).markdown();
        for part in [
            "## In this inventory\n\n- **Design:** partial\n  - A reason.\n- **Points of focus named by a control:** 1 of 4\n",
            "## Controls that name it\n\n- **`AC-02` Access review:** implemented; design: ",
            "\n  - **Lost:** not there: no file that could be read lies where the inventory says.",
            "\n  - The test of design of 2026-10-10 found it effective; that counts for 365 days, until 2027-10-10.",
            "\n  - **`POL` Access policy:** approved by Chris Moe on 2026-02-01.",
            "\n- **`AC-03` Leavers:** implemented; design: ",
            "\n  - No test of design is on file.",
            "## Gaps that touch it\n\n| No. | Risk | Treatment | Gap |\n",
            "\n| 7 | moderate 56 | open | Access review: something is amiss (`AC-02:made-up-fault`) |\n",
        ] {
            assert!(text.contains(part), "no {part:?} in\n{text}");
        }
        let text = page("C1.1", knowledge, Some(assessment)).markdown();
        let said = "Its category, confidentiality, is not selected, so nothing is concluded of it.";
        assert!(text.contains(said), "{text}");
        let last = |point| {
            let text = page(point, knowledge, Some(assessment)).markdown();
            text.lines().last().expect("a line").to_owned()
        };
        assert_eq!(last("CC6.3/periodic-review"), "It is named by `AC-02` Access review.");
        assert_eq!(last("role-design"), "No control names it. That is no gap.");
        let not_here = "It does not apply to the selected categories and the role in privacy.";
        assert_eq!(last("CC6.1/personal-data-access"), not_here);
    });
}

#[test]
fn a_signature_is_shown_with_the_reason_it_does_or_does_not_count() {
    let told = |signed: &str| {
        let yaml = format!(
            "{SMALL}acceptances:\n  - {{ gap: \"{CAPACITY}\", rationale: Small., approved_by: cto, {signed} }}\n"
        );
        with(&yaml, |assessment, knowledge| page(CAPACITY, knowledge, Some(assessment)).markdown())
    };
    let cases = [
        (
            "approved: 2026-11-01, expires: 2027-02-01, level: moderate",
            "Accepted: somebody signed for it, until a date. It keeps its score and turns nothing green.",
        ),
        (
            "approved: 2026-08-01, expires: 2026-11-21",
            "Open: somebody signed for it, but the signature does not count: it expired on 2026-11-21.",
        ),
        (
            "approved: 2026-11-01, expires: 2027-02-01, level: low",
            "Open: somebody signed for it, but the signature does not count: it was given for low risk, and the gap is now \
             moderate.",
        ),
    ];
    for (signed, expected) in cases {
        let text = told(signed);
        assert!(text.contains(&format!("## Treatment\n\n{expected}\n\n- **Signed by:** Chris Moe\n")), "{text}");
        assert!(text.contains("- **Rationale:** Small.\n"), "{text}");
    }
    let remediation = format!("remediation:\n  - {{ gap: \"{CAPACITY}\", owner: cto, due: 2026-12-24, effort: 2d");
    let text = told(&format!("approved: 2026-11-01, expires: 2027-02-01 }}\n{remediation}"));
    assert!(text.contains("does not count: it is that of whoever would have to close the gap."), "{text}");
    let decided =
        "The organisation decided about it:\n\n- **Owner:** Chris Moe\n- **Due:** 2026-12-24\n- **Effort:** 2 days\n";
    assert!(text.contains(decided), "{text}");
}

#[test]
fn one_name_may_stand_for_several_things() {
    let yaml = SMALL.replace("id: AC-03", "id: criterion-without-control").replace("id: AC-02", "id: \"1\"");
    with(&yaml, |assessment, knowledge| {
        let rule = page("criterion-without-control", knowledge, Some(assessment));
        assert_eq!(kinds(&rule), ["control criterion-without-control", "rule criterion-without-control"]);
        let found = "\n## In this inventory\n\n| No. | Risk | Treatment | Gap |\n";
        assert!(rule.markdown().contains(found), "{}", rule.markdown());
        assert!(shown(&rule, 80).contains("\n\ncriterion-without-control\n"), "each begins with its name");
        let number = kinds(&page("1", knowledge, Some(assessment)));
        assert!(number.len() == 2 && number[0].starts_with("gap ") && number[1] == "control 1", "{number:?}");
        assert_eq!(kinds(&page("criterion-without-control", knowledge, None)), ["rule criterion-without-control"]);
    });
}

#[test]
fn who_asks_for_nothing_known_is_told_what_was_meant() {
    with(SMALL, |assessment, knowledge| {
        let near = |thing: &str, assessment: Option<&Assessment<'_>>| -> [String; 2] {
            let Unknown { message, help } = explain(Some(thing), knowledge, assessment).expect_err(thing);
            [message, help[0].clone()]
        };
        assessment.gaps.retain(|gap| gap.finding.rule.name == "criterion-without-control");
        let made_up = made_up(assessment);
        assessment.gaps.push(made_up);
        let gaps = format!("gaps are numbered from 1 to {}", assessment.gaps.len());
        let alone = [
            (
                "criterion-wihtout-control",
                "nothing is called `criterion-wihtout-control`",
                "did you mean `criterion-without-control`?",
            ),
            ("inherant risk", "nothing is called `inherant risk`", "did you mean `inherent risk`?"),
            ("periodic-rewiev", "nothing is called `periodic-rewiev`", "did you mean `periodic-review`?"),
            (
                "CC8.2",
                "`CC8.2` is not one of the 61 criteria",
                "`CC8.2` is numbering from before 2017; change management is `CC8.1`",
            ),
            ("a1.77", "`A1.77` is not one of the 61 criteria", "`A1` consists of `A1.1`, `A1.2` and `A1.3`"),
            ("CC44.1", "`CC44.1` is not one of the 61 criteria", "`gapcheck criteria` lists them"),
            (
                "CC6.3/periodc-review",
                "`CC6.3` has no point of focus `periodc-review`",
                "did you mean `CC6.3/periodic-review`?",
            ),
            (
                "AC-02:evidence-stale",
                "`AC-02:evidence-stale` names a gap, and gaps are in an inventory",
                "name the inventory: `gapcheck explain AC-02:evidence-stale -i inventory.yaml`",
            ),
        ];
        for (thing, message, help) in alone {
            assert_eq!(near(thing, None), [message, help]);
        }
        let here = [
            ("AC-22", "nothing is called `AC-22`", "did you mean `AC-02`?"),
            (
                "A1.1:criterion-without-controls",
                "the assessment has no gap `A1.1:criterion-without-controls`",
                "did you mean `A1.1:criterion-without-control`?",
            ),
            (
                "A1.l:criterion-without-control:x",
                "the assessment has no gap `A1.l:criterion-without-control:x`",
                "did you mean `A1.1:criterion-without-control`?",
            ),
            (
                "AC-02:design-untested",
                "the assessment has no gap `AC-02:design-untested`",
                "of `AC-02` there is `AC-02:made-up-fault`",
            ),
            ("999", "no gap has the number 999", &gaps),
        ];
        for (thing, message, help) in here {
            assert_eq!(near(thing, Some(assessment)), [message, help]);
        }
        assert_eq!(near("a\u{1b}[2Jb", None)[0], r"nothing is called `a\u{1b}[2Jb`");
        let rules = match knowledge.rules.len() {
            1 => "1 rule".to_owned(),
            rules => format!("{rules} rules"),
        };
        let unknown = explain(Some("zzzzzzzz"), knowledge, None).expect_err("nothing");
        let expected = format!(
            "nothing is called `zzzzzzzz`\nhelp: known are {rules}, 61 criteria, 330 points of focus and {} terms, and with \
             `-i INVENTORY` its controls and gaps; `gapcheck explain` lists the rules",
            knowledge.terms.len()
        );
        assert_eq!(unknown.to_string(), expected);
    });
}

/// The escape sequences of a text.
fn sequences(text: &str) -> BTreeSet<String> {
    let after = text.split('\u{1b}').skip(1);
    after.map(|rest| rest.split_inclusive(|c: char| c.is_ascii_alphabetic()).next().unwrap_or("").to_owned()).collect()
}

#[test]
fn no_inventory_drives_a_terminal_or_breaks_a_table() {
    let hostile = r#""\e[31mRed\e]8;;x\a | <b> `tick \u202e **bold** # [x](y)""#;
    let yaml = SMALL
        .replace("name: Access review", &format!("name: {hostile}"))
        .replace("title: Third quarter", &format!("title: {hostile}"))
        .replace("title: Access policy", &format!("title: {hostile}"))
        .replace("name: Jane Roe", &format!("name: {hostile}"))
        .replace("description: Each", "description: \"\\e[2J Each")
        .replace("signs the list.", "signs.\"");
    with(&yaml, |assessment, knowledge| {
        let mut gap = made_up(assessment);
        gap.finding.title = "\u{1b}[31mRed | title `a|b`".to_owned();
        gap.finding.current_state = "\u{9b}31m".into();
        assessment.gaps = vec![gap];
        assessment.controls[0].gaps = vec![0];
        for thing in ["AC-02", "CC6.3", "CC6.3/periodic-review", "7"] {
            let page = page(thing, knowledge, Some(assessment));
            for width in [60, 200] {
                let ours = BTreeSet::from(["[0m", "[1m", "[36m"].map(str::to_owned));
                let shown = page.terminal(width);
                assert!(sequences(&shown).is_subset(&ours), "{thing}: {:?}", sequences(&shown));
                assert!(!shown.contains(['\u{9b}', '\u{7}', '\u{202e}']), "{thing}");
                assert!(shown.contains("\\u{1b}[31m"), "{thing}: what was hidden is not spelled in\n{shown}");
            }
            let text = page.markdown();
            assert!(!text.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{text}");
            assert!(!text.contains("<b>") && !text.contains(" **bold**") && !text.contains(" [x](y)"), "{text}");
            assert!(!page.json().contains(['\u{1b}', '\u{9b}', '\u{202e}']));
            for row in text.lines().filter(|line| line.starts_with("| 7 |")) {
                assert_eq!(row.replace("\\|", "").matches('|').count(), 5, "{row}");
                assert!(row.contains("Red \\| title `a\\|b` ("), "{row}");
            }
        }
    });
}

#[test]
fn no_line_is_wider_than_asked() {
    let long = "x".repeat(110);
    with(&SMALL.replace("id: AC-03", &format!("id: {long}")), |assessment, knowledge| {
        let made_up = made_up(assessment);
        assessment.gaps.push(made_up);
        let criteria = knowledge.catalog.criteria.iter().map(|criterion| criterion.id.to_string());
        let rules = knowledge.rules.iter().map(|rule| rule.name.to_owned());
        let terms = knowledge.terms.iter().map(|term| term.name.clone());
        let gaps = assessment.gaps.iter().map(|gap| gap.id().to_owned());
        let here = gaps.chain([long, "AC-02".to_owned()]);
        let things: Vec<String> = criteria.chain(rules).chain(terms).chain(here).collect();
        let overview = explain(None, knowledge, Some(assessment)).expect("the overview");
        let pages = things.iter().map(|thing| page(thing, knowledge, Some(assessment))).chain([overview]);
        for page in pages {
            for width in [20, 60, 80, 200] {
                let shown = shown(&page, width);
                for line in shown.lines() {
                    assert!(cells(line) <= width, "{width}: {line:?} in\n{shown}");
                    assert_eq!(line.trim_end(), line, "blanks at the end of a line of\n{shown}");
                }
            }
        }
    });
}

#[test]
fn a_narrow_terminal_gets_tables_line_by_line() {
    with(SMALL, |assessment, knowledge| {
        assessment.gaps = vec![made_up(assessment)];
        let gap = page("7", knowledge, Some(assessment));
        let wide = shown(&gap, 100);
        let row = "\n  Factor         Moves       Points  Score  Because\n  \
            other control  likelihood     -10     -3  `AC-03` is in place beside it, and evidence in date is\n\
            \x20                                           on file for it.\n";
        assert!(wide.contains(row), "{wide}");
        let narrow = shown(&gap, 48);
        let rows = "\n  other control\n    Moves: likelihood\n    Points: -10\n    Score: -3\n    \
            Because: `AC-03` is in place beside it, and\n    evidence in date is on file for it.\n\n  own support\n";
        assert!(narrow.contains(rows), "{narrow}");
    });
}

#[test]
fn the_order_of_writing_does_not_show() {
    let told = |yaml: &str| with(yaml, |assessment, knowledge| page("AC-02", knowledge, Some(assessment)).markdown());
    let mut lines: Vec<&str> = SMALL.lines().collect();
    let first = lines.iter().position(|line| line.contains("Third quarter")).expect("the first piece of evidence");
    lines[first..first + 8].reverse();
    let turned = lines.join("\n").replace("[POL, DRAFT]", "[DRAFT, POL]");
    let turned = turned.replace("[CC6.2, CC6.3/periodic-review]", "[CC6.3/periodic-review, CC6.2]");
    assert_ne!(turned, SMALL);
    assert_eq!(told(&turned), told(SMALL));
}

#[test]
fn machines_get_the_same_page() {
    with(SMALL, |assessment, knowledge| {
        let found = page("AC-03", knowledge, Some(assessment));
        let value: serde_json::Value = serde_json::from_str(&found.json()).expect("JSON");
        assert_eq!(value["kind"], "control");
        assert_eq!(value["name"], "AC-03");
        assert_eq!(value["title"], "AC-03: Leavers");
        assert_eq!(value["text"], found.markdown());
        assert_eq!(value["also"], serde_json::json!([]));
        assert_eq!(found, page("AC-03", knowledge, Some(assessment)));
    });
}
