//! The workbook read back: the same numbers as the JSON result, days as days, numbers as numbers, and no cell a formula.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::float_cmp,
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

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use gapcheck::model::assessment::Assessment;
use gapcheck::model::level::Level;
use gapcheck::report::format::Content;
use gapcheck::report::{Options, by_name};
use gapcheck::text::escape::visible;
use read::{BEFORE, assessed, hostile, inventories, json, small, small_yaml, whole};
use serde_json::{Value, json as value};

const SHEETS: [&str; 11] = [
    "Summary",
    "Criteria",
    "Gaps",
    "Control matrix",
    "Evidence requests",
    "Action plan",
    "Tasks",
    "Roadmap",
    "Accepted",
    "Not judged",
    "Method",
];

fn bytes(assessment: &Assessment<'_>, options: &Options) -> Vec<u8> {
    match (by_name("xlsx").unwrap().render)(assessment, options) {
        Content::Bytes(bytes) => bytes,
        other => panic!("{other:?}"),
    }
}

fn book(assessment: &Assessment<'_>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes(assessment, &Options::default()))).unwrap()
}

/// A sheet that is one table: its title, its columns and its rows.
struct Table {
    columns: Vec<String>,
    rows: Vec<Vec<Data>>,
}

/// The table of a sheet, whose head is the row that begins with a word.
fn table(range: &Range<Data>, first: &str) -> Table {
    let rows: Vec<Vec<Data>> = range.rows().map(<[Data]>::to_vec).collect();
    let is_head = |row: &Vec<Data>| row[0].as_str() == Some(first) && row[1].as_str().is_some();
    let head = rows.iter().position(is_head).unwrap_or_else(|| panic!("{first}"));
    let columns: Vec<String> = rows[head].iter().filter_map(|cell| cell.as_str().map(str::to_owned)).collect();
    let body = rows[head + 1..].iter().map(|row| row.iter().take(columns.len()).cloned().collect()).collect();
    Table { columns, rows: body }
}

trait Text {
    fn as_str(&self) -> Option<&str>;
    fn shown(&self) -> String;
}

impl Text for Data {
    fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// As the JSON result writes it: whole numbers without a point, days as ISO 8601 has them.
    fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::String(text) => text.clone(),
            Self::Float(number) => number.to_string(),
            Self::DateTime(day) => {
                let (year, month, day, ..) = day.to_ymd_hms_milli();
                format!("{year:04}-{month:02}-{day:02}")
            }
            other => panic!("{other:?}"),
        }
    }
}

impl Table {
    fn column(&self, name: &str) -> Vec<String> {
        self.cells(name).iter().map(Text::shown).collect()
    }

    fn cells(&self, name: &str) -> Vec<Data> {
        let at = self.columns.iter().position(|column| column == name).unwrap_or_else(|| panic!("no column {name}"));
        self.rows.iter().map(|row| row[at].clone()).collect()
    }
}

/// The first table of a sheet.
fn sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str, first: &str) -> Table {
    table(&book.worksheet_range(name).unwrap(), first)
}

