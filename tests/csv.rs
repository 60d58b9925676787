//! The lists of an assessment as CSV: a whole file worked out by hand, the same numbers as the JSON result, no cell a formula.
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

mod read;

use gapcheck::model::assessment::Assessment;
use gapcheck::model::level::Level;
use gapcheck::report::matrix::row::Matrix;
use gapcheck::report::plan::page::PlanPage;
use gapcheck::report::{Options, by_name, matrix, plan};
use gapcheck::text::escape::{csv_unguarded, looks_like_formula};
use read::{BEFORE, assessed, hostile, inventories, json, small, whole};

fn printed(format: &str, assessment: &Assessment<'_>, options: &Options) -> String {
    (by_name(format).unwrap().render)(assessment, options).into_text()
}

/// The records of a file, that of its columns first; every record ends in CR LF and has as many cells as the first.
fn records(text: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(text.matches("\"\r\n").count(), records.len());
    records
}

/// Both gaps of the small inventory. A policy reviewed every 12 months, last on 2024-02-01, was due on 2025-02-01: 20 for the
/// fault, 15 for a whole cycle more, 20 off for another control make a likelihood of 15, against an impact of 96: moderate, and
/// 21 + 58 x 0.555 = 53. Without that control 35, so high, and 80 + 15 x 0.655 = 90. A control without an owner: 18, and 18 off:
/// low, 5 + 15 x 0.48 = 12, before 21 + 58 x 0.57 = 54. Moderate is due in 90 days, low in 180.
const GAPS: &str = r#""number","id","title","level","score","likelihood","impact","inherent_level","inherent_score","nature","rule","criteria","control","control_name","systems","owner","treatment","accepted_by","accepted_until","change","task","due","current_state","desired_state","recommendation","file","line","column"
"1","POL-AC:document-review-overdue","Access control policy: its review is overdue","moderate","53","15","96","high","90","governance","document-review-overdue","CC6.1, CC6.2, CC6.3, CC6.4, CC6.5","","","","Jane Roe","open","","","","T-POL-AC:settle-document","2027-02-20","It was last reviewed on 2024-02-01. With a review every 12 months, the next was due on 2025-02-01, 659 days before this assessment.","The document is reviewed every 12 months, and the day of the last review is on record.","Compare the document with how things are done today, have what changes approved, and record the day under `reviewed`, also when nothing had to change.","small.yaml","21","9"
"2","AC-01:control-without-owner","'=Single sign-on, ""2nd"" factor: nobody answers for it","low","12","0","96","moderate","54","design","control-without-owner","CC6.1, CC6.2, CC6.3","AC-01","'=Single sign-on, ""2nd"" factor","","","open","","","","T-AC-01:describe","2027-05-21","No owner is named. Sam Poe performs it, but nobody is said to answer for it.","One person answers for the control and knows it.","Name one person under `owner` who has the authority to change the control and the time to look after it, and have that person agree in writing.","small.yaml","38","9"
"#;

#[test]
fn the_gaps_of_a_small_inventory() {
    small(None, |assessment| {
        assert_eq!(printed("csv", assessment, &Options::default()), GAPS.replace('\n', "\r\n"));
    });
}

#[test]
fn what_moved_stands_beside_the_gap() {
    small(Some(BEFORE), |assessment| {
        let changes = |options: &Options| {
            let records = records(&printed("csv", assessment, options));
            records.iter().map(|row| format!("{} {} {}", &row[0], &row[16], &row[19])).collect::<Vec<_>>()
        };
        let header = "number treatment change";
        assert_eq!(changes(&Options::default()), [header, "1 open new", "2 baseline unchanged"]);
        let new_only = Options { new_only: true, ..Options::default() };
        assert_eq!(changes(&new_only), [header, "1 open new"]);
        let min_level = Options { min_level: Some(Level::Moderate), ..Options::default() };
        assert_eq!(changes(&min_level), [header, "1 open new"]);
    });
}

