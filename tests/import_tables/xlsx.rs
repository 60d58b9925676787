//! Workbooks.

use std::io::{Cursor, Read as _, Write as _};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::read::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::{Read, read};

/// The name of a sheet, and what fills it.
type Sheet<'a> = (&'a str, &'a dyn Fn(&mut Worksheet));

/// A workbook of sheets.
fn workbook(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, fill) in sheets {
        let sheet = workbook.add_worksheet().set_name(*name).unwrap();
        fill(sheet);
    }
    workbook.save_to_buffer().unwrap()
}

/// Rows of texts from a row on.
fn rows(sheet: &mut Worksheet, from: u32, rows: &[&[&str]]) {
    for (row, cells) in (from..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            if !cell.is_empty() {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
    }
}

/// The same archive with a part changed, or added.
fn rezip(bytes: &[u8], changed: &str, change: &dyn Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        writer.start_file(&name, options).unwrap();
        let text = if name == changed { change(&text) } else { text };
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An archive of parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn book(bytes: &[u8]) -> Read {
    read("book.xlsx", bytes).expect("a workbook")
}

/// The one fault of a file of which nothing is read.
fn refused(bytes: &[u8]) -> String {
    let read = book(bytes);
    assert_eq!((read.tables.len(), read.problems.len()), (0, 1), "{read:?}");
    read.problems[0].clone()
}

pub fn plain() -> Vec<u8> {
    workbook(&[("Controls", &|sheet| rows(sheet, 0, &[&["id", "name"], &["AC-01", "Reviews"], &["AC-02", "Leavers"]]))])
}

#[test]
fn every_sheet_with_a_table_is_read() {
    let bytes = workbook(&[
        ("Summary", &|sheet| {
            sheet.merge_range(0, 0, 0, 4, "Acme controls", &Format::new()).unwrap();
            rows(sheet, 2, &[&["Figures", "", "", "Series"], &["Metric", "Count", "", "Series", "Count"]]);
            for row in 4..7 {
                rows(sheet, row, &[&["Controls", "", "", "CC6"]]);
                sheet.write_number(row, 1, 12.0).unwrap();
                sheet.write_number(row, 4, 0.1 + 0.2).unwrap();
            }
            sheet.merge_range(8, 0, 8, 4, "1. Look here first", &Format::new()).unwrap();
        }),
        ("Controls", &|sheet| {
            rows(
                sheet,
                1,
                &[
                    &["", "id", "name", "", "owner"],
                    &["", "AC-01", "Reviews", "x", ""],
                    &["", "", "", "", ""],
                    &["", "AC-02", "Two<br>lines", "", "Sam"],
                ],
            );
        }),
        ("Empty", &|_| {}),
        ("Notes", &|sheet| rows(sheet, 0, &[&["only"], &["one"], &["column"]])),
        ("Lists", &|sheet| {
            rows(sheet, 0, &[&["a", "b"], &["1", "2"]]);
            sheet.set_hidden(true);
        }),
    ]);
    let read = book(&bytes);
    assert_eq!(read.format, "XLSX, 5 sheets");
    let row = |n| format!("sheet Summary, row {n}: Controls | 12 | CC6 | 0.3\n");
    assert_eq!(
        read.tables,
        [
            format!("[Summary]\nMetric | Count | Series | Count\n{}{}{}", row(5), row(6), row(7)),
            "[Controls]\nid | name | column D | owner\nsheet Controls, row 3: AC-01 | Reviews | x | \nsheet Controls, row 5: AC-02 | Two⏎lines |  | Sam\n".to_owned(),
        ]
    );
    assert_eq!(
        read.left_out,
        [
            "sheet Summary, row 1: Acme controls: it stands above the headings, which are in row 4",
            "sheet Summary, row 3: Figures · Series: it stands above the headings, which are in row 4",
            "sheet Summary, row 9: 1. Look here first: it is laid over several columns, a title and no row",
            "sheet Notes: the sheet: it holds no table: no line of headings with a row below it",
            "sheet Lists: the sheet: it is hidden; show it in a spreadsheet program if it is to be read",
        ]
    );
    assert_eq!(read.problems, [""; 0]);
}

#[test]
fn merged_cells_count_for_every_row_they_span() {
    let bytes = workbook(&[("S", &|sheet| {
        rows(sheet, 0, &[&["criterion", "control", "owner"]]);
        sheet.merge_range(1, 0, 3, 0, "CC6.1", &Format::new()).unwrap();
        rows(
            sheet,
            1,
            &[
                &["", "Keys", ""],
                &["", "Locks", ""],
                &["", "Guards", "Sam"],
                &["CC6.2", "Joiners", ""],
                &["", "Leavers", ""],
            ],
        );
        sheet.merge_range(1, 2, 2, 2, "Jane", &Format::new()).unwrap();
        sheet.write_string(1, 0, "CC6.1").unwrap();
    })]);
    assert_eq!(
        book(&bytes).tables,
        [
            "[S]\ncriterion | control | owner\nsheet S, row 2: CC6.1 | Keys | Jane\nsheet S, row 3: CC6.1 | Locks | Jane\nsheet S, row 4: CC6.1 | Guards | Sam\nsheet S, row 5: CC6.2 | Joiners | \nsheet S, row 6:  | Leavers | \n"
        ]
    );
}

/// A sheet with one value of each sort.
fn values() -> Vec<u8> {
    workbook(&[("S", &|sheet| {
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let time = Format::new().set_num_format("yyyy-mm-dd hh:mm");
        let length = Format::new().set_num_format("[h]:mm");
        rows(sheet, 0, &[&["id", "day", "instant", "length", "number", "whole", "yes", "formula", "text"], &["A-1"]]);
        let date = |y, m, d| ExcelDateTime::from_ymd(y, m, d).unwrap();
        sheet.write_datetime_with_format(1, 1, date(2026, 1, 31), &day).unwrap();
        sheet.write_datetime_with_format(1, 2, date(2026, 1, 31).and_hms(14, 30, 0).unwrap(), &time).unwrap();
        sheet.write_number_with_format(1, 3, 1.5, &length).unwrap();
        sheet.write_number(1, 4, 0.25).unwrap();
        sheet.write_number(1, 5, 2026.0).unwrap();
        sheet.write_boolean(1, 6, true).unwrap();
        sheet.write_formula(1, 7, Formula::new("=1+1").set_result("2")).unwrap();
        sheet.write_string(1, 8, "007").unwrap();
    })])
}

#[test]
fn values_are_read_as_a_person_reads_them() {
    let head = "[S]\nid | day | instant | length | number | whole | yes | formula | text\n";
    assert_eq!(
        book(&values()).tables,
        [format!(
            "{head}sheet S, row 2: A-1 | 2026-01-31 | 2026-01-31T14:30:00 | 36:00 | 0.25 | 2026 | true | 2 | 007\n"
        )]
    );
    let counted_from_1904 =
        rezip(&values(), "xl/workbook.xml", &|text| text.replace("<workbookPr ", "<workbookPr date1904=\"1\" "));
    assert_eq!(
        book(&counted_from_1904).tables,
        [format!(
            "{head}sheet S, row 2: A-1 | 2030-02-01 | 2030-02-01T14:30:00 | 36:00 | 0.25 | 2026 | true | 2 | 007\n"
        )]
    );
}

#[test]
fn errors_and_formulas_without_a_value_are_left_out_by_cell() {
    let bytes = workbook(&[("S", &|sheet| {
        rows(sheet, 0, &[&["id", "name", "owner"], &["A-1", "one", ""], &["A-2", "two", ""]]);
        sheet.write_formula(1, 2, Formula::new("=VLOOKUP(1,A1:A1,1)").set_result("#N/A")).unwrap();
        sheet.write_formula(2, 2, Formula::new("=B3").set_result("77777")).unwrap();
    })]);
    let bytes = rezip(&bytes, "xl/worksheets/sheet1.xml", &|text| text.replace("<v>77777</v>", ""));
    let read = book(&bytes);
    assert_eq!(read.tables, ["[S]\nid | name | owner\nsheet S, row 2: A-1 | one | \nsheet S, row 3: A-2 | two | \n"]);
    assert_eq!(
        read.left_out,
        [
            "sheet S, cell C2: #N/A: the formula in it came to an error",
            "sheet S, cell C3: a formula: it is a formula without a stored value; open the workbook in a spreadsheet program and save it once",
        ]
    );
}

#[test]
fn what_only_looks_like_a_workbook_is_told_what_it_is() {
    let cases: [(&[u8], &str); 8] = [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1and more",
            "book.xlsx is an old .xls or a protected workbook (save it as .xlsx or CSV without a password)",
        ),
        (
            &archive(&[("word/document.xml", "<w/>")]),
            "book.xlsx is a text document, no workbook (copy its table into a spreadsheet, and save that as .xlsx or CSV)",
        ),
        (
            &archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]),
            "book.xlsx is an OpenDocument sheet (save it as CSV or as an Excel workbook (.xlsx))",
        ),
        (
            &archive(&[("ppt/presentation.xml", "<p/>")]),
            "book.xlsx is a presentation, no workbook (copy its table into a spreadsheet, and save that as .xlsx or CSV)",
        ),
        (
            &archive(&[("xl/workbook.bin", "")]),
            "book.xlsx is a binary Excel workbook (.xlsb) (save it as an Excel workbook (.xlsx) or as CSV)",
        ),
        (
            &archive(&[("a.txt", "a")]),
            "book.xlsx is an archive that holds no workbook (unpack it, and import the files in it)",
        ),
        (
            &archive(&[("xl/workbook.xml", "<nothing/>")]),
            "book.xlsx is a workbook that is damaged or not written by its rules (open it in a spreadsheet program and save it again as .xlsx, or save the sheet as CSV)",
        ),
        (
            &plain()[..900],
            "book.xlsx begins like a workbook, but breaks off or is damaged (copy or download it again; if it opens in a spreadsheet program, save it there again as .xlsx)",
        ),
    ];
    for (bytes, expected) in cases {
        assert_eq!(refused(bytes), expected);
    }
}

