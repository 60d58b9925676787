//! How every table is written as CSV: RFC 4180, UTF-8, each cell quoted, no text a formula.

use crate::model::date::Date;
use crate::text::escape;

/// A table: its columns, then its rows. Cells are escaped already, since days and numbers are not text.
pub(in crate::report) fn table<const WIDTH: usize>(
    columns: [&str; WIDTH],
    rows: impl Iterator<Item = [String; WIDTH]>,
) -> String {
    records(std::iter::once(columns.map(str::to_owned)).chain(rows))
}

/// Rows that all have as many cells, escaped already.
///
/// A table is printed as it is, and cells have lines: none of them may be a command to a CI system.
pub(in crate::report) fn records(rows: impl Iterator<Item: AsRef<[String]>>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and every row has as many cells as there are columns.
        let _ = writer.write_record(row.as_ref());
    }
    let text = String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default();
    escape::github_log(&text).into_owned()
}

/// A text of one line.
pub(in crate::report) fn text(text: &str) -> String {
    escape::csv(&line(text)).into_owned()
}

/// A text without line breaks, so that it cannot pretend to be several lines of ours.
pub(in crate::report) fn line(text: &str) -> String {
    text.split(['\r', '\n', '\t']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Lines of a cell.
pub(in crate::report) fn lines(lines: impl IntoIterator<Item = String>) -> String {
    let lines: Vec<String> = lines.into_iter().map(|text| line(&text)).collect();
    escape::csv(&lines.join("\n")).into_owned()
}

/// Numbered lines of a cell.
pub(in crate::report) fn numbered(steps: &[String]) -> String {
    lines((1..).zip(steps).map(|(at, step)| format!("{at}. {step}")))
}

/// A day; nothing where there is none.
pub(in crate::report) fn day(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// Whether something holds.
pub(in crate::report) fn yes(holds: bool) -> String {
    if holds { "yes" } else { "no" }.to_owned()
}
