//! The gap analysis report in Markdown: whole, adding up, and safe whatever an inventory holds.
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

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use common::assess;
use gapcheck::Request;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::baseline::Baseline;
use gapcheck::model::files::Files;
use gapcheck::model::gap::Treatment;
use gapcheck::model::level::Level;
use gapcheck::report::markdown::FORMAT;
use gapcheck::report::{Options, account};

const SMALL: &str = "\
organization: Acme Inc.
scope:
  system: Acme Cloud
  categories: [security, availability]
  not_applicable:
    - { criteria: [A1.3], rationale: Nothing to recover., approved_by: cto }
people:
  - { id: jane, name: Jane Roe }
  - { id: cto, name: Chris Moe }
controls:
  - id: AC-02
    name: Access review
    criteria: [CC6.2, CC6.3/periodic-review, P3.1]
    owner: jane
    status: implemented
    evidence:
      - { title: Q3 review, url: 'https://e.example/q3', covers: 2026-11-01, collected: 2026-11-02 }
  - { id: NIL-1, name: Nothing named, criteria: [], status: in-progress }
acceptances:
  - { gap: 'A1.1:criterion-without-control', rationale: Moving away., approved_by: cto, approved: 2026-11-01, expires: 2027-02-01 }
settings:
  freshness: { quarterly: 100d }
";

/// An inventory whose every text tries to leave its place.
const HOSTILE: &str = r##"
organization: "# Acme | <b>Inc</b> @octocat"
scope:
  categories: [security, availability]
  not_applicable:
    - { criteria: [A1.3], rationale: "x | y\n## Forged heading\n<script>alert(1)</script>", approved_by: cto }
people:
  - { id: jane, name: "Jane | [x](javascript:alert(1)) jane@acme.example" }
  - { id: cto, name: "<img src=x onerror=alert(1)>" }
controls:
  - { id: "a/b_(c)#@&", name: "p | q\n\n| r | s |\n```mermaid\n<!-- x --> </details> `t` ![i](j)", criteria: [CC6.2], owner: jane, status: planned }
  - { id: NIL-1, name: "`|` | | |", criteria: [], status: informal, evidence: [{ title: "u | v", url: "https://e.example/a|b`c\td" }] }
"##;

fn render(assessment: &Assessment<'_>) -> String {
    (FORMAT.render)(assessment, &Options::default()).into_text()
}

fn report(yaml: &str) -> String {
    assess(yaml, render)
}

/// The lines of a section, from its heading to the next of the same level or above.
fn section<'r>(report: &'r str, heading: &str) -> Vec<&'r str> {
    let level = heading.split(' ').next().expect("signs").len();
    let mut lines = report.lines().skip_while(|line| *line != heading);
    assert!(lines.next().is_some(), "no {heading}");
    let ends = |line: &&str| {
        let signs = line.chars().take_while(|c| *c == '#').count();
        signs == 0 || signs > level
    };
    lines.take_while(ends).filter(|line| !line.is_empty()).collect()
}

/// The cells of a line of a table.
fn cells(line: &str) -> Vec<String> {
    let inner = line.trim_start_matches("| ").trim_end_matches(" |").replace(r"\|", "\u{1}");
    inner.split(" | ").map(|cell| cell.replace('\u{1}', r"\|")).collect()
}

/// The row of a section's tables that begins with a cell.
fn row(report: &str, heading: &str, first: &str) -> Vec<String> {
    let rows = section(report, heading).into_iter().filter(|line| line.starts_with('|')).map(cells);
    rows.into_iter().find(|cells| cells[0] == first).unwrap_or_else(|| panic!("no row {first} under {heading}"))
}

fn anchors(report: &str) -> Vec<String> {
    report.split("<a id=\"").skip(1).map(|rest| rest.split('"').next().expect("an end").to_owned()).collect()
}

