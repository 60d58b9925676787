//! A filled-in worksheet, brought back: what is written, what is refused, and what an assessment makes of it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;

use calamine::{Reader, Xlsx};
use rust_xlsxwriter::Workbook;
use serde_json::Value;

use crate::{Folder, INVENTORY, folder, sample};

/// What is written beside an item: result, what was found, root cause, resolved.
type Results<'a> = &'a [(&'a str, [&'a str; 4])];

/// Fills in a worksheet in CSV: `pass` for every item but some.
fn fill(csv: &str, others: Results<'_>) -> String {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let head = reader.headers().unwrap().clone();
    let at = |name: &str| head.iter().position(|column| column == name).unwrap();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&head).unwrap();
    for row in reader.records() {
        let mut row: Vec<String> = row.unwrap().iter().map(str::to_owned).collect();
        let other = others.iter().find(|(item, _)| *item == row[at("item")]).map(|(_, cells)| cells);
        let cells = other.unwrap_or(&["pass", "", "", ""]);
        for (name, cell) in ["result", "what_was_found", "root_cause", "resolved"].into_iter().zip(cells) {
            (*cell).clone_into(&mut row[at(name)]);
        }
        writer.write_record(&row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

const DRAW: [&str; 8] = ["--date", "merged", "--seed", "7", "--size", "4", "--retrieved", "2026-10-01"];
const RECORD: [&str; 5] = ["--record", "f.csv", "--by", "alex", "--date-of-test=2026-10-12"];
const EXCEPTION: (&str, [&str; 4]) =
    ("PR-3", ["Exception", "Merged by its author: \"hotfix\"", "Branch rule was off", "2026-10-02"]);

/// Draws, fills in, and leaves the worksheet as f.csv.
fn filled(folder: &Folder, others: Results<'_>) {
    sample(folder, &[&DRAW[..], &["-o", "w.csv"]].concat()).ends(0);
    folder.put("f.csv", fill(&folder.text("w.csv"), others).as_bytes());
}

/// The inventory with a test behind its first control.
fn with(test: &str) -> String {
    INVENTORY.replace("    frequency: per-event\n", &format!("    frequency: per-event\n{test}"))
}

const TEST: &str = r#"    tests:
      - of: operation
        date: 2026-10-12
        by: alex
        period: { start: 2026-07-01, end: 2026-09-30 }
        population: { size: 6, digest: 72396e09d8463fc342c5ed6c1595c57891d7afd3c8c578c8347f7bb90594e1ca, source: changes.csv, retrieved: 2026-10-01, reconciled: false }
        sample: { size: 4, method: random, seed: 7 }
        exceptions:
          - item: PR-3
            description: "Merged by its author: \"hotfix\""
            root_cause: Branch rule was off
            resolved: 2026-10-02
        conclusion: exception
"#;

#[test]
fn it_becomes_a_test_and_nothing_else_changes() {
    let folder = folder();
    filled(&folder, &[EXCEPTION]);
    let said = sample(&folder, &RECORD).ends(0);
    assert_eq!(said.out, "");
    assert_eq!(
        said.err,
        "A test of the operation of CH-1 was written to in.yaml: 4 items, 1 exception, exception. As it was before: \
         in.yaml.bak\nNothing says that the list is complete; once it is checked, set `reconciled: true` in the inventory.\n"
    );
    assert_eq!(folder.text("in.yaml"), with(TEST));
    assert_eq!(folder.text("in.yaml.bak"), INVENTORY);
    // A second time nothing changes.
    let again = sample(&folder, &RECORD).ends(0);
    assert_eq!(again.err, "The test of this sample stands in in.yaml already; nothing was changed.\n");
    assert_eq!(folder.text("in.yaml"), with(TEST));
    // And what says something else of the same sample is refused.
    filled(&folder, &[]);
    sample(&folder, &RECORD).refuses(
        "a test of this sample stands in in.yaml already, on line 17, and says something else; correct it there, or take it out \
         first",
    );
    assert_eq!(folder.text("in.yaml"), with(TEST));
}

#[test]
fn the_digest_tells_which_items_a_test_was_of() {
    let recorded = |test: &str| {
        let folder = folder();
        filled(&folder, &[EXCEPTION]);
        folder.put("in.yaml", with(test).as_bytes());
        sample(&folder, &RECORD).ends(0);
        folder.text("in.yaml").matches("of: operation").count()
    };
    let digest = "72396e09d8463fc342c5ed6c1595c57891d7afd3c8c578c8347f7bb90594e1ca";
    assert_eq!(recorded(TEST), 1);
    assert_eq!(recorded(&TEST.replace(digest, &digest.to_uppercase())), 1);
    assert_eq!(recorded(&TEST.replace(&format!("digest: {digest}, "), "")), 1, "written by hand");
    assert_eq!(recorded(&TEST.replace(digest, &"0".repeat(64))), 2, "six other items");
    // Whoever asks what a test was of is told.
    let folder = Folder::with(&[("in.yaml", &with(TEST))]);
    let said = folder.run(&["explain", "CH-1", "-i", "in.yaml", "--as-of", "2026-10-20", "-f", "markdown"]).ends(0);
    let told = format!(
        "  - **Population:** 6 items, from changes.csv, retrieved on 2026-10-01, not checked to be complete. SHA-256 of its ids, \
         sorted, a line each: `{digest}`.\n"
    );
    assert!(said.out.contains(&told), "{}", said.out);
}

#[test]
fn an_effective_test_says_what_was_checked() {
    let folder = folder();
    filled(&folder, &[]);
    let more = ["--reconciled", "--source", "Repository # main"];
    sample(&folder, &[&RECORD[..], &more].concat()).ends(0);
    let test = TEST
        .replace("source: changes.csv", "source: \"Repository # main\"")
        .replace("reconciled: false", "reconciled: true");
    let (before, rest) = test.split_once("        exceptions:").unwrap();
    assert!(rest.ends_with("conclusion: exception\n"));
    assert_eq!(folder.text("in.yaml"), with(&format!("{before}        conclusion: effective\n")));
}

/// The rules that find something in a control.
fn rules(folder: &Folder, control: &str) -> Vec<String> {
    let said = folder.run(&["assess", "in.yaml", "--as-of", "2026-10-20", "-f", "json"]).ends(0);
    let result: Value = serde_json::from_str(&said.out).unwrap();
    let gaps = result["gaps"].as_array().unwrap().iter().filter(|gap| gap["control"] == control);
    gaps.map(|gap| gap["rule"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_assessment_judges_it() {
    let has = |folder: &Folder, rule: &str| rules(folder, "CH-1").iter().any(|found| found == rule);
    let folder = folder();
    assert!(has(&folder, "operation-untested"));
    // All six are looked at, and the list is proved: nothing is left to say of the test.
    sample(&folder, &["--date", "merged", "--retrieved", "2026-10-01", "-o", "w.csv"]).ends(0);
    folder.put("f.csv", fill(&folder.text("w.csv"), &[]).as_bytes());
    sample(&folder, &[&RECORD[..], &["--reconciled"]].concat()).ends(0);
    for rule in [
        "operation-untested",
        "population-unproved",
        "sample-too-small",
        "operating-exceptions",
        "tester-not-independent",
    ] {
        assert!(!has(&folder, rule), "{rule}: {:?}", rules(&folder, "CH-1"));
    }
    // Four of six, an exception, nobody checked the list: each is found.
    let folder = crate::folder();
    filled(&folder, &[EXCEPTION]);
    sample(&folder, &RECORD).ends(0);
    for rule in ["population-unproved", "sample-too-small", "operating-exceptions"] {
        assert!(has(&folder, rule), "{rule}: {:?}", rules(&folder, "CH-1"));
    }
    assert!(!has(&folder, "operation-untested"));
}

#[track_caller]
fn refused(folder: &Folder, arguments: &[&str], sentences: &[&str]) {
    let said = sample(folder, arguments).ends(2);
    for sentence in sentences {
        assert!(said.err.contains(sentence), "{sentence}\n---\n{}", said.err);
    }
    assert_eq!((said.out.as_str(), folder.text("in.yaml").as_str()), ("", INVENTORY));
    assert!(!folder.path("in.yaml.bak").exists());
}

#[test]
fn an_unfinished_worksheet_is_refused() {
    let folder = folder();
    filled(&folder, &[("PR-5", ["", "", "", ""]), ("PR-1", [" ", "", "", ""])]);
    refused(
        &folder,
        &RECORD,
        &["the worksheet is unfinished: 2 items have no result yet: PR-5 and PR-1", "nothing was recorded"],
    );
    filled(&folder, &[("PR-5", ["maybe", "", "", ""])]);
    refused(&folder, &RECORD, &["`maybe` is no result of `PR-5`, row 2", "write pass or exception"]);
    filled(&folder, &[("PR-5", ["exception", "", "", ""])]);
    refused(&folder, &RECORD, &["nothing says what was found in `PR-5`, row 2"]);
    filled(&folder, &[("PR-5", ["pass", "", "Somebody left", ""])]);
    refused(&folder, &RECORD, &["`PR-5`, row 2, passed, and yet a root cause"]);
    filled(&folder, &[("PR-5", ["exception", "x", "", "03/04/2026"])]);
    refused(&folder, &RECORD, &["`03/04/2026` is no day on which `PR-5`, row 2, was resolved"]);
    filled(&folder, &[("PR-5", ["exception", "x", "", "2026-06-01"])]);
    refused(&folder, &RECORD, &["was resolved on 2026-06-01, before the period began on 2026-07-01"]);
}

#[test]
fn what_the_control_never_applied_to_is_no_item() {
    let folder = folder();
    filled(&folder, &[("PR-5", ["N/A", "", "", ""]), ("PR-1", ["maybe", "", "", ""])]);
    refused(
        &folder,
        &RECORD,
        &[
            "`N/A` is no result of `PR-5`, row",
            "help: an item to which the control does not apply belongs in no population: take it out of the list, and draw again\n",
            "`maybe` is no result of `PR-1`, row",
            "help: write pass or exception\n",
        ],
    );
}

#[test]
fn a_worksheet_of_something_else_is_refused() {
    let folder = folder();
    filled(&folder, &[]);
    let sheet = folder.text("f.csv");
    let changed = |from: &str, to: &str| {
        assert!(sheet.contains(from), "{from}");
        folder.put("f.csv", sheet.replace(from, to).as_bytes());
    };
    changed(",PR-3,", ",PR-6,");
    refused(
        &folder,
        &RECORD,
        &["the items of the worksheet are not those drawn: it lacks PR-3", "it holds PR-6, which were not drawn"],
    );
    changed(",PR-3,", ",PR-5,");
    refused(&folder, &RECORD, &["it lacks PR-3", "it holds PR-5 more than once"]);
    changed(",7,chosen", ",8,chosen");
    refused(&folder, &RECORD, &["the items of the worksheet are not those drawn"]);
    changed(",7,chosen", ",seven,chosen");
    refused(&folder, &RECORD, &["the worksheet says `seven` for its `seed`, and not a whole number"]);
    changed("CH-1,", "CH-9,");
    refused(&folder, &RECORD, &["the worksheet is one of `CH-9`, not of `CH-1`"]);
    folder.put("f.csv", sheet.replacen("CH-1,", "CH-9,", 1).as_bytes());
    refused(&folder, &RECORD, &["its rows say different things in the column `control`: CH-1 and CH-9"]);
    folder.put("f.csv", b"item,what\nPR-1,x\nPR-2,y\n");
    refused(&folder, &RECORD, &["it is no worksheet: it has no table with the columns `item` and `result`"]);
    // Another population: one more change.
    folder.put("f.csv", sheet.as_bytes());
    folder.put("changes.csv", format!("{}PR-7,2026-09-30,eve\n", crate::CHANGES).as_bytes());
    refused(
        &folder,
        &RECORD,
        &[
            "the worksheet was drawn from another population: its ids, 6, have the digest 72396e09",
            "those of changes.csv, 7, have",
        ],
    );
}

#[test]
fn days_and_people_must_fit() {
    let folder = folder();
    filled(&folder, &[]);
    let record = |more: &[&str]| sample(&folder, &[&["--record", "f.csv"], more].concat());
    record(&["--date-of-test", "2026-10-12"])
        .refuses("nobody says who tested: name one of `people` with --by, or in the worksheet");
    record(&["--by", "Alice"]).refuses("no person has the id `Alice`; the inventory lists alex and jane");
    record(&["--by", "alex", "--date-of-test", "2026-09-29"]).refuses(
        "the test is dated 2026-09-29, and the period it tests ends on 2026-09-30: wait until it is over, or draw a sample of a \
         shorter time with --period",
    );
    record(&["--by", "alex", "--date-of-test", "2026-10-12", "--retrieved", "2026-10-13"])
        .refuses("the list was taken on 2026-10-13, after the day of the test, 2026-10-12; correct one of the two");
    assert_eq!(folder.text("in.yaml"), INVENTORY);
    // A name is as good as an id, and the worksheet may say it in one row.
    let sheet = folder.text("f.csv");
    assert!(sheet.contains("with --seed,,\n"), "{sheet}");
    folder.put("f.csv", sheet.replacen("with --seed,,\n", "with --seed,Alex Doe,2026-10-12\n", 1).as_bytes());
    record(&[]).ends(0);
    assert!(folder.text("in.yaml").contains("date: 2026-10-12\n        by: alex\n"), "{}", folder.text("in.yaml"));
}

#[test]
fn results_are_not_overwritten() {
    let folder = folder();
    filled(&folder, &[]);
    sample(&folder, &["-o", "f.csv"])
        .refuses("f.csv holds results that somebody wrote; record them with --record, or write to another file");
    sample(&folder, &["-o", "w.csv"]).ends(0);
}

/// The cells of the sheets of a workbook, each as text.
fn sheets(bytes: Vec<u8>) -> BTreeMap<String, Vec<Vec<String>>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let cells = names.into_iter().map(|name| {
        let range = book.worksheet_range(&name).unwrap();
        (name, range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect())
    });
    cells.collect()
}

#[test]
fn a_workbook_and_a_page_come_back_too() {
    let folder = folder();
    sample(&folder, &[&DRAW[..], &["-o", "w.xlsx", "-o", "w.md"]].concat()).ends(0);
    let mut sheets = sheets(fs::read(folder.path("w.xlsx")).unwrap());
    let items = sheets.get_mut("Worksheet").unwrap();
    let head = items.iter().position(|row| row[0] == "Number").unwrap();
    for row in &mut items[head + 1..] {
        let cells = if row[1] == "PR-3" { EXCEPTION.1 } else { ["pass", "", "", ""] };
        cells.into_iter().zip(&mut row[3..]).for_each(|(cell, place)| cell.clone_into(place));
    }
    let mut book = Workbook::new();
    for (name, rows) in &sheets {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (at, row) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(row) {
                sheet.write_string(at, column, cell).unwrap();
            }
        }
    }
    folder.put("f.xlsx", &book.save_to_buffer().unwrap());
    let page = folder.text("w.md").replace("` | – |", "` | pass |").replace(
        "`PR-3` | pass | – | – | – |",
        "`PR-3` | exception | Merged by its author: \"hotfix\" | Branch rule was off | 2026-10-02 |",
    );
    folder.put("f.md", page.as_bytes());
    for name in ["f.xlsx", "f.md"] {
        folder.put("in.yaml", INVENTORY.as_bytes());
        let said = sample(&folder, &["--record", name, "--by", "alex", "--date-of-test", "2026-10-12"]).ends(0);
        assert_eq!(folder.text("in.yaml"), with(TEST), "{name}");
        // Our own titles are not told as left out.
        assert!(said.err.starts_with("A test of the operation of CH-1 was written"), "{}", said.err);
    }
}

/// Ids that are formulas, markup, commands, blanks, dashes and what cannot be seen.
const HOSTILE: &str = "id,x\n=1+1,a\nb|c,b\n\"<b>`x`</b>\",c\n@me,d\n-,e\n\"tab\there\",f\n–,g\nzw\u{200b}1,h\n::error::x,i\n1. item,j\né,k\n\
    \"'=2\",l\n\"##[error]y\",m\n\u{202e}rtl,n\n";

#[test]
fn hostile_ids_come_back_as_they_are() {
    let folder = Folder::with(&[("in.yaml", INVENTORY), ("changes.csv", HOSTILE)]);
    sample(&folder, &["-o", "w.csv", "-o", "w.md", "--size", "14", "--seed", "1"]).ends(0);
    folder.put("f.csv", fill(&folder.text("w.csv"), &[]).as_bytes());
    let page: String = folder
        .text("w.md")
        .lines()
        .map(|line| line.replace(" | – | – | – | – |", " | pass | – | – | – |") + "\n")
        .collect();
    folder.put("f.md", page.as_bytes());
    for name in ["f.csv", "f.md"] {
        folder.put("in.yaml", INVENTORY.as_bytes());
        let said = sample(&folder, &["--record", name, "--by", "alex", "--date-of-test", "2026-10-12"]);
        assert_eq!(said.code, Some(0), "{name}: {}", said.err);
    }
}

#[test]
fn a_folder_keeps_its_files_and_lists_on_one_line_stay_there() {
    let folder = folder();
    folder.put(
        "in/a.yaml",
        b"organization: Acme\nscope: { report: type2, period: { start: 2026-07-01, end: 2026-09-30 } }\n",
    );
    let control = "controls:\n  - { id: CH-1, name: C, criteria: [CC8.1], status: implemented, tests: [{ of: design }] }  # one\n";
    folder.put("in/b.yaml", control.as_bytes());
    let run = |more: &[&str]| {
        folder.run(
            &[&["sample", "CH-1", "-i", "in", "--population", "changes.csv", "--date", "merged"][..], more].concat(),
        )
    };
    run(&["-o", "w.csv"]).ends(0);
    folder.put("f.csv", fill(&folder.text("w.csv"), &[]).as_bytes());
    let record = [
        "sample",
        "CH-1",
        "-i",
        "in",
        "--population",
        "changes.csv",
        "--record",
        "f.csv",
        "--date-of-test",
        "2026-10-12",
    ];
    folder.run(&record).ends(0);
    let test = "{of: operation, date: 2026-10-12, period: {start: 2026-07-01, end: 2026-09-30}, population: {size: 6, digest: \
                72396e09d8463fc342c5ed6c1595c57891d7afd3c8c578c8347f7bb90594e1ca, source: changes.csv, reconciled: false}, sample: {size: 6, method: all}, conclusion: effective}";
    assert_eq!(folder.text("in/b.yaml"), control.replace("[{ of: design }]", &format!("[{{ of: design }}, {test}]")));
    assert!(!folder.path("in/a.yaml.bak").exists());
}

#[test]
fn json_stays_json() {
    let folder = folder();
    let inventory = r#"{ "organization": "Acme", "scope": { "report": "type2", "period": { "start": "2026-07-01", "end": "2026-09-30" } },
  "controls": [{ "id": "CH-1", "name": "C", "criteria": ["CC8.1"], "status": "implemented" }] }"#;
    folder.put("in.yaml", inventory.as_bytes());
    filled(&folder, &[EXCEPTION]);
    sample(&folder, &RECORD).ends(0);
    let mut written: Value = serde_json::from_str(&folder.text("in.yaml")).expect("JSON");
    let tests = written["controls"][0].as_object_mut().unwrap().remove("tests").unwrap();
    assert_eq!(written, serde_json::from_str::<Value>(inventory).unwrap());
    let test = &tests[0];
    assert_eq!(test["period"], serde_json::json!({ "start": "2026-07-01", "end": "2026-09-30" }));
    assert_eq!((&test["population"]["size"], &test["population"]["reconciled"]), (&6.into(), &false.into()));
    assert_eq!(test["exceptions"][0]["description"], "Merged by its author: \"hotfix\"");
    assert_eq!(test["conclusion"], "exception");
}
