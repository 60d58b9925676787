//! The four deliverables as CSV, a file each: RFC 4180, UTF-8, every text kept from being a formula.

pub(super) mod action;
pub(super) mod analysis;
pub(super) mod controls;
pub(super) mod roadmap;

use crate::model::date::Date;
use crate::model::plan::Task;
use crate::report::plan::page::PlanPage;
use crate::text::escape;

/// A table: its columns, then its rows. Cells are escaped already, since days and numbers are not text.
fn table<const WIDTH: usize>(columns: [&str; WIDTH], rows: impl Iterator<Item = [String; WIDTH]>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in std::iter::once(columns.map(str::to_owned)).chain(rows) {
        // Writing to memory cannot fail, and every row has as many cells as there are columns.
        let _ = writer.write_record(&row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A text of one line.
fn text(text: &str) -> String {
    escape::csv(&line(text)).into_owned()
}

/// A text without line breaks, so that it cannot pretend to be several lines of ours.
fn line(text: &str) -> String {
    text.split(['\r', '\n', '\t']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Lines of a cell.
fn lines(lines: impl IntoIterator<Item = String>) -> String {
    let lines: Vec<String> = lines.into_iter().map(|text| line(&text)).collect();
    escape::csv(&lines.join("\n")).into_owned()
}

/// Numbered lines of a cell.
fn numbered(steps: &[String]) -> String {
    lines((1..).zip(steps).map(|(at, step)| format!("{at}. {step}")))
}

fn day(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// Whose a task is, for people; empty where it is nobody's, as trackers want it.
fn owner(page: &PlanPage<'_>, task: &Task) -> String {
    task.owner.as_deref().map(|owner| text(page.assessment.inventory.person_name(owner))).unwrap_or_default()
}

fn yes(holds: bool) -> String {
    if holds { "yes" } else { "no" }.to_owned()
}
