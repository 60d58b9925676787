//! Whatever an inventory holds, the report fits its width and drives no terminal.

use std::collections::BTreeMap;

use gapcheck::model::assessment::{Assessment, Comparison};
use gapcheck::model::catalog::Area;
use gapcheck::model::level::Level;
use gapcheck::report::Options;
use gapcheck::text::wrap::width;

use crate::fixture::{OWNERLESS, SMALL, STALE, assessed, at, gap, plain, render, task};

/// Text that drives terminals, takes two cells a character, or has no place to break.
const HOSTILE: &str = r#"
organization: "Evil\e[2J Inc.\u202e \x9b31m"
scope:
  system: "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字"
  categories: [security, availability, confidentiality, privacy, processing-integrity]
  report: type2
  period: { start: 2026-07-01, end: 2026-12-31 }
  not_applicable: [{ criteria: [P1.1], rationale: "\e[31m", approved_by: cto }]
people:
  - { id: cto, name: "Chris \e]8;;https://evil.example\a Moe" }
documents:
  - { id: POL, title: "Title\r\n\e[9m", url: "https://x.example/\e[1m", owner: cto }
controls:
  - id: supercalifragilisticexpialidocious/supercalifragilisticexpialidocious/supercalifragilisticexpialidocious
    name: "Name \e[5m \u0007 ❤️❤️❤️ 👩‍💻👩‍💻 supercalifragilisticexpialidocioussupercalifragilisticexpialidocioussupercalifragilisticexpialidocious"
    criteria: []
    owner: cto
    status: implemented
  - { id: 漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢, name: x, criteria: [], status: planned }
"#;

fn hostile(assessment: &mut Assessment<'_>) {
    let control = assessment.inventory.controls[1].id.value.to_string();
    assessment.gaps = (1..=5000)
        .map(|n| {
            let title = format!("{}: \u{1b}[1;31m not\nreviewed", &*assessment.inventory.controls[1].name);
            let mut gap =
                gap(n, if n % 3 == 0 { &STALE } else { &OWNERLESS }, &format!("{control}\u{1b}[9m{n}"), &title, 97);
            gap.finding.control = Some(n % 2);
            gap
        })
        .collect();
    assessment.summary.open = BTreeMap::from([(Level::VeryHigh, 5000), (Level::Low, 1)]);
    assessment.plan.tasks = (0..50)
        .map(|_| {
            task(
                "Do \u{1b}[2K 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
                &["a"],
                Some("cto"),
                123,
                "2027-01-01",
            )
        })
        .collect();
    let since = "\u{1b}[2Jyesterday".to_owned();
    assessment.comparison = Some(Comparison { since, ..Comparison::default() });
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for yaml in [SMALL, HOSTILE] {
        for columns in [40, 58, 80, 100, 120, 160, 200, 400] {
            for quiet in [false, true] {
                assessed(yaml, |assessment| {
                    let options = Options { quiet, ..at(columns) };
                    let mut texts = vec![plain(&render(assessment, &options))];
                    hostile(assessment);
                    texts.push(plain(&render(assessment, &options)));
                    for line in texts.iter().flat_map(|text| text.lines()) {
                        assert!(width(line) <= columns, "{columns}: {} cells: {line}", width(line));
                        assert_eq!(line.trim_end(), line);
                    }
                });
            }
        }
    }
}

#[test]
fn text_from_an_inventory_cannot_drive_the_terminal() {
    assessed(HOSTILE, |assessment| {
        hostile(assessment);
        for columns in [80, 200] {
            let text = render(assessment, &at(columns));
            for rest in text.split('\u{1b}').skip(1) {
                let codes = rest.strip_prefix('[').and_then(|rest| rest.split_once('m')).map(|(codes, _)| codes);
                // Bold, faint, the colours red to cyan, and the end of a style: what this report itself writes.
                let own = codes.is_some_and(|codes| ["0", "1", "2", "31", "32", "33", "35", "36"].contains(&codes));
                assert!(own, "{rest:.40}");
            }
            let plain = plain(&text);
            assert!(plain.contains(r"Evil\u{1b}[2J Inc.\u{202e} \u{9b}31m"), "{plain}");
            assert!(plain.contains(r"Since \u{1b}[2Jyesterday"), "{plain}");
            let hidden = plain.chars().find(|c| *c != '\n' && !gapcheck::text::escape::visible(*c));
            assert_eq!(hidden, None);
        }
    });
}

#[test]
fn every_area_that_occurs_is_shown() {
    assessed(HOSTILE, |assessment| {
        let text = plain(&render(assessment, &at(80)));
        for area in Area::CRITICAL {
            let row = format!("\n  {:<24}", area.plain());
            assert!(text.contains(&row), "{area}: {text}");
        }
        assert!(text.contains("\n  vulnerability management "), "{text}");
    });
}

#[test]
fn words_that_only_an_auditor_may_use_do_not_occur() {
    for yaml in [SMALL, HOSTILE] {
        assessed(yaml, |assessment| {
            let text = plain(&render(assessment, &at(100))).to_lowercase();
            for word in ["compliant", "certified", "audit-ready", "satisfied", "passes"] {
                assert!(!text.contains(word), "{word}: {text}");
            }
        });
    }
}
