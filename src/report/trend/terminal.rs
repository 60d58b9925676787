//! The trend on a terminal: a line of signs for each count, then a row for each revision.

use anstyle::Style;

use crate::model::trend::Trend;
use crate::report::account;
use crate::report::terminal::layout::{Cell, left, paragraph, row, section};
use crate::report::terminal::style::{ATTENTION, BAD, FAINT, GOOD, NEUTRAL, STRONG, of_level};
use crate::report::trend::columns::revisions;
use crate::report::trend::lines::{Line, lines};
use crate::report::trend::{TrendFormat, words};
use crate::text::capital::capital;
use crate::text::count::{count, number};
use crate::text::escape::terminal;
use crate::text::wrap::width as cells;

/// The format `terminal`.
pub(super) static FORMAT: TrendFormat = TrendFormat {
    name: "terminal",
    extension: "txt",
    summary: "sparklines and a row for each revision, for people",
    styled: true,
    render,
};

/// The narrowest width anything is laid out for.
const NARROWEST: usize = 40;
/// How many revisions that could not be assessed are told.
const TOLD: usize = 10;
/// The widest line of signs.
const SIGNS: usize = 80;

fn render(trend: &Trend, width: usize) -> String {
    let width = width.max(NARROWEST);
    let mut blocks = vec![heading(trend, width)];
    blocks.push(sparklines(trend, width));
    blocks.push(section("Revisions", width, &revisions(trend, width)));
    blocks.extend(skipped(trend, width));
    blocks.push(closing(trend, width));
    blocks.join("\n")
}

fn heading(trend: &Trend, width: usize) -> String {
    let name = format!("{}: readiness over time", terminal(words::organization(trend)));
    let of = format!("{}. {}", terminal(&words::inventory(trend)), words::counts(trend));
    paragraph(&name, width, "", STRONG)
        + &paragraph(&of, width, "", FAINT)
        + &paragraph(&words::basis(trend), width, "", FAINT)
        + "\n"
        + &paragraph(&words::headline(trend), width, "", STRONG)
        // That a history is cut short is to be known before its numbers are read.
        + &trend.shallow.as_ref().map_or_else(String::new, |end| paragraph(&words::shallow(end), width, "", ATTENTION))
}

fn sparklines(trend: &Trend, width: usize) -> String {
    let lines = lines(trend);
    let name = lines.iter().map(|line| cells(line.name)).max().unwrap_or(0);
    let end = |at: usize| lines.iter().filter_map(|line| line.ends.get(at)).map(|end| cells(end)).max().unwrap_or(0);
    let by = lines.iter().filter_map(|line| line.by).map(|by| cells(&words::signed(by))).max().unwrap_or(1).max(2);
    let (first, last) = (end(0), end(1));
    let room = left(width, &[name, first, last, by]).min(SIGNS).min(trend.points.len());
    let drawn = lines.iter().map(|line| {
        let style = line.level.map_or(NEUTRAL, of_level);
        row(&[
            Cell::new(line.name, name).style(line.level.map_or(Style::new(), of_level)),
            Cell::new(line.ends.first().map_or("", String::as_str), first).right(),
            Cell::new(line.spark(room), room).style(style),
            Cell::new(line.ends.last().map_or("", String::as_str), last).right(),
            Cell::new(line.by.map(words::signed).unwrap_or_default(), by).right().style(better(line)),
        ])
    });
    let drawn: String = drawn.collect();
    let means = words::measures(trend).map(|measure| format!("{}: {}", measure.name, measure.means));
    let means =
        format!("Criteria, of those that apply. {}. {}", capital(&means.collect::<Vec<_>>().join("; ")), words::GAPS);
    let spaced = if room < trend.points.len() { "A sign stands for several revisions. " } else { "" };
    section("From the first to the last", width, &(drawn + &paragraph(&format!("{spaced}{means}"), width, "  ", FAINT)))
}

fn better(line: &Line) -> Style {
    match (line.by.unwrap_or(0).signum(), line.is_bad) {
        (1, false) | (-1, true) => GOOD,
        (-1, false) | (1, true) => BAD,
        _ => FAINT,
    }
}

fn skipped(trend: &Trend, width: usize) -> Option<String> {
    let all = trend.skipped.len();
    let more = all.saturating_sub(TOLD);
    let lines =
        trend.skipped.iter().skip(more).map(|one| paragraph(&terminal(&words::skipped(one)), width, "  ", ATTENTION));
    let lines: String = lines.collect();
    let older = format!("and {} older; the other formats have them all", number(more));
    let older = if more > 0 { paragraph(&older, width, "  ", FAINT) } else { String::new() };
    (all > 0).then(|| section(&format!("Not assessed: {}", count(all, "revision")), width, &(older + &lines)))
}

fn closing(trend: &Trend, width: usize) -> String {
    let shallow = trend.shallow.as_ref().map(words::shallow);
    let notes = words::notes(trend).into_iter().filter(|note| Some(note) != shallow.as_ref());
    let notes: String = notes.map(|note| paragraph(&terminal(&note), width, "", FAINT)).collect();
    notes + &paragraph(account::LIMITS, width, "", FAINT)
}