#[test]
fn the_opening_says_what_of_whom_and_when() {
    let report = report(SMALL);
    let lines: Vec<&str> = report.lines().filter(|line| !line.is_empty()).skip(1).take(12).collect();
    assert_eq!(
        lines[..10],
        [
            "# Acme Inc.: SOC 2 gap analysis report",
            "| Subject | This report |",
            "| --- | --- |",
            "| Organisation | Acme Inc. |",
            "| System described | Acme Cloud |",
            "| Systems in scope | none named: the organisation is judged as one system |",
            "| Report | SOC 2 Type I, as of 2026-11-22 |",
            "| Categories | security and availability |",
            "| Criteria | 36 criteria, 35 applicable, 1 not applicable |",
            "| Assessed on | 2026-11-22 |",
        ]
    );
    let made = format!("| Made with | gapcheck {} |", env!("CARGO_PKG_VERSION"));
    assert!(report.contains(&made), "{made}");
    assert!(report.contains(account::LIMITS));
    assert!(report.contains("| Inputs, with SHA-256 | `random.yaml` `"));
}

#[test]
fn sections_of_a_small_inventory_say_what_was_worked_out_by_hand() {
    let report = report(SMALL);
    // 33 common criteria and A1.1, A1.2; two of them have a control in place with evidence: CC6.2 and CC6.3.
    assert_eq!(row(&report, "### What stands behind it", "Claimed")[1..3], ["2 of 35", "5 %"]);
    assert_eq!(row(&report, "### What stands behind it", "Evidenced")[1..3], ["2 of 35", "5 %"]);
    assert_eq!(row(&report, "### What stands behind it", "Tested")[1..3], ["0 of 35", "0 %"]);
    assert_eq!(row(&report, "### By category", "Availability")[1], "2");
    assert_eq!(
        row(&report, "### CC6 (Logical and physical access)", "CC6.3")[1..3],
        ["Role-based access and least privilege", "`AC-02`"]
    );
    assert_eq!(row(&report, "### CC6 (Logical and physical access)", "CC6.3").last().expect("points"), "1 of 4");
    let accepted = row(&report, "## Accepted gaps", &accepted_cell(SMALL));
    assert_eq!(accepted[2], "`A1.1:criterion-without-control`");
    assert_eq!(accepted[5..], ["Chris Moe", "Moving away.", "2026-11-01", "2027-02-01", "not named"]);
    assert_eq!(
        row(&report, "## Criteria not applicable", "A1.3"),
        ["A1.3", "Exercising recovery plans", "Nothing to recover.", "Chris Moe", "`random.yaml:6`"]
    );
    assert_eq!(
        section(&report, "## Out of scope")[0],
        "Categories not selected: processing integrity (5 criteria), confidentiality (2 criteria) and privacy (18 criteria)."
    );
    assert_eq!(row(&report, "## Out of scope", "`AC-02`"), ["`AC-02`", "Access review", "P3.1"]);
    assert_eq!(
        row(&report, "## Controls that name no criterion", "`NIL-1`"),
        ["`NIL-1`", "Nothing named", "in progress"]
    );
    let control = row(&report, "## Control inventory", "`AC-02`");
    assert_eq!(control[1..5], ["Access review", "Jane Roe", "implemented", "CC6.2, CC6.3, P3.1 (out of scope)"]);
    assert_eq!(
        row(&report, "## What could not be verified here", "`AC-02`"),
        ["`AC-02`", "Q3 review", "`https://e.example/q3`"]
    );
    assert_eq!(
        row(&report, "### Conventions", "Evidence of quarterly controls is in date for")[1..],
        ["100 days", "default 110 days; ask your auditor"]
    );
}

/// The first cell of the row of the accepted gap of an inventory: its target and its number.
fn accepted_cell(yaml: &str) -> String {
    assess(yaml, |assessment| {
        let gap = assessment.gaps.iter().find(|gap| gap.treatment != Treatment::Open).expect("an accepted gap");
        format!("<a id=\"gap-{}\"></a>{}", gap.id(), gap.number)
    })
}

