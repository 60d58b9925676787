//! What a cell holds, and how it is put into a sheet: texts as texts and never as formulas, days as days, numbers as numbers.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::model::date::Date;
use crate::report::xlsx::look::Look;
use crate::text::escape;

/// Whether something could be written.
pub(super) type Written = Result<(), XlsxError>;

/// How many UTF-16 units Excel holds in a cell.
const LONGEST: usize = 32_767;
/// What stands at the end of a text that was cut.
const CUT: &str =
    " … (cut here: a cell of Excel holds 32,767 characters and 253 line breaks; the JSON result has the whole text)";
/// How many line breaks Excel holds in a cell.
const LINE_BREAKS: usize = 253;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Number(f64),
    Day(Date),
}

/// Where a cell stands: row and column from zero.
pub(super) type At = (u32, u16);

/// Puts a cell into a sheet, in the format its kind has.
pub(super) fn put(sheet: &mut Worksheet, look: &Look, at: At, cell: &Cell<'_>) -> Written {
    match cell {
        Cell::Empty => sheet.write_blank(at.0, at.1, &look.text)?,
        Cell::Text(text) => return put_text(sheet, look, at, text),
        Cell::Number(number) => sheet.write_number_with_format(at.0, at.1, *number, &look.number)?,
        Cell::Day(day) => match serial(*day) {
            Some(serial) => sheet.write_number_with_format(at.0, at.1, serial, &look.day)?,
            None => sheet.write_string_with_format(at.0, at.1, day.to_string(), &look.text)?,
        },
    };
    Ok(())
}

/// A text in a format of its own: for titles and sentences.
pub(super) fn put_styled(sheet: &mut Worksheet, at: At, text: &str, format: &Format) -> Written {
    sheet.write_string_with_format(at.0, at.1, shown(text), format)?;
    Ok(())
}

/// A text. Where it would become a formula as soon as somebody edits the cell, the cell says that it is a quotation.
fn put_text(sheet: &mut Worksheet, look: &Look, at: At, text: &str) -> Written {
    let format = if escape::looks_like_formula(text) { &look.quoted } else { &look.text };
    put_styled(sheet, at, text, format)
}

/// A text as a cell can hold it.
pub(super) fn shown(text: &str) -> String {
    let text = escape::spreadsheet(text);
    let breaks = text.char_indices().filter(|(_, c)| *c == '\n').nth(LINE_BREAKS).map(|(at, _)| at);
    let mut units = 0;
    let room = LONGEST - CUT.chars().map(char::len_utf16).sum::<usize>();
    let mut fits = None;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > room && fits.is_none() {
            fits = Some(at);
        }
    }
    let end = fits.filter(|_| units > LONGEST).into_iter().chain(breaks).min();
    let kept = end.and_then(|end| text.get(..end));
    kept.map_or_else(|| text.to_string(), |kept| format!("{kept}{CUT}"))
}

/// The number by which Excel knows a day; none for days past its calendar.
pub(super) fn serial(day: Date) -> Option<f64> {
    let first = Date::new(1899, 12, 30)?;
    let days = i32::try_from(day.days_since(first)).ok()?;
    (61..=2_958_465).contains(&days).then(|| f64::from(days))
}

/// A count as a number of a sheet.
pub(super) fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

impl From<usize> for Cell<'_> {
    fn from(count: usize) -> Self {
        Self::Number(float(count))
    }
}

impl From<u8> for Cell<'_> {
    fn from(number: u8) -> Self {
        Self::Number(number.into())
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.into()) }
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.into()) }
    }
}

impl From<Date> for Cell<'_> {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl From<bool> for Cell<'_> {
    fn from(holds: bool) -> Self {
        Self::Text(if holds { "yes" } else { "no" }.into())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell<'_> {
    fn from(known: Option<T>) -> Self {
        known.map_or(Self::Empty, Into::into)
    }
}
