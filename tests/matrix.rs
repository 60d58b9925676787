//! The control matrix: the same rows on the terminal, in Markdown and as CSV, whatever stands in the inventory.
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

mod observed;

use std::collections::BTreeSet;

use gapcheck::load::catalog::bundled;
use gapcheck::model::assessment::Assessment;
use gapcheck::report::matrix::row::Matrix;
use gapcheck::report::matrix::{MATRIX_FORMATS, by_name, chosen};
use gapcheck::text::escape::csv_unguarded;
use gapcheck::text::wrap::width as cells;
use observed::{INVENTORY, sequences, with};

/// The matrix of the criteria that ids stand for.
fn printed(assessment: &Assessment<'_>, ids: &[&str], format: &str, width: usize) -> String {
    let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
    let chosen = chosen(assessment.catalog, &ids).expect("ids");
    let matrix = Matrix::of(assessment, (!ids.is_empty()).then_some(&chosen));
    (by_name(format).expect("a format").render)(&matrix, width)
}

fn plain(styled: &str) -> String {
    anstream::adapter::strip_str(styled).to_string()
}

const NARROW: &str = "Control matrix: Chain Co.
SOC 2 Type II, 2026-01-01 to 2026-12-31, on security and availability, assessed
on 2026-11-22
3 criteria, 7 pairs of a criterion and a control that names it
Occurrences: ■ evidenced, × missed, ○ no occurrence, · not due yet, or cut short
and so never due; a blank between months

A1 Availability

A1.1 Capacity planning and tracking · design: gap · operation: gap
  No control names it.
  gap 1, moderate: A1.1:criterion-without-control

A1.2 Environmental protection, backup and recovery infrastructure
  design: partial · operation: partial
  BK-01 Daily copies
    runs               daily, automated; implemented since 2026-10-26; owner
                       Jane Roe
    evidence           1 of 1 in date, newest 2026-11-08
                       Log of two weeks
    occurrences        14 evidenced, 8 missed, 2 where nothing called for it, 43
                       not due yet
                       ■■■■■■ ■■■■■■■■×××××○○×××············
                       ·······························
    test of design     none
    test of operation  none
    result             design: no gap identified · operation: partial
  CA-01 Somebody watches the load
    runs               frequency not said; informal; no owner named
    evidence           0 of 1 in date, newest 2026-06-30
                       Graphs (out of date)
    occurrences        cannot be told apart; shown in the period
    test of design     none
    test of operation  none
    result             design: unverified · operation: partial
  FO-01 Fail-over when a region is lost
    runs               per-event; implemented; owner Jane Roe
    evidence           1 of 1 in date, newest 2026-09-30
                       Incidents
    occurrences        nothing called for it
    test of design     none
    test of operation  2026-11-01 by Alex Doe: nothing to test, no exception;
                       effective
    result             design: no gap identified · operation: no gap identified
  OLD-01 Tapes
    runs               monthly; retired, in place up to 2026-02-14; owner Jane
                       Roe
    evidence           none
    occurrences        none evidenced, 1 missed, 1 cut short
                       × ·
    test of design     none
    test of operation  none
    result             design: gap · operation: gap

A1.3 Exercising recovery plans · design: partial · operation: partial
  FO-01 Fail-over when a region is lost
    runs               per-event; implemented; owner Jane Roe
    evidence           1 of 1 in date, newest 2026-09-30
                       Incidents
    occurrences        nothing called for it
    test of design     none
    test of operation  2026-11-01 by Alex Doe: nothing to test, no exception;
                       effective
    result             design: no gap identified · operation: no gap identified
  NEW-01 Second site
    runs               frequency not said; planned; owner Jane Roe
    evidence           none
    occurrences        not in place in the period
    test of design     none
    test of operation  none
    result             design: gap · operation: gap
  RT-01 Restore exercise
    runs               quarterly, manual; implemented; owner Jane Roe
    evidence           1 of 9 in date, newest 2026-09-30; an approved document
                       describes it
                       How to restore (out of date), Some time (without a date),
                       Third quarter, To come (dated ahead) and 5 more
    occurrences        2 evidenced, 1 missed, 1 not due yet
                       ■ × ■ ·
    test of design     2026-03-01 by Alex Doe: effective
    test of operation  2026-11-20 by Alex Doe: sample not said, no exception; no
                       conclusion
                       2026-10-20 by Alex Doe: all of 3, no exception; effective
                       2026-04-20 by Sam Poe: 2 of 3, 1 exception, resolved;
                       exception; retested 2026-10-20
                       no date, by Jane Roe: sample not said, no exception;
                       deficient
    result             design: no gap identified · operation: gap