#[test]
fn totals_are_those_of_the_assessment() {
    let (report, summary) = assess(SMALL, |assessment| (render(assessment), assessment.summary.clone()));
    let rows = [
        ("No gap identified", summary.design.no_gap),
        ("Partial", summary.design.partial),
        ("Unverified", summary.design.unverified),
        ("Gap", summary.design.gap),
        ("All applicable criteria", summary.applicable),
    ];
    for (name, count) in rows {
        assert_eq!(row(&report, "### How far it is", name)[1], count.to_string(), "{name}");
    }
    for (level, count) in &summary.open {
        let mut name = level.plain().to_owned();
        name.replace_range(..1, &name[..1].to_uppercase());
        assert_eq!(row(&report, "### Open gaps by level", &name)[2], count.to_string());
    }
    assert_eq!(row(&report, "### Open gaps by level", "All open gaps")[2], summary.open_total().to_string());
    assert!(
        report
            .contains(&format!("Not among them: {} accepted and {} known before.", summary.accepted, summary.baseline))
    );
    for area in &summary.areas {
        let mut name = area.area.plain();
        name.replace_range(..1, &name[..1].to_uppercase());
        assert_eq!(row(&report, "### By area", &name)[1], area.counts.criteria.to_string(), "{name}");
    }
    let controls = section(&report, "## Control inventory").iter().filter(|line| line.starts_with("| `")).count();
    assert_eq!(controls, 2);
    // Each criterion stands in one table of one series, and its reasons in one list.
    let judged = section(&report, "## Verdicts per criterion");
    assert_eq!(judged.iter().filter(|line| line.starts_with("- **")).count(), summary.criteria);
}

#[test]
fn the_picture_shows_the_verdicts_that_occur() {
    let (report, design) = assess(SMALL, |assessment| (render(assessment), assessment.summary.design));
    let chart = report.split("```mermaid\n").nth(1).expect("a picture").split("\n```").next().expect("its end");
    let mut slices = BTreeMap::new();
    for line in chart.lines().skip(3) {
        let (name, count) = line.trim().split_once(" : ").expect("a slice");
        slices.insert(name.trim_matches('"').to_owned(), count.parse::<usize>().expect("a number"));
    }
    assert_eq!(chart.lines().nth(1), Some("pie showData"));
    assert_eq!(chart.lines().nth(2), Some("    title Design verdicts of 35 applicable criteria"));
    // Slices come largest first, as they are drawn, and the n-th colour is that of the n-th verdict: nothing in place is
    // red, what nobody looked at is grey, and green is only what was found without a gap.
    let named: Vec<&str> = chart.lines().skip(3).map(|line| line.trim().split('"').nth(1).expect("a name")).collect();
    for (place, name) in (1..).zip(&named) {
        let colour = match *name {
            "no gap identified" => "#2e7d32",
            "partial" => "#f9a825",
            "unverified" => "#9e9e9e",
            _ => "#c62828",
        };
        assert!(chart.contains(&format!("\"pie{place}\": \"{colour}\"")), "{name} in {chart}");
    }
    let counts: Vec<usize> = named.iter().map(|name| slices[*name]).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    assert_eq!(slices.values().sum::<usize>(), 35);
    assert_eq!(slices.get("gap"), Some(&design.gap));
    assert!(slices.values().all(|count| *count > 0));
}

#[test]
fn every_gap_has_one_target_and_every_link_one() {
    for yaml in [SMALL, HOSTILE, &many(400)] {
        let (report, ids) = assess(yaml, |assessment| {
            (render(assessment), assessment.gaps.iter().map(|gap| gap.id().to_owned()).collect::<Vec<_>>())
        });
        let targets = anchors(&report);
        let distinct: BTreeSet<&String> = targets.iter().collect();
        assert_eq!((targets.len(), distinct.len()), (ids.len(), ids.len()));
        for id in ids.iter().filter(|id| id.chars().all(|c| c.is_ascii_alphanumeric() || ".:-_".contains(c))) {
            assert!(distinct.contains(&format!("gap-{id}")), "{id}");
        }
        for link in report.split("](#gap-").skip(1).map(|rest| rest.split(')').next().expect("an end")) {
            assert!(distinct.contains(&format!("gap-{link}")), "{link} leads nowhere");
        }
    }
}