fn array(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// What stands under a pointer in each of a list.
fn each(list: &Value, pointer: &str) -> Vec<String> {
    array(list).iter().map(|one| one.pointer(pointer).map(read::text).unwrap_or_default()).collect()
}

fn spaced(words: &[String]) -> Vec<String> {
    words.iter().map(|word| word.replace('_', " ").replace("no gap", "no gap identified")).collect()
}

#[test]
fn every_list_has_its_sheet_and_its_columns() {
    let columns = |assessment: &Assessment<'_>| {
        let mut book = book(assessment);
        assert_eq!(book.sheet_names(), SHEETS);
        let heads =
            [("Criteria", "Criterion"), ("Gaps", "No."), ("Control matrix", "Criterion"), ("Evidence requests", "No.")];
        let heads = heads.into_iter().chain([("Action plan", "No."), ("Tasks", "No.")]);
        heads.map(|(name, first)| sheet(&mut book, name, first).columns.join(" | ")).collect::<Vec<_>>()
    };
    let requests = "No. | State | What is wanted | For the time | From | By | Control | Name | Criteria | Why | Level | On file | Gap";
    let plan = "No. | Recommended action | Responsible | Level | Effort (days) | Waits for | Due | Start | Finish | Critical | Status";
    let tasks = "No. | Recommended action | Issue | Responsible | Phase | Level | Score | Status | Due | Steps | Done when | Proof | Resources | Least effort (days) | Most effort (days) | Slack (working days) | Gaps | Id";
    let gaps = "No. | Level | Score | What is wrong | Criteria | Control | Responsible | Due | State | What to do | How things are | How they should be | Likelihood | Impact | Inherent level | Inherent score | Nature | Rule | Systems | Task | Place | Id";
    whole(|assessment| {
        assert_eq!(
            columns(assessment),
            [
                "Criterion | Category | Title | Design | Why, on design | Operation | Why, on operation | Controls | Claimed | Evidenced | Tested | Open gaps | Worst open gap | Gaps, by number | Points of focus named | Points of focus",
                gaps,
                "Criterion | Title | Control | Name | Owner | Status | Runs | Approved document | Evidence in date | Evidence on file | Newest evidence | Evidence | Evidenced | Missed | Not due yet | Not called for | Occurrences | Test of design | Tests of operation | Design | Operation | Gaps, by number",
                requests,
                plan,
                &format!("{tasks} | Last day to begin | Ticket"),
            ]
        );
    });
    // A report on a day speaks of no operation; without an earlier result nothing moved, without a promise nothing is last.
    small(Some(BEFORE), |assessment| {
        assert_eq!(
            columns(assessment),
            [
                "Criterion | Category | Title | Design | Why, on design | Controls | Claimed | Evidenced | Tested | Open gaps | Worst open gap | Gaps, by number | Points of focus named | Points of focus",
                &gaps.replace("State |", "State | Since before |"),
                "Criterion | Title | Control | Name | Owner | Status | Runs | Approved document | Evidence in date | Evidence on file | Newest evidence | Evidence | Test of design | Design | Gaps, by number",
                requests,
                plan,
                tasks,
            ]
        );
    });
}

/// Worked out by hand beside the same gaps in `tests/csv.rs`.
#[test]
fn the_gaps_of_a_small_inventory() {
    small(None, |assessment| {
        let gaps = sheet(&mut book(assessment), "Gaps", "No.");
        let shown: Vec<String> =
            gaps.rows.iter().map(|row| row.iter().map(Text::shown).collect::<Vec<_>>().join(" | ")).collect();
        assert_eq!(
            shown,
            [
                "1 | moderate | 53 | Access control policy: its review is overdue | CC6.1, CC6.2, CC6.3, CC6.4, CC6.5 |  | \
                 Jane Roe | 2027-02-20 | open | Compare the document with how things are done today, have what changes \
                 approved, and record the day under `reviewed`, also when nothing had to change. | It was last reviewed on \
                 2024-02-01. With a review every 12 months, the next was due on 2025-02-01, 659 days before this \
                 assessment. | The document is reviewed every 12 months, and the day of the last review is on record. | 15 \
                 | 96 | high | 90 | governance | document-review-overdue |  | 1 | small.yaml:21 | \
                 POL-AC:document-review-overdue",
                "2 | low | 12 | =Single sign-on, \"2nd\" factor: nobody answers for it | CC6.1, CC6.2, CC6.3 | AC-01 |  | \
                 2027-05-21 | open | Name one person under `owner` who has the authority to change the control and the time \
                 to look after it, and have that person agree in writing. | No owner is named. Sam Poe performs it, but \
                 nobody is said to answer for it. | One person answers for the control and knows it. | 0 | 96 | moderate | \
                 54 | design | control-without-owner |  | 2 | small.yaml:38 | AC-01:control-without-owner",
            ]
        );
        assert_eq!(gaps.cells("Score"), [Data::Float(53.0), Data::Float(12.0)]);
        assert!(gaps.cells("Due").iter().all(|due| matches!(due, Data::DateTime(day) if day.is_datetime())));
    });
}

