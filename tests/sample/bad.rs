//! What cannot be drawn is said in a plain sentence that names the rows, with exit 2.

use crate::{CHANGES, Folder, INVENTORY, folder, items, json, sample};

#[track_caller]
fn refused(csv: &str, arguments: &[&str], sentences: &[&str]) {
    let folder = Folder::with(&[("in.yaml", INVENTORY), ("changes.csv", csv)]);
    let said = sample(&folder, &[&["-o", "w.csv"], arguments].concat()).ends(2);
    assert_eq!(said.out, "");
    for sentence in sentences {
        assert!(said.err.contains(sentence), "{sentence}\n---\n{}", said.err);
    }
    assert!(!folder.path("w.csv").exists());
}

#[test]
fn ids_that_are_missing_or_stand_twice_are_named_by_row() {
    refused(
        "change,who\nA,ann\n,bob\nB,ann\nA,eve\n,eve\nA,bob\nB,bob\n",
        &[],
        &[
            "no id stands in the column `change` of row 3 and row 6",
            "`A` stands 3 times in the column `change`: row 2, row 5 and row 7",
            "`B` stands twice in the column `change`: row 4 and row 8",
            "gapcheck: 3 problems in 1 file; nothing was drawn",
        ],
    );
    let many: String = (0..60).map(|number| format!("{},x\n", number / 2)).collect();
    refused(&format!("id,what\n{many}"), &[], &["10 more ids stand more than once as well", "60 rows, 30 ids"]);
}

#[test]
fn days_that_are_none_or_two_are_named_by_row() {
    refused(
        "change,merged\nA,soon\nB,03/04/2026\nC,\nD,2026-07-09\n",
        &["--date", "merged"],
        &[
            "no day stands in the column `merged` of row 2 and row 4",
            "the column `merged` says days that can be read as two: row 3",
        ],
    );
    refused(
        CHANGES,
        &["--date", "merged", "--period", "2025-01-01..2025-12-31"],
        &[
            "no row of the list lies in the period, 2025-01-01 to 2025-12-31",
            "its days reach from 2026-06-30 to 2026-09-30; name another period with --period",
        ],
    );
}

#[test]
fn columns_that_are_not_there_are_named() {
    refused(CHANGES, &["--id", "changes"], &["the list has no column `changes`", "did you mean `change`?"]);
    refused(
        CHANGES,
        &["--date", "when"],
        &["the list has no column `when`", "its columns are change, merged and author"],
    );
    refused("id,ID,x\n1,2,3\n4,5,6\n", &["--id", "id"], &["two columns are called `id`"]);
    refused(
        "who,what\nann,x\nann,x\n",
        &[],
        &["no column holds another value in every row, so none can tell the items apart", "--id"],
    );
}

#[test]
fn what_is_asked_for_must_be_there() {
    let folder = folder();
    sample(&folder, &["--size", "8"]).refuses("--size asks for 8, but the population holds only 7 items");
    sample(&folder, &["--period", "2026-09-30..2026-07-01"])
        .refuses("--period ends on 2026-07-01, before it begins on 2026-09-30");
    sample(&folder, &["--by", "alx"]).refuses("no person has the id `alx`; did you mean `alex`?");
    sample(&folder, &["--sheet", "Changes"]).refuses("changes.csv has no sheet `Changes`, only one list");
    sample(&folder, &["-o", "changes.csv"]).refuses("changes.csv is the population and would be overwritten");
    sample(&folder, &["-o", "csv=in.yaml"]).refuses("in.yaml is part of the inventory and would be overwritten");
    let of = |control: &str, list: &str| folder.run(&["sample", control, "-i", "in.yaml", "--population", list]);
    of("CH-2", "changes.csv").refuses("no control has the id `CH-2`; did you mean `CH-1`?");
    of("CH-1", "change.csv").refuses("cannot open change.csv: there is no such file; did you mean changes.csv?");
    of("CH-1", ".").refuses(". is a folder; name the file in it that lists the population");
    folder.put("empty.csv", b"");
    of("CH-1", "empty.csv").refuses("empty.csv holds no list: it is empty");
    folder.put("mixed.txt", b"PR-1; PR-2\nPR-3\n");
    of("CH-1", "mixed.txt").refuses(
        "mixed.txt holds no list: it is neither a table, with headings in its first row and as many cells in every other, nor \
         a text with an id on each line",
    );
    assert!(sample(&folder, &["--size", "0"]).ends(2).err.contains("invalid value '0' for '--size <N>'"));
    folder.put(
        "one.yaml",
        INVENTORY.replace("type2, period: { start: 2026-07-01, end: 2026-09-30 }", "type1").as_bytes(),
    );
    folder.run(&["sample", "CH-1", "-i", "one.yaml", "--population", "changes.csv"]).refuses(
        "the report is type 1 and has no observation period; say what time the list is of with --period, such as --period \
         2026-07-01..2026-09-30",
    );
}