#[test]
fn the_working_adds_up() {
    let yaml = "\
organization: Acme
scope: { commitments: [{ id: SLA, criteria: [CC6.1] }], regulations: [gdpr] }
systems:
  - { id: prod, criticality: high, exposure: internet, data: [personal] }
  - { id: dev, exposure: isolated }
controls:
  - id: C-1
    name: One
    criteria: [CC6.1, CC6.3]
    systems: [prod]
    status: implemented
    evidence: [{ title: e, url: 'https://e.example', covers: 2026-11-01, collected: 2026-11-02 }]
    tests: [{ of: design, date: 2026-11-01, by: x, conclusion: effective }]
  - { id: C-2, name: Two, criteria: [CC6.1], status: planned }
";
    let report = report(yaml);
    let (mut tables, mut sums) = (0, [0_i32; 3]);
    for line in section(&report, "## Gaps").into_iter().filter(|line| line.starts_with('|')) {
        let cells = cells(line);
        let numbers = [&cells[1], &cells[2], &cells[3]];
        if cells[0] == "Working" {
            (tables, sums) = (tables + 1, [0; 3]);
        } else if cells[0].starts_with("**") {
            let printed = numbers.map(|cell| cell.trim_matches('*').parse::<i32>().expect("a sum"));
            assert_eq!(printed, sums, "{line}");
        } else if cells[0] != "---" {
            for (sum, cell) in sums.iter_mut().zip(numbers).filter(|(_, cell)| *cell != "–") {
                *sum += cell.parse::<i32>().expect("points with a sign");
            }
        }
    }
    let gaps = section(&report, "## Gaps").iter().filter(|line| line.starts_with("#### ")).count();
    assert!(gaps >= 31 && tables == gaps, "{tables} workings of {gaps} gaps");
}

/// An inventory with many gaps: each planned control is a grave one, each decision about a gap that is not there a light one.
fn many(controls: usize) -> String {
    let mut yaml = String::from("organization: Many\nscope: { categories: [security] }\ncontrols:\n");
    for at in 0..controls {
        writeln!(yaml, "  - {{ id: C-{at}, name: Control {at}, criteria: [CC6.1, CC8.1], status: planned }}")
            .expect("text");
    }
    yaml.push_str("remediation:\n");
    for at in 0..controls {
        writeln!(yaml, "  - {{ gap: 'C-{at}:criterion-without-control', owner: jane }}").expect("text");
    }
    yaml
}

#[test]
fn beyond_two_hundred_gaps_only_the_weighty_are_told_in_full() {
    let yaml = many(400);
    assess(&yaml, |assessment| {
        let report = render(assessment);
        let light = assessment.gaps.iter().filter(|gap| gap.risk.level() < Level::Moderate).count();
        let weighty = assessment.gaps.len() - light;
        assert!(light >= 400 && weighty >= 400, "{light} light, {weighty} weighty");
        assert!(
            report.contains("Because there are more than 200, only those of moderate level or above are told in full;")
        );
        assert_eq!(section(&report, "## Gaps").iter().filter(|line| line.starts_with("#### ")).count(), weighty);
        let short = section(&report, "### Gaps in short").iter().filter(|line| line.starts_with("| <a id")).count();
        assert_eq!(short, light);
    });
}

#[test]
fn hostile_words_stay_in_their_cells() {
    let report = report(HOSTILE);
    assert!(report.contains("# \\# Acme \\| &lt;b>Inc&lt;/b> &#64;&#8203;octocat: SOC 2 gap analysis report\n"));
    assert_eq!(
        row(&report, "## Criteria not applicable", "A1.3")[2..4],
        [
            r"x \| y ## Forged heading &lt;script>alert(1)&lt;/script>".replace(" ##", r" \##"),
            "&lt;img src=x onerror=alert(1)>".to_owned()
        ]
    );
    let control = row(&report, "## Control inventory", "`a/b_(c)#@&`");
    assert_eq!(control[2], r"Jane \| \[x\](javascript:alert(1)) jane&#64;acme.example");
    assert_eq!(row(&report, "## What could not be verified here", "`NIL-1`")[1], r"u \| v");
    let target = "gap-a~2fb_~28c~29~23~40~26:control-not-in-place".to_owned();
    assert!(anchors(&report).contains(&target), "{target}");
    // No table has a row of another width than its head, and no line but ours begins a block.
    let mut width = None;
    for line in report.lines() {
        if line.starts_with('|') {
            let bars = line.replace(r"\|", "").matches('|').count();
            assert_eq!(*width.get_or_insert(bars), bars, "{line}");
        } else {
            width = None;
        }
    }
    let acting = report.replace(r"\]", "");
    for forged in ["\n## Forged", "<script", "<img", "<b>", "</details>", "<!-- x", "@octocat", "](javascript"] {
        assert!(!acting.contains(forged), "{forged} got through");
    }
    assert_eq!(report.matches("```").count(), 2, "one code block, opened and closed");
}