#[test]
fn a_damaged_sheet_is_told_with_the_last_cell_and_the_others_are_read() {
    let two = workbook(&[
        ("One", &|sheet| rows(sheet, 0, &[&["id", "name"], &["A-1", "one"]])),
        ("Two", &|sheet| rows(sheet, 0, &[&["id", "name"], &["B-1", "two"]])),
    ]);
    let broken = rezip(&two, "xl/worksheets/sheet1.xml", &|text| text.replace("r=\"A2\" t=\"s\"", "r=\"A2\" t=\"z\""));
    let read = book(&broken);
    assert_eq!(read.tables, ["[Two]\nid | name\nsheet Two, row 2: B-1 | two\n"]);
    assert_eq!(
        read.problems,
        [
            "book.xlsx, sheet One: what follows cell B1 cannot be read, the sheet is damaged (open it in a spreadsheet program and save it again as .xlsx, or save the sheet as CSV)"
        ]
    );
}

/// A workbook whose sheet says a megabyte of nothing eleven times.
fn bomb() -> Vec<u8> {
    rezip(&plain(), "xl/worksheets/sheet1.xml", &|text| {
        text.replace("<sheetData>", &format!("<!--{}--><sheetData>", " ".repeat(11 << 20)))
    })
}

/// Writes another size into both headers of the largest part.
fn lying(mut bytes: Vec<u8>, size: u32) -> Vec<u8> {
    for (signature, offset) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
        let heads: Vec<usize> =
            bytes.windows(4).enumerate().filter(|(_, at)| at == signature).map(|(at, _)| at + offset).collect();
        let said = |bytes: &[u8], at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
        let largest = heads.into_iter().filter(|at| at + 4 <= bytes.len()).max_by_key(|at| said(&bytes, *at)).unwrap();
        bytes[largest..largest + 4].copy_from_slice(&size.to_le_bytes());
    }
    bytes
}

