//! The trend as CSV: a row for each revision, also those that could not be assessed.

use crate::model::assessment::Tally;
use crate::model::level::Level;
use crate::model::trend::{Change, Point, Revision, Skipped, Trend};
use crate::report::csv::table::{records, text, yes};
use crate::report::trend::{TrendFormat, words};

/// The format `csv`.
pub(super) static FORMAT: TrendFormat = TrendFormat {
    name: "csv",
    extension: "csv",
    summary: "a row for each revision, for spreadsheets",
    styled: false,
    render,
};

/// The columns of a revision.
const REVISION: [&str; 7] = ["state", "revision", "committed", "authored", "subject", "paths", "as_of"];
/// The columns of what was concluded; all empty where nothing was.
const READINESS: [&str; 22] = [
    "report",
    "criteria",
    "applicable",
    "not_applicable",
    "design_no_gap",
    "design_partial",
    "design_unverified",
    "design_gap",
    "operation_no_gap",
    "operation_partial",
    "operation_unverified",
    "operation_gap",
    "claimed",
    "evidenced",
    "tested",
    "gaps_very_high",
    "gaps_high",
    "gaps_moderate",
    "gaps_low",
    "gaps_very_low",
    "gaps_total",
    "gaps_accepted",
];
/// The columns of what changed since the row before; all empty in the first.
const CHANGE: [&str; 8] = [
    "change_design",
    "change_operation",
    "change_claimed",
    "change_evidenced",
    "change_tested",
    "change_gaps",
    "scope_changed",
    "renamed",
];

fn render(trend: &Trend, _: usize) -> String {
    let header = REVISION.iter().chain(&READINESS).chain(&CHANGE).chain(&["note"]);
    let header: Vec<String> = header.map(|name| (*name).to_owned()).collect();
    // What the history cannot tell is noted where it begins.
    let note = trend.shallow.as_ref().map(words::shallow).unwrap_or_default();
    let first = note.clone();
    let points = trend.points.iter().enumerate().map(|(at, one)| point(one, if at == 0 { &first } else { "" }));
    let alone = trend.points.is_empty().then_some(note);
    let skipped = trend.skipped.iter().map(|one| unassessed(one, alone.as_deref().unwrap_or_default()));
    records(std::iter::once(header).chain(points).chain(skipped))
}

fn point(point: &Point, note: &str) -> Vec<String> {
    let state = if point.revision.is_some() { "committed" } else { "uncommitted" };
    let mut row = told(state, point.revision.as_ref(), &point.paths);
    row.push(point.as_of.to_string());
    row.extend(concluded(point));
    row.extend(point.change.as_ref().map_or_else(|| vec![String::new(); CHANGE.len()], changed));
    row.push(text(note));
    row
}

fn unassessed(skipped: &Skipped, note: &str) -> Vec<String> {
    let mut row = told("not_assessed", skipped.revision.as_ref(), &[]);
    row.extend(vec![String::new(); 1 + READINESS.len() + CHANGE.len()]);
    row.push(text(&format!("{}{note}", words::why(skipped))));
    row
}

fn told(state: &str, revision: Option<&Revision>, paths: &[String]) -> Vec<String> {
    let of = |tell: fn(&Revision) -> String| revision.map(tell).unwrap_or_default();
    vec![
        state.to_owned(),
        of(|revision| revision.hash.clone()),
        of(|revision| revision.committed.to_string()),
        of(|revision| revision.authored.to_string()),
        text(&of(|revision| revision.subject.clone())),
        text(&paths.join(", ")),
    ]
}

fn concluded(point: &Point) -> Vec<String> {
    let (readiness, summary) = (&point.readiness, &point.readiness.summary);
    let tally =
        |tally: Tally| [tally.no_gap, tally.partial, tally.unverified, tally.gap].map(|count| count.to_string());
    let mut row = vec![if readiness.type2 { "type2" } else { "type1" }.to_owned()];
    row.extend([summary.criteria, summary.applicable, summary.not_applicable].map(|count| count.to_string()));
    row.extend(tally(summary.design));
    row.extend(summary.operation.map_or_else(|| [const { String::new() }; 4], tally));
    row.extend([summary.claimed, summary.evidenced, summary.tested].map(|count| count.to_string()));
    row.extend(Level::ALL.iter().rev().map(|level| readiness.open(*level).to_string()));
    row.extend([summary.open_total(), summary.accepted].map(|count| count.to_string()));
    row
}

fn changed(change: &Change) -> Vec<String> {
    let operation = change.operation.map(|by| by.to_string()).unwrap_or_default();
    let mut row = vec![change.design.to_string(), operation];
    row.extend([change.claimed, change.evidenced, change.tested, change.open].map(|by| by.to_string()));
    row.extend([yes(change.scope), yes(change.renamed)]);
    row
}
