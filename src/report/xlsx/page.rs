//! A sheet of the workbook: a title, sections, tables, and how it is printed.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::report::xlsx::cell::{At, Cell, Written, put, put_styled, shown};
use crate::report::xlsx::height;
use crate::report::xlsx::look::Look;
use crate::report::xlsx::paint;
use crate::text::count::count;

/// How many rows Excel holds in a sheet.
pub(super) const ROWS: u32 = 1_048_576;
/// The number by which printers know A4.
const A4: u8 = 9;

/// Up to how many characters fit on so many pages.
const PAGES: [(f64, u16); 2] = [(240.0, 1), (400.0, 2)];

/// A column of a table.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) name: &'static str,
    /// In characters.
    pub(super) width: f64,
    /// Words in it that are levels, verdicts or states have their colour.
    pub(super) painted: bool,
}

/// A column of texts, numbers or days.
pub(super) const fn column(name: &'static str, width: f64) -> Column {
    Column { name, width, painted: false }
}

/// A column whose words have colours.
pub(super) const fn painted(name: &'static str, width: f64) -> Column {
    Column { name, width, painted: true }
}

/// A sheet being written, from the top down.
pub(super) struct Page<'a> {
    pub(super) sheet: Worksheet,
    pub(super) look: &'a Look,
    /// The next row to be written.
    pub(super) row: u32,
    room: u32,
    widths: Vec<f64>,
}

impl<'a> Page<'a> {
    pub(super) fn new(name: &'static str, look: &'a Look) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?.set_screen_gridlines(false).set_landscape().set_paper_size(A4);
        sheet.set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
        sheet.set_footer(format!("&L&8gapcheck: {name}&R&8page &P of &N"));
        Ok(Self { sheet, look, row: 0, room: ROWS, widths: Vec::new() })
    }

    /// The widths of its columns, in characters.
    pub(super) fn widths(&mut self, widths: impl IntoIterator<Item = f64>) -> Written {
        self.widths = widths.into_iter().collect();
        for (at, width) in (0..).zip(&self.widths) {
            self.sheet.set_column_width(at, *width)?;
        }
        Ok(())
    }

    /// The title of the sheet and what it says of itself.
    pub(super) fn title(&mut self, title: &str, note: &str) -> Written {
        self.sheet.set_row_height(0, 24)?;
        let look = self.look;
        self.say(title, &look.title)?;
        self.say(note, &look.note)?;
        self.row += 1;
        Ok(())
    }

    /// The heading of a section, with a line before it.
    pub(super) fn section(&mut self, title: &str) -> Written {
        self.row += 1;
        let look = self.look;
        self.say(title, &look.section)
    }

    /// A line of text that may reach over the columns to the right.
    pub(super) fn note(&mut self, text: &str) -> Written {
        let look = self.look;
        self.say(text, &look.note)
    }

    /// A sentence of any length, over so many columns and as many lines as it takes.
    pub(super) fn sentence(&mut self, text: &str, span: u16, width: f64) -> Written {
        let look = self.look;
        self.merged(text, (span, width), &look.sentence, 14.0)
    }

    /// A text over the first columns, high enough for all of it: a program does not make merged cells higher by itself.
    pub(super) fn merged(&mut self, text: &str, (span, width): (u16, f64), format: &Format, line: f64) -> Written {
        let text = shown(text);
        self.sheet.set_row_height(self.row, (height::lines(&text, width) * line + 2.0).min(height::MOST))?;
        self.sheet.merge_range(self.row, 0, self.row, span - 1, "", format)?;
        self.sheet.write_string_with_format(self.row, 0, text, format)?;
        self.row += 1;
        Ok(())
    }

    fn say(&mut self, text: &str, format: &Format) -> Written {
        put_styled(&mut self.sheet, (self.row, 0), text, format)?;
        self.row += 1;
        Ok(())
    }

    /// A table that is the sheet: its head stays in sight and is printed on every page, and its rows can be filtered.
    pub(super) fn sole_table<'c>(
        &mut self,
        columns: &[Column],
        (kept, rows): (u16, impl Iterator<Item = Vec<Cell<'c>>>),
    ) -> Written {
        self.widths(columns.iter().map(|column| column.width))?;
        let head = self.row;
        let pages = self.pages();
        self.sheet.set_freeze_panes(head + 1, kept)?.set_repeat_rows(head, head)?;
        self.sheet.set_repeat_columns(0, kept.saturating_sub(1))?.set_print_fit_to_pages(pages, 0);
        let last = self.table(columns, rows)?;
        let right = u16::try_from(columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
        self.sheet.autofilter(head, 0, last, right)?;
        Ok(())
    }

    /// A table among others. Gives its last row, that of its head where it has no other.
    pub(super) fn table<'c>(
        &mut self,
        columns: &[Column],
        rows: impl Iterator<Item = Vec<Cell<'c>>>,
    ) -> Result<u32, XlsxError> {
        let head = self.row;
        self.sheet.set_row_height(head, 30)?;
        for (at, column) in (0..).zip(columns) {
            self.sheet.write_string_with_format(head, at, column.name, &self.look.header)?;
        }
        self.row += 1;
        let mut rows = rows;
        // The last row is for what has to be said where the others do not suffice.
        for row in rows.by_ref().take(usize::try_from((self.room - 1).saturating_sub(self.row)).unwrap_or(0)) {
            for (at, cell) in (0..).zip(&row) {
                self.put((self.row, at), cell)?;
            }
            self.sheet.set_row_height(self.row, height::of(&row, &self.widths))?;
            self.row += 1;
        }
        let last = self.row - 1;
        if last > head {
            for (at, _) in (0..).zip(columns).filter(|(_, column)| column.painted) {
                paint::words(&mut self.sheet, (head + 1, at, last, at))?;
            }
        }
        match rows.count() {
            0 => {}
            more => {
                self.note(&format!(
                    "{} more: a sheet of Excel holds no more than 1,048,576 rows.",
                    count(more, "row")
                ))?;
            }
        }
        Ok(last)
    }

    /// How many pages the columns need beside each other to be read in print.
    fn pages(&self) -> u16 {
        let all: f64 = self.widths.iter().sum();
        PAGES.iter().find(|(room, _)| all <= *room).map_or(3, |(_, pages)| *pages)
    }

    pub(super) fn put(&mut self, at: At, cell: &Cell<'_>) -> Written {
        put(&mut self.sheet, self.look, at, cell)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use rust_xlsxwriter::Workbook;

    use super::*;

    /// The first column of a sheet with so many rows of which so many were to be written.
    fn written(room: u32, rows: usize) -> Vec<String> {
        let look = Look::new();
        let mut page = Page { room, ..Page::new("Full", &look).unwrap() };
        page.title("Full", "A note.").unwrap();
        page.sole_table(&[column("Number", 8.0)], (1, (0..rows).map(|at| vec![Cell::from(at)]))).unwrap();
        let mut workbook = Workbook::new();
        workbook.push_worksheet(page.sheet);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(workbook.save_to_buffer().unwrap())).unwrap();
        let range = book.worksheet_range("Full").unwrap();
        range
            .rows()
            .filter_map(|row| row.first())
            .filter(|cell| **cell != Data::Empty)
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn rows_for_which_a_sheet_has_no_room_are_counted() {
        assert_eq!(written(8, 3), ["Full", "A note.", "Number", "0", "1", "2"]);
        let more = "2 rows more: a sheet of Excel holds no more than 1,048,576 rows.";
        assert_eq!(written(8, 5), ["Full", "A note.", "Number", "0", "1", "2", more]);
    }
}