";

const WIDE: &str = "Control matrix: Chain Co.
SOC 2 Type II, 2026-01-01 to 2026-12-31, on security and availability, assessed on 2026-11-22
3 criteria, 7 pairs of a criterion and a control that names it
Occurrences: ■ evidenced, × missed, ○ no occurrence, · not due yet, or cut short and so never due; a blank between months

  control                       runs              evidence                            occurrences             test of design      tests of operation              design             operation
  ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

A1 Availability

A1.1 Capacity planning and tracking · design: gap · operation: gap
  No control names it.
  gap 1, moderate: A1.1:criterion-without-control

A1.2 Environmental protection, backup and recovery infrastructure · design: partial · operation: partial
  BK-01 Daily copies, owner     daily,            1 of 1 in date, newest 2026-11-08:  14 evidenced, 8         none                none                            no gap identified  partial
  Jane Roe                      automated,        Log of two weeks                    missed, 2 where
                                implemented                                           nothing called for it,
                                since 2026-10-26                                      43 not due yet
  CA-01 Somebody watches the    frequency not     0 of 1 in date, newest 2026-06-30:  cannot be told apart;   none                none                            unverified         partial
  load, no owner named          said, informal    Graphs (out of date)                shown in the period
  FO-01 Fail-over when a        per-event,        1 of 1 in date, newest 2026-09-30:  nothing called for it   none                2026-11-01 by Alex Doe:         no gap identified  no gap identified
  region is lost, owner Jane    implemented       Incidents                                                                       nothing to test, no exception;
  Roe                                                                                                                             effective
  OLD-01 Tapes, owner Jane Roe  monthly,          none                                none evidenced, 1       none                none                            gap                gap
                                retired, in                                           missed, 1 cut short
                                place up to                                           × ·
                                2026-02-14

A1.3 Exercising recovery plans · design: partial · operation: partial
  FO-01 Fail-over when a        per-event,        1 of 1 in date, newest 2026-09-30:  nothing called for it   none                2026-11-01 by Alex Doe:         no gap identified  no gap identified
  region is lost, owner Jane    implemented       Incidents                                                                       nothing to test, no exception;
  Roe                                                                                                                             effective
  NEW-01 Second site, owner     frequency not     none                                not in place in the     none                none                            gap                gap
  Jane Roe                      said, planned                                         period
  RT-01 Restore exercise,       quarterly,        1 of 9 in date, newest 2026-09-30:  2 evidenced, 1 missed,  2026-03-01 by Alex  2026-11-20 by Alex Doe: sample  no gap identified  gap
  owner Jane Roe                manual,           How to restore (out of date), Some  1 not due yet           Doe: effective      not said, no exception; no
                                implemented       time (without a date), Third        ■ × ■ ·                                     conclusion
                                                  quarter, To come (dated ahead) and                                              2026-10-20 by Alex Doe: all of
                                                  5 more; an approved document                                                    3, no exception; effective
                                                  describes it                                                                    2026-04-20 by Sam Poe: 2 of 3,
                                                                                                                                  1 exception, resolved;
                                                                                                                                  exception; retested 2026-10-20
                                                                                                                                  no date, by Jane Roe: sample
                                                                                                                                  not said, no exception;
                                                                                                                                  deficient
";

const MARKDOWN: &str = "# Chain Co.: control matrix

SOC 2 Type II, 2026-01-01 to 2026-12-31, on security and availability, assessed on 2026-11-22.

3 criteria and 7 pairs of a criterion with a control that names it, whatever its status; a line each. Design and operation are the verdicts on the control; those on the criterion stand beside its title.

This is management's own gap analysis. It is not an examination, and nobody independent gives an opinion here. It judges only the information supplied: what was not looked at is never counted in favour.

## A1 (Availability)

