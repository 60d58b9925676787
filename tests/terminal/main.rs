//! The assessment on a terminal: what it says.
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

mod fixture;
mod hostile;

use std::collections::BTreeMap;

use gapcheck::model::assessment::{Comparison, Gate, Summary, Tally};
use gapcheck::model::gap::{Gap, Treatment};
use gapcheck::model::level::Level;
use gapcheck::report::Options;

use crate::fixture::{OWNERLESS, SMALL, STALE, assessed, at, chosen, gap, plain, render};

#[test]
fn the_whole_of_a_small_result_at_80_columns() {
    let expected = "\
Acme Inc. · Acme Cloud
SOC 2 gap assessment, Type I as of 2026-12-31 · security and availability
assessed on 2026-11-22 · 2017 Trust Services Criteria, points of focus of 2022

20 of 35 criteria have no gap identified on design; 3 have nothing in place and
1 only a control found deficient. 1 gap is very high and 1 high.

Coverage of the criteria
  claimed    32 of 35   91 %  ██████████████████░░  a control in place
  evidenced  25 of 35   71 %  ██████████████░░░░░░  evidence in date
  tested      7 of 35   20 %  ████░░░░░░░░░░░░░░░░  a test of design in date

Verdicts
  design     ██████████████████████████████████▓▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒▒░░░░░░░
             █ 20 no gap identified · ▓ 6 partial · ▒ 5 unverified · ░ 4 gap

Open gaps: 2
  very high    1  █
  high         1  █
  moderate     0
  low          0
  very low     0
  and apart from these 1 accepted gap and 0 in the baseline

                                   design:                            worst
  Category                  total   no gap  partial  unverified  gap  open gap
  ─────────────────────────────────────────────────────────────────────────────
  security                     33       18        6           5    4  very high
  availability                  2        2        ·           ·    ·  moderate

                                   design:                            worst
  Area                      total   no gap  partial  unverified  gap  open gap
  ─────────────────────────────────────────────────────────────────────────────
  security                     19       10        4           3    2  very high
  vulnerability management      4        4        ·           ·    ·  ·

The 2 open gaps, worst first
   1  very high   97  Access review: its evidence is 120 days old
                      AC-01:evidence-stale · Jane Roe
   2  high        85  Left over: nobody answers for it
                      AC-02:control-without-owner · unassigned

What to do next
   1  Review access
      Jane Roe · half a day · was due 2026-11-01 · closes 1 gap · in progress
   2  Name an owner
      unassigned · 1 day · due 2026-12-15 · closes 2 gaps

Counted apart
  not applicable         1  criteria scoped out: A1.3
  accepted               1  gaps somebody signed for: AC-02:evidence-stale until
                            2027-02-01
  baseline               0  gaps known before
  out of scope          25  criteria of categories not selected: processing
                            integrity, confidentiality and privacy
  unmapped               1  controls that name no criterion: AC-02
  not verified here      1  evidence and documents at a web address: AC-01
                            (Export)

Conventions other than the defaults (ask your auditor)
  evidence of quarterly controls is in date for 100 days (default: 110 days)

gate fails: 2 open gaps at high or above

Why a gap is one, how its score came about, and what to do about it:
  gapcheck explain AC-01:evidence-stale -i acme.yaml
This is management's own assessment, from the information supplied: no
examination, no opinion.
";
    assessed(SMALL, |assessment| {
        chosen(assessment);
        assert_eq!(plain(&render(assessment, &at(80))), expected);
    });
}

#[test]
fn a_wide_terminal_has_a_gap_in_a_line_and_more_columns() {
    assessed(SMALL, |assessment| {
        chosen(assessment);
        let text = plain(&render(assessment, &at(200)));
        let lines: Vec<&str> = text.lines().collect();
        let gap =
            "   1  very high   97  Access review: its evidence is 120 days old  AC-01:evidence-stale         Jane Roe";
        assert!(lines.contains(&gap), "{text}");
        let header = "  Category                  total   no gap  partial  unverified  gap  claimed  evidenced  tested  \
                      design                    open gap";
        assert!(lines.contains(&header), "{text}");
        // 24 cells: 18 of 33 are 13, 6 are 4, 5 are 3, 4 are 2; the two left over go to the worst two.
        let row = "  security                     33       18        6           5    4        ·          ·       ·  \
                   █████████████▓▓▓▓▒▒▒▒░░░  very high";
        assert!(lines.contains(&row), "{text}");
        assert!(lines.iter().any(|line| line.starts_with("Coverage") && line.ends_with("Open gaps: 2")), "{text}");
    });
}