#[test]
fn only_what_was_asked_for_is_listed_and_the_rest_is_counted() {
    assess(SMALL, |assessment| {
        let options = Options { min_level: Some(Level::High), ..Options::default() };
        let report = (FORMAT.render)(assessment, &options).into_text();
        let listed = assessment.gaps.iter().filter(|gap| gap.risk.level() >= Level::High).count();
        assert_eq!(anchors(&report).len(), listed);
        let open = assessment.summary.open_total();
        let grave = assessment.gaps.iter().filter(|gap| gap.is_open() && gap.risk.level() >= Level::High).count();
        let told = format!("{grave} of {open} open gaps, worst first; the others were not asked for.");
        assert!(section(&report, "## Gaps")[0].starts_with(&told), "{told}");
        assert_eq!(row(&report, "### Open gaps by level", "All open gaps")[2], open.to_string());
    });
}

#[test]
fn the_shortest_form_leaves_sections_out_and_no_gap() {
    assess(SMALL, |assessment| {
        let options = Options { quiet: true, ..Options::default() };
        let report = (FORMAT.render)(assessment, &options).into_text();
        assert_eq!(anchors(&report).len(), assessment.gaps.len());
        assert!(!report.contains("## Method") && !report.contains("#### 1."));
        assert!(!report.contains("](#action-plan)"), "leads to a section that is not there");
    });
}

#[test]
fn the_table_printed_is_the_table_used() {
    let report = report(SMALL);
    for likelihood in Level::ALL {
        let mut name = likelihood.plain().to_owned();
        name.replace_range(..1, &name[..1].to_uppercase());
        let printed = section(&report, "### How risk is worked out")
            .into_iter()
            .filter(|line| line.starts_with('|'))
            .map(cells)
            .find(|cells| cells.len() == 6 && cells[0] == name)
            .expect("a row");
        let used: Vec<&str> =
            Level::ALL.iter().map(|impact| gapcheck::score::level(*likelihood, *impact).plain()).collect();
        assert_eq!(printed[1..], used);
    }
}

#[test]
fn a_sample_size_that_was_set_holds_whatever_the_risk() {
    let yaml = "organization: A\nsettings: { samples: { quarterly: 2, annual: 3 } }\ncontrols: []\n";
    let report = report(yaml);
    for row in [
        "| A test of weekly controls looks at | 5, 8 or 15 items by risk, low to high | as by default |\n",
        "| A test of quarterly controls looks at | 2 items whatever the risk | default 2, 2 or 3 items by risk, low to high; \
         ask your auditor |\n",
        // Risk makes no difference to what is done once a year.
        "| A test of annual controls looks at | 3 items | default 1 item; ask your auditor |\n",
    ] {
        assert!(report.contains(row), "no {row:?} in\n{report}");
    }
}

#[test]
fn an_inventory_of_nothing_still_makes_a_whole_report() {
    let report = report("organization: Empty\ncontrols: []\n");
    assert_eq!(section(&report, "## Control inventory"), ["The inventory holds no control."]);
    assert_eq!(section(&report, "## Accepted gaps"), ["None. Nobody signed for a gap, or no signature is in force."]);
    assert!(
        report
            .contains("**0 of 33 criteria have no gap identified on design; 33 have nothing in place. 3 gaps are very high and 11 high.**")
    );
    assert!(report.ends_with("through a period.\n"));
}

#[test]
fn points_of_focus_are_left_out_when_the_settings_say_so() {
    let off = format!("{SMALL}  points_of_focus: \"off\"\n");
    let report = report(&off);
    assert!(!report.contains("| Points of focus |"));
    assert!(report.contains("- Points of focus. The inventory's settings leave them out."));
}