| Criterion | Control | Runs | Evidence | Occurrences | Test of design | Tests of operation | Design | Operation |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| **A1.1** Capacity planning and tracking (design: gap · operation: gap) | *No control names it.* Gap: `A1.1:criterion-without-control`. | – | – | – | – | – | gap | gap |
| **A1.2** Environmental protection, backup and recovery infrastructure (design: partial · operation: partial) | `BK-01` Daily copies, Jane Roe | daily, automated; implemented since 2026-10-26 | 1 of 1 in date, newest 2026-11-08: Log of two weeks | 14 evidenced, 8 missed, 2 where nothing called for it, 43 not due yet | none | none | no gap identified | partial |
| A1.2 | `CA-01` Somebody watches the load, no owner named | frequency not said; informal | 0 of 1 in date, newest 2026-06-30: Graphs (out of date) | cannot be told apart; shown in the period | none | none | unverified | partial |
| A1.2 | `FO-01` Fail-over when a region is lost, Jane Roe | per-event; implemented | 1 of 1 in date, newest 2026-09-30: Incidents | nothing called for it | none | 2026-11-01 by Alex Doe: nothing to test, no exception; effective | no gap identified | no gap identified |
| A1.2 | `OLD-01` Tapes, Jane Roe | monthly; retired, in place up to 2026-02-14 | none | none evidenced, 1 missed, 1 cut short | none | none | gap | gap |
| **A1.3** Exercising recovery plans (design: partial · operation: partial) | `FO-01` Fail-over when a region is lost, Jane Roe | per-event; implemented | 1 of 1 in date, newest 2026-09-30: Incidents | nothing called for it | none | 2026-11-01 by Alex Doe: nothing to test, no exception; effective | no gap identified | no gap identified |
| A1.3 | `NEW-01` Second site, Jane Roe | frequency not said; planned | none | not in place in the period | none | none | gap | gap |
| A1.3 | `RT-01` Restore exercise, Jane Roe | quarterly, manual; implemented | 1 of 9 in date, newest 2026-09-30: How to restore (out of date), Some time (without a date), Third quarter, To come (dated ahead), Turn of the half (out of date), Year before (out of date), evidence/changed.txt (altered), evidence/lost.txt (not there), evidence/q1.txt (out of date); an approved document describes it | 2 evidenced, 1 missed, 1 not due yet | 2026-03-01 by Alex Doe: effective | 2026-11-20 by Alex Doe: sample not said, no exception; no conclusion. 2026-10-20 by Alex Doe: all of 3, no exception; effective. 2026-04-20 by Sam Poe: 2 of 3, 1 exception, resolved; exception; retested 2026-10-20. no date, by Jane Roe: sample not said, no exception; deficient | no gap identified | gap |
";

const CSV: &str = r#""series","criterion","criterion_title","criterion_design","criterion_operation","control","control_name","status","owner","frequency","execution","approved_document","evidence_in_date","evidence_total","evidence_newest","evidence_files","occurrences_evidenced","occurrences_missed","occurrences_not_yet_due","occurrences_no_occurrence","design_test_result","design_test_date","design_test_by","operation_tests","operation_test_result","operation_test_date","operation_test_by","operation_test_sample","operation_test_population","operation_test_method","exceptions","exceptions_unresolved","control_design","control_operation","control_gaps","criterion_gaps"
"A1","A1.1","Capacity planning and tracking","gap","gap","","","","","","","","","","","","","","","","","","","","","","","","","","","","","","","A1.1:criterion-without-control"
"A1","A1.2","Environmental protection, backup and recovery infrastructure","partial","partial","BK-01","Daily copies","implemented","Jane Roe","daily","automated","no","1","1","2026-11-08","Log of two weeks","14","8","43","2","none","","","0","","","","","","","0","0","no-gap","partial","",""
"A1","A1.2","Environmental protection, backup and recovery infrastructure","partial","partial","CA-01","Somebody watches the load","informal","","","","no","0","1","2026-06-30","Graphs (out of date)","","","","","none","","","0","","","","","","","0","0","unverified","partial","",""
"A1","A1.2","Environmental protection, backup and recovery infrastructure","partial","partial","FO-01","Fail-over when a region is lost","implemented","Jane Roe","per-event","","no","1","1","2026-09-30","Incidents","0","0","0","1","none","","","1","effective","2026-11-01","Alex Doe","","0","","0","0","no-gap","no-gap","",""
"A1","A1.2","Environmental protection, backup and recovery infrastructure","partial","partial","OLD-01","Tapes","retired","Jane Roe","monthly","","no","0","0","","","0","1","1","0","none","","","0","","","","","","","0","0","gap","gap","",""
"A1","A1.3","Exercising recovery plans","partial","partial","FO-01","Fail-over when a region is lost","implemented","Jane Roe","per-event","","no","1","1","2026-09-30","Incidents","0","0","0","1","none","","","1","effective","2026-11-01","Alex Doe","","0","","0","0","no-gap","no-gap","",""
"A1","A1.3","Exercising recovery plans","partial","partial","NEW-01","Second site","planned","Jane Roe","","","no","0","0","","","","","","","none","","","0","","","","","","","0","0","gap","gap","",""
"A1","A1.3","Exercising recovery plans","partial","partial","RT-01","Restore exercise","implemented","Jane Roe","quarterly","manual","yes","1","9","2026-09-30","How to restore (out of date)
Some time (without a date)
Third quarter
To come (dated ahead)
Turn of the half (out of date)
Year before (out of date)
evidence/changed.txt (altered)
evidence/lost.txt (not there)
evidence/q1.txt (out of date)","2","1","1","0","effective","2026-03-01","Alex Doe","4","effective","2026-10-20","Alex Doe","","3","all","1","0","no-gap","gap","",""
"#;