#[test]
fn type_2_shows_operation_beside_design() {
    assessed(SMALL, |assessment| {
        chosen(assessment);
        let operation = Tally { no_gap: 1, partial: 2, unverified: 28, gap: 4 };
        assessment.summary.operation = Some(operation);
        for category in &mut assessment.summary.categories {
            category.counts.operation = Some(Tally { no_gap: 1, partial: 0, unverified: 1, gap: 0 });
        }
        let narrow = plain(&render(assessment, &at(80)));
        let headline = "20 of 35 criteria have no gap identified on design and 1 on operation; 3 have\n";
        assert!(narrow.contains(headline), "{narrow}");
        assert!(narrow.contains("  tested      7 of 35   20 %  ████░░░░░░░░░░░░░░░░  a test within the period\n"));
        assert!(narrow.contains("█ 1 no gap identified · ▓ 2 partial · ▒ 28 unverified · ░ 4 gap"), "{narrow}");
        assert_eq!(
            narrow.matches("Category, operation ").count(),
            1,
            "a table of its own for the categories: {narrow}"
        );
        // The areas show the best and the worst of both.
        assessment.summary.areas[0].counts.operation = Some(Tally { no_gap: 6, partial: 5, unverified: 5, gap: 3 });
        let narrow = plain(&render(assessment, &at(80)));
        let area = "  security                     19       10    2           6    3  very high";
        assert!(narrow.lines().any(|line| line == area), "{narrow}");
        let wide = plain(&render(assessment, &at(130)));
        assert_eq!(wide.matches("operation:").count(), 2, "columns of both tables: {wide}");
        let row = "  availability                  2        2        ·           ·    ·           1        ·           1    ·";
        assert!(wide.lines().any(|line| line.starts_with(row)), "{wide}");
    });
}

#[test]
fn quiet_is_three_lines_at_most() {
    assessed(SMALL, |assessment| {
        chosen(assessment);
        let quiet = Options { quiet: true, ..at(80) };
        assert_eq!(
            plain(&render(assessment, &quiet)),
            "20 of 35 criteria have no gap identified on design.\n\
             2 open gaps: 1 very high and 1 high, beside 1 accepted\n\
             gate fails: 2 open gaps at high or above\n"
        );
        assessment.gate = Gate { fail_on: Some(Level::VeryHigh), exceeding: Vec::new() };
        let roomy = Options { quiet: true, ..at(120) };
        assert_eq!(
            plain(&render(assessment, &roomy)),
            "20 of 35 criteria have no gap identified on design; 3 have nothing in place and 1 only a control found \
             deficient.\n2 open gaps: 1 very high and 1 high, beside 1 accepted\ngate holds: no open gap at very high\n"
        );
        assessment.gate = Gate::default();
        assessment.summary.open = BTreeMap::new();
        let text = plain(&render(assessment, &quiet));
        assert!(text.ends_with("design.\nno gap stands open beside 1 accepted\n"), "{text}");
        assessment.summary.accepted = 0;
        let text = plain(&render(assessment, &quiet));
        assert!(text.ends_with("design.\nno gap stands open\n"), "{text}");
    });
}

#[test]
fn the_headline_says_what_there_is() {
    let headline = |change: fn(&mut Summary)| {
        assessed(SMALL, |assessment| {
            chosen(assessment);
            change(&mut assessment.summary);
            plain(&render(assessment, &at(200))).lines().nth(3).expect("a headline").to_owned()
        })
    };
    assert_eq!(
        headline(|summary| (summary.claimed, summary.design.gap) = (35, 0)),
        "20 of 35 criteria have no gap identified on design; each has a control in place. 1 gap is very high and 1 \
         high."
    );
    assert_eq!(
        headline(|summary| {
            (summary.claimed, summary.design.gap) = (34, 1);
            summary.open = BTreeMap::from([(Level::High, 1)]);
        }),
        "20 of 35 criteria have no gap identified on design; 1 has nothing in place. 1 gap is high."
    );
    assert_eq!(
        headline(|summary| {
            (summary.claimed, summary.design.gap) = (34, 1);
            summary.open = BTreeMap::from([(Level::VeryHigh, 12), (Level::High, 0), (Level::Low, 3)]);
        }),
        "20 of 35 criteria have no gap identified on design; 1 has nothing in place. 12 gaps are very high."
    );
    assert_eq!(
        headline(|summary| {
            (summary.claimed, summary.design.no_gap) = (35, 1);
            summary.open = BTreeMap::from([(Level::Low, 3)]);
        }),
        "1 of 35 criteria has no gap identified on design; 4 have only a control found deficient. \
         None of the 3 open gaps is very high or high."
    );
    assert_eq!(
        headline(|summary| {
            summary.applicable = 0;
            summary.open = BTreeMap::new();
            (summary.accepted, summary.baseline) = (0, 0);
        }),
        "No criterion applies, so nothing was assessed. No gap stands open."
    );
    assert_eq!(
        headline(|summary| {
            (summary.claimed, summary.design.gap) = (35, 0);
            summary.open = BTreeMap::new();
            (summary.accepted, summary.baseline) = (2, 14_000);
        }),
        "20 of 35 criteria have no gap identified on design; each has a control in place. \
         No gap stands open beside 2 accepted and 14,000 known before."
    );
}