#[test]
fn headings_alone_are_no_population() {
    let folder = folder();
    let list = ["sample", "CH-1", "-i", "in.yaml", "--population"];
    let bare = "holds no list: nothing stands below its headings";
    for (name, text) in
        [("a.csv", "id\n"), ("b.csv", "Change\r\n\r\n"), ("c.csv", "id,merged\n"), ("d.csv", "id;day\n;\n\"\";\n")]
    {
        folder.put(name, text.as_bytes());
        folder.run(&[&list[..], &[name]].concat()).refuses(&format!("{name} {bare}"));
    }
    // What stands alone and is no heading is the one item there is.
    folder.put("e.csv", b"PR-7\n");
    assert_eq!(json(&folder.run(&[&list[..], &["e.csv", "-f", "json"]].concat()))["sample"]["items"][0], "PR-7");
}

#[test]
fn a_sheet_of_one_column_is_a_list() {
    let folder = folder();
    let mut book = rust_xlsxwriter::Workbook::new();
    let mut put = |name: &str, cells: &[&[&str]]| {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip(cells) {
            for (column, cell) in (0..).zip(*cells) {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
    };
    put("Leavers", &[&["User"], &["ann"], &["bob"], &["0012"]]);
    put("Notes", &[&["Who", "What"], &["ann", "left in May"], &["bob", "left in June"]]);
    put("Empty", &[&["User"]]);
    folder.put("book.xlsx", &book.save_to_buffer().unwrap());
    let list = ["sample", "CH-1", "-i", "in.yaml", "--population", "book.xlsx", "-f", "json"];
    let left =
        "left out of book.xlsx, sheet Empty: the sheet; it holds no table: no line of headings with a row below it\n";
    // It is not passed over for another sheet.
    let several = "error: book.xlsx holds 2 lists: `Notes` and `Leavers`; name one with --sheet\n";
    assert_eq!(folder.run(&list).ends(2).err, format!("{left}{several}"));
    let said = folder.run(&[&list[..], &["--sheet", "Leavers"]].concat()).ends(0);
    assert_eq!(said.err, left);
    let mut drawn = items(&json(&said));
    drawn.sort();
    assert_eq!(drawn, ["0012", "ann", "bob"]);
}

#[test]
fn of_several_tables_one_must_be_named() {
    let folder = folder();
    let mut book = rust_xlsxwriter::Workbook::new();
    for (part, ids) in [("July", ["A", "B"]), ("August", ["C", "D"])] {
        let sheet = book.add_worksheet().set_name(part).unwrap();
        sheet.write_string(0, 0, "Key").unwrap().write_string(0, 1, "Who").unwrap();
        for (row, id) in (1..).zip(ids) {
            sheet.write_string(row, 0, id).unwrap().write_string(row, 1, "ann").unwrap();
        }
    }
    folder.put("book.xlsx", &book.save_to_buffer().unwrap());
    let list = ["sample", "CH-1", "-i", "in.yaml", "--population", "book.xlsx"];
    folder.run(&list).refuses("book.xlsx holds 2 lists: `July` and `August`; name one with --sheet");
    let of = |part: &'static str| folder.run(&[&list[..], &["--sheet", part]].concat());
    of("May").refuses("book.xlsx has no list `May`; it holds `July` and `August`");
    assert!(of("August").ends(0).out.contains("book.xlsx, August: 2 items by the column `Key` (by its heading)"));
}