#[test]
fn operation_has_its_column_in_a_type_two_report() {
    let type2 = SMALL.replace(
        "  system: Acme Cloud\n",
        "  system: Acme Cloud\n  report: type2\n  period: { start: 2026-03-01, end: 2026-08-31 }\n",
    );
    let report = report(&type2);
    assert!(report.contains("| Report | SOC 2 Type II, 2026-03-01 to 2026-08-31 |"));
    assert!(report.contains("| Criterion | Title | Controls | Design | Operation | Gaps | Points of focus |"));
    assert_eq!(row(&report, "### CC1 (Control environment)", "CC1.1")[3..5], ["gap", "gap"]);
    assert_eq!(row(&report, "### CC6 (Logical and physical access)", "CC6.2")[4], "unverified");
    assert!(report.contains("- Occurrences that are not due yet. They are counted as such,"));
    let meaning = |verdict: &str| row(&report, "### What the verdicts mean", verdict).remove(2);
    assert_eq!(
        meaning("No gap identified"),
        "A control is shown to have operated, for every day of the period gone by. No control in place missed an occurrence \
         that was due, has an exception that is not resolved, or was found deficient by a test, and no gap of moderate level or \
         above that speaks of operation remains. One of which nothing shows anything yet may stand beside it. It speaks of the \
         information supplied and of nothing else."
    );
    assert_eq!(
        meaning("Unverified"),
        "A control is in place, and nothing on file shows that any operated in the period: no evidence that speaks of it, no \
         record that nothing called for it, no concluded test."
    );
    let judged = section(&report, "### How operation is judged");
    assert_eq!(judged.len(), 6);
    assert_eq!(
        judged[2],
        "- **When one is missed:** when nothing on file shows it once the days of grace after it have passed. One that the \
         period, or the time of the control, cuts short is never due."
    );
    // Security and availability less the criterion scoped out, in two pictures.
    assert!(report.contains("    title Design verdicts of 35 applicable criteria\n"));
    assert!(report.contains("    title Operation verdicts of 35 applicable criteria\n"));
    assert_eq!(report.matches("```mermaid\n").count(), 2);
}

#[test]
fn the_glossary_holds_the_words_a_report_uses() {
    let terms = |yaml: &str| {
        let report = report(yaml);
        let lines = section(&report, "## Glossary");
        let terms = lines.iter().map(|line| line.split("**").nth(1).expect("a term").trim_end_matches(':').to_owned());
        terms.collect::<Vec<_>>()
    };
    let type1 = terms("organization: A\ncontrols: []\n");
    assert!(type1.is_sorted() && type1.len() == 17, "{type1:?}");
    let type2 = terms(
        "organization: A\nscope: { report: type2, period: { start: 2026-07-01, end: 2026-12-31 } }\n\
         vendors: [{ id: v, name: V, relation: vendor }]\ncontrols: []\n",
    );
    assert!(type2.is_sorted(), "{type2:?}");
    let more: Vec<&String> = type2.iter().filter(|term| !type1.contains(term)).collect();
    let expected = [
        "Bridge letter",
        "Deficiency",
        "Exception",
        "Observation period",
        "Occurrence",
        "Population",
        "Recorded zero",
        "Sample",
        "Subservice organisation",
        "Test of operation",
    ];
    assert_eq!(more, expected);
}

#[test]
fn what_is_scoped_out_of_a_category_not_selected_is_told_apart() {
    let report = report(
        "organization: A\nscope: { not_applicable: [{ criteria: [C1.1], rationale: None., approved_by: cto }] }\ncontrols: \
         []\n",
    );
    let lines = section(&report, "## Criteria not applicable");
    assert_eq!(
        lines[0],
        "None of the selected categories. What is scoped out belongs to others, and is out of scope all the same."
    );
    assert!(lines[3].starts_with("| C1.1 | ") && lines[3].contains(" (category not selected) | None. | cto | "));
}

#[test]
fn gaps_known_before_are_listed_with_what_is_gone_since() {
    let sources = gapcheck::load::inventory::single("random.yaml", SMALL);
    let inventory = gapcheck::read(&sources, common::catalog(), common::as_of()).expect("an inventory");
    let known = [("CC1.1:criterion-without-control", Level::VeryHigh), ("GONE-1:evidence-absent", Level::Low)];
    let levels = known.iter().map(|(id, level)| ((*id).to_owned(), *level)).collect();
    let baseline = Baseline { as_of: "2026-10-01".to_owned(), levels };
    let request = Request { as_of: common::as_of(), fail_on: None, baseline: Some(baseline) };
    let assessment = gapcheck::assess(&sources, &inventory, common::catalog(), &Files::default(), &request);
    let report = render(&assessment);
    let new = assessment.gaps.len() - 1;
    let lines = section(&report, "## Known before");
    assert_eq!(lines[0], format!("Since 2026-10-01: {new} new, 0 worsened, 1 unchanged, 1 resolved."));
    assert_eq!(lines[1], "1 gap was known before.");
    assert!(lines[4].contains("| `CC1.1:criterion-without-control` |"), "{}", lines[4]);
    assert_eq!(lines[5..], ["Gone since then:", "- `GONE-1:evidence-absent`"]);
    assert_eq!(anchors(&report).len(), assessment.gaps.len());
}