#[test]
fn its_rows_are_those_of_the_json_result() {
    for path in inventories() {
        assessed(&path, |assessment| {
            let result = json(assessment);
            let of = |format| records(&printed(format, assessment, &Options::default()));
            let column = |rows: &[csv::StringRecord], at: usize| {
                rows.iter().skip(1).map(|row| csv_unguarded(&row[at]).to_owned()).collect::<Vec<_>>()
            };
            let listed = |list: &serde_json::Value, key: &str| {
                let list = list.as_array().unwrap().iter();
                list.map(|one| read::text(&one[key])).collect::<Vec<_>>()
            };
            let gaps = of("csv");
            for (at, key) in [(0, "number"), (1, "id"), (10, "rule"), (16, "treatment")] {
                assert_eq!(column(&gaps, at), listed(&result["gaps"], key), "{}: {key}", path.display());
            }
            let levels: Vec<String> = column(&gaps, 3).iter().map(|level| level.replace('-', "_")).collect();
            let risks: serde_json::Value =
                result["gaps"].as_array().unwrap().iter().map(|gap| gap["risk"].clone()).collect();
            assert_eq!(levels, listed(&risks, "level"));
            assert_eq!(column(&gaps, 4), listed(&risks, "score"));
            let lines: serde_json::Value =
                result["gaps"].as_array().unwrap().iter().map(|gap| gap["location"].clone()).collect();
            assert_eq!(column(&gaps, 26), listed(&lines, "line"));
            let tasks = of("csv-tasks");
            assert_eq!(column(&tasks, 11), listed(&result["plan"]["tasks"], "id"));
            assert_eq!(column(&tasks, 3), listed(&result["plan"]["tasks"], "due"));
            assert_eq!(column(&of("csv-criteria"), 0), listed(&result["criteria"], "id"));
            let pairs = result["criteria"].as_array().unwrap().iter();
            let pairs: usize = pairs.map(|one| one["controls"].as_array().unwrap().len().max(1)).sum();
            assert_eq!(of("csv-matrix").len(), pairs + 1);
        });
    }
}

#[test]
fn tasks_matrix_and_criteria_are_what_their_commands_print() {
    small(None, |assessment| {
        let page = PlanPage::of(assessment);
        let of = |format| printed(format, assessment, &Options::default());
        assert_eq!(of("csv-tasks"), (plan::by_name("csv").unwrap().render)(&page, 0));
        assert_eq!(of("csv-criteria"), (plan::by_name("csv-gaps").unwrap().render)(&page, 0));
        let whole = Matrix::of(assessment, None);
        assert_eq!(of("csv-matrix"), (matrix::by_name("csv").unwrap().render)(&whole, 0));
        assert_eq!(records(&of("csv-tasks")).len(), 3);
        assert_eq!(records(&of("csv-criteria")).len(), 34);
    });
}

#[test]
fn no_cell_of_a_hostile_inventory_is_a_formula_and_nothing_hides_in_one() {
    hostile(|assessment| {
        let mut guarded = 0;
        for format in ["csv", "csv-tasks", "csv-matrix", "csv-criteria"] {
            for record in records(&printed(format, assessment, &Options::default())) {
                for cell in &record {
                    assert!(!looks_like_formula(cell) || cell.starts_with('\''), "{format}: {cell:.100}");
                    assert!(cell.chars().all(|c| c == '\n' || gapcheck::text::escape::visible(c)), "{cell:.100}");
                    guarded += usize::from(csv_unguarded(cell) != cell);
                }
            }
        }
        assert!(guarded > 10, "{guarded}");
    });
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for format in ["csv", "csv-tasks", "csv-matrix", "csv-criteria"] {
        let one = whole(|assessment| printed(format, assessment, &Options::default()));
        assert_eq!(one, whole(|assessment| printed(format, assessment, &Options::default())), "{format}");
    }
}