#[test]
fn the_headline_says_where_in_the_period_it_was_made() {
    let below = |period: &str| {
        let yaml = format!("organization: A\nscope: {{ report: type2, period: {{ {period} }} }}\ncontrols: []\n");
        let text = assessed(&yaml, |assessment| plain(&render(assessment, &at(200))));
        text.lines().nth(4).expect("a line").to_owned()
    };
    assert_eq!(
        below("start: 2026-11-23, end: 2027-05-31"),
        "The observation period begins on 2026-11-23: nothing can have operated in it yet."
    );
    assert_eq!(below("start: 2026-11-22, end: 2027-05-31"), "");
    assert_eq!(below("start: 2026-07-01, end: 2026-11-22"), "");
    assert_eq!(
        below("start: 2026-07-01, end: 2026-11-21"),
        "The observation period ended on 2026-11-21: that is the day on which evidence had to be in date."
    );
}

#[test]
fn a_criterion_scoped_out_of_a_category_not_selected_is_counted_once() {
    let two = SMALL.replace("criteria: [A1.3]", "criteria: [A1.3, C1.1]");
    let text = assessed(&two, |assessment| plain(&render(assessment, &at(80))));
    assert!(text.contains("\n  not applicable         1  criteria scoped out: A1.3\n"), "{text}");
    // Of 61, 36 are of security and availability.
    assert!(text.contains("\n  out of scope          25  criteria of categories not selected: processing\n"), "{text}");
}

#[test]
fn many_gaps_are_counted_by_rule_and_the_worst_are_named() {
    assessed(SMALL, |assessment| {
        chosen(assessment);
        let mut gaps: Vec<Gap> =
            (1..=1234).map(|n| gap(n, &STALE, &format!("AC-{n:04}"), "Some control", 90)).collect();
        gaps.extend((1235..=1240).map(|n| gap(n, &OWNERLESS, &format!("AC-{n:04}"), "Some control", 22)));
        assessment.gaps = gaps;
        let text = plain(&render(assessment, &at(80)));
        assert!(text.contains("The worst 10 of 1240 open gaps\n"), "{text}");
        assert_eq!(text.matches("Some control").count(), 10);
        let rules = "Open gaps by rule\n  1234  evidence-stale            6  control-without-owner\n";
        assert!(text.contains(rules), "{text}");
        let high = Options { min_level: Some(Level::High), ..at(80) };
        let text = plain(&render(assessment, &high));
        assert!(text.contains("The worst 10 of 1234 open gaps at high or above\n"), "{text}");
        assert!(!text.contains("control-without-owner"), "{text}");
    });
}

#[test]
fn what_changed_since_a_baseline_is_told() {
    assessed(SMALL, |assessment| {
        chosen(assessment);
        assessment.gaps[0].treatment = Treatment::Baseline;
        assessment.comparison = Some(Comparison {
            since: "2026-10-01".to_owned(),
            new: vec![1],
            worsened: Vec::new(),
            unchanged: 1,
            resolved: vec!["a:b".to_owned(), "c:d".to_owned()],
        });
        let text = plain(&render(assessment, &Options { new_only: true, ..at(80) }));
        assert!(text.contains("\nSince 2026-10-01: 1 new, 0 worsened, 1 unchanged, 2 resolved.\n"), "{text}");
        assert!(text.contains("The new or worsened gap\n   2  high "), "{text}");
        assert!(text.contains("  baseline               1  gaps known before: AC-01:evidence-stale\n"), "{text}");
    });
}

#[test]
fn a_command_to_copy_is_safe_to_copy() {
    let command = |id: &str| {
        assessed(SMALL, |assessment| {
            chosen(assessment);
            assessment.gaps = vec![gap(1, &STALE, id, "A title", 97)];
            let text = plain(&render(assessment, &at(80)));
            text.lines().find_map(|line| line.trim().strip_prefix("gapcheck explain ")).expect("a command").to_owned()
        })
    };
    assert_eq!(command("AC-02"), "AC-02:evidence-stale -i acme.yaml");
    assert_eq!(command("a&reboot"), "GAP -i acme.yaml");
    assert_eq!(command("-x"), "GAP -i acme.yaml");
    // Beside the subject stand `gapcheck explain ` and `:evidence-stale -i acme.yaml`, 17 and 28 of 78 cells.
    let longest = "a".repeat(33);
    assert_eq!(command(&longest), format!("{longest}:evidence-stale -i acme.yaml"));
    assert_eq!(command(&"a".repeat(34)), "GAP -i INVENTORY");
}