/// The figures of the summary: the cells to the right of a word, in the table under a heading.
fn figures(summary: &Range<Data>, heading: &str, words: &[&str]) -> Vec<Vec<String>> {
    let rows: Vec<&[Data]> = summary.rows().collect();
    let from = rows.iter().position(|row| row[0].as_str() == Some(heading)).unwrap_or_else(|| panic!("{heading}"));
    let of = |word: &&str| {
        let row = rows[from..].iter().find(|row| row[0].as_str() == Some(word)).unwrap_or_else(|| panic!("{word}"));
        row[2..].iter().map(Text::shown).filter(|cell| !cell.is_empty()).collect()
    };
    words.iter().map(of).collect()
}

fn assert_summary(book: &mut Xlsx<Cursor<Vec<u8>>>, result: &Value) {
    let summary = book.worksheet_range("Summary").unwrap();
    let counts = &result["summary"];
    let verdicts = ["no_gap", "partial", "unverified", "gap"];
    let words = ["no gap identified", "partial", "unverified", "gap"];
    let expected: Vec<Vec<String>> = verdicts
        .iter()
        .map(|verdict| {
            let both = [&counts["design"], &counts["operation"]].into_iter().filter(|tally| !tally.is_null());
            both.map(|tally| tally[*verdict].to_string()).collect()
        })
        .collect();
    assert_eq!(figures(&summary, "Verdicts on the applicable criteria", &words), expected);
    let levels = ["very high", "high", "moderate", "low", "very low", "all open", "accepted", "known before"];
    let keys = ["very_high", "high", "moderate", "low", "very_low", "total", "accepted", "baseline"];
    let expected: Vec<Vec<String>> = keys.iter().map(|key| vec![counts["gaps"][*key].to_string()]).collect();
    assert_eq!(figures(&summary, "Open gaps by level", &levels), expected);
    let tiles = |name: &str| {
        let rows: Vec<&[Data]> = summary.rows().collect();
        let (row, at) = (0..rows.len())
            .find_map(|row| Some((row, rows[row].iter().position(|cell| cell.as_str() == Some(name))?)))
            .unwrap_or_else(|| panic!("{name}"));
        assert!(matches!(rows[row + 1][at], Data::Float(_)), "{name} is a number");
        rows[row + 1][at].shown()
    };
    let coverage = &counts["coverage"];
    let told = [("Claimed", "claimed"), ("Evidenced", "evidenced"), ("Tested", "tested")];
    for (name, key) in told {
        assert_eq!(tiles(name), coverage[key].to_string());
    }
    assert_eq!(tiles("No gap on design"), counts["design"]["no_gap"].to_string());
    assert_eq!(tiles("Open gaps"), counts["gaps"]["total"].to_string());
    for group in array(&counts["categories"]) {
        let name = group["category"].as_str().unwrap().replace('_', " ");
        let keys = ["criteria", "no_gap", "partial", "unverified", "gap"];
        let row = figures(&summary, "By category", &[&name]).remove(0);
        assert_eq!(row[..5], keys.map(|key| group[key].to_string()), "{name}");
    }
}

fn assert_lists(book: &mut Xlsx<Cursor<Vec<u8>>>, result: &Value) {
    let gaps = sheet(book, "Gaps", "No.");
    for (column, pointer) in [("No.", "/number"), ("Score", "/risk/score"), ("Rule", "/rule"), ("Nature", "/nature")] {
        assert_eq!(gaps.column(column), each(&result["gaps"], pointer), "{column}");
    }
    assert_eq!(gaps.column("Level"), spaced(&each(&result["gaps"], "/risk/level")));
    let state = |word: String| if word == "baseline" { "known before".to_owned() } else { word };
    let states: Vec<String> = each(&result["gaps"], "/treatment").into_iter().map(state).collect();
    assert_eq!(gaps.column("State"), states);
    let lines = gaps.column("Place");
    let lines: Vec<&str> = lines.iter().map(|place| place.rsplit(':').next().unwrap()).collect();
    assert_eq!(lines, each(&result["gaps"], "/location/line"));

    let criteria = sheet(book, "Criteria", "Criterion");
    assert_eq!(criteria.column("Criterion"), each(&result["criteria"], "/id"));
    assert_eq!(criteria.column("Design"), spaced(&each(&result["criteria"], "/design")));
    if !result["summary"]["operation"].is_null() {
        assert_eq!(criteria.column("Operation"), spaced(&each(&result["criteria"], "/operation")));
    }

    let matrix = sheet(book, "Control matrix", "Criterion");
    let mut pairs = Vec::new();
    for criterion in array(&result["criteria"]) {
        let id = read::text(&criterion["id"]);
        let controls = array(&criterion["controls"]);
        pairs.extend(controls.iter().map(|_| id.clone()));
        pairs.extend(controls.is_empty().then_some(id));
    }
    assert_eq!(matrix.column("Criterion"), pairs);
}

