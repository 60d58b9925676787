//! Text between delimiters.

use super::{read, text};

const PLAIN: &str = "id,name,criteria\nAC-01,Access reviews,CC6.2\nAC-02,Leavers,\"CC6.2, CC6.3\"\n";
const PLAIN_TABLE: &str =
    "id | name | criteria\nrow 2: AC-01 | Access reviews | CC6.2\nrow 3: AC-02 | Leavers | CC6.2, CC6.3\n";

#[test]
fn a_delimiter_is_found_by_what_the_text_holds() {
    let plain = text(PLAIN);
    assert_eq!(plain.format, "CSV, separated by commas, UTF-8");
    assert_eq!(plain.tables, [PLAIN_TABLE]);
    assert_eq!((plain.left_out, plain.problems), (vec![], vec![]));
    let separated = |by: &str| {
        let rows = ["id,name,criteria", "AC-01,Access reviews,CC6.2", "AC-02,Leavers,\"CC6.2; CC6.3, CC6.4\t| all\""];
        text(
            &rows
                .map(|row| match row.split_once(",\"") {
                    Some((start, rest)) => format!("{}{by}\"{rest}", start.replace(',', by)),
                    None => row.replace(',', by),
                })
                .join("\r\n"),
        )
    };
    for (by, called) in [(",", "commas"), (";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")] {
        let read = separated(by);
        assert_eq!(read.format, format!("CSV, separated by {called}, UTF-8"));
        assert_eq!(
            read.tables,
            [
                "id | name | criteria\nrow 2: AC-01 | Access reviews | CC6.2\nrow 3: AC-02 | Leavers | CC6.2; CC6.3, CC6.4\t| all\n"
            ]
        );
        assert_eq!(read.problems, [""; 0]);
    }
}

#[test]
fn commas_in_the_text_of_semicolons_decide_nothing() {
    let read = text("id;text\n1;a, b, c\n2;d, e, f\n3;g, h, i\n4;none\n");
    assert_eq!(read.format, "CSV, separated by semicolons, UTF-8");
}

#[test]
fn a_first_line_may_name_the_delimiter() {
    let read = text("sep=;\r\nid;name\r\n\r\n1;One\r\n");
    assert_eq!(read.tables, ["id | name\nrow 4: 1 | One\n"]);
    assert_eq!(read.format, "CSV, separated by semicolons, UTF-8");
}

#[test]
fn encodings_are_told() {
    let windows: Vec<u8> = PLAIN
        .replace("Leavers", "Caf\u{e9} \u{2013} leavers")
        .chars()
        .map(|c| match c {
            '\u{e9}' => 0xe9,
            '\u{2013}' => 0x96,
            c => c as u8,
        })
        .collect();
    let windows = read("file", &windows).unwrap();
    assert_eq!(windows.format, "CSV, separated by commas, Windows-1252");
    assert!(windows.tables[0].contains("AC-02 | Caf\u{e9} \u{2013} leavers | CC6.2, CC6.3"), "{}", windows.tables[0]);
    for big in [true, false] {
        let mark = std::iter::once(0xfeff_u16);
        let bytes: Vec<u8> = mark
            .chain(PLAIN.encode_utf16())
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect();
        let read = read("file", &bytes).unwrap();
        assert_eq!(
            (read.format.as_str(), read.tables),
            ("CSV, separated by commas, UTF-16", vec![PLAIN_TABLE.to_owned()])
        );
    }
    let marked = [b"\xef\xbb\xbf", PLAIN.as_bytes()].concat();
    assert_eq!(read("file", &marked).unwrap().tables, [PLAIN_TABLE]);
}

#[test]
fn headings_are_found_below_titles_and_blank_rows() {
    let read = text(
        "Acme control register,,\n,,\nExported:,2026-01-31,\n\nid,name,criteria\nAC-01,\"Steps:<br>1. one<br/>2. two\",CC6.2\n,,\nAC-02,  Leavers ,CC6.3\n",
    );
    assert_eq!(
        read.tables,
        ["id | name | criteria\nrow 6: AC-01 | Steps:⏎1. one⏎2. two | CC6.2\nrow 8: AC-02 | Leavers | CC6.3\n"]
    );
    assert_eq!(
        read.left_out,
        [
            "row 1: Acme control register: it stands above the headings, which are in row 5",
            "row 3: Exported: · 2026-01-31: it stands above the headings, which are in row 5",
        ]
    );
    assert_eq!(read.problems, [""; 0]);
}

#[test]
fn a_row_that_explains_the_headings_is_no_row() {
    let read = text(
        "id,name,criteria\nThe id of the control in question,A short name that people use,The criteria that it is for\nAC-01,Access reviews,CC6.2\n",
    );
    assert_eq!(read.tables, ["id | name | criteria\nrow 3: AC-01 | Access reviews | CC6.2\n"]);
    assert_eq!(
        read.left_out,
        [
            "row 2: The id of the control in question · A short name that people use · The criteria…: it explains the headings: nearly all of its cells are sentences, those of the rows below are not"
        ]
    );
    let wordy = text(
        "id,a,b\nwe do a thing,and we do another,and a third one too\nhere is the second row,which is as wordy,as the first was too\n",
    );
    assert_eq!(wordy.tables[0].lines().count(), 3);
}

#[test]
fn columns_without_a_heading_are_numbered() {
    let read = text(",id,name\n0,AC-01,Reviews\n1,AC-02,Leavers\n");
    assert_eq!(read.tables, ["column 1 | id | name\nrow 2: 0 | AC-01 | Reviews\nrow 3: 1 | AC-02 | Leavers\n"]);
}