#[test]
fn a_zip_bomb_is_refused_whatever_its_headers_say() {
    let unpacked = "book.xlsx has a part that unpacks to more than 200 times its size, as no honest workbook does (open it in a spreadsheet program and save it again as .xlsx, or save the sheet as CSV)";
    let bomb = bomb();
    assert!(bomb.len() < 60_000, "{}", bomb.len());
    assert_eq!(refused(&bomb), unpacked);
    // Said to be small, it is found out where it goes on past that; said to be large, it is not unpacked at all.
    let damaged = "book.xlsx begins like a workbook, but breaks off or is damaged (copy or download it again; if it opens in a spreadsheet program, save it there again as .xlsx)";
    assert_eq!(refused(&lying(bomb, 1000)), damaged);
    assert_eq!(refused(&lying(plain(), 20_000_000)), unpacked);
    let total = refused(&large_in_sum(&plain()));
    assert_eq!(
        total,
        "book.xlsx unpacks to more than 256 MB (save the sheets that hold the controls as CSV, or in a workbook of their own)"
    );
}

/// The same archive with more parts, each of which is said to hold nine and a half megabytes.
fn large_in_sum(bytes: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        writer.raw_copy_file(archive.by_index(at).unwrap()).unwrap();
    }
    for n in 0..30 {
        writer.start_file(format!("xl/media/{n}.xml"), SimpleFileOptions::default()).unwrap();
        writer.write_all(b"x").unwrap();
    }
    let mut bytes = writer.finish().unwrap().into_inner();
    let heads: Vec<usize> =
        bytes.windows(4).enumerate().filter(|(_, at)| at == b"PK\x01\x02").map(|(at, _)| at + 24).collect();
    for at in heads {
        bytes[at..at + 4].copy_from_slice(&9_500_000_u32.to_le_bytes());
    }
    bytes
}

#[test]
fn one_text_named_by_every_cell_does_not_fill_the_memory() {
    let long = "x".repeat(1 << 20);
    let bytes = rezip(&plain(), "xl/sharedStrings.xml", &|text| {
        text.replace("<t>Reviews</t>", &format!("<t>{long}</t>")).replace("uniqueCount=\"", "uniqueCount=\"99999999999")
    });
    let cells: String =
        (10..400).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>3</v></c></row>")).collect();
    let bytes = rezip(&bytes, "xl/worksheets/sheet1.xml", &|text| {
        text.replace("</sheetData>", &format!("{cells}</sheetData>"))
    });
    assert_eq!(
        refused(&bytes),
        "book.xlsx, sheet Controls: the cells hold more than 256 MB of text (split it into several files; they can be imported together or one after the other)"
    );
}

#[test]
fn cells_far_to_the_right_are_refused() {
    let bytes = workbook(&[("S", &|sheet| {
        rows(sheet, 0, &[&["id", "name"], &["A-1", "one"]]);
        sheet.write_string(1, 1000, "far").unwrap();
    })]);
    assert_eq!(
        refused(&bytes),
        "book.xlsx, sheet S: cell ALM2 lies beyond the first 1000 columns (split it into several files; they can be imported together or one after the other)"
    );
}