fn assert_plan(book: &mut Xlsx<Cursor<Vec<u8>>>, result: &Value) {
    let tasks = &result["plan"]["tasks"];
    let table = sheet(book, "Tasks", "No.");
    assert_eq!(table.rows.len(), array(tasks).len());
    assert_eq!(table.column("Due"), each(tasks, "/due"));
    let plan = sheet(book, "Action plan", "No.");
    for (column, pointer) in
        [("Start", "/start"), ("Finish", "/finish"), ("Due", "/due"), ("Effort (days)", "/effort_days")]
    {
        let cells = plan.cells(column);
        let typed = |cell: &Data| matches!(cell, Data::Empty | Data::DateTime(_)) || column.starts_with("Effort");
        assert!(cells.iter().all(typed), "{column}: {cells:?}");
        let numbers: Vec<String> =
            each(tasks, pointer).iter().map(|text| text.trim_end_matches(".0").to_owned()).collect();
        assert_eq!(plan.column(column), numbers, "{column}");
    }
    let critical: Vec<bool> = plan.column("Critical").iter().map(|word| word == "yes").collect();
    assert_eq!(value!(critical), array(tasks).iter().map(|task| task["critical"].clone()).collect::<Value>());

    let roadmap = book.worksheet_range("Roadmap").unwrap();
    let milestones = &result["plan"]["milestones"];
    let rows = table_under(&roadmap, "Milestone", array(milestones).len());
    assert_eq!(
        rows.column("Milestone").iter().map(|name| name.to_lowercase()).collect::<Vec<_>>(),
        lower(&each(milestones, "/name"))
    );
    assert_eq!(rows.column("Can be reached"), each(milestones, "/date"));
    assert_eq!(rows.column("Promised"), each(milestones, "/promised"));
    let options = &result["plan"]["options"];
    let rows = table_under(&roadmap, "Report", array(options).len());
    assert_eq!(rows.column("Ready"), each(options, "/report"));
    assert_eq!(rows.column("Ends"), each(options, "/end"));
}

fn lower(words: &[String]) -> Vec<String> {
    words.iter().map(|word| word.to_lowercase()).collect()
}

/// A table among others, of so many rows; where it has none, its sheet says so in a sentence instead.
fn table_under(range: &Range<Data>, first: &str, rows: usize) -> Table {
    if rows == 0 {
        let columns = ["Milestone", "Can be reached", "Promised", "Report", "Ready", "Ends"];
        return Table { columns: columns.map(str::to_owned).to_vec(), rows: Vec::new() };
    }
    let mut table = table(range, first);
    table.rows.truncate(rows);
    table
}

fn assert_requests(book: &mut Xlsx<Cursor<Vec<u8>>>, result: &Value) {
    let requests = sheet(book, "Evidence requests", "No.");
    let open =
        |gap: &&Value| gap["treatment"] == "open" && (gap["nature"] == "evidence" || gap["nature"] == "operation");
    let mut wanted: Vec<u64> =
        array(&result["gaps"]).iter().filter(open).map(|gap| gap["number"].as_u64().unwrap()).collect();
    let missing = requests.rows.iter().zip(requests.column("State")).filter(|(_, state)| state == "missing");
    let mut asked: Vec<u64> = missing.map(|(row, _)| row[12].shown().parse().unwrap()).collect();
    let days: Vec<String> = requests.column("By").into_iter().take(asked.len()).collect();
    assert!(days.is_sorted(), "{days:?}");
    asked.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(asked, wanted);
    // What comes up: controls of which an occurrence is still to be shown.
    let ahead = requests.rows.iter().zip(requests.column("State")).filter(|(_, state)| state == "coming up");
    for (row, _) in ahead {
        let id = row[6].shown();
        let control = array(&result["controls"]).iter().find(|control| read::text(&control["id"]) == id);
        // The ids of the hostile inventory are spelled.
        let Some(control) = control else { continue };
        assert!(array(&control["occurrences"]).iter().any(|one| one["state"] == "not_yet_due"), "{id}");
    }
}