#[test]
fn every_ragged_row_is_told_with_its_row() {
    let read = text(
        "id,name,criteria\nAC-01,Access reviews,CC6.2\nAC-02,Leavers, joiners and movers,CC6.3\nAC-03,\"Two\nlines\",CC6.4\nAC-04,Backups\nAC-05,Keys,CC6.1,\nAC-06,Logs,CC7.2\nAC-07,Scans,CC7.1\n",
    );
    assert_eq!(
        read.problems,
        [
            "row 3 has 4 cells, the table has 3 headings «AC-02,Leavers, joiners and movers,CC6.3» (put a text that holds a comma in double quotes)",
            "row 5 has 2 cells, the table has 3 headings «AC-04,Backups» (write a comma for every empty cell too; a text over several lines stands in double quotes)",
        ]
    );
    assert_eq!(
        read.tables,
        [
            "id | name | criteria\nrow 2: AC-01 | Access reviews | CC6.2\nrow 4: AC-03 | Two⏎lines | CC6.4\nrow 5: AC-04 | Backups | \nrow 6: AC-05 | Keys | CC6.1\nrow 7: AC-06 | Logs | CC7.2\nrow 8: AC-07 | Scans | CC7.1\n"
        ]
    );
}

#[test]
fn empty_cells_may_be_left_away_at_the_end_throughout() {
    let read = text("id;name;owner;note\n1;a;b;c\n2;a\n3;a;b\n4;a;b;c\n");
    assert_eq!(read.problems, [""; 0]);
    assert_eq!(
        read.tables,
        [
            "id | name | owner | note\nrow 2: 1 | a | b | c\nrow 3: 2 | a |  | \nrow 4: 3 | a | b | \nrow 5: 4 | a | b | c\n"
        ]
    );
}

#[test]
fn too_few_headings_are_one_fault() {
    let read = text("id,name\n1,a,x\n2,b,y\n3,c,z\n");
    assert_eq!(
        read.problems,
        ["row 1 has 2 headings, most rows below have up to 3 cells «id,name» (give every column a heading)"]
    );
}

#[test]
fn rows_without_headings_are_all_kept() {
    let read = text("CC6.1,Keys,Jane\nCC6.2,Joiners,Sam\nCC6.3,Leavers,\n");
    assert_eq!(
        read.tables,
        [
            "column 1 | column 2 | column 3\nrow 1: CC6.1 | Keys | Jane\nrow 2: CC6.2 | Joiners | Sam\nrow 3: CC6.3 | Leavers | \n"
        ]
    );
    let matrix = text("control,CC6.1,CC6.2\nLocks,x,\nTickets,,x\n");
    assert_eq!(matrix.tables, ["control | CC6.1 | CC6.2\nrow 2: Locks | x | \nrow 3: Tickets |  | x\n"]);
}

#[test]
fn many_ragged_rows_are_told_up_to_a_number() {
    let rows: String =
        (1..=400).map(|n| if n % 5 == 0 { format!("{n},a,b,c\n") } else { format!("{n},a,b\n") }).collect();
    let read = text(&format!("id,name,owner\n{rows}"));
    assert_eq!(read.problems.len(), 51);
    assert_eq!(
        read.problems[0],
        "30 more rows have other numbers of cells than there are headings (correct those that are told, and import the file again)"
    );
    assert_eq!(
        read.problems[1],
        "row 6 has 4 cells, the table has 3 headings «5,a,b,c» (put a text that holds a comma in double quotes)"
    );
}

#[test]
fn a_quote_that_is_never_closed_is_told_where_it_opens() {
    let read = text("id,name,criteria\nAC-01,Reviews,CC6.2\nAC-02,\"Leavers,CC6.3\nAC-03,Keys,CC6.1\n");
    assert_eq!(
        read.problems[0],
        "the quote that opens in row 3 is never closed «\"Leavers,CC6.3» (put a quote at the end of its cell; a quote that belongs to a text in quotes is written twice)"
    );
    let read = text(
        "id,name,criteria\nAC-01,Reviews,CC6.2\nAC-02,\"Leavers,CC6.3\nAC-03,\"Keys, and locks\",CC6.1\nAC-04,Logs,CC7.2\nAC-05,Scans,CC7.1\n",
    );
    assert!(
        read.problems.contains(&"the text in quotes that begins in row 3 goes on behind the quote that closes it «\"Leavers,CC6.3» (put a quote at the end of its cell; a quote that belongs to a text in quotes is written twice)".to_owned()),
        "{:?}",
        read.problems
    );
}

#[test]
fn what_is_too_wide_or_too_long_is_refused() {
    let wide = format!("{}\n{}\n", vec!["a"; 1001].join(","), vec!["b"; 1001].join(","));
    assert!(
        read("file", wide.as_bytes())
            .is_none_or(|read| read.problems[0].starts_with("row 1 has more than 1000 columns"))
    );
    let long = format!("id,name\n{}", "1,a\n".repeat(200_001));
    let read = text(&long);
    assert_eq!(
        read.problems,
        [
            "the table has more than 200000 rows «1,a» (split it into several files; they can be imported together or one after the other)"
        ]
    );
}

#[test]
fn other_texts_are_no_tables() {
    for other in [
        "",
        "one line",
        "a,b",
        "{\"a\": 1,\n\"b\": 2}\n",
        "[1,2,\n3,4]\n",
        "<a>1,2\n3,4</a>",
        "# Title, of it\ntext, more\n",
        "---\na, b\nc, d\n",
        "Some prose without a table.\nIt goes on, and on.\nAnd it ends, at last, here.\n",
        "name: x\ncriteria:\n  - CC6.1\n  - CC6.2\n",
    ] {
        assert_eq!(read("file", other.as_bytes()), None, "{other:?}");
    }
}