#[test]
fn each_format_holds_the_whole_matrix() {
    with(INVENTORY, |assessment| {
        let shown = |format, width| plain(&printed(assessment, &["a 1.1", "A1.2", "A1_3"], format, width));
        assert_eq!(shown("terminal", 80), NARROW);
        assert_eq!(shown("terminal", 200), WIDE);
        assert_eq!(shown("markdown", 80), MARKDOWN);
        assert_eq!(shown("csv", 80).replace("\r\n", "\n"), CSV);
    });
}

#[test]
fn a_type_one_report_has_no_columns_of_operation() {
    let yaml = INVENTORY.replace("report: type2, period: { start: 2026-01-01, end: 2026-12-31 }", "report: type1");
    with(&yaml, |assessment| {
        for width in [80, 200] {
            let text = plain(&printed(assessment, &["A1.3"], "terminal", width));
            assert!(!text.contains("operation") && !text.contains("ccurrences"), "{text}");
        }
        let text = printed(assessment, &["A1.3"], "markdown", 80);
        assert!(text.contains("\n| Criterion | Control | Runs | Evidence | Test of design | Design |\n"), "{text}");
        let row = "| A1.3 | `NEW-01` Second site, Jane Roe | frequency not said; planned | none | none | gap |\n";
        assert!(text.contains(row), "{text}");
        let text = printed(assessment, &["A1.1"], "csv", 80);
        assert!(text.contains("\n\"A1\",\"A1.1\",\"Capacity planning and tracking\",\"gap\",\"\",\"\","), "{text}");
        let text = printed(assessment, &["A1.1"], "markdown", 80);
        let row = "(design: gap) | *No control names it.* Gap: `A1.1:criterion-without-control`. | – | – | – | gap |\n";
        assert!(text.contains(row), "{text}");
    });
}

/// The criteria of a matrix in its order.
fn criteria(assessment: &Assessment<'_>, ids: &[&str]) -> Vec<String> {
    let text = printed(assessment, ids, "csv", 80);
    let mut ids: Vec<String> = text
        .lines()
        .skip(1)
        .filter(|line| line.starts_with("\"A1\",\"") || line.starts_with("\"CC"))
        .map(|line| line.split("\",\"").nth(1).expect("an id").to_owned())
        .collect();
    ids.dedup();
    ids
}

#[test]
fn it_is_narrowed_by_criterion_series_and_category() {
    with(INVENTORY, |assessment| {
        assert_eq!(criteria(assessment, &[]).len(), 36);
        assert_eq!(criteria(assessment, &["a1"]), ["A1.1", "A1.2", "A1.3"]);
        assert_eq!(criteria(assessment, &["availability", "cc 8.1"]), ["CC8.1", "A1.1", "A1.2", "A1.3"]);
        assert_eq!(criteria(assessment, &["CC6.3/periodic-review", "CC9"]), ["CC6.3", "CC9.1", "CC9.2"]);
        // Privacy exists and is not in scope.
        assert_eq!(criteria(assessment, &["P1.1"]), [""; 0]);
    });
    let catalog = bundled().expect("the catalog");
    let wrong = chosen(&catalog, &["A1.2".to_owned(), "AA".to_owned()]);
    assert_eq!(wrong, Err("no criterion, series or category has the id `AA`; did you mean `A1`?".to_owned()));
}