#[test]
fn every_sheet_states_the_numbers_of_the_json_result() {
    for path in inventories() {
        println!("{}", path.display());
        assessed(&path, |assessment| {
            let (result, mut book) = (json(assessment), book(assessment));
            assert_summary(&mut book, &result);
            assert_lists(&mut book, &result);
            assert_plan(&mut book, &result);
            assert_requests(&mut book, &result);
            let accepted = book.worksheet_range("Accepted").unwrap();
            let accepted = accepted.rows().filter(|row| matches!(row[0], Data::Float(_))).count();
            assert_eq!(accepted as u64, result["summary"]["gaps"]["accepted"].as_u64().unwrap());
        });
    }
}

/// The occurrences of a quarterly control in a year: two shown, one missed, one to come, due 15 days after the year.
#[test]
fn what_comes_up_is_asked_for_by_the_day_it_falls_due() {
    let yaml = "organization: Small\nscope: { categories: [security], report: type2, period: { start: 2026-01-01, end: 2026-12-31 } }\n\
        people: [{ id: jane, name: Jane Roe }]\n\
        controls:\n  - id: AR-1\n    name: Access review\n    criteria: [CC6.2, CC6.3]\n    status: implemented\n    owner: jane\n    \
        frequency: quarterly\n    evidence:\n      - { title: First half, url: 'https://x.example/a', covers: { start: 2026-01-01, end: 2026-06-30 }, collected: 2026-07-02 }\n";
    read::of("in.yaml", yaml, None, |assessment| {
        let requests = sheet(&mut book(assessment), "Evidence requests", "No.");
        let shown = |row: &Vec<Data>| row.iter().map(Text::shown).collect::<Vec<_>>();
        let rows: Vec<Vec<String>> = requests.rows.iter().map(shown).collect();
        let missed = rows.iter().find(|row| row[9].contains("missed")).unwrap();
        assert_eq!(
            missed[1..9],
            [
                "missing",
                "record of each occurrence\nnote on each missed one",
                "2026-07-01 to 2026-09-30",
                "Jane Roe",
                "2027-02-20",
                "AR-1",
                "Access review",
                "CC6.2, CC6.3"
            ]
        );
        assert_eq!(missed[10..12], ["moderate", "0 of 1 in date"]);
        let ahead: Vec<&Vec<String>> = rows.iter().filter(|row| row[1] == "coming up").collect();
        assert_eq!(ahead.len(), 1);
        assert_eq!(
            ahead[0][2..10],
            [
                "what shows that it ran: a record of each occurrence, with its source and the day it was taken",
                "2026-10-01 to 2026-12-31 (1 occurrence)",
                "Jane Roe",
                "2027-01-15",
                "AR-1",
                "Access review",
                "CC6.2, CC6.3",
                "Nothing shows it yet.",
            ]
        );
    });
}

#[test]
fn the_weeks_of_the_plan_stand_over_the_bars() {
    whole(|assessment| {
        let range = book(assessment).worksheet_range("Action plan").unwrap();
        let head = range.rows().find(|row| row[0].as_str() == Some("No.")).unwrap();
        let weeks: Vec<String> = head[11..].iter().map(Text::shown).collect();
        // Work goes from Monday, 2026-11-23, to Wednesday, 2027-03-10: sixteen weeks.
        assert_eq!(weeks.len(), 16);
        assert_eq!(
            [&*weeks[0], &*weeks[1], &*weeks[6], &*weeks[15]],
            ["2026-11-23", "2026-11-30", "2027-01-04", "2027-03-08"]
        );
        let months = range.rows().nth(3).unwrap();
        let months: Vec<String> = months[11..].iter().map(Text::shown).filter(|month| !month.is_empty()).collect();
        assert_eq!(months, ["11", "2026-12", "2027-01", "2027-02", "03"]);
    });
}

