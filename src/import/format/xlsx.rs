//! Workbooks of Excel: every sheet that holds a table.

use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsx};

use crate::import::file::File;
use crate::import::format::Format;
use crate::import::grid::Line;
use crate::import::grid::cell::letters;
use crate::import::grid::table::Names;
use crate::import::grid::{header, table};
use crate::import::limits;
use crate::import::table::{Reading, Row, Table};
use crate::import::workbook::budget::Budget;
use crate::import::workbook::sheet::Sheet;
use crate::import::workbook::unpack::unpack;
use crate::import::workbook::{Refusal, SAVE_AGAIN, sheet};
use crate::model::import::{LeftOut, Origin};
use crate::source::problem::{Problem, Problems};
use crate::text::count::count;

/// XLSX, and what looks like it.
pub const FORMAT: Format = Format { name: "XLSX", read };

const NAMES: Names = Names { column: |at| format!("column {}", letters(at)) };
/// How a zip archive begins, and one that holds nothing.
const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];
/// How the files begin in which Excel kept workbooks before 2007, and keeps those it protects.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

fn read(file: &File<'_>, problems: &mut Problems) -> Option<Reading> {
    let is_zip = ZIP.iter().any(|start| file.bytes.starts_with(start));
    if !is_zip && !file.bytes.starts_with(COMPOUND) {
        return None;
    }
    let mut book =
        Book { file, reading: Reading { format: "XLSX".to_owned(), ..Reading::default() }, budget: Budget::default() };
    let read = if is_zip { book.read(problems) } else { Err(compound()) };
    if let Err(refusal) = read {
        refuse(file, &refusal, problems);
    }
    Some(book.reading)
}

fn compound() -> Refusal {
    Refusal::whole("is an old .xls or a protected workbook", "save it as .xlsx or CSV without a password")
}

fn refuse(file: &File<'_>, refusal: &Refusal, problems: &mut Problems) {
    let colon = if refusal.at.is_empty() { " " } else { ": " };
    problems
        .add(Problem::anywhere(format!("{}{}{colon}{}", file.name, refusal.at, refusal.message)).help(refusal.help));
}

struct Book<'a> {
    file: &'a File<'a>,
    reading: Reading,
    budget: Budget,
}

impl Book<'_> {
    fn read(&mut self, problems: &mut Problems) -> Result<(), Refusal> {
        let unpacked = unpack(self.file.bytes)?;
        let (largest, has_merged) = (unpacked.largest, unpacked.merged);
        let mut workbook = Xlsx::new(Cursor::new(unpacked.bytes))
            .map_err(|_| Refusal::whole("is a workbook that is damaged or not written by its rules", SAVE_AGAIN))?;
        let sheets = workbook.sheets_metadata().to_vec();
        self.reading.format = format!("XLSX, {}", count(sheets.len(), "sheet"));
        let parts = u64::try_from(sheets.len()).unwrap_or(u64::MAX);
        if sheets.len() > limits::SHEETS || largest.saturating_mul(parts) > limits::SHEET_BYTES {
            let help = "keep the sheets that hold the controls, and remove the others";
            return Err(Refusal::whole("has more or larger sheets than are read", help));
        }
        for sheet in sheets {
            match (sheet.typ, sheet.visible) {
                (SheetType::WorkSheet, SheetVisible::Visible) => {
                    match sheet::read(&mut workbook, &sheet.name, has_merged, &mut self.budget) {
                        Ok(read) => self.sheet(&sheet.name, read),
                        Err(refusal) => refuse(self.file, &refusal, problems),
                    }
                }
                (SheetType::WorkSheet, _) => {
                    self.leave_out(
                        format!("sheet {}", sheet.name),
                        "the sheet",
                        "it is hidden; show it in a spreadsheet program if it is to be read",
                    );
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn sheet(&mut self, name: &str, sheet: Sheet) {
        for (cell, what, why) in &sheet.without.told {
            self.leave_out(format!("sheet {name}, cell {cell}"), what, why);
        }
        if sheet.without.more > 0 {
            let what = count(sheet.without.more, "more cell");
            self.leave_out(format!("sheet {name}"), &what, "they are formulas without a stored value, or errors");
        }
        if sheet.lines.is_empty() {
            return;
        }
        self.reading.lists.extend(list(name, &sheet.lines));
        let Some(found) = header::find(&sheet.lines).and_then(|head| table::of(sheet.lines, head, NAMES)) else {
            self.leave_out(
                format!("sheet {name}"),
                "the sheet",
                "it holds no table: no line of headings with a row below it",
            );
            return;
        };
        for dropped in found.dropped {
            self.leave_out(format!("sheet {name}, row {}", dropped.number), &dropped.what, &dropped.why);
        }
        let mut table = found.table;
        table.part = Some(name.to_owned());
        for row in &mut table.rows {
            row.at = format!("sheet {name}, {}", row.at);
        }
        self.reading.tables.push(table);
    }

    fn leave_out(&mut self, at: String, what: &str, why: &str) {
        let origin = Origin { file: self.file.name.to_owned(), at };
        self.reading.left_out.push(LeftOut { origin, what: what.to_owned(), why: why.to_owned() });
    }
}

/// The rows of a sheet in which a single column is filled.
fn list(name: &str, lines: &[Line]) -> Option<Table> {
    let (only, _) = lines.iter().find_map(|line| line.filled().next())?;
    if lines.iter().any(|line| line.filled().any(|(at, _)| at != only)) {
        return None;
    }
    let row = |line: &Line| Row {
        at: format!("sheet {name}, row {}", line.number),
        place: line.place,
        cells: vec![vec![line.cell(only).to_owned()]],
    };
    Some(Table { part: Some(name.to_owned()), columns: Vec::new(), rows: lines.iter().map(row).collect() })
}