#[test]
fn hostile_words_stay_in_their_cells() {
    let hostile = r#""=cmd|' /C calc'!A0 \e[31mRed\e]8;;x\a | <b> `tick \u202e 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字""#;
    let yaml = INVENTORY
        .replace("name: Restore exercise", &format!("name: {hostile}"))
        .replace("name: Jane Roe", &format!("name: {hostile}"))
        .replace("name: Alex Doe", &format!("name: {hostile}"))
        .replace("title: Third quarter", &format!("title: {hostile}"))
        .replace("Chain Co.", hostile);
    with(&yaml, |assessment| {
        for width in [40, 80, 160, 200, 400] {
            let shown = printed(assessment, &["A1"], "terminal", width);
            let ours: BTreeSet<String> =
                ["[0m", "[1m", "[2m", "[31m", "[32m", "[33m", "[35m"].map(str::to_owned).into();
            assert!(sequences(&shown).is_subset(&ours), "{:?}", sequences(&shown));
            for line in plain(&shown).lines() {
                assert!(cells(line) <= width, "{width}: {line:?}");
                assert_eq!(line.trim_end(), line, "{width}");
            }
            assert!(!shown.contains(['\u{7}', '\u{202e}']), "{shown}");
        }
        let text = printed(assessment, &["A1"], "markdown", 80);
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']) && !text.contains("<b>"), "{text}");
        for row in text.lines().filter(|line| line.starts_with("| ")) {
            assert_eq!(row.replace("\\|", "").matches('|').count(), 10, "{row}");
        }
        let text = printed(assessment, &["A1"], "csv", 80);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let records: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("a record")).collect();
        assert_eq!(records.len(), 8);
        assert!(records.iter().all(|record| record.len() == 36));
        let guarded = records.iter().flat_map(|record| record.iter()).filter(|cell| cell.contains("calc'"));
        let guarded: Vec<&str> = guarded.collect();
        assert!(guarded.len() >= 8, "{guarded:?}");
        for cell in guarded.into_iter().filter(|cell| !cell.contains('\n')) {
            assert!(cell.starts_with("'=cmd|"), "{cell}");
            assert!(csv_unguarded(cell).starts_with("=cmd|"), "{cell}");
        }
    });
}

#[test]
fn the_order_of_writing_does_not_show() {
    let told = |yaml: &str| {
        with(yaml, |assessment| {
            MATRIX_FORMATS.iter().map(|format| printed(assessment, &["A1"], format.name, 100)).collect::<Vec<_>>()
        })
    };
    let mut lines: Vec<&str> = INVENTORY.lines().collect();
    let first = lines.iter().position(|line| line.contains("title: First quarter")).expect("the first piece");
    lines[first..first + 9].reverse();
    let last = lines.len() - 1;
    lines.swap(last - 1, last);
    let turned = lines.join("\n");
    assert_ne!(turned, INVENTORY);
    assert_eq!(told(&turned), told(INVENTORY));
}

#[test]
fn the_report_holds_it_after_the_verdicts_with_a_strip_for_what_was_missed() {
    with(INVENTORY, |assessment| {
        let report =
            (gapcheck::report::markdown::FORMAT.render)(assessment, &gapcheck::report::Options::default()).into_text();
        let at = |heading: &str| report.find(heading).unwrap_or_else(|| panic!("no {heading}"));
        assert!(at("\n## Verdicts per criterion\n") < at("\n## Control matrix\n"));
        assert!(at("\n## Control matrix\n") < at("\n## Gaps\n"));
        let section = &report[at("\n## Control matrix\n")..at("\n## Gaps\n")];
        assert!(section.contains("\n### A1, from criterion to test\n"), "{section}");
        // Nine pieces of evidence: a large report names two and counts the others.
        let evidence = "| 1 of 9 in date, newest 2026-09-30: How to restore (out of date), Some time (without a date) \
            and 7 more; an approved document describes it |";
        assert!(section.contains(evidence), "{section}");
        let missed = "\n### Controls with missed occurrences\n\n\
            A character for each occurrence, oldest first: ■ evidenced, × missed, ○ no occurrence, · not due yet, or cut \
            short and so never due; a blank between months.\n\n\
            | Control | Name | Frequency | Occurrences | Missed |\n| --- | --- | --- | --- | --- |\n\
            | `BK-01` | Daily copies | daily | `■■■■■■ ■■■■■■■■×××××○○×××············ ·······························` | \
            2026-11-09 to 2026-11-18 (8 occurrences) |\n\
            | `OLD-01` | Tapes | monthly | `× ·` | 2026-01-01 to 2026-01-31 |\n\
            | `RT-01` | Restore exercise | quarterly | `■ × ■ ·` | 2026-04-01 to 2026-06-30 |\n";
        assert!(section.ends_with(missed), "{section}");
    });
}