#[test]
fn only_the_gaps_asked_for_are_listed_and_all_are_counted() {
    whole(|assessment| {
        let options = Options { min_level: Some(Level::High), ..Options::default() };
        let mut book = Xlsx::new(Cursor::new(bytes(assessment, &options))).unwrap();
        let gaps = sheet(&mut book, "Gaps", "No.");
        assert_eq!(gaps.rows.len(), 12);
        assert!(gaps.column("Level").iter().all(|level| level == "high"));
        let note = book.worksheet_range("Gaps").unwrap();
        let note = note.get((1, 0)).unwrap().shown();
        assert!(note.starts_with("12 of 62 gaps; the others were not asked for, worst first."), "{note}");
        assert_summary(&mut book, &json(assessment));
    });
    small(Some(BEFORE), |assessment| {
        let mut book = book(assessment);
        let gaps = sheet(&mut book, "Gaps", "No.");
        assert_eq!(gaps.column("Since before"), ["new", "unchanged"]);
        assert_eq!(gaps.column("State"), ["open", "known before"]);
        let accepted = book.worksheet_range("Accepted").unwrap();
        let texts: Vec<String> = accepted.rows().map(|row| row[0].shown()).collect();
        assert!(
            texts.contains(&"Since 2026-10-01: 1 new, 0 worsened, 1 unchanged, 1 resolved.".to_owned()),
            "{texts:?}"
        );
        assert!(texts.contains(&"=GONE:x".to_owned()), "{texts:?}");
    });
}

#[test]
fn no_cell_is_a_formula_and_nothing_hides_in_one() {
    hostile(|assessment| {
        let mut book = book(assessment);
        let mut formulas_as_text = 0;
        for name in SHEETS {
            let formulas = book.worksheet_formula(name).unwrap();
            assert_eq!(formulas.used_cells().count(), 0, "{name}");
            for (_, _, cell) in book.worksheet_range(name).unwrap().used_cells() {
                assert!(!matches!(cell, Data::Error(_) | Data::Bool(_)), "{name}: {cell:?}");
                let text = cell.shown();
                assert!(text.chars().all(|c| c == '\n' || visible(c)), "{name}: {text:.200}");
                formulas_as_text += usize::from(text.starts_with(['=', '@']));
            }
        }
        assert!(formulas_as_text > 10, "{formulas_as_text}");
        // Names that Excel itself gives to what is repeated in print and to what is filtered.
        let names: Vec<String> = book.defined_names().iter().map(|(name, _)| name.clone()).collect();
        assert!(names.iter().all(|name| name.starts_with("_xlnm.")), "{names:?}");
    });
}

#[test]
fn a_text_that_no_cell_can_hold_is_cut_and_says_so() {
    let long = "\u{1f600}ab".repeat(10_000);
    let yaml = small_yaml().replacen(r#"'=Single sign-on, "2nd" factor'"#, &format!("'{long}'"), 1);
    read::of("long.yaml", &yaml, None, |assessment| {
        let names = sheet(&mut book(assessment), "Control matrix", "Criterion").column("Name");
        let name = names.iter().find(|name| name.starts_with('\u{1f600}')).unwrap();
        let cut = " … (cut here: a cell of Excel holds 32,767 characters and 253 line breaks; the JSON result has the whole text)";
        let kept = name.strip_suffix(cut).unwrap();
        assert!(long.starts_with(kept));
        // A face counts as two, so that one may just not fit.
        let units = name.encode_utf16().count();
        assert!((32_766..=32_767).contains(&units), "{units}");
    });
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let made = || whole(|assessment| bytes(assessment, &Options::default()));
    let one = made();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(one == made(), "the clock, or an order, is in it");
    small(None, |assessment| {
        let quiet = Options { quiet: true, width: 40, ..Options::default() };
        assert!(bytes(assessment, &quiet) == bytes(assessment, &Options::default()), "a sheet has no width");
    });
}
